import { describe, expect, test } from 'vitest';
import type { Clock, ClockName } from '../clocks/clock.rules.ts';
import { type Relation, relations, type Status, statuses } from '../question.rules.ts';
import { type QuestionWaiting, type TaskKind, tasksOf } from './waiting.rules.ts';

const clock = (name: ClockName, left: number, from = '2026-11-02'): Clock => ({
  name,
  norm: 10,
  elapsed: 10 - left,
  state: 'running',
  reached: false,
  warns: left <= 2,
  left,
  from,
  dueOn: '2026-11-16',
  source: 'Werkafspraak',
});

const plain: QuestionWaiting = {
  id: 'a',
  number: 'A1B2C3',
  title: 'Rust bij de start',
  schoolName: 'De Linde',
  level: 'group',
  status: 'submitted',
  urgency: 'normal',
  relations: [],
  clocks: [],
  incomplete: false,
  meetingBegun: false,
  followUpOn: null,
  today: '2026-11-10',
};
const kinds = (facts: Partial<QuestionWaiting>) => tasksOf([{ ...plain, ...facts }]).map(({ kind }) => kind);

/** Written by hand from design/2: in each state, whose turn it is when nothing else is the matter. */
const turn: Partial<Record<Status, Partial<Record<Relation, TaskKind>>>> = {
  draft: { author: 'finish_draft', support_coordinator: 'submit_draft' },
  submitted: { contact_person: 'triage' },
  in_triage: { contact_person: 'go_on' },
  needs_information: {
    author: 'give_information',
    support_coordinator: 'give_information',
    school_director: 'give_information',
  },
  assigned: { specialist: 'start' },
  evaluated: { specialist: 'complete', support_coordinator: 'complete' },
};

describe('whose turn it is', () => {
  test.each(statuses)(
    'in «%s» each relation has the task it should have, and nobody else has one',
    (status) => {
      for (const relation of relations) {
        const expected = relation === 'asked_along' ? 'join' : turn[status]?.[relation];
        expect([relation, kinds({ status, relations: [relation] })]).toEqual([
          relation,
          expected === undefined ? [] : [expected],
        ]);
      }
    },
  );

  test('a team lead helps along what is late, and only that', () => {
    for (const status of ['submitted', 'in_triage', 'assigned'] as const) {
      expect(kinds({ status, relations: ['planner'], clocks: [clock('start', -1)] })).toEqual(['help_along']);
      expect(kinds({ status, relations: ['planner'], clocks: [clock('start', 0)] })).toEqual([]);
      const stopped = { ...clock('start', -1), state: 'stopped' } as const;
      expect(kinds({ status, relations: ['planner'], clocks: [stopped] })).toEqual([]);
    }
  });

  test('who helps along reads the clock that is late, not one that still has time', () => {
    const clocks = [clock('start', 7), clock('triage', -3)];
    const [task] = tasksOf([{ ...plain, relations: ['planner'], clocks }]);
    expect(task?.clock).toMatchObject({ name: 'triage', left: -3 });
  });

  test('the secretary records after the meeting, unless something is missing', () => {
    const facts = { status: 'at_committee', relations: ['committee_secretary'] } as const;
    expect(kinds({ ...facts, meetingBegun: true })).toEqual(['record_committee']);
    expect(kinds({ ...facts, meetingBegun: false })).toEqual([]);
    expect(kinds({ ...facts, meetingBegun: true, incomplete: true })).toEqual(['complete_file']);
    expect(kinds({ ...facts, relations: ['contact_person'], incomplete: true })).toEqual(['complete_file']);
    expect(kinds({ ...facts, relations: ['contact_person'] })).toEqual([]);
  });

  test('the work is evaluated from its last day on', () => {
    const started = { status: 'started', relations: ['specialist'] } as const;
    expect(kinds({ ...started, clocks: [clock('evaluation', 10, '2026-11-10')] })).toEqual(['evaluate']);
    expect(kinds({ ...started, clocks: [clock('evaluation', 10, '2026-11-11')] })).toEqual([]);
    expect(kinds({ ...started, clocks: [clock('start', 1)] })).toEqual([]);
  });

  test('whether it lasted is asked from its day on', () => {
    const done = { status: 'completed', relations: ['support_coordinator'] } as const;
    expect(kinds({ ...done, followUpOn: '2026-11-10' })).toEqual(['follow_up']);
    expect(kinds({ ...done, followUpOn: '2026-11-11' })).toEqual([]);
    expect(kinds(done)).toEqual([]);
  });

  test('late comes before urgent, urgent before what can wait', () => {
    const one = (
      number: string,
      left: number | null,
      urgency: QuestionWaiting['urgency'],
    ): QuestionWaiting => ({
      ...plain,
      number,
      urgency,
      relations: ['contact_person'],
      clocks: left === null ? [] : [clock('triage', left)],
    });
    const found = tasksOf([
      one('can wait', 3, 'normal'),
      one('no clock', null, 'normal'),
      one('late', -8, 'normal'),
      one('urgent', 3, 'now'),
      one('also late', -8, 'normal'),
    ]);
    expect(found.map(({ question }) => question.number)).toEqual([
      'also late',
      'late',
      'urgent',
      'can wait',
      'no clock',
    ]);
    expect(found[0]?.clock?.left).toBe(-8);
    expect(found[4]?.clock).toBeUndefined();
  });
});
