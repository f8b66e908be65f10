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

/** Somebody at a place for a longer period. */
export interface PlannedStationing {
  readonly id: string;
  readonly place: string;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
}

interface Away {
  readonly whoId: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** What comes to a school of whoever speaks for it. */
export interface PlannedAtSchool extends AtSchool {
  readonly series: readonly (Omit<PlannedSeries, keyof AtSchool> & { readonly whoId: string })[];
  readonly absences: readonly Away[];
  readonly stationings: readonly PlannedStationing[];
}

export interface Planned {
  readonly today: CivilDate;
  /** Of the person. */
  readonly stationings: readonly PlannedStationing[];
  readonly schools: readonly PlannedAtSchool[];
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
    ...planned.stationings.flatMap((stationing) => ofStationing(stationing, planned.today, site)),
    ...planned.series.flatMap((series) => ofSeries(series, planned)),
    ...planned.schools.flatMap((school) => atSchool(school, planned, site)),
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
    day === null || !isShown(day, today)
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

const isShown = (day: CivilDate, today: CivilDate) =>
  day >= addDays(today, -looksBack) && day <= addDays(today, looksAhead);

/** Its first and its last day. */
function ofStationing(
  { id, place, firstDay, lastDay }: PlannedStationing,
  today: CivilDate,
  site: string,
): readonly FeedEvent[] {
  const ends = [
    { kind: 'begin', name: 'Eerste dag', day: firstDay },
    { kind: 'eind', name: 'Laatste dag', day: lastDay },
  ];
  return ends
    .filter(({ day }) => isShown(day, today))
    .map(({ kind, name, day }) => ({
      uid: `stationering-${kind}-${id}@kortelijn`,
      at: { day },
      summary: `${name} stationering: ${place}`,
      url: `${site}/inzet/stationeringen/${id}`,
    }));
}

/** Who comes does not stand in it: a calendar travels further than the page of the school. */
function atSchool(
  { schoolId, boardId, schoolName, series, absences, stationings }: PlannedAtSchool,
  planned: Planned,
  site: string,
): readonly FeedEvent[] {
  const place = { schoolId, boardId, schoolName };
  return [
    ...stationings.flatMap((one) => ofStationing({ ...one, place: schoolName }, planned.today, site)),
    ...series.flatMap((one) =>
      ofSeries(
        { ...one, ...place },
        { ...planned, absences: absences.filter(({ whoId }) => whoId === one.whoId) },
      ),
    ),
  ];
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
