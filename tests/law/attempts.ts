/** Every step with lawful and unlawful contents, as the rules and as the database take it. */

import type { ConcernRow } from '../../src/concerns/concern.store.ts';
import type { NewEntry } from '../../src/concerns/concern-writes.store.ts';
import type { Given } from '../../src/concerns/needs.rules.ts';
import type { World } from './world.ts';

export interface Attempt {
  readonly name: string;
  readonly step: string;
  readonly toStatus: string;
  readonly given: Given;
  readonly entry: NewEntry;
}

type Parts = Omit<NewEntry, 'step' | 'toStatus'>;

const text = 'Een zin.';
const agreement = { what: text, who: text, by: '2026-12-01', childrenNotice: text };

/** Where each step leads; `same` = it stays. The last ones exist nowhere. */
const plain: readonly (readonly [step: string, to: string, parts?: Parts])[] = [
  ['share_with_director', 'with_director'],
  ['reply', 'same', { choice: 'accurate', text }],
  ['confirm_report', 'same', { choice: 'agrees' }],
  ['review', 'working', { choice: 'working', text }],
  ['review', 'resolved', { choice: 'resolved', text }],
  ['close', 'closed', { choice: 'withdrawn', text }],
  ['propose_board', 'board_proposed', { text }],
  ['withdraw_proposal', 'working', { text }],
  ['take_position', 'same', { choice: 'disagrees', text }],
  ['share_with_board', 'with_board'],
  ['add_view', 'same', { text }],
  ['resolve', 'resolved', { text, reason: text }],
  ['share_with_director', 'with_board'],
  ['share_with_board', 'working'],
  ['hold_conversation', 'with_board', { text, goesWell: text }],
  ['review', 'with_director', { text }],
  ['take_position', 'with_board', { choice: 'agrees', text }],
  ['propose_board', 'with_board', { text }],
  ['reply', 'noted', { choice: 'accurate', text }],
  ['reopen', 'working'],
  ['override', 'with_board'],
  ['note', 'noted'],
  ['', 'working'],
];

export function attemptsOn(row: ConcernRow, world: World): readonly Attempt[] {
  const make = (name: string, step: string, to: string, given: Given, parts: Parts): Attempt => {
    const toStatus = to === 'same' ? row.status : to;
    // Made-up steps are part of what is tried.
    return {
      name,
      step,
      toStatus,
      given,
      entry: { step: step as 'reply', toStatus: toStatus as 'noted', ...parts },
    };
  };
  return [
    ...plain.map(([step, to, parts = {}]) => make(`${step} -> ${to}`, step, to, {}, parts)),
    ...peopleAndDates(row, world, make),
    ...talks(row, world, make),
  ];
}

type Make = (name: string, step: string, to: string, given: Given, parts: Parts) => Attempt;

function peopleAndDates(row: ConcernRow, world: World, make: Make): readonly Attempt[] {
  const add = (kind: string) => {
    const personId = world.people[kind]?.personId ?? '';
    return make(
      `add ${kind}`,
      'add_participant',
      'same',
      { personId },
      { people: [personId], participates: true },
    );
  };
  const directors = row.directors.filter(
    ({ from, to }) => from <= row.today && (to === null || row.today < to),
  );
  const plan = (name: string, proposals: readonly string[], kinds: readonly string[]) => {
    const participants = kinds.map((kind) => world.people[kind]?.personId ?? '');
    const people = [...new Set([...directors.map(({ id }) => id), ...participants])];
    return make(
      `plan ${name}`,
      'plan_conversation',
      'same',
      { proposals, participants },
      { proposals, people },
    );
  };
  const later = '2026-06-01T08:00:00.000Z';
  const answer = (proposal: string, choice: string) =>
    make(`answer ${choice}`, 'answer_invitation', 'same', { proposal }, { choice, atMoment: proposal });
  const proposed = row.entries.findLast((entry) => entry.step === 'plan_conversation')?.proposals[0];
  const notTo = (reviewOn: string) =>
    make(`not to board ${reviewOn}`, 'not_to_board', 'working', { reviewOn }, { text, onDate: reviewOn });
  return [
    ...['coordinator', 'otherCoordinator', 'leavingTeacher', 'boardMember', 'teacherElsewhere'].map(add),
    plan('alone', [later], []),
    plan('with participant', [later], ['coordinator']),
    plan('with author', [later], ['author', 'leavingTeacher']),
    plan('with stranger', [later], ['boardMember']),
    plan('in the past', [later, '2026-03-05T08:00:00.000Z'], []),
    plan('just now', [`${row.today}T08:00:00.000Z`], []),
    answer(later, 'other_date'),
    ...(proposed === undefined ? [] : [answer(new Date(proposed).toISOString(), 'accepted')]),
    notTo('2026-12-01'),
    notTo(row.today),
  ];
}

function talks(row: ConcernRow, world: World, make: Make): readonly Attempt[] {
  const to = row.status === 'with_board' ? 'with_board' : 'working';
  const hold = (name: string, heldOn: string, kinds: readonly string[], more: Given = {}) => {
    const present = kinds.map((kind) => world.people[kind]?.personId ?? '');
    const given = { heldOn, present, noAgreementsBecause: text, ...more };
    return make(`hold ${name}`, 'hold_conversation', to, given, {
      text,
      goesWell: text,
      onDate: heldOn,
      people: present,
      reason: given.noAgreementsBecause,
      agreements: given.agreements === undefined ? [] : [agreement],
      atMoment: given.directorInvitedOn,
    });
  };
  return [
    hold('with director', '2026-03-06', ['author', 'director']),
    hold('with new director', row.today, ['author', 'newDirector']),
    hold('with new director too early', '2026-03-31', ['newDirector']),
    hold('with acting director', row.today, ['actingDirector']),
    hold('with director who left', row.today, ['director']),
    hold('with former director', '2026-03-03', ['formerDirector']),
    hold('without director', '2026-03-03', ['author', 'coordinator']),
    hold('with director of elsewhere', '2026-03-03', ['directorSameBoard']),
    hold('before the sharing', '2026-03-01', ['director']),
    hold('tomorrow', '2026-05-01', ['director', 'newDirector']),
    hold('without agreements or reason', '2026-03-03', ['director'], { noAgreementsBecause: undefined }),
    hold('with agreements and reason', '2026-03-03', ['director'], { agreements: [agreement] }),
    hold('with blank reason', '2026-03-03', ['director'], { noAgreementsBecause: ' \n ' }),
    hold('with agreements', '2026-03-03', ['director'], {
      agreements: [agreement],
      noAgreementsBecause: undefined,
    }),
    hold('director invited', '2026-03-03', ['author'], { directorInvitedOn: '2026-03-03' }),
    hold('everything wrong', '2026-05-01', ['author'], { noAgreementsBecause: undefined }),
  ];
}
