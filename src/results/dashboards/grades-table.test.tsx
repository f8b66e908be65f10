import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { measureOf } from '../measures/measure.rules.ts';
import { drawingOf } from './drawing.tsx';
import type { View, ViewRow } from './view.ts';

const row = (label: string, ...parts: readonly (readonly [key: string, n: number | '<5'])[]): ViewRow => ({
  label,
  figure: { key: label, n: parts.length, value: null, parts: parts.map(([key, n]) => ({ key, n })) },
  href: ({ kind = '' } = {}) => `/${label}/${kind}`,
});
const view: View = {
  measure: measureOf('basic_support'),
  about: { id: 'basis', title: 'De basis', unit: 'niveaus' },
  ...{ by: 'school', beforeLabel: 'Vorig jaar', totals: [] },
  kindNames: { criterion_1: 'de basis', criterion_2: 'de hulp', school: 'de school' },
  rows: [
    row('De Els', ['criterion_1:0', 1], ['criterion_2:2', 1]),
    row('De Berk', ['criterion_1:0', 0], ['criterion_1:1', 1]),
    row('De Wilg', ['criterion_1:2', '<5'], ['criterion_2:1', 1]),
  ],
};

describe('criteria by school', () => {
  const html = render(drawingOf(view).chart);

  it('are a table of words in the order of names, each leading to its cases', () => {
    expect(drawingOf(view).file.trim().split('\r\n')).toEqual([
      expect.stringContaining('School;De basis;De hulp'),
      'De Els;Nog niet;Op orde',
      'De Berk;Deels;geen oordeel',
      'De Wilg;verborgen;Deels',
    ]);
    expect(html).toContain('<a href="/De Els/criterion_1">Nog niet</a>');
    expect(html).not.toContain('href="/De Berk/criterion_2"');
  });

  it('need no drawing, nor the same table under it', () => {
    expect(html).toContain('<table');
    for (const drawn of ['<svg', '<details']) expect(html).not.toContain(drawn);
    expect(render(drawingOf({ ...view, by: 'area' }).chart)).toContain('<svg');
  });
});
