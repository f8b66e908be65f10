/** What is written of promises: only through the law of migrations/0045. */
import { type Database, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Audience } from '../posts/post.access.ts';
import type { StepTaken } from './promise.rules.ts';

export interface NewPromise {
  readonly postId: string;
  readonly sentence: string;
  readonly ownerId: string;
  readonly ownerTitle: string;
  readonly audiences: readonly Audience[];
  readonly dueOn: CivilDate;
}

/** Lays a promise down whole; the database looks at it. Throws LawRefused with the codes of the rules, NotAdmitted. */
export async function saveNewPromise(tx: Transaction, promise: NewPromise): Promise<string> {
  const id = newId();
  const { postId, sentence, ownerId, ownerTitle, audiences, dueOn } = promise;
  await tx.run(
    sql`select make_promise(${id}, ${postId}, ${sentence}, ${ownerId}, ${ownerTitle}, ${audiences}::text[], ${dueOn})`,
  );
  return id;
}

/** What a step writes on the timeline. */
export interface NewEntry {
  readonly step: StepTaken;
  readonly onDate?: CivilDate | undefined;
  readonly words?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly ownerTitle?: string | undefined;
  readonly postId?: string | undefined;
}

/** Writes an entry: the database looks at it and moves the promise. Throws LawRefused, Stale. */
export async function recordEntry(
  tx: Transaction,
  who: Identity,
  before: { readonly id: string; readonly version: number },
  { step, onDate, words, ownerId, ownerTitle, postId }: NewEntry,
): Promise<void> {
  await tx.run(sql`insert into promise_entry (tenant_id, promise_id, version, at, by_id, step, on_date, words, owner_id, owner_title, post_id)
    values (${who.tenantId}, ${before.id}, ${before.version + 1}, app_now(), ${who.personId}, ${step}, ${onDate ?? null}, ${words || null},
      ${ownerId ?? null}, ${ownerTitle ?? null}, ${postId ?? null})`);
}

/** Takes back a promise of a post that is not out; false when there is none. */
export async function dropPromise(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx.first<{ gone: boolean }>(sql`select drop_promise(${id}) as gone`);
  return row?.gone === true;
}

/** What owners are told this morning; gives how many notices there were. */
export async function remindOwners(database: Database): Promise<number> {
  const row = await database.ask<{ told: number }>(
    sql`select remind_of_promises(${database.movedClock()}) as told`,
  );
  return row?.told ?? 0;
}
