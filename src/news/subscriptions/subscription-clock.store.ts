/** What the clock does about news. The database looks at every partnership itself; each of these may run any number of times. */
import { type Database, sql } from '../../platform/database.ts';

/** Notices for members of posts, updates and rounds whose hour came; gives how many. */
export async function tellMembers(database: Database): Promise<number> {
  const row = await database.ask<{ told: number }>(sql`select tell_news(${database.movedClock()}) as told`);
  return row?.told ?? 0;
}

/** Lays letters ready for some of the subscribers who are due; gives how many it looked at, 0 when all were. */
export async function laySome(database: Database, most: number): Promise<number> {
  const row = await database.ask<{ looked: number }>(
    sql`select lay_news(${most}, ${database.movedClock()}) as looked`,
  );
  return row?.looked ?? 0;
}

/** Lets go of what nobody confirmed; gives how many. */
export async function dropUnconfirmed(database: Database): Promise<number> {
  const row = await database.ask<{ gone: number }>(
    sql`select tidy_subscriptions(${database.movedClock()}) as gone`,
  );
  return row?.gone ?? 0;
}
