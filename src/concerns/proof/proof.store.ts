import { type Reader, sql } from '../../platform/database.ts';
import type { ProofCounts } from './proof.rules.ts';

/** What is counted of the school year that begins in `year`. Throws NotAdmitted for whoever may not know. */
export async function countYear(
  reader: Reader,
  year: number,
  themes: readonly string[],
): Promise<ProofCounts> {
  const row = await reader.first<{ counts: ProofCounts }>(
    sql`select yearly_proof(${year}, ${themes}::text[]) as counts`,
  );
  if (row === undefined) throw new Error('the yearly proof gave no answer');
  return row.counts;
}
