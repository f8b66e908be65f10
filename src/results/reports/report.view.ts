/** A report as data, and as tables of typed cells: page, PDF, xlsx, ods and CSV all show these and nothing else. */
import { type CivilDate, showDate } from '../../platform/pure/dates.ts';
import { hiddenWord, type Shown } from '../../platform/pure/suppression.ts';
import { showNumber, showPercent } from '../../platform/ui/charts/chart.words.ts';
import type { ShownFigure } from '../measures/figure.rules.ts';
import type { Dimension, Measure } from '../measures/measure.rules.ts';
import { unitWords } from '../measures/measure.words.ts';
import type { Period } from '../measures/period.rules.ts';
import type { ReportKind } from './report.rules.ts';
import {
  groundWords,
  hiddenWords,
  leadWords,
  partWords,
  periodWords,
  readingWords,
  rowWord,
  rowWords,
  titleOf,
} from './report.words.ts';
import { barsOf } from './report-bars.ts';

/** What is kept of a report. Definitions are kept with it: a later one would not be what was counted. */
export interface ReportContent {
  readonly kind: ReportKind;
  readonly byLead: boolean;
  readonly partnership: string;
  /** Name of the school or board. */
  readonly place: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly asOf: CivilDate;
  readonly measures: readonly MeasureRows[];
}

export interface MeasureRows
  extends Pick<Measure, 'code' | 'name' | 'unit' | 'kind' | 'definition' | 'source' | 'counts'> {
  /** What the figure as a whole says, as a sentence without its full stop, where it says something. */
  readonly said?: string | undefined;
  readonly rows: readonly ReportRow[];
}

/** A figure with what it is of. Parts count alone: their figure has no value. */
export interface ReportRow {
  readonly by: Dimension | 'all' | 'part' | 'before' | 'partnership';
  readonly name: string;
  readonly figure: ReportFigure;
}

export type ReportFigure = Pick<ShownFigure, 'n'> & {
  readonly [K in 'value' | 'low' | 'high' | 'p85' | 'open' | 'of']?: ShownFigure[K] | undefined;
};

export type CellType = 'text' | 'count' | 'number' | 'share';

/** Null: it cannot be told; undefined: there is no such thing in this row. */
export type Cell = string | number | null | undefined;

export interface ReportColumn {
  readonly label: string;
  readonly type: CellType;
}

export interface ReportTable {
  readonly title: string;
  readonly definition: string;
  readonly source: string;
  readonly counts: string;
  readonly unit: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** How long a bar of each row is, of the longest it is drawn beside; null: there is nothing to draw. */
  readonly bars: readonly (number | null)[];
}

type Key = 'n' | 'open' | 'value' | 'p85' | 'low' | 'high' | 'of';
type Column = ReportColumn & { readonly key: Key };

const count: Column = { key: 'n', label: 'Aantal', type: 'count' };
const share: Column = { key: 'value', label: 'Aandeel', type: 'share' };
const number = (key: Key, label: string): Column => ({ key, label, type: 'number' });

const besides: Readonly<Partial<Record<Measure['code'], string>>> = {
  hours_done: 'Reistijd (uren)',
  requested_provided: 'Gevraagd (dagdelen)',
};

function columnsOf({ code, kind, unit }: MeasureRows): readonly Column[] {
  const words = unitWords[unit];
  switch (kind) {
    case 'leadTime':
      return [
        count,
        // Counted live; a release never tells it.
        { key: 'open', label: 'Wacht nog', type: 'count' },
        number('value', `Mediaan (${words})`),
        number('p85', `85 van de 100 binnen (${words})`),
      ];
    case 'share':
    case 'agreement':
      return [
        count,
        share,
        { key: 'low', label: 'Interval vanaf', type: 'share' },
        { key: 'high', label: 'Interval tot', type: 'share' },
      ];
    case 'ratio':
      return [count, share];
    case 'sum': {
      const beside = besides[code];
      const done = number('value', `${code === 'requested_provided' ? 'Gedaan' : 'Samen'} (${words})`);
      return [count, done, ...(beside === undefined ? [] : [number('of', beside)])];
    }
    case 'mean':
      return [count, number('value', `Gemiddeld (${words})`)];
    case 'levels':
      return [count, number('value', 'Mediaan (niveau)')];
    case 't':
      return [count, number('value', 'T-score')];
    case 'count':
      return [{ ...count, label: 'Aantal keer' }];
  }
}

/** The tables of a report, one a measure, in their order. */
export const tablesOf = ({ measures }: ReportContent): readonly ReportTable[] => measures.map(tableOf);

function tableOf(measure: MeasureRows): ReportTable {
  const { name, definition, source, counts, unit, rows } = measure;
  const columns = columnsOf(measure).filter(({ key }) =>
    rows.some(({ figure }) => figure[key] !== undefined),
  );
  const lead: readonly ReportColumn[] = [
    { label: 'Waarvan', type: 'text' },
    { label: 'Verdeeld', type: 'text' },
  ];
  return {
    title: name,
    ...{ definition, source, counts, unit: unitWords[unit] },
    bars: barsOf(measure),
    columns: [...lead, ...columns.map(({ label, type }) => ({ label, type }))],
    rows: rows.map(({ by, name: of, figure }) => [
      of,
      rowWord(measure.code, by),
      ...columns.map(({ key }) => (isBound(key) && figure.value === null ? undefined : wordOf(figure[key]))),
    ]),
  };
}

/** A table as it is read: what is hidden altogether are sentences below it. */
export interface ReadTable extends ReportTable {
  readonly hidden: readonly string[];
}

/**
 * For page and PDF, where half of the rows may be signs: of each split one sentence says what is hidden. Made of the words of the table
 * alone, so that it tells nothing that the rows do not: neither which number is small, nor which one only covers it. A sheet has the rows.
 */
export const readTablesOf = (content: ReportContent): readonly ReadTable[] => tablesOf(content).map(asRead);

function asRead(table: ReportTable): ReadTable {
  const gone = table.rows.filter(isHidden);
  const hidden = [...new Set(gone.map(([, by]) => by))].map((split) => {
    const isAll = table.rows.every((row) => row[1] !== split || isHidden(row));
    const names = gone.flatMap(([name, by]) => (by === split ? [`${name}`] : []));
    return hiddenWords(`${split}`, isAll ? [] : names);
  });
  const isTold = (_: unknown, nth: number) => !isHidden(table.rows[nth] ?? []);
  return { ...table, rows: table.rows.filter(isTold), bars: table.bars.filter(isTold), hidden };
}

/** A row of which nothing is told. The whole, and what it is compared with, are always rows. */
const isHidden = ([, by, count, ...others]: readonly Cell[]) =>
  by !== rowWords.all &&
  by !== rowWords.before &&
  count === hiddenWord &&
  others.every((cell) => cell === hiddenWord || cell === null || cell === undefined);

/** Of what cannot be told neither can its interval: that is said once. */
const isBound = (key: Key) => key === 'low' || key === 'high';

/** «<5» is for machines. */
const wordOf = (found: Cell) => (found === '<5' ? hiddenWord : found);

/** A cell in words: what is hidden, what cannot be told and what does not exist here are three things. */
export function showCell(cell: Cell, type: CellType): string {
  if (cell === undefined) return '';
  if (cell === null) return 'niet te zeggen';
  if (typeof cell === 'string') return cell;
  return type === 'share' ? showPercent(cell) : showNumber(cell);
}

/** Counts of a figure that are parts of it, as rows of their own; `nameOf` names the kinds in them. */
export const partRows = (
  { code, kind }: Pick<Measure, 'code' | 'kind'>,
  parts: readonly { readonly key: string; readonly n: Shown; readonly value?: number | null }[],
  nameOf: (kind: string) => string,
): readonly ReportRow[] =>
  parts.map(({ key, n, value }) => ({
    by: 'part',
    name: partWords(code, kind, key, nameOf),
    figure: kind === 't' ? { n, value: value ?? null } : { n },
  }));

/** What stands above a report: label and value. */
export const factsOf = (
  content: ReportContent,
): readonly { readonly label: string; readonly value: string }[] => [
  { label: 'Periode', value: periodWords(content satisfies Period) },
  { label: 'Stand van', value: showDate(content.asOf) },
  { label: 'Samenwerkingsverband', value: content.partnership },
];

/** What the figures say, for who reads no more. */
export const saidIn = ({
  measures,
}: ReportContent): readonly (Pick<MeasureRows, 'code'> & { said: string })[] =>
  measures.flatMap(({ code, said }) => (said === undefined ? [] : [{ code, said: `${said}.` }]));

export const headOf = ({ kind, place, byLead }: Pick<ReportContent, 'kind' | 'place' | 'byLead'>) => ({
  title: titleOf(kind, place),
  ground: byLead ? `${groundWords[kind]} ${leadWords}` : groundWords[kind],
  reading: readingWords,
});
