/** What a release is made of, and what is made. */
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Sum } from '../../platform/pure/sums.ts';
import type { Fact } from '../measures/figure.rules.ts';
import type { Measure } from '../measures/measure.rules.ts';
import type { Keys, Place, Span } from './cell.rules.ts';

/** What is told beside a count. Shares are fractions. */
export interface Told {
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly p85?: number | null;
  readonly of?: number;
}

export interface ReleaseCell extends Place {
  readonly n: number;
  readonly shown: boolean;
  readonly figure: Told | null;
  /** What adds up beside the count, kept for the releases that this one adds up with; never told. */
  readonly amounts: readonly number[] | null;
}

/** A cell of a quarter's release, as it was. */
export interface EarlierCell extends Place {
  readonly quarter: CivilDate;
  readonly n: number;
  readonly shown: boolean;
  /** Whether something stands beside its count. */
  readonly told: boolean;
  readonly amounts: readonly number[] | null;
}

export interface Given {
  readonly measure: Measure;
  readonly span: Span;
  readonly facts: readonly Fact[];
  readonly known: Partial<Keys>;
  /** Of a year: its quarters. */
  readonly earlier: readonly EarlierCell[];
  /** Places where parts are hidden whatever their size, because another measure would tell them. */
  readonly closed?: ReadonlySet<string>;
}

/** The cases that a release counts, and the ids of the counts it hides. */
export interface Counts {
  readonly facts: readonly Fact[];
  readonly hidden: ReadonlySet<string>;
}

/** What is known once counts are hidden. */
export interface Ground {
  readonly given: Given;
  readonly places: readonly Place[];
  /** What figures are made of. */
  readonly casesAt: (place: Place) => readonly Fact[];
  /** How many cases are told of, and how many of them the school has that has most. */
  readonly countAt: (place: Place) => { readonly n: number; readonly own: number };
  readonly sums: readonly Sum[];
  /** Of the whole cells, those whose counts are hidden. */
  readonly hidden: ReadonlySet<string>;
  readonly closed: ReadonlySet<string>;
}
