/** Who still waits after how many days: a curve that goes down in steps, in which those who wait now are counted as well. */
import type { JSX } from 'preact';
import { fewestToSplit } from '../../pure/suppression.ts';
import { type About, Chart, type Twin } from './chart.tsx';
import { isTold, showNumber, showPercent } from './chart.words.ts';
import { Key } from './fills.tsx';
import { Down, heightOf, Level, Plot } from './plot.tsx';
import { placeOn, type Scale, scaleOver, wholeScale } from './scale.ts';

/** From so many days on this share still waits; before the first step everybody does. */
export interface WaitingStep {
  readonly days: number;
  readonly waiting: number;
}

interface WaitingChartProps {
  readonly about: About;
  readonly steps: readonly WaitingStep[];
  /** The longest that anybody was followed: the curve ends there. */
  readonly until: number;
  /** The period it is compared with, and its curve. */
  readonly beside?:
    | { readonly label: string; readonly steps: readonly WaitingStep[]; readonly until: number }
    | undefined;
}

export function WaitingChart(props: WaitingChartProps): JSX.Element {
  const { about, steps, until, beside } = props;
  const { counted } = about;
  const tooFew = counted !== undefined && (!isTold(counted.n) || counted.n < fewestToSplit);
  const across = scaleOver([until, beside?.until ?? 0]);
  const names = across.ticks.map((days) => ({ at: placeOn(across, days), label: showNumber(days) }));
  return (
    <Chart about={about} twin={tooFew ? null : waitingTwin(props)}>
      {tooFew ? (
        <p class="chart__none">Van minder dan tien tekenen wij geen lijn.</p>
      ) : (
        <>
          {beside !== undefined && (
            <Key
              items={[
                { label: 'Deze periode', sign: <Level kind="waiting__line" y={8} /> },
                { label: beside.label, sign: <Level kind="waiting__line waiting__line--beside" y={8} /> },
              ]}
            />
          )}
          <p class="chart__scale-words">Deel dat nog wacht</p>
          <Plot scale={wholeScale} show={showPercent} names={names}>
            <Area steps={steps} until={until} across={across} />
            {beside !== undefined && (
              <Curve kind="waiting__line waiting__line--beside" {...beside} across={across} />
            )}
            <Curve kind="waiting__line" steps={steps} until={until} across={across} />
          </Plot>
          <p class="chart__scale-words">{about.unit}</p>
        </>
      )}
    </Chart>
  );
}

interface AreaProps {
  readonly steps: readonly WaitingStep[];
  readonly until: number;
  readonly across: Scale;
}

/** From one step to the next: where on the page, and at which height. */
function piecesOf({ steps, until, across }: AreaProps) {
  const corners: readonly WaitingStep[] = [{ days: 0, waiting: 1 }, ...steps];
  return corners.map(({ days, waiting }, nth) => {
    const next = corners[nth + 1];
    return {
      from: placeOn(across, days),
      to: placeOn(across, next?.days ?? Math.max(until, days)),
      y: heightOf(wholeScale, waiting),
      next: next && heightOf(wholeScale, next.waiting),
    };
  });
}

/** What lies under a curve; drawn first, so that it covers none. */
function Area(props: AreaProps): JSX.Element {
  const ground = heightOf(wholeScale, 0);
  return (
    <>
      {piecesOf(props).map(({ from, to, y }, nth) => (
        <rect
          key={nth}
          class="waiting__area"
          x={`${from}%`}
          width={`${(to - from).toFixed(2)}%`}
          y={y}
          height={Number(Math.max(0, ground - y - 1).toFixed(1))}
        />
      ))}
    </>
  );
}

function Curve({ kind, ...props }: AreaProps & { readonly kind: string }): JSX.Element {
  return (
    <>
      {piecesOf(props).map(({ from, to, y, next }, nth) => (
        <g key={nth}>
          <Level kind={kind} y={y} from={from} to={to} />
          {next !== undefined && <Down kind={kind} at={to} from={y} to={next} />}
        </g>
      ))}
    </>
  );
}

/** The share that still waits after so many days. */
export const waitingAfter = (steps: readonly WaitingStep[], days: number): number =>
  steps.findLast((step) => step.days <= days)?.waiting ?? 1;

/** A row for each week, for a long wait for each second, fourth, ...: so many at most. */
const mostRows = 12;
const week = 5;

interface WaitingRow {
  readonly days: number;
  readonly waiting: number | null;
  readonly beside: number | null;
}

/** The same as a table: by the week, for days are school days. Beyond what was followed it says nothing. */
export function waitingTwin({ steps, until, beside }: WaitingChartProps): Twin<WaitingRow> {
  const longest = Math.max(until, beside?.until ?? 0);
  let every = week;
  while (longest / every > mostRows) every *= 2;
  const at = (
    curve: { readonly steps: readonly WaitingStep[]; readonly until: number } | undefined,
    days: number,
  ) => (curve === undefined || days > curve.until ? null : waitingAfter(curve.steps, days));
  return {
    rows: Array.from({ length: Math.floor(longest / every) + 1 }, (_, nth) => ({
      days: nth * every,
      waiting: at({ steps, until }, nth * every),
      beside: at(beside, nth * every),
    })),
    columns: [
      { label: 'Na zoveel schooldagen', cell: ({ days }) => days },
      { label: 'Wacht nog', show: showPercent, cell: ({ waiting }) => waiting },
      ...(beside === undefined
        ? []
        : [{ label: beside.label, show: showPercent, cell: (row: WaitingRow) => row.beside }]),
    ],
  };
}
