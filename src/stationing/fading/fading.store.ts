/** What is kept of who visited, until its term has passed. The database looks at every partnership itself; it may be asked any number of times. */
import { type Database, sql } from '../../platform/database.ts';

/** Takes away what is due: fixed days, days away, and all of who is no specialist any more. Gives how many fixed days and people. */
export async function fadeStationing(database: Database): Promise<number> {
  const row = await database.ask<{ faded: number }>(
    sql`select fade_stationing(${database.movedClock()}) as faded`,
  );
  return row?.faded ?? 0;
}
