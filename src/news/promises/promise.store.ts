/** Promises as they are read: members under row-level security, everybody else through one definer function. */
import { type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Actor, Identity, Role } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Audience } from '../posts/post.access.ts';
import { readsOwners } from './promise.access.ts';
import type { Days, Reach, Relation, StepName } from './promise.rules.ts';

export interface PostOfPromise {
  readonly id: string;
  readonly code: string;
  readonly slug: string;
  readonly title: string;
  readonly withdrawn: boolean;
}

export interface PromiseEntry {
  readonly version: number;
  /** UTC. */
  readonly at: string;
  /** null: for who reads without log-in. */
  readonly by: string | null;
  readonly step: StepName;
  readonly onDate: CivilDate | null;
  readonly words: string | null;
  /** make, hand_over: who answers for it from then on, as the public reads it. */
  readonly ownerTitle: string | null;
}

export interface PromiseRow extends Days {
  readonly id: string;
  readonly version: number;
  readonly sentence: string;
  readonly audiences: readonly Audience[];
  readonly post: PostOfPromise;
  /** As the public reads it. */
  readonly ownerTitle: string;
  /** null: for who reads without log-in. */
  readonly owner: { readonly id: string; readonly name: string } | null;
  /** The owner works at the partnership today. */
  readonly ownerWorks: boolean;
  /** null: in words, or a post this reader does not read. */
  readonly keptBy: PostOfPromise | null;
  readonly keptWords: string | null;
  /** Its post is out. */
  readonly published: boolean;
  readonly relations: readonly Relation[];
  /** For who reads without log-in: whose it is. */
  readonly partnership: string | null;
  readonly timeline: readonly PromiseEntry[];
}

export interface ListedPromise extends PromiseRow {
  /** Its place in the list, for the key of a page. */
  readonly sort: CivilDate;
}

export const shown = ['open', 'late', 'kept'] as const;
export type Shown = (typeof shown)[number];

/** A reader without log-in, with the partnership the address or `?swv=` names. */
export interface Visitor {
  readonly host: string;
  readonly code: string | undefined;
}

export interface PromiseFilter {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly state?: Shown | undefined;
  readonly ownerId?: string | undefined;
  readonly postId?: string | undefined;
  readonly id?: string | undefined;
  /** Also those of drafts, for who writes. */
  readonly drafts?: boolean | undefined;
}

const postOf = (
  post: string,
): Sql => sql`(select jsonb_build_object('id', o.id, 'code', o.code, 'slug', t.slug, 'title', t.title,
    'withdrawn', o.withdrawn_at is not null)
  from post o join post_text t on t.tenant_id = o.tenant_id and t.post_id = o.id and t.original
  where o.tenant_id = p.tenant_id and o.id = ${post === 'told' ? sql`p.post_id` : sql`p.kept_by_post_id`})`;

const whole = sql`jsonb_build_object('id', p.id, 'version', p.version, 'sentence', p.sentence, 'audiences', to_jsonb(p.audiences),
  'post', ${postOf('told')}, 'ownerTitle', p.owner_title, 'owner', jsonb_build_object('id', w.id, 'name', w.name),
  'ownerWorks', w.suspended_at is null and exists (select from appointment a where a.tenant_id = p.tenant_id and a.person_id = p.owner_id
    and a.starts_on <= (select app_today()) and (a.ends_on is null or a.ends_on > (select app_today()))
    and (a.role in ('contact_person', 'specialist') or (a.school_id is null and a.board_id is null))),
  'dueOn', p.due_on, 'expectedOn', p.expected_on, 'keptOn', p.kept_on, 'keptWords', p.kept_words, 'keptBy', ${postOf('kept')},
  'published', coalesce((select o.published_at <= (select app_now()) from post o where o.tenant_id = p.tenant_id and o.id = p.post_id), false),
  'relations', to_jsonb(promise_relations(p)), 'partnership', null, 'timeline', (
    select coalesce(jsonb_agg(jsonb_build_object('version', e.version, 'at', e.at, 'by', b.name, 'step', e.step, 'onDate', e.on_date,
      'words', e.words, 'ownerTitle', e.owner_title) order by e.version), '[]')
    from promise_entry e left join person b on b.tenant_id = e.tenant_id and b.id = e.by_id
    where e.tenant_id = p.tenant_id and e.promise_id = p.id))`;

const ofState: Readonly<Record<Shown, Sql>> = {
  open: sql`and p.kept_on is null`,
  late: sql`and coalesce(p.kept_on, (select app_today())) > p.due_on`,
  kept: sql`and p.kept_on is not null`,
};

interface Found {
  readonly sort: CivilDate;
  readonly promise: PromiseRow;
}

const listed = (rows: readonly Found[]): readonly ListedPromise[] =>
  rows.map(({ sort, promise }) => ({ ...promise, sort }));

/** What is open first, the earliest day on top, then what was kept; one more than asked when there are more. */
export async function findPromises(
  reader: Reader,
  who: Identity,
  filter: PromiseFilter,
): Promise<readonly ListedPromise[]> {
  return listed(await reader.rows<Found>(promisesOf(who, filter)));
}

/** The same as a statement, for one that asks more: `sort`, `id`, `promise`. */
export const promisesOf = (
  who: Identity,
  { limit, after, state, ownerId, postId, id, drafts = false }: PromiseFilter,
): Sql => sql`select promise_order(p.due_on, p.kept_on) as sort, p.id, ${whole} as promise
  from promise p join person w on w.tenant_id = p.tenant_id and w.id = p.owner_id
  where p.tenant_id = ${who.tenantId}
    ${after === undefined ? sql`` : sql`and (promise_order(p.due_on, p.kept_on), p.id) > (${after.key}::date, ${after.id}::uuid)`}
    ${state === undefined ? sql`` : ofState[state]}
    ${ownerId === undefined ? sql`` : sql`and p.owner_id = ${ownerId}`}
    ${postId === undefined ? sql`` : sql`and p.post_id = ${postId}`}
    ${id === undefined ? sql`` : sql`and p.id = ${id}`}
    ${drafts ? sql`` : sql`and exists (select from post o where o.tenant_id = p.tenant_id and o.id = p.post_id and o.published_at <= (select app_now()))`}
  order by promise_order(p.due_on, p.kept_on), p.id limit ${limit + 1}`;

/** The same of public posts, for who reads without log-in. */
export async function findPublicPromises(
  reader: Reader,
  visitor: Visitor,
  filter: PromiseFilter,
): Promise<readonly ListedPromise[]> {
  return listed(await reader.rows<Found>(publicPromisesOf(visitor, filter)));
}

export const publicPromisesOf = (
  { host, code }: Visitor,
  { limit, after, state, postId, id }: PromiseFilter,
): Sql => sql`select sort, id, promise from public_promises(${host}, ${code ?? null}, ${postId ?? null},
  ${id ?? null}, ${state ?? null}, ${after?.key ?? null}, ${after?.id ?? null}, ${limit + 1})`;

/** One promise as this member may see it, also of a draft; undefined when it is not there or not theirs. */
export async function getPromise(reader: Reader, who: Identity, id: string): Promise<PromiseRow | undefined> {
  return (await findPromises(reader, who, { limit: 1, id, drafts: true }))[0];
}

const reachOf = sql`jsonb_build_object('audiences', to_jsonb(o.audiences), 'areas', to_jsonb(o.areas), 'boards', to_jsonb(o.boards))`;

/** Whom a step names: the new owner, the post that proves it. */
export interface Named {
  readonly ownerWorks: boolean;
  /** null: no such post, not out, or withdrawn. */
  readonly proof: Reach | null;
  readonly reach: Reach;
  readonly withdrawn: boolean;
}

export async function getNamed(
  reader: Reader,
  who: Identity,
  {
    postId,
    ownerId,
    proofId,
  }: { readonly postId: string; readonly ownerId: string; readonly proofId: string | undefined },
): Promise<Named | undefined> {
  return reader.first<Named>(sql`select ${reachOf} as reach, o.withdrawn_at is not null as withdrawn,
      exists (select from appointment a join person w on w.tenant_id = a.tenant_id and w.id = a.person_id and w.suspended_at is null
        where a.tenant_id = o.tenant_id and a.person_id = ${ownerId} and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
          and (a.role in ('contact_person', 'specialist') or (a.school_id is null and a.board_id is null))) as "ownerWorks", (
      select jsonb_build_object('audiences', to_jsonb(k.audiences), 'areas', to_jsonb(k.areas), 'boards', to_jsonb(k.boards)) from post k
      where k.tenant_id = o.tenant_id and k.id = ${proofId ?? null}::uuid and k.published_at <= app_now() and k.withdrawn_at is null) as proof
    from post o where o.tenant_id = ${who.tenantId} and o.id = ${postId}`);
}

/** Who can answer for a promise today, by name, with the roles they hold. */
export interface Owner {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export function findOwners(reader: Reader, who: Identity): Promise<readonly Owner[]> {
  return reader.rows<Owner>(sql`select w.id, w.name, to_jsonb(array_agg(distinct a.role order by a.role)) as roles
    from appointment a join person w on w.tenant_id = a.tenant_id and w.id = a.person_id and w.suspended_at is null
    where a.tenant_id = ${who.tenantId} and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
      and (a.role in ('contact_person', 'specialist') or (a.school_id is null and a.board_id is null))
    group by w.id, w.name order by w.name, w.id`);
}

/** Who answers for a promise, or did, as far as the reader sees those promises. */
export function findPromiseOwners(
  reader: Reader,
  who: Identity,
): Promise<readonly Pick<Owner, 'id' | 'name'>[]> {
  return reader.rows(sql`select w.id, w.name from person w where w.tenant_id = ${who.tenantId}
    and w.id in (select p.owner_id from promise p where p.tenant_id = w.tenant_id) order by w.name, w.id`);
}

/** Posts that can show a promise was kept, the newest first. */
export function findProofs(
  reader: Reader,
  who: Identity,
): Promise<readonly { readonly id: string; readonly title: string; readonly on: CivilDate }[]> {
  return reader.rows(sql`select o.id, t.title, day_of(o.touched_at) as on
    from post o join post_text t on t.tenant_id = o.tenant_id and t.post_id = o.id and t.original
    where o.tenant_id = ${who.tenantId} and o.published_at <= app_now() and o.withdrawn_at is null
    order by o.touched_at desc, o.id desc limit 100`);
}

/** What waits for the actor around promises, as numbers. */
export interface PromisesWaiting {
  /** One's own that are late, or whose day comes within two weeks. */
  readonly due: number;
  /** For who writes: open ones whose owner works here no more. */
  readonly ownerless: number;
}

export const noPromises: PromisesWaiting = { due: 0, ownerless: 0 };

/** Those numbers, as an expression for a statement that asks more. */
export const promisesWaiting = (actor: Actor): Sql =>
  readsOwners(actor) ? waitingOf(actor) : sql`'{"due": 0, "ownerless": 0}'::jsonb`;

const waitingOf = (actor: Actor): Sql => sql`(select jsonb_build_object(
    'due', count(*) filter (where p.owner_id = ${actor.personId}
      and (coalesce(p.expected_on, p.due_on) <= (select app_today()) + 14 or p.due_on < (select app_today()))),
    'ownerless', count(*) filter (where (select app_is('post_writer')) and not exists (
      select from appointment a join person w on w.tenant_id = a.tenant_id and w.id = a.person_id and w.suspended_at is null
      where a.tenant_id = p.tenant_id and a.person_id = p.owner_id and a.starts_on <= (select app_today())
        and (a.ends_on is null or a.ends_on > (select app_today()))
        and (a.role in ('contact_person', 'specialist') or (a.school_id is null and a.board_id is null)))))
  from promise p join post o on o.tenant_id = p.tenant_id and o.id = p.post_id and o.published_at <= (select app_now())
  where p.tenant_id = ${actor.tenantId} and p.kept_on is null)`;
