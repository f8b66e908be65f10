/** What the board can be narrowed to. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';

interface Named {
  readonly code: string;
  readonly name: string;
}

export interface BoardChoices {
  readonly areas: readonly Named[];
  readonly boards: readonly Named[];
  readonly expertise: readonly Named[];
  readonly specialists: readonly { readonly id: string; readonly name: string }[];
}

/** By name, in one statement. */
export async function findBoardChoices(reader: Reader, who: Identity): Promise<BoardChoices> {
  const row = await reader.first<BoardChoices>(sql`select (
      select coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name) order by r.name, r.code), '[]')
      from area r where r.tenant_id = ${who.tenantId}) as areas, (
      select coalesce(jsonb_agg(jsonb_build_object('code', b.code, 'name', b.name) order by b.name, b.code), '[]')
      from board b where b.tenant_id = ${who.tenantId}) as boards, (
      select coalesce(jsonb_agg(jsonb_build_object('code', e.code, 'name', e.name) order by e.position, e.name), '[]')
      from expertise e where e.tenant_id = ${who.tenantId} and (e.ended_on is null or e.ended_on > (select app_today()))) as expertise, (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]')
      from person p where p.tenant_id = ${who.tenantId} and p.suspended_at is null and exists (select from appointment a
        where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist'
          and (a.ends_on is null or a.ends_on > (select app_today())))) as specialists`);
  return row ?? { areas: [], boards: [], expertise: [], specialists: [] };
}
