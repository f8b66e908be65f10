import { NotAdmitted, type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { CodeSet } from './recovery-code.ts';

/** What somebody has to show as a second factor. */
export interface Means {
  readonly passkeys: number;
  readonly codesLeft: number;
  /** Also used ones: there was a set once. */
  readonly codesEver: number;
  /** Until when no code is looked at, UTC. */
  readonly blockedUntil: string | null;
  /** The partnership asks this person for two factors. */
  readonly asked: boolean;
  /** There is an account at a provider to log in with. */
  readonly linked: boolean;
}

export async function findMeans(reader: Reader, { tenantId, personId }: Identity): Promise<Means> {
  const row = await reader.first<Means>(sql`
    select (select count(*)::int from passkey where tenant_id = ${tenantId} and person_id = ${personId}) as passkeys,
      count(*) filter (where used_at is null)::int as "codesLeft", count(*)::int as "codesEver",
      (select to_char(blocked_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from recovery_attempt
        where tenant_id = ${tenantId} and person_id = ${personId} and blocked_until > app_now()) as "blockedUntil",
      (select t.staff_second_factor and is_staff(appointments_on(t.tenant_id, ${personId}, app_today()))
        from tenant t where t.tenant_id = ${tenantId}) as asked,
      exists (select from identity where tenant_id = ${tenantId} and person_id = ${personId}) as linked
    from recovery_code where tenant_id = ${tenantId} and person_id = ${personId}`);
  return row ?? { passkeys: 0, codesLeft: 0, codesEver: 0, blockedUntil: null, asked: false, linked: false };
}

/**
 * One at a time per person: who guesses in parallel stands in line, and two first set-ups at once are one. Whose session was ended
 * while they stood in line (an administrator let them begin again) is not admitted.
 */
export async function lockMeans(
  tx: Transaction,
  { tenantId, personId, keyId }: Identity & { readonly keyId: string },
): Promise<void> {
  await tx.first(
    sql`select pg_advisory_xact_lock(hashtextextended(${`second factor ${tenantId} ${personId}`}, 0))`,
  );
  const ended = await tx.first(
    sql`select from access_key where tenant_id = ${tenantId} and id = ${keyId} and ended_at <= app_now()`,
  );
  if (ended !== undefined) throw new NotAdmitted('the session has ended');
}

/** The codes that can still be used. */
export function findCodes(
  tx: Transaction,
  { tenantId, personId }: Identity,
): Promise<readonly { readonly id: string; readonly salt: Buffer; readonly hash: Buffer }[]> {
  return tx.rows(sql`select id, salt, hash from recovery_code
    where tenant_id = ${tenantId} and person_id = ${personId} and used_at is null order by id`);
}

export async function useUpCode(
  tx: Transaction,
  { tenantId, personId }: Identity,
  id: string,
): Promise<void> {
  await tx.run(sql`update recovery_code set used_at = app_now()
    where tenant_id = ${tenantId} and person_id = ${personId} and id = ${id}`);
}

/** Wrong codes in a row, after this one; the last of `most` closes the door for `minutes` and begins again at none. */
export async function countWrong(
  tx: Transaction,
  { tenantId, personId }: Identity,
  most: number,
  minutes: number,
): Promise<void> {
  await tx.run(sql`insert into recovery_attempt as r (tenant_id, person_id, wrong) values (${tenantId}, ${personId}, 1)
    on conflict (tenant_id, person_id) do update set
      wrong = case when r.wrong + 1 >= ${most} then 0 else r.wrong + 1 end,
      blocked_until = case when r.wrong + 1 >= ${most} then app_now() + make_interval(mins => ${minutes}) else r.blocked_until end`);
}

export async function forgetWrong(tx: Transaction, { tenantId, personId }: Identity): Promise<void> {
  await tx.run(
    sql`update recovery_attempt set wrong = 0 where tenant_id = ${tenantId} and person_id = ${personId}`,
  );
}

/** A new set in the place of the old one. */
export async function replaceCodes(
  tx: Transaction,
  { tenantId, personId }: Identity,
  set: CodeSet,
): Promise<void> {
  const ids = set.hashes.map(() => newId());
  await tx.run(sql`delete from recovery_code where tenant_id = ${tenantId} and person_id = ${personId}`);
  await tx.run(sql`insert into recovery_code (tenant_id, id, person_id, salt, hash, made_at)
    select ${tenantId}, c.id, ${personId}, ${set.salt}, c.hash, app_now()
    from unnest(${ids}::uuid[], ${set.hashes}::bytea[]) as c (id, hash)`);
}
