import { sql, type Transaction } from './database.ts';
import { newId } from './ids.ts';
import type { Identity } from './pure/actor.ts';

export type Via = 'page' | 'api' | 'job' | 'command';

/** Records a deed, or the reading of a sensitive record, in the transaction it belongs to. Ids only, never text. No person: an operator's command. */
export async function recordAudit(
  tx: Transaction,
  who: Identity | { readonly tenantId: string; readonly personId: null },
  deed: { readonly action: string; readonly subject: string; readonly subjectId: string; readonly via: Via },
): Promise<void> {
  await tx.run(sql`insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
    values (${who.tenantId}, ${newId()}, app_now(), ${who.personId}, ${deed.action}, ${deed.subject}, ${deed.subjectId}, ${deed.via})`);
}
