import { describe, expect, test } from 'vitest';
import { cleanName, fileNeeds, mayAdd, mayRemove } from './file.rules.ts';
import { addressOfPost, codeIn, slugOf } from './text.rules.ts';

test.each([
  ['In het voorjaar: één gesprek per school!', 'in-het-voorjaar-een-gesprek-per-school'],
  ['Straße æ Łódź', 'strasse-ae-lodz'],
  ['’s Morgens en ’s avonds', 's-morgens-en-s-avonds'],
  ['غرفة القهوة', 'bericht'],
  ['---', 'bericht'],
  ['a'.repeat(90), 'a'.repeat(60)],
  [`${'woord '.repeat(20)}`, 'woord-woord-woord-woord-woord-woord-woord-woord-woord-woord'],
  // A word that does not fit whole goes; sixty letters are not too many.
  [`${'woord '.repeat(9)}langer dan dat`, 'woord-woord-woord-woord-woord-woord-woord-woord-woord-langer'],
  [`${'woord '.repeat(9)}langere dan dat`, 'woord-woord-woord-woord-woord-woord-woord-woord-woord'],
  [`${'woord '.repeat(9)}langer`, 'woord-woord-woord-woord-woord-woord-woord-woord-woord-langer'],
])('%j stands in an address as %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
  expect(slug.length).toBeLessThanOrEqual(60);
});

test.each([
  ['de-koffiekamer-k9mvp6v', 'k9mvp6v'],
  ['k9mvp6v', 'k9mvp6v'],
  ['bericht', 'bericht'],
  ['k9', undefined],
  ['de-koffiekamer', undefined],
  ['x-K9MVP6V', undefined],
])('%s ends in the code %s', (address, code) => {
  expect(codeIn(address)).toBe(code);
});

test('the first language has no place of its own in an address', () => {
  expect(addressOfPost('kop', 'k9mvp6v')).toBe('/nieuws/kop-k9mvp6v');
  expect(addressOfPost('kop', 'k9mvp6v', 'ar')).toBe('/nieuws/kop-k9mvp6v/ar');
});

describe('a file', () => {
  const fine = { size: 10, kind: 'picture', state: 'draft' } as const;
  test.each([
    [{}, []],
    [{ size: 0 }, ['fileChosen']],
    [{ size: 5_000_000 }, []],
    [{ size: 5_000_001 }, ['notTooLarge']],
    [{ size: 10_000_000, kind: 'attachment' as const }, []],
    [{ size: 10_000_001, kind: 'attachment' as const }, ['notTooLarge']],
    [{ kind: undefined }, ['knownKind']],
    [{ state: 'published' as const }, []],
    [{ state: 'published' as const, kind: 'attachment' as const }, ['stateAllows']],
    [{ state: 'withdrawn' as const }, ['stateAllows']],
  ])('%j: %j', (more, needs) => {
    expect(fileNeeds({ ...fine, ...more })).toEqual(needs);
  });

  test('comes and goes as long as nobody saw the post; a picture comes later too', () => {
    const states = ['draft', 'planned', 'published', 'withdrawn'] as const;
    expect(
      states.map((state) => [mayAdd('attachment', state), mayAdd('picture', state), mayRemove(state)]),
    ).toEqual([
      [true, true, true],
      [true, true, true],
      [false, true, false],
      [false, false, false],
    ]);
  });

  test.each([
    ['Foto van het plein.JPG', 'webp', 'Foto van het plein.webp'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['brief\u202efdp.exe', 'pdf', 'brieffdp.pdf'],
    ['...', 'webp', 'bestand.webp'],
    // Only the last ending is one, and points and spaces around a name are not its own.
    ['Verslag 12.mei 2026.docx', 'pdf', 'Verslag 12.mei 2026.pdf'],
    [' . . Plein \u00a0 bij  de school . . ', 'webp', 'Plein bij de school.webp'],
    [`${'a'.repeat(119)} b`, 'pdf', `${'a'.repeat(119)}.pdf`],
    ['😀'.repeat(121), 'pdf', `${'😀'.repeat(120)}.pdf`],
  ])('%j is kept as %s: %s', (name, extension, clean) => {
    expect(cleanName(name, extension)).toBe(clean);
  });
});
