/**
 * Stationings as bars over a period. What a bar says stands beside it in words, with a link: the drawing is an extra, which a narrow page
 * and a screen reader do without.
 */
import type { JSX } from 'preact';
import { type CivilDate, showPeriod } from '../../platform/pure/dates.ts';
import { Patterns, patternOf } from '../../platform/ui/charts/fills.tsx';
import { type StationingStatus, stationingStatusWords } from '../../stationing/index.ts';
import type { Bar, BarRow } from './bars.store.ts';
import { dagdelen, monthWord } from './board.words.ts';
import { monthsOn, type Strip, spanOn } from './strip.rules.ts';

/** Units of the drawing: ten for a week. */
const laneHeight = 16;

const fills: Readonly<Partial<Record<StationingStatus, string>>> = {
  agreed: patternOf('hatch'),
  evaluated: patternOf('dots'),
};

interface BarsProps {
  readonly rows: readonly BarRow[];
  readonly strip: Strip;
  readonly today: CivilDate;
}

export function Bars({ rows, strip, today }: BarsProps): JSX.Element {
  return (
    <div class="bars">
      <Patterns />
      <div class="bars__scale">
        <Scale strip={strip} />
      </div>
      <ul class="bars__rows" role="list">
        {rows.map(({ id, name, worksHere, bars }) => (
          <li key={id} class="bars__row">
            <h3 class="bars__name">
              {worksHere ? (
                <a href={`/inzet/specialisten/${id}`}>
                  <bdi>{name}</bdi>
                </a>
              ) : (
                <bdi>{name}</bdi>
              )}
            </h3>
            {bars.length === 0 ? (
              <p class="bars__none">Niet gestationeerd</p>
            ) : (
              <ul class="bars__lanes" role="list">
                {bars.map((bar) => (
                  <Lane key={bar.id} bar={bar} strip={strip} today={today} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <Key statuses={[...new Set(rows.flatMap(({ bars }) => bars.map(({ status }) => status)))]} />
    </div>
  );
}

interface LaneProps {
  readonly bar: Bar;
  readonly strip: Strip;
  readonly today: CivilDate;
}

function Lane({ bar, strip, today }: LaneProps): JSX.Element {
  const { id, place, status, from, to } = bar;
  const span = spanOn(strip, bar);
  const now = spanOn(strip, { from: today, to: today });
  return (
    <li class="bars__lane">
      <p class="bars__words">
        <a href={`/inzet/stationeringen/${id}`}>
          <bdi>{place}</bdi>
        </a>
        <span class="bars__facts">
          {dagdelen(bar.dagdelen)} per week, {showPeriod(from, to)}. {stationingStatusWords[status].label}
        </span>
      </p>
      <svg class="bars__strip" viewBox={`0 0 ${strip.width} ${laneHeight}`} aria-hidden="true">
        {monthsOn(strip).map((month) => {
          const x = spanOn(strip, { from: month, to: month })?.x;
          return <line key={month} class="bars__month" x1={x} x2={x} y1={0} y2={laneHeight} />;
        })}
        {span !== undefined && (
          <rect
            class={`bar bar--${status}`}
            fill={fills[status]}
            x={span.x}
            y={2}
            width={span.width}
            height={laneHeight - 4}
            rx={2}
          />
        )}
        {now !== undefined && <line class="bars__today" x1={now.x} x2={now.x} y1={0} y2={laneHeight} />}
      </svg>
    </li>
  );
}

function Scale({ strip }: { readonly strip: Strip }): JSX.Element {
  return (
    <svg class="bars__strip" viewBox={`0 0 ${strip.width} 22`} aria-hidden="true">
      {monthsOn(strip).map((month) => (
        <text key={month} class="bars__label" x={spanOn(strip, { from: month, to: month })?.x} y={17}>
          {monthWord(month)}
        </text>
      ))}
    </svg>
  );
}

function Key({ statuses }: { readonly statuses: readonly StationingStatus[] }): JSX.Element {
  return (
    <ul class="figure-key" role="list">
      {statuses.map((status) => (
        <li key={status}>
          <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
            <rect
              class={`bar bar--${status}`}
              fill={fills[status]}
              x={1}
              y={2}
              width={22}
              height={12}
              rx={2}
            />
          </svg>
          {stationingStatusWords[status].label}
        </li>
      ))}
    </ul>
  );
}
