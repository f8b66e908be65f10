/** Lists of goals, the latest made first: an index serves each way of being part of one. */
import { join, type Reader, raw, type Sql, sql } from '../../platform/database.ts';
import { type Actor, hasRole, schoolsOf } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import { type GoalView, wholeGoal, withItsPlace } from './goal.store.ts';

/** Running; those the actor has something to score of; ended with their question, or let go. */
export const stands = ['running', 'to_score', 'ended'] as const;
export type Stand = (typeof stands)[number];

export interface GoalFilter {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly stand?: Stand | undefined;
  readonly schoolId?: string | undefined;
  readonly questionId?: string | undefined;
  /** Id of an ambition they were made for, or that their question is for; what was let go is not done for it. */
  readonly ambitionId?: string | undefined;
}

/** Row-level security checks each row again. */
function branches(actor: Actor): readonly Sql[] {
  const schools = schoolsOf(actor, 'contact_person', 'school_director', 'support_coordinator');
  const byQuestion = (setting: string) => sql`g.question_id = any ((select app_ids(${setting}))::uuid[])`;
  return [
    ...schools.map((school) => sql`g.school_id = ${school.id}`),
    ...(hasRole(actor, 'teacher') ? [byQuestion('asked')] : []),
    ...(hasRole(actor, 'specialist') ? [byQuestion('assigned'), byQuestion('along')] : []),
    ...(hasRole(actor, 'committee_member', 'committee_secretary') ? [byQuestion('agenda')] : []),
    ...(hasRole(actor, 'team_lead') ? [sql`not g.pupil`] : []),
  ];
}

const over = sql`q.status in ('answered', 'declined', 'withdrawn', 'completed', 'stopped', 'followed_up')`;

/** A score of a side is missing: the same as `gapsOf` in goal.rules.ts says is to be done now. */
const misses = (by: 'school' | 'specialist', moment: 'start' | 'end' | 'follow_up') =>
  sql`not exists (select from goal_score x where x.tenant_id = g.tenant_id and x.goal_id = g.id and x.moment = ${moment} and x.scored_by = ${by})`;

function toScore(by: 'school' | 'specialist'): Sql {
  const described = sql`(select count(*) from goal_level l where l.tenant_id = g.tenant_id and l.goal_id = g.id) = g.scale`;
  const anyEnd = sql`exists (select from goal_score x where x.tenant_id = g.tenant_id and x.goal_id = g.id and x.moment = 'end')`;
  return sql`case when q.status in ('completed', 'followed_up') then q.follow_up_on <= app_today()
      and not ${misses(by, 'end')} and ${misses(by, 'follow_up')}
    when ${over} then false
    else not ${described} or (not ${anyEnd} and ${misses(by, 'start')})
      or ((g.target_on <= app_today() or q.status = 'evaluated') and ${misses(by, 'end')}) end`;
}

/** Of the sides the actor is on, the goals that miss something. */
function waitsFor(actor: Actor): Sql {
  const schools = schoolsOf(actor, 'school_director', 'support_coordinator').map((school) => school.id);
  return sql`((g.school_id = any (${schools}::uuid[]) and ${toScore('school')})
    or (g.question_id = any ((select app_ids('assigned'))::uuid[]) and ${toScore('specialist')}))`;
}

function standIs(stand: Stand, actor: Actor): Sql {
  if (stand === 'running') return sql`and g.dropped_at is null and not ${over}`;
  if (stand === 'ended') return sql`and (g.dropped_at is not null or ${over})`;
  return sql`and g.dropped_at is null and ${waitsFor(actor)}`;
}

const forAmbition = ({ tenantId }: Actor, id: string): Sql =>
  sql`and g.dropped_at is null and (g.ambition_id = ${id} or (g.ambition_id is null and g.question_id in (
    select a.id from support_question a where a.tenant_id = ${tenantId} and a.ambition_id = ${id} and a.faded_at is null)))`;

function pageOf(actor: Actor, filter: GoalFilter): Sql {
  const { after, stand, schoolId, questionId, ambitionId } = filter;
  const narrower = [
    ...(stand === undefined ? [] : [standIs(stand, actor)]),
    ...(schoolId === undefined ? [] : [sql`and g.school_id = ${schoolId}`]),
    ...(questionId === undefined ? [] : [sql`and g.question_id = ${questionId}`]),
    ...(ambitionId === undefined ? [] : [forAmbition(actor, ambitionId)]),
    ...(after === undefined
      ? []
      : [sql`and (g.made_at, g.id) < (${after.key}::timestamptz, ${after.id}::uuid)`]),
  ];
  // Not a parameter: a plan for any limit expects to read a tenth of the table.
  const limit = raw(String(filter.limit + 1));
  const withQuestion =
    stand === undefined
      ? sql``
      : sql`join support_question q on q.tenant_id = g.tenant_id and q.id = g.question_id`;
  const ways = branches(actor).map(
    (way) => sql`(select g.id, g.made_at from goal g ${withQuestion}
      where g.tenant_id = ${actor.tenantId} and ${way} ${narrower.length === 0 ? sql`` : join(narrower, ' ')}
      order by g.made_at desc, g.id desc limit ${limit})`,
  );
  if (ways.length === 0) return sql`(select id, made_at from goal where false)`;
  return sql`(select id, made_at from (${join(ways, ' union ')}) w order by made_at desc, id desc limit ${limit})`;
}

/** A page of the goals the actor may read, the latest made first; one more than asked, so that the caller knows there is a next page. */
export async function findGoals(
  reader: Reader,
  actor: Actor,
  filter: GoalFilter,
): Promise<readonly GoalView[]> {
  const rows = await reader.rows<{ goal: GoalView }>(sql`select ${wholeGoal(actor)} as goal
    from ${pageOf(actor, filter)} x join goal g on g.tenant_id = ${actor.tenantId} and g.id = x.id ${withItsPlace}
    order by g.made_at desc, g.id desc`);
  return rows.map((row) => row.goal);
}

/** How many goals this is, counted to one past the filter's limit. */
export async function countGoals(reader: Reader, actor: Actor, filter: GoalFilter): Promise<number> {
  const row = await reader.first<{ found: number }>(
    sql`select count(*) as found from ${pageOf(actor, filter)} x`,
  );
  return row?.found ?? 0;
}
