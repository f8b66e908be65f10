/** Rounds of asking. Row-level security shows them to whom they ask, from their first day on, and to who runs them. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity, Role } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { AnswerOutcome, RoundStatus } from './round.rules.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a round is about. `isOpen`: it is not adopted, decided or published yet; `name` null: the reader may not read it by itself. */
export interface Subject {
  readonly kind: 'profile' | 'pilot' | 'post';
  readonly id: string;
  /** Of a profile. */
  readonly edition: number | null;
  readonly name: string | null;
  readonly isOpen: boolean;
}

export interface Round {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly introduction: string | null;
  readonly subject: Subject | null;
  readonly roles: readonly Role[];
  readonly areas: readonly Named[];
  readonly boards: readonly Named[];
  readonly anonymous: boolean;
  readonly startsOn: CivilDate;
  /** The last day. */
  readonly endsOn: CivilDate;
  readonly status: RoundStatus;
  readonly summary: string | null;
  readonly summaryFor: 'asked' | 'members' | null;
  readonly questions: readonly Question[];
  /** The reader took part. */
  readonly tookPart: boolean;
  /** The reader is one of those it asks. */
  readonly asksMe: boolean;
}

export interface Question {
  readonly nth: number;
  readonly text: string;
  /** None: answered in own words. */
  readonly options: readonly string[];
}

const subject = sql`case
  when c.profile_id is not null then jsonb_build_object('kind', 'profile', 'id', c.profile_id, 'edition', c.edition,
    'name', (select f.name from role_profile f where f.tenant_id = c.tenant_id and f.id = c.profile_id),
    'isOpen', exists (select from role_profile_edition e where e.tenant_id = c.tenant_id and e.profile_id = c.profile_id and e.nth = c.edition and e.status <> 'adopted'))
  when c.pilot_id is not null then jsonb_build_object('kind', 'pilot', 'id', c.pilot_id, 'edition', null,
    'name', (select p.name from pilot p where p.tenant_id = c.tenant_id and p.id = c.pilot_id),
    'isOpen', exists (select from pilot p where p.tenant_id = c.tenant_id and p.id = c.pilot_id and p.status <> 'decided'))
  when c.post_id is not null then jsonb_build_object('kind', 'post', 'id', c.post_id, 'edition', null,
    'name', (select t.title from post_text t where t.tenant_id = c.tenant_id and t.post_id = c.post_id and t.original),
    'isOpen', exists (select from post p where p.tenant_id = c.tenant_id and p.id = c.post_id
      and (p.published_at is null or p.published_at > (select app_now())))) end`;
const named = (table: 'area' | 'board', column: 'areas' | 'boards') => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.name, x.id), '[]')
  from ${table === 'area' ? sql`area` : sql`board`} x
  where x.tenant_id = c.tenant_id and x.id = any (${column === 'areas' ? sql`c.areas` : sql`c.boards`}))`;
/** Whether the round `c` asks the reader. */
export const asksMe = sql`(c.roles && (select app_texts('roles')) and ((c.areas = '{}' and c.boards = '{}') or (select app_is('post_reader'))
  or c.areas && (select app_ids('reached_areas')) or c.boards && (select app_ids('reached_boards'))))`;
const columns = sql`c.id, c.version, c.title, c.introduction, ${subject} as subject, c.roles, ${named('area', 'areas')} as areas,
  ${named('board', 'boards')} as boards, c.anonymous, c.starts_on as "startsOn", c.ends_on - 1 as "endsOn", c.status, c.summary,
  c.summary_for as "summaryFor", (select coalesce(jsonb_agg(jsonb_build_object('nth', q.nth, 'text', q.text, 'options', q.options) order by q.nth), '[]')
    from consultation_question q where q.tenant_id = c.tenant_id and q.consultation_id = c.id) as questions,
  exists (select from consultation_participant p where p.tenant_id = c.tenant_id and p.consultation_id = c.id
    and p.person_id = (select app_person())) as "tookPart", ${asksMe} as "asksMe"`;

export interface RoundFilter {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  /** Only those that run and ask the reader. */
  readonly forMe?: boolean | undefined;
}

/** Those that begin last first; one more than asked when there are more. */
export function findRounds(
  reader: Reader,
  { tenantId }: Identity,
  { limit, after, forMe = false }: RoundFilter,
): Promise<readonly Round[]> {
  const beyond =
    after === undefined ? sql`` : sql`and (c.starts_on, c.id) < (${after.key}::date, ${after.id}::uuid)`;
  const mine = forMe
    ? sql`and c.status = 'open' and c.starts_on <= (select app_today()) and c.ends_on > (select app_today()) and ${asksMe}`
    : sql``;
  return reader.rows<Round>(sql`select ${columns} from consultation c where c.tenant_id = ${tenantId} ${mine} ${beyond}
    order by c.starts_on desc, c.id desc limit ${limit + 1}`);
}

export function getRound(reader: Reader, { tenantId }: Identity, id: string): Promise<Round | undefined> {
  return reader.first<Round>(
    sql`select ${columns} from consultation c where c.tenant_id = ${tenantId} and c.id = ${id}`,
  );
}

/** What somebody said, with their name; after the end also what was done with it. */
export interface OwnAnswer {
  readonly nth: number;
  readonly option: string | null;
  readonly text: string | null;
  readonly outcome: AnswerOutcome | null;
  readonly outcomeWords: string | null;
}

export function findOwnAnswers(reader: Reader, who: Identity, id: string): Promise<readonly OwnAnswer[]> {
  return reader.rows<OwnAnswer>(sql`select nth, option, text, outcome, outcome_words as "outcomeWords" from consultation_answer
    where tenant_id = ${who.tenantId} and consultation_id = ${id} and person_id = ${who.personId} order by nth`);
}

export interface Answer extends OwnAnswer {
  readonly id: string;
  /** Name; null in a round without names. */
  readonly by: string | null;
}

export interface Results {
  readonly asked: number;
  /** Without names and while it runs: in fives, rounded down. */
  readonly tookPart: number;
  /** The answers may be read. */
  readonly open: boolean;
  /** Only for who runs it. */
  readonly answers: readonly Answer[] | null;
  readonly options: readonly { readonly nth: number; readonly option: string; readonly n: number }[] | null;
  readonly outcomes: Readonly<Partial<Record<AnswerOutcome, number>>> | null;
}

/** What came of a round, as far as the reader may know; undefined: nothing yet. */
export async function getResults(reader: Reader, id: string): Promise<Results | undefined> {
  const row = await reader.first<{ results: Results | null }>(sql`select round_results(${id}) as results`);
  return row?.results ?? undefined;
}

/** A text that is asked about, in each of its languages. */
export interface AskedText {
  readonly language: string;
  readonly title: string;
  readonly lead: string | null;
  readonly body: string;
}

/** What came of a round, and what it asks about when that is a pilot or a post: the latter for whom is asked, on the days of the round. */
export async function getAround(
  reader: Reader,
  id: string,
): Promise<{ readonly results: Results | undefined; readonly texts: readonly AskedText[] }> {
  const row = await reader.first<{ results: Results | null; texts: readonly AskedText[] | null }>(
    sql`select round_results(${id}) as results, asked_about(${id}) as texts`,
  );
  return { results: row?.results ?? undefined, texts: row?.texts ?? [] };
}

export interface RoundChoices {
  readonly areas: readonly Named[];
  readonly boards: readonly Named[];
  /** By what `about` of the form says. */
  readonly subjects: readonly {
    readonly value: string;
    readonly kind: Subject['kind'];
    readonly name: string;
    readonly edition: number | null;
  }[];
}

/** Places, and what is still open to be asked about. */
export async function findRoundChoices(reader: Reader, { tenantId }: Identity): Promise<RoundChoices> {
  const found = await reader.first<RoundChoices>(sql`select (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name, a.id), '[]') from area a where a.tenant_id = ${tenantId}) as areas, (
      select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.name, b.id), '[]') from board b where b.tenant_id = ${tenantId}) as boards, (
      select coalesce(jsonb_agg(jsonb_build_object('value', s.value, 'kind', s.kind, 'name', s.name, 'edition', s.edition) order by s.kind desc, s.name, s.value), '[]') from (
        select 'profile:' || e.profile_id || ':' || e.nth as value, 'profile' as kind, f.name, e.nth as edition
        from role_profile_edition e join role_profile f on f.tenant_id = e.tenant_id and f.id = e.profile_id
        where e.tenant_id = ${tenantId} and e.status <> 'adopted'
        union all select 'pilot:' || p.id, 'pilot', p.name, null from pilot p where p.tenant_id = ${tenantId} and p.status <> 'decided'
        union all select 'post:' || p.id, 'post', t.title, null
        from post p join post_text t on t.tenant_id = p.tenant_id and t.post_id = p.id and t.original
        where p.tenant_id = ${tenantId} and (p.published_at is null or p.published_at > (select app_now())) and p.withdrawn_at is null) s) as subjects`);
  return found ?? { areas: [], boards: [], subjects: [] };
}
