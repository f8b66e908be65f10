import { describe, expect, it } from 'vitest';
import { showOptions, showOutcomes, showTookPart } from './results.view.ts';
import type { Results } from './round.store.ts';

const results: Results = {
  asked: 40,
  tookPart: 12,
  open: true,
  answers: null,
  options: [
    { nth: 1, option: 'Ja', n: 9 },
    { nth: 1, option: 'Nee', n: 3 },
    { nth: 2, option: 'Anders', n: 7 },
  ],
  outcomes: { taken_over: 1 },
};

describe('what came of a round', () => {
  it('without names and while it runs is counted in fives, for everybody', () => {
    expect(showTookPart(results, { anonymous: true }, true, true)).toBe(10);
    expect(showTookPart({ ...results, tookPart: 4 }, { anonymous: true }, true, true)).toBe('<5');
  });

  it('is counted in full by who reads the names, and never small for others', () => {
    expect(showTookPart({ ...results, tookPart: 3 }, { anonymous: false }, true, true)).toBe(3);
    expect(showTookPart({ ...results, tookPart: 3 }, { anonymous: false }, false, false)).toBe('<5');
    expect(showTookPart(results, { anonymous: false }, false, false)).toBe(12);
    expect(showTookPart({ ...results, tookPart: 4 }, { anonymous: true }, false, true)).toBe('<5');
  });

  it('shows a choice of its question alone, small ones only to who reads the answers', () => {
    const question = { nth: 1, text: '', options: ['Ja', 'Nee'] };
    expect(showOptions(results, question, true)).toEqual([
      { option: 'Ja', n: 9 },
      { option: 'Nee', n: 3 },
    ]);
    // Of twelve, nine would tell the three.
    expect(showOptions(results, question, false).map(({ n }) => n)).toEqual(['<5', '<5']);
    expect(showOptions({ ...results, options: null }, question, true)).toEqual([]);
  });

  it('names every outcome, also the one that never came', () => {
    expect(showOutcomes(results, true)).toEqual([
      { outcome: 'taken_over', n: 1 },
      { outcome: 'partly', n: 0 },
      { outcome: 'not_taken_over', n: 0 },
      { outcome: 'later', n: 0 },
    ]);
    expect(showOutcomes(results, false).map(({ n }) => n)).toEqual(['<5', '<5', '<5', '<5']);
  });
});
