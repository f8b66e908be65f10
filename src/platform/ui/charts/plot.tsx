/** A field with a scale beside it and names under it: places aside are percentages, heights are pixels. */
import type { ComponentChildren, JSX } from 'preact';
import { namedEvery, placeOn, type Scale } from './scale.ts';

/** Pixels: room for the points at the top and the bottom, and for the names below. */
const [top, field, foot] = [10, 200, 30] as const;

/** Of a value, in pixels from the top. */
export const heightOf = (scale: Scale, value: number): number =>
  Number((top + (1 - placeOn(scale, value) / 100) * field).toFixed(1));

/** Where the piece of the nth of `count` in a row begins. */
export const edgeOf = (nth: number, count: number): number =>
  Number(((nth / Math.max(count, 1)) * 100).toFixed(2));

/** The nth of `count` in a row, in the middle of its own piece. */
export const middleOf = (nth: number, count: number): number => edgeOf(nth + 0.5, count);

export interface PlotName {
  readonly at: number;
  readonly label: string;
}

interface PlotProps {
  readonly scale: Scale;
  readonly show: (n: number) => string;
  readonly names: readonly PlotName[];
  readonly children: ComponentChildren;
}

/** So many names fit on a wide page. */
const roomForNames = 8;

/** So many signs stand beside each other on a phone, with room between them. */
const signsOnPhone = 24;

export function Plot({ scale, show, names, children }: PlotProps): JSX.Element {
  const every = namedEvery(names.length, roomForNames);
  const everyOnPhone = every * namedEvery(Math.ceil(names.length / every), roomOnPhone(names));
  return (
    <div class="plot">
      <svg class="plot__scale" width="48" height={top + field + foot} aria-hidden="true">
        {scale.ticks.map((tick) => (
          <text key={tick} class="chart__label" x={42} y={heightOf(scale, tick) + 5} text-anchor="end">
            {show(tick)}
          </text>
        ))}
      </svg>
      <svg class="plot__field" width="100%" height={top + field + foot} aria-hidden="true">
        {scale.ticks.map((tick) => (
          <line
            key={tick}
            class={tick === 0 ? 'chart__axis' : 'chart__grid'}
            x1="0"
            x2="100%"
            y1={heightOf(scale, tick)}
            y2={heightOf(scale, tick)}
          />
        ))}
        {names.map(
          ({ at, label }, nth) =>
            nth % every === 0 && (
              <text
                key={label}
                class={nth % everyOnPhone === 0 ? 'chart__label' : 'chart__label chart__label--spare'}
                x={`${at}%`}
                y={top + field + 22}
                text-anchor="middle"
              >
                {label}
              </text>
            ),
        )}
        {children}
      </svg>
    </div>
  );
}

/** How many names fit there: of «aug 24» fewer than of «10». */
const roomOnPhone = (names: readonly PlotName[]) =>
  Math.floor(signsOnPhone / Math.max(6, ...names.map(({ label }) => label.length + 2)));

interface LevelProps {
  readonly kind: string;
  readonly y: number;
  /** Percentages; all the way when absent. */
  readonly from?: number;
  readonly to?: number;
}

/** A line at one height. */
export function Level({ kind, y, from = 0, to = 100 }: LevelProps): JSX.Element {
  return <line class={kind} x1={`${from}%`} x2={`${to}%`} y1={y} y2={y} />;
}

/** A line straight down at one place, from height to height; the whole field when absent. */
export function Down({
  kind,
  at,
  from = top,
  to = top + field,
}: {
  readonly kind: string;
  readonly at: number;
  readonly from?: number;
  readonly to?: number;
}): JSX.Element {
  return <line class={kind} x1={`${at}%`} x2={`${at}%`} y1={from} y2={to} />;
}
