import { type Database, sql } from '../../../platform/database.ts';

/** Takes away lessons whose term has passed, and drafts that nobody touched for thirty days. Gives how many. */
export async function fadeObservations(database: Database): Promise<number> {
  const row = await database.ask<{ gone: number }>(
    sql`select fade_observations(${database.movedClock()}) as gone`,
  );
  return row?.gone ?? 0;
}
