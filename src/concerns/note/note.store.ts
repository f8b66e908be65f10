import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';

export interface SchoolChoice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Every school of the partnership that has not ended: for who works for all of them. */
export async function findAllSchools(reader: Reader, actor: Actor): Promise<readonly SchoolChoice[]> {
  return reader.rows<SchoolChoice>(sql`select id, code, name from school
    where tenant_id = ${actor.tenantId} and (ended_on is null or ended_on > app_today()) order by name, code`);
}
