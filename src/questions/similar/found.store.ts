/** Questions and practice notes that hold a word somebody searched for. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { Level, Status } from '../question.rules.ts';

export interface FoundQuestion {
  readonly id: string;
  readonly number: string;
  readonly level: Level;
  readonly status: Status;
  readonly school: { readonly code: string; readonly name: string };
  /** null for who plans a question on a pupil without reading it. */
  readonly title: string | null;
  /** As PostgreSQL writes it, so that the next page begins exactly there. */
  readonly touchedAt: string;
}

export interface FoundNote {
  readonly id: string;
  readonly title: string;
  readonly used: number;
  /** As PostgreSQL writes it. */
  readonly publishedAt: string;
}

export interface Sought {
  /** Asked in turn until one finds something. */
  readonly queries: readonly string[];
  readonly words: readonly string[];
  /** The number of a question, when what was typed can be one. */
  readonly number: string | null;
  readonly limit: number;
  readonly after?: Cursor | undefined;
}

/** What the actor may read with these words, newest first, one more than the limit when there are more. */
export function findQuestionsWith(
  reader: Reader,
  actor: Actor,
  { queries, words, number, limit, after }: Sought,
): Promise<readonly FoundQuestion[]> {
  return reader.rows<FoundQuestion>(sql`with hit as materialized (
      select f.id from search_questions(${queries}, ${words}, ${number}, ${after?.key ?? null}, ${after?.id ?? null}, ${limit + 1}) f
    )
    select q.id, q.number, q.level, q.status, jsonb_build_object('code', s.code, 'name', s.name) as school, w.title,
      to_char(q.touched_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "touchedAt"
    from hit join support_question q on q.tenant_id = ${actor.tenantId} and q.id = hit.id
    join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
    left join question_words w on w.tenant_id = q.tenant_id and w.question_id = q.id
    order by q.touched_at desc, q.id desc`);
}

/** Published practice notes with these words, newest first, one more than the limit when there are more. */
export function findPracticeNotesWith(
  reader: Reader,
  actor: Actor,
  { queries, words, limit, after }: Omit<Sought, 'number'>,
): Promise<readonly FoundNote[]> {
  return reader.rows<FoundNote>(sql`with hit as materialized (
      select f.id from search_practice_notes(${queries}, ${words}, ${after?.key ?? null}, ${after?.id ?? null}, ${limit + 1}) f
    )
    select n.id, e.title, n.used, to_char(n.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "publishedAt"
    from hit join practice_note n on n.tenant_id = ${actor.tenantId} and n.id = hit.id
    join practice_note_edition e on e.tenant_id = n.tenant_id and e.note_id = n.id and e.edition = n.edition
    order by n.published_at desc, n.id desc`);
}
