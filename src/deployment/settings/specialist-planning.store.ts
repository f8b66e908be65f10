/** What planning must know of a specialist beside profile and contract. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';

export interface SpecialistPlanning {
  /** null: none; a plan then guesses how far schools are. */
  readonly baseId: string | null;
  /** Schools at a time; null: as for everybody. */
  readonly mostPlaces: number | null;
}

export interface HeldPlanning extends SpecialistPlanning {
  /** 0: nothing was set yet. */
  readonly version: number;
  readonly bases: readonly { readonly id: string; readonly name: string }[];
}

/** With the bases to choose from, in one statement. */
export async function getSpecialistPlanning(
  reader: Reader,
  { tenantId, personId }: Identity,
): Promise<HeldPlanning> {
  const row =
    await reader.first<HeldPlanning>(sql`select s.base_id as "baseId", s.most_places as "mostPlaces",
      coalesce(s.version, 0) as version, (
        select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.name, b.id), '[]')
        from travel_base b where b.tenant_id = ${tenantId}) as bases
    from (select) as one
    left join specialist_planning s on s.tenant_id = ${tenantId} and s.person_id = ${personId}`);
  return row ?? { baseId: null, mostPlaces: null, version: 0, bases: [] };
}

/** False when it changed since `version` (0: there was nothing yet). */
export async function saveSpecialistPlanning(
  tx: Transaction,
  { tenantId, personId }: Identity,
  { baseId, mostPlaces }: SpecialistPlanning,
  version: number,
): Promise<boolean> {
  const rows =
    version === 0
      ? await tx.run(sql`insert into specialist_planning (tenant_id, person_id, base_id, most_places)
          values (${tenantId}, ${personId}, ${baseId}, ${mostPlaces}) on conflict (tenant_id, person_id) do nothing`)
      : await tx.run(sql`update specialist_planning set base_id = ${baseId}, most_places = ${mostPlaces}, version = version + 1
          where tenant_id = ${tenantId} and person_id = ${personId} and version = ${version}`);
  return rows === 1;
}
