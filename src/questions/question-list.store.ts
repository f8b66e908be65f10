/** Lists of questions: an index serves each of them. */
import { join, type Reader, raw, type Sql, sql } from '../platform/database.ts';
import { type Actor, hasRole } from '../platform/pure/actor.ts';
import type { Cursor } from '../platform/pure/cursor.ts';
import type { Holiday } from '../registers/index.ts';
import type { Term } from './clocks/clock.rules.ts';
import { schoolsReadBy } from './question.access.ts';
import type { Level, Status, Urgency } from './question.rules.ts';
import type { PersonName, QuestionDays } from './question.store.ts';
import { days, holiday, names, termsOf } from './question-parts.store.ts';

export interface QuestionFilter {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly status?: Status | undefined;
  readonly schoolId?: string | undefined;
  readonly level?: Level | undefined;
  /** A code of the partnership's list. */
  readonly expertise?: string | undefined;
  /** Id of an ambition that it works on. */
  readonly ambitionId?: string | undefined;
  /** Only what the actor has in hands. */
  readonly mine?: boolean | undefined;
  /** Only of schools where the actor is stationed today. */
  readonly stationed?: boolean | undefined;
  /** Only what has not ended. */
  readonly open?: boolean | undefined;
}

/**
 * Where an actor's questions stand: one plain condition an index serves for each way of being part of it (one OR over all of them
 * makes PostgreSQL sort everything). Row-level security checks each row again.
 */
function branches(actor: Actor, { schoolId, mine, stationed }: QuestionFilter, newest: Sql): readonly Sql[] {
  const tenant = sql`q.tenant_id = ${actor.tenantId}`;
  const where = (one: Sql) =>
    sql`select q.id, q.touched_at from support_question q where ${tenant} and ${one} ${newest}`;
  // Of each school its own newest: an index serves no order over several schools at once.
  const atStations = sql`select s.id, s.touched_at from unnest((select app_ids('stationed'))) as p (school_id)
    cross join lateral (${where(sql`q.school_id = p.school_id and q.level <> 'pupil' and q.submitted_on is not null`)}) s`;
  if (stationed === true) return [atStations];
  if (mine === true) return [where(sql`q.holder_id = ${actor.personId}`)];
  // A team lead plans every question: nothing of them stands outside this one.
  if (hasRole(actor, 'team_lead')) return [where(sql`true`)];
  const schools = schoolsReadBy(actor).filter(({ id }) => schoolId === undefined || schoolId === id);
  // Worked out once, by begin_request.
  const known = (name: string) => where(sql`q.id = any ((select app_ids(${name}))::uuid[])`);
  return [
    ...schools.map((school) => where(sql`q.school_id = ${school.id}`)),
    ...(hasRole(actor, 'teacher') ? [where(sql`q.author_id = ${actor.personId}`)] : []),
    ...(hasRole(actor, 'specialist') ? [known('assigned'), known('along'), atStations] : []),
    ...(hasRole(actor, 'committee_member', 'committee_secretary') ? [known('agenda')] : []),
  ];
}

function pageOf(actor: Actor, filter: QuestionFilter): Sql {
  const narrower = [
    // What faded has a list of its own.
    sql`and q.faded_at is null`,
    ...(filter.open === true ? [sql`and q.ended_at is null`] : []),
    ...(filter.status === undefined ? [] : [sql`and q.status = ${filter.status}`]),
    ...(filter.schoolId === undefined ? [] : [sql`and q.school_id = ${filter.schoolId}`]),
    ...(filter.level === undefined ? [] : [sql`and q.level = ${filter.level}`]),
    ...(filter.expertise === undefined ? [] : [sql`and ${filter.expertise} = any (q.expertise)`]),
    ...(filter.ambitionId === undefined ? [] : [sql`and q.ambition_id = ${filter.ambitionId}`]),
    ...(filter.after === undefined
      ? []
      : [sql`and (q.touched_at, q.id) < (${filter.after.key}::timestamptz, ${filter.after.id}::uuid)`]),
  ];
  // Not a parameter: a plan for any limit expects to read a tenth of the table, and PostgreSQL would plan anew at every request.
  const limit = raw(String(filter.limit + 1));
  const newest = sql`${join(narrower, ' ')} order by q.touched_at desc, q.id desc limit ${limit}`;
  const ways = branches(actor, filter, newest);
  if (ways.length === 0) return sql`(select null::uuid as id, null::timestamptz as touched_at where false)`;
  return sql`(select id, touched_at from (${join(
    ways.map((way) => sql`(${way})`),
    ' union ',
  )}) w order by touched_at desc, id desc limit ${limit})`;
}

const facts = sql`'id', q.id, 'number', q.number, 'level', q.level, 'status', q.status, 'version', q.version,
  'school', json_build_object('code', s.code, 'name', s.name), 'author', ${names.author}, 'holder', ${names.holder},
  'title', x.title, 'urgency', q.urgency, 'expertise', to_json(q.expertise), 'requestedDagdelen', q.requested_dagdelen,
  'plannedDagdelen', q.planned_dagdelen, 'submittedOn', q.submitted_on, 'touchedAt', q.touched_at`;

export interface QuestionSummary {
  readonly id: string;
  readonly number: string;
  readonly level: Level;
  readonly status: Status;
  readonly version: number;
  readonly school: { readonly code: string; readonly name: string };
  readonly author: PersonName | null;
  readonly holder: PersonName | null;
  /** null: not for this reader. */
  readonly title: string | null;
  readonly urgency: Urgency;
  /** Codes. */
  readonly expertise: readonly string[];
  readonly requestedDagdelen: number | null;
  readonly plannedDagdelen: number | null;
  readonly submittedOn: string | null;
  readonly touchedAt: string;
}

/** A question on a page's list, with what its clocks count. */
export interface ListedQuestion extends QuestionSummary, QuestionDays {
  readonly schoolId: string;
  readonly boardId: string | null;
}

/** A page of questions for the screen, newest first, one more than asked so that the caller knows there is a next page. */
export interface QuestionList {
  readonly items: readonly ListedQuestion[];
  readonly terms: readonly Term[];
  /** Of the whole partnership, so far back as a clock of these questions counts. */
  readonly holidays: readonly Holiday[];
  readonly today: string;
}

/** A page of questions with everything their clocks need, in one query. */
export async function findQuestions(
  reader: Reader,
  actor: Actor,
  filter: QuestionFilter,
): Promise<QuestionList> {
  const row =
    await reader.first<QuestionList>(sql`with page as materialized (select * from ${pageOf(actor, filter)} p)
    select coalesce(jsonb_agg(jsonb_build_object(${facts}, 'schoolId', q.school_id, 'boardId', s.board_id) || jsonb_build_object(${days})
        order by x0.touched_at desc, x0.id desc), '[]') as items,
      ${termsOf(sql`${actor.tenantId}`)} as terms,
      coalesce((select jsonb_agg(${holiday}) from holiday y where y.tenant_id = ${actor.tenantId} and y.ends_on > min(q.signalled_on)
        and y.starts_on < app_today() + 1500), '[]') as holidays, app_today()::text as today
    from page x0 ${withItsPlace(actor, sql`x0`)}`);
  return row ?? { items: [], terms: [], holidays: [], today: '' };
}

/** The page as the API answers it: exactly the items as JSON text, and where the next page begins; nobody parses them on the way. */
export async function findQuestionsToAnswer(
  reader: Reader,
  actor: Actor,
  filter: QuestionFilter,
): Promise<{ readonly items: string; readonly last: Cursor | null }> {
  const limit = raw(String(filter.limit));
  const row = await reader.first<{ items: string; last: Cursor | null }>(sql`select
      coalesce(json_agg(json_build_object(${facts}) order by x0.nth) filter (where x0.nth <= ${limit}), '[]')::text as items,
      case when count(*) > ${limit} then json_agg(json_build_object('key', x0.touched_at, 'id', x0.id)) filter (where x0.nth = ${limit}) -> 0 end as last
    from (select id, touched_at, row_number() over (order by touched_at desc, id desc) as nth from ${pageOf(actor, filter)} p) x0
    ${withItsPlace(actor, sql`x0`)}`);
  return row ?? { items: '[]', last: null };
}

/** How many questions this is, counted to one past the filter's limit. */
export async function countQuestions(reader: Reader, actor: Actor, filter: QuestionFilter): Promise<number> {
  const row = await reader.first<{ found: number }>(
    sql`select count(*) as found from ${pageOf(actor, filter)} x`,
  );
  return row?.found ?? 0;
}

const withItsPlace = (
  actor: Actor,
  page: Sql,
): Sql => sql`join support_question q on q.tenant_id = ${actor.tenantId} and q.id = ${page}.id
    join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
    left join question_words x on x.tenant_id = q.tenant_id and x.question_id = q.id
    left join person w on w.tenant_id = q.tenant_id and w.id = q.author_id
    left join person h on h.tenant_id = q.tenant_id and h.id = q.holder_id`;
