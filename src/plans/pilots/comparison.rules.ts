/**
 * What of a pilot is set beside what: its schools and others, its days and as many before them. Which measures, the pilot said before it began.
 */
import { addDays, type CivilDate, daysBetween } from '../../platform/pure/dates.ts';
import type { Fact, MeasureCode } from '../../results/index.ts';

/** Which schools a pilot is compared with: all others, or those of the same boards or areas. */
export const comparedWith = ['others', 'boards', 'areas'] as const;
export type ComparedWith = (typeof comparedWith)[number];

/** Which days its own are compared with: as many right before, or the same a year earlier. */
export const comparedTimes = ['before', 'year'] as const;
export type ComparedTime = (typeof comparedTimes)[number];

/** Both days belong to it. */
export interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface Periods {
  readonly before: Days;
  readonly after: Days;
}

interface PilotDays {
  readonly startsOn: CivilDate;
  /** The last day; null: not known yet. */
  readonly endsOn: CivilDate | null;
}

/** Fifty-two weeks: the same weekdays, in the same season. */
const year = 364;

/** Undefined: it has not begun. The days before are as many as those of the pilot, and never its own. */
export function periodsOf(
  { startsOn, endsOn }: PilotDays,
  today: CivilDate,
  time: ComparedTime,
): Periods | undefined {
  if (startsOn > today) return undefined;
  const to = endsOn === null || endsOn > today ? today : endsOn;
  const long = daysBetween(startsOn, to);
  const until = time === 'year' && long < year ? addDays(to, -year) : addDays(startsOn, -1);
  return { before: { from: addDays(until, -long), to: until }, after: { from: startsOn, to } };
}

/** A school of the partnership. */
export interface Place {
  readonly id: string;
  readonly boardId: string | null;
  readonly areaId: string | null;
  /** When it takes part; null: it does not. */
  readonly takesPart: PilotDays | null;
  /** School days of the period before, and of the period after as far as it takes part or is compared with. */
  readonly days: { readonly before: number; readonly after: number };
}

export type Group = 'pilot' | 'others';
export type When = keyof Periods;

/** The schools that take part and those they are compared with; who takes part is never among the others. */
export function groupsOf(
  places: readonly Place[],
  choice: ComparedWith,
): Readonly<Record<Group, readonly Place[]>> {
  const pilot = places.filter(({ takesPart }) => takesPart !== null);
  const rest = places.filter(({ takesPart }) => takesPart === null);
  const kept = (of: 'boardId' | 'areaId') => {
    const known = new Set(pilot.map((place) => place[of]));
    return rest.filter((place) => place[of] !== null && known.has(place[of]));
  };
  const others = { others: () => rest, boards: () => kept('boardId'), areas: () => kept('areaId') };
  return { pilot, others: others[choice]() };
}

/** When a case fell, for its school; undefined: in neither. Of a school that joined later, what came before it joined is no pilot. */
export function whenOf(
  on: CivilDate,
  { takesPart }: Pick<Place, 'takesPart'>,
  { before, after }: Periods,
): When | undefined {
  if (within(on, before)) return 'before';
  if (!within(on, after)) return undefined;
  if (takesPart === null) return 'after';
  const { startsOn, endsOn } = takesPart;
  return on >= startsOn && (endsOn === null || on <= endsOn) ? 'after' : undefined;
}

const within = (on: CivilDate, { from, to }: Days) => from <= on && on <= to;

export type Cells<T> = Readonly<Record<Group, Readonly<Record<When, T>>>>;

/** Cases by group and time; what belongs to no school of either stays out. */
export function factsIn(
  facts: readonly Fact[],
  groups: Readonly<Record<Group, readonly Place[]>>,
  periods: Periods,
): Cells<readonly Fact[]> {
  const cells = {
    pilot: { before: noFacts(), after: noFacts() },
    others: { before: noFacts(), after: noFacts() },
  };
  const at = new Map<string, readonly [Group, Place]>();
  for (const group of ['pilot', 'others'] as const)
    for (const place of groups[group]) at.set(place.id, [group, place]);
  for (const fact of facts) {
    const found = fact.schoolId === null ? undefined : at.get(fact.schoolId);
    const when = found && whenOf(fact.on, found[1], periods);
    if (found !== undefined && when !== undefined) cells[found[0]][when].push(fact);
  }
  return cells;
}

const noFacts = (): Fact[] => [];

/** A school week has five school days. */
const week = 5;

/** What was added up at each school per school week, one number for each school that had school days then. */
export function perWeek(facts: readonly Fact[], places: readonly Place[], when: When): readonly number[] {
  const sums = new Map<string, number>();
  for (const { schoolId, value } of facts)
    if (schoolId !== null) sums.set(schoolId, (sums.get(schoolId) ?? 0) + value);
  return places
    .filter(({ days }) => days[when] > 0)
    .map(({ id, days }) => ((sums.get(id) ?? 0) / days[when]) * week);
}

/** What the measures of a pilot are called where figures are made; null: it has no figures. */
export const figuresOfPilot = {
  lead_time: 'start_days',
  first_contact: 'first_contact_days',
  hand_offs: 'hand_offs',
  earliness: 'earliness_days',
  light_route: 'light_route_share',
  goal_attainment: 'goal_levels',
  did_it_last: 'lasted',
  visits: 'hours_done',
  own_words: null,
} as const satisfies Record<string, MeasureCode | null>;

/** Codes of figures, in the order in which the pilot names its measures. */
export const figureCodes = (chosen: readonly string[]): readonly MeasureCode[] =>
  chosen.flatMap((code) => (isNamed(code) ? (figuresOfPilot[code] ?? []) : []));

const isNamed = (code: string): code is keyof typeof figuresOfPilot => Object.hasOwn(figuresOfPilot, code);

/** Why what is shown may not mean much. */
export type Doubt = 'fewSchools' | 'short' | 'noHistory' | 'joinedLater' | 'runs';

/** Fewer schools than this are a story, no comparison; fewer days than this a beginning. */
const enoughSchools = 5;
const enoughDays = 91;

/** @param since the day of the first case there is; null: there is none */
export function doubtsOf(
  { before, after }: Periods,
  { pilot }: Readonly<Record<Group, readonly Place[]>>,
  runs: boolean,
  since: CivilDate | null,
): readonly Doubt[] {
  const found: readonly (readonly [Doubt, boolean])[] = [
    ['fewSchools', pilot.length < enoughSchools],
    ['short', daysBetween(after.from, after.to) < enoughDays],
    ['noHistory', since === null || since > before.from],
    ['joinedLater', pilot.some(({ takesPart }) => takesPart !== null && takesPart.startsOn > after.from)],
    ['runs', runs],
  ];
  return found.filter(([, holds]) => holds).map(([doubt]) => doubt);
}
