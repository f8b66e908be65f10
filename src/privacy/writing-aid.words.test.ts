import { expect, it } from 'vitest';
import { MARK_WORDS } from './writing-aid.words.ts';

it.each(Object.entries(MARK_WORDS))(
  '%s: says in whole sentences why not and what instead',
  (_kind, words) => {
    for (const sentence of [words.why, words.instead]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  },
);
