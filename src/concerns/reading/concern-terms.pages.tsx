import type { JSX } from 'preact';
import { showDate, showDay, showMoment } from '../../platform/pure/dates.ts';
import { Notice } from '../../platform/ui/parts.tsx';
import { factsOf, openInvitation, reportToConfirm } from '../concern.facts.ts';
import type { ConcernRow } from '../concern.store.ts';
import { parties } from '../concern-parties.words.ts';

export interface Term {
  readonly key: string;
  readonly text: string;
  /** A file with the moment, for the reader's own calendar. */
  readonly file?: string;
}

/** What runs now, with its last day: an answer, a confirmation, a position, a talk that was agreed on, a day to look back. */
export function termsOf(concern: ConcernRow, now: Date): readonly Term[] {
  const atSchool = concern.status === 'with_director' || concern.status === 'working';
  const invitation = atSchool ? openInvitation(concern) : undefined;
  const report = concern.status === 'working' ? reportToConfirm(concern) : undefined;
  const talk = atSchool ? agreedTalk(concern) : undefined;
  const review = concern.status === 'working' ? reviewDay(concern) : undefined;
  const terms: readonly (Term | undefined)[] = [
    talk !== undefined && Date.parse(talk) > now.getTime()
      ? {
          key: 'talk',
          text: `Het gesprek is op ${showMoment(talk)}.`,
          file: `/zorgen/${concern.id}/gesprek.ics`,
        }
      : undefined,
    directorMay(concern, 'beantwoorden', 'de uitnodiging', invitation?.dueOn),
    directorMay(concern, 'bevestigen', 'het verslag', report?.dueOn),
    factsOf(concern, '').positionTaken
      ? undefined
      : directorMay(concern, 'geven', 'een standpunt', concern.positionDueOn),
    review === undefined
      ? undefined
      : { key: 'review', text: `U kijkt samen terug op ${showDay(review)} ${review.slice(0, 4)}.` },
  ];
  return terms.filter((term) => term !== undefined);
}

function directorMay(
  { about, today }: ConcernRow,
  verb: string,
  what: string,
  dueOn: string | null | undefined,
): Term | undefined {
  if (dueOn === null || dueOn === undefined) return undefined;
  const { first } = parties[about];
  const text =
    today <= dueOn
      ? `De ${first} kan ${what} ${verb} tot en met ${showDate(dueOn)}.`
      : `De ${first} kon ${what} ${verb} tot en met ${showDate(dueOn)}. Dat is nog niet gebeurd.`;
  return { key: verb, text };
}

/** The moment the director said yes to, as long as no talk was recorded after it. */
function agreedTalk(concern: ConcernRow): string | undefined {
  return concern.entries.reduce<string | undefined>((agreed, entry) => {
    if (entry.step === 'plan_conversation' || entry.step === 'hold_conversation') return undefined;
    const accepts = entry.step === 'answer_invitation' && entry.relation === 'school_director';
    return accepts && entry.choice === 'accepted' ? (entry.atMoment ?? undefined) : agreed;
  }, undefined);
}

/** The day «niet naar het bestuur» named to look back, until somebody did. */
function reviewDay(concern: ConcernRow): string | undefined {
  return concern.entries.reduce<string | undefined>((day, entry) => {
    if (entry.step === 'not_to_board') return entry.onDate ?? undefined;
    return entry.step === 'review' ? undefined : day;
  }, undefined);
}

export function Terms({ terms }: { readonly terms: readonly Term[] }): JSX.Element | null {
  if (terms.length === 0) return null;
  return (
    <Notice tone="info" title="Wat er loopt">
      {terms.map((term) => (
        <p key={term.key}>
          {term.text}
          {term.file && (
            <>
              {' '}
              <a href={term.file}>Zet het in uw agenda</a>
            </>
          )}
        </p>
      ))}
    </Notice>
  );
}
