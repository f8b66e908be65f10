/** Searching is a deed: the ledger and the access log get a line for each concern, and each question on a pupil, that a word was found in. */
import { type FoundConcern, findConcernsWith, readsConcerns } from '../concerns/index.ts';
import { recordAudits } from '../platform/audit.ts';
import { isNumber } from '../platform/ids.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Cursor } from '../platform/pure/cursor.ts';
import { encodeCursor } from '../platform/pure/cursor.ts';
import type { Deed } from '../platform/route.ts';
import {
  type FoundNote,
  type FoundQuestion,
  findPracticeNotesWith,
  findQuestionsWith,
  readsQuestions,
} from '../questions/index.ts';
import { type FoundPerson, type FoundSchool, findPeopleLike, findSchoolsLike } from '../registers/index.ts';
import { wantedBy } from '../platform/pure/wanted.ts';

export const kinds = ['concern', 'question', 'practiceNote', 'school', 'person'] as const;
export type Kind = (typeof kinds)[number];

/** Kinds that stand by the moment they were last touched; the others by name. */
export const isByMoment = (kind: Kind | undefined) =>
  kind === 'concern' || kind === 'question' || kind === 'practiceNote';

export interface SearchInput {
  readonly q: string;
  /** Only this kind; without it all, each to the limit. */
  readonly kind?: Kind | undefined;
  readonly limit: number;
  /** Where the last page of that kind ended. */
  readonly after?: Cursor | undefined;
}

/** A page of one kind; `next` is null at the end. */
export interface Found<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface SearchResult {
  readonly concern: Found<FoundConcern>;
  readonly question: Found<FoundQuestion>;
  readonly practiceNote: Found<FoundNote>;
  readonly school: Found<FoundSchool>;
  readonly person: Found<FoundPerson>;
}

const nothing = { items: [], next: null };

/** What the actor may see of what they search for. */
export async function search(deed: Deed, actor: Actor, input: SearchInput): Promise<SearchResult> {
  const { q, kind, limit, after } = input;
  const wanted = wantedBy(q);
  if (wanted === undefined)
    return {
      concern: nothing,
      question: nothing,
      practiceNote: nothing,
      school: nothing,
      person: nothing,
    };
  const number = isNumber(q.trim()) ? q.trim().toUpperCase() : null;
  const asked = (one: Kind) => kind === undefined || kind === one;
  return deed.database.write(actor, async (tx) => {
    const sought = { ...wanted, number, limit, after };
    const [concerns, questions, notes, schools, people] = await Promise.all([
      asked('concern') && readsConcerns(actor) ? findConcernsWith(tx, actor, sought) : [],
      asked('question') && readsQuestions(actor) ? findQuestionsWith(tx, actor, sought) : [],
      asked('practiceNote') ? findPracticeNotesWith(tx, actor, sought) : [],
      asked('school') ? findSchoolsLike(tx, { text: wanted.text, limit, after }) : [],
      asked('person') ? findPeopleLike(tx, { text: wanted.text, limit, after }) : [],
    ]);
    const concern = pageOf(concerns, limit, ({ touchedAt }) => touchedAt);
    const found = concern.items.map(({ id }) => id);
    await recordAudits(tx, actor, { action: 'find', subject: 'concern', via: deed.via }, found);
    const question = pageOf(questions, limit, ({ touchedAt }) => touchedAt);
    const ofPupils = question.items.filter(({ level }) => level === 'pupil').map(({ id }) => id);
    await recordAudits(tx, actor, { action: 'find', subject: 'question', via: deed.via }, ofPupils);
    return {
      concern,
      question,
      practiceNote: pageOf(notes, limit, ({ publishedAt }) => publishedAt),
      school: pageOf(schools, limit, ({ name }) => name),
      person: pageOf(people, limit, ({ name }) => name),
    };
  });
}

function pageOf<T extends { readonly id: string }>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => string,
): Found<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next =
    rows.length > limit && last !== undefined ? encodeCursor({ key: keyOf(last), id: last.id }) : null;
  return { items, next };
}
