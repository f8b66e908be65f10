/** What a stationing can be proposed from. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { Named } from './stationing.store.ts';

export interface Choices {
  /** By name. */
  readonly specialists: readonly { readonly id: string; readonly name: string }[];
  readonly schools: readonly (Named & { readonly board: string | null })[];
  readonly boards: readonly Named[];
  /** That have not ended. */
  readonly ambitions: readonly { readonly id: string; readonly name: string }[];
}

/** Specialists of today and later, schools and boards of today, and ambitions, in one statement. */
export async function findChoices(reader: Reader, who: Identity): Promise<Choices> {
  const row = await reader.first<Choices>(sql`select (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]')
      from person p where p.tenant_id = ${who.tenantId} and p.suspended_at is null and exists (select from appointment a
        where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist'
          and (a.ends_on is null or a.ends_on > (select app_today())))) as specialists, (
      select coalesce(jsonb_agg(jsonb_build_object('code', h.code, 'name', h.name, 'board', b.code) order by h.name, h.id), '[]')
      from school h left join board b on b.tenant_id = h.tenant_id and b.id = h.board_id
      where h.tenant_id = ${who.tenantId} and (h.ended_on is null or h.ended_on > (select app_today()))) as schools, (
      select coalesce(jsonb_agg(jsonb_build_object('code', b.code, 'name', b.name) order by b.name, b.id), '[]')
      from board b where b.tenant_id = ${who.tenantId}) as boards, (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name, a.id), '[]')
      from ambition a where a.tenant_id = ${who.tenantId} and not a.is_draft and (a.ends_on is null or a.ends_on > (select app_today()))) as ambitions`);
  return row ?? { specialists: [], schools: [], boards: [], ambitions: [] };
}
