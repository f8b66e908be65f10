/** One change by hand: choose, see what it costs, and only then keep it. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { brokenWords, costWords, type PlanFacts, say } from '../../planner/index.ts';
import type { Reader } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { idOf } from '../../platform/input.ts';
import { getPage, notFound, type PageAnswer, type PageRoute, postPage } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Button, Form, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { planners } from './plan.access.ts';
import { changePlan } from './plan.actions.ts';
import { type ChangeInput, changeInput } from './plan.input.ts';
import { isReady } from './plan.rules.ts';
import { findPlanNames, getPlan, getPlanGround, type Plan, type PlanNames } from './plan.store.ts';
import { demandsOf, nameIn } from './plan.view.ts';
import { answered } from './plan-answers.ts';
import { capital, halvesWords, showNumber } from './plan-figures.words.ts';
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

interface Ground {
  readonly plan: Plan;
  readonly facts: PlanFacts;
  readonly names: PlanNames;
}

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

interface Subject {
  readonly name: string;
  /** How it is in the plan. */
  readonly now: string;
  readonly schoolId: string;
}

/** What the address names, if the plan knows it. */
function subjectOf(
  { plan, names, facts }: Ground,
  { vraag, specialist, school }: Terms,
): Subject | undefined {
  const nameOf = nameIn(names);
  const of = (kind: 'specialist' | 'school', id: string) => nameOf({ ref: kind, id });
  const demand = facts.demands.find(({ id }) => id === vraag);
  if (demand !== undefined) {
    const { id, schoolId, halves } = demand;
    const taker = plan.best?.assignments.find(({ demandId }) => demandId === id)?.specialistId;
    const who = taker === undefined ? 'Niemand neemt dit nu' : `${of('specialist', taker)} neemt dit nu`;
    return {
      ...{ schoolId, name: nameOf({ ref: 'demand', id }) },
      now: `${who}. Het is ${halvesWords(halves)} in de hele periode, op ${of('school', schoolId)}.`,
    };
  }
  const schoolId = Object.entries(names.schools).find(([, { code }]) => code === school)?.[0];
  if (schoolId === undefined || !facts.specialists.some(({ id }) => id === specialist)) return undefined;
  const halves =
    plan.best?.stationings.find((one) => one.specialistId === specialist && one.schoolId === schoolId)
      ?.halves ?? 0;
  const who = of('specialist', specialist ?? '');
  return {
    ...{ schoolId, name: `${who} op ${of('school', schoolId)}` },
    now:
      halves === 0 ? `${who} is daar niet in dit plan.` : `Nu ${halvesWords(halves)} per week in dit plan.`,
  };
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

/** Who could take it; those the planner reckoned with first, with what they cost. */
function takers({ plan, names, facts }: Ground, demandId: string) {
  const nameOf = nameIn(names);
  const why = plan.explanation?.assignments.find((each) => each.demandId === demandId);
  const costs = new Map(why?.alternatives.map(({ specialistId, cost }) => [specialistId, cost]));
  const known = (id: string) => costs.get(id) ?? Number.POSITIVE_INFINITY;
  return facts.specialists
    .map(({ id }) => ({ id, name: nameOf({ ref: 'specialist', id }) }))
    .toSorted((a, b) => known(a.id) - known(b.id) || a.name.localeCompare(b.name, 'nl'))
    .map(({ id, name }) => {
      const cost = costs.get(id);
      return { value: id, label: cost === undefined ? name : `${name}, kost ${showNumber(cost)} punten` };
    });
}

function amounts({ settings }: PlanFacts) {
  const step = settings.wholeBlocks ? 2 : 1;
  const all = Array.from({ length: Math.floor(settings.mostBlock / step) }, (_, nth) => (nth + 1) * step);
  return [
    { value: '0', label: 'Geen: niet meer op deze school' },
    ...all
      .filter((halves) => halves >= settings.leastBlock)
      .map((halves) => ({ value: String(halves / 2), label: capital(halvesWords(halves)) })),
  ];
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
