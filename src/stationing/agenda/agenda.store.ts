/** What stands in the agenda of a specialist or a school in a week. Row-level security leaves out what is not the reader's. */
import { type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { neverBegan } from '../stationings/stationing.store.ts';
import type { AgendaFacts, AgendaSeries } from './agenda-week.ts';

interface Week {
  /** A Monday. */
  readonly from: CivilDate;
  /** Its Sunday. */
  readonly to: CivilDate;
}

const stationing = sql`jsonb_build_object('id', s.id, 'who', p.name, 'place', coalesce(
    (select h.name from school h where h.tenant_id = s.tenant_id and h.id = s.school_id),
    (select b.name from board b where b.tenant_id = s.tenant_id and b.id = s.board_id)), 'status', s.status,
  'dagdelen', s.dagdelen::float8, 'from', s.starts_on, 'to', s.ends_on - 1) order by s.starts_on, p.name, s.id`;

const during = (row: Sql, { from, to }: Week) =>
  sql`${row}.starts_on <= ${to}::date and (${row}.ends_on is null or ${row}.ends_on > ${from}::date)`;

const visit = sql`jsonb_build_object('id', v.id, 'whoId', p.id, 'who', p.name, 'on', v.on_date, 'kind', v.kind, 'schools', (
    select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name) order by h.name, h.id), '[]')
    from visit_school x join school h on h.tenant_id = x.tenant_id and h.id = x.school_id
    where x.tenant_id = v.tenant_id and x.visit_id = v.id)) order by v.on_date, p.name, v.id`;

const holiday = sql`jsonb_build_object('from', y.starts_on, 'to', y.ends_on - 1, 'scope', y.scope, 'boardId', y.board_id,
  'schoolId', y.school_id, 'kind', y.kind)`;

export interface PersonAgenda extends AgendaFacts {
  readonly name: string;
}

/** Of a specialist; undefined: nobody of this partnership who is, was or will be one. */
export async function findAgendaOf(
  reader: Reader,
  who: Identity,
  week: Week,
): Promise<PersonAgenda | undefined> {
  const { tenantId, personId } = who;
  const { from, to } = week;
  const row = await reader.first<Omit<PersonAgenda, 'school'>>(sql`with series as (
      select x.id, x.weekday, x.starts_on, x.ends_on, x.kind, s.id as school_id, s.board_id, s.name as school_name
      from visit_series x join school s on s.tenant_id = x.tenant_id and s.id = x.school_id
      where x.tenant_id = ${tenantId} and x.specialist_id = ${personId} and ${during(sql`x`, week)}
    )
    select p.name, coalesce((select jsonb_agg(${stationing}) from stationing s
        where s.tenant_id = ${tenantId} and s.specialist_id = ${personId} and s.status <> 'withdrawn' and ${during(sql`s`, week)}
          and not ${neverBegan}), '[]') as stationings,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'whoId', p.id, 'who', p.name, 'weekday', x.weekday, 'from', x.starts_on,
          'to', x.ends_on - 1, 'kind', x.kind, 'schoolId', x.school_id, 'boardId', x.board_id, 'schoolName', x.school_name)
        order by x.weekday, x.school_name, x.id) from series x), '[]') as series,
      coalesce((select jsonb_agg(${visit}) from visit v where v.tenant_id = ${tenantId} and v.specialist_id = ${personId}
        and v.withdrawn_at is null and v.on_date between ${from}::date and ${to}::date), '[]') as visits,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'startsAt', m.starts_at, 'place', m.place) order by m.starts_at, m.id)
        from committee_meeting m where m.tenant_id = ${tenantId} and m.status <> 'cancelled'
          and m.starts_at > ${from}::date - interval '1 day' and m.starts_at < ${to}::date + interval '2 days'
          and exists (select from appointment h where h.tenant_id = ${tenantId} and h.person_id = ${personId}
            and h.role in ('committee_member', 'committee_secretary') and ${during(sql`h`, week)})), '[]') as meetings,
      coalesce((select jsonb_agg(jsonb_build_object('whoId', p.id, 'who', p.name, 'from', x.starts_on, 'to', x.ends_on - 1) order by x.starts_on, x.id)
        from specialist_absence x where x.tenant_id = ${tenantId} and x.person_id = ${personId} and ${during(sql`x`, week)}), '[]') as absences,
      coalesce((select jsonb_agg(${holiday}) from holiday y where y.tenant_id = ${tenantId} and ${during(sql`y`, week)} and (y.scope = 'tenant'
        or y.school_id in (select school_id from series) or y.board_id in (select board_id from series))), '[]') as holidays
    from person p where p.tenant_id = ${tenantId} and p.id = ${personId} and exists (select from appointment a
      where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist')`);
  // No school of its own: of the partnership's holidays only those of everybody.
  return row && { ...row, school: { schoolId: '', boardId: null } };
}

export interface SchoolAgenda extends AgendaFacts {
  readonly name: string;
}

interface FoundSchool extends Pick<AgendaFacts, 'stationings' | 'visits' | 'holidays'> {
  readonly id: string;
  readonly name: string;
  readonly boardId: string | null;
  /** null: not for this reader. */
  readonly known: {
    readonly series: readonly Omit<AgendaSeries, 'schoolId' | 'boardId' | 'schoolName'>[];
    readonly absences: AgendaFacts['absences'];
  } | null;
}

/** Of a school by its code. What the committee does there is not in it. */
export async function findAgendaAt(
  reader: Reader,
  who: Identity,
  code: string,
  week: Week,
): Promise<SchoolAgenda | undefined> {
  const { from, to } = week;
  const row = await reader.first<FoundSchool>(sql`select h.id, h.name, h.board_id as "boardId",
      coalesce((select jsonb_agg(${stationing}) from stationing s join person p on p.tenant_id = s.tenant_id and p.id = s.specialist_id
        where s.tenant_id = h.tenant_id and s.status <> 'withdrawn' and ${during(sql`s`, week)} and not ${neverBegan} and s.id in (
          select x.stationing_id from stationing_school x where x.tenant_id = h.tenant_id and x.school_id = h.id)), '[]') as stationings,
      coalesce((select jsonb_agg(${visit}) from visit v join person p on p.tenant_id = v.tenant_id and p.id = v.specialist_id
        where v.tenant_id = h.tenant_id and v.withdrawn_at is null and v.on_date between ${from}::date and ${to}::date and v.id in (
          select x.visit_id from visit_school x where x.tenant_id = h.tenant_id and x.school_id = h.id
            and x.on_date between ${from}::date and ${to}::date)), '[]') as visits,
      school_agenda(h.id, ${from}::date, ${to}::date + 1) as known,
      coalesce((select jsonb_agg(${holiday}) from holiday y where y.tenant_id = h.tenant_id and ${during(sql`y`, week)}
        and (y.scope = 'tenant' or y.school_id = h.id or y.board_id = h.board_id)), '[]') as holidays
    from school h where h.tenant_id = ${who.tenantId} and h.code = ${code}`);
  if (row === undefined) return undefined;
  const { id: schoolId, boardId, name, known, ...rest } = row;
  const place = { schoolId, boardId };
  return {
    ...rest,
    name,
    school: place,
    meetings: [],
    absences: known?.absences ?? [],
    series: (known?.series ?? []).map((one) => ({ ...one, ...place, schoolName: name })),
  };
}
