/** The plan that holds today, for everybody: its priorities, and of each ambition where it began, where it is and where it goes. */
import type { JSX } from 'preact';
import { showDate, showPeriod } from '../../platform/pure/dates.ts';
import { Card, CardList } from '../../platform/ui/parts.tsx';
import type { Measured } from '../support-plan/ambitions/measured.store.ts';
import { nowWords, progressNow, wayWords } from '../support-plan/ambitions/progress.words.ts';
import { ProgressBar } from '../support-plan/progress-bar.tsx';
import type { PublicAmbition, PublicPlan } from '../support-plan/support-plan.store.ts';
import { Words } from '../words.tsx';
import { mayBeFew } from './account.words.ts';

interface PromisedProps {
  readonly plan: PublicPlan;
  readonly measured: ReadonlyMap<string, Measured>;
}

export function Promised({ plan, measured }: PromisedProps): JSX.Element {
  const { name, from, to, adoptedOn, priorities } = plan;
  return (
    <>
      <p>
        Dit staat in <bdi>{name}</bdi>: ons ondersteuningsplan van {showPeriod(from, to)}, vastgesteld op{' '}
        {showDate(adoptedOn)}.
      </p>
      {priorities.map((priority) => (
        <section key={priority.id} class="stack" aria-labelledby={`s-${priority.id}`}>
          <h2 id={`s-${priority.id}`}>
            <bdi>{priority.name}</bdi>
          </h2>
          {priority.text !== null && <Words text={priority.text} under={2} />}
          <CardList>
            {priority.ambitions.map((one) => (
              <AmbitionCard key={one.id} one={one} measured={measured.get(one.measure ?? '')} />
            ))}
          </CardList>
        </section>
      ))}
    </>
  );
}

interface AmbitionProps {
  readonly one: PublicAmbition;
  readonly measured: Measured | undefined;
}

function AmbitionCard({ one, measured }: AmbitionProps): JSX.Element {
  const told = { ...one, latest: one.reading };
  const way = wayWords(told);
  const few = one.reading !== null && mayBeFew(one, one.reading.value);
  const progress = few ? undefined : progressNow(told, measured);
  return (
    <Card title={one.name}>
      {one.indicator !== null && <p>{one.indicator}</p>}
      {way !== undefined && <p>{way}</p>}
      {progress !== undefined && <ProgressBar progress={progress} />}
      <p>
        {few && one.reading !== null
          ? `Nu minder dan 5${one.unit === null ? '' : ` ${one.unit}`} (${showDate(one.reading.on)}).`
          : nowWords(told, measured)}
      </p>
    </Card>
  );
}
