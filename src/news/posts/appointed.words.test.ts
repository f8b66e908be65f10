import { expect, test } from 'vitest';
import { type Appointed, sayAppointed } from './appointed.words.ts';

const lead: Appointed = {
  ...{ name: 'Noor van Dalen', role: 'teamleider', acting: false, place: null },
  ...{ startsOn: '2026-12-01', endsOn: null },
};

test.each([
  ['nl', '2026-11-30', 'Vanaf 1 december 2026 is Noor van Dalen teamleider.'],
  ['nl', '2026-12-01', 'Noor van Dalen is sinds 1 december 2026 teamleider.'],
  ['en', '2026-11-30', 'From 1 December 2026 Noor van Dalen is teamleider.'],
  ['en', '2026-12-01', 'Noor van Dalen has been teamleider since 1 December 2026.'],
  ['ar', '2026-11-30', 'اعتبارًا من 1 ديسمبر 2026: \u2068Noor van Dalen\u2069، \u2068teamleider\u2069.'],
  ['ar', '2026-12-01', 'منذ 1 ديسمبر 2026: \u2068Noor van Dalen\u2069، \u2068teamleider\u2069.'],
] as const)('in %s on %s it is said that %s', (language, today, sentence) => {
  expect(sayAppointed(language, lead, today)).toBe(sentence);
});

test('what ended is told as past, from the day after the last one', () => {
  const acting = { ...lead, role: 'directeur', acting: true, place: 'De Linde', endsOn: '2027-02-01' };
  const on = (language: 'nl' | 'en' | 'ar', today: string) => sayAppointed(language, acting, today);
  expect(on('nl', '2027-01-31')).toBe(
    'Noor van Dalen is sinds 1 december 2026 waarnemend directeur van De Linde. Tot en met 31 januari 2027.',
  );
  expect(on('nl', '2027-02-01')).toBe(
    'Noor van Dalen was waarnemend directeur van De Linde van 1 december 2026 tot en met 31 januari 2027.',
  );
  expect(on('en', '2027-02-01')).toBe(
    'Noor van Dalen was acting directeur of De Linde from 1 December 2026 until 31 January 2027.',
  );
  expect(on('ar', '2027-01-31')).toBe(
    'منذ 1 ديسمبر 2026: \u2068Noor van Dalen\u2069، \u2068directeur\u2069 (بالإنابة)، \u2068De Linde\u2069. حتى 31 يناير 2027.',
  );
  expect(on('ar', '2027-02-01')).toBe(
    'من 1 ديسمبر 2026 حتى 31 يناير 2027: \u2068Noor van Dalen\u2069، \u2068directeur\u2069 (بالإنابة)، \u2068De Linde\u2069.',
  );
});
