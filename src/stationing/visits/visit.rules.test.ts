import { describe, expect, test } from 'vitest';
import { divide, isInReach, mayChange, mayWithdraw, minutesLeft, stateOf } from './visit.rules.ts';

describe('minutes of a visit', () => {
  test.each([
    ['one thing gets all of them', 60, [undefined], [60]],
    [
      'three things without minutes share evenly, the first ones the most',
      100,
      [undefined, undefined, undefined],
      [34, 33, 33],
    ],
    ['what has minutes keeps them', 90, [30, undefined, undefined], [30, 30, 30]],
    ['all filled in and equal', 45, [30, 15], [30, 15]],
  ] as const)('%s', (_what, minutes, given, expected) => {
    const divided = divide(
      minutes,
      given.map((one) => ({ minutes: one })),
    );
    expect(divided?.map((one) => one.minutes)).toEqual(expected);
  });

  test.each([
    ['too few', 60, [30, 15]],
    ['too many', 60, [30, 45]],
    ['none left for what is open', 60, [60, undefined]],
    ['fewer left than things that are open', 60, [59, undefined, undefined]],
    ['nothing to divide over', 60, []],
  ] as const)('cannot be divided: %s', (_what, minutes, given) => {
    expect(
      divide(
        minutes,
        given.map((one) => ({ minutes: one })),
      ),
    ).toBeUndefined();
  });

  test('that are left can be too few', () => {
    expect(minutesLeft(60, [{ minutes: 30 }, {}, { minutes: 15 }])).toBe(15);
    expect(minutesLeft(60, [{ minutes: 75 }])).toBe(-15);
  });

  test('always add up, whatever is open', () => {
    for (let minutes = 5; minutes <= 40; minutes += 1)
      for (let open = 1; open <= 5; open += 1) {
        const divided = divide(minutes, [{ minutes: 3 }, ...Array.from({ length: open }, () => ({}))]);
        if (minutes - 3 < open) expect(divided).toBeUndefined();
        else expect(divided?.reduce((sum, one) => sum + one.minutes, 0)).toBe(minutes);
      }
  });
});

test('a visit is written down on its day and at most 90 days later', () => {
  const inReach = (day: string) => isInReach(day, '2026-05-31');
  expect(['2026-05-31', '2026-03-02'].map(inReach)).toEqual([true, true]);
  expect(['2026-06-01', '2026-03-01'].map(inReach)).toEqual([false, false]);
});

describe('the state of a visit', () => {
  const state = (...verdicts: readonly ('confirmed' | 'disputed' | null)[]) => ({
    withdrawn: false,
    schools: verdicts.map((verdict) => ({ verdict })),
    split: [{ faded: false }],
  });
  test('is what the schools say, and one that disputes it weighs most', () => {
    expect(stateOf(state(null))).toBe('waiting');
    expect(stateOf(state('confirmed', null))).toBe('waiting');
    expect(stateOf(state('confirmed', 'confirmed'))).toBe('confirmed');
    expect(stateOf(state('confirmed', 'disputed'))).toBe('disputed');
    expect(stateOf({ ...state('disputed'), withdrawn: true })).toBe('withdrawn');
  });
  test('lets it be withdrawn until every school confirmed it, and once', () => {
    expect(mayWithdraw(state(null))).toBe(true);
    expect(mayWithdraw(state('confirmed', null))).toBe(true);
    expect(mayWithdraw(state('confirmed', 'disputed'))).toBe(true);
    expect(mayWithdraw(state('confirmed', 'confirmed'))).toBe(false);
    expect(mayWithdraw({ ...state(null), withdrawn: true })).toBe(false);
  });
  test('lets it be corrected, but not when it was for a question that faded', () => {
    expect(mayChange(state('confirmed'))).toBe(true);
    expect(mayChange({ ...state('confirmed'), withdrawn: true })).toBe(false);
    const faded = { ...state(null), split: [{ faded: false }, { faded: true }] };
    expect([mayChange(faded), mayWithdraw(faded)]).toEqual([false, false]);
  });
});
