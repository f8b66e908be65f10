/** What is planned for somebody, and which keys open it as a calendar. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Opens } from '../../platform/own-address.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import { looksAhead, looksBack, type Planned } from './planned.ts';

export const ownCalendar: Opens = { keys: 'calendar_key', owner: 'calendar_owner' };

const holds = (who: Identity, roles: readonly string[]) =>
  sql`exists (select from appointment h where h.tenant_id = ${who.tenantId} and h.person_id = ${who.personId}
    and h.role = any (${roles}::text[]) and h.starts_on <= app_today() and (h.ends_on is null or h.ends_on > app_today()))`;

/** Agreed, of table x, in the days a feed shows. */
const stands = sql`x.status in ('agreed', 'active', 'evaluated', 'ended') and x.ends_on > app_today() - ${looksBack}::int
  and x.starts_on <= app_today() + ${looksAhead}::int`;

const stationing = sql`jsonb_build_object('id', x.id, 'firstDay', x.starts_on, 'lastDay', x.ends_on - 1, 'place', coalesce(
  (select h.name from school h where h.tenant_id = x.tenant_id and h.id = x.school_id),
  (select b.name from board b where b.tenant_id = x.tenant_id and b.id = x.board_id)))`;

/** Everything that is planned for a person, read in their own name; in one statement. */
export async function findPlanned(reader: Reader, who: Identity): Promise<Planned | undefined> {
  const { tenantId, personId } = who;
  const row = await reader.first<{ planned: Planned }>(sql`
    with work as (
      select q.id, q.number, q.status, q.school_id, a.starts_on, a.ends_on - 1 as last_day, q.evaluate_by, q.follow_up_on
      from assignment a join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id
      where a.tenant_id = ${tenantId} and a.specialist_id = ${personId} and a.kind = 'assigned' and a.state = 'active'
        and q.status in ('assigned', 'started', 'evaluated', 'completed') and ${holds(who, ['specialist'])}
    ), series as (
      select x.id, x.weekday, x.starts_on, x.ends_on - 1 as last_day, x.kind, x.school_id from visit_series x
      where x.tenant_id = ${tenantId} and x.specialist_id = ${personId} and (x.ends_on is null or x.ends_on > app_today() - ${looksBack}::int)
        and ${holds(who, ['specialist'])}
    ), spoken as (
      select s.id, s.board_id, s.name from school s
      where s.tenant_id = ${tenantId} and s.id = any ((select app_ids('question_schools'))::uuid[])
    ), place as (
      select s.id, s.board_id, s.name from school s
      where s.tenant_id = ${tenantId} and s.id in (select school_id from work union select school_id from series union select id from spoken)
    )
    select jsonb_build_object('today', app_today(),
      'work', coalesce((select jsonb_agg(jsonb_build_object('questionId', w.id, 'number', w.number, 'status', w.status, 'schoolId', s.id,
          'boardId', s.board_id, 'schoolName', s.name, 'firstDay', w.starts_on, 'lastDay', w.last_day, 'evaluateBy', w.evaluate_by,
          'followUpOn', w.follow_up_on) order by w.starts_on, w.id)
        from work w join place s on s.id = w.school_id), '[]'),
      'series', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'weekday', x.weekday, 'from', x.starts_on, 'to', x.last_day,
          'kind', x.kind, 'schoolId', s.id, 'boardId', s.board_id, 'schoolName', s.name) order by x.weekday, x.id)
        from series x join place s on s.id = x.school_id), '[]'),
      'stationings', coalesce((select jsonb_agg(${stationing} order by x.starts_on, x.id) from stationing x where x.tenant_id = ${tenantId}
        and x.specialist_id = ${personId} and ${stands} and ${holds(who, ['specialist'])}), '[]'),
      'schools', coalesce((select jsonb_agg(jsonb_build_object('schoolId', h.id, 'boardId', h.board_id, 'schoolName', h.name,
          'stationings', coalesce((select jsonb_agg(${stationing} order by x.starts_on, x.id) from stationing x
            join stationing_school y on y.tenant_id = x.tenant_id and y.stationing_id = x.id
            where x.tenant_id = ${tenantId} and y.school_id = h.id and ${stands}), '[]'))
          || school_agenda(h.id, app_today() - ${looksBack}::int, app_today() + ${looksAhead}::int) order by h.name, h.id)
        from spoken h), '[]'),
      'absences', coalesce((select jsonb_agg(jsonb_build_object('from', x.starts_on, 'to', x.ends_on - 1) order by x.starts_on, x.id)
        from specialist_absence x where x.tenant_id = ${tenantId} and x.person_id = ${personId}), '[]'),
      'meetings', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'startsAt', m.starts_at, 'place', m.place) order by m.starts_at, m.id)
        from committee_meeting m where m.tenant_id = ${tenantId} and m.status <> 'cancelled' and m.starts_at > app_now() - interval '1 day' * ${looksBack}::int
          and m.starts_at < app_now() + interval '1 day' * ${looksAhead}::int and ${holds(who, ['committee_member', 'committee_secretary'])}), '[]'),
      'holidays', coalesce((select jsonb_agg(jsonb_build_object('from', y.starts_on, 'to', least(y.ends_on - 1, app_today() + 800), 'scope', y.scope,
          'boardId', y.board_id, 'schoolId', y.school_id, 'kind', y.kind))
        from holiday y where y.tenant_id = ${tenantId} and y.ends_on > app_today() - 400 and y.starts_on < app_today() + 800
          and (y.scope = 'tenant' or y.school_id in (select id from place) or y.board_id in (select board_id from place))), '[]'),
      'evaluationDays', coalesce((select t.days from question_term t where t.tenant_id = ${tenantId} and t.clock = 'evaluation'), 0),
      'committee', coalesce((select t.labels ->> 'committee' from tenant t where t.tenant_id = ${tenantId}), 'commissie')) as planned`);
  return row?.planned;
}
