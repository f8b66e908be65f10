import { expect, it } from 'vitest';
import { figuresOf, type ReleaseRow } from './release.view.ts';

const row = (more: Partial<ReleaseRow>): ReleaseRow => ({
  key: 'taal',
  part: '',
  n: 12,
  figure: null,
  ...more,
});

it('shows what is hidden in one way, parts with their own key, and nothing that was not told', () => {
  const figures = figuresOf([
    row({ figure: { value: 0.5, low: 0.2, high: 0.8 } }),
    row({ part: '1', n: 6 }),
    row({ part: '0', n: null }),
    row({ key: 'gedrag', n: null }),
    row({ key: 'rekenen', n: 0, figure: { value: 3, of: 4 } }),
  ]);
  expect(figures).toEqual([
    {
      ...{ key: 'taal', n: 12, value: 0.5, low: 0.2, high: 0.8 },
      parts: [
        { key: '1', n: 6 },
        { key: '0', n: '<5' },
      ],
    },
    { key: 'gedrag', n: '<5', value: null },
    { key: 'rekenen', n: 0, value: 3, of: 4 },
  ]);
});
