import { expect, it } from 'vitest';
import { fileNameOf } from './report.words.ts';

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
