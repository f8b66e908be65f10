import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { Role } from '../../platform/pure/actor.ts';
import { beyondName, type Listing } from '../admin/register.store.ts';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly suspended: boolean;
  /** Of today, without doubles. */
  readonly roles: readonly Role[];
}

/** People by name, with what they are today. */
export function findPersonRows(
  reader: Reader,
  tenantId: string,
  { limit, after, q }: Listing,
): Promise<readonly PersonRow[]> {
  const matching =
    q === undefined ? sql`` : sql`and position(lower(${q}) in lower(x.name || ' ' || x.email)) > 0`;
  return reader.rows<PersonRow>(sql`
    select p.id, p.name, p.email, p.suspended_at is not null as suspended, (
      select coalesce(jsonb_agg(distinct a.role), '[]') from appointment a
      where a.tenant_id = p.tenant_id and a.person_id = p.id
        and a.starts_on <= (select app_today()) and (a.ends_on is null or a.ends_on > (select app_today()))) as roles
    from (select x.* from person x where x.tenant_id = ${tenantId} ${beyondName(after)} ${matching}
      order by x.name, x.id limit ${limit + 1}) p
    order by p.name, p.id`);
}

export interface HeldPerson {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly suspended: boolean;
  readonly version: number;
}

export function getPerson(reader: Reader, tenantId: string, id: string): Promise<HeldPerson | undefined> {
  return reader.first<HeldPerson>(sql`select name, email, phone, suspended_at is not null as suspended, version
    from person where tenant_id = ${tenantId} and id = ${id}`);
}

export interface PersonInput {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | undefined;
}

export async function addPerson(
  tx: Transaction,
  tenantId: string,
  id: string,
  person: PersonInput,
): Promise<void> {
  await tx.run(sql`insert into person (tenant_id, id, name, email, phone)
    values (${tenantId}, ${id}, ${person.name}, ${person.email}, ${person.phone})`);
}

export async function savePerson(
  tx: Transaction,
  tenantId: string,
  id: string,
  person: PersonInput,
): Promise<void> {
  await tx.run(sql`update person set name = ${person.name}, email = ${person.email}, phone = ${person.phone}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}

/** Stops somebody from coming in, at once and in open sessions too, or lets them in again. */
export async function saveSuspension(
  tx: Transaction,
  tenantId: string,
  id: string,
  suspended: boolean,
): Promise<void> {
  await tx.run(sql`update person set suspended_at = case when ${suspended} then app_now() end, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}
