/** Attachments as they are read and kept. Row-level security shows them to who reads the words of their question. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { PersonName } from '../question.store.ts';
import type { FileFacts } from './attachment.rules.ts';

export interface Attachment {
  readonly id: string;
  /** null: it was taken away, and its name with it. */
  readonly name: string | null;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Whether the writing aid looked at all of its text. */
  readonly textRead: boolean;
  readonly uploadedBy: PersonName;
  readonly uploadedAt: string;
  readonly removedBy: PersonName | null;
  readonly removedAt: string | null;
}

const nameOf = (table: 'u' | 'r') =>
  table === 'u'
    ? sql`jsonb_build_object('id', u.id, 'name', u.name)`
    : sql`case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name) end`;

/** The attachments of a question `q` as JSON, the first one first. */
export const attachments = sql`coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type,
    'size', f.size, 'textRead', f.text_read, 'uploadedBy', ${nameOf('u')}, 'uploadedAt', f.uploaded_at,
    'removedBy', ${nameOf('r')}, 'removedAt', f.removed_at) order by f.uploaded_at, f.id)
  from attachment f join person u on u.tenant_id = f.tenant_id and u.id = f.uploaded_by
  left join person r on r.tenant_id = f.tenant_id and r.id = f.removed_by
  where f.tenant_id = q.tenant_id and f.question_id = q.id), '[]')`;

/** A question as its attachments need to know it, for who reads its words. */
export interface QuestionWithFiles extends FileFacts {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly school: { readonly code: string; readonly name: string };
  /** The school's own number, for who may read it. */
  readonly caseNumber: string | null;
  readonly attachments: readonly Attachment[];
  readonly today: string;
}

export async function getQuestionWithFiles(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<QuestionWithFiles | undefined> {
  const row = await reader.first<{ question: QuestionWithFiles }>(sql`select jsonb_build_object(
      'id', q.id, 'number', q.number, 'level', q.level, 'status', q.status, 'title', w.title,
      'school', jsonb_build_object('code', s.code, 'name', s.name), 'caseNumber', p.case_number,
      'relations', to_jsonb(question_relations(q, ${actor.personId}, app_today())), 'today', app_today(), 'attachments', ${attachments},
      'files', (select count(*) from attachment f where f.tenant_id = q.tenant_id and f.question_id = q.id and f.removed_at is null)) as question
    from support_question q
    join question_words w on w.tenant_id = q.tenant_id and w.question_id = q.id
    join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
    left join question_pupil p on p.tenant_id = q.tenant_id and p.question_id = q.id
    where q.tenant_id = ${actor.tenantId} and q.id = ${id}`);
  return row?.question;
}

export interface NewAttachment {
  readonly questionId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly textRead: boolean;
  readonly bytes: Uint8Array;
}

/** Keeps a file; the trigger of 0029 asks once more whether it may. Gives its id. */
export async function saveAttachment(tx: Transaction, actor: Actor, file: NewAttachment): Promise<string> {
  const id = newId();
  const { questionId, name, mediaType, textRead, bytes } = file;
  await tx.run(sql`insert into attachment (tenant_id, id, question_id, name, media_type, size, text_read)
    values (${actor.tenantId}, ${id}, ${questionId}, ${name}, ${mediaType}, ${bytes.length}, ${textRead})`);
  await tx.run(sql`insert into attachment_content (tenant_id, attachment_id, bytes)
    values (${actor.tenantId}, ${id}, ${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)})`);
  return id;
}

export interface Content {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The file itself; undefined when it is not there (any more) or not theirs. */
export function getContent(
  reader: Reader,
  actor: Actor,
  questionId: string,
  id: string,
): Promise<Content | undefined> {
  return reader.first<Content>(sql`select f.name, f.media_type as "mediaType", c.bytes
    from attachment f join attachment_content c on c.tenant_id = f.tenant_id and c.attachment_id = f.id
    where f.tenant_id = ${actor.tenantId} and f.question_id = ${questionId} and f.id = ${id} and f.removed_at is null`);
}

/** Takes a file away; a line without its name stays. False when it is not there (any more). */
export async function removeAttachment(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
  const removed = await tx.run(
    sql`update attachment set removed_at = app_now() where tenant_id = ${actor.tenantId} and id = ${id} and removed_at is null`,
  );
  return removed === 1;
}
