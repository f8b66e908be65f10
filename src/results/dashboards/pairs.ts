/** Figures that are read beside each other: what was planned, and what was done of it. */
import type { MeasureCode } from '../measures/measure.rules.ts';
import type { Asked } from './dashboard.access.ts';

const others: Readonly<Partial<Record<MeasureCode, MeasureCode>>> = {
  hours_done: 'hours_planned',
  hours_planned: 'hours_done',
};

/** The measure beside one, whole, to be asked for at once. A line of quarters is of other days. */
export function pairedWith({ code, by }: Asked): readonly Asked[] {
  const other = by === 'quarter' ? undefined : others[code];
  return other === undefined ? [] : [{ code: other, by: null }];
}
