/** Who works at one school takes its cases off all that is released, and finds no small number of others. */
import { describe, expect, it } from 'vitest';
import { type Added, rangesOf } from '../../../tests/support/attacker.ts';
import { randomFrom } from '../../../tests/support/sum-families.ts';
import type { Fact } from '../measures/figure.rules.ts';
import { type MeasureCode, measureOf } from '../measures/measure.rules.ts';
import { quarterOf, quartersOf } from '../measures/period.rules.ts';
import { countOf, idOf, type Place, placesOfFact } from './cell.rules.ts';
import { type EarlierCell, type ReleaseCell, releaseOf } from './release.rules.ts';

const known = {
  board: ['b1', 'b2', 'b3'],
  area: ['a1'],
  expertise: ['gedrag', 'taal', 'rekenen'],
  level: ['group', 'pupil'],
};

let nth = 0;
const aFact = (some: Partial<Fact>): Fact => ({
  ...{ id: `f${nth++}`, schoolId: 's1', boardId: 'b1', areaId: 'a1', expertise: 'gedrag', level: 'pupil' },
  ...{ kind: null, ambitionId: null, on: '2025-09-10', value: 1, of: null, open: false },
  ...some,
});
const some = (n: number, fact: Partial<Fact>) => Array.from({ length: n }, () => aFact(fact));

describe('the number of a cell', () => {
  it('goes with that of the school that has most, and cases of no school are nobody’s own', () => {
    expect(countOf([])).toEqual({ n: 0, own: 0 });
    expect(countOf([...some(2, {}), ...some(3, { schoolId: 's2' }), ...some(4, { schoolId: null })])).toEqual(
      {
        n: 9,
        own: 3,
      },
    );
  });
});

describe('a board of which one school has nearly all', () => {
  const shown = (own: number, others: number, schools = 1) => {
    const b1 = [
      ...some(own, {}),
      ...Array.from({ length: others }, (_, one) => aFact({ schoolId: `other${one % schools}` })),
    ];
    const b2 = Array.from({ length: 40 }, (_, one) => aFact({ boardId: 'b2', schoolId: `far${one % 2}` }));
    const b3 = Array.from({ length: 40 }, (_, one) => aFact({ boardId: 'b3', schoolId: `off${one % 2}` }));
    const cells = releaseOf({
      ...{ measure: measureOf('hand_offs'), span: 'quarter', known, earlier: [] },
      facts: [...b1, ...b2, ...b3],
    });
    return cells.find(({ board, dimension, part }) => board === 'b1' && dimension === 'all' && part === '')
      ?.shown;
  };

  it.each([
    [18, 0, 1, true],
    [18, 1, 1, false],
    [18, 4, 1, false],
    [18, 4, 4, false],
    [18, 5, 1, true],
    [18, 5, 5, true],
    // The other way round: one school has the few, and knows of the many that they are many.
    [5, 18, 1, true],
    [4, 18, 1, false],
    // Five of five schools: each knows that there are four more.
    [1, 4, 4, false],
    [5, 0, 1, true],
    [4, 0, 1, false],
  ])('of %i of its own and %i of %i others: told %s', (own, others, schools, told) => {
    expect(shown(own, others, schools)).toBe(told);
  });
});

/** A school year of cases as they come, by the quarter and then whole; schools differ much in size. */
function released(code: MeasureCode, random: () => number, size: number) {
  const one = <T>(list: readonly T[]) => list[Math.floor(random() ** 2 * list.length)] as T;
  const facts = Array.from({ length: size }, () => {
    const boardId = one(known.board);
    return aFact({
      ...{ boardId, schoolId: `${boardId} ${one([1, 2, 3, 4])}`, level: one(known.level) },
      ...{ expertise: one(known.expertise), value: random() < 0.4 ? 1 : 0 },
      on: one(['2025-09-10', '2025-11-20', '2026-03-03', '2026-06-06']),
    });
  });
  const measure = measureOf(code);
  const earlier = quartersOf(2025).flatMap(({ from }) =>
    releaseOf({
      ...{ measure, span: 'quarter', known, earlier: [] },
      facts: facts.filter(({ on }) => quarterOf(on) === from),
    }).map((cell): EarlierCell => ({ ...cell, quarter: from, told: cell.figure !== null })),
  );
  const year = releaseOf({ measure, span: 'year', facts, known, earlier });
  const cells: readonly Cell[] = [...earlier, ...year];
  const owns = (schoolId: string) => {
    const mine = facts.filter((fact) => fact.schoolId === schoolId);
    const of = (fact: Fact, span: 'quarter' | 'year') => placesOfFact(measure, span, fact);
    const ids = mine.flatMap((fact) => [
      ...of(fact, 'quarter').map((place) => idOf(place, quarterOf(fact.on))),
      ...of(fact, 'year').map((place) => idOf(place)),
    ]);
    return (id: string) => ids.filter((own) => own === id).length;
  };
  return { cells, owns, schools: [...new Set(facts.map(({ schoolId }) => schoolId ?? ''))] };
}

type Cell = Place & Pick<ReleaseCell, 'n' | 'shown'> & { readonly quarter?: string };

function everySum(cells: readonly Cell[]): readonly Added[] {
  const ids = new Set(cells.map((cell) => idOf(cell, cell.quarter)));
  const sums = new Map<string, { total: string; parts: string[] }>();
  for (const cell of cells) {
    const id = idOf(cell, cell.quarter);
    const add = (name: string, total: string) => {
      if (!ids.has(total) || total === id) return;
      const sum = sums.get(`${name} ${total}`) ?? { total, parts: [] };
      sums.set(`${name} ${total}`, sum);
      sum.parts.push(id);
    };
    add('boards', idOf({ ...cell, board: null }, cell.quarter));
    add(cell.dimension, idOf({ ...cell, dimension: 'all', key: 'all' }, cell.quarter));
    if (cell.quarter !== undefined) add('quarters', idOf(cell));
  }
  return [...sums.values()];
}

describe('who has every release of a year and takes off what is their own', () => {
  it.each([
    ['hand_offs', 90],
    ['hand_offs', 300],
  ] as const)('is told no one to four others, and finds none: %s of %i cases', async (code, size) => {
    const { cells, owns, schools } = released(code, randomFrom(size), size);
    const whole = cells.filter(({ part }) => part === '');
    const sums = everySum(whole);
    let hidden = 0;
    for (const school of schools) {
      const own = owns(school);
      const rests = new Map(
        whole.map((cell) => {
          const id = idOf(cell, cell.quarter);
          return [id, cell.n - own(id)] as const;
        }),
      );
      const told = new Map(
        whole
          .filter(({ shown }) => shown)
          .map((cell) => {
            const id = idOf(cell, cell.quarter);
            return [id, rests.get(id) ?? 0] as const;
          }),
      );
      const few = [...told].filter(([id, rest]) => rest > 0 && rest < 5 && own(id) > 0);
      const ranges = await rangesOf(sums, told);
      const found = [...ranges].filter(
        ([id, { least, most }]) =>
          (rests.get(id) ?? 0) > 0 && (rests.get(id) ?? 0) < 5 && most - least < 1 - 1e-6,
      );
      expect([school, ...few, ...found]).toEqual([school]);
      expect(told.size).toBeGreaterThan(10);
      hidden += [...rests].filter(
        ([id, rest]) => rest > 0 && rest < 5 && rest + own(id) >= 5 && own(id) > 0,
      ).length;
    }
    // The control: there was something to find that is not small for everybody.
    expect(hidden).toBeGreaterThan(2);
  });
});
