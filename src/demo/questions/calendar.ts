/** On which day what happens in the demonstration's year of questions. */
import { addDays, type CivilDate, weekday } from '../../platform/pure/dates.ts';
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

/**
 * Everything that happens, by day; only on school days, and nothing today: the hour of loading may be early. What was asked lately was
 * asked earlier when a holiday held it up: also in the summer something waits in every state.
 */
export function byDay(
  roads: readonly QuestionRoad[],
  meetings: readonly PlannedMeeting[],
  today: CivilDate,
  isOpen: IsOpen,
): readonly (readonly [CivilDate, readonly Happening[]])[] {
  const past = roads.flatMap((road, position) => {
    const until = (from: CivilDate, open: IsOpen) =>
      happeningsOf(road, position, from, meetings, open).filter(({ day }) => day < today);
    let from = addDays(today, -road.ago);
    const without = until(from, isWeekday).length;
    // What began longer ago has come to its end, or had time enough; and its people were not there yet before.
    while (road.ago < 60 && until(from, isOpen).length < without) from = addDays(from, -1);
    return until(from, isOpen);
  });
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

const isWeekday: IsOpen = (day) => weekday(day) <= 5;

function happeningsOf(
  { acts }: QuestionRoad,
  road: number,
  from: CivilDate,
  meetings: readonly PlannedMeeting[],
  isOpen: IsOpen,
): readonly Happening[] {
  let day = nextOpen(from, isOpen);
  const happenings: Happening[] = [{ day, road, nth: 0, act: undefined }];
  let meeting: CivilDate | undefined;
  for (const [nth, act] of acts.entries()) {
    const settles = act.doing === 'advise' || act.doing === 'decide' || act.doing === 'hold_over';
    day = nextOpen(addDays(settles && meeting !== undefined ? meeting : day, act.after), isOpen);
    if (act.doing === 'to_committee') meeting = meetingAfter(meetings, day)?.day;
    if (act.doing === 'hold_over') meeting = nextMeeting(meetings, day)?.day;
    happenings.push({ day, road, nth: nth + 1, act });
  }
  return happenings;
}

/** The first meeting whose agenda is still open that day. */
export const meetingAfter = (meetings: readonly PlannedMeeting[], day: CivilDate) =>
  meetings.find(({ cutOffOn }) => cutOffOn >= day);
/** The one after that day. */
export const nextMeeting = (meetings: readonly PlannedMeeting[], day: CivilDate) =>
  meetings.find((one) => one.day > day);
