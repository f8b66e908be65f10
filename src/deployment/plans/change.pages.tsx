/** One change by hand: choose, see what it costs, and only then keep it. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { brokenWords, costWords, say } from '../../planner/index.ts';
import type { Reader } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { idOf } from '../../platform/input.ts';
import { capital } from '../../platform/pure/text.ts';
import { getPage, notFound, type PageAnswer, type PageRoute, postPage } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Button, Form, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { amounts, type Ground, type Subject, subjectOf, takers } from './change.view.ts';
import { planners } from './plan.access.ts';
import { changePlan } from './plan.actions.ts';
import { type ChangeInput, changeInput } from './plan.input.ts';
import { isReady } from './plan.rules.ts';
import { findPlanNames, getPlan, getPlanGround } from './plan.store.ts';
import { demandsOf, nameIn } from './plan.view.ts';
import { answered } from './plan-answers.ts';
import { planPath, plansPath } from './plan-list.pages.tsx';
import { type Tried, tryChange } from './planner.ts';

const path = `${planPath(':id')}/wijzigen`;

const term = z.string().max(40).optional().catch(undefined);
/** What is changed, a question or a stationing; and into what. */
const terms = z.object({ vraag: term, wie: term, specialist: term, school: term, dagdelen: term });
type Terms = z.infer<typeof terms>;

const nobody = 'niemand';

export const changePages: readonly PageRoute[] = [
  getPage(
    path,
    planners,
    async ({ actor, params, query, database, csrf }): Promise<PageAnswer> => {
      const id = idOf(params);
      const found =
        id === undefined
          ? undefined
          : await database.read(actor, (reader) => findGround(reader, actor.tenantId, id));
      const subject = found && subjectOf(found, query);
      if (found === undefined || subject === undefined) return notFound;
      if (!isReady(found.plan.status)) return { kind: 'redirect', to: planPath(found.plan.id) };
      const title = `${capital(subject.name)} wijzigen`;
      return { kind: 'html', title, body: <ChangeForm {...{ found, subject, title, csrf }} asked={query} /> };
    },
    terms,
  ),
  postPage(path, planners, terms, async (call): Promise<PageAnswer> => {
    const { actor, deed, params, input } = call;
    const id = idOf(params);
    const change = input.parsed.ok ? changeIn(input.parsed.value) : undefined;
    if (id === undefined || change === undefined) return notFound;
    const outcome = await changePlan(deed, actor, id, change);
    return answered(call, id, outcome, planPath(id), 'De verandering is opgeslagen en vastgezet.');
  }),
];

async function findGround(reader: Reader, tenantId: string, id: string): Promise<Ground | undefined> {
  const [plan, { input }] = await Promise.all([
    getPlan(reader, tenantId, id),
    getPlanGround(reader, tenantId, id),
  ]);
  if (plan === undefined || input === null) return undefined;
  const names = await findPlanNames(reader, tenantId, demandsOf(plan));
  return { plan, names, facts: { ...input, marks: plan.marks } };
}

/** Undefined until something was chosen. */
function changeIn({ vraag, wie, specialist, school, dagdelen }: Terms): ChangeInput | undefined {
  const demand = wie === nobody ? { kind: 'unassign' } : { kind: 'assign', specialistId: wie };
  const halves =
    Number(dagdelen) === 0 ? { kind: 'unstation' } : { kind: 'station', dagdelen: Number(dagdelen) };
  const sent =
    vraag !== undefined
      ? wie && { ...demand, demandId: vraag }
      : dagdelen && { ...halves, specialistId: specialist, schoolCode: school };
  const parsed = changeInput.safeParse(sent);
  return parsed.success ? parsed.data : undefined;
}

interface ChangeFormProps {
  readonly found: Ground;
  readonly subject: Subject;
  readonly title: string;
  readonly asked: Terms;
  readonly csrf: string;
}

function ChangeForm({ found, subject, title, asked, csrf }: ChangeFormProps): JSX.Element {
  const { plan, facts } = found;
  const change = changeIn(asked);
  const tried = plan.best && change && tryChange(plan.best, facts, change, subject.schoolId);
  const { vraag, wie, specialist, school, dagdelen } = asked;
  return (
    <>
      <Breadcrumb
        items={[
          { href: plansPath, label: 'Plannen' },
          { href: planPath(plan.id), label: plan.name },
        ]}
      />
      <h1>{title}</h1>
      <p class="lead">{subject.now}</p>
      {tried && <Outcome {...{ found, tried, asked, csrf }} />}
      <form class="form" method="get" action={`${planPath(plan.id)}/wijzigen`}>
        {vraag !== undefined ? (
          <>
            <input type="hidden" name="vraag" value={vraag} />
            <Select
              name="wie"
              label="Wie neemt dit?"
              value={wie}
              empty="Kies iemand"
              options={[...takers(found, vraag), { value: nobody, label: 'Niemand: laat het liggen' }]}
            />
          </>
        ) : (
          <>
            <input type="hidden" name="specialist" value={specialist} />
            <input type="hidden" name="school" value={school} />
            <Select
              name="dagdelen"
              label="Hoeveel dagdelen per week?"
              value={dagdelen}
              empty="Kies een aantal"
              options={amounts(facts)}
            />
          </>
        )}
        <div class="submit-row">
          <Button kind={tried ? 'secondary' : 'primary'}>Kijk wat dit kost</Button>
        </div>
      </form>
    </>
  );
}

interface OutcomeProps {
  readonly found: Ground;
  readonly tried: Tried;
  readonly asked: Terms;
  readonly csrf: string;
}

function Outcome({ found, tried, asked, csrf }: OutcomeProps): JSX.Element {
  const { plan, names, facts } = found;
  const nameOf = nameIn(names);
  if (tried.broken.length > 0)
    return (
      <Notice tone="error" title="Deze verandering kan niet" live>
        <ul>
          {tried.broken.map((broken, nth) => (
            <li key={nth}>{say(brokenWords(broken), nameOf)}</li>
          ))}
        </ul>
      </Notice>
    );
  const waits = (tried.result.unplanned ?? []).filter((id) => !plan.best?.unplanned.includes(id));
  return (
    <Notice tone="info" title="Dit verandert er" live>
      <ul>
        {costWords(tried.difference, facts.weights).map((sentence, nth) => (
          <li key={nth}>{say(sentence, nameOf)}</li>
        ))}
        {waits.map((id) => (
          <li key={id}>{capital(nameOf({ ref: 'demand', id }))} blijft dan liggen.</li>
        ))}
      </ul>
      <Form
        action={`${planPath(plan.id)}/wijzigen`}
        csrf={csrf}
        version={plan.version}
        idempotencyKey={newId()}
      >
        {Object.entries(asked).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <SubmitRow primary="Sla op en zet vast" cancel={planPath(plan.id)} />
      </Form>
    </Notice>
  );
}
