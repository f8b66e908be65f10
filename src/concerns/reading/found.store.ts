/** Concerns that hold a word somebody searched for. */
import { sql, type Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { About, Status } from '../concern.rules.ts';

export interface FoundConcern {
  readonly id: string;
  readonly number: string;
  readonly about: About;
  readonly status: Status;
  readonly school: { readonly code: string; readonly name: string };
  readonly theme: string | null;
  readonly noticedOn: string;
  /** As PostgreSQL writes it, so that the next page begins exactly there. */
  readonly touchedAt: string;
}

export interface Sought {
  /** Asked in turn until one finds something. */
  readonly queries: readonly string[];
  readonly words: readonly string[];
  /** A concern's number, when what was typed can be one. */
  readonly number: string | null;
  readonly limit: number;
  readonly after?: Cursor | undefined;
}

/**
 * What the actor may read with these words, newest first, one more than the limit when there are more. That a word stands in a
 * concern tells something of it, so the ledger «wie weet dit?» gets a line for everyone but the author of an unshared note.
 */
export async function findConcernsWith(
  tx: Transaction,
  actor: Actor,
  { queries, words, number, limit, after }: Sought,
): Promise<readonly FoundConcern[]> {
  return tx.rows<FoundConcern>(sql`with hit as materialized (
      select f.id, f.touched_at from search_concerns(${queries}, ${words}, ${number}, ${after?.key ?? null}, ${after?.id ?? null}, ${limit + 1}) f
    ), shown as (
      select c.* from concern c join hit on hit.id = c.id where c.tenant_id = ${actor.tenantId}
      order by c.touched_at desc, c.id desc limit ${limit}
    ), told as (
      insert into disclosure (tenant_id, concern_id, version, person_id, kind, ground, at)
      select tenant_id, id, version, ${actor.personId}, 'found', coalesce((concern_relations(c, ${actor.personId}, app_today()))[1], 'author'), app_now()
      from concern c where c.tenant_id = ${actor.tenantId} and c.status <> 'noted' and c.faded_at is null and c.id in (select id from shown)
      on conflict do nothing
    )
    select c.id, c.number, c.about, c.status, jsonb_build_object('code', s.code, 'name', s.name) as school, c.theme, c.noticed_on as "noticedOn",
      to_char(c.touched_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "touchedAt"
    from hit join concern c on c.tenant_id = ${actor.tenantId} and c.id = hit.id
    join school s on s.tenant_id = c.tenant_id and s.id = c.school_id
    order by c.touched_at desc, c.id desc`);
}
