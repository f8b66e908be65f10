/** What stands in the way of each step of a question, in every standing of the facts, by hand. */
import { describe, expect, test } from 'vitest';
import type { Need } from './need.rules.ts';
import {
  agesOf,
  consentNeeded,
  earliestSignal,
  type Facts,
  type Given,
  statusAfter,
  unmetNeeds,
  type Work,
  workLeft,
} from './needs.rules.ts';
import { type Status, type StepName, statuses, stepNames } from './question.rules.ts';

/** A question that nothing stands in the way of. */
const calm: Facts = {
  status: 'draft',
  level: 'pupil',
  today: '2026-03-10',
  actorId: 'me',
  relations: ['contact_person'],
  signalledOn: '2026-03-01',
  pseudonym: 'Ster',
  ageBand: '12-13',
  caseNumber: 'K-1',
  parentsSpokenOn: '2026-03-09',
  parentsConsentOn: '2026-03-09',
  pupilConsentOn: '2026-03-09',
  consentParentsBelow: 16,
  consentPupilFrom: 12,
  openMarks: 0,
  assignments: [],
  evaluateBy: '2026-05-31',
  incompleteOn: null,
  meeting: { begun: true, takers: 2, quorum: 2, asked: 'advice' },
  goals: [],
  saidWhyNoGoal: true,
  unconfirmedVisits: 0,
};

/** Where each step begins. */
const start: Readonly<Record<StepName, Status>> = {
  ...{ revise: 'draft', submit: 'draft', withdraw: 'submitted', think_along: 'draft', add_note: 'submitted' },
  ...{ triage: 'submitted', answer: 'in_triage', ask_information: 'in_triage', decline: 'in_triage' },
  ...{ give_information: 'needs_information', to_committee: 'in_triage', complete_file: 'at_committee' },
  ...{ advise: 'at_committee', decide: 'at_committee', hold_over: 'at_committee', assign: 'in_triage' },
  ...{ start: 'assigned', evaluate: 'started', complete: 'evaluated', extend: 'evaluated' },
  ...{ hand_over: 'started', stop: 'started', follow_up: 'completed' },
};

const unmet = (step: StepName, otherwise: Partial<Facts>, given?: Given) =>
  unmetNeeds(step, { ...calm, status: start[step], ...otherwise }, given);

/** How things can stand before anything is filled in, each apart from the others. */
const standings = {
  level: ['pupil', 'team'],
  pseudonym: ['Ster', null, ' '],
  ageBand: ['12-13', '8-9', '16-17', null],
  spokenOn: ['2026-03-10', '2026-03-11', null],
  parentsOn: ['2026-03-10', '2026-03-11', null],
  pupilOn: ['2026-03-10', '2026-03-11', null],
  marks: [0, 1],
  number: ['K-1', null],
  incompleteOn: [null, '2026-03-09'],
  meeting: ['held', 'ahead', 'short', 'decision', 'none'],
  scored: ['both', 'school', 'specialist', 'no goal', 'no goal and why'],
  visits: [0, 1],
} as const;
type Standing = { readonly [Key in keyof typeof standings]: (typeof standings)[Key][number] };

const meetings = {
  held: { begun: true, takers: 2, quorum: 2, asked: 'advice' },
  ahead: { begun: false, takers: 2, quorum: 2, asked: 'advice' },
  short: { begun: true, takers: 1, quorum: 2, asked: 'advice' },
  decision: { begun: true, takers: 2, quorum: 2, asked: 'decision' },
  none: null,
} as const;

const goalsIn = (scored: Standing['scored']) => {
  if (scored.startsWith('no goal')) return [];
  const second = { endBySchool: scored !== 'specialist', endBySpecialist: scored !== 'school' };
  return [{ endBySchool: true, endBySpecialist: true }, second];
};

const factsIn = (status: Status, at: Standing): Facts => ({
  ...calm,
  status,
  level: at.level,
  pseudonym: at.pseudonym,
  ageBand: at.ageBand,
  parentsSpokenOn: at.spokenOn,
  parentsConsentOn: at.parentsOn,
  pupilConsentOn: at.pupilOn,
  openMarks: at.marks,
  caseNumber: at.number,
  incompleteOn: at.incompleteOn,
  meeting: meetings[at.meeting],
  goals: goalsIn(at.scored),
  saidWhyNoGoal: at.scored === 'no goal and why',
  unconfirmedVisits: at.visits,
});

const given = (day: string | null) => day === '2026-03-10';

/** Under 12 the parents, from 12 to 15 both, from 16 the pupil alone. */
function consentLacks(at: Standing): boolean {
  if (at.ageBand === '8-9') return !given(at.parentsOn);
  if (at.ageBand === '16-17') return !given(at.pupilOn);
  return at.ageBand === '12-13' && !(given(at.parentsOn) && given(at.pupilOn));
}

const incomplete = (at: Standing): Need | false =>
  (at.incompleteOn !== null || (at.level === 'pupil' && at.number === null)) && 'fileComplete';
const heldWithEnough = (at: Standing): readonly (Need | false)[] => [
  (at.meeting === 'ahead' || at.meeting === 'none') && 'meetingBegun',
  (at.meeting === 'short' || at.meeting === 'none') && 'quorum',
];

/** What can stand in the way before anything is filled in; of the other steps nothing. */
const needs: Readonly<Partial<Record<StepName, (at: Standing) => readonly (Need | false)[]>>> = {
  submit: (at) => [
    at.level === 'pupil' && at.pseudonym !== 'Ster' && 'pseudonym',
    at.level === 'pupil' && at.ageBand === null && 'ageBand',
    at.level === 'pupil' && !given(at.spokenOn) && 'parentsSpoken',
    at.level === 'pupil' && consentLacks(at) && 'consent',
    at.marks > 0 && 'noOpenMarks',
  ],
  to_committee: (at) => [incomplete(at)],
  complete_file: (at) => [at.incompleteOn === null && 'somethingMissing'],
  advise: (at) => [incomplete(at), at.meeting === 'decision' && 'adviceAsked', ...heldWithEnough(at)],
  decide: (at) => [incomplete(at), ...heldWithEnough(at)],
  complete: (at) => [
    ['school', 'specialist', 'no goal'].includes(at.scored) && 'endScores',
    at.visits > 0 && 'visitsConfirmed',
  ],
};

function* every(keys = Object.keys(standings) as readonly (keyof Standing)[]): Generator<Standing> {
  const [key, ...rest] = keys;
  if (key === undefined) {
    yield {} as Standing;
    return;
  }
  for (const others of every(rest)) for (const value of standings[key]) yield { ...others, [key]: value };
}

/** A seventh of them, shifted through all values; under Stryker, which runs this a thousand times, far fewer. */
function* drawn(): Generator<Standing> {
  const share = process.env['STRYKER_MUTATOR_WORKER'] === undefined ? 7 : 211;
  let nth = 0;
  for (const at of every()) {
    nth += 1;
    if (nth % share === 0) yield at;
  }
}

test('in every standing of the facts each step names exactly what stands in its way', {
  timeout: 120_000,
}, () => {
  let cells = 0;
  const wrong: unknown[] = [];
  for (const at of drawn()) {
    for (const step of Object.keys(needs) as StepName[]) {
      const should = (needs[step]?.(at) ?? []).filter((need) => need !== false);
      cells += 1;
      const told = unmetNeeds(step, factsIn(start[step], at));
      if (String(told) !== String(should)) wrong.push({ step, at, should, told });
    }
  }
  console.log(`${cells} cells`);
  expect(wrong.slice(0, 5)).toEqual([]);
});

test('before anything is filled in nothing stands in the way of the other steps', () => {
  const rest = stepNames.filter((step) => !(step in needs));
  for (const step of rest) expect(unmet(step, { openMarks: 3, unconfirmedVisits: 3 }), step).toEqual([]);
});

test('from every other state a step says first that it does not fit', () => {
  for (const step of stepNames)
    for (const status of statuses) {
      const leaves = statusAfter(step, status) !== undefined;
      const told = unmetNeeds(step, { ...calm, status });
      expect(told.indexOf('stateAllows'), `${step} from ${status}`).toBe(leaves ? -1 : 0);
    }
  expect(unmet('submit', { status: 'submitted', pseudonym: null })).toEqual(['stateAllows', 'pseudonym']);
  expect(unmet('submit', {})).toEqual([]);
});

describe('an age band', () => {
  test.each<[string | null, readonly number[] | undefined]>([
    ['2-2', [2, 2]],
    ['8-9', [8, 9]],
    ['4-22', [4, 22]],
    ['1-2', undefined],
    ['9-8', undefined],
    ['22-23', undefined],
    ['8', undefined],
    ['', undefined],
    ['acht-negen', undefined],
    [null, undefined],
  ])('%s means %j', (band, ages) => {
    expect(agesOf(band)).toEqual(ages);
  });

  test.each<[string, boolean, boolean]>([
    ['10-11', true, false],
    ['11-12', true, true],
    ['12-15', true, true],
    ['15-16', true, true],
    ['16-17', false, true],
  ])('%s: consent of the parents %s, of the pupil %s', (ageBand, parents, pupil) => {
    expect(consentNeeded({ ...calm, ageBand })).toEqual({ parents, pupil });
  });

  test('asks as the partnership says', () => {
    const house = { ...calm, ageBand: '16-17', consentParentsBelow: 18, consentPupilFrom: 18 };
    expect(consentNeeded(house)).toEqual({ parents: true, pupil: false });
    expect(consentNeeded({ ...house, ageBand: null })).toEqual({ parents: false, pupil: false });
  });
});

const on = (
  specialistId: string,
  kind: 'thinks_along' | 'assigned',
  state: Facts['assignments'][number]['state'],
) => ({
  specialistId,
  kind,
  state,
  until: null,
});
const ann = { specialistId: 'ann', isSpecialist: true, fitsContract: true } as const;
const ahead = { planned: true, ahead: true, cutOffOn: '2026-03-10' };
const work = { ...ann, from: '2026-03-10', to: '2026-03-10' };
const goal = { endBySchool: true, endBySpecialist: true };
const experts = (on: string, by: string) => [
  { on: '2026-02-01', by: 'orthopedagoog' },
  { on, by },
];
const until = (day: string): Given => ({ until: day, fitsContract: true });

describe('what is filled in', () => {
  test.each<[StepName, Given, Partial<Facts>, readonly Need[]]>([
    ['think_along', { ...ann, choice: 'asked' }, {}, []],
    ['think_along', { ...ann, choice: 'asked' }, { relations: ['planner'] }, []],
    ['think_along', { ...ann, choice: 'asked' }, { relations: ['support_coordinator'] }, []],
    [
      'think_along',
      { ...ann, choice: 'asked' },
      { relations: ['planner'], actorId: 'ann', level: 'group' },
      [],
    ],
    ['think_along', { ...ann, choice: 'asked' }, { relations: ['planner'], level: 'pupil' }, []],
    [
      'think_along',
      { ...ann, choice: 'asked' },
      { relations: ['planner'], level: 'pupil', actorId: 'ann' },
      ['askedAlong'],
    ],
    [
      'think_along',
      { ...ann, choice: 'asked' },
      { relations: ['planner', 'contact_person'], level: 'pupil', actorId: 'ann' },
      [],
    ],
    ['think_along', { ...ann, choice: 'asked' }, { relations: ['asked_along', 'author'] }, ['askedAlong']],
    ['think_along', { specialistId: 'x', choice: 'asked', isSpecialist: false }, {}, ['isSpecialist']],
    ['think_along', { choice: 'asked' }, {}, ['isSpecialist']],
    ['think_along', { choice: 'accepted' }, { relations: ['asked_along'] }, []],
    ['think_along', { choice: 'declined' }, { relations: ['asked_along'] }, []],
    ['think_along', { choice: 'accepted' }, {}, ['askedAlong']],
    ['think_along', { choice: 'declined' }, { relations: ['thinks_along'] }, ['askedAlong']],
    [
      'think_along',
      { ...ann, choice: 'asked' },
      { assignments: [on('ann', 'thinks_along', 'asked')] },
      ['notYetInvolved'],
    ],
    [
      'think_along',
      { ...ann, choice: 'asked' },
      { assignments: [on('ann', 'thinks_along', 'active')] },
      ['notYetInvolved'],
    ],
    [
      'think_along',
      { ...ann, choice: 'asked' },
      { assignments: [on('ann', 'assigned', 'active')] },
      ['notYetInvolved'],
    ],
    [
      'think_along',
      { ...ann, choice: 'asked' },
      { assignments: [on('ann', 'thinks_along', 'declined')] },
      [],
    ],
    ['think_along', { ...ann, choice: 'asked' }, { assignments: [on('ann', 'assigned', 'ended')] }, []],
    ['think_along', { ...ann, choice: 'asked' }, { assignments: [on('bob', 'thinks_along', 'active')] }, []],
    [
      'think_along',
      { specialistId: 'ann', choice: 'accepted' },
      { relations: ['asked_along'], assignments: [on('ann', 'thinks_along', 'asked')] },
      [],
    ],
    ['to_committee', { meeting: ahead }, {}, []],
    ['to_committee', { meeting: { ...ahead, cutOffOn: '2026-03-09' } }, {}, ['beforeCutOff']],
    ['to_committee', { meeting: { ...ahead, planned: false } }, {}, ['meetingPlanned']],
    ['to_committee', { meeting: { ...ahead, ahead: false } }, {}, ['meetingPlanned']],
    ['to_committee', {}, {}, ['meetingPlanned']],
    ['to_committee', { meeting: ahead }, { caseNumber: null }, ['fileComplete']],
    ['to_committee', { meeting: ahead, caseNumber: 'K-2' }, { caseNumber: null }, []],
    ['to_committee', { meeting: ahead, caseNumber: ' ' }, { caseNumber: null }, ['fileComplete']],
    ['to_committee', { meeting: ahead }, { caseNumber: null, level: 'group' }, []],
    ['hold_over', { meeting: { ...ahead, cutOffOn: '2026-03-09' } }, {}, []],
    ['hold_over', { meeting: { ...ahead, ahead: false } }, {}, ['meetingPlanned']],
    ['decide', { decides: 'arrangement' }, { level: 'group' }, []],
    ['decide', { decides: 'tlv', opinions: [] }, {}, []],
    ['decide', { decides: 'tlv', opinions: [] }, { level: 'group' }, ['tlvOfPupil']],
    ['decide', { decides: 'tlv', opinions: [] }, { level: 'school' }, ['tlvOfPupil']],
    ['decide', { decides: 'tlv', opinions: experts('2026-03-10', 'jeugdarts') }, {}, []],
    ['decide', { decides: 'tlv', opinions: experts('2026-03-11', 'jeugdarts') }, {}, ['opinionsNotAhead']],
    ['decide', { decides: 'tlv', opinions: experts('2026-03-10', 'Ortho-pedagoog') }, {}, []],
    [
      'decide',
      { decides: 'tlv', opinions: experts('2026-03-10', ' Orthopedagóóg. ') },
      {},
      ['opinionsDiffer'],
    ],
    ['assign', work, {}, []],
    ['assign', { ...work, from: '2026-03-11' }, {}, ['periodAhead']],
    ['assign', { ...work, from: '2026-03-01', to: '2026-03-09' }, {}, ['periodAhead']],
    ['assign', { ...work, from: '2026-03-01' }, {}, []],
    ['assign', { ...work, from: undefined }, {}, ['periodAhead']],
    ['assign', { ...work, to: undefined }, {}, ['periodAhead']],
    ['assign', { ...work, fitsContract: false }, {}, ['withinContract']],
    ['assign', { ...work, isSpecialist: false }, {}, ['isSpecialist']],
    ['assign', work, { assignments: [on('ann', 'assigned', 'active')] }, ['notYetAssigned']],
    ['assign', work, { assignments: [on('ann', 'assigned', 'ended'), on('bob', 'assigned', 'active')] }, []],
    ['assign', work, { assignments: [on('ann', 'thinks_along', 'active')] }, []],
    ['assign', {}, {}, ['isSpecialist', 'periodAhead', 'withinContract']],
    ['start', { firstContactOn: '2026-03-10' }, {}, []],
    ['start', { firstContactOn: '2026-03-11' }, {}, ['notAhead']],
    ['start', { firstContactOn: '2026-03-01' }, {}, []],
    ['start', { firstContactOn: '2026-02-28' }, {}, ['afterSignal']],
    ['start', {}, {}, ['notAhead', 'afterSignal']],
    ['evaluate', {}, {}, ['scoresOrReason']],
    ['evaluate', { noGoalBecause: ' ' }, {}, ['scoresOrReason']],
    ['evaluate', { noGoalBecause: 'Meedenken.' }, {}, []],
    ['evaluate', { noGoalBecause: 'Meedenken.' }, { goals: [goal] }, ['scoresOrReason']],
    ['evaluate', {}, { goals: [goal] }, []],
    ['evaluate', {}, { goals: [goal, { endBySchool: false, endBySpecialist: false }] }, ['scoresOrReason']],
    ['evaluate', {}, { goals: [{ endBySchool: true, endBySpecialist: false }] }, []],
    ['evaluate', {}, { goals: [{ endBySchool: false, endBySpecialist: true }] }, []],
    ['extend', until('2026-06-01'), {}, []],
    ['extend', { until: '2026-06-01', fitsContract: false }, {}, ['withinContract']],
    ['extend', until('2026-05-31'), {}, ['untilLater']],
    ['extend', until('2026-03-11'), { evaluateBy: null }, []],
    ['extend', until('2026-03-10'), { evaluateBy: null }, ['untilLater']],
    ['extend', until('2026-03-10'), { evaluateBy: '2026-03-01' }, ['untilLater']],
    ['extend', {}, {}, ['untilLater', 'withinContract']],
  ])('%s with %j, and of the facts %j: %j', (step, filled, otherwise, should) => {
    expect(unmet(step, otherwise, filled)).toEqual(should);
  });
});

describe('work is handed over', () => {
  const mine = [on('me', 'assigned', 'active')];
  const two = [...mine, on('bob', 'assigned', 'active')];
  const others = [on('bob', 'assigned', 'active'), on('cas', 'assigned', 'active')];
  const former = [on('me', 'assigned', 'ended'), on('bob', 'thinks_along', 'active')];
  const helper = { relations: ['specialist'] } as const;
  const lead = { relations: ['planner'] } as const;
  const from = (fromSpecialistId: string): Given => ({ ...ann, fromSpecialistId });
  test.each<[string, Given, Partial<Facts>, readonly Need[]]>([
    ['own, when nobody is named', ann, { ...helper, assignments: two }, []],
    ['own, by name', from('me'), { ...helper, assignments: two }, []],
    ['not a colleague’s', from('bob'), { ...helper, assignments: two }, ['whoseAssignment']],
    ['a colleague’s by who plans', from('bob'), { ...lead, assignments: two }, []],
    ['the only one’s by who plans', ann, { ...lead, assignments: [on('bob', 'assigned', 'active')] }, []],
    ['of two nobody knows whose', ann, { ...lead, assignments: others }, ['whoseAssignment']],
    ['of nobody', ann, { ...lead, assignments: former }, ['whoseAssignment']],
    ['not of who has none', from('me'), { ...lead, assignments: former }, ['whoseAssignment']],
    ['not of who thinks along', from('bob'), { ...lead, assignments: former }, ['whoseAssignment']],
    [
      'own first, for who plans and helps',
      ann,
      { relations: ['specialist', 'planner'], assignments: two },
      [],
    ],
    [
      'the only one’s, not by another specialist',
      ann,
      { ...helper, assignments: [on('bob', 'assigned', 'active')] },
      ['whoseAssignment'],
    ],
    [
      'not to who has it already',
      { ...ann, specialistId: 'bob' },
      { ...helper, assignments: two },
      ['notYetAssigned'],
    ],
    ['to a specialist', { ...ann, isSpecialist: false }, { ...helper, assignments: mine }, ['isSpecialist']],
    [
      'to who has room',
      { ...ann, fitsContract: false },
      { ...helper, assignments: mine },
      ['withinContract'],
    ],
    ['to somebody', {}, { ...helper, assignments: mine }, ['isSpecialist', 'withinContract']],
  ])('%s', (_what, filled, otherwise, should) => {
    expect(unmet('hand_over', otherwise, filled)).toEqual(should);
  });
});

// 2 March 2026 is a Monday, 10 March a Tuesday.
describe('what is left of work', () => {
  test.each<[what: string, from: string, last: string, dagdelen: number, left: Work]>([
    [
      'not begun: all',
      '2026-03-16',
      '2026-03-29',
      4,
      { from: '2026-03-16', until: '2026-03-29', dagdelen: 4 },
    ],
    [
      'begun today: all',
      '2026-03-10',
      '2026-03-29',
      4,
      { from: '2026-03-10', until: '2026-03-29', dagdelen: 4 },
    ],
    [
      'begun this week: all',
      '2026-03-09',
      '2026-03-22',
      4,
      { from: '2026-03-10', until: '2026-03-22', dagdelen: 4 },
    ],
    [
      'one of two weeks gone: half',
      '2026-03-08',
      '2026-03-15',
      4,
      { from: '2026-03-10', until: '2026-03-15', dagdelen: 2 },
    ],
    [
      'two of three weeks left',
      '2026-03-02',
      '2026-03-16',
      6,
      { from: '2026-03-10', until: '2026-03-16', dagdelen: 4 },
    ],
    [
      'a third of a dagdeel is half a one',
      '2026-02-23',
      '2026-03-10',
      1,
      { from: '2026-03-10', until: '2026-03-10', dagdelen: 0.5 },
    ],
    [
      'two thirds are a whole one',
      '2026-03-02',
      '2026-03-22',
      1,
      { from: '2026-03-10', until: '2026-03-22', dagdelen: 1 },
    ],
    [
      'over: what one of its weeks had',
      '2026-02-02',
      '2026-03-01',
      8,
      { from: '2026-03-10', until: '2026-03-10', dagdelen: 2 },
    ],
  ])('%s', (_what, from, last, dagdelen, left) => {
    expect(workLeft({ from, until: last, dagdelen }, '2026-03-10')).toEqual(left);
  });
});

test.each([
  ['2026-07-31', '2023-08-01'],
  ['2026-08-01', '2024-08-01'],
  ['2026-12-31', '2024-08-01'],
  ['2027-01-01', '2024-08-01'],
])('on %s a first signal is of %s or later', (today, earliest) => {
  expect(earliestSignal(today)).toBe(earliest);
});

test('every text that others will read passes the writing aid', () => {
  const said = stepNames.filter((step) => unmet(step, {}, { openMarks: 1 }).includes('noOpenMarks'));
  const silent = [
    'revise',
    'think_along',
    'triage',
    'to_committee',
    'complete_file',
    'assign',
    'start',
    'complete',
  ];
  expect(said.sort()).toEqual(stepNames.filter((step) => !silent.includes(step)).sort());
  // What was looked at now counts, not what was found before.
  expect(unmet('answer', { openMarks: 1 }, { openMarks: 0 })).toEqual([]);
  expect(unmet('answer', { openMarks: 1 }, {})).toEqual(['noOpenMarks']);
});
