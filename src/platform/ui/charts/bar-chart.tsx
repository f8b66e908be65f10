/** Bars beside names, in the order in which they are given: never by size, which would make a ranking. */
import type { JSX } from 'preact';
import { hiddenWord } from '../../pure/suppression.ts';
import { type About, Chart, type Twin, type TwinColumn } from './chart.tsx';
import { isTold, showNumber, showPercent, showTold, type Told } from './chart.words.ts';
import { type FillName, fillOf, Key, type KeyItem, Piece, pieceSign } from './fills.tsx';
import { placeOn, type Scale, scaleOver, wholeScale } from './scale.ts';

export interface BarRow {
  readonly label: string;
  /** How many cases; undefined: that is what the values say. */
  readonly n?: Told | undefined;
  /** One for each of the parts, in their order. */
  readonly values: readonly Told[];
  /** What it is set against: last year, the partnership. */
  readonly beside?: Told | undefined;
  /** Instead of the value, where there is none for another reason than too few cases. */
  readonly words?: string | undefined;
  /** The same of what it is set against. */
  readonly besideWords?: string | undefined;
  /** Where exactly these cases are. */
  readonly href?: string | undefined;
  /** Where those are that it is set against. */
  readonly besideHref?: string | undefined;
}

interface BarChartProps {
  readonly about: About;
  /** What the rows are: «School». */
  readonly rowLabel: string;
  /** What a bar is made of, from its beginning. */
  readonly parts: readonly string[];
  readonly rows: readonly BarRow[];
  /** What the mark beside each bar stands for. */
  readonly beside?: string | undefined;
  readonly show?: ((n: number) => string) | undefined;
  /** Numbers are fractions of a whole: all bars run from nothing to all. */
  readonly share?: boolean | undefined;
}

const height = 22;

export function BarChart(props: BarChartProps): JSX.Element {
  const { about, parts, rows, beside, share } = props;
  const show = props.show ?? (share ? showPercent : showNumber);
  const ends = rows.flatMap(({ values, beside: other }) => [
    sumOf(values),
    ...(other !== undefined && isTold(other) ? [other] : []),
  ]);
  // Where all is nothing there is nothing to draw, and no row has a line to stand on.
  const isDrawn = ends.some((end) => end > 0);
  const scale = share ? wholeScale : scaleOver(ends);
  const keys: readonly KeyItem[] = [
    ...(parts.length > 1 ? parts.map((label, nth) => ({ label, sign: pieceSign(fillOf(nth)) })) : []),
    ...(beside === undefined || !rows.some(({ beside: mark = null }) => isTold(mark))
      ? []
      : [{ label: beside, sign: <Beside x={12} height={16} /> }]),
  ];
  return (
    <Chart about={about} twin={barTwin(props)}>
      {isDrawn && keys.length > 0 && <Key items={keys} />}
      <ul class="chart-rows" role="list">
        {rows.map((row) => (
          <RowLine
            key={row.label}
            label={row.label}
            href={row.href}
            words={row.words ?? wordsOf(row.values, show)}
          >
            {isDrawn && [...row.values, row.beside ?? null].some(isTold) && <Bar row={row} scale={scale} />}
          </RowLine>
        ))}
      </ul>
    </Chart>
  );
}

interface RowLineProps {
  readonly label: string;
  readonly href: string | undefined;
  readonly words: string;
  readonly children: JSX.Element | false;
}

/** A name, its drawing, and in words what the drawing says. What is not told has no axis either: a bar of no length says nothing. */
export function RowLine({ label, href, words, children }: RowLineProps): JSX.Element {
  return (
    <li class="chart-rows__row">
      <span class="chart-rows__name">
        {href === undefined ? <bdi>{label}</bdi> : <a href={href}>{label}</a>}
      </span>
      <span class="chart-rows__words">{words}</span>
      {children !== false && (
        <svg class="chart-rows__strip" width="100%" height={height} aria-hidden="true">
          <line class="chart__axis" x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} />
          {children}
        </svg>
      )}
    </li>
  );
}

/** The pieces of one row. */
export function Bar({
  row: { values, beside },
  scale,
  fills = [],
}: {
  readonly row: BarRow;
  readonly scale: Scale;
  readonly fills?: readonly FillName[];
}): JSX.Element {
  let end = 0;
  return (
    <>
      {values.map((value, nth) => {
        const from = placeOn(scale, end);
        end += isTold(value) ? value : 0;
        const width = placeOn(scale, end) - from;
        if (width <= 0) return null;
        return (
          <Piece
            key={nth}
            fill={fills[nth] ?? fillOf(nth)}
            x={`${from}%`}
            y={2}
            width={`${width.toFixed(2)}%`}
            height={16}
          />
        );
      })}
      {beside !== undefined && isTold(beside) && <Beside x={`${placeOn(scale, beside)}%`} height={height} />}
    </>
  );
}

/** What a bar is set against: a stroke with a light edge, to be seen on every fill. */
function Beside({ x, height: to }: { readonly x: string | number; readonly height: number }): JSX.Element {
  return (
    <>
      <line class="chart__beside-edge" x1={x} x2={x} y1={0} y2={to} />
      <line class="chart__beside" x1={x} x2={x} y1={0} y2={to} />
    </>
  );
}

const sumOf = (values: readonly Told[]) => values.filter(isTold).reduce((all, one) => all + one, 0);

export const partlyHidden = `deels ${hiddenWord}`;

/** What a bar says as a whole. */
function wordsOf(values: readonly Told[], show: (n: number) => string): string {
  if (values.every(isTold)) return show(sumOf(values));
  const [first = null] = values;
  return values.every((value) => value === first) ? showTold(first, show) : partlyHidden;
}

const counted = (n: Told) => (n === null || isTold(n) ? n : showTold(n, showNumber));

/** The same as a table. */
export function barTwin({ about, rowLabel, parts, rows, beside, show, share }: BarChartProps): Twin<BarRow> {
  const written = show ?? (share ? showPercent : showNumber);
  const told = (value: Told | undefined) =>
    value === undefined || isTold(value) ? (value ?? null) : showTold(value, written);
  return {
    rows,
    columns: [
      { label: rowLabel, cell: ({ label }) => label, href: ({ href }) => href },
      ...(rows.every(({ n }) => n === undefined)
        ? []
        : [{ label: about.counted?.cases ?? 'Aantal', cell: ({ n = null }: BarRow) => counted(n) }]),
      ...parts.map(
        (label, nth): TwinColumn<BarRow> => ({
          label,
          show: written,
          cell: ({ values, words }) => (values[nth] === null ? words : undefined) ?? told(values[nth]),
          href: ({ href }) => href,
        }),
      ),
      ...(beside === undefined
        ? []
        : [
            {
              label: beside,
              show: written,
              cell: ({ beside: other, besideWords }: BarRow) =>
                (other === null ? besideWords : undefined) ?? told(other),
              href: ({ besideHref }: BarRow) => besideHref,
            },
          ]),
    ],
  };
}
