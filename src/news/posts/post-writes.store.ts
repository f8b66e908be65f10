/** What is written of posts: only through the functions of migrations/0044, which hold the law. Each gives the version after it. */
import { type Sql, sql, type Transaction } from '../../platform/database.ts';
import type { Language } from './languages.ts';
import type { FixInput } from './post.input.ts';

/** The words of a post in one language. */
export interface SavedWords {
  readonly language: Language;
  readonly title: string;
  readonly slug: string;
  readonly lead: string | null;
  readonly body: string;
  readonly pictureId: string | null;
  readonly pictureAlt: string | null;
}

export interface SavedPost extends SavedWords {
  readonly audiences: readonly string[];
  /** Codes, as those of boards and topics. */
  readonly areas: readonly string[];
  readonly boards: readonly string[];
  readonly topics: readonly string[];
  readonly pilotId: string | null;
  readonly ambitionId: string | null;
  readonly appointmentId: string | null;
}

async function versionAfter(tx: Transaction, call: Sql): Promise<number> {
  const row = await tx.first<{ version: number }>(sql`select ${call} as version`);
  return row?.version ?? 0;
}

/** `version` null: it is new. Throws LawRefused, Stale, NotAdmitted, as all of these. */
export const savePost = (tx: Transaction, id: string, version: number | null, post: SavedPost) =>
  versionAfter(tx, sql`save_post(${id}, ${version}, ${JSON.stringify(post)})`);

export const saveTranslation = (tx: Transaction, id: string, version: number, words: SavedWords) =>
  versionAfter(tx, sql`save_post_translation(${id}, ${version}, ${JSON.stringify(words)})`);

export const removeTranslation = (tx: Transaction, id: string, version: number, language: Language) =>
  versionAfter(tx, sql`remove_post_translation(${id}, ${version}, ${language})`);

/** `at` null: now. */
export const publish = (tx: Transaction, id: string, version: number, at: string | null) =>
  versionAfter(tx, sql`publish_post(${id}, ${version}, ${at})`);

export const unplan = (tx: Transaction, id: string, version: number) =>
  versionAfter(tx, sql`unplan_post(${id}, ${version})`);

/** Takes a draft away, with its files and what it would have bound. */
export const discard = (tx: Transaction, id: string, version: number) =>
  tx.run(sql`select discard_post(${id}, ${version})`);

export interface UpdateWords {
  readonly language: Language;
  readonly reason: string;
  readonly body: string;
}

export const addUpdate = (
  tx: Transaction,
  id: string,
  version: number,
  updateId: string,
  texts: readonly UpdateWords[],
) => versionAfter(tx, sql`update_post(${id}, ${version}, ${updateId}, ${JSON.stringify(texts)})`);

export const addFix = (
  tx: Transaction,
  id: string,
  version: number,
  { language, part, updateId, before, after }: FixInput & { readonly language: Language },
) =>
  versionAfter(
    tx,
    sql`fix_post(${id}, ${version}, ${language}, ${part}, ${updateId ?? null}, ${before}, ${after})`,
  );

export const withdraw = (tx: Transaction, id: string, version: number, because: string) =>
  versionAfter(tx, sql`withdraw_post(${id}, ${version}, ${because})`);

/** Remembers that this person read it; gives when they did before. */
export async function markRead(tx: Transaction, id: string): Promise<string | null> {
  const row = await tx.first<{ earlier: string | null }>(
    sql`select to_jsonb(read_post(${id})) #>> '{}' as earlier`,
  );
  return row?.earlier ?? null;
}
