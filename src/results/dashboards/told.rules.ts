/** Why a value is not told: hidden, or of too few. */
import { fewestToSplit, type Shown } from '../../platform/pure/suppression.ts';
import type { ShownFigure } from '../measures/figure.rules.ts';

/**
 * The value of a figure as people read it. Of ten cases and more a release tells everything or nothing beside their number: where nothing
 * stands there, it is hidden, as it would tell of a few.
 */
export function valueTold(figure: ShownFigure): Shown | null {
  const { n, value } = figure;
  if (n === '<5') return n;
  return value === null && n >= fewestToSplit && tellsNothing(figure) ? '<5' : value;
}

/** What stands beside a value is hidden with it. */
export const besideTold = (figure: ShownFigure, beside: number | null | undefined): Shown | null =>
  beside ?? (valueTold(figure) === '<5' ? '<5' : null);

/** A lead time that more than half still wait for has a p85, a ratio of nothing its `of`: they are told. */
const tellsNothing = ({ low, p85, of }: ShownFigure) =>
  low === undefined && p85 === undefined && of === undefined;
