/** What a post binds itself to: its promises and its working rules, in one statement. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type PromiseRow, promisesOf, publicPromisesOf } from '../promises/promise.store.ts';
import { publicRulesOfPost, rulesOfPost, type WrittenEdition } from './rule.store.ts';

export interface Bound {
  readonly promises: readonly PromiseRow[];
  readonly rules: readonly WrittenEdition[];
}

/** For a member of its partnership (also of a draft, for who writes), or for everybody. */
export async function findBound(reader: Reader, actor: Actor | undefined, postId: string): Promise<Bound> {
  const filter = { postId, drafts: true, limit: 199 };
  const promises =
    actor === undefined ? publicPromisesOf({ host: '', code: undefined }, filter) : promisesOf(actor, filter);
  const rules = actor === undefined ? publicRulesOfPost(postId) : rulesOfPost(actor, postId);
  const row = await reader.first<Bound>(sql`select (
      select coalesce(jsonb_agg(p.promise order by p.sort, p.id), '[]') from (${promises}) p) as promises, (
      select coalesce(jsonb_agg(r.rule order by r.starts_on, r.id), '[]') from (${rules}) r) as rules`);
  return row ?? { promises: [], rules: [] };
}
