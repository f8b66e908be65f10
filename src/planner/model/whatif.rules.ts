/** «Wat als»: changes to the facts, as data that is kept with a plan. The same changes are what the planner suggests to free a question. */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { weeksOf } from './able.rules.ts';
import type { DemandFacts, MarkFacts, PlanFacts, SettingsFacts, SpecialistFacts } from './facts.ts';
import { nameOfWeight, type WeightCode } from './weights.rules.ts';

export type Change =
  /** Somebody who is not there yet: `id` is made up, and a plan with them cannot be published. Without a base travel is a guess. */
  | ({ readonly kind: 'add specialist' } & Pick<
      SpecialistFacts,
      'id' | 'capacity' | 'expertise' | 'languages' | 'baseId'
    >)
  /** Halves a week more, or fewer when below 0. */
  | { readonly kind: 'time'; readonly specialistId: string; readonly halves: number }
  | { readonly kind: 'without'; readonly specialistId: string }
  /** Half-open; null: until further notice. */
  | {
      readonly kind: 'away';
      readonly specialistId: string;
      readonly from: CivilDate;
      readonly until: CivilDate | null;
    }
  | { readonly kind: 'places'; readonly specialistId: string; readonly places: number }
  | { readonly kind: 'weight'; readonly code: WeightCode; readonly weight: number }
  | { readonly kind: 'settings'; readonly settings: Partial<SettingsFacts> }
  | { readonly kind: 'mark' | 'unmark'; readonly mark: MarkFacts };

/** The facts as they would be; questions of who cannot work any more are open again. Ids that are not there change nothing. */
export function withChanges(facts: PlanFacts, changes: readonly Change[]): PlanFacts {
  return changes.length === 0 ? facts : freed(changes.reduce(withChange, facts));
}

/** Questions of specialists who have no week or no contract in the period become demands; whoever has them now cannot do them. */
export function freed<F extends Omit<PlanFacts, 'previous'>>(facts: F): F {
  const out = (each: SpecialistFacts) => each.capacity <= 0 || weeksOf(facts, each) === 0;
  const known = new Set(facts.demands.map(({ id }) => id));
  const loose = facts.specialists
    .filter(out)
    .flatMap(({ fixed }) => fixed.flatMap(({ question }) => question ?? []))
    .filter(({ id }) => !known.has(id));
  if (loose.length === 0) return facts;
  return {
    ...facts,
    demands: [...facts.demands, ...unique(loose)],
    specialists: facts.specialists.map((each) =>
      out(each) ? { ...each, fixed: each.fixed.filter(({ question }) => question === undefined) } : each,
    ),
  };
}

const unique = (demands: readonly DemandFacts[]) => [
  ...new Map(demands.map((each) => [each.id, each])).values(),
];

function withChange(facts: PlanFacts, change: Change): PlanFacts {
  switch (change.kind) {
    case 'add specialist': {
      const { id, capacity, expertise, languages, baseId } = change;
      const nobody = { away: [], mostPlaces: null, fixed: [], stationings: [] };
      return {
        ...facts,
        specialists: [...facts.specialists, { id, capacity, expertise, languages, baseId, ...nobody }],
      };
    }
    case 'time':
      return withSpecialist(facts, change.specialistId, (each) => ({
        ...each,
        capacity: change.halves < -each.capacity ? 0 : each.capacity + change.halves,
      }));
    case 'without':
      return withSpecialist(facts, change.specialistId, (each) => ({ ...each, capacity: 0 }));
    case 'away':
      return withSpecialist(facts, change.specialistId, (each) => ({
        ...each,
        away: facts.period.schoolWeeks.filter(
          (monday) => each.away.includes(monday) || daysIn(monday, change.from, change.until) >= 3,
        ),
      }));
    case 'places':
      return withSpecialist(facts, change.specialistId, (each) => ({ ...each, mostPlaces: change.places }));
    case 'weight': {
      const { code, weight } = change;
      const others = facts.weights.filter((each) => each.code !== code);
      return { ...facts, weights: [...others, { code, weight, name: nameOfWeight(facts.weights, code) }] };
    }
    case 'settings':
      return { ...facts, settings: { ...facts.settings, ...change.settings } };
    case 'mark':
      return {
        ...facts,
        marks: [...facts.marks.filter((each) => !sameMark(each, change.mark)), change.mark],
      };
    case 'unmark':
      return { ...facts, marks: facts.marks.filter((each) => !sameMark(each, change.mark)) };
  }
}

/** Weekdays from Monday to Friday within a period. */
function daysIn(monday: CivilDate, from: CivilDate, until: CivilDate | null): number {
  const days = [0, 1, 2, 3, 4].map((nth) => addDays(monday, nth));
  return days.filter((day) => day >= from && (until === null || day < until)).length;
}

function withSpecialist(
  facts: PlanFacts,
  id: string,
  change: (each: SpecialistFacts) => SpecialistFacts,
): PlanFacts {
  return { ...facts, specialists: facts.specialists.map((each) => (each.id === id ? change(each) : each)) };
}

/** Whether two marks say the same of the same. */
export function sameMark(a: MarkFacts, b: MarkFacts): boolean {
  return (
    a.kind === b.kind &&
    a.specialistId === b.specialistId &&
    a.schoolId === b.schoolId &&
    a.demandId === b.demandId
  );
}
