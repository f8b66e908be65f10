/** What the public site reads: by visitors through the functions of migrations/0048, by members under row-level security. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Opens } from '../../platform/own-address.ts';
import type { Actor, Identity } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { Language } from '../posts/languages.ts';
import {
  type Fix,
  type ListedPost,
  listedFrom,
  type Named,
  type Post,
  withFixes,
} from '../posts/post.view.ts';

export interface SiteTerms {
  readonly queries: readonly string[];
  readonly words: readonly string[];
  readonly language: Language;
  readonly limit: number;
  readonly after?: Cursor | undefined;
}

export interface FoundOnSite extends ListedPost {
  /** Where the next page begins. */
  readonly key: string;
}

interface Row {
  readonly post: FoundOnSite & { readonly fixes: readonly Fix[] };
}

const keyed = sql`jsonb_build_object('key', to_char((post->>'touchedAt')::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))`;

/** Posts for everybody with these words, newest first, one more than the limit when there are more; of all partnerships for null. */
export async function searchPublicPosts(
  reader: Reader,
  tenantId: string | null,
  { queries, words, language, limit, after }: SiteTerms,
): Promise<readonly FoundOnSite[]> {
  const rows = await reader.rows<Row>(sql`select post || ${keyed} as post
    from public_posts_found(${tenantId}, ${queries}, ${words}, ${language}, ${after?.key ?? null}, ${after?.id ?? null}, ${limit + 1}) as post`);
  return rows.map(({ post }) => listedFrom(post));
}

/** The same of what the actor may read. */
export async function searchOwnPosts(
  reader: Reader,
  actor: Actor,
  { queries, words, language, limit, after }: SiteTerms,
): Promise<readonly FoundOnSite[]> {
  const rows = await reader.rows<Row>(sql`select post || ${keyed} as post from (
      select listed_post(p, ${language}) as post, f.touched_at, f.id
      from search_posts(false, null, ${queries}, ${words}, ${after?.key ?? null}, ${after?.id ?? null}, ${limit + 1}) f
      join post p on p.tenant_id = ${actor.tenantId} and p.id = f.id
    ) found order by touched_at desc, id desc`);
  return rows.map(({ post }) => listedFrom(post));
}

/** The newest posts for everybody, whole; of all partnerships for null. */
export async function findPublicFeed(
  reader: Reader,
  tenantId: string | null,
  audience: 'public' | 'parents',
  limit: number,
): Promise<readonly Post[]> {
  const rows = await reader.rows<{ readonly post: Post }>(
    sql`select post from public_feed(${tenantId}, ${audience}, ${limit}) as post`,
  );
  return rows.map(({ post }) => withFixes(post));
}

export const ownFeed: Opens = { keys: 'feed_key', owner: 'feed_owner' };

/** The newest published posts that the actor may read, whole. */
export async function findOwnFeed(reader: Reader, tenantId: string, limit: number): Promise<readonly Post[]> {
  const rows = await reader.rows<{ readonly post: Post }>(sql`select whole_post(p) as post from post p
    where p.tenant_id = ${tenantId} and p.published_at <= app_now() and p.withdrawn_at is null
    order by p.touched_at desc, p.id desc limit ${limit}`);
  return rows.map(({ post }) => withFixes(post));
}

export interface PostAddress {
  readonly code: string;
  readonly language: Language;
  readonly original: boolean;
  readonly slug: string;
  readonly touchedAt: string;
}

/** Every address of a post for everybody, newest first, ten thousand at most; of all partnerships for null. */
export function findPublicAddresses(
  reader: Reader,
  tenantId: string | null,
): Promise<readonly PostAddress[]> {
  return reader.rows<PostAddress>(
    sql`select code, language, original, slug, to_json(touched_at) #>> '{}' as "touchedAt" from public_post_addresses(${tenantId})`,
  );
}

/** Topics to choose from; of all partnerships there is no list. */
export async function findPublicTopics(reader: Reader, tenantId: string | null): Promise<readonly Named[]> {
  if (tenantId === null) return [];
  const row = await reader.first<{ topics: readonly Named[] }>(
    sql`select public_topics(${tenantId}) as topics`,
  );
  return row?.topics ?? [];
}

/** Topics to choose from of what this member reads: of a topic that only drafts or others' posts have they do not hear. */
export const findReadTopics = (reader: Reader, { tenantId }: Identity): Promise<readonly Named[]> =>
  reader.rows<Named>(sql`select code, name from topic where tenant_id = ${tenantId} and ended_on is null and code = any (array(
      select distinct unnest(p.topics) from post p
      where p.tenant_id = ${tenantId} and p.published_at <= (select app_now()) and p.withdrawn_at is null))
    order by position, name, code`);

/** The post that had this address on an older site of the partnership of this host; undefined: nowhere. */
export async function findPostFromElsewhere(
  reader: Reader,
  host: string,
  path: string,
): Promise<{ readonly code: string; readonly slug: string } | undefined> {
  const row = await reader.first<{ found: { code: string; slug: string } | null }>(sql`
    select post_from_elsewhere((select (p->>'id')::uuid from jsonb_array_elements(public_partnerships()) p where p->>'hostName' = ${host}), ${path}) as found`);
  return row?.found ?? undefined;
}
