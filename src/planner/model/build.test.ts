import { describe, expect, test } from 'vitest';
import {
  aQuestion,
  aSchool,
  aSpecialist,
  chanceFacts,
  mondays,
  planFacts,
} from '../../../tests/support/plan-facts.ts';
import { weeksOf } from './able.rules.ts';
import { build } from './build.ts';
import { recommend } from './recommend.ts';
import { sumOf } from './value.rules.ts';
import { weightsOf } from './weights.rules.ts';
import { freed, withChanges } from './whatif.rules.ts';

describe('the numbers of the engine', () => {
  test('fixed work takes time, a place and a pin, and never asks more than there is', () => {
    const fixed = [
      { schoolId: 's', halves: 25 },
      { schoolId: 't', halves: 9 },
      { schoolId: 's', halves: 6 },
    ];
    const facts = planFacts({
      schools: [aSchool('s'), aSchool('t')],
      specialists: [aSpecialist('a', { capacity: 2, mostPlaces: 1, fixed })],
      demands: [aQuestion('q', 's')],
    });
    const { instance } = build(facts);
    // 31 halves in ten weeks are 4 a week, 9 are 1.
    expect(instance.specialists[0]).toMatchObject({ capacity: 5, places: 2, weeks: 10 });
    expect(instance.specialists[0]?.choices).toMatchObject([
      { place: 0, least: 4, most: 10, pinned: true, demands: [0, 1], pinnedDemands: [1], start: 0 },
      { place: 1, least: 1, pinned: true, demands: [2], pinnedDemands: [2] },
    ]);
    expect(instance.demands).toEqual([
      { halves: 10, value: 10 },
      { halves: 31, value: 0 },
      { halves: 9, value: 0 },
    ]);
  });

  test('a stationing at a board is continuity at each of its schools until it ends', () => {
    const at = (until: string) => {
      const stationings = [{ id: 'x', schoolIds: ['s', 't'], boardId: 'b', halves: 2, until }];
      const specialists = [aSpecialist('a', { stationings })];
      return build(planFacts({ schools: [aSchool('s'), aSchool('t')], specialists })).instance.specialists[0]
        ?.choices;
    };
    expect(at('2027-06-01')).toMatchObject([{ start: 12 }, { start: 12 }]);
    expect(at('2027-01-04')).toEqual([]);
  });

  test('a previous plan pays for what stays', () => {
    const facts = planFacts({
      schools: [aSchool('s')],
      specialists: [aSpecialist('a'), aSpecialist('b')],
      demands: [aQuestion('q', 's')],
      previous: {
        stationings: [{ specialistId: 'a', schoolId: 's' }],
        assignments: [{ demandId: 'q', specialistId: 'a' }],
      },
    });
    const [a, b] = build(facts).instance.specialists.map(({ choices }) => choices[0]);
    expect((a?.start ?? 0) - (b?.start ?? 0)).toBe(5);
    expect((a?.demandExtra?.[0] ?? 0) - (b?.demandExtra?.[0] ?? 0)).toBe(5);
  });

  test('a board is short below its part by pupils, and never of more than is asked there', () => {
    const facts = planFacts({
      schools: [
        aSchool('s', { boardId: 'large', pupils: 300 }),
        aSchool('t', { boardId: 'small', pupils: 100 }),
        aSchool('u', { boardId: 'idle', pupils: 400 }),
      ],
      specialists: [aSpecialist('a', { capacity: 10 }), aSpecialist('b', { capacity: 10, away: mondays(5) })],
      demands: [aQuestion('q', 's', { halves: 100 }), aQuestion('r', 't', { halves: 12 })],
    });
    // Fifteen halves a week at 60 percent are nine: 3/8 of it, 1/8, 4/8; asked are 10, 1.2 and none.
    expect(build(facts).groups).toEqual([
      { kind: 'board', id: 'large', target: 3, price: 2 },
      { kind: 'board', id: 'small', target: 1, price: 2 },
    ]);
  });
});

describe('what if', () => {
  const question = aQuestion('own', 's');
  const facts = planFacts({
    schools: [aSchool('s')],
    specialists: [aSpecialist('a', { fixed: [{ schoolId: 's', halves: 10, question }] }), aSpecialist('b')],
  });

  test('who is away for three days of a week misses it', () => {
    // Tuesday up to and including Wednesday of the week after.
    const away = { kind: 'away', specialistId: 'a', from: '2027-01-05', until: '2027-01-14' } as const;
    const [sick] = withChanges(facts, [away]).specialists;
    expect(sick?.away).toEqual(['2027-01-04', '2027-01-11']);
    expect(sick && weeksOf(facts, sick)).toBe(8);
    const short = withChanges(facts, [{ ...away, until: '2027-01-13' }]);
    expect(short.specialists[0]?.away).toEqual(['2027-01-04']);
  });

  test('questions of who cannot work are open again, once', () => {
    for (const change of [
      { kind: 'without', specialistId: 'a' },
      { kind: 'time', specialistId: 'a', halves: -9 },
      { kind: 'away', specialistId: 'a', from: '2027-01-01', until: null },
    ] as const) {
      const changed = withChanges(facts, [change]);
      expect(changed.demands).toEqual([question]);
      expect(changed.specialists[0]?.fixed).toEqual([]);
      expect(freed(changed)).toBe(changed);
    }
    expect(withChanges(facts, [{ kind: 'time', specialistId: 'a', halves: -1 }]).demands).toEqual([]);
  });

  test('changes come one after another and leave the facts alone', () => {
    const before = JSON.stringify(facts);
    const mark = { kind: 'pin', specialistId: 'a', schoolId: 's', demandId: null } as const;
    const changed = withChanges(facts, [
      {
        kind: 'add specialist',
        id: 'extra',
        capacity: 3,
        expertise: { taal: 1 },
        languages: [],
        baseId: null,
      },
      { kind: 'time', specialistId: 'extra', halves: 2 },
      { kind: 'places', specialistId: 'b', places: 2 },
      { kind: 'weight', code: 'fit', weight: 7 },
      { kind: 'settings', settings: { mostTravel: 60 } },
      { kind: 'mark', mark },
      { kind: 'mark', mark },
    ]);
    expect(changed.specialists.map(({ id, capacity }) => [id, capacity])).toEqual([
      ['a', 4],
      ['b', 4],
      ['extra', 5],
    ]);
    expect(changed.specialists[1]?.mostPlaces).toBe(2);
    expect(weightsOf(changed.weights).fit).toBe(7);
    expect(changed.settings).toEqual({ ...facts.settings, mostTravel: 60 });
    expect(changed.marks).toEqual([mark]);
    expect(withChanges(changed, [{ kind: 'unmark', mark }]).marks).toEqual([]);
    expect(JSON.stringify(facts)).toBe(before);
  });
});

describe('a recommendation', () => {
  const stationings = [{ id: 'x', schoolIds: ['s'], boardId: null, halves: 2, until: '2027-06-01' }];
  const facts = planFacts({
    schools: [aSchool('s'), aSchool('t')],
    specialists: [
      aSpecialist('unable', { expertise: {} }),
      aSpecialist('full', { expertise: { taal: 3 }, capacity: 2, fixed: [{ schoolId: 't', halves: 20 }] }),
      aSpecialist('plain'),
      aSpecialist('expert', { expertise: { taal: 3 } }),
      aSpecialist('there', { stationings }),
    ],
  });

  test('puts who is there before who knows more, who is full behind them, who is not able last', () => {
    const ranked = recommend(facts, aQuestion('q', 's'));
    expect(ranked.map(({ specialistId }) => specialistId)).toEqual([
      'there',
      'expert',
      'plain',
      'full',
      'unable',
    ]);
    expect(ranked[0]).toMatchObject({
      needs: 1,
      room: 4,
      minutes: 10,
      stationed: true,
      working: false,
      level: 2,
    });
    expect(ranked[3]).toMatchObject({ room: 0, hindrances: [] });
    expect(ranked[4]?.hindrances.map(({ code }) => code)).toEqual(['expertise']);
    for (const { points, score } of ranked) expect(sumOf(points)).toBe(score);
    // A stationing elsewhere takes its time; the same one at this school is for this.
    expect(
      recommend(facts, aQuestion('q', 't')).find(({ specialistId }) => specialistId === 'there')?.room,
    ).toBe(2);
  });

  test('ranks two hundred specialists within five milliseconds', () => {
    const many = chanceFacts(1, { specialists: 200, schools: 2, demands: 1 });
    const demand = aQuestion('q', 'school-0');
    for (let nth = 0; nth < 20; nth += 1) recommend(many, demand);
    const before = process.cpuUsage();
    for (let nth = 0; nth < 20; nth += 1) recommend(many, demand);
    expect(process.cpuUsage(before).user / 20 / 1000).toBeLessThan(5);
  });
});
