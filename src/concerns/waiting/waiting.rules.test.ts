import { describe, expect, it } from 'vitest';
import type { Relation } from '../concern.rules.ts';
import { agendaOf, type TaskKind, type WaitingFacts, type WaitKind } from './waiting.rules.ts';

const today = '2026-11-22';
const now = '2026-11-22T12:00:00.000Z';

const shared: WaitingFacts = {
  about: 'school',
  id: '0190',
  number: 'K4T7QZ',
  schoolName: 'De Zonnewijzer',
  status: 'with_director',
  touchedAt: '2026-11-20T09:00:00Z',
  relations: [],
  isOwn: false,
  seenVersion: 4,
  replied: false,
  answerVersion: null,
  invitation: null,
  unanswered: 0,
  talkAt: null,
  report: null,
  position: null,
  lookBackOn: null,
  boardTalkHeld: false,
  daysLeft: {},
};

function tasksFor(
  relation: Relation | readonly Relation[],
  facts: Partial<WaitingFacts>,
): readonly TaskKind[] {
  const relations = [relation].flat();
  return agendaOf([{ ...shared, relations, ...facts }], today, now).tasks.map((task) => task.kind);
}

function waitsFor(
  relation: Relation | readonly Relation[],
  facts: Partial<WaitingFacts>,
): readonly WaitKind[] {
  const relations = [relation].flat();
  return agendaOf([{ ...shared, relations, ...facts }], today, now).waits.map((wait) => wait.kind);
}

describe('a note', () => {
  it('waits for its author alone', () => {
    expect(tasksFor('author', { status: 'noted', seenVersion: null })).toEqual(['finish_note']);
    expect(waitsFor('author', { status: 'noted', seenVersion: null })).toEqual([]);
  });
});

describe('the director', () => {
  it('reads a new concern first, and is asked for a reply once it was read', () => {
    expect(tasksFor('school_director', { seenVersion: null })).toEqual(['read_new']);
    expect(tasksFor('school_director', {})).toEqual(['reply']);
    expect(tasksFor('school_director', { status: 'working' })).toEqual(['reply']);
    expect(tasksFor('school_director', { replied: true })).toEqual([]);
  });

  it('is not asked to read or answer what they wrote themselves', () => {
    expect(tasksFor('school_director', { isOwn: true, seenVersion: null })).toEqual([]);
    expect(tasksFor('school_director', { isOwn: true })).toEqual([]);
  });

  it('answers an invitation, with the last day of the term', () => {
    const invitation = { dueOn: '2026-12-04', invited: true, answered: false };
    const facts = { ...shared, relations: ['school_director'] as const, replied: true, invitation };
    expect(agendaOf([facts], today, now).tasks).toEqual([
      { kind: 'answer_invitation', concern: facts, dueOn: '2026-12-04' },
    ]);
  });

  it('confirms a report up to and including the last day, and is left in peace after it', () => {
    const working = { status: 'working', replied: true } as const;
    expect(tasksFor('school_director', { ...working, report: { dueOn: today } })).toEqual(['confirm_report']);
    expect(tasksFor('school_director', { ...working, report: { dueOn: '2026-11-21' } })).toEqual([]);
  });

  it('gives a position, also after its term, until it was given', () => {
    const proposed = { status: 'board_proposed' } as const;
    const late = { dueOn: '2026-11-21', taken: false };
    expect(tasksFor('school_director', { ...proposed, position: late })).toEqual(['take_position']);
    expect(tasksFor('school_director', { ...proposed, position: { ...late, taken: true } })).toEqual([]);
  });
});

describe('author and contact person', () => {
  it.each(['author', 'contact_person'] as const)('%s waits for the reply of the director', (relation) => {
    expect(tasksFor(relation, {})).toEqual([]);
    expect(waitsFor(relation, {})).toEqual(['reply']);
  });

  it('read an answer that came since they last looked', () => {
    expect(tasksFor('author', { replied: true, answerVersion: 5 })).toEqual(['read_answer']);
    expect(tasksFor('author', { replied: true, answerVersion: 1, seenVersion: null })).toEqual([
      'read_answer',
    ]);
  });

  it('plan a talk when they read the answer and nothing is planned', () => {
    expect(tasksFor('author', { replied: true, answerVersion: 4 })).toEqual(['plan_again']);
    expect(tasksFor('author', { unanswered: 1 })).toEqual(['plan_again']);
    // The director named another moment, and the author has read that.
    expect(tasksFor('author', { answerVersion: 3 })).toEqual(['plan_again']);
    expect(waitsFor('author', { answerVersion: 3 })).toEqual([]);
    expect(tasksFor('author', { replied: true, status: 'working' })).toEqual([]);
  });

  it('wait for the answer to an invitation, and plan nothing meanwhile', () => {
    const invitation = { dueOn: '2026-12-04', invited: true, answered: false };
    expect(tasksFor('author', { replied: true, answerVersion: 2, invitation })).toEqual([]);
    expect(waitsFor('author', { replied: true, invitation })).toEqual(['invitation']);
  });

  it('see the talk that comes, and record it once it is over', () => {
    const ahead = { replied: true, talkAt: '2026-11-22T12:00:01.000Z' };
    const over = { replied: true, talkAt: now };
    expect([tasksFor('author', ahead), waitsFor('author', ahead)]).toEqual([[], ['talk']]);
    expect([tasksFor('author', over), waitsFor('author', over)]).toEqual([['record_talk'], []]);
    expect(tasksFor('author', { ...over, status: 'board_proposed' })).toEqual([]);
  });

  it('look back when the day of an agreement has come, not before', () => {
    expect(tasksFor('author', { status: 'working', lookBackOn: today })).toEqual(['look_back']);
    expect(tasksFor('author', { status: 'working', lookBackOn: '2026-11-23' })).toEqual([]);
    expect(tasksFor('author', { status: 'with_board', boardTalkHeld: true, lookBackOn: today })).toEqual([]);
  });

  it('wait for confirmation within its term, for position, decision and the board', () => {
    expect(waitsFor('author', { status: 'working', report: { dueOn: today } })).toEqual(['confirmation']);
    expect(waitsFor('author', { status: 'working', report: { dueOn: '2026-11-21' } })).toEqual([]);
    const asked = { dueOn: '2026-12-01', taken: false };
    expect(waitsFor('author', { status: 'board_proposed', position: asked })).toEqual(['position']);
    expect(waitsFor('author', { status: 'board_proposed', position: { ...asked, taken: true } })).toEqual([
      'decision',
    ]);
    expect(waitsFor('author', { status: 'with_board' })).toEqual(['board_talk']);
    expect(waitsFor('author', { status: 'with_board', boardTalkHeld: true })).toEqual([]);
  });

  it('do one task once, whoever they are besides', () => {
    const over = { replied: true, talkAt: now };
    expect(tasksFor(['author', 'contact_person'], over)).toEqual(['record_talk']);
    expect(tasksFor(['author', 'school_director'], { ...over, answerVersion: 9 })).toEqual(['record_talk']);
  });
});

describe('a participant', () => {
  it('answers an invitation they got, once', () => {
    const invitation = { dueOn: '2026-12-04', invited: true, answered: false };
    expect(tasksFor('participant', { invitation })).toEqual(['answer_invitation']);
    expect(tasksFor('participant', { invitation: { ...invitation, answered: true } })).toEqual([]);
    expect(tasksFor('participant', { invitation: { ...invitation, invited: false } })).toEqual([]);
  });

  it('has no part in replies, reports and proposals', () => {
    const all = { report: { dueOn: today }, position: { dueOn: today, taken: false }, lookBackOn: today };
    expect(tasksFor('participant', { status: 'working', ...all })).toEqual([]);
    expect(waitsFor('participant', { status: 'working', ...all })).toEqual([]);
  });
});

describe('the team lead', () => {
  const proposed = { status: 'board_proposed', position: { dueOn: '2026-11-22', taken: false } } as const;

  it('decides once the director was heard or the term has passed, not a day before', () => {
    expect(tasksFor('team_lead', proposed)).toEqual([]);
    expect(waitsFor('team_lead', proposed)).toEqual(['position']);
    expect(tasksFor('team_lead', { ...proposed, position: { dueOn: today, taken: true } })).toEqual([
      'decide',
    ]);
    expect(tasksFor('team_lead', { ...proposed, position: { dueOn: '2026-11-21', taken: false } })).toEqual([
      'decide',
    ]);
  });

  it('never decides about their own concern or proposal: a second person does', () => {
    const own = { ...proposed, position: { dueOn: today, taken: true }, isOwn: true };
    expect(tasksFor('team_lead', own)).toEqual([]);
    expect(waitsFor('team_lead', own)).toEqual(['other_team_lead']);
  });

  it('calls a director who left two invitations unanswered', () => {
    expect(tasksFor('team_lead', { unanswered: 1 })).toEqual([]);
    expect(tasksFor('team_lead', { unanswered: 2 })).toEqual(['call_director']);
    expect(tasksFor('team_lead', { unanswered: 2, status: 'with_board', boardTalkHeld: true })).toEqual([]);
  });
});

describe('the board', () => {
  it('talks about a concern that was put forward, until that talk was held', () => {
    expect(tasksFor('board_member', { status: 'with_board' })).toEqual(['talk_with_board']);
    expect(tasksFor('board_member', { status: 'with_board', boardTalkHeld: true })).toEqual([]);
  });

  it('has nothing to do with a concern that is with the school', () => {
    for (const status of ['with_director', 'working', 'board_proposed'] as const)
      expect(tasksFor('board_member', { status })).toEqual([]);
  });
});

describe('the order', () => {
  it('is the nearest day first, what has no day last, and of those the latest touched first', () => {
    const invitation = (dueOn: string) => ({ dueOn, invited: true, answered: false });
    const director = { ...shared, relations: ['school_director'] as const, replied: true };
    const facts: readonly WaitingFacts[] = [
      { ...director, id: 'new, older', seenVersion: null, touchedAt: '2026-11-01T09:00:00Z' },
      { ...director, id: 'new, later', seenVersion: null, touchedAt: '2026-11-02T09:00:00Z' },
      { ...director, id: 'later', invitation: invitation('2026-12-04') },
      { ...director, id: 'sooner', invitation: invitation('2026-12-01') },
    ];
    expect(agendaOf(facts, today, now).tasks.map((task) => task.concern.id)).toEqual([
      'sooner',
      'later',
      'new, later',
      'new, older',
    ]);
  });
});
