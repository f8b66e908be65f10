import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showAtLeast, showCount, showParts } from './suppression.ts';

describe('one count', () => {
  it.each([
    [0, '<5'],
    [4, '<5'],
    [5, 5],
    [12, 12],
  ])('%s shows as %s', (n, shown) => {
    expect(showCount(n)).toBe(shown);
  });

  it.each([
    [4, '<5'],
    [5, 5],
    [9, 5],
    [10, 10],
  ])('%s, still growing, shows as %s', (n, shown) => {
    expect(showAtLeast(n)).toBe(shown);
  });
});

describe('parts of a total', () => {
  it.each([
    ['nothing small: all are shown', [5, 7, 12], [5, 7, 12]],
    ['a small one takes the next along', [3, 20, 30], ['<5', '<5', 30]],
    ['the last one takes the first along', [20, 30, 3], ['<5', 30, '<5']],
    ['two small ones alone would add up to what is left', [4, 20, 4, 30], ['<5', '<5', '<5', 30]],
    ['a cover of five covers nothing: one more', [0, 5, 20, 30], ['<5', '<5', '<5', 30]],
    ['under ten in all nothing is split', [9, 0], ['<5', '<5']],
  ])('%s', (_why, parts, shown) => {
    expect(showParts(parts)).toEqual(shown);
  });

  it('never show less than was hidden, and never another number than the true one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 9 }), (parts) => {
        showParts(parts).forEach((shown, i) => {
          if (shown === '<5') return;
          expect(shown).toBe(parts[i]);
          expect(shown).toBeGreaterThanOrEqual(5);
        });
      }),
    );
  });
});

/** All lists of `length` counts below `most`. */
function* lists(length: number, most: number): Generator<readonly number[]> {
  if (length === 0) yield [];
  else for (const rest of lists(length - 1, most)) for (let n = 0; n < most; n += 1) yield [...rest, n];
}

/** What an attacker holds who knows the total, every shown part, and the very way in which parts are hidden: all lists that look the same. */
function recovered(length: number, most: number, show: (parts: readonly number[]) => readonly unknown[]) {
  const alike = new Map<string, readonly Set<number>[]>();
  for (const parts of lists(length, most)) {
    const total = parts.reduce((sum, n) => sum + n, 0);
    const look = JSON.stringify([showCount(total), show(parts)]);
    const values = alike.get(look) ?? parts.map(() => new Set<number>());
    for (const [i, n] of parts.entries()) values[i]?.add(n);
    alike.set(look, values);
  }
  return [...alike].flatMap(([look, values]) => {
    const [, shown] = JSON.parse(look) as [unknown, readonly unknown[]];
    return values.flatMap((found, i) => (shown[i] === '<5' && found.size < 2 ? [`${look} ${i}`] : []));
  });
}

describe('an attacker who knows how it is done', () => {
  it.each([
    [2, 40],
    [3, 24],
    [4, 12],
    [5, 8],
  ])('finds no hidden part among %s, whatever the counts', (length, most) => {
    // At the edge of what is tried, lists with a larger count are missing from the comparison: those look-alikes exist too.
    const edge = (look: string) => {
      const [total, shown] = JSON.parse(look.replace(/ \d+$/, '')) as [
        number | string,
        readonly (number | string)[],
      ];
      const seen = shown.reduce<number>((sum, n) => sum + (typeof n === 'number' ? n : 0), 0);
      return typeof total === 'number' && total - seen >= most;
    };
    expect(recovered(length, most, showParts).filter((look) => !edge(look))).toEqual([]);
  });

  it('would find them when only the small ones were hidden', () => {
    const careless = (parts: readonly number[]) => parts.map(showCount);
    expect(recovered(3, 24, careless).length).toBeGreaterThan(100);
  });

  it('would find some when the smallest other one were the cover', () => {
    const bySize = (parts: readonly number[]) => {
      const small = parts.filter((n) => n < 5).length;
      const cover = Math.min(...parts.filter((n) => n >= 5));
      return parts.map((n) => (n < 5 || (small === 1 && n === cover) ? '<5' : n));
    };
    expect(recovered(4, 12, bySize).length).toBeGreaterThan(0);
  });
});
