/** Names that belong to public releases. Needs no context: the database gives the public part and no more. */
import { type Reader, sql } from '../../platform/database.ts';

export interface ReleaseLabel {
  readonly dimension: string;
  /** As in the release. */
  readonly key: string;
  /** What it is called outside. */
  readonly code: string;
  readonly name: string;
}

export async function findReleaseLabels(reader: Reader, tenantId: string): Promise<readonly ReleaseLabel[]> {
  const row = await reader.first<{ labels: readonly ReleaseLabel[] }>(
    sql`select public_release_labels(${tenantId}::uuid) as labels`,
  );
  return row?.labels ?? [];
}
