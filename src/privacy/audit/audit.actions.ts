import { recordAudit } from '../../platform/audit.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { type AuditFilter, type AuditRow, findAudit } from './audit.store.ts';

/** The privacy officer searches the access log. That they did is written down first, with whose or which record they asked for. */
export function searchAudit(
  deed: Deed,
  actor: Actor,
  filter: AuditFilter,
  action: 'search' | 'export' = 'search',
): Promise<readonly AuditRow[]> {
  return deed.database.write(actor, async (tx) => {
    const subjectId = filter.personId ?? actor.tenantId;
    await recordAudit(tx, actor, { action, subject: 'audit', subjectId, via: deed.via });
    return findAudit(tx, actor.tenantId, filter);
  });
}
