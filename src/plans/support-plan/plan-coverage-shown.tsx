/** The ambitions of a plan in a table under each priority: what was not done stands before what was. */
import type { JSX } from 'preact';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { hiddenMeans } from '../../platform/pure/suppression.ts';
import { count } from '../../platform/pure/text.ts';
import { Notice } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { Top } from '../words.tsx';
import {
  type Covered,
  deedColumns,
  gapColumn,
  gapsOf,
  lastReleased,
  nameColumn,
  wayColumn,
} from './plan-coverage-columns.tsx';
import type { Plan } from './support-plan.store.ts';
import { ambitionPath, crumbOf, home } from './support-plan-parts.tsx';

interface PlanCoverageProps {
  readonly plan: Plan;
  /** By ambition. */
  readonly covered: ReadonlyMap<string, Covered>;
  /** Of others it cannot be said that there is no work. */
  readonly readsAll: boolean;
  readonly today: CivilDate;
}

export function PlanCoverage({ plan, covered, readsAll, today }: PlanCoverageProps): JSX.Element {
  const all = [...covered.values()];
  // Who does not read all work may know of no gap at all: a column of nothing says nothing.
  const gaps = readsAll || all.some((row) => gapsOf(row, readsAll, today).length > 0);
  const columns = [
    nameColumn,
    ...(gaps ? [gapColumn(readsAll, today)] : []),
    ...deedColumns(all, readsAll),
    wayColumn,
  ];
  return (
    <>
      <Top trail={[home, crumbOf(plan)]} name="Gedaan en nog niet gedaan" />
      <p class="lead">Wat er voor elke ambitie is gedaan sinds het begin, en wat nog niet.</p>
      <div class="stack">
        <Untouched all={all} readsAll={readsAll} today={today} />
        {!readsAll && <OwnAlone all={all} />}
        {plan.priorities.map(({ id, name, ambitions }) => (
          <section key={id} class="stack" aria-labelledby={`s-${id}`}>
            <h2 id={`s-${id}`}>
              <bdi>{name}</bdi>
            </h2>
            {ambitions.length === 0 ? (
              <p>Er staat geen ambitie in dit speerpunt.</p>
            ) : (
              <div class="table-wide">
                <Table
                  caption={name}
                  hideCaption
                  columns={columns}
                  rows={ambitions.flatMap((one) => covered.get(one.id) ?? [])}
                />
              </div>
            )}
          </section>
        ))}
      </div>
    </>
  );
}

/** That more was done than is counted here, and of what was released of it nothing is told. */
function OwnAlone({ all }: { readonly all: readonly Covered[] }): JSX.Element {
  const told = lastReleased(all);
  const isHidden = all.some(({ released }) => released?.hours === null);
  return (
    <p>
      Geteld is wat u zelf kunt lezen, zoals het werk op uw scholen.
      {told?.some === false && ` De uren van het hele samenwerkingsverband, ${told.period}, zijn verborgen.`}
      {isHidden && ` ${hiddenMeans}`}
    </p>
  );
}

interface UntouchedProps extends Pick<PlanCoverageProps, 'readsAll' | 'today'> {
  readonly all: readonly Covered[];
}

/** What asks for attention first: for which nothing was done, or (of who does not read all) for which nobody read how far it is. */
function Untouched({ all, readsAll, today }: UntouchedProps): JSX.Element | null {
  const gap = readsAll ? 'nothingDone' : 'notRead';
  const found = all.filter((row) => gapsOf(row, readsAll, today).includes(gap));
  if (all.length === 0 || (found.length === 0 && !readsAll)) return null;
  const of = count(all.length, 'ambitie', 'ambities');
  const title =
    found.length === 0
      ? 'Voor elke ambitie is iets gedaan'
      : readsAll
        ? `Voor ${found.length} van de ${of} is nog niets gedaan`
        : `Van ${found.length} van de ${of} is er nog geen meting`;
  return (
    <Notice tone={found.length === 0 ? 'good' : 'warning'} title={title}>
      {found.length > 0 && (
        <ul>
          {found.map(({ one }) => (
            <li key={one.id}>
              <a href={ambitionPath(one.id)}>
                <bdi>{one.name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
