/**
 * The journal of what was erased, beside the embedded database and outside of it: ids, places and reasons, never a text. After a
 * backup is put back, what was erased since it was made goes again. One line of JSON a deed, in the order in which they were done.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Database, sql } from './database.ts';
import { PlainFault } from './plain-fault.ts';

const erasureShape = z.looseObject({ tenant_id: z.uuid(), id: z.uuid(), at: z.string() });
export type Erasure = z.output<typeof erasureShape>;

export const journalIn = (dataDir: string) => join(dataDir, 'erasures.jsonl');

/** Rows that a transaction brought in later than their hour says are still found this long. */
const overlapMs = 86_400_000;

/** Adds what the database erased and the journal does not tell yet. */
export async function keepJournal(database: Database, dataDir: string): Promise<void> {
  const file = journalIn(dataDir);
  const known = existsSync(file) ? readJournal(file) : [];
  const last = known.at(-1);
  const after = last === undefined ? null : new Date(Date.parse(last.at) - overlapMs).toISOString();
  const row = await database.ask<{ rows: readonly Erasure[] }>(
    sql`select coalesce(json_agg(e), '[]') as rows from list_erasures(${after}) e`,
  );
  const ids = new Set(known.map(({ id }) => id));
  const fresh = (row?.rows ?? []).filter(({ id }) => !ids.has(id));
  if (fresh.length === 0) return;
  await mkdir(dataDir, { recursive: true });
  const handle = await open(file, 'a', 0o600);
  try {
    // A line that was cut off by a crash ends here, so that it takes no other with it.
    const cut = known.length > 0 && !readFileSync(file, 'utf8').endsWith('\n');
    await handle.write(`${cut ? '\n' : ''}${fresh.map((one) => JSON.stringify(one)).join('\n')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * All that the journal tells. A line that a crash cut off counts as not written: the database still has it, and it was added anew.
 * @throws {PlainFault} when the file is something else
 */
export function readJournal(file: string): readonly Erasure[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const known = lines.flatMap(erasureIn);
  if (lines.length > 0 && known.length === 0) throw new PlainFault(`${file} is geen wisboek van Kortelijn.`);
  return known;
}

function erasureIn(line: string): readonly Erasure[] {
  try {
    return [erasureShape.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

/** Erases again, for an operator, what the journal tells and a restored database still has. Gives how much that was. */
export async function eraseAgain(database: Database, journal: readonly Erasure[]): Promise<number> {
  const row = await database.ask<{ erased: number }>(
    sql`select erase_again(${JSON.stringify(journal)}::jsonb) as erased`,
  );
  return row?.erased ?? 0;
}
