/** Schools with where they lie and what happens there in a school year. What is not the reader's to know is null. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { stationedAt, visited, waitingAt } from '../board/unvisited.store.ts';
import type { SchoolHelp, Spot } from './map.rules.ts';

export interface MapSchool extends SchoolHelp {
  readonly code: string;
  readonly name: string;
  readonly area: string | null;
  readonly board: string | null;
  /** null: nobody filled in where it lies. */
  readonly spot: Spot | null;
}

export interface MapBase extends Spot {
  readonly name: string;
}

export interface MapFilter {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Codes. */
  readonly area: string | undefined;
  readonly board: string | undefined;
  /** Whether the reader reads all questions and visits. */
  readonly all: boolean;
}

export interface MapFacts {
  /** By name. */
  readonly schools: readonly MapSchool[];
  readonly bases: readonly MapBase[];
}

export async function findMap(
  reader: Reader,
  who: Identity,
  { from, to, area, board, all }: MapFilter,
): Promise<MapFacts> {
  const row = await reader.first<MapFacts>(sql`select coalesce((
      select jsonb_agg(jsonb_build_object('code', h.code, 'name', h.name, 'area', r.name, 'board', b.name,
        'spot', case when h.latitude is not null and h.longitude is not null
          then jsonb_build_object('latitude', h.latitude, 'longitude', h.longitude) end,
        'stationed', ${stationedAt(who, from, to)}, 'waiting', ${all ? waitingAt(who) : sql`null::int`},
        'visited', ${all ? visited(who, from, to) : sql`null::boolean`}) order by h.name, h.id)
      from school h left join board b on b.tenant_id = h.tenant_id and b.id = h.board_id
      left join area r on r.tenant_id = h.tenant_id and r.id = h.area_id
      where h.tenant_id = ${who.tenantId} and (h.ended_on is null or h.ended_on > (select app_today()))
        ${area === undefined ? sql`` : sql`and r.code = ${area}`} ${board === undefined ? sql`` : sql`and b.code = ${board}`}), '[]') as schools,
    coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'latitude', t.latitude, 'longitude', t.longitude) order by t.name, t.id)
      from travel_base t where t.tenant_id = ${who.tenantId}), '[]') as bases`);
  return row ?? { schools: [], bases: [] };
}
