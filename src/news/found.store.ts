/** What of the news somebody finds by words they typed: what they may read, and no more. */
import { type Reader, sql } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Cursor } from '../platform/pure/cursor.ts';
import type { CivilDate } from '../platform/pure/dates.ts';
import { type Subject, subjects } from './rules/rule.rules.ts';
import { subjectWords } from './rules/rule.words.ts';

export interface FoundPromise {
  readonly id: string;
  readonly sentence: string;
  /** As first promised. */
  readonly dueOn: string;
  readonly kept: boolean;
  readonly post: { readonly code: string; readonly slug: string };
}

/** Promises with words like these, the last day first, one more than the limit when there are more. */
export function findPromisesLike(
  reader: Reader,
  actor: Actor,
  {
    text,
    limit,
    after,
  }: { readonly text: string; readonly limit: number; readonly after?: Cursor | undefined },
): Promise<readonly FoundPromise[]> {
  const beyond =
    after === undefined ? sql`` : sql`and (m.due_on, m.id) < (${after.key}::date, ${after.id}::uuid)`;
  return reader.rows<FoundPromise>(sql`select m.id, m.sentence, m.due_on as "dueOn", m.kept_on is not null as kept,
      jsonb_build_object('code', p.code, 'slug', t.slug) as post
    from promise m join post p on p.tenant_id = m.tenant_id and p.id = m.post_id
    join post_text t on t.tenant_id = p.tenant_id and t.post_id = p.id and t.original
    where m.tenant_id = ${actor.tenantId} and p.published_at <= app_now() and word_similarity(folded(${text}), folded(m.sentence)) >= 0.55 ${beyond}
    order by m.due_on desc, m.id desc limit ${limit + 1}`);
}

export interface FoundRule {
  readonly id: string;
  readonly subject: Subject;
  readonly startsOn: CivilDate;
}

/** What a working rule is called where it is shown: found by that too. */
const namesOfRules = JSON.stringify(
  Object.fromEntries(subjects.map((one) => [one, `Werkafspraak ${subjectWords[one].label}`])),
);

/** Working rules that are known with these words in them, the latest first, one more than the limit when there are more. */
export function findRulesLike(
  reader: Reader,
  actor: Actor,
  {
    text,
    queries,
    limit,
    after,
  }: {
    readonly text: string;
    readonly queries: readonly string[];
    readonly limit: number;
    readonly after?: Cursor | undefined;
  },
): Promise<readonly FoundRule[]> {
  const beyond =
    after === undefined ? sql`` : sql`and (r.starts_on, r.id) < (${after.key}::date, ${after.id}::uuid)`;
  return reader.rows<FoundRule>(sql`select r.id, r.subject, r.starts_on as "startsOn" from working_rule r,
      lateral (select concat_ws(' ', ${namesOfRules}::jsonb ->> r.subject, r.body) as words) w
    where r.tenant_id = ${actor.tenantId} and r.known_from <= app_now() and (word_similarity(folded(${text}), folded(w.words)) >= 0.55
      or exists (select from unnest(${queries}::text[]) q where to_tsvector('dutch_search', w.words) @@ to_tsquery('dutch_search', q))) ${beyond}
    order by r.starts_on desc, r.id desc limit ${limit + 1}`);
}
