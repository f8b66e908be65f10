import { expect, test } from 'vitest';
import { choices, defaultChoices, noticeKinds, noticeSubjects } from './notice.rules.ts';

const told = (choice: string) => noticeKinds.filter((kind) => defaultChoices[kind] === choice).sort();

test('what waits for somebody, cannot wait or corrects what they read comes at once; how things go on comes in the morning', () => {
  expect(told('at_once')).toEqual([
    ...['account', 'board', 'concern_shared', 'consultation', 'handed_over', 'note_fades', 'post_update'],
    ...['promise_due', 'question_yours', 'reminder', 'stationing_yours', 'transition'],
  ]);
  expect(told('daily')).toEqual([
    ...['concern_fades', 'concern_step', 'invitation', 'post', 'question_fades', 'question_step'],
    'stationing_step',
  ]);
});

test('nobody is told less than daily unless they chose it, and each choice is theirs', () => {
  expect([...told('weekly'), ...told('never')]).toEqual([]);
  expect(choices).toEqual(['at_once', 'daily', 'weekly', 'never']);
});

test('a notice is about something that has a page', () => {
  expect([...noticeSubjects].sort()).toEqual([
    ...['concern', 'consultation', 'conversation', 'person', 'post', 'promise', 'question', 'stationing'],
  ]);
});
