import { type Database, sql } from '../platform/database.ts';
import type { Appointment } from '../platform/pure/actor.ts';
import type { CivilDate } from '../platform/pure/dates.ts';

export interface DemonstrationPerson {
  readonly tenantName: string;
  /** The partnership's own words. */
  readonly labels: Readonly<Record<string, string>>;
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly appointments: readonly Appointment[];
}

/** The invented people somebody may be in the demonstration. */
export async function findDemonstrationPeople(
  database: Database,
  today: CivilDate,
): Promise<readonly DemonstrationPerson[]> {
  const row = await database.ask<{
    people: readonly DemonstrationPerson[];
  }>(sql`select coalesce(jsonb_agg(jsonb_build_object(
      'tenantName', p.tenant_name, 'labels', p.labels, 'tenantId', p.tenant_id, 'id', p.id, 'name', p.name, 'appointments', p.appointments)), '[]') as people
    from demonstration_people(${today}::date) p`);
  return row?.people ?? [];
}
