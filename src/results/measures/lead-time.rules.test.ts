import { describe, expect, it } from 'vitest';
import { leadTime, survival } from './lead-time.rules.ts';

const ended = (...days: readonly number[]) => days.map((value) => ({ value, open: false }));
const open = (...days: readonly number[]) => days.map((value) => ({ value, open: true }));

describe('a lead time', () => {
  it('of cases that all ended is the day by which half, and 85 of 100, were helped', () => {
    // Ten of them: five are helped by day 5; eight and a half of ten by the ninth.
    expect(leadTime(ended(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))).toEqual({ value: 5, p85: 9, open: 0 });
    expect(leadTime(ended(4))).toEqual({ value: 4, p85: 4, open: 0 });
    expect(leadTime(ended(3, 0))).toEqual({ value: 0, p85: 3, open: 0 });
  });

  it('counts who still waits as longer than they waited so far', () => {
    // The example of Kaplan and Meier's own paper: deaths at 0.8, 3.1, 5.4, 9.2, losses at 1.0, 2.7, 7.0, 12.1 months (here tenths):
    // 7/8, then 4/5, 3/4 and 1/2 of it: 0.875, 0.7, 0.525, 0.2625.
    const waits = [...ended(8, 31, 54, 92), ...open(10, 27, 70, 121)];
    const curve = survival(waits);
    expect(curve.map(({ days, atRisk }) => [days, atRisk])).toEqual([
      [8, 8],
      [31, 5],
      [54, 4],
      [92, 2],
    ]);
    [0.875, 0.7, 0.525, 0.2625].forEach((waiting, nth) => {
      expect(curve[nth]?.waiting).toBeCloseTo(waiting, 12);
    });
    expect(leadTime(waits)).toEqual({ value: 92, p85: null, open: 4 });
    // Left out, the open ones would have made it look faster.
    expect(leadTime(ended(8, 31, 54, 92)).value).toBe(31);
  });

  it('takes who was open after as many days to have been at risk that day', () => {
    // On day 5 four were at risk and two were helped: exactly the half still waits.
    expect(leadTime([...ended(5, 5), ...open(5, 5)])).toEqual({ value: 5, p85: null, open: 2 });
    // Had they left a day before, both of two were helped.
    expect(leadTime([...ended(5, 5), ...open(4, 4)])).toEqual({ value: 5, p85: 5, open: 2 });
  });

  it('finds the half where fractions only come near to it', () => {
    // 6/7 × 5/6 × 4/5 × 3/4 = 3/7, just under the half; of 14 it is the seventh, exactly the half.
    expect(leadTime(ended(1, 2, 3, 4, 5, 6, 7)).value).toBe(4);
    expect(leadTime(ended(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)).value).toBe(7);
    // Of 20 the seventeenth leaves 15 of 100.
    expect(leadTime(ended(...Array.from({ length: 20 }, (_, n) => n + 1))).p85).toBe(17);
  });

  it('cannot be told while more than half still wait, or where there is nobody', () => {
    expect(leadTime([...ended(2), ...open(3, 4)])).toEqual({ value: null, p85: null, open: 2 });
    expect(leadTime(open(30, 40))).toEqual({ value: null, p85: null, open: 2 });
    expect(leadTime([])).toEqual({ value: null, p85: null, open: 0 });
  });
});
