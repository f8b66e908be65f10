/** Shares with how sure they are: a dot, and a line over all that it may well be. Few cases make a long line. */
import type { JSX } from 'preact';
import { RowLine } from './bar-chart.tsx';
import { type About, Chart, type Twin } from './chart.tsx';
import { isTold, showNumber, showPercent, showTold, type Told } from './chart.words.ts';
import { Key } from './fills.tsx';
import { placeOn, wholeScale } from './scale.ts';

export interface IntervalRow {
  readonly label: string;
  readonly n: Told;
  /** Fractions. */
  readonly value: Told;
  readonly low: number | null;
  readonly high: number | null;
  readonly href?: string | undefined;
}

interface IntervalChartProps {
  readonly about: About;
  readonly rowLabel: string;
  readonly rows: readonly IntervalRow[];
}

export function IntervalChart(props: IntervalChartProps): JSX.Element {
  const { about, rows } = props;
  return (
    <Chart about={about} twin={intervalTwin(props)}>
      <Key
        items={[
          {
            label: 'De lijn: wat het met 95% zekerheid is. Weinig gevallen geven een lange lijn.',
            sign: <Interval low={0} value={0.5} high={1} y={8} />,
          },
        ]}
      />
      <ul class="chart-rows" role="list">
        {rows.map(({ label, href, value, low, high }) => (
          <RowLine key={label} label={label} href={href} words={showTold(value, showPercent)}>
            {isTold(value) && low !== null && high !== null && (
              <Interval low={low} value={value} high={high} y={11} />
            )}
          </RowLine>
        ))}
      </ul>
      <p class="chart-rows__ends" aria-hidden="true">
        <span>
          <bdi>{showPercent(0)}</bdi>
          <bdi>{showPercent(1)}</bdi>
        </span>
      </p>
    </Chart>
  );
}

interface IntervalProps {
  readonly low: number;
  readonly value: number;
  readonly high: number;
  readonly y: number;
}

function Interval({ low, value, high, y }: IntervalProps): JSX.Element {
  const at = (share: number) => `${placeOn(wholeScale, share)}%`;
  return (
    <>
      <line class="interval__line" x1={at(low)} x2={at(high)} y1={y} y2={y} />
      {[low, high].map((end) => (
        <line key={end} class="interval__line" x1={at(end)} x2={at(end)} y1={y - 4} y2={y + 4} />
      ))}
      <circle class="interval__dot" cx={at(value)} cy={y} r={5} />
    </>
  );
}

/** The same as a table. */
export function intervalTwin({ rowLabel, rows, about }: IntervalChartProps): Twin<IntervalRow> {
  const told = (value: Told, show: (n: number) => string) => (isTold(value) ? value : showTold(value, show));
  return {
    rows,
    columns: [
      { label: rowLabel, cell: ({ label }) => label, href: ({ href }) => href },
      { label: about.counted?.cases ?? 'Aantal', cell: ({ n }) => told(n, showNumber) },
      { label: 'Aandeel', show: showPercent, cell: ({ value }) => told(value, showPercent) },
      { label: 'Ten minste', show: showPercent, cell: ({ low }) => low },
      { label: 'Ten hoogste', show: showPercent, cell: ({ high }) => high },
    ],
  };
}
