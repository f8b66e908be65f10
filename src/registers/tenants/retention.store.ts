import { type Reader, sql, type Transaction } from '../../platform/database.ts';

/** How long a partnership keeps what stands in concerns. */
export interface Retention {
  /** Days after which an unshared note goes, since it was last touched. */
  readonly noteDays: number;
  /** Months after its end when a concern fades. */
  readonly fadeMonths: number;
  /** Why these terms: stands in the partnership's own register of processing. */
  readonly reason: string;
  readonly version: number;
}

export function getRetention(reader: Reader, tenantId: string): Promise<Retention | undefined> {
  return reader.first<Retention>(sql`select note_days as "noteDays", fade_months as "fadeMonths", retention_reason as reason, version
    from tenant where tenant_id = ${tenantId}`);
}

/** False when somebody else changed the partnership first. */
export async function saveRetention(
  tx: Transaction,
  tenantId: string,
  { noteDays, fadeMonths, reason, version }: Retention,
): Promise<boolean> {
  const rows =
    await tx.run(sql`update tenant set note_days = ${noteDays}, fade_months = ${fadeMonths}, retention_reason = ${reason},
      version = version + 1 where tenant_id = ${tenantId} and version = ${version}`);
  return rows === 1;
}
