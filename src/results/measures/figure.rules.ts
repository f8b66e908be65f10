/**
 * From facts to figures: one row per case, added up by the kind of the measure. Pure, so that a test can hold each against aggregates
 * that the database computes by another road.
 */
import type { CivilDate } from '../../platform/pure/dates.ts';
import { fewestToSplit, type Shown } from '../../platform/pure/suppression.ts';
import { tScore } from '../goals/attainment.rules.ts';
import { leadTime } from './lead-time.rules.ts';
import type { Dimension, Kind, Measure } from './measure-shape.rules.ts';
import { quarterOf } from './period.rules.ts';

/** One case, as the store finds it: where it belongs, on which day, and what it counts. */
export interface Fact {
  readonly id: string;
  readonly schoolId: string | null;
  readonly boardId: string | null;
  readonly areaId: string | null;
  /** Code of the first expertise of the question. */
  readonly expertise: string | null;
  /** Level of the question. */
  readonly level: string | null;
  /** What the measure's `kinds` says: kind of visit, who scored, criterion. */
  readonly kind: string | null;
  readonly ambitionId: string | null;
  /** The day that puts it into a period. */
  readonly on: CivilDate;
  /** In the measure's unit: schoolDays so far, hours, a level; of a share 1 or 0. */
  readonly value: number;
  /** What the value is set against: requested beside done, contract beside planned, travel beside visits. */
  readonly of: number | null;
  /** A lead time that has not ended: still waiting. */
  readonly open: boolean;
}

/** A piece of a figure. Parts are a partition of its n. */
export interface Part {
  readonly key: string;
  readonly n: number;
  /** T of the part; other kinds have none. */
  readonly value?: number | null;
}

export interface Figure {
  /** Id or code of what it was split by; `all` of a total, `none` where facts have nothing there. */
  readonly key: string;
  readonly n: number;
  /** Null: it cannot be told, or of so few that it would not mean anything. Shares are fractions. */
  readonly value: number | null;
  /** Bounds of the 95% interval of a share. */
  readonly low?: number | null;
  readonly high?: number | null;
  readonly p85?: number | null;
  /** Lead times: still waiting. A release never tells it. */
  readonly open?: number;
  /** Sums and ratios: what `of` of the facts adds up to. */
  readonly of?: number;
  readonly parts?: readonly Part[];
}

/** A figure as outsiders may see it: hidden looks the same everywhere. */
export type ShownFigure = Omit<Figure, 'n' | 'parts'> & {
  readonly n: Shown;
  readonly parts?: readonly (Omit<Part, 'n'> & { readonly n: Shown })[];
};

/** Where a fact falls. */
export function keyOf(fact: Fact, by: Dimension): string {
  switch (by) {
    case 'board':
      return fact.boardId ?? 'none';
    case 'area':
      return fact.areaId ?? 'none';
    case 'school':
      return fact.schoolId ?? 'none';
    case 'ambition':
      return fact.ambitionId ?? 'none';
    case 'quarter':
      return quarterOf(fact.on);
    default:
      return fact[by] ?? 'none';
  }
}

/** The figure of all facts together. */
export const totalOf = (measure: Pick<Measure, 'kind'>, facts: readonly Fact[]): Figure =>
  figureOf(measure.kind, 'all', facts);

/**
 * A figure for each value of the dimension that facts have, by key: never by size, which would make a ranking. Who knows the names puts
 * them in the order of those.
 */
export function figuresBy(
  measure: Pick<Measure, 'kind'>,
  facts: readonly Fact[],
  by: Dimension,
): readonly Figure[] {
  return [...grouped(facts, (fact) => keyOf(fact, by))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, some]) => figureOf(measure.kind, key, some));
}

function figureOf(kind: Kind, key: string, facts: readonly Fact[]): Figure {
  const n = facts.length;
  const values = facts.map(({ value }) => value);
  switch (kind) {
    case 'leadTime':
      return { key, n, ...leadTime(facts) };
    case 'share':
      return {
        key,
        ...shareOf(values.filter((value) => value === 1).length, n),
        parts: distribution(values),
      };
    case 'agreement':
      return {
        key,
        ...shareOf(values.filter((value) => value === 0).length, n),
        parts: distribution(values),
      };
    case 'sum':
      return { key, n, value: sum(values), of: sum(facts.map(({ of }) => of ?? 0)) };
    case 'ratio': {
      const of = sum(facts.map((fact) => fact.of ?? 0));
      return { key, n, value: of === 0 ? null : tidy(sum(values) / of), of };
    }
    case 'mean':
      return { key, n, value: n === 0 ? null : tidy(sum(values) / n), parts: distribution(values) };
    case 'levels':
      return { key, n, value: oneKind(facts) ? median(values) : null, parts: levelsOf(facts) };
    case 't':
      return tOf(key, facts);
    case 'count':
      return { key, n, value: n };
  }
}

/** z of a two-sided 95% interval. */
const z = 1.959964;

/**
 * A share with Wilson's interval (E.B. Wilson, 1927, Journal of the American Statistical Association 22, 209-212); no percentage of
 * fewer than ten, for one case more or less would move it by ten points.
 */
export function shareOf(
  some: number,
  n: number,
): {
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
} {
  if (n < fewestToSplit) return { n, value: null, low: null, high: null };
  const p = some / n;
  const shrunk = 1 + z ** 2 / n;
  const centre = (p + z ** 2 / (2 * n)) / shrunk;
  const half = ((p * (1 - p)) / n + z ** 2 / (4 * n ** 2)) ** 0.5 * (z / shrunk);
  return {
    n,
    value: tidy(p),
    low: tidy(centre - half),
    high: tidy(centre + half),
  };
}

/** How often each value occurs, the lowest first. */
function distribution(values: readonly number[]): readonly Part[] {
  return [...grouped(values, String)]
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([key, some]) => ({ key, n: some.length }));
}

/** `school:-1`, `school:0`, ...: each kind apart, never mixed. */
const levelsOf = (facts: readonly Fact[]): readonly Part[] =>
  byKind(facts).flatMap(([kind, some]) =>
    distribution(some.map(({ value }) => value)).map((part) => ({ ...part, key: `${kind}:${part.key}` })),
  );

function tOf(key: string, facts: readonly Fact[]): Figure {
  const parts = byKind(facts).map(([kind, some]) => ({
    key: kind,
    n: some.length,
    value: tidy(tScore(some.map(({ value }) => value)) ?? 50),
  }));
  const [only, ...others] = parts;
  return { key, n: facts.length, value: others.length === 0 ? (only?.value ?? null) : null, parts };
}

const byKind = (facts: readonly Fact[]) =>
  [...grouped(facts, ({ kind }) => kind ?? 'none')].toSorted(([a], [b]) => (a < b ? -1 : 1));

const oneKind = (facts: readonly Fact[]) => new Set(facts.map(({ kind }) => kind)).size === 1;

/** Of one or more. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? 0;
  return (at((sorted.length - 1) >> 1) + at(sorted.length >> 1)) / 2;
}

/** What belongs together under one key, in the order in which it came. */
export function grouped<T>(all: readonly T[], keyed: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyed(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

const sum = (values: readonly number[]) => tidy(values.reduce((all, one) => all + one, 0));

/** Thirds of hours add up to whole ones, and no bound lies a hair below nothing. */
const tidy = (value: number) => Number(value.toFixed(6)) + 0;
