/** What looks like a text: answered questions that the actor may read, and practice notes. Nothing of the text is kept. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Level, Status } from '../question.rules.ts';

export interface SimilarQuestion {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  readonly level: Level;
  readonly school: { readonly code: string; readonly name: string };
  readonly touchedAt: string;
}

export interface SimilarNote {
  readonly id: string;
  readonly title: string;
  /** How often somebody said that it helped them too. */
  readonly used: number;
  readonly publishedAt: string;
}

export interface Similar {
  readonly questions: readonly SimilarQuestion[];
  readonly practiceNotes: readonly SimilarNote[];
}

export const nothingSimilar: Similar = { questions: [], practiceNotes: [] };

export interface SimilarTo {
  readonly text: string;
  readonly level?: Level | undefined;
  /** Codes. */
  readonly expertise?: readonly string[] | undefined;
  /** The question that asks this, which is not shown itself. */
  readonly questionId?: string | undefined;
}

/** Most of each kind. */
const few = 5;

/** The most alike first, at most five of each, in one query. */
export async function findSimilar(reader: Reader, actor: Actor, to: SimilarTo): Promise<Similar> {
  const { text, level = null, expertise = [], questionId = null } = to;
  const row = await reader.first<{ similar: Similar }>(sql`select jsonb_build_object(
    'questions', coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'number', q.number, 'title', w.title, 'status', q.status,
        'level', q.level, 'school', jsonb_build_object('code', s.code, 'name', s.name), 'touchedAt', q.touched_at) order by f.rank desc, q.id desc)
      from similar_questions(${text}, ${level}, ${expertise}::text[], ${questionId}::uuid, ${few}) f
      join support_question q on q.tenant_id = ${actor.tenantId} and q.id = f.id
      join question_words w on w.tenant_id = q.tenant_id and w.question_id = q.id
      join school s on s.tenant_id = q.tenant_id and s.id = q.school_id), '[]'),
    'practiceNotes', coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'title', e.title, 'used', n.used,
        'publishedAt', n.published_at) order by f.rank desc, n.id desc)
      from similar_practice_notes(${text}, ${expertise}::text[], ${few}) f
      join practice_note n on n.tenant_id = ${actor.tenantId} and n.id = f.id
      join practice_note_edition e on e.tenant_id = n.tenant_id and e.note_id = n.id and e.edition = n.edition), '[]')) as similar`);
  return row?.similar ?? nothingSimilar;
}
