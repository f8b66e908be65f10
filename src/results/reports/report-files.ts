/** A report as files to keep: the same report is the same to the byte, whenever and wherever it is made. */
import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { toCsv } from '../../platform/pure/csv.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import {
  type Cell,
  type CellType,
  factsOf,
  headOf,
  type ReportContent,
  type ReportTable,
  readTablesOf,
  saidIn,
  showCell,
  tablesOf,
} from './report.view.ts';
import { barWords } from './report.words.ts';

/** Noon of the day the figures are of: what a file says about when it was made follows from the report too. */
const momentOf = ({ asOf }: ReportContent) => new Date(`${asOf}T12:00:00Z`);

/**
 * Tagged PDF (PDF/UA), in Dutch.
 * @throws as `renderPdf`
 */
export function reportPdf(content: ReportContent): Promise<Uint8Array> {
  const { title, ground, reading } = headOf(content);
  const tables = readTablesOf(content);
  const isDrawn = tables.some(({ bars }) => bars.some((bar) => bar !== null));
  const data = {
    title,
    sender: content.partnership,
    facts: factsOf(content),
    ground,
    reading: isDrawn ? [...reading, barWords] : reading,
    said: saidIn(content).map(({ said }) => said),
    tables: tables.map(({ columns, rows, bars, ...table }) => ({
      ...table,
      bars: bars.every((bar) => bar === null) ? null : bars,
      columns: columns.map(({ label, type }) => ({
        ...{ label, numeric: type !== 'text', count: type === 'count' },
      })),
      rows: rows.map((row) => row.map((cell, nth) => showCell(cell, columns[nth]?.type ?? 'text'))),
    })),
  };
  return renderPdf('results/reports/report.typ', data, { madeAt: momentOf(content) });
}

/** A sheet for each measure, numbers as numbers, and in front what all of it means. */
export function reportSheets(content: ReportContent, format: 'xlsx' | 'ods'): Uint8Array {
  const book = utils.book_new();
  const { title } = headOf(content);
  const when = momentOf(content);
  book.Props = { Title: title, Company: content.partnership, CreatedDate: when, ModifiedDate: when };
  utils.book_append_sheet(book, aboutSheet(content), 'Definities');
  for (const [nth, table] of tablesOf(content).entries())
    utils.book_append_sheet(book, sheetOf(table), sheetName(table.title, nth));
  return new Uint8Array(write(book, { type: 'array', bookType: format, compression: true }));
}

const formats: Readonly<Partial<Record<CellType, string>>> = { share: '0%', number: '0.0' };

function sheetOf({ columns, rows }: ReportTable): WorkSheet {
  const head = columns.map(({ label }): CellObject => ({ t: 's', v: label }));
  const body = rows.map((row) => row.map((cell, nth) => cellOf(cell, columns[nth]?.type ?? 'text')));
  const sheet = utils.aoa_to_sheet([head, ...body]);
  sheet['!cols'] = columns.map(({ type }, nth) => ({ wch: nth === 0 ? 36 : type === 'text' ? 20 : 16 }));
  return sheet;
}

/** A text is a text, whatever it begins with: no cell is ever a formula. */
function cellOf(cell: Cell, type: CellType): CellObject {
  if (cell === undefined) return { t: 'z' };
  if (cell === null) return { t: 's', v: 'niet te zeggen' };
  if (typeof cell === 'string') return { t: 's', v: cell };
  const format = formats[type];
  return format === undefined ? { t: 'n', v: cell } : { t: 'n', v: cell, z: format };
}

/** A day that a sheet can reckon with. */
const dayCell = (day: CivilDate): CellObject => ({
  ...{ t: 'd', v: new Date(`${day}T00:00:00Z`), z: 'd\\-m\\-yyyy' },
});

function aboutSheet(content: ReportContent): WorkSheet {
  const { title, ground, reading } = headOf(content);
  const line = (...cells: readonly string[]) => cells.map((v): CellObject => ({ t: 's', v }));
  const days = [
    ['Eerste dag', content.from],
    ['Laatste dag', content.to],
    ['Dag van het rapport', content.asOf],
  ] as const;
  const sheet = utils.aoa_to_sheet([
    line(title),
    ...factsOf(content).map(({ label, value }) => line(label, value)),
    ...days.map(([label, day]) => [...line(label), dayCell(day)]),
    ...[ground, ...reading].map((words) => line(words)),
    ...saidIn(content).map(({ said }) => line('In het kort', said)),
    [],
    line('Maat', 'Definitie', 'Eenheid', 'Wat is geteld', 'Bron'),
    ...tablesOf(content).map((one) => line(one.title, one.definition, one.unit, one.counts, one.source)),
  ]);
  sheet['!cols'] = [36, 80, 16, 30, 50].map((wch) => ({ wch }));
  return sheet;
}

/** At most 31 characters, none of those that no sheet may be called, and no two the same. */
const sheetName = (title: string, nth: number) =>
  `${nth + 1} ${title.replaceAll(/[\\/?*[\]:]/g, ' ')}`.slice(0, 31).trim();

/** All tables below each other, each row with its measure. */
export function reportCsv(content: ReportContent): string {
  const rows = tablesOf(content).flatMap(({ title, columns, rows: all }) =>
    all.flatMap((row) =>
      columns.slice(2).flatMap(({ label }, nth) => {
        const cell = row[nth + 2];
        return cell === undefined ? [] : [{ title, of: row[0], by: row[1], label, cell }];
      }),
    ),
  );
  return toCsv(
    [
      { label: 'Maat', cell: ({ title }) => title },
      { label: 'Waarvan', cell: ({ of }) => of ?? '' },
      { label: 'Verdeeld', cell: ({ by }) => by ?? '' },
      { label: 'Cijfer', cell: ({ label }) => label },
      { label: 'Waarde', cell: ({ cell }) => cell },
    ],
    rows,
  );
}
