import type { JSX } from 'preact';

export interface DiagramBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly label: string;
  readonly kind?: 'end' | 'board' | undefined;
}

/** A way from one box to another: straight where they stand beside or above each other; else back underneath. */
export interface DiagramWay {
  readonly from: string;
  readonly to: string;
  /** What leads along it. */
  readonly labels: readonly string[];
  /** Where a straight way runs: its x when it goes up or down, its y when it goes aside. Absent: through the middle. */
  readonly at?: number | undefined;
  /** Where its words stand, for a way up or down: how far under its middle. */
  readonly lower?: number | undefined;
}

interface DiagramProps {
  readonly width: number;
  readonly height: number;
  /** What somebody hears who cannot see it. */
  readonly spoken: string;
  readonly boxes: Readonly<Record<string, DiagramBox>>;
  readonly ways: readonly DiagramWay[];
}

/** States and the only ways between them. On a narrow page a list beside it says the same. */
export function Diagram({ width, height, spoken, boxes, ways }: DiagramProps): JSX.Element {
  return (
    <div class="diagram">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken}>
        {ways.map((way) => (
          <Way key={`${way.from} ${way.to}`} way={way} a={boxes[way.from]} b={boxes[way.to]} />
        ))}
        {Object.entries(boxes).map(([name, box]) => (
          <State key={name} box={box} />
        ))}
      </svg>
    </div>
  );
}

function State({ box }: { readonly box: DiagramBox }): JSX.Element {
  const { left, right, top, bottom, label, kind } = box;
  const lines = linesOf(label, Math.floor((right - left) / 8.5));
  return (
    <g>
      <rect
        class={kind === undefined ? 'diagram__state' : `diagram__state diagram__state--${kind}`}
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        rx={10}
      />
      <Lines
        lines={lines}
        x={(left + right) / 2}
        y={(top + bottom) / 2 - (lines.length - 1) * 9.5 + 5}
        anchor="middle"
      />
    </g>
  );
}

interface WayProps {
  readonly way: DiagramWay;
  readonly a: DiagramBox | undefined;
  readonly b: DiagramBox | undefined;
}

function Way({ way, a, b }: WayProps): JSX.Element | null {
  if (a === undefined || b === undefined) return null;
  if (b.bottom < a.top || b.top > a.bottom) return <UpOrDown way={way} a={a} b={b} />;
  const toTheRight = b.left > a.right;
  return toTheRight || way.at !== undefined ? (
    <Aside way={way} a={a} b={b} />
  ) : (
    <Underneath way={way} a={a} b={b} />
  );
}

interface PathProps {
  readonly way: DiagramWay;
  readonly a: DiagramBox;
  readonly b: DiagramBox;
}

function UpOrDown({ way, a, b }: PathProps): JSX.Element {
  const down = b.top > a.bottom;
  const x = way.at ?? (a.left + a.right) / 2;
  const [start, end] = down ? [a.bottom, b.top] : [a.top, b.bottom];
  const middle = (start + end) / 2 - (way.labels.length - 1) * 9;
  return (
    <>
      <Arrow path={`M${x} ${start}V${end}`} x={x} y={end} turn={down ? 90 : -90} />
      <Lines step lines={way.labels} x={x + 12} y={middle + 5 + (way.lower ?? 0)} anchor="start" />
    </>
  );
}

function Aside({ way, a, b }: PathProps): JSX.Element {
  const y = way.at ?? (a.top + a.bottom) / 2;
  const [start, end] = b.left > a.right ? [a.right, b.left] : [a.left, b.right];
  const lines = way.labels.flatMap((label) => linesOf(label, Math.floor(Math.abs(end - start) / 8)));
  return (
    <>
      <Arrow path={`M${start} ${y}H${end}`} x={end} y={y} turn={end > start ? 0 : 180} />
      <Lines step lines={lines} x={(start + end) / 2} y={y - 10 - (lines.length - 1) * 18} anchor="middle" />
    </>
  );
}

function Underneath({ way, a, b }: PathProps): JSX.Element {
  const [start, end, under] = [(a.left + a.right) / 2, (b.left + b.right) / 2 + 30, a.bottom];
  return (
    <>
      <Arrow
        path={`M${start} ${under}v20q0 16 -16 16H${end + 16}q-16 0 -16 -16V${under}`}
        x={end}
        y={under}
        turn={-90}
      />
      <Lines step lines={way.labels} x={(start + end) / 2} y={under + 56} anchor="middle" />
    </>
  );
}

interface ArrowProps {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  /** Degrees the head is turned; 0 points right. */
  readonly turn: number;
}

function Arrow({ path, x, y, turn }: ArrowProps): JSX.Element {
  return (
    <>
      <path class="diagram__way" d={path} />
      <path class="diagram__head" d="M0 0-11-6V6Z" transform={`translate(${x} ${y}) rotate(${turn})`} />
    </>
  );
}

interface LinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
  /** The name of a step and not of a state. */
  readonly step?: boolean;
}

function Lines({ lines, x, y, anchor, step }: LinesProps): JSX.Element {
  return (
    <text class={step ? 'diagram__step' : undefined} text-anchor={anchor}>
      {lines.map((line, nth) => (
        <tspan key={line} x={x} y={y + nth * 18}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Words in lines of at most `most` characters, as far as words allow. */
function linesOf(text: string, most: number): readonly string[] {
  return (text.match(new RegExp(`.{1,${most}}(?:\\s|$)`, 'g')) ?? [text]).map((line) => line.trim());
}
