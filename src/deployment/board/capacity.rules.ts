/** What there is to give, in dagdelen a week: contracts against stationings, work and absence. */
import type { CivilDate } from '../../platform/pure/dates.ts';

/** Of one person in one week, as the database counts it (`capacity_weeks` in migrations/0042). */
export interface PersonWeek {
  readonly personId: string;
  readonly monday: CivilDate;
  readonly contract: number;
  /** By stationings, proposed ones too. */
  readonly stationed: number;
  /** By assigned work, beside stationings. */
  readonly assigned: number;
  /** The part of the contract that absence takes. */
  readonly away: number;
}

/** Parts of the contract; together they are the contract and what is over it. */
export interface Room {
  readonly contract: number;
  readonly stationed: number;
  readonly assigned: number;
  readonly away: number;
  readonly free: number;
  /** More than the contract. */
  readonly over: number;
}

export interface WeekRoom extends Room {
  readonly monday: CivilDate;
}

const nothing: Room = { contract: 0, stationed: 0, assigned: 0, away: 0, free: 0, over: 0 };

/** Whoever is away part of a week keeps that week's work: absence takes what the work leaves. */
export function roomOf({
  contract,
  stationed,
  assigned,
  away,
}: Omit<PersonWeek, 'personId' | 'monday'>): Room {
  const left = contract - stationed - assigned;
  const gone = least(away, most(left, 0));
  return { contract, stationed, assigned, away: gone, free: most(left - gone, 0), over: most(-left, 0) };
}

/** A row for each of these weeks, summed over everybody; one's room never makes up for another's lack. */
export function sumWeeks(rows: readonly PersonWeek[], mondays: readonly CivilDate[]): readonly WeekRoom[] {
  const weeks = new Map<CivilDate, Room[]>(mondays.map((monday) => [monday, []]));
  for (const row of rows) weeks.get(row.monday)?.push(roomOf(row));
  return [...weeks].map(([monday, rooms]) => ({ monday, ...sum(rooms) }));
}

export const sum = (rooms: readonly Room[]): Room =>
  rooms.reduce(
    (all, one) => ({
      contract: all.contract + one.contract,
      stationed: all.stationed + one.stationed,
      assigned: all.assigned + one.assigned,
      away: all.away + one.away,
      free: all.free + one.free,
      over: all.over + one.over,
    }),
    nothing,
  );

function least(a: number, b: number): number {
  if (a < b) return a;
  return b;
}

const most = (a: number, b: number) => -least(-a, -b);
