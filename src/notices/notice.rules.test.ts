import { expect, test } from 'vitest';
import {
  type Chosen,
  choices,
  defaultChoices,
  noticeKinds,
  noticeSubjects,
  versionOfChoices,
} from './notice.rules.ts';

const told = (choice: string) => noticeKinds.filter((kind) => defaultChoices[kind] === choice).sort();

test('what waits for somebody, cannot wait or corrects what they read comes at once; how things go on comes in the morning', () => {
  expect(told('at_once')).toEqual([
    ...['account', 'board', 'concern_shared', 'consultation', 'handed_over', 'note_fades', 'observation'],
    ...[
      'post_update',
      'promise_due',
      'question_yours',
      'reminder',
      'school_form',
      'stationing_yours',
      'transition',
    ],
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

test('each choice that is made otherwise is another version, and the same choices are the same', () => {
  const others = noticeKinds.flatMap((kind) =>
    choices
      .filter((choice) => choice !== defaultChoices[kind])
      .map((choice) => ({ ...defaultChoices, [kind]: choice })),
  );
  const versions = [defaultChoices, ...others].map(versionOfChoices);
  expect(new Set(versions).size).toBe(1 + noticeKinds.length * 3);
  expect(versions.every((one) => Number.isInteger(one) && one >= 1 && one < 1e9)).toBe(true);
  expect(versionOfChoices({ ...defaultChoices })).toBe(versions[0]);
  // The first of all: everything at once.
  const atOnce = Object.fromEntries(noticeKinds.map((kind) => [kind, 'at_once'])) as Chosen;
  expect(versionOfChoices(atOnce)).toBe(1);
});
