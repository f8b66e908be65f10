/** Words become bars: only the eraser's function can do that. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import { isNumber, newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { StepName, SystemStep } from '../concern.rules.ts';
import type { PersonName } from '../concern.store.ts';
import type { Reason } from './blacken.facts.ts';

export interface Blackening {
  readonly concernId: string;
  /** The version the actor saw; null for the privacy officer, who sees none. */
  readonly seen: number | null;
  readonly entry: number | null;
  readonly field: string;
  readonly position: number | null;
  /** Pairs of first character and number of characters; null = all of it. */
  readonly ranges: readonly number[] | null;
  readonly reason: Reason;
}

/** Gives the concern's new version. Throws LawRefused (somethingThere), Stale, or NotAdmitted when these are not the actor's words. */
export async function saveBars(tx: Transaction, actor: Actor, bars: Blackening): Promise<number> {
  const row = await tx.first<{
    version: number;
  }>(sql`select blacken(${actor.tenantId}, ${bars.concernId}, ${bars.seen},
    ${newId()}, ${bars.entry}, ${bars.field}, ${bars.position}, ${bars.ranges}, ${bars.reason}) as version`);
  return row?.version ?? 0;
}

/** A shared concern by the number in the access log; for the privacy officer, undefined for anybody else. */
export async function findNumbered(reader: Reader, number: string): Promise<string | undefined> {
  if (!isNumber(number)) return undefined;
  const row = await reader.first<{ id: string | null }>(sql`select shared_concern_numbered(${number}) as id`);
  return row?.id ?? undefined;
}

/** Where a text stands, and nothing of it. */
export interface Spot {
  readonly entry: number | null;
  readonly step: StepName | SystemStep | 'note';
  readonly at: string;
  readonly field: string;
}

/** All places with a text in a shared concern; for the privacy officer, none for anybody else. */
export async function findSpots(reader: Reader, number: string): Promise<readonly Spot[]> {
  if (!isNumber(number)) return [];
  const row = await reader.first<{ spots: readonly Spot[] }>(
    sql`select coalesce(jsonb_agg(s), '[]') as spots from texts_of_concern(${number}) s`,
  );
  return row?.spots ?? [];
}

/** That words went, as it stands on the timeline. */
export interface Blackened {
  readonly version: number;
  readonly at: string;
  readonly person: PersonName | null;
  readonly asOfficer: boolean;
  readonly entry: number | null;
  readonly field: string;
  readonly reason: Reason;
}

/** For a query of a concern `c`: where words went, oldest first, in what the actor may read. */
export const blackenedOf = sql`coalesce((select jsonb_agg(jsonb_build_object('version', x.version, 'at', x.at,
    'person', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.tenant_id = x.tenant_id and p.id = x.person_id),
    'asOfficer', x.as_officer, 'entry', x.entry_version,
    'field', case when x.position is null then x.field else 'agreements.' || x.position || '.' || x.field end, 'reason', x.reason) order by x.version)
  from erasure x where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.kind = 'blackened'), '[]')`;
