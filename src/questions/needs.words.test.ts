/** Every need is said in plain Dutch, with what to do, in the words of the partnership. */
import { describe, expect, test } from 'vitest';
import type { Facts } from './needs.rules.ts';
import { explain } from './needs.words.ts';
import { levels, protocol, relations, type Step, statuses, stepNames, urgencies } from './question.rules.ts';
import {
  explainedIn,
  levelWords,
  relationWordsIn,
  statusWordsIn,
  stepWordsIn,
  urgencyWords,
} from './question.words.ts';

const own = { contact_person: 'trajectbegeleider', specialist: 'helper', committee: 'ACTA' };
const needs = [
  ...new Set(
    Object.values(protocol).flatMap((step: Step): readonly string[] => [...step.needs, ...step.inputNeeds]),
  ),
  'stateAllows',
  'continuesEnded',
  'signalledLately',
];
const facts: Facts = {
  status: 'at_committee',
  level: 'pupil',
  today: '2026-03-10',
  actorId: 'me',
  relations: [],
  signalledOn: '2026-03-01',
  pseudonym: null,
  ageBand: '12-13',
  caseNumber: null,
  parentsSpokenOn: null,
  parentsConsentOn: null,
  pupilConsentOn: null,
  consentParentsBelow: 16,
  consentPupilFrom: 12,
  openMarks: 0,
  assignments: [],
  evaluateBy: '2026-05-31',
  incompleteOn: null,
  meeting: { begun: true, takers: 1, quorum: 2, asked: 'decision' },
  goals: [{ endBySchool: false, endBySpecialist: true }],
  saidWhyNoGoal: false,
  unconfirmedVisits: 3,
};
const said = (code: string, otherwise: Partial<Facts> = {}, labels = {}) =>
  explain([code], { ...facts, ...otherwise }, labels)[0]?.detail;

test('every need has a sentence and a next step, with facts and without', () => {
  expect(needs).toHaveLength(31);
  for (const told of [explain(needs), explain(needs, facts), explain(needs, facts, own)])
    for (const { code, detail } of told) {
      expect(detail, code).toMatch(/^[A-Z].*\.$/);
      expect(detail, code).not.toMatch(/undefined|null|NaN|–|—/);
      expect(detail, code).not.toBe('Dit staat de werkwijze niet toe.');
      // What is wrong, and then what to do.
      expect(detail.split(/[.:] /).length, `${code}: ${detail}`).toBeGreaterThan(1);
    }
});

test('a code that no page can bring about is said plainly', () => {
  expect(explain(['onlyWhatBelongs'])).toEqual([
    { code: 'onlyWhatBelongs', detail: 'Dit staat de werkwijze niet toe.' },
  ]);
  expect(explain(['writingAidLooks'])[0]?.detail).toMatch(/^De schrijfhulp werkt nu niet/);
});

describe('a sentence tells what the facts are', () => {
  test.each<[string, Partial<Facts>, RegExp]>([
    ['stateAllows', {}, /«Bij de ACTA»/],
    ['consent', {}, /van de ouders en van de leerling staat/],
    ['consent', { parentsConsentOn: '2026-03-01' }, /van de leerling staat/],
    ['consent', { pupilConsentOn: '2026-03-01' }, /van de ouders staat/],
    ['consent', { ageBand: '16-17' }, /van de leerling staat/],
    ['askedAlong', {}, /Vraag de trajectbegeleider/],
    ['askedAlong', { relations: ['asked_along'] }, /U bent gevraagd/],
    ['isSpecialist', {}, /geen helper/],
    ['fileComplete', {}, /geen dossiernummer/],
    ['fileComplete', { incompleteOn: '2026-03-01' }, /bij de ACTA is niet compleet/],
    ['quorum', {}, /Er waren 1 leden .* zijn er 2 nodig/],
    ['quorum', { meeting: null }, /niet genoeg leden/],
    ['afterSignal', {}, /vóór 1 maart 2026/],
    ['stateAllows', { status: 'withdrawn' }, /«Ingetrokken»: deze stap kan niet meer/],
    ['scoresOrReason', {}, /Er zijn doelen/],
    ['scoresOrReason', { goals: [{ endBySchool: false, endBySpecialist: false }] }, /Geef die eerst/],
    ['scoresOrReason', { goals: [] }, /Maak een doel/],
    ['endScores', {}, /eindscore van de school\./],
    [
      'endScores',
      { goals: [{ endBySchool: true, endBySpecialist: false }] },
      /eindscore van de specialist\./,
    ],
    [
      'endScores',
      { goals: [{ endBySchool: false, endBySpecialist: false }] },
      /van de school en van de specialist\./,
    ],
    ['endScores', { goals: [] }, /geen doel meer/],
    ['visitsConfirmed', {}, /Er zijn 3 bezoeken nog niet/],
    ['visitsConfirmed', { unconfirmedVisits: 1 }, /Er is een bezoek nog niet/],
    ['untilLater', {}, /tot en met 31 mei 2026/],
    ['untilLater', { evaluateBy: null }, /een dag die nog komt/],
  ])('%s with %j: %s', (code, otherwise, sentence) => {
    expect(said(code, otherwise, own)).toMatch(sentence);
  });
});

test('states, steps and people have words of their own, in the words of the partnership', () => {
  expect(Object.keys(statusWordsIn())).toEqual([...statuses]);
  expect(Object.keys(explainedIn())).toEqual([...statuses]);
  expect(Object.keys(stepWordsIn()).sort()).toEqual([...stepNames].sort());
  expect(Object.keys(relationWordsIn())).toEqual([...relations]);
  expect([Object.keys(levelWords), Object.keys(urgencyWords)]).toEqual([[...levels], [...urgencies]]);
  for (const words of [
    Object.values(statusWordsIn()),
    Object.values(stepWordsIn()).map(({ button }) => button),
  ])
    expect(new Set(words).size).toBe(words.length);
  expect(statusWordsIn(own).at_committee).toBe('Bij de ACTA');
  expect(statusWordsIn().at_committee).toBe('Bij de toelaatbaarheidscommissie');
  expect(stepWordsIn(own).to_committee.button).toBe('Voorleggen aan de ACTA');
  expect(relationWordsIn(own).contact_person).toBe('trajectbegeleider');
  for (const sentence of [
    ...Object.values(explainedIn()),
    ...Object.values(stepWordsIn()).map(({ does }) => does),
  ])
    expect(sentence).toMatch(/^[A-Z].*\.$/);
});
