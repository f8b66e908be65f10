/** Keeps the use of contracts of school years that are over: migrations/0076 says why, and has what changes afterwards computed anew. */
import { type Database, sql } from '../../platform/database.ts';

/** Every night. Gives how many specialists' years are new. */
export async function keepCapacity(database: Database): Promise<number> {
  const row = await database.ask<{ kept: number }>(
    sql`select keep_capacity(${database.movedClock()}::timestamptz) as kept`,
  );
  return row?.kept ?? 0;
}
