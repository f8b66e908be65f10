/** Who could help with one question, as far as whoever assigns may know: one statement, ranked by the planner's own rules. */
import { defaultSettings, type PlanFacts, type Recommendation, recommend } from '../../planner/index.ts';
import { type Reader, sql } from '../../platform/database.ts';

export interface Recommended extends Recommendation {
  readonly name: string;
}

interface Found extends Omit<PlanFacts, 'settings' | 'marks' | 'previous'> {
  readonly settings: PlanFacts['settings'] | null;
  readonly names: Readonly<Record<string, string>>;
}

/** Weeks that are looked ahead. */
const weeks = 20;

/**
 * Everybody who is a specialist today, the best first. Contracts and work elsewhere are not told to everybody who assigns: what is free
 * comes from `specialist_room`, and what somebody is stationed for at this very school is free for its questions.
 */
export async function findRecommendations(
  reader: Reader,
  tenantId: string,
  questionId: string,
): Promise<readonly Recommended[]> {
  const found = await reader.first<Found>(sql`
    with q as materialized (select * from support_question q where q.tenant_id = ${tenantId} and q.id = ${questionId}),
    days as materialized (
      select d::date as day, date_trunc('week', d)::date as monday
      from generate_series(date_trunc('week', app_today()::timestamp), date_trunc('week', app_today()::timestamp) + interval '1 week' * ${weeks}::int
        - interval '1 day', interval '1 day') d
      where is_school_day(${tenantId}, null, d::date)
    ), staff as (
      select p.id, p.name, coalesce(l.languages, '{}') as languages, s.base_id, s.most_places, coalesce(r.dagdelen, 0) as free,
        (select coalesce(sum(z.dagdelen), 0) from stationing z join stationing_school y on y.tenant_id = z.tenant_id and y.stationing_id = z.id
          where z.tenant_id = p.tenant_id and z.specialist_id = p.id and y.school_id = q.school_id and z.status in ('agreed', 'active', 'evaluated')
            and z.starts_on <= app_today() and z.ends_on > app_today()) as stationed,
        (select coalesce(sum(a.planned_dagdelen / (1 + (date_trunc('week', (a.ends_on - 1)::timestamp)::date
            - date_trunc('week', a.starts_on::timestamp)::date) / 7)), 0) from assignment a
          join support_question o on o.tenant_id = a.tenant_id and o.id = a.question_id and o.school_id = q.school_id
          where a.tenant_id = p.tenant_id and a.specialist_id = p.id and a.kind = 'assigned' and a.state = 'active'
            and a.starts_on <= app_today() and a.ends_on > app_today()) as working
      from q join person p on p.tenant_id = q.tenant_id and p.suspended_at is null
      left join specialist l on l.tenant_id = p.tenant_id and l.person_id = p.id
      left join specialist_planning s on s.tenant_id = p.tenant_id and s.person_id = p.id
      left join specialist_room() r on r.person_id = p.id
      where exists (select from appointment a where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist'
        and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today()))
    )
    select
      jsonb_build_object('monday', date_trunc('week', app_today()::timestamp)::date, 'weeks', ${weeks}::int, 'schoolWeeks',
        (select coalesce(jsonb_agg(monday order by monday), '[]') from (select distinct monday from days) w)) as period,
      (select coalesce(jsonb_object_agg(x.id, x.name), '{}') from staff x) as names,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'languages', to_jsonb(x.languages), 'baseId', x.base_id, 'mostPlaces', x.most_places,
          'capacity', floor(2 * (x.free + greatest(0, x.stationed - x.working)))::int,
          'expertise', (select coalesce(jsonb_object_agg(e.expertise, e.level), '{}') from specialist_expertise e
            where e.tenant_id = ${tenantId} and e.person_id = x.id),
          'away', (select coalesce(jsonb_agg(w.monday order by w.monday), '[]') from (select d.monday from days d group by d.monday
            having count(*) filter (where exists (select from specialist_absence n where n.tenant_id = ${tenantId} and n.person_id = x.id
              and daterange(n.starts_on, n.ends_on) @> d.day)) * 2 >= count(*)) w),
          'fixed', case when x.working > 0 then jsonb_build_array(jsonb_build_object('schoolId', q.school_id, 'halves', 0)) else '[]' end,
          'stationings', case when x.stationed > 0 then jsonb_build_array(jsonb_build_object('id', x.id, 'schoolIds', jsonb_build_array(q.school_id),
            'boardId', null, 'halves', (2 * x.stationed)::int, 'until', app_today() + 7 * ${weeks}::int)) else '[]' end) order by x.id), '[]')
        from staff x) as specialists,
      (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'boardId', h.board_id, 'areaId', h.area_id, 'pupils', h.pupils,
          'latitude', h.latitude, 'longitude', h.longitude)), '[]') from school h where h.tenant_id = q.tenant_id and h.id = q.school_id) as schools,
      (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'latitude', b.latitude, 'longitude', b.longitude) order by b.id), '[]')
        from travel_base b where b.tenant_id = q.tenant_id) as bases,
      (select coalesce(jsonb_agg(jsonb_build_object('baseId', t.base_id, 'schoolId', t.school_id, 'minutes', t.minutes)), '[]')
        from travel_time t where t.tenant_id = q.tenant_id and t.school_id = q.school_id) as travel,
      (select jsonb_build_object('mostPlaces', s.most_places, 'leastBlock', (s.least_block * 2)::int, 'mostBlock', (s.most_block * 2)::int,
          'wholeBlocks', s.whole_blocks, 'mostTravel', s.most_travel, 'detour', s.detour, 'speed', s.speed, 'travelStart', s.travel_start,
          'fairShare', s.fair_share) from planning_settings s where s.tenant_id = q.tenant_id) as settings,
      (select coalesce(jsonb_agg(jsonb_build_object('code', w.code, 'name', w.name, 'weight', w.weight)), '[]')
        from planning_weight w where w.tenant_id = q.tenant_id) as weights,
      jsonb_build_array(jsonb_build_object('id', q.id, 'kind', 'question', 'number', q.number, 'schoolId', q.school_id, 'expertise', to_jsonb(q.expertise),
        'leastLevel', 1, 'language', q.language, 'urgency', q.urgency, 'waitedDays', 0, 'normDays', 0, 'ambitionId', null, 'ambitionWeight', 0,
        'halves', ceil(2 * coalesce(q.planned_dagdelen, q.requested_dagdelen, 4))::int)) as demands
    from q`);
  const demand = found?.demands[0];
  if (found === undefined || demand === undefined) return [];
  const { names, settings, ...facts } = found;
  const ranked = recommend(
    { ...facts, settings: settings ?? defaultSettings, marks: [], previous: null },
    demand,
  );
  return ranked.map((each) => ({ ...each, name: names[each.specialistId] ?? '' }));
}
