/** What specialists can be good at: every partnership keeps its own list. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';

export interface Expertise {
  readonly id: string;
  /** What questions and profiles point at; it never changes. */
  readonly code: string;
  readonly name: string;
  /** Where it stands in lists: the lowest first. */
  readonly position: number;
  /** From that day on nobody can choose it any more. */
  readonly endedOn: string | null;
  readonly version: number;
}

const columns = sql`id, code, name, position, ended_on as "endedOn", version`;

/** What can be chosen today, in the order of the list. */
export function findOffered(reader: Reader, tenantId: string): Promise<readonly Expertise[]> {
  return reader.rows<Expertise>(sql`select ${columns} from expertise
    where tenant_id = ${tenantId} and (ended_on is null or ended_on > app_today()) order by position, name`);
}

interface Listing {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly q?: string | undefined;
}

/** All of them by name, one more than asked when there are more. */
export function findExpertise(
  reader: Reader,
  tenantId: string,
  { limit, after, q }: Listing,
): Promise<readonly Expertise[]> {
  const beyond = after === undefined ? sql`` : sql`and (name, id) > (${after.key}, ${after.id}::uuid)`;
  const matching = q === undefined ? sql`` : sql`and position(lower(${q}) in lower(name)) > 0`;
  return reader.rows<Expertise>(sql`select ${columns} from expertise
    where tenant_id = ${tenantId} ${beyond} ${matching} order by name, id limit ${limit + 1}`);
}

export function getExpertise(reader: Reader, tenantId: string, id: string): Promise<Expertise | undefined> {
  return reader.first<Expertise>(
    sql`select ${columns} from expertise where tenant_id = ${tenantId} and id = ${id}`,
  );
}

export type ExpertiseInput = Pick<Expertise, 'name' | 'position' | 'endedOn'>;

export async function addExpertise(
  tx: Transaction,
  tenantId: string,
  { id, code, name, position, endedOn }: Omit<Expertise, 'version'>,
): Promise<void> {
  await tx.run(sql`insert into expertise (tenant_id, id, code, name, position, ended_on)
    values (${tenantId}, ${id}, ${code}, ${name}, ${position}, ${endedOn})`);
}

export async function saveExpertise(
  tx: Transaction,
  tenantId: string,
  id: string,
  { name, position, endedOn }: ExpertiseInput,
): Promise<void> {
  await tx.run(sql`update expertise set name = ${name}, position = ${position}, ended_on = ${endedOn}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}
