/** What a writer can choose from, and how many people read what is out. */
import { type Reader, sql } from '../../../platform/database.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import type { CivilDate } from '../../../platform/pure/dates.ts';

interface Named {
  readonly code: string;
  readonly name: string;
}

export interface WriteChoices {
  readonly areas: readonly Named[];
  readonly boards: readonly Named[];
  readonly topics: readonly Named[];
  readonly pilots: readonly { readonly id: string; readonly name: string }[];
  /** Those of today, and what comes. */
  readonly ambitions: readonly { readonly id: string; readonly name: string }[];
  /** Of the partnership itself: those of now, to come, and of half a year back. */
  readonly appointments: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly startsOn: CivilDate;
  }[];
}

export async function findChoices(reader: Reader, actor: Actor): Promise<WriteChoices> {
  const { tenantId } = actor;
  const row = await reader.first<{ choices: WriteChoices }>(sql`select jsonb_build_object(
      'areas', (select coalesce(jsonb_agg(jsonb_build_object('code', a.code, 'name', a.name) order by a.name, a.code), '[]') from area a where a.tenant_id = ${tenantId}),
      'boards', (select coalesce(jsonb_agg(jsonb_build_object('code', b.code, 'name', b.name) order by b.name, b.code), '[]') from board b where b.tenant_id = ${tenantId}),
      'topics', (select coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name) order by t.position, t.name, t.code), '[]') from topic t
        where t.tenant_id = ${tenantId} and (t.ended_on is null or t.ended_on > app_today())),
      'pilots', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.name, x.id), '[]') from pilot x where x.tenant_id = ${tenantId}),
      'ambitions', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.name, x.id), '[]') from ambition x
        where x.tenant_id = ${tenantId} and not x.is_draft and (x.ends_on is null or x.ends_on > app_today())),
      'appointments', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', p.name, 'role', a.role, 'startsOn', a.starts_on)
          order by a.starts_on desc, p.name, a.id), '[]')
        from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
        where a.tenant_id = ${tenantId} and a.school_id is null and a.board_id is null and a.starts_on > app_today() - 183)) as choices`);
  return row?.choices ?? { areas: [], boards: [], topics: [], pilots: [], ambitions: [], appointments: [] };
}

/** How many people read these posts, by their id; fewer than five is told of none. */
export async function findReaders(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  const rows = await reader.rows<{ id: string; readers: number | null }>(
    sql`select post_id as id, readers from post_readers(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, readers }) => [id, readers]));
}
