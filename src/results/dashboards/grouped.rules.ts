/** From cases that were added up to figures: the same rules as for facts, which a group stands for. */
import { type Fact, type Figure, grouped, totalOf } from '../measures/figure.rules.ts';
import type { Measure, MeasureCode } from '../measures/measure.rules.ts';

/** So many cases that are alike in all that their measure counts. */
export interface Group {
  readonly period: string;
  readonly measure: MeasureCode;
  /** As in `Figure.key`. */
  readonly key: string;
  readonly kind: string | null;
  /** Null where values are added up. */
  readonly value: number | null;
  readonly open: boolean;
  readonly n: number;
  readonly sum: number;
  readonly of: number | null;
}

/** The figures of a measure in a period, and the cases they are made of. */
export interface Found {
  readonly total: Figure;
  readonly figures: readonly Figure[];
  readonly cases: readonly Fact[];
}

/** The groups of a page by period and measure: looked through once, not for every figure. */
export type Groups = ReadonlyMap<string, readonly Group[]>;

const placeOf = (period: string, measure: MeasureCode) => `${period} ${measure}`;

export const groupsOf = (groups: readonly Group[]): Groups =>
  grouped(groups, ({ period, measure }) => placeOf(period, measure));

export function foundOf(groups: Groups, measure: Measure, period: string): Found {
  const own = groups.get(placeOf(period, measure.code)) ?? [];
  const byKey = [...grouped(own, ({ key }) => key)].map(
    ([key, some]) => [key, some.flatMap(casesOf)] as const,
  );
  const cases = byKey.flatMap(([, some]) => some);
  return {
    total: totalOf(measure, cases),
    figures: byKey.map(([key, some]) => ({ ...totalOf(measure, some), key })),
    cases,
  };
}

/** Cases without a face: a figure asks nothing else of them. What was added up stands in the first. */
function casesOf({ kind, value, open, n, sum, of }: Group): readonly Fact[] {
  const alike = { ...faceless, kind, open };
  if (value !== null) return Array<Fact>(n).fill({ ...alike, value, of: null });
  return [{ ...alike, value: sum, of }, ...Array<Fact>(n - 1).fill({ ...alike, value: 0, of: null })];
}

const faceless = {
  ...{ id: '', schoolId: null, boardId: null, areaId: null, expertise: null, level: null, ambitionId: null },
  on: '1970-01-01',
};
