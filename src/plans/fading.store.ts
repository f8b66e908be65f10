import { type Database, sql } from '../platform/database.ts';

/** Takes away what is two years old of people: their way into a role, and what they said in rounds. Gives how many rows. */
export async function fadeDevelopment(database: Database): Promise<number> {
  const row = await database.ask<{ gone: number }>(
    sql`select fade_development(${database.movedClock()}) as gone`,
  );
  return row?.gone ?? 0;
}
