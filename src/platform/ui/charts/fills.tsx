/** What parts of a drawing are filled with: a pattern for each, so that nobody has to tell colours apart, on paper neither. */
import type { JSX } from 'preact';

/** In the order in which parts take them. The first is the darkest, the fourth is empty. */
const fills = ['solid', 'hatch', 'dots', 'empty', 'lines', 'back', 'grid'] as const;
export type FillName = (typeof fills)[number];

/** The fill of the nth part; after seven, and before the first, they begin again. */
export const fillOf = (nth: number): FillName => fills.at(nth % fills.length) ?? 'solid';

/** Petrol is less than expected, empty is as expected, amber is more: the same on every page, whichever values there are. */
export const fillOfScore = (score: number): FillName => fillOf(fills.indexOf('empty') + score);

/** For `fill`: a pattern of `Patterns`. */
export const patternOf = (fill: Exclude<FillName, 'solid' | 'empty'>): string => `url(#${fill})`;

/** The patterns that drawings are filled with, once for the page. */
export function Patterns(): JSX.Element {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <Pattern name="hatch" turn={45} ink={<rect class="pattern__ink" width="2.5" height="6" />} />
        <Pattern name="dots" ink={<circle class="pattern__ink" cx="3" cy="3" r="1.5" />} />
        <Pattern name="lines" warm ink={<rect class="pattern__ink" width="6" height="2" />} />
        <Pattern name="back" warm turn={-45} ink={<rect class="pattern__ink" width="2.5" height="6" />} />
        <Pattern
          name="grid"
          warm
          turn={45}
          ink={<path class="pattern__ink" d="M0 0h6v1.5h-4.5v4.5h-1.5Z" />}
        />
      </defs>
    </svg>
  );
}

interface PatternProps {
  readonly name: FillName;
  readonly ink: JSX.Element;
  /** Degrees. */
  readonly turn?: number;
  readonly warm?: boolean;
}

function Pattern({ name, ink, turn = 0, warm }: PatternProps): JSX.Element {
  return (
    <pattern
      id={name}
      class={warm ? 'pattern pattern--warm' : 'pattern'}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${turn})`}
    >
      <rect class="pattern__ground" width="6" height="6" />
      {ink}
    </pattern>
  );
}

/** What a fill or a mark means. */
export interface KeyItem {
  readonly label: string;
  /** A drawing of 24 by 16. */
  readonly sign: JSX.Element;
}

/** The words beside the signs of a drawing. */
export function Key({ items }: { readonly items: readonly KeyItem[] }): JSX.Element {
  return (
    <ul class="chart__key" role="list">
      {items.map(({ label, sign }) => (
        <li key={label}>
          <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
            {sign}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** A piece of a bar, as wide as the drawing says. */
interface PieceProps {
  readonly fill: FillName;
  readonly x: string | number;
  readonly y: number;
  readonly width: string | number;
  readonly height: number;
}

export function Piece({ fill, ...at }: PieceProps): JSX.Element {
  const isPlain = fill === 'solid' || fill === 'empty';
  return <rect class={`piece piece--${fill}`} fill={isPlain ? undefined : patternOf(fill)} {...at} />;
}

export const pieceSign = (fill: FillName): JSX.Element => (
  <Piece fill={fill} x={1} y={1} width={22} height={14} />
);
