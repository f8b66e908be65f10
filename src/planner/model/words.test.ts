import { describe, expect, test } from 'vitest';
import {
  aQuestion,
  aSchool,
  aSpecialist,
  chanceFacts,
  planByChance,
  planFacts,
} from '../../../tests/support/plan-facts.ts';
import { randomFrom } from '../engine/random.ts';
import { build } from './build.ts';
import { change } from './change.ts';
import { brokenWords, changeWords, clashWords, hindranceWords } from './change.words.ts';
import { clashesOf } from './clashes.ts';
import { compare } from './compare.ts';
import { type Explanation, explain } from './explain.ts';
import {
  alternativeWords,
  assignmentWords,
  comparingWords,
  costWords,
  freeingWords,
  reasonWords,
  stationingWords,
} from './explain.words.ts';
import type { PlanFacts } from './facts.ts';
import { resultOf, type StationingResult } from './read.ts';
import { whyComes, whyComesWords } from './school.words.ts';
import { dagdelen, type Ref, type Sentence, say, sentence } from './sentence.ts';
import { planIn } from './state.ts';

const names: Record<string, string> = {
  a: 'Anke',
  b: 'Bas',
  s: 'De Linde',
  q: 'vraag ABC123',
  taal: 'taal',
  east: 'Oost',
};
const nameOf = ({ id }: Ref) => names[id] ?? id;
const said = (words: Sentence) => say(words, nameOf);

/** Everything that is said to the team lead of a plan by chance. */
function everything(facts: PlanFacts, all: Explanation): readonly Sentence[] {
  const schoolOf = (demandId: string) => facts.demands.find(({ id }) => id === demandId)?.schoolId ?? '';
  return [
    ...all.assignments.flatMap((each) => assignmentWords(each, facts.weights)),
    ...all.stationings.flatMap((each) => stationingWords(each, facts.weights)),
    ...all.unplanned.flatMap(({ demandId, reasons, frees }) => [
      ...reasons.map((reason) => reasonWords(reason, facts.weights)),
      ...frees.map((each) => freeingWords(each, facts, schoolOf(demandId))),
    ]),
  ];
}

test('words never hold a name or an id: those stand beside them, and a school gets none', () => {
  for (let seed = 0; seed < 25; seed += 1) {
    const facts = chanceFacts(seed, { specialists: 4, schools: 4, demands: 8 });
    const model = build(facts);
    const plan = planIn(planByChance(model, randomFrom(seed)));
    const all = explain(model, plan);
    const edited = change(facts, resultOf(model, plan), {
      kind: 'station',
      specialistId: 'specialist-0',
      schoolId: 'school-0',
      halves: 9,
    });
    const pin = { kind: 'pin', specialistId: 'specialist-1', schoolId: 'school-1', demandId: null } as const;
    const clashes = clashesOf({ ...facts, marks: [...facts.marks, pin] });
    const words = [
      ...everything(facts, all),
      ...edited.broken.map(brokenWords),
      ...clashes.map((each) => clashWords(each, facts)),
    ];
    for (const part of words.flat()) {
      if (typeof part === 'string')
        expect(part).not.toMatch(/(specialist|school|demand|board|area)-\d|undefined|NaN|null/);
      else expect(part.id).not.toBe('');
    }
    for (const each of words.map((sentence) => say(sentence, () => 'X')))
      expect(each).toMatch(/^[A-Z].*\.$/s);
  }
});

describe('to the team lead', () => {
  test('the smallest change is said in a sentence', () => {
    const facts = planFacts({ schools: [aSchool('s', { areaId: 'east' })] });
    const changes = [
      {
        kind: 'add specialist',
        id: 'extra',
        capacity: 2,
        expertise: { taal: 1 },
        languages: [],
        baseId: null,
      },
    ] as const;
    expect(said(freeingWords({ changes, gain: 5 }, facts, 's'))).toBe(
      'Dit lukt wel met een dagdeel per week meer taal in gebied Oost.',
    );
    const both = [
      { kind: 'settings', settings: { mostTravel: 50 } },
      { kind: 'time', specialistId: 'a', halves: 1 },
    ] as const;
    const mark = { kind: 'pin', specialistId: 'a', schoolId: 's', demandId: 'q' } as const;
    const held = [...both, { kind: 'mark', mark } as const];
    expect(said(freeingWords({ changes: held.slice(2), gain: 5 }, facts, 's'))).toBe(
      'Dit lukt wel met vastzetten van Anke op vraag ABC123.',
    );
    expect(said(freeingWords({ changes: held, gain: 5 }, facts, 's'))).toBe(
      'Dit lukt wel met een grens van 50 minuten reizen, 5 meer en een half dagdeel per week meer voor Anke.',
    );
  });

  test('an alternative tells its cost in points, hours, minutes and what gives way', () => {
    const alternative = {
      ...{ specialistId: 'b', cost: 15, points: {}, hours: 20, travel: -10, ambition: 0, continuity: 1 },
      ...{ gaveWay: ['q'], chosen: null },
    };
    expect(said(alternativeWords(alternative))).toBe(
      'Neemt Bas dit over, dan kost dat 15 punten: 20 uur werk wacht langer, 10 minuten per week minder reizen en 1 bestaande stationering minder. Dit blijft dan liggen: vraag ABC123.',
    );
    const none = { ...alternative, cost: 0, hours: 0, travel: 0, continuity: 0, gaveWay: [] };
    expect(said(alternativeWords(none))).toBe('Neemt Bas dit over, dan is het plan even goed.');
  });

  test('a change by hand tells what it costs and what follows', () => {
    const facts = planFacts({
      schools: [aSchool('s')],
      specialists: [aSpecialist('a')],
      demands: [aQuestion('q', 's')],
    });
    const nothing = resultOf(build(facts), { stationings: [] });
    const assigned = change(facts, nothing, { kind: 'assign', demandId: 'q', specialistId: 'a' });
    expect(costWords(assigned.difference, []).map(said)).toEqual([
      'Dit levert 9,6 punten op: Gewone vraag 10, Nieuwe school −3, Passende deskundigheid 2,7 en Reistijd −0,1.',
      'Gevolg: 20 uur werk wacht korter en 10 minuten per week meer reizen.',
    ]);
    const taken = change(facts, assigned.result, { kind: 'unassign', demandId: 'q' });
    expect(costWords(taken.difference, []).map(said)[0]).toBe(
      'Dit kost 9,6 punten: Gewone vraag 10, Nieuwe school −3, Passende deskundigheid 2,7 en Reistijd −0,1.',
    );
    expect(
      costWords(
        { ...taken.difference, cost: 0, measures: { ...taken.difference.measures, hours: 0, travel: 0 } },
        [],
      ),
    ).toEqual([['Dit kost geen punten.']]);
  });

  test('reasons and hindrances are plain', () => {
    expect(said(reasonWords({ code: 'full', specialistIds: ['a', 'b'], halves: 1, places: 0 }, []))).toBe(
      'Wie dit kan, zit vol: Anke en Bas. Er is een half dagdeel per week te weinig.',
    );
    const hindrance = { code: 'travel', minutes: 52, most: 45 } as const;
    expect(said(hindranceWords('a', hindrance))).toBe('Anke moet 52 minuten reizen, de grens is 45.');
    expect(said(reasonWords({ code: 'hindrance', hindrance, specialists: 2 }, []))).toBe(
      'Wie dit kan, moet te lang reizen: de kortste reis is 52 minuten, de grens is 45.',
    );
    const capacity = { rule: 'capacity', specialistId: 'a', schoolId: null, demandId: null } as const;
    expect(said(brokenWords(capacity))).toBe('Anke krijgt meer dagdelen dan het contract heeft.');
    expect(said(changeWords({ kind: 'weight', code: 'fit', weight: 2.5 }, planFacts()))).toBe(
      'Passende deskundigheid op 2,5 punten',
    );
  });

  test('two plans are compared in their differences alone', () => {
    const nothing = { stationings: [], assignments: [], unplanned: [], ended: [] };
    const measures = { served: 0, hours: 0, travel: 0, ambition: 0, kept: 0, started: 0, asBefore: 0 };
    const one = { result: nothing, value: 0, measures };
    expect(comparingWords(compare(one, one))).toEqual([]);
    const stationing: StationingResult = {
      ...{ specialistId: 'a', schoolId: 's', halves: 3, fixedHalves: 0, demandIds: ['q'] },
      ...{ is: 'new', currentId: null, currentHalves: null },
    };
    const assignments = [{ demandId: 'q', specialistId: 'a', schoolId: 's', halves: 10 }];
    const two = {
      result: { ...nothing, stationings: [stationing], assignments },
      value: 9.5,
      measures: { ...measures, served: 1, hours: 20 },
    };
    expect(comparingWords(compare(one, two)).map(said)).toEqual([
      'Anke begint op De Linde met 1,5 dagdelen per week.',
      'Anke krijgt vraag ABC123.',
      'In totaal: 9,5 punten meer, 1 vraag meer en 20 uur werk meer.',
    ]);
  });

  test('halves are said as dagdelen', () => {
    expect([1, 2, 3, 4].map(dagdelen)).toEqual([
      'een half dagdeel',
      'een dagdeel',
      '1,5 dagdelen',
      '2 dagdelen',
    ]);
    expect(sentence`${'a'}${1.25}${['b', 'c']}`).toEqual(['a1,3bc']);
  });
});

test('a school reads why somebody comes, without a name or a number', () => {
  const [fits, other] = [
    { points: { fit: 4 }, pinned: false },
    { points: {}, pinned: false },
  ];
  expect(whyComes([other, fits], false)).toBe('fits');
  expect(whyComes([other], false)).toBe('able');
  expect(whyComes([fits, { ...other, pinned: true }], false)).toBe('chosen');
  expect(whyComes([fits], true)).toBe('stationed');
  expect(whyComes([], true)).toBeNull();
  for (const text of Object.values(whyComesWords)) expect(text).toMatch(/^[A-Z][a-z ]+\.$/);
});
