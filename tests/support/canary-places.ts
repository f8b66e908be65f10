/** Places where a mark of the canaries may or may not turn up: the files of the jobs, and every table. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect } from 'vitest';
import { eraseByTerm, recordTerms, tellAllInvited } from '../../src/concerns/index.ts';
import { mailNotices, remindOfTheDay } from '../../src/notices/index.ts';
import type { Database } from '../../src/platform/database.ts';
import { journalIn, keepJournal } from '../../src/platform/erasure-journal.store.ts';
import { auditSealer } from '../../src/privacy/index.ts';

/** Everything that the clock does, with the files it writes: the anchor of the access log and the journal of what was erased. */
export async function filesOfJobs(database: Database): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kortelijn-canary-'));
  const anchor = join(folder, 'anchor.jsonl');
  try {
    for (const job of [recordTerms, tellAllInvited, mailNotices, remindOfTheDay, mailNotices, eraseByTerm])
      await job(database);
    await auditSealer(anchor)(database);
    await keepJournal(database, folder);
    // Where nothing was erased there is no journal.
    return [anchor, journalIn(folder)]
      .map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''))
      .join('');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Where texts of a concern and what people are called may stand; nowhere else: not in a notice, a letter, a log or a hand-over. */
export const homes = ['agreement', 'concern', 'concern_entry', 'concern_search', 'person'];

/** The tables a mark stands in, and the waiting jobs. */
export async function tablesWithMarks(
  ownerUrl: string,
  leaksIn: (said: string) => readonly string[],
): Promise<readonly string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const whole = async (table: string) => {
      const { rows } = await owner.query<{ row: string }>(`select x::text as row from ${table} x`);
      return leaksIn(rows.map(({ row }) => row).join('\n')).length > 0 ? [table] : [];
    };
    const found = await whole('pgboss.job');
    await owner.query('set role kortelijn_operator');
    const tables = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of tables.rows) found.push(...(await whole(name)));
    for (const [table, least] of [
      ['audit', 12],
      ['notice', 5],
      ['outbox', 5],
    ] as const)
      expect((await owner.query(`select from ${table}`)).rowCount, table).toBeGreaterThan(least);
    return found.sort();
  } finally {
    await owner.end();
  }
}
