/** One week of an agenda: what runs all week, and what stands on each day. */
import { addDays, type CivilDate, dayOf, weekday } from '../../platform/pure/dates.ts';
import { calendarFor, type Holiday, isSchoolDay } from '../../registers/index.ts';
import type { Status } from '../stationings/stationing.rules.ts';
import type { VisitKind } from '../visits/visit.rules.ts';

export interface AgendaStationing {
  readonly id: string;
  /** The specialist. */
  readonly who: string;
  readonly place: string;
  readonly status: Status;
  /** A week. */
  readonly dagdelen: number;
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
}

export interface AgendaSeries {
  readonly id: string;
  readonly whoId: string;
  readonly who: string;
  /** 1 = Monday. */
  readonly weekday: number;
  readonly from: CivilDate;
  /** The last day; null: until further notice. */
  readonly to: CivilDate | null;
  readonly kind: VisitKind;
  readonly schoolId: string;
  readonly boardId: string | null;
  readonly schoolName: string;
}

/** A visit that was written down. */
export interface AgendaVisit {
  readonly id: string;
  readonly whoId: string;
  readonly who: string;
  readonly on: CivilDate;
  readonly kind: VisitKind;
  /** That the reader may know of. */
  readonly schools: readonly { readonly id: string; readonly name: string }[];
}

export interface AgendaFacts {
  readonly stationings: readonly AgendaStationing[];
  readonly series: readonly AgendaSeries[];
  readonly visits: readonly AgendaVisit[];
  readonly meetings: readonly {
    readonly id: string;
    /** UTC. */
    readonly startsAt: string;
    readonly place: string | null;
  }[];
  readonly absences: readonly {
    readonly whoId: string;
    readonly who: string;
    readonly from: CivilDate;
    readonly to: CivilDate | null;
  }[];
  readonly holidays: readonly Holiday[];
  /** Whose holidays the days show; of a specialist those of the whole partnership. */
  readonly school: { readonly schoolId: string; readonly boardId: string | null };
}

export type AgendaItem =
  | { readonly kind: 'away'; readonly who: string }
  | ({ readonly kind: 'visit' } & Omit<AgendaVisit, 'on' | 'kind'> & { readonly visitKind: VisitKind })
  | ({ readonly kind: 'expected'; readonly visitKind: VisitKind } & Pick<
      AgendaSeries,
      'id' | 'who' | 'schoolName'
    >)
  | ({ readonly kind: 'meeting' } & AgendaFacts['meetings'][number]);

export interface AgendaDay {
  readonly day: CivilDate;
  /** A weekday without school. */
  readonly holiday: boolean;
  readonly items: readonly AgendaItem[];
}

export interface AgendaWeek {
  readonly stationings: readonly AgendaStationing[];
  /** Monday to Friday, and of a weekend the days that have something. */
  readonly days: readonly AgendaDay[];
}

const isIn = (day: CivilDate, { from, to }: { readonly from: CivilDate; readonly to: CivilDate | null }) =>
  from <= day && (to === null || day <= to);

/** The week from this Monday. A day on which somebody is away or that school is closed has no expected visit. */
export function weekOf(facts: AgendaFacts, monday: CivilDate): AgendaWeek {
  const calendar = calendarFor(facts.holidays, facts.school);
  const week = { from: monday, to: addDays(monday, 6) };
  return {
    stationings: facts.stationings.filter(({ from, to }) => from <= week.to && to >= week.from),
    days: Array.from({ length: 7 }, (_, n) => addDays(monday, n))
      .map((day) => ({
        day,
        holiday: weekday(day) <= 5 && !isSchoolDay(calendar, day),
        items: itemsOf(facts, day),
      }))
      .filter(({ day, items }) => weekday(day) <= 5 || items.some(({ kind }) => kind !== 'away')),
  };
}

function itemsOf(
  { absences, visits, series, meetings, holidays }: AgendaFacts,
  day: CivilDate,
): readonly AgendaItem[] {
  const away = absences.filter((absence) => isIn(day, absence));
  const been = visits.filter(({ on }) => on === day);
  const expected = series.filter(
    (one) =>
      one.weekday === weekday(day) &&
      isIn(day, one) &&
      isSchoolDay(calendarFor(holidays, one), day) &&
      !away.some(({ whoId }) => whoId === one.whoId) &&
      // It came true: the visit itself stands there.
      !been.some((visit) => visit.whoId === one.whoId && visit.schools.some(({ id }) => id === one.schoolId)),
  );
  return [
    ...away.map(({ who }) => ({ kind: 'away' as const, who })),
    ...been.map(({ on: _, kind, ...visit }) => ({ ...visit, kind: 'visit' as const, visitKind: kind })),
    ...expected.map(({ id, who, schoolName, kind }) => ({
      kind: 'expected' as const,
      id,
      who,
      schoolName,
      visitKind: kind,
    })),
    ...meetings
      .filter(({ startsAt }) => dayOf(startsAt) === day)
      .map((meeting) => ({ kind: 'meeting' as const, ...meeting })),
  ];
}
