/** What there is to give, week by week; for team leads, who are the only ones to read contracts. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Holiday } from '../../registers/index.ts';
import type { PersonWeek } from './capacity.rules.ts';

export interface CapacityFilter {
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
  readonly specialistId: string | undefined;
  /** Codes. */
  readonly expertise: string | undefined;
  readonly area: string | undefined;
}

export interface Capacity {
  readonly weeks: readonly PersonWeek[];
  /** Of the whole partnership. */
  readonly holidays: readonly Holiday[];
}

/** The holidays of the partnership that touch a period, for a statement that asks more. */
const holidaysIn = (who: Identity, from: CivilDate, to: CivilDate) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('from', y.starts_on, 'to', y.ends_on - 1, 'scope', y.scope, 'boardId', null, 'schoolId', null, 'kind', y.kind))
  from holiday y where y.tenant_id = ${who.tenantId} and y.scope = 'tenant' and y.starts_on <= ${to}::date and y.ends_on > ${from}::date), '[]')`;

const week = sql`jsonb_build_object('personId', w.person_id, 'monday', w.monday, 'contract', w.contract::float8,
  'stationed', w.stationed::float8, 'assigned', w.assigned::float8, 'away', w.away::float8)`;

/** At most 53 weeks. */
export async function findCapacity(
  reader: Reader,
  who: Identity,
  { from, to, specialistId, expertise, area }: CapacityFilter,
): Promise<Capacity> {
  const row = await reader.first<Capacity>(sql`select coalesce((
      select jsonb_agg(${week} order by w.monday, w.person_id) from capacity_weeks(${from}::date, ${to}::date + 1) w
      where ${specialistId === undefined ? sql`true` : sql`w.person_id = ${specialistId}`}
        ${
          expertise === undefined
            ? sql``
            : sql`and w.person_id in (select x.person_id from specialist_expertise x
                where x.tenant_id = ${who.tenantId} and x.expertise = ${expertise})`
        }
        ${
          area === undefined
            ? sql``
            : sql`and w.person_id in (select x.person_id from specialist x join area r on r.tenant_id = x.tenant_id and r.id = any (x.areas)
                where x.tenant_id = ${who.tenantId} and r.code = ${area})`
        }), '[]') as weeks, ${holidaysIn(who, from, to)} as holidays`);
  return row ?? { weeks: [], holidays: [] };
}

/** One expertise: what is asked of it and who has it. */
export interface ExpertiseDemand {
  readonly code: string;
  readonly name: string;
  /** Open questions that name it and nobody is assigned to. */
  readonly questions: number;
  /** Dagdelen of those. */
  readonly asked: number;
  /** Dagdelen that are expected in the period beside questions. */
  readonly expected: number;
  /** Persons. */
  readonly holders: readonly string[];
}

export interface Demand extends Capacity {
  readonly expertise: readonly ExpertiseDemand[];
}

/** What a question takes: as planned, else as asked, else what its kind usually takes; the same as a plan takes it (plans/facts.store.ts). */
const usualDagdelen = sql`coalesce(q.planned_dagdelen, q.requested_dagdelen,
  case q.level when 'pupil' then 6 when 'group' then 4 when 'team' then 8 else 10 end)`;

interface Period {
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
}

/** Every expertise of the partnership, in its order, with the weeks of everybody. */
export async function findDemand(
  reader: Reader,
  who: Identity,
  { from, to }: Period,
  area?: string,
): Promise<Demand> {
  const inArea =
    area === undefined
      ? sql``
      : sql`and exists (select from school h join area r on r.tenant_id = h.tenant_id and r.id = h.area_id
          where h.tenant_id = ${who.tenantId} and h.id = q.school_id and r.code = ${area})`;
  const row = await reader.first<Demand>(sql`with open as (
      select q.expertise, ${usualDagdelen} as dagdelen from support_question q
      where q.tenant_id = ${who.tenantId} and q.status in ('submitted', 'in_triage', 'needs_information') ${inArea}
        and not exists (select from assignment a
          where a.tenant_id = q.tenant_id and a.question_id = q.id and a.kind = 'assigned' and a.state = 'active')
    ), wanted as (
      select code, count(*)::int as questions, sum(dagdelen)::float8 as dagdelen from open cross join unnest(expertise) as code group by code
    ), awaited as (
      select q.expertise as code, sum(q.dagdelen * (least(q.ends_on, ${to}::date + 1) - greatest(q.starts_on, ${from}::date))
        / (q.ends_on - q.starts_on))::float8 as dagdelen
      from expected_need q where q.tenant_id = ${who.tenantId} and q.starts_on <= ${to}::date and q.ends_on > ${from}::date ${inArea}
      group by 1
    )
    select coalesce((select jsonb_agg(jsonb_build_object('code', e.code, 'name', e.name, 'questions', coalesce(w.questions, 0),
          'asked', coalesce(w.dagdelen, 0), 'expected', coalesce(n.dagdelen, 0), 'holders', coalesce((
            select jsonb_agg(x.person_id order by x.person_id) from specialist_expertise x join person p on p.tenant_id = x.tenant_id and p.id = x.person_id
            where x.tenant_id = e.tenant_id and x.expertise = e.code and p.suspended_at is null and exists (select from appointment a
              where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist'
                and a.starts_on <= ${to}::date and (a.ends_on is null or a.ends_on > ${from}::date))), '[]')) order by e.position, e.name)
        from expertise e left join wanted w on w.code = e.code left join awaited n on n.code = e.code
        where e.tenant_id = ${who.tenantId} and (e.ended_on is null or e.ended_on > (select app_today()))), '[]') as expertise,
      coalesce((select jsonb_agg(${week} order by w.monday, w.person_id) from capacity_weeks(${from}::date, ${to}::date + 1) w), '[]') as weeks,
      ${holidaysIn(who, from, to)} as holidays`);
  return row ?? { expertise: [], weeks: [], holidays: [] };
}
