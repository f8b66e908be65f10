import { expect, it } from 'vitest';
import { fileNameOf, otherPeriodsWords } from './report.words.ts';

it('names a file by what it is, of which period and as of which day, never by a school or a board', () => {
  const board = { kind: 'board', from: '2025-08-01', asOf: '2026-11-23' } as const;
  expect(fileNameOf({ ...board, to: '2026-07-31' })).toBe('bestuursrapport-2025-2026-stand-2026-11-23');
  expect(fileNameOf({ ...board, to: '2025-10-31' })).toBe(
    'bestuursrapport-2025-08-01-tm-2025-10-31-stand-2026-11-23',
  );
  expect(fileNameOf({ ...board, kind: 'partnership', to: '2026-07-31' })).toBe(
    'rapport-van-het-samenwerkingsverband-2025-2026-stand-2026-11-23',
  );
});

it('says of which periods there is a report, where there is none of the one that was asked', () => {
  const quarter = { from: '2025-08-01', to: '2025-10-31' };
  const year = { from: '2024-08-01', to: '2025-07-31' };
  expect(otherPeriodsWords('board', [quarter, year])).toBe(
    'Van deze periode is er geen bestuursrapport. Wel van: 1 augustus tot en met 31 oktober 2025; schooljaar 2024-2025.',
  );
  expect(
    otherPeriodsWords(
      'school',
      Array.from({ length: 7 }, () => year),
    ),
  ).toMatch(
    /^Van deze periode is er geen schoolrapport\. Wel van: (schooljaar 2024-2025(; )?){6}, en eerder\.$/,
  );
  expect(otherPeriodsWords('partnership', [])).toBe(
    'Van deze periode is er geen rapport van het samenwerkingsverband. Er zijn nog geen cijfers vastgezet.',
  );
});
