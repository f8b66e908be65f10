/** The questions of one specialist, with what the work plans. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { Holiday } from '../../registers/index.ts';
import { schoolDaysOf } from '../clocks/clock.facts.ts';
import { type ClockFacts, clocksOf, type SchoolDays, type Term } from '../clocks/clock.rules.ts';
import { days, holiday, termsOf } from '../question-parts.store.ts';
import type { CaseloadItem } from './caseload.rules.ts';

interface Found {
  readonly items: readonly (Omit<CaseloadItem, 'clocks'> &
    ClockFacts & { readonly schoolId: string; readonly boardId: string | null })[];
  readonly terms: readonly Term[];
  readonly holidays: readonly Holiday[];
  readonly today: string;
}

/** As the reader may see them, by school; in one statement, with the holidays their clocks leave out. */
export async function findCaseload(reader: Reader, who: Identity): Promise<readonly CaseloadItem[]> {
  const { tenantId, personId } = who;
  const row = await reader.first<Found>(sql`
    with mine as (
      select distinct on (a.question_id) a.* from assignment a
      where a.tenant_id = ${tenantId} and a.specialist_id = ${personId} and a.state in ('asked', 'active')
      order by a.question_id, a.kind
    ), found as (
      select q.*, s.name as school_name, s.board_id, a.kind, a.state, a.role, a.planned_dagdelen as own_dagdelen, a.starts_on, a.ends_on
      from mine a
      join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id
      join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
      where q.status not in ('answered', 'declined', 'withdrawn', 'stopped', 'followed_up')
    ), spent as (
      select x.question_id, sum(x.minutes)::int as minutes from visit v
      join visit_share x on x.tenant_id = v.tenant_id and x.visit_id = v.id
      where v.tenant_id = ${tenantId} and v.specialist_id = ${personId} and v.withdrawn_at is null and x.question_id in (select id from found)
      group by x.question_id
    ), scored as (
      select g.question_id, count(*) filter (where not m.started)::int as unscored,
        coalesce(jsonb_agg(g.target_on order by g.target_on) filter (where not m.ended), '[]') as targets
      from goal g cross join lateral (select coalesce(bool_or(y.moment = 'start'), false) as started, coalesce(bool_or(y.moment = 'end'), false) as ended
        from goal_score y where y.tenant_id = g.tenant_id and y.goal_id = g.id and y.scored_by = 'specialist') m
      where g.tenant_id = ${tenantId} and g.question_id in (select id from found) and g.dropped_at is null
      group by g.question_id
    )
    select app_today() as today, coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'number', q.number, 'level', q.level,
          'status', q.status, 'title', w.title, 'schoolName', q.school_name, 'schoolId', q.school_id, 'boardId', q.board_id, 'kind', q.kind,
          'state', q.state, 'role', q.role, 'dagdelen', q.own_dagdelen, 'from', q.starts_on, 'until', q.ends_on - 1,
          'minutes', coalesce(t.minutes, 0), 'unscored', coalesce(g.unscored, 0), 'targets', coalesce(g.targets, '[]'))
          || jsonb_build_object(${days}) order by q.school_name, q.number)
        from found q left join question_words w on w.tenant_id = q.tenant_id and w.question_id = q.id
        left join spent t on t.question_id = q.id left join scored g on g.question_id = q.id), '[]') as items,
      ${termsOf(sql`${tenantId}::uuid`)} as terms,
      coalesce((select jsonb_agg(${holiday}) from holiday y
        where y.tenant_id = ${tenantId} and exists (select from found) and y.ends_on > (select min(signalled_on) from found)
          and y.starts_on < app_today() + 400
          and (y.scope = 'tenant' or y.school_id in (select school_id from found) or y.board_id in (select board_id from found))), '[]') as holidays`);
  return row === undefined ? [] : withClocks(row);
}

function withClocks({ items, terms, holidays, today }: Found): readonly CaseloadItem[] {
  const schools = new Map<string, SchoolDays>();
  return items.map((item) => {
    const school = schools.get(item.schoolId) ?? schoolDaysOf(holidays, item);
    schools.set(item.schoolId, school);
    return { ...item, clocks: clocksOf(item, terms, school, today) };
  });
}
