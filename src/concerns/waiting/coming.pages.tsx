import type { JSX } from 'preact';
import { addDays, dayOf, showDay, showMoment } from '../../platform/pure/dates.ts';
import { Card, CardList, StateBadge } from '../../platform/ui/parts.tsx';
import type { Coming } from './coming.store.ts';

interface ComingTalksProps {
  readonly talks: readonly Coming[];
  readonly today: string;
}

/** Conversations of today and the days to come, the first one first. */
export function ComingTalks({ talks, today }: ComingTalksProps): JSX.Element {
  return (
    <CardList>
      {talks.map((talk) => (
        <Card
          key={talk.id}
          title={talk.title ?? 'Gesprek over een zorg'}
          href={talk.concernId === null ? '/gesprekken' : `/zorgen/${talk.concernId}`}
          badge={<WhenBadge day={dayOf(talk.startsAt)} today={today} />}
          meta={
            <>
              <bdi>{talk.schoolName}</bdi>
              {' · '}
              <time datetime={talk.startsAt}>{showMoment(talk.startsAt)}</time>
            </>
          }
        />
      ))}
    </CardList>
  );
}

function WhenBadge({ day, today }: { readonly day: string; readonly today: string }): JSX.Element {
  if (day === today) return <StateBadge tone="alert" label="vandaag" />;
  return <StateBadge tone="waiting" label={day === addDays(today, 1) ? 'morgen' : showDay(day)} />;
}
