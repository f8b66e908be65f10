/** Posts as they are read: by members under row-level security, by visitors through the functions of migrations/0044. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { State } from './post.rules.ts';
import { type Fix, type ListedPost, listedFrom, type Post, withFixes } from './post.view.ts';

interface Row {
  readonly post: Post | null;
}

const read = (row: Row | undefined): Post | undefined => (row?.post ? withFixes(row.post) : undefined);

/** A post to a member, who may have begun it. */
const own = sql`whole_post(p) || jsonb_build_object('mine', p.made_by = (select app_person()), 'textVersions', (
  select jsonb_object_agg(t.language, t.version) from post_text t where t.tenant_id = p.tenant_id and t.post_id = p.id))`;

/** The post as the actor may see it, fixes laid over its words; undefined when it is not there or not theirs. */
export async function getPost(reader: Reader, actor: Actor, id: string): Promise<Post | undefined> {
  return read(
    await reader.first<Row>(
      sql`select ${own} as post from post p where p.tenant_id = ${actor.tenantId} and p.id = ${id}`,
    ),
  );
}

/** The same by the code in its address. */
export async function getPostByCode(reader: Reader, actor: Actor, code: string): Promise<Post | undefined> {
  return read(
    await reader.first<Row>(
      sql`select ${own} as post from post p where p.tenant_id = ${actor.tenantId} and p.code = ${code}`,
    ),
  );
}

/** A post for everybody, of any partnership: for visitors, and members of another one. Needs no context. */
export async function getPublicPost(
  reader: Reader,
  by: { readonly code: string } | { readonly id: string },
): Promise<Post | undefined> {
  const found = 'code' in by ? sql`public_post(${by.code})` : sql`public_post_by_id(${by.id})`;
  return read(await reader.first<Row>(sql`select ${found} as post`));
}

export interface PostFilter {
  /** What is out, unless another state is asked for (writers). */
  readonly state?: State | undefined;
  readonly audience?: string | undefined;
  readonly topic?: string | undefined;
  readonly pilotId?: string | undefined;
  /** Titles and leads in this language, where there are. */
  readonly language?: string | undefined;
  readonly limit: number;
  readonly after?: Cursor | undefined;
}

export interface FoundPost extends ListedPost {
  /** Where the next page begins. */
  readonly key: string;
}

interface Listed {
  readonly post: FoundPost & { readonly fixes: readonly Fix[] };
}

/** A page of posts that the actor may read, newest first, one more than the limit when there are more. */
export async function findPosts(
  reader: Reader,
  actor: Actor,
  filter: PostFilter,
): Promise<readonly FoundPost[]> {
  const { state = 'published', audience, topic, pilotId, language = null, limit, after } = filter;
  const which = {
    draft: sql`p.published_at is null`,
    planned: sql`p.published_at > app_now()`,
    published: sql`p.published_at <= app_now() and p.withdrawn_at is null`,
    withdrawn: sql`p.withdrawn_at is not null`,
  }[state];
  const about = topic === undefined ? sql`` : sql`and ${topic} = any (p.topics)`;
  const whom = audience === undefined ? sql`` : sql`and ${audience} = any (p.audiences)`;
  const pilot = pilotId === undefined ? sql`` : sql`and p.pilot_id = ${pilotId}`;
  const from =
    after === undefined
      ? sql``
      : sql`and (p.touched_at, p.id) < (${after.key}::timestamptz, ${after.id}::uuid)`;
  return listed(
    await reader.rows<Listed>(sql`select listed_post(p, ${language}) || jsonb_build_object('key',
        to_char(p.touched_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) as post
      from post p where p.tenant_id = ${actor.tenantId} and ${which} ${about} ${whom} ${pilot} ${from}
      order by p.touched_at desc, p.id desc limit ${limit + 1}`),
  );
}

/** The same of what is for everybody, of one partnership or of all. Needs no context. */
export async function findPublicPosts(
  reader: Reader,
  tenantId: string | null,
  { audience = undefined, topic, language, limit, after }: Omit<PostFilter, 'state' | 'pilotId'>,
): Promise<readonly FoundPost[]> {
  return listed(
    await reader.rows<Listed>(sql`select post || jsonb_build_object('key', to_char((post->>'touchedAt')::timestamptz at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) as post
      from public_posts(${tenantId}, ${audience ?? null}, ${topic ?? null}, ${language ?? null}, ${after?.key ?? null}, ${after?.id ?? null},
        ${limit + 1}) as post`),
  );
}

const listed = (rows: readonly Listed[]): readonly FoundPost[] => rows.map(({ post }) => listedFrom(post));

/** The partnership of this host (`own`), and the one with this code or number (`chosen`). Needs no context. */
export async function getPartnershipAt(
  reader: Reader,
  host: string,
  swv: string | undefined,
): Promise<{ readonly own: string | null; readonly chosen: string | null }> {
  const row = await reader.first<{ own: string | null; chosen: string | null }>(sql`select
      (array_agg(p->>'id') filter (where p->>'hostName' = ${host}))[1] as own,
      (array_agg(p->>'id') filter (where p->>'code' = ${swv ?? null}::text or p->>'swvNumber' = ${swv ?? null}::text))[1] as chosen
    from jsonb_array_elements(public_partnerships()) as p`);
  return row ?? { own: null, chosen: null };
}
