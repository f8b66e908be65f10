import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { ShownFigure } from '../measures/figure.rules.ts';
import { type MeasureCode, measureOf } from '../measures/measure.rules.ts';
import { drawingOf } from './drawing.tsx';
import { Beside, Summary } from './summary.tsx';
import type { View, ViewRow } from './view.ts';

const figure = (more: Partial<ShownFigure>): ShownFigure => ({ key: 'a', n: 12, value: null, ...more });
const row = (label: string, more: Partial<ShownFigure>, rest: Partial<ViewRow> = {}): ViewRow => ({
  ...{ label, figure: figure(more), href: ({ kind = 'all' } = {}) => `/nu/${label}/${kind}` },
  ...rest,
});
const view = (
  code: MeasureCode,
  by: View['by'],
  rows: readonly ViewRow[],
  more: Partial<View> = {},
): View => ({
  ...{ measure: measureOf(code), by, rows, totals: rows, beforeLabel: 'Vorig jaar', kindNames: {} },
  about: { id: 'maat', title: 'Wat men ziet', unit: 'eenheid' },
  ...more,
});

/** Each line of the file of a drawing, without its heading. */
const linesOf = (one: View) => drawingOf(one).file.trim().split('\r\n').slice(1);

describe('grades', () => {
  const parts = [
    ...[5, 5.4, 5.5, 6.4, 6.5, 8.49, 8.5, 10].map((grade) => ({ key: `${grade}`, n: 1 })),
    { key: '7.333333333333333', n: 1 },
  ];
  const drawn = view('satisfaction', null, [row('Deze periode', { n: 9, parts })]);

  it('of who answered for more schools stand at a whole one, a half at the higher', () => {
    expect(linesOf(drawn)).toEqual(['Deze periode;2;2;2;1;2;9']);
  });

  it('lead to exactly those', () => {
    const asked: unknown[] = [];
    drawingOf({ ...drawn, rows: [row('x', { parts }, { href: (piece) => `${asked.push(piece)}` })] });
    expect(asked).toContainEqual({ min: 5.5, max: 6.4999 });
    expect(asked).toContainEqual({ min: 8.5, max: undefined });
  });
});

describe('what a bar is set against', () => {
  it('leads to the cases of last year, and to none where it is what was expected', () => {
    const parts = [{ key: 'school', n: 12, value: 54 }];
    const before = { before: figure({ value: 51 }), hrefBefore: '/toen' };
    const html = (code: MeasureCode) =>
      render(drawingOf(view(code, 'board', [row('Aar', { value: 54, parts }, before)])).chart);
    expect(html('hours_done')).toContain('href="/toen"');
    expect(html('goal_t')).not.toContain('href="/toen"');
    expect(html('goal_t')).toContain('Zoals verwacht');
  });

  it('is nothing where nothing was counted, and few only where there were few', () => {
    const rows = (more: Partial<ShownFigure>, none: Partial<ShownFigure> = {}) => [
      row('Aar', { value: 5, ...more }, { before: figure({ value: 4, ...more }) }),
      row('Beemd', { value: 6, ...more }, { before: figure({ n: 0, ...none }) }),
      row('Duin', { value: 6, ...more }, { before: figure({ n: 3 }) }),
    ];
    expect(linesOf(view('first_contact_days', 'school', rows({ open: 0 })))).toEqual([
      'Aar;12;5;4',
      'Beemd;12;6;niets geteld',
      'Duin;12;6;te weinig',
    ]);
    expect(linesOf(view('hours_done', 'ambition', rows({}, { value: 0 }).slice(0, 2)))).toEqual([
      'Aar;12;5;4',
      'Beemd;12;6;0',
    ]);
  });

  it('is not told where a release has no such row of the year before', () => {
    const rows = [row('Aar', { value: 5 }, { before: figure({ value: 4 }) }), row('Beemd', { value: 6 })];
    expect(linesOf(view('hours_done', 'expertise', rows))).toEqual(['Aar;12;5;4', 'Beemd;12;6;niet verteld']);
  });

  it('is hidden with its value', () => {
    const hidden = view('requested_provided', null, [
      row('Deze periode', { n: '<5' }),
      row('Toen', { value: 3, of: 4 }),
    ]);
    expect(linesOf(hidden)).toEqual(['Deze periode;verborgen;verborgen;verborgen', 'Toen;12;3;4']);
  });
});

it('says of a lead time of no questions that nothing was counted, of one that is not reached that it is not', () => {
  const rows = [
    row('Deze periode', { n: 0, open: 0, p85: null }),
    row('Toen', { n: 12, open: 8, p85: null }),
  ];
  const drawn = view('first_contact_days', null, rows);
  expect(linesOf(drawn)).toEqual(['Deze periode;0;niets geteld', 'Toen;12;nog niet zover']);
  const words = [...render(<Summary view={drawn} />).matchAll(/(?:niets geteld|nog niet zover)/g)].flat();
  expect(words).toEqual(['niets geteld', 'niets geteld', 'nog niet zover', 'nog niet zover']);
});

it('says of a quarter without cases that nothing was counted', () => {
  expect(
    linesOf(view('light_route_share', 'quarter', [row('Herfst', { n: 0 }), row('Winter', { n: 7 })])),
  ).toEqual(['Herfst;niets geteld;0;', 'Winter;te weinig;7;']);
});

it('of quarters of what was asked and done draws what was done, and has both in its table', () => {
  const rows = [row('Herfst', { value: 9, of: 12 }), row('Winter', { n: '<5' })];
  const { chart, file } = drawingOf(view('requested_provided', 'quarter', rows));
  expect(render(chart)).toContain('eenheid, gedaan');
  const cells = file.split('\r\n').map((line) => line.replace('\ufeff', '').split(';').slice(0, 3));
  expect(cells.slice(0, 3)).toEqual([
    ['Kwartaal', 'Gedaan', 'Gevraagd'],
    ['Herfst', '9', '12'],
    ['Winter', 'verborgen', 'verborgen'],
  ]);
});

it('tells what was planned beside what was done, and hides what is hidden', () => {
  const said = (more: Partial<ShownFigure>) =>
    render(<Beside pair={{ measure: measureOf('hours_planned'), figure: figure(more), href: '/plan' }} />);
  expect(said({ value: 1234.25 })).toContain('<a href="/plan">Uren gepland</a>, 1.234,3 uren. Gepland is');
  expect(said({ n: '<5' })).toContain('</a>, verborgen. ');
  expect(said({ n: 0, value: 0 })).toContain('</a>, niets geteld. ');
});
