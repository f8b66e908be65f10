import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { toPlainCsv } from '../../platform/pure/csv.ts';
import { licenceWords } from '../../registers/index.ts';
import type { PublicCell } from '../../results/index.ts';
import type { PublicAmbition } from '../support-plan/support-plan.store.ts';
import { countedWords, figureWords, mayBeFew, quarterWords } from './account.words.ts';
import { describedTable } from './csvw.ts';
import { hasCourse, lastMade, measuresIn } from './figures.view.ts';
import { figureColumns, figureKey, figureRows } from './open-data.view.ts';
import { ambitionColumns, ambitionRows } from './plan-data.view.ts';

const cell = (more: Partial<PublicCell> = {}): PublicCell => ({
  ...{ measure: 'first_contact_days', span: 'quarter', from: '2026-08-01', to: '2026-10-31' },
  ...{ madeAt: '2026-11-14T05:00:00Z', dimension: 'all', key: 'all', part: '', n: 40 },
  figure: { value: 8, p85: 15 },
  ...more,
});
const hidden = { n: null, figure: null };

describe('the figures of the page', () => {
  const cells = [
    cell(),
    cell({ from: '2026-05-01', to: '2026-07-31', figure: { value: 9, p85: 17 } }),
    cell({ span: 'year', from: '2025-08-01', to: '2026-07-31', madeAt: '2026-08-14T05:00:00Z', n: 120 }),
    cell({ dimension: 'area', key: 'a', n: 7 }),
    cell({ part: '1', n: 6 }),
  ];

  it('are the latest year and quarter of the whole, and the quarters in their order', () => {
    const [found] = measuresIn(cells);
    expect(measuresIn(cells)).toHaveLength(1);
    expect(found?.quarter).toEqual({
      ...{ from: '2026-08-01', to: '2026-10-31', n: 40, told: true, value: 8, p85: 15, of: null },
      parts: [{ key: '1', n: 6 }],
    });
    expect(found?.year?.n).toBe(120);
    expect(found?.quarters.map(({ from }) => from)).toEqual(['2026-05-01', '2026-08-01']);
    expect(lastMade(cells)).toBe('2026-11-14T05:00:00Z');
    expect(lastMade([])).toBeUndefined();
  });

  it('have a course from two quarters on that can be told', () => {
    const of = (...some: readonly PublicCell[]) => measuresIn(some).map(hasCourse);
    expect(of(...cells)).toEqual([true]);
    expect(of(cell(), cell({ from: '2026-05-01', ...hidden }))).toEqual([false]);
    expect(of(cell({ measure: 'lasted' }), cell({ measure: 'lasted', from: '2026-05-01' }))).toEqual([false]);
  });

  it('say of a distribution what it says, or that part of it is hidden, or that it is of too few', () => {
    const whole = { measure: 'basic_support', figure: { value: null } } as const;
    const part = (key: string, n: number | null) => cell({ ...whole, part: key, n, figure: null });
    const words = (...parts: readonly PublicCell[]) => {
      const [found] = measuresIn([cell(whole), ...parts]);
      return figureWords('basic_support', found?.quarter);
    };
    expect(words(part('a:0', 10), part('a:2', 30), part('b:2', 40))).toBe(
      '88% van de oordelen over de basis is «op orde»',
    );
    expect(words(part('a:0', null), part('a:2', 30))).toBe(
      'deels verborgen; wat te vertellen is, staat in de open data',
    );
    expect(words(part('a:2', 9))).toBe('te weinig voor een cijfer');
    // Parts of another area are none of the whole.
    expect(words(part('a:2', 9), cell({ ...whole, dimension: 'area', key: 'x', part: 'a:2', n: 30 }))).toBe(
      'te weinig voor een cijfer',
    );
  });

  it('say what they are, and that they are hidden', () => {
    const words = (more: Partial<PublicCell>) => {
      const [found] = measuresIn([cell(more)]);
      return [
        figureWords(found?.code ?? 'lasted', found?.quarter),
        countedWords(found?.code ?? 'lasted', found?.quarter),
      ];
    };
    expect(words({})).toEqual([
      'de helft binnen 8 schooldagen, 85 van de 100 vragen binnen 15 schooldagen',
      '40 ingediende vragen, ook die eerder eindigden',
    ]);
    expect(words(hidden)).toEqual(['verborgen', '']);
    expect(words({ figure: null })).toEqual(['verborgen', '40 ingediende vragen, ook die eerder eindigden']);
    const share = { measure: 'light_route_share' } as const;
    expect(words({ ...share, n: 7, figure: { value: null } })[0]).toBe('te weinig voor een cijfer');
    expect(words({ ...share, figure: { value: 0.625 } })[0]).toBe('63%');
    expect(words({ measure: 'requested_provided', figure: { value: 12, of: 15 } })[0]).toBe(
      '12 dagdelen gedaan, 15 gevraagd',
    );
    expect(words({ figure: { value: 0, p85: 1 } })[0]).toBe(
      'de helft op dezelfde schooldag, 85 van de 100 vragen binnen 1 schooldag',
    );
    expect(words({ measure: 'satisfaction', figure: { value: 7.42 } })[0]).toBe('gemiddeld 7,4');
    expect(words({ measure: 'hours_done', figure: { value: 12 } })).toEqual([
      '12 uren',
      '40 delen van bezoeken: één bezoek kan over meer scholen, vragen of ambities gaan',
    ]);
    expect(words({ figure: { value: null } })[0]).toBe('niet te zeggen');
    expect([figureWords('lasted', undefined), countedWords('lasted', undefined)]).toEqual([
      'niet vastgezet',
      '',
    ]);
    expect(quarterWords('2025-11-01')).toBe('nov 2025 t/m jan 2026');
    expect(quarterWords('2025-02-01')).toBe('feb t/m apr 2025');
  });
});

describe('the table of figures', () => {
  const rows = figureRows(
    [
      cell(),
      cell({ dimension: 'area', key: 'uuid', ...hidden }),
      cell({ dimension: 'area', key: 'none', n: 5, figure: null }),
      cell({ dimension: 'level', key: 'team' }),
      cell({
        measure: 'goal_levels',
        dimension: 'kind',
        key: 'school',
        part: 'school:-1',
        n: 9,
        figure: null,
      }),
      cell({ dimension: 'ambition', key: 'other' }),
    ],
    [{ dimension: 'area', key: 'uuid', code: 'noord', name: 'Noord, en meer' }],
  );
  const read = parse(toPlainCsv(figureColumns, rows), { columns: true }) as Record<string, string>[];

  it('has every cell, under the names of the registers, and hidden ones look the same', () => {
    expect(
      read.map(({ sleutel, omschrijving, aantal, waarde }) => [sleutel, omschrijving, aantal, waarde]),
    ).toEqual([
      ['all', 'Alles samen', '40', '8'],
      ['noord', 'Noord, en meer', 'verborgen', ''],
      ['none', 'Geen gebied', '5', ''],
      ['team', 'Het team', '40', '8'],
      ['school', 'School', '9', ''],
      ['other', 'Een andere ambitie', '40', '8'],
    ]);
    expect(read[4]).toMatchObject({
      deel: 'school:-1',
      deel_naam: 'School, niveau -1',
      verdeeld_naar: 'soort',
    });
    expect(read[0]).toMatchObject({
      deel: 'alles',
      tijdvak: 'kwartaal',
      vastgezet_op: '2026-11-14',
      p85: '15',
    });
  });

  it('is described column by column, with its licence, its key and what hidden looks like', () => {
    const described = describedTable(figureColumns, {
      ...{ file: 'cijfers.csv', title: 'T', description: 'D', publisher: 'P', page: 'https://x.test/v' },
      ...{ licence: licenceWords['CC0-1.0'], madeOn: '2026-11-14', key: figureKey },
    });
    const { columns, primaryKey } = described.tableSchema;
    expect(columns.map(({ titles }) => titles)).toEqual(Object.keys(read[0] ?? {}));
    expect(columns.find(({ name }) => name === 'aantal')).toMatchObject({
      datatype: 'integer',
      null: ['', 'verborgen'],
    });
    expect(columns.every(({ name }) => /^[a-z][a-z0-9_]*$/.test(name))).toBe(true);
    expect(new Set(read.map((row) => primaryKey.map((name) => row[name]).join('|'))).size).toBe(read.length);
    expect(described).toMatchObject({
      url: 'cijfers.csv',
      'dc:license': { '@id': 'https://creativecommons.org/publicdomain/zero/1.0/' },
      'dc:modified': { '@value': '2026-11-14', '@type': 'xsd:date' },
    });
  });
});

describe('the table of ambitions', () => {
  const ambition: PublicAmbition = {
    ...{
      id: 'a',
      name: 'Dichtbij',
      page: 3,
      text: null,
      indicator: 'Scholen',
      unit: 'scholen',
      measure: null,
    },
    ...{ startValue: 1, targetValue: 20, targetOn: '2027-07-31', to: '2028-07-31' },
    reading: { on: '2026-10-01', value: 12 },
  };
  const plan = (...ambitions: readonly PublicAmbition[]) => ({
    ...{ id: 'p', name: 'Plan', from: '2024-08-01', to: '2028-07-31', pages: null, adoptedOn: '2024-05-01' },
    priorities: [{ id: 's', name: 'Samen', page: null, text: null, ambitions }],
  });
  const rowOf = (one: PublicAmbition, measured = new Map()) => {
    const csv = toPlainCsv(ambitionColumns, ambitionRows(plan(one), measured));
    return (parse(csv, { columns: true }) as Record<string, string>[])[0];
  };
  const standOf = (one: PublicAmbition, measured = new Map()) => {
    const row = rowOf(one, measured);
    return [row?.['stand'], row?.['stand_op']];
  };

  it('tells what its owner read, but no small count', () => {
    expect(standOf(ambition)).toEqual(['12', '2026-10-01']);
    expect(standOf({ ...ambition, reading: { on: '2026-10-01', value: 3 } })).toEqual([
      'verborgen',
      '2026-10-01',
    ]);
    expect(ambitionRows(undefined, new Map())).toEqual([]);
  });

  it('tells the released figure where a measure tells it', () => {
    const measured = new Map([['light_route_share', { value: 62.5, from: '2025-08-01', to: '2026-07-31' }]]);
    expect(standOf({ ...ambition, measure: 'light_route_share' }, measured)).toEqual(['62.5', '2026-07-31']);
    expect(standOf({ ...ambition, measure: 'hours_done' }, measured)).toEqual(['', '']);
  });

  it('says in Dutch what it is measured in, and by which measure', () => {
    const said = (more: Partial<PublicAmbition>) => {
      const row = rowOf({ ...ambition, ...more });
      return [row?.['maat'], row?.['eenheid']];
    };
    expect(said({})).toEqual(['', 'scholen']);
    expect(said({ unit: '%' })).toEqual(['', 'procent']);
    expect(said({ measure: 'first_contact_days', unit: null })).toEqual([
      'first_contact_days',
      'schooldagen',
    ]);
    expect(said({ measure: 'light_route_share', unit: null })).toEqual(['light_route_share', 'procent']);
  });

  it('hides a whole number under five unless its unit counts nobody', () => {
    const few = (unit: string | null, value: number, measure: string | null = null) =>
      mayBeFew({ unit, measure }, value);
    expect([few('scholen', 0), few('leerlingen', 4), few(null, 1)]).toEqual([true, true, true]);
    expect([few('scholen', 5), few('%', 4), few('weken', 2), few('scholen', 2.5)]).toEqual([
      ...[false, false, false, false],
    ]);
    expect(few('scholen', 2, 'hours_done')).toBe(false);
  });
});
