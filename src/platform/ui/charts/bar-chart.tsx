/** Bars beside names, in the order in which they are given: never by size, which would make a ranking. */
import type { JSX } from 'preact';
import { hiddenWord, type Shown } from '../../pure/suppression.ts';
import { type About, Chart, type Twin, type TwinColumn } from './chart.tsx';
import { isTold, showNumber, showPercent, showTold, type Told } from './chart.words.ts';
import { fillOf, Key, type KeyItem, Piece, pieceSign } from './fills.tsx';
import { placeOn, type Scale, scaleOver, wholeScale } from './scale.ts';

export interface BarRow {
  readonly label: string;
  /** One for each of the parts, in their order. */
  readonly values: readonly Told[];
  /** What it is set against: last year, the partnership. */
  readonly beside?: Told | undefined;
  /** Instead of the value, where there is none for another reason than too few cases. */
  readonly words?: string | undefined;
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
  const scale = share ? wholeScale : scaleOver(ends);
  const keys: readonly KeyItem[] = [
    ...(parts.length > 1 ? parts.map((label, nth) => ({ label, sign: pieceSign(fillOf(nth)) })) : []),
    ...(beside === undefined ? [] : [{ label: beside, sign: <Beside x={12} height={16} /> }]),
  ];
  return (
    <Chart about={about} twin={barTwin(props)}>
      {keys.length > 0 && <Key items={keys} />}
      <ul class="chart-rows" role="list">
        {rows.map((row) => (
          <RowLine
            key={row.label}
            label={row.label}
            href={row.href}
            words={row.words ?? wordsOf(row.values, show)}
          >
            <Bar row={row} scale={scale} />
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

/** A name, its drawing, and in words what the drawing says. */
export function RowLine({ label, href, words, children }: RowLineProps): JSX.Element {
  return (
    <li class="chart-rows__row">
      <span class="chart-rows__name">
        {href === undefined ? <bdi>{label}</bdi> : <a href={href}>{label}</a>}
      </span>
      <span class="chart-rows__words">{words}</span>
      <svg class="chart-rows__strip" width="100%" height={height} aria-hidden="true">
        <line class="chart__axis" x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} />
        {children}
      </svg>
    </li>
  );
}

function Bar({
  row: { values, beside },
  scale,
}: {
  readonly row: BarRow;
  readonly scale: Scale;
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
            fill={fillOf(nth)}
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

const partlyHidden = `deels ${hiddenWord}`;

/** What a bar says as a whole. */
function wordsOf(values: readonly Told[], show: (n: number) => string): string {
  if (values.every(isTold)) return show(sumOf(values));
  const [first = null] = values;
  return values.every((value) => value === first) ? showTold(first, show) : partlyHidden;
}

/** The same as a table. */
export function barTwin({ rowLabel, parts, rows, beside, show, share }: BarChartProps): Twin<BarRow> {
  const written = show ?? (share ? showPercent : showNumber);
  const told = (value: Told | undefined) =>
    value === undefined || isTold(value) ? (value ?? null) : showTold(value, written);
  return {
    rows,
    columns: [
      { label: rowLabel, cell: ({ label }) => label, href: ({ href }) => href },
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
              cell: ({ beside: other }: BarRow) => told(other),
              href: ({ besideHref }: BarRow) => besideHref,
            },
          ]),
    ],
  };
}

export interface SplitRow {
  readonly label: string;
  /** How many there are together; null: that would tell what is hidden of it. */
  readonly n: Told;
  /** How many of each part, in their order. */
  readonly counts: readonly Shown[];
  /** Where exactly these cases are, and those of each part. */
  readonly href?: string | undefined;
  readonly hrefs?: readonly string[] | undefined;
}

interface SplitChartProps {
  readonly about: About;
  readonly rowLabel: string;
  readonly parts: readonly string[];
  readonly rows: readonly SplitRow[];
}

/** How the cases of each row divide: every bar is as long, its n stands beside it. What is hidden of it stays an open piece. */
export function SplitChart(props: SplitChartProps): JSX.Element {
  const { about, parts, rows } = props;
  const keys: readonly KeyItem[] = parts.map((label, nth) => ({ label, sign: pieceSign(fillOf(nth)) }));
  return (
    <Chart about={about} twin={splitTwin(props)}>
      <Key items={[...keys, ...(leavesOpen(rows) ? [hiddenKey] : [])]} />
      <ul class="chart-rows" role="list">
        {rows.map(({ label, n, counts, href }) => (
          <RowLine
            key={label}
            label={label}
            href={href}
            words={n === null ? partlyHidden : showTold(n, showNumber)}
          >
            {isTold(n) && n > 0 && (
              <Bar row={{ label, values: counts }} scale={{ from: 0, to: n, ticks: [] }} />
            )}
          </RowLine>
        ))}
      </ul>
    </Chart>
  );
}

/** Whether a bar is shorter than its row. */
const leavesOpen = (rows: readonly SplitRow[]) =>
  rows.some(({ n, counts }) => isTold(n) && n > 0 && !counts.every(isTold));

const hiddenKey: KeyItem = {
  label: `Leeg: ${hiddenWord}`,
  sign: <line class="chart__axis" x1={0} x2={24} y1={15.5} y2={15.5} />,
};

/** The same as a table, with how many there are together. */
export function splitTwin({ rowLabel, parts, rows }: SplitChartProps): Twin<SplitRow> {
  const told = (n: Told | undefined) =>
    n === undefined || n === null ? null : isTold(n) ? n : showTold(n, showNumber);
  return {
    rows,
    columns: [
      { label: rowLabel, cell: ({ label }) => label, href: ({ href }) => href },
      ...parts.map((label, nth) => ({
        label,
        cell: ({ counts }: SplitRow) => told(counts[nth]),
        href: ({ hrefs }: SplitRow) => hrefs?.[nth],
      })),
      {
        label: 'Samen',
        cell: ({ n }) => (n === null ? partlyHidden : told(n)),
        href: ({ href }) => href,
      },
    ],
  };
}
