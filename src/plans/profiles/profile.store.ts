/** Role profiles and their editions. Row-level security shows of them what the reader may read. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity, Role } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { EditionStatus } from './profile.rules.ts';

export interface EditionRow {
  readonly nth: number;
  readonly status: EditionStatus;
  /** Of an adopted one. */
  readonly startsOn: CivilDate | null;
  readonly changedAt: string;
  readonly madeBy: { readonly id: string; readonly name: string };
  readonly adoptedBy: { readonly id: string; readonly name: string } | null;
  /** The words that were asked about differ from those of now. */
  readonly wasRevised: boolean;
  readonly roundsRunning: number;
  readonly roundsHeld: number;
  readonly roundsUnsummarised: number;
}

export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
  /** Counts every change of every edition; what a change asks for. */
  readonly version: number;
  /** The newest first. */
  readonly editions: readonly EditionRow[];
}

const edition = sql`jsonb_build_object('nth', e.nth, 'status', e.status, 'startsOn', e.starts_on,
  'changedAt', to_char(e.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  'madeBy', jsonb_build_object('id', m.id, 'name', m.name),
  'adoptedBy', case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end,
  'wasRevised', coalesce(e.asked_body <> e.body, false),
  'roundsRunning', (select count(*) from consultation c where c.tenant_id = e.tenant_id and c.profile_id = e.profile_id and c.edition = e.nth
    and c.status = 'open' and c.ends_on > (select app_today())),
  'roundsHeld', (select count(*) from consultation c where c.tenant_id = e.tenant_id and c.profile_id = e.profile_id and c.edition = e.nth
    and c.status <> 'draft'),
  'roundsUnsummarised', (select count(*) from consultation c where c.tenant_id = e.tenant_id and c.profile_id = e.profile_id and c.edition = e.nth
    and c.status = 'open'))`;
const profile = sql`p.id, p.name, p.role, (select coalesce(sum(e.version), 0)::int from role_profile_edition e
    where e.tenant_id = p.tenant_id and e.profile_id = p.id) as version, (select coalesce(jsonb_agg(${edition} order by e.nth desc), '[]') from role_profile_edition e
    join person m on m.tenant_id = e.tenant_id and m.id = e.made_by
    left join person a on a.tenant_id = e.tenant_id and a.id = e.adopted_by
    where e.tenant_id = p.tenant_id and e.profile_id = p.id) as editions`;

/** By name, those with anything to read; one more than asked when there are more. */
export function findProfiles(
  reader: Reader,
  { tenantId }: Identity,
  { limit, after }: { readonly limit: number; readonly after?: Cursor | undefined },
): Promise<readonly Profile[]> {
  const beyond = after === undefined ? sql`` : sql`and (p.name, p.id) > (${after.key}, ${after.id}::uuid)`;
  return reader.rows<Profile>(sql`select ${profile} from role_profile p where p.tenant_id = ${tenantId} ${beyond}
      and exists (select from role_profile_edition e where e.tenant_id = p.tenant_id and e.profile_id = p.id)
    order by p.name, p.id limit ${limit + 1}`);
}

export async function getProfile(
  reader: Reader,
  { tenantId }: Identity,
  id: string,
): Promise<Profile | undefined> {
  const found = await reader.first<Profile>(
    sql`select ${profile} from role_profile p where p.tenant_id = ${tenantId} and p.id = ${id}`,
  );
  // Who only comes into the role knows its name, and reads it nowhere yet.
  return found?.editions.length === 0 ? undefined : found;
}

export interface EditionText {
  readonly nth: number;
  readonly body: string;
  /** As it read when it was asked about. */
  readonly askedBody: string | null;
}

/** The words of these editions. */
export function findEditionTexts(
  reader: Reader,
  { tenantId }: Identity,
  id: string,
  nths: readonly number[],
): Promise<readonly EditionText[]> {
  return reader.rows<EditionText>(sql`select nth, body, asked_body as "askedBody" from role_profile_edition
    where tenant_id = ${tenantId} and profile_id = ${id} and nth = any (${nths}::int[])`);
}

/** Holds the newest edition until the transaction ends. */
export async function lockNewest(
  tx: Transaction,
  who: Identity,
  id: string,
): Promise<{ readonly version: number } | undefined> {
  return tx.first(sql`select (select sum(a.version)::int from role_profile_edition a where a.tenant_id = e.tenant_id and a.profile_id = e.profile_id) as version
    from role_profile_edition e where e.tenant_id = ${who.tenantId} and e.profile_id = ${id} order by e.nth desc limit 1 for update`);
}

/** A new profile with its first edition. Gives its id. */
export async function addProfile(
  tx: Transaction,
  who: Identity,
  { name, role, body }: { readonly name: string; readonly role: Role | null; readonly body: string },
): Promise<string> {
  const id = newId();
  await tx.run(
    sql`insert into role_profile (tenant_id, id, name, role) values (${who.tenantId}, ${id}, ${name}, ${role})`,
  );
  await addEdition(tx, who, id, body);
  return id;
}

/** The next one: which, the law counts. */
export async function addEdition(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  body: string,
): Promise<void> {
  await tx.run(
    sql`insert into role_profile_edition (tenant_id, profile_id, body) values (${tenantId}, ${id}, ${body})`,
  );
}

export async function saveEdition(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  nth: number,
  body: string,
): Promise<void> {
  await tx.run(sql`update role_profile_edition set body = ${body}
    where tenant_id = ${tenantId} and profile_id = ${id} and nth = ${nth}`);
}

export async function adoptEdition(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  nth: number,
  startsOn: CivilDate,
): Promise<void> {
  await tx.run(sql`update role_profile_edition set status = 'adopted', starts_on = ${startsOn}
    where tenant_id = ${tenantId} and profile_id = ${id} and nth = ${nth}`);
}
