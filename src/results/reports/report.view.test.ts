import { describe, expect, it } from 'vitest';
import { type MeasureRows, type ReportContent, type ReportRow, tablesOf } from './report.view.ts';

const content: ReportContent = {
  ...{ kind: 'board', byLead: false, partnership: 'De Linde', place: 'De Wilg' },
  ...{ from: '2025-08-01', to: '2026-07-31', asOf: '2026-08-20' },
  measures: [
    {
      ...{ code: 'light_route_share', name: 'Lichte route', unit: 'share', kind: 'share' },
      ...{ definition: 'Gedeeld door alle.', source: 'Vragen.', counts: 'vragen', rows: [] },
    },
  ],
};

it('says once that a share cannot be told, not of its interval again', () => {
  const rows: readonly ReportRow[] = [
    { by: 'all', name: 'Alles samen', figure: { n: 40, value: 0.5, low: 0.35, high: 0.65 } },
    { by: 'kind', name: 'Advies', figure: { n: 3, value: null, low: null, high: null } },
  ];
  const measures = content.measures.slice(0, 1).map((one) => ({ ...one, rows }));
  expect(tablesOf({ ...content, measures })[0]?.rows[1]).toEqual([
    ...['Advies', 'Per soort', 3],
    ...[null, undefined, undefined],
  ]);
});

it('says what the kinds of a measure are', () => {
  const by = (code: MeasureRows['code']) => {
    const rows: readonly ReportRow[] = [{ by: 'kind', name: 'x', figure: { n: 9 } }];
    const measures = content.measures.slice(0, 1).map((one) => ({ ...one, code, rows }));
    return tablesOf({ ...content, measures })[0]?.rows[0]?.[1];
  };
  const said = (['hours_done', 'basic_support', 'goal_levels', 'goal_t', 'lasted'] as const).map(by);
  expect(said).toEqual([
    'Per soort',
    'Per criterium',
    ...['Per beoordelaar', 'Per beoordelaar', 'Per beoordelaar'],
  ]);
});

describe('bars of a report', () => {
  const row = (by: ReportRow['by'], n: number | '<5', value?: number | null): ReportRow => ({
    ...{ by, name: by },
    figure: { n, value },
  });
  const bars = (kind: MeasureRows['kind'], rows: readonly ReportRow[]) =>
    tablesOf({ ...content, measures: content.measures.slice(0, 1).map((one) => ({ ...one, kind, rows })) })[0]
      ?.bars;

  it('have one scale in a table, also of another split', () => {
    const split = [row('all', 40, 8), row('before', 30, 6), row('area', 20, 5), row('expertise', 20, 10)];
    expect(bars('leadTime', split)).toEqual([0.8, 0.6, 0.5, 1]);
    expect(bars('share', [row('all', 40, 0.6), row('area', 30, 0.3)])).toEqual([0.6, 0.3]);
    expect(bars('t', [row('part', 40, 55), row('part', 30, 40)])).toEqual([0.55, 0.4]);
  });

  it('are of the parts where a whole is added up of them, and of the whole where there are none', () => {
    const split = [row('all', 40, 20), row('before', 30, 18), row('area', 20, 5), row('expertise', 20, 10)];
    expect(bars('sum', split)).toEqual([null, null, 0.5, 1]);
    expect(bars('sum', split.slice(0, 2))).toEqual([1, 0.9]);
    expect(bars('sum', [row('all', 40, 20), row('before', 30, 10), row('area', '<5', null)])).toEqual([
      ...[1, 0.5, null],
    ]);
    expect(bars('count', [row('all', 12), row('area', 8), row('area', 4), row('area', '<5')])).toEqual([
      ...[null, 1, 0.5, null],
    ]);
  });

  it('have one unit: parts of a share are shares, parts of a mean are counts and not drawn', () => {
    const parts = [row('part', 30), row('part', '<5')];
    expect(bars('share', [row('all', 40, 0.6), ...parts])).toEqual([0.6, 0.75, null]);
    expect(bars('share', [row('all', '<5', null), ...parts])).toEqual([null, null, null]);
    expect(bars('mean', [row('all', 40, 2), ...parts, row('area', 20, 1)])).toEqual([1, null, null, 0.5]);
  });

  it('are counts of a distribution, and nothing where nothing stands beside or is told', () => {
    const levels = [row('all', 40, -1), row('part', 10), row('part', 30), row('part', '<5')];
    expect(bars('levels', levels)).toEqual([null, 1 / 3, 1, null]);
    expect(bars('leadTime', [row('all', 40, null), row('area', '<5', null), row('area', 20, 9)])).toEqual([
      ...[null, null, null],
    ]);
    expect(bars('sum', [row('area', 40, 0), row('area', 9, 0)])).toEqual([null, null]);
  });
});
