/** The documents of a plan. Who reads the plan reads them; writing goes through migrations/0061. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { PlanFileKind } from './support-plan.words.ts';

export interface FileContent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function getPlanFile(
  reader: Reader,
  { tenantId }: Identity,
  id: string,
): Promise<FileContent | undefined> {
  return reader.first<FileContent>(sql`select f.name, c.bytes from support_plan_file f
    join support_plan_file_content c on c.tenant_id = f.tenant_id and c.file_id = f.id
    where f.tenant_id = ${tenantId} and f.id = ${id}`);
}

/** Puts it in the place of the one that was there. Throws LawRefused, NotAdmitted. */
export async function keepPlanFile(
  tx: Transaction,
  planId: string,
  kind: PlanFileKind,
  { name, bytes }: FileContent,
): Promise<void> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await tx.run(sql`select keep_plan_file(${planId}, ${kind}, ${newId()}, ${name}, ${content})`);
}
