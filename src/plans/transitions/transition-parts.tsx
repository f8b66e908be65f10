import type { JSX } from 'preact';
import { showDate } from '../../platform/pure/dates.ts';
import { Notice, Prose } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { nextStep, oddSteps } from './transition.rules.ts';
import type { TransitionRow } from './transition.store.ts';
import { transitionWords } from './transition.words.ts';

export const transitionsPath = '/ontwikkeling/overgang';

/** Steps of one person towards one profile. */
export interface Way {
  readonly person: TransitionRow['person'];
  readonly profile: TransitionRow['profile'];
  readonly steps: readonly TransitionRow[];
}

/** Rows that stand together, in the order in which they come. */
export function waysOf(rows: readonly TransitionRow[]): readonly Way[] {
  const ways = new Map<string, Way>();
  for (const row of rows) {
    const { person, profile } = row;
    const key = `${person.id} ${profile.id}`;
    ways.set(key, { person, profile, steps: [...(ways.get(key)?.steps ?? []), row] });
  }
  return [...ways.values()];
}

interface StepsProps {
  readonly way: Way;
  /** Who writes them down can correct them. */
  readonly corrects: boolean;
}

export function TransitionSteps({ way, corrects }: StepsProps): JSX.Element {
  const next = nextStep(way.steps);
  return (
    <>
      {oddSteps(way.steps).map(([late, early]) => (
        <Notice
          key={`${late} ${early}`}
          tone="warning"
          title={`«${transitionWords[early]}» staat op een dag vóór «${transitionWords[late]}»`}
        >
          <p>Dat kan kloppen. Kijk het voor de zekerheid na.</p>
        </Notice>
      ))}
      <Table
        caption={`Stappen naar ${way.profile.name}`}
        hideCaption
        columns={[
          {
            label: 'Stap',
            cell: ({ id, step }) =>
              corrects ? (
                <a href={`${transitionsPath}/${id}`}>{transitionWords[step]}</a>
              ) : (
                transitionWords[step]
              ),
          },
          { label: 'Wanneer', cell: ({ onDate }) => showDate(onDate) },
          {
            label: 'In een paar woorden',
            cell: ({ words }) => (words === null ? 'Niets' : <Prose text={words} />),
          },
        ]}
        rows={way.steps}
      />
      {next !== undefined && <p>Hierna komt meestal: {transitionWords[next].toLowerCase()}.</p>}
    </>
  );
}
