import type { JSX } from 'preact';
import { Diagram, type DiagramBox, type DiagramWay } from '../../platform/ui/diagram.tsx';
import { moveOf, type Status, type StepName, statuses, stepNames } from '../question.rules.ts';
import { type Labels, statusWordsIn, stepWordsIn } from '../question.words.ts';

type Place = Omit<DiagramBox, 'label'>;

const column = { left: 2, aside: 190, main: 620, right: 920 };
const at = (left: number, wide: number, top: number, bottom: number, kind?: Place['kind']): Place => ({
  left,
  right: left + wide,
  top,
  bottom,
  kind,
});
const main = (top: number, bottom = top + 52) => at(column.main, 150, top, bottom);

/** Where each state stands: the road from top to bottom, what ends it on either side. */
const places: Record<Status, Place> = {
  draft: main(2),
  submitted: main(114),
  in_triage: main(226, 566),
  assigned: main(630),
  started: main(742),
  evaluated: main(854),
  completed: main(966),
  followed_up: at(column.main, 150, 1078, 1130, 'end'),
  needs_information: at(column.aside, 220, 236, 332),
  at_committee: at(column.aside, 220, 420, 556, 'board'),
  withdrawn: at(column.left, 110, 2, 682, 'end'),
  answered: at(column.right, 130, 252, 304, 'end'),
  declined: at(column.right, 130, 420, 472, 'end'),
  stopped: at(column.right, 130, 630, 906, 'end'),
};

/** Where a way does not run through the middle: past what stands between, or beside the way back. */
const lines: Readonly<Record<string, number>> = {
  'draft withdrawn': 28,
  'submitted withdrawn': 140,
  'needs_information withdrawn': 284,
  'in_triage withdrawn': 378,
  'at_committee withdrawn': 488,
  'assigned withdrawn': 656,
  'in_triage needs_information': 264,
  'needs_information in_triage': 320,
  'in_triage at_committee': 450,
  'at_committee in_triage': 536,
  'in_triage answered': 278,
  'in_triage declined': 446,
  'assigned stopped': 656,
  'started stopped': 768,
  'evaluated stopped': 880,
  'started evaluated': column.main + 100,
  'evaluated started': column.main + 30,
};

/** Every way from one state to another, with the steps that lead along it: read from the protocol itself. */
export function waysOf(labels?: Labels): readonly DiagramWay[] {
  const words = stepWordsIn(labels);
  return statuses.flatMap((from) =>
    statuses.flatMap((to): readonly DiagramWay[] => {
      const steps = from === to ? [] : stepNames.filter((step) => leadsFrom(step, from, to));
      if (steps.length === 0) return [];
      // Each of these says the same.
      const said = to !== 'withdrawn' || from === 'draft' ? steps : [];
      return [{ from, to, labels: said.map((step) => words[step].button), at: lines[`${from} ${to}`] }];
    }),
  );
}

const leadsFrom = (step: StepName, from: Status, to: Status) => moveOf(step, from)?.to === to;

/** The states and the only ways between them. The table beside it says the same in words. */
export function ProtocolDiagram({ labels }: { readonly labels?: Labels | undefined }): JSX.Element {
  const words = statusWordsIn(labels);
  const boxes = Object.fromEntries(
    statuses.map((status) => [status, { ...places[status], label: words[status] }]),
  );
  return <Diagram width={1052} height={1132} spoken={spoken} boxes={boxes} ways={waysOf(labels)} />;
}

const spoken =
  'De weg van een vraag: van concept naar ingediend, in behandeling, toegewezen, gestart, geëvalueerd en afgerond. De tabel hieronder zegt hetzelfde.';
