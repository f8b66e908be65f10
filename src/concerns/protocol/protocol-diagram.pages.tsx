import type { JSX } from 'preact';
import { protocol, type Status, type StepName, statuses, stepNames } from '../concern.rules.ts';
import { statusWords, stepWords } from '../concern.words.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

const height = 60;
const middleRow = 140;
const column = (nth: number): Box => {
  const left = 12 + nth * 242;
  return { left, right: left + 136, top: middleRow };
};

/** Where each state stands: the road in one row, the good end above it, the other end below. */
const boxes: Record<Status, Box> = {
  noted: column(0),
  with_director: column(1),
  working: column(2),
  board_proposed: column(3),
  with_board: column(4),
  resolved: { left: column(2).left, right: column(4).right, top: 2 },
  closed: { left: column(1).left, right: column(4).right, top: 340 },
};

interface Way {
  readonly from: Status;
  readonly to: Status;
  readonly steps: readonly StepName[];
}

/** Every way from one state to another, with the steps that lead along it: read from the protocol itself. */
export function waysOf(): readonly Way[] {
  return statuses.flatMap((from) =>
    statuses
      .filter((to) => to !== from)
      .map((to) => ({ from, to, steps: stepNames.filter((step) => leadsFrom(step, from, to)) }))
      .filter((way) => way.steps.length > 0),
  );
}

function leadsFrom(step: StepName, from: Status, to: Status): boolean {
  return protocol[step].moves.some(
    (move: { readonly from: Status; readonly to: readonly Status[] }) =>
      move.from === from && move.to.includes(to),
  );
}

/** The states and the only ways between them. The table beside it says the same in words. */
export function ProtocolDiagram(): JSX.Element {
  return (
    <div class="diagram">
      <svg viewBox="0 0 1120 402" role="img" aria-label={spoken}>
        {waysOf().map((way) => (
          <WayArrow key={`${way.from} ${way.to}`} way={way} />
        ))}
        {statuses.map((status) => (
          <StateBox key={status} status={status} />
        ))}
      </svg>
    </div>
  );
}

const spoken =
  'De weg van een zorg: van notitie naar de directeur, in gesprek, en alleen als het nodig is via een voorstel naar het bestuur. De tabel hieronder zegt hetzelfde.';

function StateBox({ status }: { readonly status: Status }): JSX.Element {
  const { left, right, top } = boxes[status];
  const lines = linesOf(statusWords[status], 16);
  return (
    <g>
      <rect
        class={`diagram__state${kinds[status] ?? ''}`}
        x={left}
        y={top}
        width={right - left}
        height={height}
        rx={10}
      />
      <Lines
        lines={lines}
        x={(left + right) / 2}
        y={top + height / 2 - (lines.length - 1) * 9.5 + 5}
        anchor="middle"
      />
    </g>
  );
}

const kinds: Partial<Record<Status, string>> = {
  resolved: ' diagram__state--end',
  closed: ' diagram__state--end',
  board_proposed: ' diagram__state--board',
  with_board: ' diagram__state--board',
};

function WayArrow({ way: { from, to, steps } }: { readonly way: Way }): JSX.Element {
  const [a, b] = [boxes[from], boxes[to]];
  const labels = steps.map((step) => stepWords[step]);
  if (b.top < a.top || b.top > a.top) {
    const x = (a.left + a.right) / 2 - 24;
    const [start, end] = b.top < a.top ? [a.top, b.top + height] : [a.top + height, b.top];
    return (
      <>
        <Arrow path={`M${x} ${start}V${end}`} x={x} y={end} turn={end > start ? 90 : -90} />
        <Lines step lines={labels} x={x + 12} y={(start + end) / 2 + (end > start ? 40 : 5)} anchor="start" />
      </>
    );
  }
  const y = a.top + height / 2;
  if (b.left > a.right) {
    const lines = labels.flatMap((label) => linesOf(label, 13));
    return (
      <>
        <Arrow path={`M${a.right} ${y}H${b.left}`} x={b.left} y={y} turn={0} />
        <Lines
          step
          lines={lines}
          x={(a.right + b.left) / 2}
          y={y - 10 - (lines.length - 1) * 18}
          anchor="middle"
        />
      </>
    );
  }
  const [start, end, under] = [(a.left + a.right) / 2, (b.left + b.right) / 2 + 30, a.top + height];
  return (
    <>
      <Arrow
        path={`M${start} ${under}v20q0 16 -16 16H${end + 16}q-16 0 -16 -16V${under}`}
        x={end}
        y={under}
        turn={-90}
      />
      <Lines step lines={labels} x={(start + end) / 2} y={under + 56} anchor="middle" />
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
