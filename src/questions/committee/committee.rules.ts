/**
 * How the committee works through its agenda, and who can take part.
 *
 * «Wie de school of de vraag in de laatste twee jaar heeft ondersteund, doet niet mee»: the database knows (`has_conflict` in
 * migrations/0023) and counts nobody with a conflict of interest; here stands what pages and API tell of it.
 */
import { addDays, type CivilDate, dayOf, weekday } from '../../platform/pure/dates.ts';
import type { Urgency } from '../question.rules.ts';

export const meetingStatuses = ['planned', 'held', 'cancelled'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

export const itemKinds = ['advice', 'decision'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const itemStates = ['open', 'advised', 'decided', 'held_over', 'withdrawn'] as const;
export type ItemState = (typeof itemStates)[number];

/** What the order of an agenda looks at. */
interface Ordered {
  readonly urgency: Urgency;
  /** Day on which the school sent it. */
  readonly submittedOn: CivilDate | null;
  readonly number: string;
}

const urgencyOrder: Readonly<Record<Urgency, number>> = { now: 0, soon: 1, normal: 2 };

/** The most urgent first; of equally urgent ones the oldest; of one day by number, so that the order is the same for everybody. */
export function agendaOrder(a: Ordered, b: Ordered): number {
  return (
    urgencyOrder[a.urgency] - urgencyOrder[b.urgency] ||
    compare(a.submittedOn ?? '', b.submittedOn ?? '') ||
    compare(a.number, b.number)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Last day on which a question may be put on the agenda, unless the secretary chose another. */
export const cutOffFor = (startsAt: string, days: number): CivilDate => addDays(dayOf(startsAt), -days);

interface Sitting {
  /** Members of that day. */
  readonly members: readonly { readonly id: string; readonly present: boolean }[];
  readonly quorum: number;
  /** Who was there is written down; until then everybody may still come. */
  readonly attended: boolean;
}

/** How many members can take part in an item, and whether that is enough. */
export function takersOf({ members, quorum, attended }: Sitting, conflicted: readonly string[]) {
  const takers = members.filter(({ id, present }) => (present || !attended) && !conflicted.includes(id));
  return { takers: takers.length, enough: takers.length >= quorum };
}

/**
 * Six weeks from the day after the letter was sent (Algemene wet bestuursrecht, articles 6:7 and 6:8); a term that ends in a weekend
 * goes on until Monday (Algemene termijnenwet, article 1).
 */
export function lastDayToObject(sentOn: CivilDate): CivilDate {
  const last = addDays(sentOn, 42);
  const untilMonday = 8 - weekday(last);
  return untilMonday <= 2 ? addDays(last, untilMonday) : last;
}
