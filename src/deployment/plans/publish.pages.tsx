/** Publishing a plan: what comes of it and who hears it, before one button makes it so. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { type StationingResult, say } from '../../planner/index.ts';
import { newId } from '../../platform/ids.ts';
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { count } from '../../platform/pure/text.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  type PageRoute,
  postPage,
} from '../../platform/route.ts';
import { Form, LinkButton, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { planners } from './plan.access.ts';
import { isReady } from './plan.rules.ts';
import { nameIn } from './plan.view.ts';
import { answered } from './plan-answers.ts';
import { halvesWords } from './plan-figures.words.ts';
import { planPath, plansPath } from './plan-list.pages.tsx';
import { findPlanPage, type PlanOnPage } from './plan-page.store.ts';
import type { Misfit } from './publication.ts';
import { publishPlan } from './publish.actions.ts';

const path = `${planPath(':id')}/publiceren`;
const publishForm = z.object({ leaveOut: z.boolean().optional() });

export const publishPages: readonly PageRoute[] = [
  getPage(path, planners, (call) => show(call, [])),
  postPage(path, planners, publishForm, async (call): Promise<PageAnswer> => {
    const { actor, deed, params, input } = call;
    const id = idOf(params);
    if (id === undefined) return notFound;
    const leaveOut = input.parsed.ok && input.parsed.value.leaveOut === true;
    const outcome = await publishPlan(deed, actor, id, { leaveOut });
    if (outcome.outcome === 'refused' && outcome.misfits !== undefined) return show(call, outcome.misfits);
    const left = outcome.outcome === 'taken' ? (outcome.leftOut?.length ?? 0) : 0;
    const without =
      left === 0 ? '' : ` Zonder ${count(left, 'ding dat niet paste', 'dingen die niet pasten')}.`;
    return answered(
      call,
      id,
      outcome,
      planPath(id),
      `Het plan is gepubliceerd.${without} De voorstellen staan klaar.`,
    );
  }),
];

async function show(
  { actor, params, database, csrf }: Call<Actor, object, unknown> & Page,
  misfits: readonly Misfit[],
): Promise<PageAnswer> {
  const id = idOf(params);
  const page =
    id === undefined ? undefined : await database.read(actor, (reader) => findPlanPage(reader, actor, id));
  if (page === undefined) return notFound;
  if (page.plan.best === null || !isReady(page.plan.status))
    return { kind: 'redirect', to: planPath(page.plan.id) };
  return {
    kind: 'html',
    status: misfits.length === 0 ? 200 : 409,
    title: 'Plan publiceren',
    body: <Publish page={page} misfits={misfits} csrf={csrf} />,
  };
}

interface PublishProps {
  readonly page: PlanOnPage;
  readonly misfits: readonly Misfit[];
  readonly csrf: string;
}

function Publish({ page, misfits, csrf }: PublishProps): JSX.Element {
  const { plan, names } = page;
  const { id, name, version } = plan;
  return (
    <>
      <Breadcrumb
        items={[
          { href: plansPath, label: 'Plannen' },
          { href: planPath(id), label: name },
        ]}
      />
      <h1>Plan publiceren</h1>
      {misfits.length > 0 && (
        <Notice tone="warning" title="Niet alles past" live>
          <p>Dit past niet bij wat er nu is of al is voorgesteld. Er is nog niets gepubliceerd.</p>
          <ul>
            {misfits.map((misfit, nth) => (
              <li key={nth}>{misfitLine(misfit, names)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {misfits.length === 0 && <Coming page={page} />}
      <Form action={`${planPath(id)}/publiceren`} csrf={csrf} version={version} idempotencyKey={newId()}>
        {misfits.length > 0 && <input type="hidden" name="leaveOut" value="true" />}
        <SubmitRow
          primary={misfits.length > 0 ? 'Publiceer zonder wat niet past' : 'Publiceer dit plan'}
          cancel={planPath(id)}
        />
      </Form>
      {misfits.length > 0 && (
        <p>
          Liever een plan dat wel past?{' '}
          <LinkButton kind="quiet" href={planPath(id)}>
            Ga terug en laat opnieuw rekenen
          </LinkButton>
        </p>
      )}
    </>
  );
}

/** «Anna, De Vlinder: dit past niet meer in het contract.» */
function misfitLine(
  { message, specialistId, schoolId, demandId }: Misfit,
  names: PlanOnPage['names'],
): string {
  const nameOf = nameIn(names);
  const of = [
    ...(specialistId === undefined ? [] : [nameOf({ ref: 'specialist', id: specialistId })]),
    ...(schoolId === undefined ? [] : [nameOf({ ref: 'school', id: schoolId })]),
    ...(demandId === undefined ? [] : [nameOf({ ref: 'demand', id: demandId })]),
  ];
  return of.length === 0 ? message : `${of.join(', ')}: ${message}`;
}

function Coming({ page: { plan, names } }: { readonly page: PlanOnPage }): JSX.Element {
  const nameOf = nameIn(names);
  const { stationings, assignments, ended } = plan.best ?? { stationings: [], assignments: [], ended: [] };
  const proposed = stationings.filter(({ is }) => is !== 'kept');
  const kept = stationings.length - proposed.length;
  const questions = assignments.filter(({ demandId }) => names.demands[demandId]?.kind === 'question');
  const line = ({ specialistId, schoolId, halves, is }: StationingResult) =>
    say(
      [
        ...[
          { ref: 'specialist', id: specialistId } as const,
          ' op ',
          { ref: 'school', id: schoolId } as const,
        ],
        `, ${halvesWords(halves)} per week${is === 'changed' ? ' (nu anders)' : ''}`,
      ],
      nameOf,
    );
  return (
    <>
      <p class="lead">Dit gebeurt er. Toewijzen doet u daarna zelf, vraag voor vraag.</p>
      <h2>{count(proposed.length, 'stationering wordt voorgesteld', 'stationeringen worden voorgesteld')}</h2>
      <p>
        {proposed.length > 0 &&
          'De directeur van de school en de specialist horen het. De directeur of het bestuur kan akkoord gaan. '}
        {kept > 0 &&
          `${count(kept, 'stationering blijft zoals die is, of duurt', 'stationeringen blijven zoals ze zijn, of duren')} alleen langer.`}
        {ended.length > 0 &&
          ` ${count(ended.length, 'stationering van nu staat niet in dit plan: die loopt af, of eindigt', 'stationeringen van nu staan niet in dit plan: die lopen af, of eindigen')} eerder als er iets voor in de plaats komt.`}
      </p>
      <Folded label="Welke stationeringen?" lines={proposed.map(line)} />
      <h2>{count(questions.length, 'vraag krijgt', 'vragen krijgen')} een voorstel voor wie helpt</h2>
      <p>
        De contactpersoon en de specialist horen het. Toewijzen is nog een stap: het formulier is al ingevuld.
      </p>
      <Folded
        label="Welke vragen?"
        lines={questions.map(({ demandId, specialistId }) =>
          say([{ ref: 'demand', id: demandId }, ': ', { ref: 'specialist', id: specialistId }], nameOf),
        )}
      />
      <p>Voorstellen van een eerder plan die nog openstaan, vervallen.</p>
    </>
  );
}

function Folded({
  label,
  lines,
}: {
  readonly label: string;
  readonly lines: readonly string[];
}): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <details class="fold" open={lines.length <= 10}>
      <summary class="fold__summary">{label}</summary>
      <div class="fold__body">
        <ul>
          {lines.map((line) => (
            <li key={line}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
