/** Who of the demonstration has which work: by the rows, so that nobody needs to search all people for what a few have. */
import pg from 'pg';
import { inject } from 'vitest';
import type { Identity, Role } from '../../src/platform/pure/actor.ts';
import type { FreshDatabase } from './database.ts';

export interface AtWork {
  readonly person: Identity;
  readonly role: Role;
  /** The pages of that work. */
  readonly from: readonly string[];
}

/** Of all work in every state, two pieces for each role: of those who made or hold it, and of others at its school. */
const work = `with piece as (
    select tenant_id, 'concern ' || about || status as state, '/zorgen/' || id as path, school_id, array[author_id] as people from concern
    union all
    select q.tenant_id, 'question ' || q.status, '/vragen/' || q.id, q.school_id, array[q.author_id, q.holder_id] || (select
      array_agg(a.specialist_id) from assignment a where a.tenant_id = q.tenant_id and a.question_id = q.id) from support_question q
    union all
    select tenant_id, 'stationing ' || status, '/inzet/stationeringen/' || id, school_id, array[specialist_id] from stationing
    union all
    select o.tenant_id, 'observation ' || o.status || exists (select from observation_goal g where g.tenant_id = o.tenant_id
      and g.observation_id = o.id), '/resultaten/lesobservaties/' || o.id, null, array[o.observer_id, o.teacher_id] from observation o
    union all
    select tenant_id, 'visit', '/inzet/bezoeken/' || id, null, array[specialist_id] from visit where withdrawn_at is null
      and on_date > app_today() - 30
    union all
    select tenant_id, 'series', '/inzet/reeksen', null, array[specialist_id] from visit_series
  ), part as (
    select p.*, a.person_id, a.role, row_number() over (partition by p.state, a.role, a.person_id = any (p.people) order by p.path desc) as nth
    from piece p join tenant t on t.tenant_id = p.tenant_id and t.code = 'rotterdam'
    join appointment a on a.tenant_id = p.tenant_id and (a.school_id = p.school_id or a.person_id = any (p.people))
      and app_today() >= a.starts_on and (a.ends_on is null or a.ends_on > app_today())
  )
  select jsonb_build_object('tenantId', tenant_id, 'personId', person_id) as person, min(role) as role, array_agg(distinct path) as "from"
  from part where nth <= 2 group by tenant_id, person_id order by person_id`;

/** Asked past row-level security: whether they may, the pages say. */
export async function findAtWork({ ownerUrl }: FreshDatabase): Promise<readonly AtWork[]> {
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(ownerUrl).pathname;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  return client
    .query<AtWork>(work)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
