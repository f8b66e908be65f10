import type { JSX } from 'preact';
import { type CivilDate, showDate, showPeriod } from '../../platform/pure/dates.ts';
import { count } from '../../platform/pure/text.ts';
import { Card, StateBadge } from '../../platform/ui/parts.tsx';
import { Words } from '../words.tsx';
import type { Pilot } from './pilot.store.ts';
import { decisionWords, pilotTones, pilotWords } from './pilot.words.ts';

export const pilotsPath = '/ontwikkeling/pilots';
export const pilotPath = (id: string): string => `${pilotsPath}/${id}`;
export const comparisonPath = (id: string): string => `${pilotPath(id)}/vergelijking`;

/** A pilot that was announced and begins later is said to be on its way. */
export function PilotBadge({
  pilot,
  today,
}: {
  readonly pilot: Pilot;
  readonly today: CivilDate;
}): JSX.Element {
  const { status, startsOn } = pilot;
  return status === 'running' && startsOn > today ? (
    <StateBadge tone="new" label="Begint straks" />
  ) : (
    <StateBadge tone={pilotTones[status]} label={pilotWords[status]} />
  );
}

export function PilotCard({
  pilot,
  today,
}: {
  readonly pilot: Pilot;
  readonly today: CivilDate;
}): JSX.Element {
  const { id, name, startsOn, endsOn, schools, decision } = pilot;
  return (
    <Card
      title={name}
      href={pilotPath(id)}
      badge={<PilotBadge pilot={pilot} today={today} />}
      meta={`${showPeriod(startsOn, endsOn)}, op ${count(schools.length, 'school', 'scholen')}`}
    >
      {decision !== null && <p>Besluit: {decisionWords[decision]}.</p>}
    </Card>
  );
}

/** On the page of a school: that it takes part, and in what. */
export function PilotsOfSchool({ pilots }: { readonly pilots: readonly Pilot[] }): JSX.Element | null {
  if (pilots.length === 0) return null;
  return (
    <p>
      Doet mee aan {pilots.length === 1 ? 'een pilot' : 'pilots'}:{' '}
      {pilots.map(({ id, name }, nth) => (
        <span key={id}>
          {nth > 0 && ', '}
          <a href={pilotPath(id)}>
            <bdi>{name}</bdi>
          </a>
        </span>
      ))}
      .
    </p>
  );
}

/** What was decided and why; nothing before that. */
export function Decided({ pilot }: { readonly pilot: Pilot }): JSX.Element | null {
  const { decision, reasons, decidedBy, decidedOn } = pilot;
  if (decision === null || decidedOn === null) return null;
  return (
    <section class="stack" aria-labelledby="besluit">
      <h2 id="besluit">Besluit: {lower(decisionWords[decision])}</h2>
      <p class="card__meta">
        <bdi>{decidedBy?.name}</bdi>, {showDate(decidedOn)}
      </p>
      <Words text={reasons ?? ''} under={2} />
    </section>
  );
}

export const lower = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1);
