/** Searching is a deed: the ledger and the access log get a line for each concern, and each question on a pupil, that a word was found in. */
import { type FoundConcern, findConcernsWith, readsConcerns } from '../concerns/index.ts';
import {
  type FoundOnSite,
  type FoundPromise,
  type FoundRule,
  findPromisesLike,
  findRulesLike,
  searchOwnPosts,
} from '../news/index.ts';
import { type FoundDevelopment, findDevelopmentLike } from '../plans/index.ts';
import { recordAudits } from '../platform/audit.ts';
import { isNumber } from '../platform/ids.ts';
import { cursorQuery, dayCursorQuery, momentCursorQuery } from '../platform/paging.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Cursor } from '../platform/pure/cursor.ts';
import { type Page, pageOf } from '../platform/pure/cursor.ts';
import { wantedBy } from '../platform/pure/wanted.ts';
import type { Deed } from '../platform/route.ts';
import {
  type FoundNote,
  type FoundQuestion,
  findPracticeNotesWith,
  findQuestionsWith,
  readsQuestions,
} from '../questions/index.ts';
import { type FoundPerson, type FoundSchool, findPeopleLike, findSchoolsLike } from '../registers/index.ts';
import {
  type FoundSpecialist,
  type FoundStationing,
  findSpecialistsLike,
  findStationingsLike,
  readsStationings,
} from '../stationing/index.ts';

export const kinds = [
  'concern',
  'question',
  'practiceNote',
  'post',
  'promise',
  'rule',
  'development',
  'specialist',
  'stationing',
  'school',
  'person',
] as const;
export type Kind = (typeof kinds)[number];

/** Where a page of this kind may begin: by the moment it was last touched, by day, or by name. */
export function cursorOf(kind: Kind | undefined) {
  switch (kind) {
    case 'concern':
    case 'question':
    case 'practiceNote':
    case 'post':
      return momentCursorQuery;
    case 'promise':
    case 'rule':
    case 'stationing':
      return dayCursorQuery;
    default:
      return cursorQuery;
  }
}

export interface SearchInput {
  readonly q: string;
  /** Only this kind; without it all, each to the limit. */
  readonly kind?: Kind | undefined;
  readonly limit: number;
  /** Where the last page of that kind ended. */
  readonly after?: Cursor | undefined;
}

export interface SearchResult {
  readonly concern: Page<FoundConcern>;
  readonly question: Page<FoundQuestion>;
  readonly practiceNote: Page<FoundNote>;
  readonly post: Page<FoundOnSite>;
  readonly promise: Page<FoundPromise>;
  readonly rule: Page<FoundRule>;
  /** Pilots, role profiles, consultations, ondersteuningsplannen, ambitions. */
  readonly development: Page<FoundDevelopment>;
  readonly specialist: Page<FoundSpecialist>;
  readonly stationing: Page<FoundStationing>;
  readonly school: Page<FoundSchool>;
  readonly person: Page<FoundPerson>;
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
      post: nothing,
      promise: nothing,
      rule: nothing,
      development: nothing,
      specialist: nothing,
      stationing: nothing,
      school: nothing,
      person: nothing,
    };
  const number = isNumber(q.trim()) ? q.trim().toUpperCase() : null;
  const found = <T>(one: Kind, find: () => Promise<readonly T[]>, may = true): Promise<readonly T[]> =>
    may && (kind === undefined || kind === one) ? find() : Promise.resolve([]);
  return deed.database.write(actor, async (tx) => {
    const sought = { ...wanted, number, limit, after };
    const named = { text: wanted.text, limit, after };
    const [
      concerns,
      questions,
      notes,
      posts,
      promises,
      rules,
      development,
      specialists,
      stationings,
      schools,
      people,
    ] = await Promise.all([
      found('concern', () => findConcernsWith(tx, actor, sought), readsConcerns(actor)),
      found('question', () => findQuestionsWith(tx, actor, sought), readsQuestions(actor)),
      found('practiceNote', () => findPracticeNotesWith(tx, actor, sought)),
      found('post', () => searchOwnPosts(tx, actor, { ...sought, language: 'nl' })),
      found('promise', () => findPromisesLike(tx, actor, named)),
      found('rule', () => findRulesLike(tx, actor, sought)),
      found('development', () => findDevelopmentLike(tx, actor, named)),
      found('specialist', () => findSpecialistsLike(tx, actor, named)),
      found('stationing', () => findStationingsLike(tx, actor, named), readsStationings(actor)),
      found('school', () => findSchoolsLike(tx, named)),
      found('person', () => findPeopleLike(tx, named)),
    ]);
    const concern = pageOf(concerns, limit, ({ touchedAt }) => touchedAt);
    const concernIds = concern.items.map(({ id }) => id);
    await recordAudits(tx, actor, { action: 'find', subject: 'concern', via: deed.via }, concernIds);
    const question = pageOf(questions, limit, ({ touchedAt }) => touchedAt);
    const ofPupils = question.items.filter(({ level }) => level === 'pupil').map(({ id }) => id);
    await recordAudits(tx, actor, { action: 'find', subject: 'question', via: deed.via }, ofPupils);
    return {
      concern,
      question,
      practiceNote: pageOf(notes, limit, ({ publishedAt }) => publishedAt),
      post: pageOf(posts, limit, ({ key }) => key),
      promise: pageOf(promises, limit, ({ dueOn }) => dueOn),
      rule: pageOf(rules, limit, ({ startsOn }) => startsOn),
      development: pageOf(development, limit, ({ name }) => name),
      specialist: pageOf(specialists, limit, ({ name }) => name),
      stationing: pageOf(stationings, limit, ({ from }) => from),
      school: pageOf(schools, limit, ({ name }) => name),
      person: pageOf(people, limit, ({ name }) => name),
    };
  });
}
