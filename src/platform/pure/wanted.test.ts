import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wantedBy } from './wanted.ts';

test('all words must be there, each may go on', () => {
  expect(wantedBy('  Rekenen in groep 5 en groep 12!')).toEqual({
    queries: ['rekenen:* & in:* & groep:* & en:* & 12:*', expect.stringContaining('(groep:* | rgoep:* |')],
    words: ['rekenen', 'groep'],
    text: 'rekenen in groep en 12',
  });
});

test('full-width letters are read as letters, Arabic and accented ones stay', () => {
  expect(wantedBy('ｒｕｓｔ')?.queries[0]).toBe('rust:*');
  expect(wantedBy('هدوء coördinatie')?.queries[0]).toBe('هدوء:* & coördinatie:*');
});

test.each(['', ' ', 'a', '- & | ! ( )', 'a b c', '😀😀'])('%j is nothing to look for', (typed) => {
  expect(wantedBy(typed)).toBeUndefined();
});

test('two letters that changed places are looked for in every place, in words of four letters and more', () => {
  expect(wantedBy('rsut')?.queries).toEqual(['rsut:*', '(rsut:* | srut:* | rust:* | rstu:*)']);
  expect(wantedBy('in')?.queries).toEqual(['in:*']);
});

test('what is written in other letters is compared in letters that trigrams know', () => {
  expect(wantedBy('الدعمم школа één')?.words).toEqual(['ald3mm', 'wkola']);
  expect(wantedBy('الدعمم')?.queries[0]).toBe('الدعمم:*');
});

test('at most eight words count', () => {
  expect(wantedBy('aa bb cc dd ee ff gg hh ii jj')?.queries[0]?.split(' & ')).toHaveLength(8);
});

test('whatever is typed, the query holds nothing but words and our own operators', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const wanted = wantedBy(typed);
      const one = String.raw`[\p{L}\p{N}]+:\*`;
      const shape = new RegExp(
        `^(${one}|\\(${one}( \\| ${one})*\\))( & (${one}|\\(${one}( \\| ${one})*\\)))*$`,
        'u',
      );
      for (const query of wanted?.queries ?? []) expect(query).toMatch(shape);
    }),
  );
});
