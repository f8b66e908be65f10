/** Work that is expected before anybody asked: by the partnership's own ambitions, or because it comes back every year. */
import { type Reader, type Sql, sql, type Transaction } from '../../platform/database.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Listing } from '../../registers/index.ts';

export interface ExpectedInput {
  readonly schoolId: string;
  /** Its code. */
  readonly expertise: string;
  /** 1 to 3. */
  readonly leastLevel: number;
  readonly language: string | null;
  /** Over the whole period, whole or half. */
  readonly dagdelen: number;
  readonly ambitionId: string | null;
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
}

export interface Expected extends ExpectedInput {
  readonly id: string;
  readonly version: number;
  readonly school: string;
  readonly expertiseName: string;
  readonly ambition: string | null;
}

const columns = sql`n.id, n.school_id as "schoolId", n.expertise, n.least_level as "leastLevel", n.language, n.dagdelen::float8 as dagdelen,
  n.ambition_id as "ambitionId", n.starts_on as "from", n.ends_on - 1 as "to", n.version, s.name as school, e.name as "expertiseName",
  a.name as ambition`;
const joined = sql`expected_need n join school s on s.tenant_id = n.tenant_id and s.id = n.school_id
  join expertise e on e.tenant_id = n.tenant_id and e.code = n.expertise
  left join ambition a on a.tenant_id = n.tenant_id and a.id = n.ambition_id`;

/** By school; `q` is looked for in school, expertise and ambition. One more than asked when there are more. */
export function findExpected(
  reader: Reader,
  tenantId: string,
  { limit, after, q }: Listing,
): Promise<readonly Expected[]> {
  const beyond = after === undefined ? sql`` : sql`and (s.name, n.id) > (${after.key}, ${after.id}::uuid)`;
  const matching =
    q === undefined
      ? sql``
      : sql`and position(lower(${q}) in lower(concat_ws(' ', s.name, s.code, e.name, a.name, n.language))) > 0`;
  return reader.rows<Expected>(sql`select ${columns} from ${joined}
    where n.tenant_id = ${tenantId} ${beyond} ${matching} order by s.name, n.id limit ${limit + 1}`);
}

export function getExpected(reader: Reader, tenantId: string, id: string): Promise<Expected | undefined> {
  return reader.first<Expected>(
    sql`select ${columns} from ${joined} where n.tenant_id = ${tenantId} and n.id = ${id}`,
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface ExpectedChoices {
  readonly schools: readonly Option[];
  readonly expertise: readonly Option[];
  readonly ambitions: readonly Option[];
}

/** What one can choose from today, and whatever an expected need has already, in one statement. */
export async function findExpectedChoices(reader: Reader, tenantId: string): Promise<ExpectedChoices> {
  const used = (column: Sql, key: Sql) =>
    sql`exists (select from expected_need n where n.tenant_id = x.tenant_id and n.${column} = x.${key})`;
  const lasts = (end: Sql, column: Sql, key: Sql) =>
    sql`(x.${end} is null or x.${end} > (select app_today()) or ${used(column, key)})`;
  const row = await reader.first<ExpectedChoices>(sql`select (
      select coalesce(jsonb_agg(jsonb_build_object('value', x.id, 'label', x.name || ' (' || x.code || ')') order by x.name, x.id), '[]')
      from school x where x.tenant_id = ${tenantId} and ${lasts(sql`ended_on`, sql`school_id`, sql`id`)}) as schools, (
      select coalesce(jsonb_agg(jsonb_build_object('value', x.code, 'label', x.name) order by x.position, x.name), '[]')
      from expertise x where x.tenant_id = ${tenantId} and ${lasts(sql`ended_on`, sql`expertise`, sql`code`)}) as expertise, (
      select coalesce(jsonb_agg(jsonb_build_object('value', x.id, 'label', x.name) order by x.name, x.id), '[]')
      from ambition x where x.tenant_id = ${tenantId} and ${lasts(sql`ends_on`, sql`ambition_id`, sql`id`)}) as ambitions`);
  return row ?? { schools: [], expertise: [], ambitions: [] };
}

export async function addExpected(
  tx: Transaction,
  tenantId: string,
  id: string,
  input: ExpectedInput,
): Promise<void> {
  const { schoolId, expertise, leastLevel, language, dagdelen, ambitionId, from, to } = input;
  await tx.run(sql`insert into expected_need (tenant_id, id, school_id, expertise, least_level, language, dagdelen, ambition_id, starts_on, ends_on)
    values (${tenantId}, ${id}, ${schoolId}, ${expertise}, ${leastLevel}, ${language}, ${dagdelen}, ${ambitionId}, ${from}, ${to}::date + 1)`);
}

export async function saveExpected(
  tx: Transaction,
  tenantId: string,
  id: string,
  input: ExpectedInput,
): Promise<void> {
  const { schoolId, expertise, leastLevel, language, dagdelen, ambitionId, from, to } = input;
  await tx.run(sql`update expected_need set school_id = ${schoolId}, expertise = ${expertise}, least_level = ${leastLevel},
      language = ${language}, dagdelen = ${dagdelen}, ambition_id = ${ambitionId}, starts_on = ${from}, ends_on = ${to}::date + 1,
      version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}

export async function dropExpected(tx: Transaction, tenantId: string, id: string): Promise<void> {
  await tx.run(sql`delete from expected_need where tenant_id = ${tenantId} and id = ${id}`);
}
