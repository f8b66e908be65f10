/** On the start page: rounds that ask the reader, and ways into a role that wait for them. */
import type { JSX } from 'preact';
import { type Actor, hasRole } from '../platform/pure/actor.ts';
import { showDay } from '../platform/pure/dates.ts';
import { Card, CardList } from '../platform/ui/parts.tsx';
import { transitionLeads, waitsFor } from './transitions/transition.rules.ts';
import { transitionsPath } from './transitions/transition-parts.tsx';
import type { DevelopmentWaiting } from './waiting.store.ts';

interface Waits {
  readonly rounds: DevelopmentWaiting['rounds'];
  /** Offers that the reader can sign. */
  readonly offers: number;
  /** Ways in which the reader, a team lead, takes the next step. */
  readonly ways: number;
}

const waitsIn = (actor: Actor, { rounds, ways }: DevelopmentWaiting): Waits => ({
  rounds,
  offers: ways.filter(({ mine, steps }) => mine && waitsFor(steps) === 'person').length,
  ways: hasRole(actor, ...transitionLeads)
    ? ways.filter(({ mine, steps }) => !mine && waitsFor(steps) === 'teamLead').length
    : 0,
});

/** How many things that is: none says that nothing waits. */
export function countDevelopment(actor: Actor, waiting: DevelopmentWaiting): number {
  const { rounds, offers, ways } = waitsIn(actor, waiting);
  return rounds.length + offers + ways;
}

interface TasksProps {
  readonly actor: Actor;
  readonly waiting: DevelopmentWaiting;
}

export function DevelopmentTasks({ actor, waiting }: TasksProps): JSX.Element | null {
  const { rounds, offers, ways } = waitsIn(actor, waiting);
  if (rounds.length + offers + ways === 0) return null;
  return (
    <>
      <h2>Ontwikkeling</h2>
      <CardList>
        {rounds.map(({ id, title, endsOn }) => (
          <Card
            key={id}
            title={`Wat vindt u? ${title}`}
            href={`/ontwikkeling/consultaties/${id}`}
            meta={`Antwoorden kan tot en met ${showDay(endsOn)}.`}
          />
        ))}
        {offers > 0 && (
          <Card title="Er ligt een aanbod voor uw nieuwe rol" href="/ontwikkeling/mijn-overgang">
            Bespreek het met uw teamleider. Is het ondertekend, dan schrijft uw teamleider dat op.
          </Card>
        )}
        {ways > 0 && (
          <Card
            title={
              ways === 1
                ? '1 overgang wacht op een volgende stap'
                : `${ways} overgangen wachten op een volgende stap`
            }
            href={transitionsPath}
          >
            Het aanbod of de eerste dag staat er nog niet bij.
          </Card>
        )}
      </CardList>
    </>
  );
}
