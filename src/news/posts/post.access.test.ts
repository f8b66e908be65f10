import { expect, test } from 'vitest';
import { isOpen } from './post.access.ts';

test('a post is read without a log-in when it is for everybody or for parents, whoever else it is for', () => {
  expect(isOpen(['public'])).toBe(true);
  expect(isOpen(['schools', 'parents'])).toBe(true);
  expect(isOpen(['schools', 'professionals', 'boards'])).toBe(false);
  expect(isOpen([])).toBe(false);
});
