/** People as the command line sees them: across partnerships, one after the other. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { PlaceKind, Role } from '../../platform/pure/actor.ts';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly tenant: string;
  readonly appointments: readonly {
    readonly role: Role;
    readonly place: { readonly kind: PlaceKind; readonly code: string; readonly name: string };
  }[];
}

/** Everybody of a partnership with the appointments of today, by e-mail address. */
export function findAccounts(reader: Reader, tenantId: string): Promise<readonly Account[]> {
  return reader.rows<Account>(sql`
    select p.id, p.email, p.name, t.code as tenant, coalesce((
      select jsonb_agg(jsonb_build_object('role', a.role, 'place', jsonb_build_object(
        'kind', case when a.school_id is not null then 'school' when a.board_id is not null then 'board' else 'tenant' end,
        'code', coalesce(s.code, b.code, t.code), 'name', coalesce(s.name, b.name, t.name))) order by a.role, coalesce(s.code, b.code), a.id)
      from appointment a
      left join school s on s.tenant_id = a.tenant_id and s.id = a.school_id
      left join board b on b.tenant_id = a.tenant_id and b.id = a.board_id
      where a.tenant_id = p.tenant_id and a.person_id = p.id and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
    ), '[]') as appointments
    from person p join tenant t on t.tenant_id = p.tenant_id
    where p.tenant_id = ${tenantId}
    order by p.email`);
}

export interface AccountKey {
  readonly personId: string;
  readonly tenantId: string;
  readonly suspended: boolean;
}

export function getAccount(reader: Reader, tenantId: string, email: string): Promise<AccountKey | undefined> {
  return reader.first<AccountKey>(sql`
    select id as "personId", tenant_id as "tenantId", suspended_at is not null as suspended
    from person where tenant_id = ${tenantId} and email = ${email.toLowerCase()}`);
}

export interface FirstPerson {
  readonly tenantId: string;
  readonly personId: string;
  readonly appointmentId: string;
  readonly name: string;
  readonly email: string;
}

/** The first administrator of a new partnership. */
export async function addAdministrator(tx: Transaction, person: FirstPerson): Promise<void> {
  const { tenantId, personId } = person;
  await tx.run(sql`insert into person (tenant_id, id, name, email)
    values (${tenantId}, ${personId}, ${person.name}, ${person.email.toLowerCase()})`);
  await tx.run(sql`insert into appointment (tenant_id, id, person_id, role, starts_on)
    values (${tenantId}, ${person.appointmentId}, ${personId}, 'administrator', app_today())`);
}
