import { describe, expect, it } from 'vitest';
import { longRun, signalsOf, stretchesOf } from './run.ts';
import { namedEvery, placeOn, scaleBetween, scaleOver, wholeScale } from './scale.ts';

describe('a scale', () => {
  it('ends at a round number and has round steps', () => {
    expect(scaleOver([77, 12])).toEqual({ from: 0, to: 80, ticks: [0, 20, 40, 60, 80] });
    expect(scaleOver([21.4])).toEqual({ from: 0, to: 25, ticks: [0, 5, 10, 15, 20, 25] });
    expect(scaleOver([0.3]).ticks).toEqual([0, 0.1, 0.2, 0.3]);
    expect(scaleOver([5]).ticks).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('holds what is below nothing', () => {
    expect(scaleOver([-7, 12])).toEqual({ from: -10, to: 15, ticks: [-10, -5, 0, 5, 10, 15] });
    expect(scaleOver([-7]).to).toBe(2);
  });

  it('of what lies between two ends goes from one to the other', () => {
    expect(scaleBetween(1, 4)).toEqual({ from: 1, to: 4, ticks: [1, 2, 3, 4] });
    expect(scaleBetween(0, 1).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(scaleBetween(1, 8).ticks).toEqual([1, 3, 5, 7]);
  });

  it('has a place for nothing at all', () => {
    expect(scaleOver([])).toEqual({ from: 0, to: 1, ticks: [0, 1] });
    expect(placeOn(scaleOver([0]), 0)).toBe(0);
  });

  it('places what lies beyond it at its end', () => {
    const scale = scaleOver([80]);
    expect([0, 20, 80, 90, -1].map((value) => placeOn(scale, value))).toEqual([0, 25, 100, 100, 0]);
    expect(placeOn(wholeScale, 1 / 3)).toBe(33.33);
  });

  it('leaves names out when there is no room for all', () => {
    expect([0, 8, 9, 16, 17].map((count) => namedEvery(count, 8))).toEqual([1, 1, 2, 2, 3]);
  });
});

describe('a run chart', () => {
  // Ranges 2, 3, 1, 2, 3, 1, 2: mean 2; mean of the points 10.
  const eight = [10, 12, 9, 10, 8, 11, 10, 12].map((value) => value - 0.25);

  it('has limits 2.66 mean ranges from its centre', () => {
    const [stretch] = stretchesOf(eight);
    expect(stretch).toMatchObject({ first: 0, last: 7, centre: 10 });
    expect(stretch?.limits?.low).toBeCloseTo(4.68, 10);
    expect(stretch?.limits?.high).toBeCloseTo(15.32, 10);
  });

  it('has a centre but no limits of fewer than eight points', () => {
    expect(stretchesOf(eight.slice(0, 7))[0]?.limits).toBeNull();
    expect(stretchesOf([null, 4])).toEqual([{ first: 0, last: 1, centre: 4, limits: null }]);
    expect(stretchesOf([null, null])).toEqual([]);
    expect(stretchesOf([])).toEqual([]);
  });

  it('reckons with known points alone, from one to the next', () => {
    const gaps = eight.flatMap((value) => [value, null]);
    expect(stretchesOf(gaps)[0]).toMatchObject({ last: 15, centre: 10 });
    expect(stretchesOf(gaps)[0]?.limits).toEqual(stretchesOf(eight)[0]?.limits);
  });

  it('keeps its limits above what the figure can never be less than', () => {
    expect(stretchesOf(eight, [], 6)[0]?.limits?.low).toBe(6);
    expect(stretchesOf(eight, [], 0)[0]?.limits?.low).toBeCloseTo(4.68, 10);
    expect(stretchesOf(eight, [], 0, 11)[0]?.limits?.high).toBe(11);
    expect(stretchesOf(eight, [], 0, 20)[0]?.limits?.high).toBeCloseTo(15.32, 10);
  });

  it('begins anew where the way of working changed', () => {
    const both = [...eight, ...eight.map((value) => value - 5)];
    expect(stretchesOf(both, [8]).map(({ first, last, centre }) => [first, last, centre])).toEqual([
      [0, 7, 10],
      [8, 15, 5],
    ]);
    expect(stretchesOf(both, [0, 8])).toHaveLength(2);
  });

  it('names what lies outside the limits', () => {
    const values = [...eight, ...eight, 25];
    expect(signalsOf(values, stretchesOf(values)).map((signal) => signal ?? '-')).toEqual([
      ...Array.from({ length: 16 }, () => '-'),
      'outside',
    ]);
    expect(signalsOf(eight, stretchesOf(eight)).every((signal) => signal === undefined)).toBe(true);
  });

  it('names a long run on one side of the centre, and no shorter one', () => {
    const sides = (below: number, above: number) =>
      [...Array.from({ length: below }, () => 4), ...Array.from({ length: above }, () => 6)].flatMap(
        (value, nth) => [value + (nth % 2 === 0 ? 0.5 : -0.5)],
      );
    const long = sides(longRun, longRun);
    expect(signalsOf(long, stretchesOf(long))).toEqual(long.map(() => 'run'));
    const short = sides(longRun - 1, longRun - 1);
    expect(signalsOf(short, stretchesOf(short))).toEqual(short.map(() => undefined));
  });

  it('says nothing of points that never move', () => {
    const still = Array.from({ length: 10 }, () => 3);
    expect(signalsOf(still, stretchesOf(still))).toEqual(still.map(() => undefined));
  });
});
