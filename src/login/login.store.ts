/** Providers, visits to them, and whose an account there is; all through definer functions, for nobody is logged in yet. */
import { type Database, type Reader, sql } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import type { Actor, Identity } from '../platform/pure/actor.ts';

export interface PartnershipDoor {
  readonly tenantId: string;
  readonly name: string;
  readonly hostName: string | null;
  /** Of its own provider. */
  readonly issuer: string | null;
}

/** Every partnership by name, with its own provider if it has one. */
export async function findDoors(database: Database): Promise<readonly PartnershipDoor[]> {
  const row = await database.ask<{ doors: readonly PartnershipDoor[] }>(
    sql`select login_providers() as doors`,
  );
  return row?.doors ?? [];
}

export interface SealedProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** base64 */
  readonly sealed: string;
}

/** A partnership's own provider; undefined = it has none. */
export async function getProvider(database: Database, tenantId: string): Promise<SealedProvider | undefined> {
  const row = await database.ask<{ provider: SealedProvider | null }>(
    sql`select login_provider_of(${tenantId}) as provider`,
  );
  return row?.provider ?? undefined;
}

/** A visit to a provider that was begun, or one that came back and waits for a choice of partnership. */
export interface Visit {
  /** Whose provider; null = the installation's. */
  readonly tenantId: string | null;
  readonly issuer: string;
  /** Hash of the invitation. */
  readonly link: Buffer | undefined;
  readonly onward: string | undefined;
  /** Since the provider told. */
  readonly known: Known | undefined;
}

export interface Known {
  readonly subject: string;
  /** Sealed. */
  readonly idToken: Buffer;
  readonly secondFactor: boolean;
}

/** Both are hashes: of what travels with the address, and of what only this browser keeps. */
export interface VisitKeys {
  readonly state: Buffer;
  readonly browser: Buffer;
}

export async function saveVisit(database: Database, keys: VisitKeys, visit: Visit): Promise<void> {
  const { tenantId, issuer, link, onward, known } = visit;
  await database.ask(sql`select begin_visit(${keys.state}, ${keys.browser}, ${tenantId}, ${issuer}, ${link ?? null}, ${onward ?? null},
    ${known?.subject ?? null}, ${known?.idToken ?? null}, ${known?.secondFactor ?? false}, ${database.movedClock()})`);
}

interface VisitRow {
  readonly tenantId: string | null;
  readonly issuer: string;
  readonly link: string | null;
  readonly onward: string | null;
  readonly subject: string | null;
  readonly idToken: string | null;
  readonly secondFactor: boolean;
}

/** Takes a visit, once; undefined when there is none of this browser (any more). */
export async function takeVisit(
  database: Database,
  keys: VisitKeys,
  waits: 'forProvider' | 'forChoice',
): Promise<Visit | undefined> {
  const row = await database.ask<{ visit: VisitRow | null }>(sql`
    select end_visit(${keys.state}, ${keys.browser}, ${waits === 'forChoice'}, ${database.movedClock()}) as visit`);
  if (!row?.visit) return undefined;
  const { tenantId, issuer, link, onward, subject, idToken, secondFactor } = row.visit;
  return {
    tenantId,
    issuer,
    link: link === null ? undefined : Buffer.from(link, 'base64'),
    onward: onward ?? undefined,
    known:
      subject === null ? undefined : { subject, idToken: Buffer.from(idToken ?? '', 'base64'), secondFactor },
  };
}

export interface Account extends Identity {
  readonly tenantName: string;
  /** May come in today. */
  readonly admitted: boolean;
}

/** The people that an account is: of one partnership, or (null) of all that share the installation's provider. */
export async function findPeopleOf(
  database: Database,
  tenantId: string | null,
  issuer: string,
  subject: string,
): Promise<readonly Account[]> {
  const row = await database.ask<{ people: readonly Account[] }>(sql`
    select find_identities(${tenantId}, ${issuer}, ${subject}, ${database.movedClock()}) as people`);
  return row?.people ?? [];
}

export interface LinkPlace {
  readonly tenantId: string;
  readonly tenantName: string;
  /** Of the partnership's own provider. */
  readonly issuer: string | null;
}

/** Where a one-time link leads, without using it up. */
export async function lookAtLink(database: Database, link: Buffer): Promise<LinkPlace | undefined> {
  const row = await database.ask<{ place: LinkPlace | null }>(
    sql`select look_at_link(${link}, ${database.movedClock()}) as place`,
  );
  return row?.place ?? undefined;
}

export type Linked =
  | (Identity & { readonly outcome: 'linked'; readonly admitted: boolean })
  | { readonly outcome: 'noLink' | 'taken' };

/** Ties an account to the invited person and uses the link up. */
export async function linkAccount(
  database: Database,
  link: Buffer,
  tenantId: string | null,
  issuer: string,
  subject: string,
): Promise<Linked> {
  const row = await database.ask<{ linked: Linked }>(sql`
    select link_identity(${link}, ${tenantId}, ${issuer}, ${subject}, ${newId()}, ${newId()}, ${database.movedClock()}) as linked`);
  return row?.linked ?? { outcome: 'noLink' };
}

export interface OwnAccount {
  readonly id: string;
  readonly issuer: string;
  /** UTC. */
  readonly linkedAt: string;
}

/** The accounts at a provider that the one who asks can log in with, oldest first. */
export function findOwnAccounts(reader: Reader, who: Identity): Promise<readonly OwnAccount[]> {
  return reader.rows<OwnAccount>(sql`
    select id, issuer, to_char(linked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "linkedAt"
    from identity where tenant_id = ${who.tenantId} and person_id = ${who.personId} order by linked_at, id`);
}

/** Keeps what logging out at the provider asks for with a session, by the hash of its secret. */
export async function keepIdToken(
  database: Database,
  session: Buffer,
  issuer: string,
  idToken: Buffer,
): Promise<void> {
  await database.ask(sql`select keep_id_token(${session}, ${issuer}, ${idToken})`);
}

/** Gives it back, once. */
export async function takeIdToken(
  database: Database,
  { tenantId, personId, keyId }: Actor,
): Promise<{ readonly issuer: string; readonly idToken: Buffer } | undefined> {
  const row = await database.ask<{ kept: { issuer: string; idToken: string } | null }>(
    sql`select take_id_token(${tenantId}, ${personId}, ${keyId}) as kept`,
  );
  if (!row?.kept) return undefined;
  return { issuer: row.kept.issuer, idToken: Buffer.from(row.kept.idToken, 'base64') };
}
