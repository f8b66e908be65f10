/** Days of which nothing was written down, or nothing can be yet: everywhere nobody came, and nothing was planned. They are no figure. */
import type { Measure } from '../measures/measure.rules.ts';
import type { Found } from './grouped.rules.ts';

export const nothing: Found = { total: { key: 'all', n: 0, value: null }, figures: [], cases: [] };

/** A year to compare with. */
export const recordedOf = (measure: Pick<Measure, 'code' | 'kind'>, found: Found): Found =>
  isUnvisited(measure, found) || isUnplanned(measure, found) ? nothing : found;

interface Beside {
  readonly found: Found;
  /** The same days a year before. */
  readonly earlier: Found;
  /** All there is of days gone by: what is not there now was not written down. */
  readonly over: boolean;
  /** Days to come. */
  readonly ahead: boolean;
}

/** The days asked for: of those gone by two years after each other of which nothing was written down were before the first. */
export function askedOf(measure: Pick<Measure, 'code' | 'kind'>, asked: Beside): Found {
  const { found, earlier, over, ahead } = asked;
  const isSilent = ahead || (over && recordedOf(measure, earlier) === nothing);
  return isSilent ? recordedOf(measure, found) : found;
}

const isUnvisited = ({ code }: Pick<Measure, 'code'>, { cases }: Found): boolean =>
  code === 'schools_unvisited' && cases.every(({ value }) => value === 1);

const isUnplanned = ({ kind }: Pick<Measure, 'kind'>, { total }: Found): boolean =>
  kind === 'ratio' && (total.value ?? 0) === 0;
