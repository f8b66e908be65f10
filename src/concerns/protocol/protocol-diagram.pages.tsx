import type { JSX } from 'preact';
import { Diagram, type DiagramBox, type DiagramWay } from '../../platform/ui/diagram.tsx';
import { protocol, type Status, type StepName, statuses, stepNames } from '../concern.rules.ts';
import { statusWords, stepWords } from '../concern.words.ts';

const column = (nth: number) => {
  const left = 12 + nth * 242;
  return { left, right: left + 136, top: 140 };
};

/** Where each state stands: the road in one row, the good end above it, the other end below. */
const places: Record<Status, Pick<DiagramBox, 'left' | 'right' | 'top' | 'kind'>> = {
  noted: column(0),
  with_director: column(1),
  working: column(2),
  board_proposed: { ...column(3), kind: 'board' },
  with_board: { ...column(4), kind: 'board' },
  resolved: { left: column(2).left, right: column(4).right, top: 2, kind: 'end' },
  closed: { left: column(1).left, right: column(4).right, top: 340, kind: 'end' },
};

const boxes = Object.fromEntries(
  statuses.map((status) => {
    const place = places[status];
    return [status, { ...place, bottom: place.top + 60, label: statusWords[status] }];
  }),
);

/** Every way from one state to another, with the steps that lead along it: read from the protocol itself. */
export function waysOf(): readonly DiagramWay[] {
  return statuses.flatMap((from) =>
    statuses
      .filter((to) => to !== from)
      .map((to) => ({ from, to, steps: stepNames.filter((step) => leadsFrom(step, from, to)) }))
      .filter((way) => way.steps.length > 0)
      .map(({ from, to, steps }): DiagramWay => {
        const labels = steps.map((step) => stepWords[step]);
        const aside = places[from].top === places[to].top;
        if (aside) return { from, to, labels };
        const at = (places[from].left + places[from].right) / 2 - 24;
        return { from, to, labels, at, lower: places[to].top > places[from].top ? 35 : 0 };
      }),
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
  return <Diagram width={1120} height={402} spoken={spoken} boxes={boxes} ways={waysOf()} />;
}

const spoken =
  'De weg van een zorg: van notitie naar de directeur, in gesprek, en alleen als het nodig is via een voorstel naar het bestuur. De tabel hieronder zegt hetzelfde.';
