import { sql, type Transaction } from './database.ts';
import { newId } from './ids.ts';
import type { Identity } from './pure/actor.ts';

export type Via = 'page' | 'api' | 'job' | 'command';

/** Records a deed, or the reading of a sensitive record, in the transaction it belongs to. Ids only, never text. No person: an operator's command. */
export async function recordAudit(
  tx: Transaction,
  who: Identity | { readonly tenantId: string; readonly personId: null },
  { subjectId, ...deed }: SameDeed & { readonly subjectId: string },
): Promise<void> {
  await tx.run(sql`insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
    values (${who.tenantId}, ${newId()}, app_now(), ${who.personId}, ${deed.action}, ${deed.subject}, ${subjectId}, ${deed.via})`);
}

interface SameDeed {
  readonly action: string;
  readonly subject: string;
  readonly via: Via;
}

/** The same deed to many subjects: a row each, in one statement. */
export async function recordAudits(
  tx: Transaction,
  who: Identity,
  { action, subject, via }: SameDeed,
  subjectIds: readonly string[],
): Promise<void> {
  await tx.run(sql`insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
    select ${who.tenantId}, gen_random_uuid(), app_now(), ${who.personId}, ${action}, ${subject}, about, ${via}
    from unnest(${subjectIds}::uuid[]) as about`);
}
