/** Sheets to look at lessons with: each partnership makes its own. Once kept, points and items stand. */
import { type Reader, sql, type Transaction } from '../../../platform/database.ts';
import type { Cursor } from '../../../platform/pure/cursor.ts';
import type { Domain } from '../observation.rules.ts';

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly purpose: string | null;
  /** What each point says, the lowest first. */
  readonly points: readonly string[];
  readonly domains: readonly Domain[];
  /** Whose it is, and why it may be used. */
  readonly source: string;
  readonly licence: string;
  /** From that day on it is not offered any more. */
  readonly endedOn: string | null;
  readonly version: number;
}

export type SheetWords = Pick<Sheet, 'name' | 'purpose' | 'source' | 'licence' | 'endedOn'>;

const columns = sql`id, name, purpose, points, domains, source, licence, ended_on as "endedOn", version`;

/** What is offered today, by name. */
export function findOfferedSheets(reader: Reader, tenantId: string): Promise<readonly Sheet[]> {
  return reader.rows<Sheet>(sql`select ${columns} from observation_sheet
    where tenant_id = ${tenantId} and (ended_on is null or ended_on > app_today()) order by name, id limit 100`);
}

/** All of them by name, one more than asked when there are more. */
export function findSheets(
  reader: Reader,
  tenantId: string,
  {
    limit,
    after,
    q,
  }: { readonly limit: number; readonly after?: Cursor | undefined; readonly q?: string | undefined },
): Promise<readonly Sheet[]> {
  const beyond = after === undefined ? sql`` : sql`and (name, id) > (${after.key}, ${after.id}::uuid)`;
  const matching = q === undefined ? sql`` : sql`and position(lower(${q}) in lower(name)) > 0`;
  return reader.rows<Sheet>(sql`select ${columns} from observation_sheet
    where tenant_id = ${tenantId} ${beyond} ${matching} order by name, id limit ${limit + 1}`);
}

export function getSheet(reader: Reader, tenantId: string, id: string): Promise<Sheet | undefined> {
  return reader.first<Sheet>(
    sql`select ${columns} from observation_sheet where tenant_id = ${tenantId} and id = ${id}`,
  );
}

export async function addSheet(
  tx: Transaction,
  tenantId: string,
  id: string,
  one: SheetWords & Pick<Sheet, 'points' | 'domains'>,
): Promise<void> {
  await tx.run(sql`insert into observation_sheet (tenant_id, id, name, purpose, points, domains, source, licence, ended_on)
    values (${tenantId}, ${id}, ${one.name}, ${one.purpose}, ${one.points}::text[], ${JSON.stringify(one.domains)}::jsonb, ${one.source},
      ${one.licence}, ${one.endedOn})`);
}

/** Names and days may change; what is looked at stands. */
export async function saveSheet(
  tx: Transaction,
  tenantId: string,
  id: string,
  one: SheetWords,
): Promise<void> {
  await tx.run(sql`update observation_sheet set name = ${one.name}, purpose = ${one.purpose}, source = ${one.source}, licence = ${one.licence},
      ended_on = ${one.endedOn}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}
