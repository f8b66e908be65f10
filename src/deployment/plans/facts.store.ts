/** What a plan is made from, as the team lead reads it today: three statements, each one row of JSON. */

import {
  defaultSettings,
  freed,
  type PlanFacts,
  type SettingsFacts,
  type WeightFacts,
} from '../../planner/index.ts';
import { type Reader, type Sql, sql } from '../../platform/database.ts';

export interface Period {
  readonly tenantId: string;
  /** A Monday. */
  readonly startsOn: string;
  readonly weeks: number;
}

/** Everything but the previous plan, which the caller knows; `planId` null: without marks. */
export async function findPlanFacts(
  reader: Reader,
  period: Period,
  planId: string | null,
): Promise<Omit<PlanFacts, 'previous'>> {
  const { tenantId, startsOn, weeks } = period;
  const endsOn = sql`(${startsOn}::date + 7 * ${weeks}::int)`;
  const [measures, people, work] = await Promise.all([
    reader.first<Measures>(measuresOf(tenantId, startsOn, endsOn, planId)),
    reader.first<Pick<PlanFacts, 'specialists'>>(specialistsOf(tenantId, startsOn, endsOn)),
    reader.first<Pick<PlanFacts, 'schools' | 'demands'>>(workOf(tenantId, startsOn, endsOn)),
  ]);
  // Somebody sick or gone for the whole period keeps no question waiting.
  return freed({
    period: { monday: startsOn, weeks, schoolWeeks: measures?.schoolWeeks ?? [] },
    specialists: people?.specialists ?? [],
    schools: work?.schools ?? [],
    bases: measures?.bases ?? [],
    demands: work?.demands ?? [],
    travel: measures?.travel ?? [],
    settings: measures?.settings ?? defaultSettings,
    weights: measures?.weights ?? [],
    marks: measures?.marks ?? [],
  });
}

interface Measures extends Pick<PlanFacts, 'bases' | 'travel' | 'marks'> {
  readonly schoolWeeks: readonly string[];
  readonly settings: SettingsFacts | null;
  readonly weights: readonly WeightFacts[];
}

/** The school days of the partnership within the period, with the Monday of their week. */
const schoolDays = (tenantId: string, startsOn: string, endsOn: Sql) => sql`days as materialized (
    select d::date as day, date_trunc('week', d)::date as monday
    from generate_series(${startsOn}::timestamp, ${endsOn}::timestamp - interval '1 day', interval '1 day') d
    where is_school_day(${tenantId}, null, d::date)
  )`;

const measuresOf = (tenantId: string, startsOn: string, endsOn: Sql, planId: string | null) => sql`
  with ${schoolDays(tenantId, startsOn, endsOn)}
  select
    (select coalesce(jsonb_agg(monday order by monday), '[]') from (select distinct monday from days) w) as "schoolWeeks",
    (select jsonb_build_object('mostPlaces', s.most_places, 'leastBlock', (s.least_block * 2)::int, 'mostBlock', (s.most_block * 2)::int,
        'wholeBlocks', s.whole_blocks, 'mostTravel', s.most_travel, 'detour', s.detour, 'speed', s.speed, 'travelStart', s.travel_start,
        'fairShare', s.fair_share)
      from planning_settings s where s.tenant_id = ${tenantId}) as settings,
    (select coalesce(jsonb_agg(jsonb_build_object('code', w.code, 'name', w.name, 'weight', w.weight) order by w.code), '[]')
      from planning_weight w where w.tenant_id = ${tenantId}) as weights,
    (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'latitude', b.latitude, 'longitude', b.longitude) order by b.id), '[]')
      from travel_base b where b.tenant_id = ${tenantId}) as bases,
    (select coalesce(jsonb_agg(jsonb_build_object('baseId', t.base_id, 'schoolId', t.school_id, 'minutes', t.minutes) order by t.base_id, t.school_id), '[]')
      from travel_time t where t.tenant_id = ${tenantId}) as travel,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', m.kind, 'specialistId', m.specialist_id, 'schoolId', m.school_id, 'demandId', m.demand_id)
        order by m.id), '[]')
      from plan_mark m where m.tenant_id = ${tenantId} and m.plan_id = ${planId}::uuid) as marks`;

/** What a question takes: as planned, else as asked, else what its kind usually takes. */
const usualDagdelen = sql`coalesce(q.planned_dagdelen, q.requested_dagdelen,
  case q.level when 'pupil' then 6 when 'group' then 4 when 'team' then 8 else 10 end)`;

/** Question q, with its term t, as a demand of so many dagdelen. */
const demandOf = (
  dagdelen: Sql,
) => sql`jsonb_build_object('id', q.id, 'kind', 'question', 'number', q.number, 'schoolId', q.school_id,
  'expertise', to_jsonb(q.expertise), 'leastLevel', 1, 'language', q.language, 'halves', ceil(2 * ${dagdelen})::int, 'urgency', q.urgency,
  'waitedDays', counted_days(q.tenant_id, q.school_id, q.submitted_on, app_today(), q.pauses, q.paused_on), 'normDays', coalesce(t.days, 0),
  'ambitionId', null, 'ambitionWeight', 0)`;

/** Dagdelen of assignment a within the period, spread evenly over its days. */
const leftOf = (startsOn: string, endsOn: Sql) =>
  sql`a.planned_dagdelen * (least(a.ends_on, ${endsOn}) - greatest(a.starts_on, ${startsOn}::date)) / (a.ends_on - a.starts_on)`;

/**
 * Specialists of the whole partnership within the period. What is theirs already counts as far as it lies in the period, rounded up to
 * whole halves; a week without contract is a week away.
 */
const specialistsOf = (tenantId: string, startsOn: string, endsOn: Sql) => sql`
  with ${schoolDays(tenantId, startsOn, endsOn)},
  staff as (
    select p.id, coalesce(l.languages, '{}') as languages, s.base_id, s.most_places
    from person p
    left join specialist l on l.tenant_id = p.tenant_id and l.person_id = p.id
    left join specialist_planning s on s.tenant_id = p.tenant_id and s.person_id = p.id
    where p.tenant_id = ${tenantId} and p.suspended_at is null and exists (select from appointment a
      where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist'
        and a.starts_on < ${endsOn} and (a.ends_on is null or a.ends_on > greatest(app_today(), ${startsOn}::date)))
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'languages', to_jsonb(x.languages), 'baseId', x.base_id, 'mostPlaces', x.most_places,
    'capacity', coalesce((select (min(c.dagdelen) * 2)::int from contract c where c.tenant_id = ${tenantId} and c.person_id = x.id
      and daterange(c.starts_on, c.ends_on) && daterange(${startsOn}::date, ${endsOn})), 0),
    'away', (select coalesce(jsonb_agg(w.monday order by w.monday), '[]') from (
        select d.monday from days d
        group by d.monday
        having count(*) filter (where exists (select from specialist_absence n where n.tenant_id = ${tenantId} and n.person_id = x.id
            and daterange(n.starts_on, n.ends_on) @> d.day)
          or not exists (select from contract c where c.tenant_id = ${tenantId} and c.person_id = x.id
            and daterange(c.starts_on, c.ends_on) @> d.day)) * 2 >= count(*)) w),
    'expertise', (select coalesce(jsonb_object_agg(e.expertise, e.level), '{}') from specialist_expertise e
      where e.tenant_id = ${tenantId} and e.person_id = x.id),
    'fixed', (select coalesce(jsonb_agg(jsonb_build_object('schoolId', q.school_id, 'halves', ceil(2 * ${leftOf(startsOn, endsOn)})::int,
          'question', ${demandOf(leftOf(startsOn, endsOn))}) order by a.id), '[]')
      from assignment a join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id
      left join question_term t on t.tenant_id = q.tenant_id and t.clock = 'start'
      where a.tenant_id = ${tenantId} and a.specialist_id = x.id and a.kind = 'assigned' and a.state = 'active'
        and a.starts_on < ${endsOn} and a.ends_on > ${startsOn}::date),
    'stationings', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'boardId', s.board_id, 'halves', (s.dagdelen * 2)::int, 'until', s.ends_on,
        'schoolIds', (select coalesce(jsonb_agg(y.school_id order by y.school_id), '[]') from stationing_school y
          where y.tenant_id = s.tenant_id and y.stationing_id = s.id)) order by s.id), '[]')
      from stationing s where s.tenant_id = ${tenantId} and s.specialist_id = x.id and s.status in ('agreed', 'active', 'evaluated')
        and s.starts_on < ${endsOn} and s.ends_on > ${startsOn}::date)
  ) order by x.id), '[]') as specialists
  from staff x`;

/** Open questions that nobody has yet, and what is expected, as far as it lies in the period; an ambition weighs while it runs. */
const workOf = (tenantId: string, startsOn: string, endsOn: Sql) => sql`
  select
    (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'boardId', h.board_id, 'areaId', h.area_id, 'pupils', h.pupils,
        'latitude', h.latitude, 'longitude', h.longitude) order by h.id), '[]')
      from school h where h.tenant_id = ${tenantId} and (h.ended_on is null or h.ended_on > ${startsOn}::date)) as schools,
    (select coalesce(jsonb_agg(d.demand order by d.kind desc, d.id), '[]') from (
      select 'question' as kind, q.id, ${demandOf(usualDagdelen)} as demand
      from support_question q left join question_term t on t.tenant_id = q.tenant_id and t.clock = 'start'
      where q.tenant_id = ${tenantId} and q.status in ('submitted', 'in_triage', 'needs_information')
        and not exists (select from assignment a where a.tenant_id = q.tenant_id and a.question_id = q.id and a.kind = 'assigned' and a.state = 'active')
        and exists (select from school h where h.tenant_id = q.tenant_id and h.id = q.school_id and (h.ended_on is null or h.ended_on > ${startsOn}::date))
      union all
      select 'expected', n.id, jsonb_build_object('id', n.id, 'kind', 'expected', 'number', null, 'schoolId', n.school_id,
        'expertise', jsonb_build_array(n.expertise), 'leastLevel', n.least_level, 'language', n.language,
        'halves', ceil(2 * n.dagdelen * (least(n.ends_on, ${endsOn}) - greatest(n.starts_on, ${startsOn}::date)) / (n.ends_on - n.starts_on))::int,
        'urgency', 'normal', 'waitedDays', 0, 'normDays', 0, 'ambitionId', a.id, 'ambitionWeight', coalesce(a.weight, 0))
      from expected_need n left join ambition a on a.tenant_id = n.tenant_id and a.id = n.ambition_id
        and a.starts_on < ${endsOn} and (a.ends_on is null or a.ends_on > ${startsOn}::date)
      where n.tenant_id = ${tenantId} and n.starts_on < ${endsOn} and n.ends_on > ${startsOn}::date
        and exists (select from school h where h.tenant_id = n.tenant_id and h.id = n.school_id and (h.ended_on is null or h.ended_on > ${startsOn}::date))
    ) d) as demands`;
