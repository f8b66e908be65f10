import { type Database, sql, type Transaction } from './database.ts';
import { hashOf, newId, newSecret } from './ids.ts';
import type { Actor, Identity } from './pure/actor.ts';

/** The actor behind a session cookie or bearer token, with today's appointments; undefined = nobody (any more). */
export async function findActor(
  database: Database,
  kind: 'session' | 'token',
  secret: string,
): Promise<Actor | undefined> {
  const row = await database.ask<{ actor: Actor | null }>(
    sql`select find_actor(${kind}, ${hashOf(secret)}, ${database.movedClock()}) as actor`,
  );
  return row?.actor ?? undefined;
}

/** Opens a session of at most 12 hours and gives its secret for the cookie. A new id at every log-in. */
export async function openSession(database: Database, person: Identity, now: Date): Promise<string> {
  const secret = newSecret();
  const ends = new Date(now.getTime() + 12 * 3_600_000);
  await database.ask(
    sql`select make_key(${person.tenantId}, ${newId()}, ${person.personId}, 'session', ${hashOf(secret)}, ${ends}, ${database.movedClock()})`,
  );
  return secret;
}

/** Ends the session or token the actor came in with, also when they hold no appointment any more. */
export async function endSession(database: Database, actor: Actor): Promise<void> {
  await database.ask(
    sql`select end_key(${actor.tenantId}, ${actor.personId}, ${actor.keyId}, ${database.movedClock()})`,
  );
}

/** Trades a one-time link for a session; undefined when it is unknown, used or too old. */
export async function useLink(database: Database, linkSecret: string): Promise<string | undefined> {
  const secret = newSecret();
  const row = await database.ask<{ person: string | null }>(
    sql`select use_link(${hashOf(linkSecret)}, ${newId()}, ${hashOf(secret)}, ${database.movedClock()}) as person`,
  );
  return row?.person == null ? undefined : secret;
}

/** A bearer token or one-time link for a person, made by an operator. Gives the secret; only its hash is kept. */
export async function makeKey(
  tx: Transaction,
  person: Identity,
  kind: 'token' | 'link',
  ends: Date,
): Promise<string> {
  const secret = newSecret();
  await tx.first(
    sql`select make_key(${person.tenantId}, ${newId()}, ${person.personId}, ${kind}, ${hashOf(secret)}, ${ends}, null)`,
  );
  return secret;
}
