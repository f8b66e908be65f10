/** From facts to what is compared of a pilot: four figures of each measure, how they changed, and how much more they changed here. */
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import {
  type Case,
  type Comparable,
  differenceOf,
  type Estimate,
  estimateOf,
  type Fact,
  findFactsOf,
  type MeasureCode,
  meanOf,
  measureOf,
  type Sure,
} from '../../results/index.ts';
import {
  type Cells,
  type ComparedTime,
  type ComparedWith,
  type Days,
  type Doubt,
  doubtsOf,
  factsIn,
  figureCodes,
  type Group,
  groupsOf,
  type Periods,
  type Place,
  periodsOf,
  perWeek,
  type When,
} from './comparison.rules.ts';
import { findGround } from './comparison.store.ts';
import type { Pilot } from './pilot.store.ts';

/** What one number of a row is. */
export type Reckoned = 'days' | 'share' | 'handOffs' | 'hours';

export interface ComparedRow {
  readonly code: MeasureCode;
  /** Who scored, where each is compared apart. */
  readonly kind: string | null;
  readonly reckoned: Reckoned;
  readonly cells: Cells<Estimate>;
  /** After less before. */
  readonly changes: Readonly<Record<Group, Sure>>;
  /** How much more it changed where the pilot is than elsewhere. */
  readonly contrast: Sure;
}

export interface Comparison {
  readonly periods: Periods;
  /** How many schools are in each group. */
  readonly schools: Readonly<Record<Group, number>>;
  readonly rows: readonly ComparedRow[];
  readonly doubts: readonly Doubt[];
  readonly asOf: CivilDate;
}

export interface Asked {
  readonly comparedWith: ComparedWith;
  readonly time: ComparedTime;
}

/** Undefined: the pilot has not begun. Two queries beside the pilot itself. */
export async function compare(
  reader: Reader,
  actor: Actor,
  pilot: Pilot,
  asked: Asked,
  today: CivilDate,
): Promise<Comparison | undefined> {
  const periods = periodsOfPilot(pilot, asked, today);
  if (periods === undefined) return undefined;
  const codes = figureCodes(pilot.measures);
  const [ground, facts] = await Promise.all([
    findGround(reader, actor, pilot.id, periods),
    findFactsOf(reader, actor, codes, { from: periods.before.from, to: periods.after.to }),
  ]);
  const groups = groupsOf(ground.places, asked.comparedWith);
  const runs = pilot.status === 'running' && periods.after.to === today;
  return {
    periods,
    schools: { pilot: groups.pilot.length, others: groups.others.length },
    rows: codes.flatMap((code) => rowsOf(code, facts[code] ?? [], groups, periods)),
    doubts: doubtsOf(periods, groups, runs, ground.since),
    asOf: today,
  };
}

type Groups = Readonly<Record<Group, readonly Place[]>>;

/** Of levels a row for each who scored: they are never mixed. */
function rowsOf(
  code: MeasureCode,
  facts: readonly Fact[],
  groups: Groups,
  periods: Periods,
): readonly ComparedRow[] {
  const { kind } = measureOf(code);
  const cells = factsIn(facts, groups, periods);
  if (kind === 'sum')
    return [
      rowOf(
        code,
        null,
        'hours',
        each((group, when) => meanOf(perWeek(cells[group][when], groups[group], when))),
      ),
    ];
  if (kind !== 'levels' && kind !== 'leadTime' && kind !== 'share' && kind !== 'mean')
    throw new RangeError(`Not compared: ${code}`);
  const reckoned = kind === 'leadTime' ? 'days' : kind === 'mean' ? 'handOffs' : 'share';
  const kinds = kind === 'levels' ? scorers : [null];
  return kinds.map((one) => rowOf(code, one, reckoned, estimated(kind, cells, one)));
}

const scorers = ['school', 'specialist'];

const estimated = (kind: Comparable, cells: Cells<readonly Fact[]>, scorer: string | null) =>
  each((group, when) => estimateOf(kind, cells[group][when].filter(isOf(scorer))));

const isOf =
  (scorer: string | null) =>
  ({ kind }: Fact) =>
    scorer === null || kind === scorer;

/** Which of the four figures of a row. */
export interface CellAsked extends Asked {
  readonly code: MeasureCode;
  readonly kind: string | null;
  readonly group: Group;
  readonly when: When;
}

export interface Cell {
  readonly days: Days;
  /** Exactly those that were counted, the latest first; of hours per school those that were added up. */
  readonly cases: readonly Case[];
}

/** Undefined: the pilot does not compare this, or has not begun. Two queries beside the pilot itself. */
export async function findCell(
  reader: Reader,
  actor: Actor,
  pilot: Pilot,
  { code, kind, group, when, ...asked }: CellAsked,
  today: CivilDate,
): Promise<Cell | undefined> {
  const periods = periodsOfPilot(pilot, asked, today);
  if (periods === undefined || !figureCodes(pilot.measures).includes(code)) return undefined;
  const [ground, facts] = await Promise.all([
    findGround(reader, actor, pilot.id, periods),
    findFactsOf(reader, actor, [code], { from: periods.before.from, to: periods.after.to }),
  ]);
  const places = new Map(ground.places.map((place) => [place.id, place]));
  const counted = factsIn(facts[code] ?? [], groupsOf(ground.places, asked.comparedWith), periods)[group][
    when
  ];
  const cases = counted.filter(isOf(kind)).map((fact): Case => {
    const { id, kind: factKind, on, value, of, open } = fact;
    const place = places.get(fact.schoolId ?? '');
    const school = place === undefined ? null : { code: place.code, name: place.name };
    return { ...{ id, kind: factKind, on, value, of, open, school }, questionId: null, called: null };
  });
  return {
    days: periods[when],
    cases: cases.toSorted((a, b) => (a.on < b.on || (a.on === b.on && a.id < b.id) ? 1 : -1)),
  };
}

const periodsOfPilot = (pilot: Pilot, { time }: Pick<Asked, 'time'>, today: CivilDate) =>
  pilot.status === 'draft' ? undefined : periodsOf(pilot, today, time);

const each = <T>(made: (group: Group, when: When) => T): Cells<T> => ({
  pilot: { before: made('pilot', 'before'), after: made('pilot', 'after') },
  others: { before: made('others', 'before'), after: made('others', 'after') },
});

function rowOf(
  code: MeasureCode,
  kind: string | null,
  reckoned: Reckoned,
  cells: Cells<Estimate>,
): ComparedRow {
  const changeOf = (group: Group) => differenceOf(cells[group].before, cells[group].after);
  const changes = { pilot: changeOf('pilot'), others: changeOf('others') };
  return { code, kind, reckoned, cells, changes, contrast: differenceOf(changes.others, changes.pilot) };
}
