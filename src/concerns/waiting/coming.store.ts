/** Conversations of today and later that the actor takes part in. */
import { type Sql, sql } from '../../platform/database.ts';
import { type Actor, schoolsOf } from '../../platform/pure/actor.ts';

export interface Coming {
  readonly id: string;
  /** The concern it is about; null = an ordinary conversation. */
  readonly concernId: string | null;
  readonly title: string | null;
  readonly schoolName: string;
  /** UTC. */
  readonly startsAt: string;
}

/** A start page is to be scanned: more stands at /gesprekken. */
const most = 6;

/**
 * The first few, from the beginning of today on. Of ordinary ones those at the actor's own schools and those they planned; of
 * concerns those that still come: the latest invitation, with no talk recorded since.
 */
export function comingFor(actor: Actor): Sql {
  const schools = schoolsOf(actor, ...actor.appointments.map(({ role }) => role)).map(({ id }) => id);
  return sql`
    select k.id, k.concern_id as "concernId", k.title, s.name as "schoolName",
      to_char(k.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startsAt"
    from conversation k
    join school s on s.tenant_id = k.tenant_id and s.id = k.school_id
    where k.tenant_id = ${actor.tenantId} and k.starts_at >= app_today()::timestamp at time zone 'Europe/Amsterdam'
      and (k.made_by = ${actor.personId} or k.school_id = any (${schools}::uuid[]))
      and (k.concern_id is null or exists (select from concern c where c.tenant_id = k.tenant_id and c.id = k.concern_id
        and c.status in ('with_director', 'working', 'board_proposed') and not exists (select from concern_entry e
          where e.tenant_id = c.tenant_id and e.concern_id = c.id and e.version > k.version
            and e.step in ('plan_conversation', 'hold_conversation'))))
    order by k.starts_at, k.id limit ${most}`;
}
