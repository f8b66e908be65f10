import { describe, expect, test } from 'vitest';
import { aQuestion, aSchool, aSpecialist, mondays, planFacts } from '../../../tests/support/plan-facts.ts';
import { judgeOf, upTo } from './able.rules.ts';
import type { DemandFacts, PlanFacts, SpecialistFacts } from './facts.ts';
import { kilometres, travelOf } from './travel.ts';
import { fitOf, sumOf, worthOfDemand } from './value.rules.ts';
import { nameOfWeight, weightCodes, weightKinds, weightsOf } from './weights.rules.ts';

const weights = weightsOf([]);

describe('weights', () => {
  test('each code has one name, and the tenant may set its own name and number', () => {
    expect(weightKinds.map(({ code }) => code)).toEqual(weightCodes);
    expect(new Set(weightKinds.map(({ name }) => name)).size).toBe(weightCodes.length);
    const rows = [{ code: 'fit', name: 'Vakkennis', weight: 9 }] as const;
    expect([weightsOf(rows).fit, weightsOf(rows).waiting]).toEqual([9, 0.6]);
    expect([nameOfWeight(rows, 'fit'), nameOfWeight(rows, 'travel')]).toEqual(['Vakkennis', 'Reistijd']);
  });
});

describe('travel', () => {
  const facts = planFacts({
    schools: [aSchool('near'), aSchool('lost', { latitude: null }), aSchool('far', { latitude: 52.2 })],
    travel: [{ baseId: 'base', schoolId: 'near', minutes: 3 }],
  });
  const from = (id: string, baseId: string | null = 'base') =>
    travelOf(facts)(aSpecialist('a', { baseId }), id);

  test('a degree of latitude is 111 kilometres', () => {
    expect(kilometres({ latitude: 52, longitude: 4 }, { latitude: 53, longitude: 4 })).toBeCloseTo(111.19, 1);
    // A degree of longitude shrinks with the cosine of the latitude.
    expect(kilometres({ latitude: 60, longitude: 4 }, { latitude: 60, longitude: 5 })).toBeCloseTo(55.6, 1);
  });

  test('what was imported goes before what is measured, and what is not known is the middle and never too far', () => {
    expect(from('near')).toEqual({ minutes: 3, known: 'imported' });
    expect(from('far')).toEqual({ minutes: 85, known: 'measured' });
    // Of 3 and 85 the lower middle.
    expect(from('lost')).toEqual({ minutes: 3, known: 'guessed' });
    expect(from('near', null)).toEqual({ minutes: 3, known: 'guessed' });
    const only = { ...facts, schools: [aSchool('far', { latitude: 52.2 })], travel: [] };
    expect(travelOf(only)(aSpecialist('a', { baseId: null }), 'far')).toEqual({
      minutes: 45,
      known: 'guessed',
    });
    expect(travelOf({ ...only, bases: [] })(aSpecialist('a'), 'far')).toEqual({
      minutes: 23,
      known: 'guessed',
    });
  });
});

describe('who may take what', () => {
  const why = (who: Partial<SpecialistFacts>, what: Partial<DemandFacts>, more: Partial<PlanFacts> = {}) => {
    const specialist = aSpecialist('a', who);
    const facts = planFacts({ schools: [aSchool('s')], specialists: [specialist], ...more });
    return judgeOf(facts, travelOf(facts)).on(specialist, aQuestion('q', 's', what));
  };

  test('one of the named expertise at the least level is enough', () => {
    expect(why({}, {})).toEqual([]);
    expect(why({}, { expertise: ['rekenen', 'taal'], leastLevel: 2 })).toEqual([]);
    expect(why({}, { expertise: [] })).toEqual([]);
    expect(why({}, { leastLevel: 3 })).toEqual([{ code: 'level', has: 2, asked: 3 }]);
    expect(why({}, { expertise: ['rekenen'] })).toEqual([{ code: 'expertise', asked: ['rekenen'] }]);
  });

  test('languages are compared as people write them', () => {
    expect(why({ languages: ['Türks'] }, { language: 'turks' })).toEqual([]);
    expect(why({ languages: ['Pools'] }, { language: 'Turks' })).toEqual([
      { code: 'language', asked: 'Turks' },
    ]);
  });

  test('every reason is told, not the first alone', () => {
    const mark = { kind: 'forbid', specialistId: 'a', schoolId: 's', demandId: null } as const;
    const found = why(
      { capacity: 0, away: mondays(10), expertise: {}, baseId: 'base' },
      { language: 'Turks' },
      { marks: [mark], settings: { ...planFacts().settings, mostTravel: 5 } },
    );
    expect(found.map(({ code }) => code)).toEqual([
      'no contract',
      'away',
      'travel',
      'forbidden',
      'expertise',
      'language',
    ]);
  });

  test('what is too much for the largest block in the weeks there are cannot be', () => {
    // Ten weeks of ten halves; with nine weeks away one week of ten is left.
    expect(why({}, { halves: 100 })).toEqual([]);
    expect(why({}, { halves: 101 })).toEqual([{ code: 'size', needs: 11, most: 10 }]);
    expect(why({ away: mondays(9) }, { halves: 11 })).toEqual([{ code: 'size', needs: 11, most: 10 }]);
  });

  test('a pin keeps others away', () => {
    const mark = { kind: 'pin', specialistId: 'b', schoolId: 's', demandId: 'q' } as const;
    expect(why({}, {}, { marks: [mark] })).toEqual([{ code: 'pinned elsewhere', mark }]);
    expect(why({}, {}, { marks: [{ ...mark, specialistId: 'a' }] })).toEqual([]);
  });

  test('halves a week are rounded up', () => {
    expect([upTo(10, 10), upTo(11, 10), upTo(1, 10), upTo(0, 10)]).toEqual([1, 2, 1, 0]);
  });
});

describe('what a demand is worth', () => {
  const worth = (given: Partial<DemandFacts>) => sumOf(worthOfDemand(weights, aQuestion('q', 's', given)));

  test('by urgency, each day past half the norm, and the ambition', () => {
    expect([worth({ urgency: 'now' }), worth({ urgency: 'soon' }), worth({})]).toEqual([100, 25, 10]);
    expect(worth({ waitedDays: 10 })).toBe(10);
    expect(worth({ waitedDays: 15 })).toBeCloseTo(13, 10);
    expect(worth({ kind: 'expected', ambitionWeight: 4, urgency: 'now', waitedDays: 99 })).toBe(18);
  });

  test('never less for who waits longer, asks more urgently or counts for more', () => {
    const urgencies = ['normal', 'soon', 'now'] as const;
    for (const kind of ['question', 'expected'] as const) {
      for (const normDays of [0, 5, 20]) {
        for (let waitedDays = 0; waitedDays < 40; waitedDays += 1) {
          for (const [nth, urgency] of urgencies.entries()) {
            const here = { kind, normDays, urgency, waitedDays, ambitionWeight: 2 };
            const now = worth(here);
            expect(worth({ ...here, waitedDays: waitedDays + 1 })).toBeGreaterThanOrEqual(now);
            expect(worth({ ...here, urgency: urgencies[nth + 1] ?? 'now' })).toBeGreaterThanOrEqual(now);
            expect(worth({ ...here, ambitionWeight: 3 })).toBeGreaterThan(now);
          }
        }
      }
    }
  });

  test('fit is the part of the highest level in all that is asked', () => {
    const both = aQuestion('q', 's', { expertise: ['taal', 'rekenen'] });
    expect(fitOf(aSpecialist('a'), both)).toBeCloseTo(1 / 3, 10);
    expect(fitOf(aSpecialist('a', { expertise: { taal: 3, rekenen: 3 } }), both)).toBe(1);
  });
});
