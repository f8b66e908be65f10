/** What waits for somebody in development: rounds that ask them, and ways into a role. And the reminder of a round that is about to end. */
import { type Database, type Sql, sql } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { CivilDate } from '../platform/pure/dates.ts';
import { asksMe } from './consultations/round.store.ts';
import type { TransitionStep } from './transitions/transition.rules.ts';

export interface DevelopmentWaiting {
  /** Rounds that ask the reader, who did not answer yet; what ends first comes first. */
  readonly rounds: readonly { readonly id: string; readonly title: string; readonly endsOn: CivilDate }[];
  /** Ways into a role that did not come to their end: one's own, for team leads everybody's. */
  readonly ways: readonly { readonly mine: boolean; readonly steps: readonly TransitionStep[] }[];
}

export const noDevelopment: DevelopmentWaiting = { rounds: [], ways: [] };

/** More rounds than this nobody has open at once. */
const mostRounds = 20;

/** Both, as an expression for a statement that asks more. */
export const developmentWaiting = ({ tenantId, personId }: Actor): Sql => sql`jsonb_build_object(
  'rounds', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'endsOn', r.ends_on - 1) order by r.ends_on, r.id), '[]')
    from (select c.id, c.title, c.ends_on from consultation c where c.tenant_id = ${tenantId} and c.status = 'open'
        and c.starts_on <= (select app_today()) and c.ends_on > (select app_today()) and c.made_by <> ${personId} and ${asksMe}
        and not exists (select from consultation_participant p where p.tenant_id = c.tenant_id and p.consultation_id = c.id and p.person_id = ${personId})
      order by c.ends_on, c.id limit ${mostRounds}) r),
  'ways', (select coalesce(jsonb_agg(jsonb_build_object('mine', w.person_id = ${personId}, 'steps', w.steps)), '[]')
    from (select t.person_id, array_agg(t.step) as steps from role_transition t where t.tenant_id = ${tenantId}
      group by t.person_id, t.profile_id having not 'started' = any (array_agg(t.step))) w))`;

/** Tells whom a round asks and who said nothing yet that its last day is near. Gives how many were told. */
export async function remindOfRoundsAsking(database: Database): Promise<number> {
  const row = await database.ask<{ told: number }>(
    sql`select remind_of_rounds(${database.movedClock()}) as told`,
  );
  return row?.told ?? 0;
}
