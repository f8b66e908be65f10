/**
 * What is planned for somebody, as events of their own calendar. «Heldere eigen agenda»: nothing has to be copied by hand. An event
 * tells a number, a school and what it is: never a pupil, a title or anybody's words, for a calendar travels to other people's servers.
 */
import type { FeedEvent } from '../../platform/mail/calendar.ts';
import { addDays, type CivilDate, weekday } from '../../platform/pure/dates.ts';
import { addSchoolDays, calendarFor, type Holiday, isSchoolDay } from '../../registers/index.ts';
import type { VisitKind } from '../visits/visit.rules.ts';
import { kindWords } from '../visits/visit.words.ts';

/** How far a feed looks back and ahead, in days; fixed days only a quarter ahead, for holidays may still change. */
export const looksBack = 30;
export const looksAhead = 400;
const seriesAhead = 91;

interface AtSchool {
  readonly schoolId: string;
  readonly boardId: string | null;
  readonly schoolName: string;
}

/** A question somebody works on. */
export interface PlannedWork extends AtSchool {
  readonly questionId: string;
  readonly number: string;
  readonly status: string;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  /** Last day of the longest assignment. */
  readonly evaluateBy: CivilDate | null;
  readonly followUpOn: CivilDate | null;
}

export interface PlannedSeries extends AtSchool {
  readonly id: string;
  /** 1 = Monday. */
  readonly weekday: number;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly kind: VisitKind;
}

export interface Planned {
  readonly today: CivilDate;
  readonly work: readonly PlannedWork[];
  readonly series: readonly PlannedSeries[];
  /** Of the person. */
  readonly absences: readonly { readonly from: CivilDate; readonly to: CivilDate | null }[];
  readonly meetings: readonly {
    readonly id: string;
    readonly startsAt: string;
    readonly place: string | null;
  }[];
  readonly holidays: readonly Holiday[];
  /** School days after the last day within which an evaluation belongs. */
  readonly evaluationDays: number;
  /** What the partnership calls its committee. */
  readonly committee: string;
}

/** All events, each with an address that stays the same. `site`: scheme and host, for the way back. */
export function eventsOf(planned: Planned, site: string): readonly FeedEvent[] {
  return [
    ...planned.work.flatMap((work) => ofWork(work, planned, site)),
    ...planned.series.flatMap((series) => ofSeries(series, planned)),
    ...planned.meetings.map(
      ({ id, startsAt, place }): FeedEvent => ({
        uid: `vergadering-${id}@kortelijn`,
        at: { start: startsAt },
        summary: `Vergadering ${planned.committee}`,
        place: place ?? undefined,
        url: `${site}/acta/${id}`,
      }),
    ),
  ];
}

function ofWork(work: PlannedWork, { today, holidays, evaluationDays }: Planned, site: string) {
  const { questionId, number, schoolName, status, firstDay, lastDay, evaluateBy, followUpOn } = work;
  const runs = status === 'assigned' || status === 'started';
  const evaluated =
    runs && evaluateBy !== null
      ? addSchoolDays(calendarFor(holidays, work), evaluateBy, evaluationDays)
      : null;
  const days: readonly (readonly [kind: string, name: string, day: CivilDate | null])[] = [
    ['begin', 'Eerste dag', firstDay],
    ['eind', 'Laatste dag', lastDay],
    ['evaluatie', 'Evaluatie uiterlijk', evaluated],
    ['terugkijken', 'Terugkijken', status === 'completed' ? followUpOn : null],
  ];
  return days.flatMap(([kind, name, day]): readonly FeedEvent[] =>
    day === null || day < addDays(today, -looksBack) || day > addDays(today, looksAhead)
      ? []
      : [
          {
            uid: `${kind}-${questionId}@kortelijn`,
            at: { day },
            summary: `${name}: vraag ${number}, ${schoolName}`,
            url: `${site}/vragen/${questionId}`,
          },
        ],
  );
}

/** Each day that comes: not on days without school there, nor while the person is away. */
function ofSeries(series: PlannedSeries, { today, holidays, absences }: Planned): readonly FeedEvent[] {
  const calendar = calendarFor(holidays, series);
  const first = addDays(today, -looksBack);
  const days = Array.from({ length: looksBack + seriesAhead + 1 }, (_, n) => addDays(first, n));
  return days
    .filter(
      (day) =>
        weekday(day) === series.weekday &&
        series.from <= day &&
        (series.to === null || day <= series.to) &&
        isSchoolDay(calendar, day) &&
        !absences.some(({ from, to }) => from <= day && (to === null || day <= to)),
    )
    .map((day) => ({
      uid: `bezoek-${series.id}-${day}@kortelijn`,
      at: { day },
      summary: `Bezoek: ${series.schoolName} (${kindWords[series.kind]})`,
    }));
}
