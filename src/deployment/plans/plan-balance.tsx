/** How a plan divides its work, as bars with the figures beside them. */
import type { JSX } from 'preact';
import type { Balance, Ref, Share } from '../../planner/index.ts';
import { Empty } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { nameIn } from './plan.view.ts';
import { showNumber } from './plan-figures.words.ts';
import type { PlanOnPage } from './plan-page.store.ts';

interface Row {
  readonly name: string;
  /** Dagdelen over the period. */
  readonly planned: number;
  readonly waiting: number | null;
}

export function PlanBalance({ plan, names }: PlanOnPage): JSX.Element {
  const balance = plan.explanation?.balance;
  if (balance === undefined)
    return <Empty title="De verdeling is nog niet bekend" text="Laat de planner opnieuw rekenen." />;
  const nameOf = nameIn(names);
  const shares = (all: readonly Share[], kind: Ref['ref'], none: string): readonly Row[] =>
    all.map(({ id, planned, waiting }) => ({
      name: id === null ? none : nameOf({ ref: kind, id }),
      planned: planned / 2,
      waiting: waiting / 2,
    }));
  return (
    <>
      <p>
        Alle getallen zijn dagdelen in de hele periode. In de balk is het volle deel ingepland en het lege
        deel blijft liggen.
      </p>
      <Bars title="Waarvoor" rows={purposes(balance)} />
      <Bars title="Per bestuur" rows={shares(balance.byBoard, 'board', 'zonder bestuur')} />
      <Bars title="Per gebied" rows={shares(balance.byArea, 'area', 'zonder gebied')} />
      <Bars title="Per expertise" rows={shares(balance.byExpertise, 'expertise', 'geen expertise genoemd')} />
      <p>Werk dat meer soorten expertise noemt, telt bij elke soort.</p>
    </>
  );
}

const purposes = ({ questions, expected, ambitions, fixed }: Balance): readonly Row[] => [
  { name: 'Vragen van scholen', planned: questions / 2, waiting: null },
  { name: 'Verwachte vragen', planned: expected / 2, waiting: null },
  { name: 'Daarvan voor ambities', planned: ambitions / 2, waiting: null },
  { name: 'Vragen die al iemand hebben', planned: fixed / 2, waiting: null },
];

function Bars({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
}): JSX.Element | null {
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.map(({ planned, waiting }) => planned + (waiting ?? 0)));
  const hasWaiting = rows.some(({ waiting }) => waiting !== null);
  return (
    <>
      <h2>{title}</h2>
      <Table
        caption={title}
        hideCaption
        rows={rows}
        columns={[
          { label: title, cell: ({ name }) => <bdi>{name}</bdi> },
          { label: 'Ingepland', cell: ({ planned }) => showNumber(planned), numeric: true },
          ...(hasWaiting
            ? [
                {
                  label: 'Blijft liggen',
                  cell: ({ waiting }: Row) => (waiting === null ? 'geen' : showNumber(waiting)),
                  numeric: true,
                },
              ]
            : []),
          { label: 'Beeld', cell: (row) => <Bar row={row} most={most} /> },
        ]}
      />
    </>
  );
}

function Bar({ row, most }: { readonly row: Row; readonly most: number }): JSX.Element {
  const widthOf = (n: number) => Number(((n / most) * 150).toFixed(1));
  const planned = widthOf(row.planned);
  return (
    <svg class="compared" viewBox="0 0 152 16" width="152" height="16" aria-hidden="true">
      <rect class="room room--stationed" x={1} y={2} width={planned} height={12} />
      <rect class="room room--free" x={1 + planned} y={2} width={widthOf(row.waiting ?? 0)} height={12} />
    </svg>
  );
}
