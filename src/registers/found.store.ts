/** Schools and people that look like what somebody searched for: of their own partnership, as its registers show them to every member. */
import { type Reader, sql } from '../platform/database.ts';
import type { Appointment } from '../platform/pure/actor.ts';
import type { Cursor } from '../platform/pure/cursor.ts';

export interface SoughtName {
  readonly text: string;
  readonly limit: number;
  readonly after?: Cursor | undefined;
}

export interface FoundSchool {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly city: string | null;
  readonly board: string | null;
}

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly appointments: readonly Appointment[];
}

/** Schools that have not ended, by name, one more than the limit when there are more. */
export const findSchoolsLike = (reader: Reader, { text, limit, after }: SoughtName) =>
  reader.rows<FoundSchool>(
    sql`select * from search_schools(${text}, ${after?.key ?? null}, ${after?.id ?? null}, ${limit + 1})`,
  );

/** People with an appointment today, by name, one more than the limit when there are more. */
export const findPeopleLike = (reader: Reader, { text, limit, after }: SoughtName) =>
  reader.rows<FoundPerson>(
    sql`select * from search_people(${text}, ${after?.key ?? null}, ${after?.id ?? null}, ${limit + 1})`,
  );
