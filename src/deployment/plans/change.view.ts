/** What one change by hand is about, and what it can become. */
import type { PlanFacts } from '../../planner/index.ts';
import { capital } from '../../platform/pure/text.ts';
import type { Plan, PlanNames } from './plan.store.ts';
import { nameIn } from './plan.view.ts';
import { halvesWords, showNumber } from './plan-figures.words.ts';

/** A plan with the facts it was made from. */
export interface Ground {
  readonly plan: Plan;
  readonly facts: PlanFacts;
  readonly names: PlanNames;
}

export interface Subject {
  readonly name: string;
  /** How it is in the plan. */
  readonly now: string;
  readonly schoolId: string;
}

/** What the address names, if the plan knows it. */
export function subjectOf(
  { plan, names, facts }: Ground,
  { vraag, specialist, school }: Partial<Record<'vraag' | 'specialist' | 'school', string | undefined>>,
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

/** Who could take it; those the planner reckoned with first, with what they cost. */
export function takers({ plan, names, facts }: Ground, demandId: string) {
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

/** Dagdelen a week that the settings allow on one school. */
export function amounts({ settings }: PlanFacts) {
  const step = settings.wholeBlocks ? 2 : 1;
  const all = Array.from({ length: Math.floor(settings.mostBlock / step) }, (_, nth) => (nth + 1) * step);
  return [
    { value: '0', label: 'Geen: niet meer op deze school' },
    ...all
      .filter((halves) => halves >= settings.leastBlock)
      .map((halves) => ({ value: String(halves / 2), label: capital(halvesWords(halves)) })),
  ];
}
