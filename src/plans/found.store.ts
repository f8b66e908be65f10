/** What of development somebody finds by words they typed: what they may read, and no more. */
import { type Reader, sql } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Cursor } from '../platform/pure/cursor.ts';

export interface FoundDevelopment {
  readonly id: string;
  readonly kind: 'pilot' | 'profile' | 'consultation' | 'plan' | 'ambition';
  readonly name: string;
}

/** Pilots, role profiles, consultations, ondersteuningsplannen and ambitions by name, one more than the limit when there are more. */
export function findDevelopmentLike(
  reader: Reader,
  actor: Actor,
  {
    text,
    limit,
    after,
  }: { readonly text: string; readonly limit: number; readonly after?: Cursor | undefined },
): Promise<readonly FoundDevelopment[]> {
  const beyond = after === undefined ? sql`` : sql`and (x.name, x.id) > (${after.key}, ${after.id}::uuid)`;
  return reader.rows<FoundDevelopment>(sql`select x.id, x.kind, x.name from (
      select id, 'pilot' as kind, name, concat_ws(' ', name, difference) as words from pilot where tenant_id = ${actor.tenantId}
      union all select p.id, 'profile', p.name, p.name from role_profile p where p.tenant_id = ${actor.tenantId}
        and exists (select from role_profile_edition e where e.tenant_id = p.tenant_id and e.profile_id = p.id)
      union all select id, 'consultation', title, title from consultation where tenant_id = ${actor.tenantId}
      union all select id, 'plan', name, name from support_plan where tenant_id = ${actor.tenantId}
      union all select id, 'ambition', name, concat_ws(' ', name, indicator) from ambition where tenant_id = ${actor.tenantId}
    ) x where word_similarity(folded(${text}), folded(x.words)) >= 0.55 ${beyond}
    order by x.name, x.id limit ${limit + 1}`);
}
