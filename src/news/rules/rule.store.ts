/** Working rules as they are read and added: by members under row-level security, by visitors through one definer function. */
import { type Reader, type Sql, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { RuleInput } from './rule.input.ts';
import type { Subject } from './rule.rules.ts';

/** A post as a rule points to it. */
export interface PostOfRule {
  readonly id: string;
  readonly code: string;
  readonly slug: string;
  readonly title: string;
}

export interface Edition {
  readonly subject: Subject;
  readonly startsOn: CivilDate;
  /** Markdown; null: of a post that is not for everybody, read by somebody outside. */
  readonly body: string | null;
  /** null: the reader does not read the post. */
  readonly post: PostOfRule | null;
}

/** An edition as its writers see it. */
export interface WrittenEdition extends Edition {
  readonly id: string;
  readonly body: string;
  /** Readers know of it: it stays. */
  readonly known: boolean;
}

const postOf = sql`(select jsonb_build_object('id', o.id, 'code', o.code, 'slug', t.slug, 'title', t.title)
  from post o join post_text t on t.tenant_id = o.tenant_id and t.post_id = o.id and t.original where o.tenant_id = r.tenant_id and o.id = r.post_id)`;

/** The editions of one subject that are known, the latest first. */
export function findEditions(
  reader: Reader,
  who: Identity,
  subject: readonly Subject[],
): Promise<readonly Edition[]> {
  return reader.rows<Edition>(sql`select r.subject, r.starts_on as "startsOn", r.body, ${postOf} as post
    from working_rule r where r.tenant_id = ${who.tenantId} and r.subject = any (${subject}) and r.known_from <= app_now()
    order by r.subject, r.starts_on desc`);
}

/** The same for who reads without log-in, with the words of public posts alone: of the partnership that the address or `?swv=` names. */
export function findPublicEditions(
  reader: Reader,
  { host, code }: { readonly host: string; readonly code: string | undefined },
  subject: readonly Subject[],
): Promise<readonly Edition[]> {
  return reader.rows<Edition>(sql`select subject, "startsOn", body, post from public_working_rules(${host}, ${code ?? null}, null, null)
    where subject = any (${subject})`);
}

/** What a post sets, as a statement: `id` and `rule`; also what is not known yet, for its writers. */
export const rulesOfPost = (
  who: Identity,
  postId: string,
): Sql => sql`select r.id, r.starts_on, jsonb_build_object('id', r.id, 'subject', r.subject, 'startsOn', r.starts_on, 'body', r.body,
    'post', ${postOf}, 'known', coalesce(r.known_from <= (select app_now()), false)) as rule
  from working_rule r where r.tenant_id = ${who.tenantId} and r.post_id = ${postId}`;

export const publicRulesOfPost = (postId: string): Sql =>
  sql`select r.id, r."startsOn" as starts_on, to_jsonb(r) || '{"known": true}' as rule from public_working_rules(null, null, null, ${postId}) r`;

export async function findRulesOfPost(
  reader: Reader,
  who: Identity,
  postId: string,
): Promise<readonly WrittenEdition[]> {
  const rows = await reader.rows<{ rule: WrittenEdition }>(
    sql`${rulesOfPost(who, postId)} order by r.starts_on, r.id`,
  );
  return rows.map(({ rule }) => rule);
}

/** When something ran, in terms of a statement about it: dates, and an array of subjects. */
interface Ran {
  readonly tenant: Sql;
  readonly subjects: Sql;
  readonly first: Sql;
  readonly last: Sql;
}

/** The editions that held then (`editionsDuring` of the rules), as JSON for that statement. */
export const editionsThen = ({
  tenant,
  subjects,
  first,
  last,
}: Ran): Sql => sql`(select coalesce(jsonb_agg(jsonb_build_object('subject', r.subject, 'startsOn', r.starts_on, 'post', ${postOf})
    order by r.starts_on, r.subject), '[]')
  from working_rule r where r.tenant_id = ${tenant} and r.subject = any (${subjects}) and r.known_from <= (select app_now())
    and r.starts_on <= ${last} and (r.starts_on > ${first} or r.starts_on = (
      select max(x.starts_on) from working_rule x where x.tenant_id = r.tenant_id and x.subject = r.subject
        and x.known_from <= (select app_now()) and x.starts_on <= ${first})))`;

/** What the rules must know before an edition is added to a post. */
export interface Looked {
  readonly withdrawn: boolean;
  readonly knownOn: CivilDate;
  readonly taken: readonly CivilDate[];
}

/** Undefined when the post is not there for this writer. */
export function lookAtRule(
  reader: Reader,
  who: Identity,
  postId: string,
  subject: Subject,
): Promise<Looked | undefined> {
  return reader.first<Looked>(sql`select o.withdrawn_at is not null as withdrawn,
      day_of(greatest(o.published_at, app_now())) as "knownOn", (
      select coalesce(jsonb_agg(r.starts_on), '[]') from working_rule r where r.tenant_id = o.tenant_id and r.subject = ${subject}) as taken
    from post o where o.tenant_id = ${who.tenantId} and o.id = ${postId}`);
}

/** Adds an edition; the database looks at it. Throws LawRefused with the codes of the rules, NotAdmitted. */
export async function saveRule(
  tx: Transaction,
  who: Identity,
  postId: string,
  { subject, startsOn, body }: RuleInput,
): Promise<string> {
  const id = newId();
  await tx.run(sql`insert into working_rule (tenant_id, id, subject, starts_on, post_id, body, made_by, made_at)
    values (${who.tenantId}, ${id}, ${subject}, ${startsOn}, ${postId}, ${body}, ${who.personId}, app_now())`);
  return id;
}

/** Takes back an edition that readers do not know yet; false when there is none. */
export async function dropRule(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx.first<{ gone: boolean }>(sql`select drop_working_rule(${id}) as gone`);
  return row?.gone === true;
}
