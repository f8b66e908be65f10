/** On which day what happens in the demonstration's year of questions. */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { type IsOpen, nextOpen } from '../days.ts';
import type { PlannedMeeting } from './meetings.ts';
import type { Act, QuestionRoad } from './roads.ts';

/** One thing that happens; `act` is missing when the question is asked. */
export interface Happening {
  readonly day: CivilDate;
  readonly road: number;
  readonly nth: number;
  readonly act: Act | undefined;
}

/** Everything that happens, by day; only on school days, and nothing today: the hour of loading may be early. */
export function byDay(
  roads: readonly QuestionRoad[],
  meetings: readonly PlannedMeeting[],
  today: CivilDate,
  isOpen: IsOpen,
): readonly (readonly [CivilDate, readonly Happening[]])[] {
  const all = roads.flatMap((road, position) => {
    let day = nextOpen(addDays(today, -road.ago), isOpen);
    const happenings: Happening[] = [{ day, road: position, nth: 0, act: undefined }];
    let meeting: CivilDate | undefined;
    for (const [nth, act] of road.acts.entries()) {
      const settles = act.doing === 'advise' || act.doing === 'decide' || act.doing === 'hold_over';
      day = nextOpen(addDays(settles && meeting !== undefined ? meeting : day, act.after), isOpen);
      if (act.doing === 'to_committee') meeting = meetingAfter(meetings, day)?.day;
      if (act.doing === 'hold_over') meeting = nextMeeting(meetings, day)?.day;
      happenings.push({ day, road: position, nth: nth + 1, act });
    }
    return happenings;
  });
  const past = all.filter(({ day }) => day < today);
  const days = [
    ...new Set([
      ...past.map(({ day }) => day),
      ...meetings.map(({ day }) => day).filter((day) => day < today),
    ]),
  ];
  return days
    .toSorted()
    .map((day) => [
      day,
      past.filter((happening) => happening.day === day).toSorted((a, b) => a.road - b.road || a.nth - b.nth),
    ]);
}

/** The first meeting whose agenda is still open that day. */
export const meetingAfter = (meetings: readonly PlannedMeeting[], day: CivilDate) =>
  meetings.find(({ cutOffOn }) => cutOffOn >= day);
/** The one after that day. */
export const nextMeeting = (meetings: readonly PlannedMeeting[], day: CivilDate) =>
  meetings.find((one) => one.day > day);
