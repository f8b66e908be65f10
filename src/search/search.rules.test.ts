import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wantedBy } from './search.rules.ts';

test('all words must be there, each may go on', () => {
  expect(wantedBy('  Rekenen in groep 5 en groep 12!')).toEqual({
    query: 'rekenen:* & in:* & groep:* & en:* & 12:*',
    words: ['rekenen', 'groep'],
    text: 'rekenen in groep en 12',
  });
});

test('full-width letters are read as letters, Arabic and accented ones stay', () => {
  expect(wantedBy('ｒｕｓｔ')?.query).toBe('rust:*');
  expect(wantedBy('هدوء coördinatie')?.query).toBe('هدوء:* & coördinatie:*');
});

test.each(['', ' ', 'a', '- & | ! ( )', 'a b c', '😀😀'])('%j is nothing to look for', (typed) => {
  expect(wantedBy(typed)).toBeUndefined();
});

test('at most eight words count', () => {
  expect(wantedBy('aa bb cc dd ee ff gg hh ii jj')?.query.split(' & ')).toHaveLength(8);
});

test('whatever is typed, the query holds nothing but words and our own operators', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const wanted = wantedBy(typed);
      if (wanted !== undefined) expect(wanted.query).toMatch(/^[\p{L}\p{N}]+:\*( & [\p{L}\p{N}]+:\*)*$/u);
    }),
  );
});
