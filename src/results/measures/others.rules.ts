/** Whether somebody may compare what they know with the whole it is a part of. */
import { fewest, fewestToSplit } from '../../platform/pure/suppression.ts';
import type { Figure, ShownFigure } from './figure.rules.ts';

/**
 * Whether somebody who knows their own part may see the whole: what is left for the others is ten cases at least, of each part that is
 * told, five. Else the whole would tell of a few others.
 * @param whole as it was released
 * @param own the same measure over the same period, of what the reader works on
 * @param counted how many of the cases are theirs by which the release counts the measure: a lead time leaves some out (kin.rules.ts)
 */
export function isOthers(whole: ShownFigure, own: Figure, counted: number): boolean {
  const { n: all } = whole;
  if (all === '<5' || [own.n, counted].some((mine) => all - mine < fewestToSplit)) return false;
  return (whole.parts ?? []).every(({ key, n }) => n === '<5' || n - ownIn(own, key) >= fewest);
}

/** Of two scorers a release tells whether they differ, and their own cases by how much. */
function ownIn({ n, parts = [] }: Figure, key: string): number {
  const having = (wanted: string) => parts.find((part) => part.key === wanted)?.n ?? 0;
  if (key === 'other') return n - having('0');
  return having(key === 'same' ? '0' : key);
}
