/**
 * What every chart has beside its drawing: a title that states the finding, the unit, how many were counted up to which day, where the
 * figure is defined, and the same in a table. The drawing itself is for those who see it.
 */
import type { ComponentChildren, JSX } from 'preact';
import type { CsvColumn } from '../../pure/csv.ts';
import { type CivilDate, showDate } from '../../pure/dates.ts';
import { hiddenWord, type Shown } from '../../pure/suppression.ts';
import { Table } from '../table.tsx';
import { showNumber } from './chart.words.ts';
import { Patterns } from './fills.tsx';

/** What a chart is about. */
export interface About {
  /** On the page no other has it. */
  readonly id: string;
  /** What one sees: a sentence. */
  readonly title: string;
  /** What the numbers are: «schooldagen», «aandeel van de vragen». */
  readonly unit: string;
  /** How many cases were counted, and what one is. */
  readonly counted?: Counted | undefined;
  readonly asOf?: CivilDate | undefined;
  /** Address of the definition. */
  readonly definition?: string | undefined;
  /** Address of the same figures as a file. */
  readonly file?: string | undefined;
  /** Address of a page with more about it. */
  readonly more?: string | undefined;
}

interface Counted {
  readonly n: Shown;
  readonly cases: string;
  /** Where exactly these cases are. */
  readonly href?: string | undefined;
}

/** A column of the table beside a chart; a file has the same. */
export interface TwinColumn<Row> extends CsvColumn<Row> {
  /** How a number is written on the page. */
  readonly show?: (n: number) => string;
  /** Where the row's cases are. */
  readonly href?: (row: Row) => string | undefined;
  /** Told in words, not in numbers. */
  readonly isWords?: boolean;
}

/** The figures of a chart as a table; the first column names the row. */
export interface Twin<Row> {
  readonly columns: readonly TwinColumn<Row>[];
  readonly rows: readonly Row[];
}

interface ChartProps<Row> {
  readonly about: About;
  /** Null: there is nothing to show in it, and the drawing says why; or it stands there instead of a drawing. */
  readonly twin: Twin<Row> | null;
  readonly children: ComponentChildren;
}

/** Around one drawing. */
export function Chart<Row>({ about, twin, children }: ChartProps<Row>): JSX.Element {
  const { id, title, definition, file, more } = about;
  const ways = [
    { href: more, label: 'Verdelen en vergelijken' },
    { href: definition, label: 'Zo is dit gemeten' },
    { href: file, label: 'Download als CSV' },
  ];
  const links = ways.flatMap(({ href, label }) => (href === undefined ? [] : [{ href, label }]));
  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption>
        <h2 class="chart__title" id={id}>
          {title}
        </h2>
        <AboutLine {...about} />
      </figcaption>
      {children}
      {twin !== null && <Folded title={title} twin={twin} />}
      {links.length > 0 && (
        <p class="chart__links">
          {links.map(({ href, label }) => (
            <a key={label} href={href}>
              {label}
              <span class="visually-hidden">: {title}</span>
            </a>
          ))}
        </p>
      )}
    </figure>
  );
}

/** What reads best as a table, with all that a chart has beside its drawing. */
export const TableChart = <Row,>({ about, twin }: { about: About; twin: Twin<Row> }): JSX.Element => (
  <Chart about={about} twin={null}>
    <TwinTable title={about.title} twin={twin} />
  </Chart>
);

interface ChartsProps {
  /** One chart takes all the room there is. */
  readonly alone?: boolean;
  readonly children: ComponentChildren;
}

/** Charts beside each other where there is room, and what they are filled with. */
export function Charts({ alone, children }: ChartsProps): JSX.Element {
  return (
    <div class={alone ? 'charts charts--alone' : 'charts'}>
      <Patterns />
      {children}
    </div>
  );
}

function AboutLine({ unit, counted, asOf }: About): JSX.Element {
  return (
    <p class="chart__about">
      {unit}
      {counted !== undefined && (
        <>
          , <CountedWords {...counted} />
        </>
      )}
      {asOf !== undefined && `, tot en met ${showDate(asOf)}`}
    </p>
  );
}

function CountedWords({ n, cases, href }: Counted): JSX.Element {
  const words = n === '<5' ? `aantal ${hiddenWord}` : n === 1 ? '1 geval' : `${showNumber(n)} ${cases}`;
  return href === undefined ? <>{words}</> : <a href={href}>{words}</a>;
}

interface FoldedProps<Row> {
  readonly title: string;
  readonly twin: Twin<Row>;
}

function Folded<Row>({ title, twin }: FoldedProps<Row>): JSX.Element {
  return (
    <details class="fold chart__twin">
      <summary class="fold__summary">
        Als tabel<span class="visually-hidden">: {title}</span>
      </summary>
      <div class="fold__body">
        <TwinTable title={title} twin={twin} />
      </div>
    </details>
  );
}

function TwinTable<Row>({ title, twin }: FoldedProps<Row>): JSX.Element {
  const { columns, rows } = twin;
  return (
    <Table
      caption={title}
      hideCaption
      rows={rows}
      columns={columns.map(({ label, cell, show = showNumber, href, isWords }, nth) => ({
        label,
        numeric: nth > 0 && isWords !== true,
        cell: (row: Row) => {
          const found = cell(row);
          const words = typeof found === 'number' ? show(found) : (found ?? '');
          const to = href?.(row);
          return to === undefined ? <bdi>{words}</bdi> : <a href={to}>{words}</a>;
        },
      }))}
    />
  );
}
