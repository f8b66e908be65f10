/** What one measure would tell of another: where the levels of questions are hidden, the light route (all levels but pupil) is too. */
import type { MeasureCode } from '../measures/measure.rules.ts';
import { idOf } from './cell.rules.ts';
import type { ReleaseCell } from './release.rules.ts';

/**
 * The places whose parts a measure may not tell.
 * @param made releases of the same period, by measure; `hand_offs` counts the same questions as `light_route_share`, by level too
 */
export function closedFor(
  measure: MeasureCode,
  made: ReadonlyMap<string, readonly ReleaseCell[]>,
): ReadonlySet<string> {
  if (measure !== 'light_route_share') return new Set();
  const hidden = (made.get('hand_offs') ?? []).filter(
    ({ dimension, shown }) => dimension === 'level' && !shown,
  );
  return new Set(hidden.map(({ board }) => idOf({ board, dimension: 'all', key: 'all', part: '' })));
}
