import { type Reader, sql } from '../../platform/database.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { type Expertise, expertiseOf } from '../asking/asking.store.ts';
import { schoolsToAskFor } from '../question.access.ts';

export interface SchoolChoice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** What the list can be narrowed by. */
export interface ListChoices {
  readonly schools: readonly SchoolChoice[];
  readonly expertise: readonly Expertise[];
}

/** The schools whose questions the actor may meet: a neutral list, whatever stands there; and the kinds of expertise. */
export async function getListChoices(reader: Reader, actor: Actor): Promise<ListChoices> {
  const everywhere = hasRole(actor, 'team_lead', 'specialist', 'committee_member', 'committee_secretary');
  const own = schoolsToAskFor(actor).map(({ id }) => id);
  const row = await reader.first<{
    choices: ListChoices;
  }>(sql`select jsonb_build_object('expertise', ${expertiseOf},
      'schools', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name) order by s.name, s.code)
        from school s where s.tenant_id = t.tenant_id and (s.id = any (${own}::uuid[])
          or (${everywhere} and (s.ended_on is null or s.ended_on > app_today())))), '[]')) as choices
    from tenant t where t.tenant_id = ${actor.tenantId}`);
  return row?.choices ?? { schools: [], expertise: [] };
}
