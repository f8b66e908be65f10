/** What the partnership wants to reach, beside what schools ask: visits, stationings and expected questions can be for one. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Listing } from '../../registers/index.ts';

export interface AmbitionInput {
  readonly name: string;
  /** 0 (not planned for) to 10. */
  readonly weight: number;
  readonly from: CivilDate;
  /** The last day; null: until further notice. */
  readonly to: CivilDate | null;
}

export interface Ambition extends AmbitionInput {
  readonly id: string;
  /** It stands in an adopted plan: its name and period change there, with a reason. */
  readonly planned: boolean;
  readonly version: number;
}

const columns = sql`id, name, weight, starts_on as "from", ends_on - 1 as "to", priority_id is not null as planned, version`;

/** All of them by name, those that have ended too, but none of a plan that is being written; one more than asked when there are more. */
export function findAmbitions(
  reader: Reader,
  tenantId: string,
  { limit, after, q }: Listing,
): Promise<readonly Ambition[]> {
  const beyond = after === undefined ? sql`` : sql`and (name, id) > (${after.key}, ${after.id}::uuid)`;
  const matching = q === undefined ? sql`` : sql`and position(lower(${q}) in lower(name)) > 0`;
  return reader.rows<Ambition>(sql`select ${columns} from ambition
    where tenant_id = ${tenantId} and not is_draft ${beyond} ${matching} order by name, id limit ${limit + 1}`);
}

export function getAmbition(reader: Reader, tenantId: string, id: string): Promise<Ambition | undefined> {
  return reader.first<Ambition>(
    sql`select ${columns} from ambition where tenant_id = ${tenantId} and id = ${id} and not is_draft`,
  );
}

export async function addAmbition(
  tx: Transaction,
  tenantId: string,
  id: string,
  { name, weight, from, to }: AmbitionInput,
): Promise<void> {
  await tx.run(sql`insert into ambition (tenant_id, id, name, weight, starts_on, ends_on)
    values (${tenantId}, ${id}, ${name}, ${weight}, ${from}, ${to}::date + 1)`);
}

export async function saveAmbition(
  tx: Transaction,
  tenantId: string,
  id: string,
  { name, weight, from, to }: AmbitionInput,
): Promise<void> {
  await tx.run(sql`update ambition set name = ${name}, weight = ${weight}, starts_on = ${from}, ends_on = ${to}::date + 1,
      version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}
