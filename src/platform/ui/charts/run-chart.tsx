/** A figure over time with its centre and the limits of its ordinary coming and going, instead of a traffic light. */
import type { JSX } from 'preact';
import type { CivilDate } from '../../pure/dates.ts';
import { type About, Chart, type Twin, type TwinColumn } from './chart.tsx';
import { isTold, showNumber, showTold, type Told } from './chart.words.ts';
import { lineOfDays } from './days.ts';
import { Key, type KeyItem } from './fills.tsx';
import { Down, edgeOf, heightOf, Level, middleOf, Plot } from './plot.tsx';
import { type Signal, type Stretch, signalsOf, stretchesOf } from './run.ts';
import { Dot, Line } from './run-marks.tsx';
import { type Scale, scaleBetween, scaleOver } from './scale.ts';

export interface RunPoint {
  /** «november 2025 tot en met januari 2026», in the table. */
  readonly label: string;
  /** Under the point: «nov 25». */
  readonly short: string;
  /** Its day, where points are not as far apart as each other: where all have one, they stand as far apart as their days. */
  readonly on?: CivilDate | undefined;
  readonly value: Told;
  /** Instead of the value, where there is none for another reason than too few cases. */
  readonly words?: string | undefined;
  /** Of how many cases; none has it where a point is one reading. */
  readonly n?: Told;
  /** In the table alone: what the value is read beside. */
  readonly beside?: Told | undefined;
  readonly href?: string | undefined;
  /** What changed in the way of working at this point: centre and limits begin anew. */
  readonly changed?: string | undefined;
}

interface RunChartProps {
  readonly about: About;
  /** What the points are: «Kwartaal». */
  readonly pointLabel: string;
  /** What the values are, above their column; the unit when absent. */
  readonly valueLabel?: string | undefined;
  /** What stands beside the values, above its column. */
  readonly besideLabel?: string | undefined;
  readonly points: readonly RunPoint[];
  /** What the figure can never be less than. With a ceiling the field reaches from one to the other. */
  readonly floor?: number | undefined;
  /** What it can never be more than: the field reaches up to it, and no further. */
  readonly ceiling?: number | undefined;
  readonly show?: ((n: number) => string) | undefined;
  /** Where it should go: «Doel: 40 scholen». */
  readonly target?: { readonly label: string; readonly value: number } | undefined;
}

const signalWords: Readonly<Record<Signal, string>> = {
  outside: 'buiten de grenzen',
  run: 'lang aan één kant van het midden',
};

export function RunChart(props: RunChartProps): JSX.Element {
  const { about, points, floor, ceiling, target, show = showNumber } = props;
  const { values, stretches, signals } = readingOf(props);
  const known = values.filter((value) => value !== null);
  const scale =
    floor !== undefined && ceiling !== undefined
      ? scaleBetween(floor, ceiling)
      : scaleOver([
          ...known,
          ...(ceiling === undefined ? [] : [ceiling]),
          ...(target === undefined ? [] : [target.value]),
          ...stretches.flatMap(({ limits }) => (limits ? [limits.low, limits.high] : [])),
        ]);
  const { places, edges, names } = axisOf(points);
  return (
    <Chart about={about} twin={runTwin(props)}>
      {known.length === 0 ? (
        <p class="chart__none">Er is geen punt te tekenen: de tabel zegt waarom.</p>
      ) : (
        <>
          <Key items={keyOf(stretches, signals, target?.label)} />
          <Plot scale={scale} show={show} names={names}>
            {target !== undefined && <Level kind="chart__beside" y={heightOf(scale, target.value)} />}
            {stretches.map((stretch) => (
              <Ordinary key={stretch.first} stretch={stretch} scale={scale} edges={edges} />
            ))}
            {points.map(({ changed }, nth) =>
              changed === undefined ? null : <Down key={nth} kind="run__change" at={edges[nth] ?? 0} />,
            )}
            <Line values={values} places={places} scale={scale} />
            {values.map((value, nth) =>
              value === null ? null : (
                <Dot key={nth} at={`${places[nth] ?? 0}%`} y={heightOf(scale, value)} signal={signals[nth]} />
              ),
            )}
          </Plot>
        </>
      )}
      <ChangeWords points={points} />
    </Chart>
  );
}

/** Where points stand, where the piece of each begins, and what stands under them. */
function axisOf(points: readonly RunPoint[]) {
  const days = points.flatMap(({ on }) => on ?? []);
  if (days.length === points.length && days.length > 1) return lineOfDays(days);
  const places = points.map((_, nth) => middleOf(nth, points.length));
  return {
    places,
    edges: [...points, null].map((_, nth) => edgeOf(nth, points.length)),
    names: points.map(({ short }, nth) => ({ label: short, at: places[nth] ?? 0 })),
  };
}

type Measured = Pick<RunChartProps, 'points' | 'floor' | 'ceiling'>;

/** What stands out of each point; null: there are too few to tell. */
export function signalsOfRun(props: Measured) {
  const { stretches, signals } = readingOf(props);
  return stretches.some(({ limits }) => limits !== null) ? signals : null;
}

/** The known values, and what they say together. */
function readingOf({ points, floor, ceiling }: Measured) {
  const values = points.map(({ value }) => (isTold(value) ? value : null));
  const changes = [...points.keys()].filter((nth) => points[nth]?.changed !== undefined);
  const stretches = stretchesOf(values, changes, floor, ceiling);
  return { values, stretches, signals: signalsOf(values, stretches) };
}

interface OrdinaryProps {
  readonly stretch: Stretch;
  readonly scale: Scale;
  readonly edges: readonly number[];
}

function Ordinary({ stretch: { first, last, centre, limits }, scale, edges }: OrdinaryProps): JSX.Element {
  const [from, to] = [edges[first] ?? 0, edges[last + 1] ?? 100];
  return (
    <>
      <Level kind="run__centre" y={heightOf(scale, centre)} from={from} to={to} />
      {limits !== null && (
        <>
          <Level kind="run__limit" y={heightOf(scale, limits.low)} from={from} to={to} />
          <Level kind="run__limit" y={heightOf(scale, limits.high)} from={from} to={to} />
        </>
      )}
    </>
  );
}

function keyOf(
  stretches: readonly Stretch[],
  signals: readonly (Signal | undefined)[],
  target: string | undefined,
): readonly KeyItem[] {
  const sign = (kind: string) => <line class={kind} x1={0} x2={24} y1={8} y2={8} />;
  return [
    ...(target === undefined ? [] : [{ label: target, sign: sign('chart__beside') }]),
    { label: 'Midden (gemiddelde)', sign: sign('run__centre') },
    ...(stretches.some(({ limits }) => limits !== null)
      ? [{ label: 'Grenzen van gewone schommeling', sign: sign('run__limit') }]
      : []),
    ...(['outside', 'run'] as const)
      .filter((signal) => signals.includes(signal))
      .map((signal) => ({
        label: `Valt op: ${signalWords[signal]}`,
        sign: <Dot at={12} y={8} signal={signal} />,
      })),
  ];
}

function ChangeWords({ points }: { readonly points: readonly RunPoint[] }): JSX.Element | null {
  const changes = points.filter(({ changed }) => changed !== undefined);
  if (changes.length === 0) return null;
  return (
    <ul class="chart__notes">
      {changes.map(({ label, changed }) => (
        <li key={label}>
          Stippellijn bij {label}: {changed}.
        </li>
      ))}
    </ul>
  );
}

/** The same as a table, with what stands out in words. */
export function runTwin(props: RunChartProps): Twin<RunPoint> {
  const { pointLabel, points, about, valueLabel = about.unit, besideLabel, show = showNumber } = props;
  const { stretches, signals } = readingOf(props);
  const placeOf = (point: RunPoint) => points.indexOf(point);
  const stretchOf = (point: RunPoint) =>
    stretches.find(({ first, last }) => first <= placeOf(point) && placeOf(point) <= last);
  const told = (value: Told, written: (n: number) => string) =>
    isTold(value) ? value : showTold(value, written);
  const signalOf = (point: RunPoint) => signals[placeOf(point)];
  return {
    rows: points,
    columns: [
      { label: pointLabel, cell: ({ label }) => label, href: ({ href }) => href },
      {
        label: valueLabel,
        show,
        cell: ({ value, words }) => (value === null ? words : undefined) ?? told(value, show),
      },
      ...(besideLabel === undefined
        ? []
        : [{ label: besideLabel, show, cell: ({ beside = null }: RunPoint) => told(beside, show) }]),
      ...(points.every(({ n }) => n === undefined)
        ? []
        : [
            {
              label: about.counted?.cases ?? 'Aantal',
              cell: ({ n = null }: RunPoint) => told(n, showNumber),
            },
          ]),
      { label: 'Midden', show, cell: (point) => stretchOf(point)?.centre ?? null },
      ...(stretches.every(({ limits }) => limits === null)
        ? []
        : ([
            { label: 'Laagste grens', show, cell: (point) => stretchOf(point)?.limits?.low ?? null },
            { label: 'Hoogste grens', show, cell: (point) => stretchOf(point)?.limits?.high ?? null },
            {
              label: 'Valt op',
              cell: (point) => {
                const signal = signalOf(point);
                return signal === undefined ? 'nee' : signalWords[signal];
              },
            },
          ] satisfies readonly TwinColumn<RunPoint>[])),
    ],
  };
}
