/** Whoever lays releases of two measures beside each other, of the same questions, goals or visits. */
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../tests/support/sum-families.ts';
import type { Fact } from '../measures/figure.rules.ts';
import { type MeasureCode, measureCodes, measureOf } from '../measures/measure.rules.ts';
import { idOf } from './cell.rules.ts';
import { amongst, headOf } from './kin.rules.ts';
import { countsOf, type Given, type ReleaseCell, releaseOf } from './release.rules.ts';

const known = {
  board: ['b1', 'b2', 'b3'],
  area: ['a1', 'a2'],
  expertise: ['gedrag', 'taal', 'rekenen'],
  level: ['school', 'team', 'group', 'pupil'],
  kind: ['school', 'specialist'],
  areasOf: { b1: ['a1', 'a2'], b2: ['a1', 'a2'], b3: ['a1', 'a2'] },
};

const aFact = (id: string, some: Partial<Fact> = {}): Fact => ({
  ...{ id, schoolId: 's', boardId: 'b1', areaId: 'a1', expertise: 'gedrag', level: 'pupil', kind: null },
  ...{ ambitionId: null, on: '2025-09-10', value: 1, of: null, open: false },
  ...some,
});

const givenOf = (code: MeasureCode, facts: readonly Fact[], more: Partial<Given> = {}): Given => ({
  ...{ measure: measureOf(code), span: 'year', facts, known, earlier: [], ...more },
});

/** The release of a measure beside that of its head, of the same period. */
const released = (code: MeasureCode, own: readonly Fact[], all: readonly Fact[]) =>
  releaseOf(givenOf(code, own), countsOf(givenOf(headOf(code), all)));

/** Cases as they come, of which the second list leaves out a few. */
function someCases(seed: number, size: number, left: number) {
  const random = randomFrom(seed);
  const one = <T>(list: readonly T[]) => list[Math.floor(random() ** 1.6 * list.length)] as T;
  const all = Array.from({ length: size }, (_, nth) =>
    aFact(`f${nth}`, {
      ...{ boardId: one(known.board), areaId: one(known.area), expertise: one(known.expertise) },
      ...{ level: one(known.level), kind: one(known.kind), value: random() < 0.5 ? 1 : 0 },
    }),
  );
  return { all, some: all.filter(() => random() > left) };
}

const kin = measureCodes.filter((code) => headOf(code) !== code);
const wholes = (cells: readonly ReleaseCell[]) => cells.filter(({ part }) => part === '');

describe('measures of the same cases', () => {
  it('are lead times and the light route, T, and visits that were written down in time', () => {
    expect(kin.map((code) => [code, headOf(code)])).toEqual([
      ['first_contact_days', 'hand_offs'],
      ['start_days', 'hand_offs'],
      ['earliness_days', 'hand_offs'],
      ['light_route_share', 'hand_offs'],
      ['goal_t', 'goal_levels'],
      ['recorded_on_time', 'confirmed_on_time'],
    ]);
    expect(headOf('hours_done')).toBe('hours_done');
    // No head is counted by another: who knows one number knows no second.
    for (const code of measureCodes) expect(headOf(headOf(code))).toBe(headOf(code));
  });

  it.each(kin)('tell of each place the same number or none: %s', (code) => {
    const seen = { shown: 0, hidden: 0 };
    for (const [seed, size] of [
      [1, 90],
      [2, 60],
      [3, 16],
    ] as const) {
      const { all, some } = someCases(seed, size, 0.1);
      const head = new Map(
        wholes(releaseOf(givenOf(headOf(code), all))).map((cell) => [idOf(cell), cell] as const),
      );
      const own = wholes(released(code, some, all));
      expect(some.length).toBeLessThan(all.length);
      for (const cell of own) {
        const { n, shown } = head.get(idOf(cell)) ?? {};
        expect([idOf(cell), cell.n, cell.shown]).toEqual([idOf(cell), n, shown]);
        seen[cell.shown ? 'shown' : 'hidden'] += 1;
      }
    }
    expect(seen.shown).toBeGreaterThan(5);
    expect(seen.hidden).toBeGreaterThan(5);
  });

  it('leave anything from none to four open of the cases that one of them leaves out', () => {
    // What somebody knows who has both: the number of cases, and whether there is a median.
    const told = (counted: number, missing: number) => {
      const all = Array.from({ length: counted }, (_, nth) => aFact(`f${nth}`));
      const known = { board: ['b1'], area: ['a1'], expertise: ['gedrag'], level: ['pupil'] };
      const counts = countsOf(givenOf('hand_offs', all, { known }));
      const total = releaseOf(givenOf('first_contact_days', all.slice(missing), { known }), counts)[0];
      return [total?.n, total?.shown, total?.figure !== null];
    };
    for (let counted = 5; counted < 25; counted += 1)
      for (let missing = 1; missing < 5; missing += 1)
        expect([counted, missing, told(counted, missing)]).toEqual([counted, missing, told(counted, 0)]);
    expect([told(13, 0), told(14, 4)]).toEqual([
      [13, true, false],
      [14, true, true],
    ]);
    // Where none is told although many are counted, at least five are missing.
    expect([told(14, 5), told(15, 5), told(15, 6)]).toEqual([
      [14, true, false],
      [15, true, true],
      [15, true, false],
    ]);
  });

  it('are counted by cases of their own where none is counted by another', () => {
    const { all } = someCases(4, 60, 0);
    expect(released('hand_offs', all, all)).toEqual(releaseOf(givenOf('hand_offs', all)));
  });

  it('make figures of counted cases alone', () => {
    const all = Array.from({ length: 20 }, (_, nth) => aFact(`f${nth}`, { kind: 'advice', value: 1 }));
    const late = Array.from({ length: 10 }, (_, nth) => aFact(`late${nth}`, { kind: 'advice', value: 0 }));
    const unknown = wholes(released('recorded_on_time', [...all, ...late], all))[0];
    expect([unknown?.n, unknown?.figure]).toEqual([20, null]);
    const half = all.map((fact, nth) => ({ ...fact, value: nth % 2 }));
    expect(wholes(released('recorded_on_time', [...half, ...late], all))[0]).toMatchObject({
      n: 20,
      figure: { value: 0.5 },
    });
    expect(amongst(late, all)).toEqual([]);
    expect(amongst(all.slice(3), all)).toEqual(all.slice(3));
  });
});

/**
 * Schools know their own cases. Laid beside two releases of the same period, of kin, they leave the same others; and beside those of a
 * year and its quarters what is left of the year is what is left of the quarters.
 */
describe('a director who takes their own school off', () => {
  it('is left with the same number of others by each of two measures', () => {
    const { all, some } = someCases(7, 120, 0.1);
    const rest = (code: MeasureCode, own: readonly Fact[]) =>
      wholes(released(code, own, all)).map(({ n, shown }) => (shown ? n : null));
    expect(rest('first_contact_days', some)).toEqual(rest('start_days', all));
    expect(rest('first_contact_days', some)).toEqual(rest('earliness_days', some.slice(5)));
  });
});
