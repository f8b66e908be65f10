/** Visits in lists. */
import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { showDate } from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import { Checkboxes } from '../../platform/ui/choices.tsx';
import { Card, CardList, StateBadge } from '../../platform/ui/parts.tsx';
import { stateOf } from './visit.rules.ts';
import type { VisitRow, VisitShare } from './visit.store.ts';
import { kindWords, showMinutes, stateWords } from './visit.words.ts';

interface VisitCardsProps {
  readonly visits: readonly VisitRow[];
  readonly actor: Actor;
}

export function VisitCards({ visits, actor }: VisitCardsProps): JSX.Element {
  return (
    <CardList>
      {visits.map((visit) => (
        <Card
          key={visit.id}
          title={titleOf(visit)}
          href={`/inzet/bezoeken/${visit.id}`}
          badge={<StateBadge {...stateWords[stateOf(visit)]} />}
          meta={[
            ...(visit.specialist.id === actor.personId ? [] : [visit.specialist.name]),
            showMinutes(visit.minutes),
            kindWords[visit.kind],
          ].join(' · ')}
        >
          {splitWords(visit.split)}
        </Card>
      ))}
    </CardList>
  );
}

/** Visits that wait for the school's word, each with a box. */
export function ToConfirm({ visits }: { readonly visits: readonly VisitRow[] }): JSX.Element {
  return (
    <Checkboxes
      name="visits"
      label="Deze bezoeken kloppen"
      hint="Klopt er een niet? Laat die leeg en open hem hieronder."
      options={visits.map((visit) => ({
        value: `${visit.id}.${visit.version}`,
        label: titleOf(visit),
        hint: `${visit.specialist.name}, ${showMinutes(visit.minutes)}, ${kindWords[visit.kind].toLowerCase()}. ${splitWords(visit.split)}`,
      }))}
    />
  );
}

/** «2 maart 2026, De Linde» */
export const titleOf = ({ date, schools }: VisitRow) =>
  `${showDate(date)}, ${list(schools.map(({ name }) => name))}`;

/** «Voor vraag AB12CD (45 minuten) en preventief (15 minuten)»; alone without minutes. */
export function splitWords(split: readonly VisitShare[]): string {
  const parts = split.map((share) =>
    split.length === 1 ? shareName(share) : `${shareName(share)} (${showMinutes(share.minutes)})`,
  );
  return parts.length === 0 ? '' : `Voor ${list(parts)}.`;
}

export function shareName({ questionId, number, goalId, ambition, faded }: VisitShare): string {
  if (faded) return 'een vraag die is vervaagd';
  if (ambition !== null) return `de ambitie «${ambition.name}»`;
  if (questionId === null) return 'preventief werk';
  const question = number === null ? 'een vraag' : `vraag ${number}`;
  return goalId === null ? question : `een doel van ${question}`;
}
