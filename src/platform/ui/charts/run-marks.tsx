/** The marks of a figure over time: the line from point to point, and a point by what it says. */
import type { JSX } from 'preact';
import { heightOf } from './plot.tsx';
import type { Signal } from './run.ts';
import type { Scale } from './scale.ts';

interface LineProps {
  readonly values: readonly (number | null)[];
  readonly places: readonly number[];
  readonly scale: Scale;
}

/** From point to point; where one is missing the line is broken. */
export function Line({ values, places, scale }: LineProps): JSX.Element {
  return (
    <>
      {values.map((value, nth) => {
        const before = nth === 0 ? null : values[nth - 1];
        if (value === null || before === null || before === undefined) return null;
        return (
          <line
            key={nth}
            class="run__line"
            x1={`${places[nth - 1] ?? 0}%`}
            y1={heightOf(scale, before)}
            x2={`${places[nth] ?? 0}%`}
            y2={heightOf(scale, value)}
          />
        );
      })}
    </>
  );
}

interface DotProps {
  readonly at: string | number;
  readonly y: number;
  readonly signal: Signal | undefined;
}

/** What stands out has a shape of its own: a diamond outside the limits, a ring in a long run. */
export function Dot({ at, y, signal }: DotProps): JSX.Element {
  if (signal === 'outside')
    return (
      <svg class="run__shape" x={at} y={y} aria-hidden="true">
        <path class="run__dot run__dot--outside" d="M0-8 8 0 0 8-8 0Z" />
      </svg>
    );
  return <circle class={signal === 'run' ? 'run__dot run__dot--run' : 'run__dot'} cx={at} cy={y} r={5} />;
}
