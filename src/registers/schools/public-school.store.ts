/** What everybody may see of schools: no context is needed, the database gives the public part and no more. */
import { type Reader, sql } from '../../platform/database.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { DataLicence } from '../licence.rules.ts';
import type { Listing } from './school.store.ts';

export interface Partnership {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly swvNumber: string | null;
  readonly hostName: string | null;
}

/** As everybody may know it. */
export interface PublicPartnership extends Partnership {
  /** Under which its released figures may be used again. */
  readonly dataLicence: DataLicence;
}

export async function findPartnerships(reader: Reader): Promise<readonly PublicPartnership[]> {
  const row = await reader.first<{ list: readonly PublicPartnership[] }>(
    sql`select public_partnerships() as list`,
  );
  return row?.list ?? [];
}

export interface ListedSchool {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly city: string | null;
  readonly board: string | null;
  readonly partnership: string;
}

/** Schools by name, one more than the limit when there are more; of all partnerships when none is named. */
export function findPublicSchools(
  reader: Reader,
  tenantId: string | null,
  { limit, after, q }: Listing,
): Promise<readonly ListedSchool[]> {
  return reader.rows<ListedSchool>(sql`
    select * from public_schools(${tenantId}, ${q ?? null}, ${after?.key ?? null}, ${after?.id ?? null}, ${limit + 1})`);
}

/** `Post`: a post of a list, which news knows. */
export interface PublicSchool<Post = unknown> {
  readonly tenantId: string;
  readonly partnership: {
    readonly code: string;
    readonly name: string;
    readonly hostName: string | null;
    readonly labels: Readonly<Record<string, string>>;
    /** How a question is asked here, in own words; null: as everywhere. */
    readonly howToAsk: string | null;
  };
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly denomination: string | null;
  readonly endedOn: CivilDate | null;
  readonly board: { readonly code: string; readonly name: string } | null;
  readonly area: { readonly code: string; readonly name: string } | null;
  readonly address: {
    readonly street: string | null;
    readonly houseNumber: string | null;
    readonly postcode: string | null;
    readonly city: string | null;
  };
  readonly contactPersons: readonly {
    readonly name: string;
    readonly email: string;
    readonly phone: string | null;
  }[];
  readonly specialists: readonly {
    readonly name: string;
    /** The strongest first. */
    readonly expertise: readonly string[];
    readonly from: CivilDate;
    /** The last day; null: until further notice. */
    readonly to: CivilDate | null;
  }[];
  /** For everybody, of the whole partnership or of its area or board; the newest first, three at most. */
  readonly posts: readonly Post[];
}

/** Every school with this code, by name of the partnership. */
export async function findPublicSchool<Post>(
  reader: Reader,
  code: string,
): Promise<readonly PublicSchool<Post>[]> {
  const row = await reader.first<{ list: readonly PublicSchool<Post>[] }>(
    sql`select public_school(${code}) as list`,
  );
  return row?.list ?? [];
}
