import { read, utils } from '@e965/xlsx';
import { describe, expect, it, vi } from 'vitest';
import { textOfContent } from '../../platform/files/text.ts';
import { typeOfContent } from '../../platform/files/type.ts';
import { type ReportContent, type ReportRow, readTablesOf, tablesOf } from './report.view.ts';
import { reportCsv, reportPdf, reportSheets } from './report-files.ts';

const odd = '=1+1 #panic() *vet* $x$ <b>';
const odder = '#eval("1") [x] @nobody';
const content: ReportContent = {
  kind: 'board',
  byLead: false,
  partnership: 'Samenwerkingsverband De Linde',
  place: 'Stichting De Wilg',
  from: '2025-08-01',
  to: '2026-07-31',
  asOf: '2026-08-20',
  measures: [
    {
      code: 'light_route_share',
      name: 'Aandeel van de lichte route',
      unit: 'share',
      kind: 'share',
      definition: 'Vragen zonder leerling, gedeeld door alle.',
      source: 'Vragen.',
      counts: 'ingediende vragen',
      said: '63% van de vragen ging over een school, team of groep',
      rows: [
        { by: 'all', name: 'Alles samen', figure: { n: 40, value: 0.625, low: 0.47, high: 0.76 } },
        { by: 'part', name: 'Lichte route', figure: { n: 25 } },
        { by: 'part', name: 'Over een leerling', figure: { n: 15 } },
        { by: 'expertise', name: odd, figure: { n: '<5', value: null } },
        { by: 'expertise', name: odder, figure: { n: 9, value: null } },
      ],
    },
    {
      code: 'first_contact_days',
      name: 'Van indienen tot eerste contact',
      unit: 'schoolDays',
      kind: 'leadTime',
      definition: 'Schooldagen.',
      source: 'Vragen.',
      counts: 'ingediende vragen',
      rows: [{ by: 'all', name: 'Alles samen', figure: { n: 40, value: 6, p85: null } }],
    },
  ],
};

/** All cells of a sheet, as they are typed. */
const cellsOf = (bytes: Uint8Array, nth: number) => {
  const book = read(bytes);
  const sheet = book.Sheets[book.SheetNames[nth] ?? ''] ?? {};
  return utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1 });
};

describe('a report as PDF', () => {
  it('is PDF/UA in Dutch with a title, headings, and tables whose heads are heads', async () => {
    const pdf = Buffer.from(await reportPdf(content)).toString('latin1');
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(pdf).toContain('/Lang (nl-NL)');
    expect(pdf).toMatch(/\/Title \(Bestuursrapport Stichting De Wilg\)/);
    expect(pdf).not.toContain('/S /Figure');
    const tags = (tag: string) => pdf.split(new RegExp(`/S /${tag}\\b`)).length - 1;
    expect({ ...{ H1: tags('H1'), H2: tags('H2'), Table: tags('Table') }, heads: tags('TH') }).toEqual({
      ...{ H1: 1, H2: 4, Table: 2 },
      // One of them above the bars, which nobody hears: the table says the same.
      heads: 12,
    });
  });

  it('says every figure and every definition, and obeys nothing that was typed', async () => {
    const words = (await textOfContent(await reportPdf(content), 'application/pdf'))?.replace(/\s+/g, ' ');
    expect(words).toContain('Schooljaar 2025-2026');
    expect(words).toContain(
      'In het kort • 63% van de vragen ging over een school, team of groep. Zo leest u',
    );
    expect(words).toContain('20 augustus 2026');
    expect(words).toContain('Alles samen Geheel 40 63% 47% 76%');
    expect(words).toContain(`Per expertise verborgen: ${odd}.`);
    expect(words).toContain(`${odder} Per expertise 9 niet te zeggen`);
    expect(words).toContain('niet te zeggen');
    expect(words).toContain('Vragen zonder leerling, gedeeld door alle.');
    expect(words).toContain('De balken van één tabel hebben dezelfde schaal.');
    const [share] = content.measures;
    const undrawn = {
      ...content,
      measures: share === undefined ? [] : [{ ...share, rows: share.rows.slice(0, 1) }],
    };
    expect(await textOfContent(await reportPdf(undrawn), 'application/pdf')).not.toContain('balken');
  });

  it('begins with where each measure stands once it has more than four pages, each a way there', async () => {
    const many = (n: number): ReportContent => ({
      ...content,
      measures: Array.from({ length: n }, (_, nth) =>
        content.measures.slice(1).map((one) => ({ ...one, name: `Maat ${nth + 1}` })),
      ).flat(),
    });
    const long = await reportPdf(many(35));
    const raw = Buffer.from(long).toString('latin1');
    const tags = (tag: string, pdf = raw) => pdf.split(new RegExp(`/S /${tag}\\b`)).length - 1;
    const pages = (pdf: string) => pdf.split(/\/Type \/Page\b/).length - 1;
    expect([pages(raw) > 4, raw.includes('<pdfuaid:part>1</pdfuaid:part>')]).toEqual([true, true]);
    expect([tags('TOCI'), tags('Reference'), tags('H2')]).toEqual([35, 35, 37]);
    // Bookmarks are of what follows, not of the list itself.
    expect([raw.includes('/Title (Maat 35)'), raw.includes('/Title (Inhoud)')]).toEqual([true, false]);
    const words = (await textOfContent(long, 'application/pdf'))?.replace(/\s+/g, ' ') ?? '';
    expect(words).toMatch(/Inhoud Maat 1 [. ]*1 Maat 2 [. ]*\d .*Maat 35 [. ]*\d Zo leest u dit rapport/);
    expect(Buffer.compare(await reportPdf(many(35)), long)).toBe(0);
    const short = Buffer.from(await reportPdf(many(3))).toString('latin1');
    expect([pages(short) < 5, tags('TOC', short)]).toEqual([true, 0]);
  });
});

describe('what is hidden in a report', () => {
  const hidden = { n: '<5', value: null } as const;
  const rows: readonly ReportRow[] = [
    { by: 'all', name: 'Alles samen', figure: hidden },
    { by: 'part', name: 'Lichte route', figure: { n: '<5' } },
    { by: 'part', name: 'Over een leerling', figure: { n: '<5' } },
    { by: 'before', name: 'Een jaar eerder', figure: hidden },
    { by: 'board', name: 'De Els', figure: hidden },
    { by: 'board', name: 'De Eik', figure: { n: 12, value: null } },
    { by: 'board', name: 'De Berk', figure: hidden },
    { by: 'ambition', name: 'Rust', figure: hidden },
    { by: 'ambition', name: 'Lezen', figure: { n: '<5', value: 0.4 } },
  ];
  const measures = content.measures.slice(0, 1).map((one) => ({ ...one, rows }));
  const [table] = tablesOf({ ...content, measures });
  const [read] = readTablesOf({ ...content, measures });
  if (table === undefined || read === undefined) throw new Error('no table');

  it('is a sentence for each split, for who reads; the whole and the year before stay rows', () => {
    const { rows: left, bars, hidden: sentences } = read;
    expect(left.map(([name]) => name)).toEqual(['Alles samen', 'Een jaar eerder', 'De Eik', 'Lezen']);
    expect(bars).toHaveLength(left.length);
    expect(sentences).toEqual([
      'Verdeling verborgen: alles.',
      'Per bestuur verborgen: De Els, De Berk.',
      'Per ambitie verborgen: Rust.',
    ]);
  });

  it('is made of what the rows say, so that a small number and one that covers it read the same', () => {
    const words = new Set(table.rows.flatMap((row) => row.map((cell) => `${cell}`)));
    const left = new Set(read.rows.map(([name, by]) => `${name} ${by}`));
    const signs = table.rows.filter(([name, by]) => !left.has(`${name} ${by}`));
    expect(new Set(signs.map(([, , ...figures]) => figures.join()))).toEqual(new Set(['verborgen,']));
    const said = read.hidden.flatMap((line) => line.slice(0, -1).split(/ verborgen: |, /));
    for (const word of said) if (word !== 'alles') expect(words).toContain(word);
  });

  it('is a row each in a sheet and a line each in CSV', () => {
    for (const format of ['xlsx', 'ods'] as const)
      expect(cellsOf(reportSheets({ ...content, measures }, format), 1)).toHaveLength(1 + rows.length);
    expect(reportCsv({ ...content, measures })).toContain('De Els;Per bestuur;Aantal;verborgen');
  });
});

describe.each(['xlsx', 'ods'] as const)('a report as %s', (format) => {
  const bytes = () => reportSheets(content, format);

  it('is what it says it is', () => {
    expect(typeOfContent(bytes())?.extension).toBe(format);
  });

  it('begins with what all of it means', () => {
    const cells = cellsOf(bytes(), 0);
    expect(cells[0]).toEqual(['Bestuursrapport Stichting De Wilg']);
    expect(cells).toContainEqual(['In het kort', '63% van de vragen ging over een school, team of groep.']);
    expect(cells).toContainEqual([
      ...['Aandeel van de lichte route', 'Vragen zonder leerling, gedeeld door alle.'],
      ...['aandeel', 'ingediende vragen', 'Vragen.'],
    ]);
  });

  it('has its days as days, wherever it is made', () => {
    const sheet = read(bytes(), { cellDates: true, UTC: true }).Sheets['Definities'] ?? {};
    const found = utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1, UTC: true });
    const days = found.filter(([, day]) => day instanceof Date);
    expect(days).toEqual([
      ['Eerste dag', new Date('2025-08-01T00:00:00Z')],
      ['Laatste dag', new Date('2026-07-31T00:00:00Z')],
      ['Dag van het rapport', new Date('2026-08-20T00:00:00Z')],
    ]);
  });

  it('has numbers as numbers, texts as texts, and what is hidden hidden', () => {
    const cells = cellsOf(bytes(), 1);
    expect(cells[1]).toEqual(['Alles samen', 'Geheel', 40, 0.625, 0.47, 0.76]);
    expect(cells[2]).toEqual(['Lichte route', 'Verdeling', 25]);
    expect(cells[4]).toEqual([odd, 'Per expertise', 'verborgen', 'niet te zeggen']);
    expect(cellsOf(bytes(), 2)[1]).toEqual(['Alles samen', 'Geheel', 40, 6, 'niet te zeggen']);
  });
});

it('is a table of lines as CSV, in which nothing is a formula', () => {
  const lines = reportCsv(content).split('\r\n');
  expect(lines[0]).toContain('Maat;Waarvan;Verdeeld;Cijfer;Waarde');
  expect(lines).toContain('Aandeel van de lichte route;Alles samen;Geheel;Aantal;40');
  expect(lines).toContain('Aandeel van de lichte route;Alles samen;Geheel;Aandeel;0,625');
  expect(lines).toContain(`Aandeel van de lichte route;"'${odd}";Per expertise;Aantal;verborgen`);
});

it('tells how many wait only where that was counted', () => {
  const counted = content.measures.map((measure) => ({
    ...measure,
    rows: measure.rows.map((row) => ({ ...row, figure: { ...row.figure, open: 3 } })),
  }));
  const wait = 'Van indienen tot eerste contact;Alles samen;Geheel;Wacht nog;3';
  expect(reportCsv({ ...content, measures: counted }).split('\r\n')).toContain(wait);
  expect(reportCsv(content)).not.toContain('Wacht nog');
});

it('is the same to the byte an hour later, and another of another day', async () => {
  const all = async (one: ReportContent) => [
    await reportPdf(one),
    reportSheets(one, 'xlsx'),
    reportSheets(one, 'ods'),
  ];
  const once = await all(content);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  const again = await all(content).finally(() => vi.useRealTimers());
  const later = await all({ ...content, asOf: '2026-08-21' });
  for (const [nth, bytes] of once.entries()) {
    expect(Buffer.compare(bytes, again[nth] ?? new Uint8Array())).toBe(0);
    expect(Buffer.compare(bytes, later[nth] ?? new Uint8Array())).not.toBe(0);
  }
});
