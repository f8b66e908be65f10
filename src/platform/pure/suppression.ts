/**
 * Small counts are not shown, and neither is what would give them away: «0-4 show as "<5", complements are hidden too».
 * Everything hidden looks the same, so that nobody can tell a small count from one that only protects it.
 */

/** A count as others may see it. */
export type Shown = number | '<5';

/** How people read «<5»: as it may be a larger one too, «less than five» would not be true. */
export const hiddenWord = 'verborgen';

/** Beside figures of which some may be hidden, once. */
export const hiddenMeans =
  '«Verborgen» is een aantal onder vijf, of een cijfer waaruit zo’n klein aantal te berekenen is.';

/** Counts below this are hidden. */
export const fewest = 5;

/** Below this total nothing is split and nothing is averaged. */
export const fewestToSplit = 10;

/** One count that is not part of another. */
export function showCount(n: number): Shown {
  return n < fewest ? '<5' : n;
}

/** A count that grows while people look, in steps of five: two looks after each other never show one more. */
export function showAtLeast(n: number): Shown {
  return n < fewest ? '<5' : n - (n % fewest);
}

/**
 * The parts of a total that is shown itself (with `showCount`). Beside the small ones, others are hidden in the order of the list, until
 * what is hidden together leaves each small one open. The order and not the size decides: else the largest hidden one would be known.
 */
export function showParts(parts: readonly number[]): readonly Shown[] {
  const total = parts.reduce((sum, n) => sum + n, 0);
  if (total < fewestToSplit) return parts.map(() => '<5');
  const first = parts.findIndex((n) => n < fewest);
  if (first < 0) return parts;
  const hidden = new Set([...parts.keys()].filter((i) => (parts[i] ?? 0) < fewest));
  let sum = [...hidden].reduce((all, i) => all + (parts[i] ?? 0), 0);
  let covers = 0;
  for (let step = 1; step < parts.length && !isOpen(sum, covers); step += 1) {
    const i = (first + step) % parts.length;
    if (hidden.has(i)) continue;
    hidden.add(i);
    sum += parts[i] ?? 0;
    covers += 1;
  }
  return parts.map((n, i) => (hidden.has(i) ? '<5' : n));
}

/** Whoever knows the hidden sum, and that each cover is five or more, still finds room for any small count. */
const isOpen = (sum: number, covers: number) => covers > 0 && sum >= fewest * covers + fewest;
