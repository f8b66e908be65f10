/**
 * Measures that count the same cases, or all but a few of them: what one leaves out would be a small count that nobody hid. So a release
 * tells one number of cases for all of them, hides it for all of them or for none, and tells none of what lies between.
 */
import type { Fact } from '../measures/figure.rules.ts';
import type { MeasureCode } from '../measures/measure.rules.ts';

/**
 * By whose cases a measure is counted.
 * - Lead times leave out what ended before it came that far, and the light route knows no levels: all submitted questions.
 * - T leaves out goals on six points: all end scores.
 * - Of a visit that is not answered nobody knows yet whether that will be in time: those of which that is known.
 */
const heads: Readonly<Partial<Record<MeasureCode, MeasureCode>>> = {
  first_contact_days: 'hand_offs',
  start_days: 'hand_offs',
  earliness_days: 'hand_offs',
  light_route_share: 'hand_offs',
  goal_t: 'goal_levels',
  recorded_on_time: 'confirmed_on_time',
};

/** The measure whose cases are counted; most count their own. */
export const headOf = (code: MeasureCode): MeasureCode => heads[code] ?? code;

/** Of the cases of a measure those that are counted: cases have the same ids in all measures that count them. */
export function amongst(facts: readonly Fact[], counted: readonly Fact[]): readonly Fact[] {
  const known = new Set(counted.map(({ id }) => id));
  return facts.filter(({ id }) => known.has(id));
}
