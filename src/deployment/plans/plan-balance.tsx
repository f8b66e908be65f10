/** How a plan divides its work, as bars with the figures beside them. */
import type { JSX } from 'preact';
import type { Balance, Ref, Share } from '../../planner/index.ts';
import { BarChart } from '../../platform/ui/charts/bar-chart.tsx';
import { Charts } from '../../platform/ui/charts/chart.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { nameIn } from './plan.view.ts';
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
    all
      .map(({ id, planned, waiting }) => ({
        name: id === null ? none : nameOf({ ref: kind, id }),
        planned: planned / 2,
        waiting: waiting / 2,
      }))
      // By size would be a ranking.
      .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
  return (
    <>
      <Charts>
        <Bars id="waarvoor" title="Waarvoor" rows={purposes(balance)} />
        <Bars id="bestuur" title="Per bestuur" rows={shares(balance.byBoard, 'board', 'zonder bestuur')} />
        <Bars id="gebied" title="Per gebied" rows={shares(balance.byArea, 'area', 'zonder gebied')} />
        <Bars
          id="expertise"
          title="Per expertise"
          rows={shares(balance.byExpertise, 'expertise', 'geen expertise genoemd')}
        />
      </Charts>
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
  id,
  title,
  rows,
}: {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
}): JSX.Element | null {
  if (rows.length === 0) return null;
  const hasWaiting = rows.some(({ waiting }) => waiting !== null);
  return (
    <BarChart
      about={{ id, title, unit: 'dagdelen in de hele periode' }}
      rowLabel={title}
      parts={hasWaiting ? ['Ingepland', 'Blijft liggen'] : ['Ingepland']}
      rows={rows.map(({ name, planned, waiting }) => ({
        label: name,
        values: hasWaiting ? [planned, waiting ?? 0] : [planned],
      }))}
    />
  );
}
