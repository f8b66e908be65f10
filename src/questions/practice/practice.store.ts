/** Practice notes as they are read and written. Row-level security shows each reader the editions that are theirs to read. */
import { type Reader, type Sql, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { PersonName } from '../question.store.ts';

export interface NoteWords {
  readonly title: string;
  readonly situation: string;
  readonly approach: string;
  readonly result: string | null;
  /** Codes. */
  readonly expertise: readonly string[];
}

export interface Edition extends NoteWords {
  readonly edition: number;
  readonly expertiseNames: readonly string[];
  /** Who read it last as the second reader. */
  readonly reader: PersonName | null;
  readonly readAt: string | null;
  readonly sentBackBecause: string | null;
}

export interface PracticeNote {
  readonly id: string;
  readonly version: number;
  readonly author: PersonName;
  readonly mine: boolean;
  readonly used: number;
  readonly publishedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBecause: string | null;
  readonly openState: 'draft' | 'handed_in' | null;
  /** What everybody reads; null while there is none. */
  readonly published: Edition | null;
  /** What is being written or read, for its author and second readers. */
  readonly open: Edition | null;
  /** The question it was learnt from, for who reads that. */
  readonly question: { readonly id: string; readonly number: string } | null;
  readonly madeAt: string;
  readonly touchedAt: string;
  readonly today: string;
}

const editionWhere = (
  which: Sql,
): Sql => sql`(select jsonb_build_object('edition', e.edition, 'title', e.title, 'situation', e.situation,
    'approach', e.approach, 'result', e.result, 'expertise', to_jsonb(e.expertise),
    'expertiseNames', coalesce((select jsonb_agg(x.name order by x.position, x.name) from expertise x
      where x.tenant_id = e.tenant_id and x.code = any (e.expertise)), '[]'),
    'reader', case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end, 'readAt', e.read_at,
    'sentBackBecause', e.sent_back_because)
  from practice_note_edition e left join person p on p.tenant_id = e.tenant_id and p.id = e.reader_id
  where e.tenant_id = n.tenant_id and e.note_id = n.id and e.edition = ${which})`;

const wholeNote = (actor: Actor): Sql => sql`jsonb_build_object('id', n.id, 'version', n.version,
  'author', jsonb_build_object('id', a.id, 'name', a.name), 'mine', n.author_id = ${actor.personId}, 'used', n.used,
  'publishedAt', n.published_at, 'withdrawnAt', n.withdrawn_at, 'withdrawnBecause', n.withdrawn_because, 'openState', n.open_state,
  'published', ${editionWhere(sql`n.edition`)}, 'open', ${editionWhere(sql`n.open_edition`)},
  'question', (select jsonb_build_object('id', q.id, 'number', q.number) from support_question q
    where q.tenant_id = n.tenant_id and q.id = n.question_id),
  'madeAt', n.made_at, 'touchedAt', n.touched_at, 'today', app_today())`;

const withAuthor = sql`join person a on a.tenant_id = n.tenant_id and a.id = n.author_id`;

/** The note as the actor may see it; undefined when it is not there or not theirs. */
export async function getNote(reader: Reader, actor: Actor, id: string): Promise<PracticeNote | undefined> {
  const row = await reader.first<{ note: PracticeNote }>(sql`select ${wholeNote(actor)} as note
    from practice_note n ${withAuthor} where n.tenant_id = ${actor.tenantId} and n.id = ${id}`);
  return row?.note;
}

/** Published ones; one's own, whatever became of them; those that wait for a second reader. */
export const views = ['published', 'mine', 'to_read'] as const;
export type View = (typeof views)[number];

export interface NoteFilter {
  readonly view: View;
  readonly expertise?: string | undefined;
  readonly limit: number;
  readonly after?: Cursor | undefined;
}

const moment = (column: Sql): Sql =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** A page of notes, newest first, one more than the limit when there are more; `key` is where the next page begins. */
export async function findNotes(
  reader: Reader,
  actor: Actor,
  { view, expertise, limit, after }: NoteFilter,
): Promise<readonly (PracticeNote & { readonly key: string })[]> {
  const at = view === 'published' ? sql`n.published_at` : sql`n.touched_at`;
  const which = {
    published: sql`n.edition is not null and n.withdrawn_at is null`,
    mine: sql`n.author_id = ${actor.personId}`,
    to_read: sql`n.open_state = 'handed_in' and n.author_id <> ${actor.personId}`,
  }[view];
  const about =
    expertise === undefined
      ? sql``
      : sql`and exists (select from practice_note_edition e where e.tenant_id = n.tenant_id and e.note_id = n.id
          and e.edition = coalesce(n.edition, n.open_edition) and ${expertise} = any (e.expertise))`;
  const from =
    after === undefined ? sql`` : sql`and (${at}, n.id) < (${after.key}::timestamptz, ${after.id}::uuid)`;
  const rows = await reader.rows<{ note: PracticeNote & { key: string } }>(sql`select
      ${wholeNote(actor)} || jsonb_build_object('key', ${moment(at)}) as note
    from practice_note n ${withAuthor}
    where n.tenant_id = ${actor.tenantId} and ${which} ${about} ${from} order by ${at} desc, n.id desc limit ${limit + 1}`);
  return rows.map(({ note }) => note);
}

/** A new note with its first edition. Gives its id. */
export async function saveNote(
  tx: Transaction,
  actor: Actor,
  questionId: string | null,
  words: NoteWords,
): Promise<string> {
  const id = newId();
  await tx.run(
    sql`insert into practice_note (tenant_id, id, question_id) values (${actor.tenantId}, ${id}, ${questionId})`,
  );
  await addEdition(tx, actor, id, words);
  return id;
}

/** The next edition, a draft. */
export async function addEdition(tx: Transaction, actor: Actor, id: string, words: NoteWords): Promise<void> {
  const { title, situation, approach, result, expertise } = words;
  await tx.run(sql`insert into practice_note_edition (tenant_id, note_id, title, situation, approach, result, expertise)
    values (${actor.tenantId}, ${id}, ${title}, ${situation}, ${approach}, ${result}, ${expertise})`);
}

/** The draft as it reads now. */
export async function changeEdition(
  tx: Transaction,
  actor: Actor,
  id: string,
  edition: number,
  words: NoteWords,
): Promise<void> {
  const { title, situation, approach, result, expertise } = words;
  await tx.run(sql`update practice_note_edition set title = ${title}, situation = ${situation}, approach = ${approach},
      result = ${result}, expertise = ${expertise}
    where tenant_id = ${actor.tenantId} and note_id = ${id} and edition = ${edition}`);
}

/** Takes a step; the database says whether it may. False: not there for this person (any more). */
export async function takeNoteStep(
  tx: Transaction,
  id: string,
  step: string,
  {
    words = null,
    questionId = null,
  }: { readonly words?: string | null; readonly questionId?: string | null },
): Promise<boolean> {
  const row = await tx.first<{ version: number | null }>(
    sql`select take_practice_step(${id}, ${step}, ${words}, ${questionId}) as version`,
  );
  return row?.version != null;
}

/** A question to learn from: its words, for who reads them. */
export interface LearntFrom {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly title: string;
  readonly expertise: readonly string[];
}

export function getLearntFrom(reader: Reader, actor: Actor, id: string): Promise<LearntFrom | undefined> {
  return reader.first<LearntFrom>(sql`select q.id, q.number, q.status, w.title, q.expertise from support_question q
    join question_words w on w.tenant_id = q.tenant_id and w.question_id = q.id
    where q.tenant_id = ${actor.tenantId} and q.id = ${id}`);
}
