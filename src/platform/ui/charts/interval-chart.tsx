/** Shares, or other figures, with how sure they are: a dot, and a line over all that it may well be. Few cases make a long line. */
import type { JSX } from 'preact';
import { fewestToSplit } from '../../pure/suppression.ts';
import { RowLine } from './bar-chart.tsx';
import { type About, Chart, type Twin } from './chart.tsx';
import { isTold, showNumber, showPercent, showTold, type Told } from './chart.words.ts';
import { Key } from './fills.tsx';
import { placeOn, type Scale, scaleOver, wholeScale } from './scale.ts';

export interface IntervalRow {
  readonly label: string;
  readonly n: Told;
  /** Of shares fractions. */
  readonly value: Told;
  readonly low: number | null;
  /** Null beside a lower bound: there is no telling how much more it may be. */
  readonly high: number | null;
  /** Instead of the value, where there is none for another reason than too few cases. */
  readonly words?: string | undefined;
  readonly href?: string | undefined;
}

interface IntervalChartProps {
  readonly about: About;
  readonly rowLabel: string;
  readonly rows: readonly IntervalRow[];
  /** Of other figures than shares: what they are called and how they are written. */
  readonly figures?: { readonly label: string; readonly show: (n: number) => string } | undefined;
}

export function IntervalChart(props: IntervalChartProps): JSX.Element {
  const { about, rows, figures } = props;
  const show = figures?.show ?? showPercent;
  const scale = figures === undefined ? wholeScale : scaleOver(rows.flatMap(boundsOf));
  const drawn = rows.some(({ value }) => isTold(value));
  return (
    <Chart about={about} twin={intervalTwin(props)}>
      {drawn && (
        <Key
          items={[
            {
              label: 'De lijn: wat het met 95% zekerheid is. Weinig gevallen geven een lange lijn.',
              sign: <Interval low={0} value={0.5} high={1} y={8} scale={wholeScale} />,
            },
          ]}
        />
      )}
      <ul class="chart-rows" role="list">
        {rows.map(({ label, href, value, low, high, words = showTold(value, show) }) => (
          <RowLine key={label} label={label} href={href} words={words}>
            {isTold(value) && <Interval low={low} value={value} high={high} y={11} scale={scale} />}
          </RowLine>
        ))}
      </ul>
      {drawn && (
        <p class="chart-rows__ends" aria-hidden="true">
          <span>
            <bdi>{show(scale.from)}</bdi>
            <bdi>{show(scale.to)}</bdi>
          </span>
        </p>
      )}
      {figures === undefined && rows.some(isTooFew) && (
        <p class="chart__none">Te weinig: van minder dan {fewestToSplit} geven wij geen aandeel.</p>
      )}
    </Chart>
  );
}

const isTooFew = ({ value, words }: IntervalRow) => value === null && words === undefined;

const boundsOf = ({ value, low, high }: IntervalRow): readonly number[] =>
  [value, low, high].flatMap((one) => (one !== null && isTold(one) ? [one] : []));

interface IntervalProps {
  readonly low: number | null;
  readonly value: number;
  readonly high: number | null;
  readonly y: number;
  readonly scale: Scale;
}

/** Without an upper bound the line runs on to the end, without a lower one there is none. */
function Interval({ low, value, high, y, scale }: IntervalProps): JSX.Element {
  const at = (n: number) => `${placeOn(scale, n)}%`;
  const ends = [low, high].flatMap((end) => end ?? []);
  return (
    <>
      {low !== null && <line class="interval__line" x1={at(low)} x2={at(high ?? scale.to)} y1={y} y2={y} />}
      {low !== null &&
        ends.map((end) => (
          <line key={end} class="interval__line" x1={at(end)} x2={at(end)} y1={y - 4} y2={y + 4} />
        ))}
      <circle class="interval__dot" cx={at(value)} cy={y} r={5} />
    </>
  );
}

/** The same as a table. */
export function intervalTwin({ rowLabel, rows, about, figures }: IntervalChartProps): Twin<IntervalRow> {
  const { label: figure, show } = figures ?? { label: 'Aandeel', show: showPercent };
  const told = (value: Told, how: (n: number) => string) => (isTold(value) ? value : showTold(value, how));
  return {
    rows,
    columns: [
      { label: rowLabel, cell: ({ label }) => label, href: ({ href }) => href },
      { label: about.counted?.cases ?? 'Aantal', cell: ({ n }) => told(n, showNumber) },
      { label: figure, show, cell: ({ value, words }) => words ?? told(value, show) },
      { label: 'Ten minste', show, cell: ({ low }) => low },
      { label: 'Ten hoogste', show, cell: ({ high }) => high },
    ],
  };
}
