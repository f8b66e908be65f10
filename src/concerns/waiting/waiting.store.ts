import { join, type Reader, type Sql, sql } from '../../platform/database.ts';
import { type Actor, boardsOf, hasRole, schoolsOf } from '../../platform/pure/actor.ts';
import { type Coming, comingFor } from './coming.store.ts';
import type { WaitingFacts } from './waiting.rules.ts';

/** Concerns looked at for each way of being part of one: the last touched ones. Far more than anybody has running. */
const most = 100;

/** Facts about the running concerns in which the actor has a part, and the conversations that come: one statement. */
export async function findWaiting(
  reader: Reader,
  actor: Actor,
): Promise<{ readonly facts: readonly WaitingFacts[]; readonly coming: readonly Coming[] }> {
  const ways = waysIn(actor).map(
    (way) => sql`(select c.id ${way} order by c.touched_at desc, c.id desc limit ${most})`,
  );
  const row = await reader.first<{ facts: readonly WaitingFacts[]; coming: readonly Coming[] }>(sql`
    select (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from (${comingFor(actor)}) k) as coming,
      coalesce(jsonb_agg(jsonb_build_object(${facts(actor)})), '[]') as facts
    from (${join(ways, ' union ')}) mine
    join concern c on c.tenant_id = ${actor.tenantId} and c.id = mine.id
    join school s on s.tenant_id = c.tenant_id and s.id = c.school_id
    cross join lateral (${latest(actor)}) e
    cross join lateral (${terms}) t`);
  return row ?? { facts: [], coming: [] };
}

/** One plain condition an index serves for each way of being part of a running concern; row-level security checks each row again. */
function waysIn(actor: Actor): readonly Sql[] {
  const running = sql`c.status in ('with_director', 'working', 'board_proposed', 'with_board')`;
  const here = sql`c.tenant_id = ${actor.tenantId}`;
  const ways: Sql[] = [
    sql`from concern c where ${here} and c.author_id = ${actor.personId} and c.status not in ('resolved', 'closed')`,
  ];
  for (const school of schoolsOf(actor, 'contact_person', 'school_director')) {
    ways.push(
      sql`from concern c where ${here} and c.school_id = ${school.id} and c.status <> 'noted' and ${running}`,
    );
  }
  if (hasRole(actor, 'support_coordinator', 'teacher')) {
    ways.push(sql`from concern c where ${here} and ${running} and exists (select from concern_entry_person p
      where p.tenant_id = c.tenant_id and p.concern_id = c.id and p.person_id = ${actor.personId} and p.participates)`);
  }
  if (hasRole(actor, 'team_lead')) {
    // Addressed first, as a director is about a school.
    ways.push(
      sql`from concern c where ${here} and c.about = 'partnership' and c.status <> 'noted' and ${running}`,
    );
    ways.push(sql`from concern c where ${here} and c.status in ('board_proposed', 'with_board')`);
    ways.push(sql`from concern c where ${here} and c.status in ('with_director', 'working') and exists (
      select from concern_entry x where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.step = 'record_no_answer')`);
  }
  if (hasRole(actor, 'partnership_director')) {
    ways.push(sql`from concern c where ${here} and c.put_forward_at is not null and c.status = 'with_board'`);
  }
  for (const board of boardsOf(actor)) {
    ways.push(
      sql`from concern c where ${here} and c.board_id = ${board.id} and c.put_forward_at is not null and c.status = 'with_board'`,
    );
  }
  return ways;
}

/** Of each step that matters the version it was last taken in. */
const latest = (actor: Actor): Sql => sql`
  select max(x.version) filter (where x.step = 'plan_conversation') as planned,
    max(x.version) filter (where x.step = 'answer_invitation' and x.relation = 'school_director') as answered,
    max(x.version) filter (where x.step = 'answer_invitation' and x.person_id = ${actor.personId}) as answered_by_me,
    max(x.version) filter (where x.step = 'record_no_answer') as passed,
    max(x.version) filter (where x.step = 'hold_conversation' and x.from_status <> 'with_board') as held,
    max(x.version) filter (where x.step = 'hold_conversation' and x.from_status = 'with_board') as held_with_board,
    max(x.version) filter (where x.step = 'confirm_report') as confirmed,
    max(x.version) filter (where x.step = 'propose_board') as proposed,
    max(x.version) filter (where x.step = 'take_position' or (x.step = 'propose_board' and x.relation = 'school_director')) as positioned,
    max(x.version) filter (where x.step in ('reply', 'answer_invitation', 'confirm_report', 'take_position')
      and x.relation = 'school_director' and x.person_id <> ${actor.personId}) as told,
    coalesce(bool_or(x.step = 'reply'), false) as replied
  from concern_entry x where x.tenant_id = c.tenant_id and x.concern_id = c.id`;

const startOf = (version: Sql): Sql =>
  sql`(select day_of(y.at) from concern_entry y where y.tenant_id = c.tenant_id and y.concern_id = c.id and y.version = ${version})`;

/** Ten school days: `termInSchoolDays` of the rules, as in the database's own law. */
const dueOn = (version: Sql): Sql => sql`add_school_days(c.tenant_id, c.school_id, ${startOf(version)}, 10)`;

/** The last day of each term that runs. */
const terms: Sql = sql`select
  case when c.status in ('with_director', 'working') and e.planned > coalesce(greatest(e.answered, e.held, e.passed), 0)
    then ${dueOn(sql`e.planned`)} end as invitation,
  case when c.status = 'working' and e.held > coalesce(e.confirmed, 0) then ${dueOn(sql`e.held`)} end as report,
  case when c.status = 'board_proposed' then ${dueOn(sql`e.proposed`)} end as position`;

const facts = (actor: Actor): Sql => sql`
  'id', c.id, 'number', c.number, 'about', c.about, 'schoolName', s.name, 'status', c.status, 'touchedAt', c.touched_at,
  'relations', to_jsonb(concern_relations(c, ${actor.personId}, app_today())),
  'isOwn', coalesce(${actor.personId}::uuid in (c.author_id, c.proposer_id), false),
  'seenVersion', (select max(d.version) from disclosure d
    where d.tenant_id = c.tenant_id and d.concern_id = c.id and d.person_id = ${actor.personId} and d.kind = 'saw'),
  'replied', e.replied, 'answerVersion', e.told,
  'daysLeft', (select coalesce(jsonb_object_agg(d, school_day_count(c.tenant_id, c.school_id, app_today(), d)), '{}')
    from (select distinct unnest(array[t.invitation, t.report, t.position]) as d) x where d is not null),
  'invitation', case when t.invitation is not null then jsonb_build_object('dueOn', t.invitation,
      'invited', exists (select from concern_entry_person p where p.tenant_id = c.tenant_id and p.concern_id = c.id
        and p.version = e.planned and p.person_id = ${actor.personId}),
      'answered', coalesce(e.answered_by_me > e.planned, false)) end,
  'unanswered', (select count(*) from concern_entry y where y.tenant_id = c.tenant_id and y.concern_id = c.id
    and y.step = 'record_no_answer' and y.version > coalesce(greatest(e.answered, e.held), 0)),
  'talkAt', (select to_char(k.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from conversation k
    where k.tenant_id = c.tenant_id and k.concern_id = c.id and k.version = e.planned and e.planned > coalesce(e.held, 0)),
  'report', case when t.report is not null then jsonb_build_object('dueOn', t.report) end,
  'position', case when t.position is not null then jsonb_build_object('dueOn', t.position, 'taken', coalesce(e.positioned >= e.proposed, false)) end,
  'lookBackOn', (select min(x.day) from (
      select a.by_date as day, a.version from agreement a where a.tenant_id = c.tenant_id and a.concern_id = c.id
      union all
      select n.on_date, n.version from concern_entry n where n.tenant_id = c.tenant_id and n.concern_id = c.id and n.step = 'not_to_board') x
    where not exists (select from concern_entry r where r.tenant_id = c.tenant_id and r.concern_id = c.id
      and r.step in ('review', 'hold_conversation') and r.version > x.version and day_of(r.at) >= x.day)),
  'boardTalkHeld', e.held_with_board is not null`;
