/** How cases divide: a bar as long for each row, with its number beside it. */
import type { JSX } from 'preact';
import { hiddenWord, type Shown } from '../../pure/suppression.ts';
import { Bar, partlyHidden, RowLine } from './bar-chart.tsx';
import { type About, Chart, type Twin } from './chart.tsx';
import { isTold, showNumber, showTold, type Told } from './chart.words.ts';
import { type FillName, fillOf, Key, type KeyItem, pieceSign } from './fills.tsx';

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
  /** Of parts with a fill of their own. */
  readonly fills?: readonly FillName[] | undefined;
  readonly rows: readonly SplitRow[];
}

/** How the cases of each row divide: every bar is as long, its n stands beside it. What is hidden of it stays an open piece. */
export function SplitChart(props: SplitChartProps): JSX.Element {
  const { about, parts, rows, fills = parts.map((_, nth) => fillOf(nth)) } = props;
  const keys: readonly KeyItem[] = parts.map((label, nth) => ({
    label,
    sign: pieceSign(fills[nth] ?? fillOf(nth)),
  }));
  return (
    <Chart about={about} twin={splitTwin(props)}>
      {rows.some(hasBar) && <Key items={[...keys, ...(leavesOpen(rows) ? [hiddenKey] : [])]} />}
      <ul class="chart-rows" role="list">
        {rows.map((row) => (
          <RowLine
            key={row.label}
            label={row.label}
            href={row.href}
            words={row.n === null ? partlyHidden : showTold(row.n, showNumber)}
          >
            {hasBar(row) && (
              <Bar
                row={{ label: row.label, values: row.counts }}
                scale={{ from: 0, to: row.n, ticks: [] }}
                fills={fills}
              />
            )}
          </RowLine>
        ))}
      </ul>
    </Chart>
  );
}

const hasBar = (row: SplitRow): row is SplitRow & { readonly n: number } => isTold(row.n) && row.n > 0;

/** Whether a bar is shorter than its row. */
const leavesOpen = (rows: readonly SplitRow[]) =>
  rows.some((row) => hasBar(row) && !row.counts.every(isTold));

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
