/**
 * How sure a figure is, and what two of them tell about each other: each with its 95% interval, by formulas that anybody can repeat, so that the
 * same cases always give the same interval. Under ten cases there is none.
 */
import { fewestToSplit } from '../../platform/pure/suppression.ts';
import { type Fact, shareOf } from './figure.rules.ts';
import { leadTime, survival, type Wait } from './lead-time.rules.ts';
import type { Kind } from './measure-shape.rules.ts';

/** Null: it cannot be told. */
export interface Sure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Estimate extends Sure {
  readonly n: number;
}

/** Kinds of which one number can be compared; a level counts as reached from 0 on (as expected, or as much as it was). */
export type Comparable = Extract<Kind, 'leadTime' | 'share' | 'mean' | 'levels'>;

/** z of a two-sided 95% interval. */
const z = 1.959964;
/** 1 / e. */
const perE = 0.36787944117144;
const unsure = { low: null, high: null };

/** A median of waiting, a share, a mean, or the share that reached its level. */
export function estimateOf(kind: Comparable, facts: readonly Fact[]): Estimate {
  const values = facts.map(({ value }) => value);
  switch (kind) {
    case 'leadTime':
      return medianOf(facts);
    case 'share':
      return shareOf(values.filter((value) => value === 1).length, values.length);
    case 'levels':
      return shareOf(values.filter((value) => value >= 0).length, values.length);
    case 'mean':
      return meanOf(values);
  }
}

/**
 * Kaplan and Meier's median with the interval of Brookmeyer & Crowley (1982), Biometrics 38, 29-41, on the logarithm of the curve (as `survfit` of
 * R does): what still waits counts, which resampling closed cases would forget. No upper bound: it may be longer than anybody was followed.
 */
export function medianOf(waits: readonly Wait[]): Estimate {
  const n = waits.length;
  const { value } = leadTime(waits);
  if (n < fewestToSplit) return { n, value, ...unsure };
  let before = 1;
  let variance = 0; // Greenwood's, of the logarithm
  let low: number | null = null;
  let high: number | null = null;
  for (const { days, waiting, atRisk } of survival(waits)) {
    const stayed = waiting / before;
    variance += (1 - stayed) / (atRisk * stayed);
    const shrunk = perE ** (z * variance ** 0.5);
    if (low === null && waiting * shrunk <= 0.5) low = days;
    // Where nobody waits any more the curve itself is sure, its bound is not.
    if (high === null && waiting / shrunk <= 0.5) high = days;
    before = waiting;
  }
  return { n, value, low, high };
}

/** A mean with Student's interval. */
export function meanOf(values: readonly number[]): Estimate {
  const n = values.length;
  if (n === 0) return { n, value: null, ...unsure };
  const value = values.reduce((sum, one) => sum + one, 0) / n;
  if (n < fewestToSplit) return { n, value, ...unsure };
  const spread = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (n - 1);
  const half = studentsT(n - 1) * (spread / n) ** 0.5;
  return { n, value, low: value - half, high: value + half };
}

/** The 97.5% point of Student's distribution by Cornish and Fisher's expansion; from nine degrees of freedom on right to three decimals. */
function studentsT(freedom: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
  ];
  return terms.reduce((sum, term, nth) => sum + term / freedom ** (nth + 1), z);
}

/**
 * How much more the second is than the first, with the interval that follows from theirs: for shares Newcombe's (1998, Statistics in Medicine 17,
 * 873-890), for others the same by Zou & Donner (2008, Statistics in Medicine 27, 1693-1702). The cases of both must be others.
 */
export function differenceOf(first: Sure, second: Sure): Sure {
  if (first.value === null || second.value === null) return { value: null, ...unsure };
  const value = second.value - first.value;
  const below = hypotenuse(second.value, second.low, first.high, first.value);
  const above = hypotenuse(second.high, second.value, first.value, first.low);
  return {
    value,
    low: below === null ? null : value - below,
    high: above === null ? null : value + above,
  };
}

const hypotenuse = (a: number | null, b: number | null, c: number | null, d: number | null): number | null =>
  a === null || b === null || c === null || d === null ? null : ((a - b) ** 2 + (c - d) ** 2) ** 0.5;
