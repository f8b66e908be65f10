import { describe, expect, it, test } from 'vitest';
import { closedYears, figuresOf, type Lesson, leastAbove, pointOf } from './teacher-figure.rules.ts';

const lessons = (schoolId: string, ...marks: readonly (readonly (number | null)[])[]): readonly Lesson[] =>
  marks.map((one) => ({ schoolId, marks: one }));
const same = (schoolId: string, n: number, mark: number): readonly Lesson[] =>
  lessons(schoolId, ...Array.from({ length: n }, () => [mark]));
const sheet = { sheetId: 'S', points: 2, items: [1] };

test('a teacher stands at the nearest point of what was seen, halves up; at none when nothing was', () => {
  expect([pointOf([1, 2]), pointOf([1, 1, 2]), pointOf([null, 4]), pointOf([null])]).toEqual([2, 1, 4, 0]);
});

describe('a sheet of a year', () => {
  it('tells nothing of fewer than five teachers', () => {
    expect(figuresOf({ ...sheet, lessons: same('A', 4, 1) })).toEqual([
      { sheetId: 'S', schoolId: null, n: null, levels: null },
    ]);
    // Nor of four at four schools, of which none is told.
    const four = ['A', 'B', 'C', 'D'].flatMap((school) => same(school, 1, 1));
    expect(figuresOf({ ...sheet, lessons: four }).map(({ n }) => n)).toEqual([null]);
    // The control: one more.
    expect(figuresOf({ ...sheet, lessons: same('A', 5, 1) })[0]).toMatchObject({ schoolId: null, n: 5 });
  });

  it('tells a school only where no other can be found by taking it off', () => {
    const told = (...all: readonly (readonly Lesson[])[]) =>
      figuresOf({ ...sheet, lessons: all.flat() }).map(({ schoolId, n }) => [schoolId, n]);
    expect(told(same('A', 10, 1), same('B', 10, 2))).toEqual([
      [null, 20],
      ['A', 10],
      ['B', 10],
    ]);
    // The three of C, and those of A that would tell them.
    expect(told(same('A', 10, 1), same('B', 10, 2), same('C', 3, 1))).toEqual([
      [null, 23],
      ['B', 10],
    ]);
  });

  it('hides a point where few stand, and another beside it', () => {
    const [all] = figuresOf({ ...sheet, lessons: [...same('A', 12, 1), ...same('A', 3, 2)] });
    expect(all?.n).toBe(15);
    const [spread] = all?.levels ?? [];
    expect(spread?.[2]).toBeNull();
    expect(spread?.filter((n) => n === null).length).toBeGreaterThan(1);
    const [open] = figuresOf({
      sheetId: 'S',
      points: 2,
      items: [1],
      lessons: [...same('A', 12, 1), ...same('A', 8, 2)],
    });
    // Nobody at «not seen» is a small count too.
    expect(open?.levels?.[0]?.[0]).toBeNull();
  });

  it('never lets what is told be taken off the whole to find a small count', () => {
    const mixed = [
      ...same('A', 6, 1),
      ...same('A', 6, 2),
      ...same('B', 6, 1),
      ...same('B', 2, 2),
      ...same('B', 5, 2),
    ];
    const few = [...mixed, ...same('C', 1, 1), ...same('D', 2, 2)];
    const figures = figuresOf({ ...sheet, lessons: few });
    const whole = figures.find(({ schoolId }) => schoolId === null);
    const shown = figures.filter(({ schoolId }) => schoolId !== null);
    const restOf = (point: number) => {
      const all = whole?.levels?.[0]?.[point];
      const parts = shown.map(({ levels }) => levels?.[0]?.[point]);
      if (all === null || all === undefined || parts.some((n) => n === null || n === undefined)) return null;
      return parts.reduce<number>((left, n) => left - (n ?? 0), all);
    };
    for (const point of [0, 1, 2]) expect(restOf(point) ?? 5).toBeGreaterThanOrEqual(5);
  });

  it('tells where the teachers of many small schools stand together', () => {
    const everywhere = Array.from({ length: 24 }, (_, nth) => ({
      schoolId: `S${nth}`,
      marks: [nth < 9 ? 1 : 2],
    }));
    // Nobody at «not seen»: nine cover it, fifteen stand open.
    expect(figuresOf({ ...sheet, lessons: everywhere })).toEqual([
      { sheetId: 'S', schoolId: null, n: 24, levels: [[null, null, 15]] },
    ]);
  });

  it('counts each domain by its own items, at the school as at all together', () => {
    // Nobody, then one, then two seen: 5, 6 and 7 of the first domain, 7, 5 and 6 of the second.
    const at = (nth: number, one: number, two: number) => (nth < one ? null : nth < two ? 1 : 2);
    const marks = Array.from({ length: 18 }, (_, nth) => [at(nth, 5, 11), at(nth, 5, 11), at(nth, 7, 12)]);
    const levels = [
      [5, 6, 7],
      [7, 5, 6],
    ];
    expect(figuresOf({ sheetId: 'S', points: 2, items: [2, 1], lessons: lessons('A', ...marks) })).toEqual([
      { sheetId: 'S', schoolId: null, n: 18, levels },
      { sheetId: 'S', schoolId: 'A', n: 18, levels },
    ]);
  });

  describe('by school', () => {
    /** Of each school how many stand at «not seen» and at the one point there is. */
    const told = (schools: Readonly<Record<string, readonly [none: number, one: number]>>) =>
      figuresOf({
        ...{ sheetId: 'S', points: 1, items: [1] },
        lessons: Object.entries(schools).flatMap(([school, [none, one]]) => [
          ...lessons(school, ...Array.from({ length: none }, () => [null])),
          ...same(school, one, 1),
        ]),
      }).map(({ schoolId, levels }) => [schoolId, levels?.[0]]);

    it('tells each point of each school where all are five or more', () => {
      expect(told({ A: [5, 6], B: [7, 8] })).toEqual([
        [null, [12, 14]],
        ['A', [5, 6]],
        ['B', [7, 8]],
      ]);
    });

    it('tells them beside hidden schools that come to five together', () => {
      // C has three, so A is hidden beside it: 8 and 5 are left when B is taken off.
      expect(told({ A: [7, 3], B: [8, 8], C: [1, 2] })).toEqual([
        [null, [16, 13]],
        ['B', [8, 8]],
      ]);
    });

    it('hides what would tell that hidden schools come to four', () => {
      // 9 and 4 would be left.
      expect(told({ A: [7, 3], B: [8, 8], C: [2, 1] })).toEqual([
        [null, [17, 12]],
        ['B', [null, null]],
      ]);
    });
  });
});

test('a school year is closed two weeks after 31 July', () => {
  expect(closedYears('2025-03-01', '2026-08-14')).toEqual([2024]);
  expect(closedYears('2025-03-01', '2026-08-15')).toEqual([2024, 2025]);
  expect(closedYears('2026-09-01', '2026-11-22')).toEqual([]);
});

describe('what the title of a chart says', () => {
  it('is the fewest that are told above the middle, of all domains', () => {
    expect(
      leastAbove([
        [null, null, 7, 8, null],
        [null, null, null, 5, 6],
      ]),
    ).toBe(8);
    // The middle of five points is no side; of three only the highest lies above it, of two the second.
    expect(leastAbove([[null, 5, 6, 7, 8, 9]])).toBe(17);
    expect(leastAbove([[null, 5, 6, 7]])).toBe(7);
    expect(leastAbove([[null, 5, 6]])).toBe(6);
  });

  it('is nothing where nothing is told there, of one domain too', () => {
    expect(
      leastAbove([
        [null, 9, 7, null, null],
        [null, null, null, 5, 6],
      ]),
    ).toBeUndefined();
    expect(leastAbove([])).toBeUndefined();
  });

  it('follows from what is shown alone: hidden counts that change leave it as it was', () => {
    const year = (hidden: number) => [...same('A', 8, 1), ...same('A', 10, 3), ...same('A', hidden, 2)];
    const said = [1, 2, 3].map((hidden) => {
      const [all] = figuresOf({ ...sheet, points: 3, lessons: year(hidden) });
      return leastAbove(all?.levels ?? []);
    });
    expect(said).toEqual([10, 10, 10]);
  });
});
