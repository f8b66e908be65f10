/** How people come in: who was invited, and which accounts at a provider of log-in are theirs. */
import { type Reader, raw, sql, type Transaction } from '../../platform/database.ts';
import { beyondName, type Listing } from '../admin/register.store.ts';

export interface InvitableRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly linked: boolean;
  /** UTC; null = never. */
  readonly invitedAt: string | null;
}

const utc = (moment: string) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const invitedAt = raw(
  utc(
    '(select max(v.made_at) from login_invitation v where v.tenant_id = p.tenant_id and v.person_id = p.id)',
  ),
);

/** People who can be invited, by name. */
export function findInvitable(
  reader: Reader,
  tenantId: string,
  { limit, after, q }: Listing,
): Promise<readonly InvitableRow[]> {
  const matching =
    q === undefined ? sql`` : sql`and position(lower(${q}) in lower(x.name || ' ' || x.email)) > 0`;
  return reader.rows<InvitableRow>(sql`
    select p.id, p.name, p.email, ${invitedAt} as "invitedAt",
      exists (select from identity i where i.tenant_id = p.tenant_id and i.person_id = p.id) as linked
    from (select x.* from person x where x.tenant_id = ${tenantId} and x.suspended_at is null ${beyondName(after)} ${matching}
      order by x.name, x.id limit ${limit + 1}) p
    order by p.name, p.id`);
}

export interface WayIn {
  readonly name: string;
  readonly email: string;
  readonly suspended: boolean;
  readonly invitedAt: string | null;
  readonly accounts: readonly {
    readonly id: string;
    readonly issuer: string;
    /** UTC. */
    readonly linkedAt: string;
  }[];
}

export function getWayIn(reader: Reader, tenantId: string, personId: string): Promise<WayIn | undefined> {
  return reader.first<WayIn>(sql`
    select p.name, p.email, p.suspended_at is not null as suspended, ${invitedAt} as "invitedAt", (
      select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'issuer', i.issuer, 'linkedAt', ${raw(utc('i.linked_at'))})
        order by i.linked_at, i.id), '[]')
      from identity i where i.tenant_id = p.tenant_id and i.person_id = p.id) as accounts
    from person p where p.tenant_id = ${tenantId} and p.id = ${personId}`);
}

export interface NewInvitation {
  readonly id: string;
  readonly personId: string;
}

/** Records the invitations; gives those of people who are there and not suspended. */
export function addInvitations(
  tx: Transaction,
  tenantId: string,
  madeBy: string,
  invitations: readonly NewInvitation[],
): Promise<readonly NewInvitation[]> {
  const ids = invitations.map(({ id }) => id);
  const people = invitations.map(({ personId }) => personId);
  return tx.rows<NewInvitation>(sql`
    insert into login_invitation (tenant_id, id, person_id, made_by, made_at)
    select p.tenant_id, n.id, p.id, ${madeBy}, app_now()
    from unnest(${ids}::uuid[], ${people}::uuid[]) as n (id, person_id)
    join person p on p.tenant_id = ${tenantId} and p.id = n.person_id and p.suspended_at is null
    returning id, person_id as "personId"`);
}

/** Takes an account off a person and ends what it opened; false when there is none. */
export async function removeAccount(tx: Transaction, personId: string, id: string): Promise<boolean> {
  const row = await tx.first<{ removed: boolean }>(
    sql`select unlink_identity(${personId}, ${id}) as removed`,
  );
  return row?.removed === true;
}

/** Takes passkeys and recovery codes off a person and ends what they came in with; false when they are not there or suspended. */
export async function removeMeans(tx: Transaction, personId: string): Promise<boolean> {
  const row = await tx.first<{ begun: boolean }>(sql`select start_over(${personId}) as begun`);
  return row?.begun === true;
}
