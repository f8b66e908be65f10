import { expect, test } from 'vitest';
import type { Clock, ClockName } from '../clocks/clock.rules.ts';
import { type CaseloadItem, dutiesOf, whenIs } from './caseload.rules.ts';

const today = '2026-03-04';
const item: CaseloadItem = {
  id: 'q',
  number: '7K2M9P',
  level: 'group',
  status: 'started',
  title: 'Rust',
  schoolName: 'De Wilg',
  kind: 'assigned',
  state: 'active',
  role: 'Begeleider',
  dagdelen: 4,
  from: '2026-02-02',
  until: '2026-05-01',
  evaluateBy: '2026-05-01',
  followUpOn: null,
  minutes: 0,
  unscored: 0,
  targets: [],
  clocks: [],
};
const clock = (name: ClockName, left: number, dueOn: string, warns = false): Clock => ({
  name,
  norm: 10,
  elapsed: 10 - left,
  state: 'running',
  reached: false,
  warns,
  left,
  from: '2026-02-02',
  dueOn,
  source: '',
});
const told = (more: Partial<CaseloadItem>) =>
  dutiesOf([{ ...item, ...more }], today).map(({ kind, when, on }) => [kind, when, on]);

test.each([
  ['2026-03-03', 'overdue'],
  ['2026-03-04', 'today'],
  ['2026-03-05', 'week'],
  ['2026-03-10', 'week'],
  ['2026-03-11', undefined],
])('%s is %s', (day, when) => {
  expect(whenIs(day, today)).toBe(when);
});

test('who was asked answers today, whatever the state; who thinks along has nothing that is due', () => {
  expect(told({ kind: 'thinks_along', state: 'asked', status: 'draft' })).toEqual([['join', 'today', null]]);
  expect(told({ kind: 'thinks_along', unscored: 1 })).toEqual([]);
});

test('first contact: today once the work began or the norm is near, too late after the norm', () => {
  const start = (more: Partial<CaseloadItem>) => told({ status: 'assigned', ...more });
  const far = clock('start', 8, '2026-03-16');
  expect(start({ from: '2026-03-05', clocks: [far] })).toEqual([['start', 'week', '2026-03-16']]);
  expect(start({ from: '2026-03-04', clocks: [far] })).toEqual([['start', 'today', '2026-03-16']]);
  const near = clock('start', 2, '2026-03-06', true);
  expect(start({ from: '2026-03-05', clocks: [near] })).toEqual([['start', 'today', '2026-03-06']]);
  const late = clock('start', -1, '2026-03-03', true);
  expect(start({ clocks: [late] })).toEqual([['start', 'overdue', '2026-03-03']]);
  expect(start({ clocks: [{ ...late, state: 'stopped' }] })).toEqual([['start', 'today', null]]);
});

test('the evaluation comes on the last day and is late after its own norm', () => {
  expect(told({ evaluateBy: '2026-03-11' })).toEqual([]);
  expect(told({ evaluateBy: '2026-03-10' })).toEqual([['evaluate', 'week', '2026-03-10']]);
  const begun = clock('evaluation', 10, '2026-03-18');
  expect(told({ evaluateBy: '2026-03-04', clocks: [begun] })).toEqual([['evaluate', 'today', '2026-03-18']]);
  const late = clock('evaluation', -1, '2026-03-03');
  expect(told({ evaluateBy: '2026-02-17', clocks: [late] })).toEqual([['evaluate', 'overdue', '2026-03-03']]);
  expect(told({ evaluateBy: null })).toEqual([]);
});

test('goals ask a start score at once, and an end score when the earliest should be reached', () => {
  expect(told({ unscored: 2 })).toEqual([['score_start', 'today', null]]);
  expect(told({ targets: ['2026-04-01', '2026-03-03'] })).toEqual([['score_end', 'overdue', '2026-03-03']]);
  expect(told({ targets: ['2026-03-11'] })).toEqual([]);
});

test('an evaluated question is completed; a completed one is looked back on from its day, never too late', () => {
  expect(told({ status: 'evaluated' })).toEqual([['complete', 'today', null]]);
  expect(told({ status: 'completed', followUpOn: '2026-01-01' })).toEqual([
    ['follow_up', 'today', '2026-01-01'],
  ]);
  expect(told({ status: 'completed', followUpOn: '2026-03-05' })).toEqual([
    ['follow_up', 'week', '2026-03-05'],
  ]);
  expect(told({ status: 'completed', followUpOn: '2026-03-11' })).toEqual([]);
  expect(told({ status: 'completed' })).toEqual([]);
});

test('what is earliest stands first, what has no day last', () => {
  const items = [
    { ...item, number: 'BBBBBB', status: 'evaluated' as const },
    { ...item, number: 'AAAAAA', status: 'evaluated' as const },
    { ...item, number: 'CCCCCC', targets: ['2026-03-01'] },
  ];
  expect(dutiesOf(items, today).map(({ item: one }) => one.number)).toEqual(['CCCCCC', 'AAAAAA', 'BBBBBB']);
});
