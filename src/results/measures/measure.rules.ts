/**
 * Every figure that Kortelijn shows, defined once: pages, API, exports, documents and tests read this table. «Elk cijfer heeft één
 * definitie.» What a figure is computed from are facts (`measure.store.ts`), how is its kind (`figure.rules.ts`).
 */

import { lineMeasures } from './line-measures.rules.ts';
import { type Measure, type MeasureCode, measureCodes } from './measure-shape.rules.ts';
import { resultMeasures } from './result-measures.rules.ts';
import { workMeasures } from './work-measures.rules.ts';

export {
  type Dimension,
  dimensions,
  isAmount,
  isApart,
  type Kind,
  type Measure,
  type MeasureCode,
  measureCodes,
  type Unit,
} from './measure-shape.rules.ts';

/** All of them, in the order in which codes are listed: no figure is more important than another. */
export const measures: readonly Measure[] = [...lineMeasures, ...workMeasures, ...resultMeasures].toSorted(
  (a, b) => measureCodes.indexOf(a.code) - measureCodes.indexOf(b.code),
);

const byCode = new Map(measures.map((measure) => [measure.code, measure]));

/** The measure of a code. Throws a RangeError when the table lacks it. */
export function measureOf(code: MeasureCode): Measure {
  const found = byCode.get(code);
  if (found === undefined) throw new RangeError(`No such measure: ${code}`);
  return found;
}

export const isMeasureCode = (text: string): text is MeasureCode =>
  (measureCodes as readonly string[]).includes(text);
