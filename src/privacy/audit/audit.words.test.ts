import { expect, test } from 'vitest';
import { actionName } from './audit.words.ts';

test('a deed in the log reads as what it was, also when its code means something else by now', () => {
  expect(actionName({ action: 'keep', subject: 'promise' })).toBe('nagekomen');
  expect(actionName({ action: 'keep', subject: 'yearly_answer' })).toBe('concept bewaard');
  expect(actionName({ action: 'save', subject: 'yearly_answer' })).toBe('bewaard');
  expect(actionName({ action: 'not_known_yet', subject: 'promise' })).toBe('not known yet');
});
