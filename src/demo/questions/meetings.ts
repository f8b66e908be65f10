/** The committee's meetings of the demonstration. */

import type { Actor } from '../../platform/pure/actor.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { planMeeting, recordMinutes } from '../../questions/index.ts';
import type { IsOpen } from '../days.ts';
import { demoMinutes } from './minutes.ts';
import { meetingDays } from './team.ts';

export interface PlannedMeeting {
  readonly id: string;
  readonly day: CivilDate;
  readonly cutOffOn: CivilDate;
}

/** Plans all of them on the first day of the story. */
export async function planMeetings(
  deed: Deed,
  secretary: Actor,
  today: CivilDate,
  isOpen: IsOpen,
): Promise<readonly PlannedMeeting[]> {
  const planned: PlannedMeeting[] = [];
  for (const day of meetingDays(today, isOpen)) {
    const outcome = await planMeeting(deed, secretary, {
      startsAt: `${day}T13:00:00Z`,
      place: 'Kantoor van het samenwerkingsverband',
    });
    if (outcome.outcome !== 'taken')
      throw new Error(`the demonstration cannot plan a meeting: ${outcome.outcome}`);
    planned.push({ id: outcome.id, day, cutOffOn: addDays(day, -7) });
  }
  return planned;
}

/** Three of the four members were there, in turns. */
const presentAt = (day: CivilDate, members: readonly string[]) =>
  members.filter((_member, place) => place !== Number(day.slice(8)) % members.length);

/** With three members there it never was without a quorum. */
const fitting = demoMinutes.filter(({ key }) => key !== 'minutes-without-quorum');

/** Closes a meeting of which every question is settled. */
export async function closeMeeting(
  deed: Deed,
  secretary: Actor,
  { id, day }: PlannedMeeting,
  members: readonly string[],
): Promise<void> {
  const input = { present: presentAt(day, members), held: true };
  const outcome = await recordMinutes({ ...deed, version: 2 }, secretary, id, input);
  if (outcome.outcome !== 'taken')
    throw new Error(`the demonstration cannot close a meeting: ${JSON.stringify(outcome)}`);
}

/** Who was there, and the minutes. */
export async function holdMeeting(
  deed: Deed,
  secretary: Actor,
  { id, day }: PlannedMeeting,
  members: readonly string[],
): Promise<void> {
  const nth = Number(day.slice(8));
  const minutes = fitting[nth % fitting.length];
  const present = presentAt(day, members);
  const text = [minutes?.opening, ...(minutes?.points ?? []), minutes?.closing].filter(Boolean).join('\n\n');
  const outcome = await recordMinutes({ ...deed, version: 1 }, secretary, id, { present, minutes: text });
  if (outcome.outcome !== 'taken')
    throw new Error(`the demonstration cannot hold a meeting: ${JSON.stringify(outcome)}`);
}
