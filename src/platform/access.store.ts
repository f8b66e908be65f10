import { type Database, sql, type Transaction } from './database.ts';
import { hashOf, newId, newSecret } from './ids.ts';
import type { Actor, Identity, Way } from './pure/actor.ts';

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

/** What is kept of a log-in besides who it is. */
export interface LogIn {
  readonly way: Way;
  /** Whether two factors were shown: a passkey that knew its owner, or a provider that says so. */
  readonly secondFactor: boolean;
  /** Such as «Firefox op Windows». */
  readonly device?: string | undefined;
}

/** Opens a session of at most 12 hours and gives its secret for the cookie. A new id at every log-in. */
export async function openSession(database: Database, person: Identity, logIn: LogIn): Promise<string> {
  const secret = newSecret();
  await database.ask(
    sql`select open_session(${person.tenantId}, ${newId()}, ${person.personId}, ${hashOf(secret)}, ${logIn.way},
      ${logIn.device ?? null}, ${logIn.secondFactor}, ${database.movedClock()})`,
  );
  return secret;
}

/**
 * A new id for the session the actor came in with: after the second step, or because their roles changed. Undefined when
 * another request of theirs was first.
 */
export async function renewSession(
  database: Database,
  actor: Actor,
  why: 'secondStep' | 'otherRoles',
): Promise<{ readonly secret: string; readonly keyId: string } | undefined> {
  const [secret, keyId] = [newSecret(), newId()];
  const row = await database.ask<{ renewed: boolean }>(
    sql`select renew_session(${actor.tenantId}, ${actor.personId}, ${actor.keyId}, ${keyId}, ${hashOf(secret)},
      ${why === 'secondStep'}, ${database.movedClock()}) as renewed`,
  );
  return row?.renewed === true ? { secret, keyId } : undefined;
}

/** Ends the session or token the actor came in with, also when they hold no appointment any more. */
export async function endSession(database: Database, actor: Actor): Promise<void> {
  await database.ask(
    sql`select end_key(${actor.tenantId}, ${actor.personId}, ${actor.keyId}, ${database.movedClock()})`,
  );
}

/** Trades a one-time link for a session; undefined when it is unknown, used or too old. */
export async function useLink(
  database: Database,
  linkSecret: string,
  device: string | undefined,
): Promise<string | undefined> {
  const secret = newSecret();
  const row = await database.ask<{ person: string | null }>(
    sql`select use_link(${hashOf(linkSecret)}, ${newId()}, ${hashOf(secret)}, ${device ?? null}, ${database.movedClock()}) as person`,
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

/**
 * Counts a log-in before it is looked at, so that guesses sent at once are all counted. Gives the seconds this address has to
 * wait; 0 = go on. `forgiveLogIn` takes a good one off again.
 */
export async function countLogIn(database: Database, address: string): Promise<number> {
  const row = await database.ask<{ seconds: number }>(
    sql`select count_log_in(${hashOf(address)}, ${database.movedClock()}) as seconds`,
  );
  return row?.seconds ?? 0;
}

export async function forgiveLogIn(database: Database, address: string): Promise<void> {
  await database.ask(sql`select forgive_log_in(${hashOf(address)})`);
}

/** Takes away keys, answers, challenges and counts that nobody can use any more. Gives how many. */
export async function tidyAccess(database: Database): Promise<number> {
  const row = await database.ask<{ gone: number }>(sql`select tidy_access(${database.movedClock()}) as gone`);
  return row?.gone ?? 0;
}
