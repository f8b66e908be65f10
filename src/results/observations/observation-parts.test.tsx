import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { Observation } from './observation.store.ts';
import { Growth } from './observation-parts.tsx';

const lesson = (onDate: string, mark: number): Observation => ({
  ...{ id: onDate, version: 1, onDate, trained: true, marks: [mark], words: null, answer: null },
  status: 'shared',
  sheet: {
    id: 's',
    name: 'Kijkwijzer',
    points: ['1', '2', '3'],
    domains: [{ name: 'Uitleg', items: ['a'] }],
  },
  school: { code: '99AA00', name: 'De Beuk' },
  ...{ teacher: { id: 't', name: 'Bo' }, observer: { id: 'o', name: 'Sam' }, goals: [], today: '2026-11-23' },
});

it('says under each lesson of which year it was', () => {
  const html = renderToString(<Growth taught={[lesson('2026-09-14', 1), lesson('2026-11-03', 2)]} />);
  const names = [...html.matchAll(/text-anchor="middle">([^<]+)</g)].map(([, name]) => name);
  expect(names).toEqual(['14-9-26', '3-11-26']);
});
