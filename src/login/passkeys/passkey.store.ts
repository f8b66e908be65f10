import { type Database, type Reader, sql, type Transaction } from '../../platform/database.ts';
import { hashOf } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';

/** What a signature is asked for; a challenge for one is worth nothing for another. */
export type Purpose = 'log-in' | 'second-step' | 'register';

/** Remembers a challenge for five minutes. Without a person: whoever wants to log in. */
export async function keepChallenge(
  database: Database,
  challenge: string,
  purpose: Purpose,
  personId: string | null,
): Promise<void> {
  await database.ask(
    sql`select make_challenge(${hashOf(challenge)}, ${purpose}, ${personId}, ${database.movedClock()})`,
  );
}

/** Uses a challenge up. False: not ours, too old, used before, or made for something or somebody else. */
export async function useChallenge(
  database: Database,
  challenge: string,
  purpose: Purpose,
  personId: string | null,
): Promise<boolean> {
  const row = await database.ask<{ good: boolean }>(
    sql`select use_challenge(${hashOf(challenge)}, ${purpose}, ${personId}, ${database.movedClock()}) as good`,
  );
  return row?.good === true;
}

/** A passkey as its signature is checked. */
export interface KnownPasskey extends Identity {
  readonly id: string;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** Whose passkey this is; undefined when it is unknown or its owner is suspended. */
export function findPasskey(database: Database, credentialId: Buffer): Promise<KnownPasskey | undefined> {
  return database.ask<KnownPasskey>(
    sql`select tenant_id as "tenantId", id, person_id as "personId", public_key as "publicKey", counter from find_passkey(${credentialId})`,
  );
}

/** Writes down that it was used; false when its counter did not go on, as with a copy. */
export async function usePasskey(
  database: Database,
  passkey: KnownPasskey,
  counter: number,
): Promise<boolean> {
  const row = await database.ask<{ used: boolean }>(
    sql`select use_passkey(${passkey.tenantId}, ${passkey.id}, ${counter}, ${database.movedClock()}) as used`,
  );
  return row?.used === true;
}

export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly credentialId: Buffer;
  readonly transports: readonly string[];
  /** UTC. */
  readonly madeAt: string;
  readonly usedAt: string | null;
}

/** The passkeys of the one who asks, oldest first. */
export function findOwnPasskeys(reader: Reader, who: Identity): Promise<readonly OwnPasskey[]> {
  return reader.rows<OwnPasskey>(sql`
    select id, name, credential_id as "credentialId", transports,
      to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
      to_char(used_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "usedAt"
    from passkey where tenant_id = ${who.tenantId} and person_id = ${who.personId} order by made_at, id`);
}

export interface NewPasskey {
  readonly id: string;
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
}

/** False when this passkey stands here already, with whomever. */
export async function addPasskey(tx: Transaction, who: Identity, passkey: NewPasskey): Promise<boolean> {
  const { id, credentialId, publicKey, counter, transports, name } = passkey;
  const rows =
    await tx.run(sql`insert into passkey (tenant_id, id, person_id, credential_id, public_key, counter, transports, name, made_at)
    values (${who.tenantId}, ${id}, ${who.personId}, ${credentialId}, ${publicKey}, ${counter}, ${transports}::text[], ${name}, app_now())
    on conflict (credential_id) do nothing`);
  return rows === 1;
}

export async function renamePasskey(
  tx: Transaction,
  who: Identity,
  id: string,
  name: string,
): Promise<boolean> {
  const rows = await tx.run(sql`update passkey set name = ${name}
    where tenant_id = ${who.tenantId} and person_id = ${who.personId} and id = ${id}`);
  return rows === 1;
}

export async function removePasskey(tx: Transaction, who: Identity, id: string): Promise<void> {
  await tx.run(
    sql`delete from passkey where tenant_id = ${who.tenantId} and person_id = ${who.personId} and id = ${id}`,
  );
}
