/** What the clock does about notices. The database looks at every partnership itself; each of these may run any number of times. */
import { type Database, sql } from '../platform/database.ts';

/** What a letter says: `many` has {n} for the number of notices. */
interface LetterWords {
  readonly subject: string;
  readonly one: string;
  readonly many: string;
  /** Of an overview: the kinds in their order. */
  readonly kinds?: readonly { readonly kind: string; readonly label: string }[];
}

/**
 * Lays letters ready for whoever wants to know at once; gives how many. One at a time: two together each took one of somebody's two new
 * notices, and laid two letters.
 */
export async function mailNewNotices(database: Database, words: LetterWords): Promise<number> {
  const row = await database.ask<{ letters: number }>(
    sql`with turn as materialized (select pg_advisory_xact_lock(hashtextextended('mail new notices', 0)))
      select mail_new_notices(${database.movedClock()}, ${JSON.stringify(words)}) as letters from turn`,
  );
  return row?.letters ?? 0;
}

/** Lays the overview of this school day ready, from seven o'clock; gives how many letters. */
export async function mailDailyNotices(database: Database, words: LetterWords): Promise<number> {
  const row = await database.ask<{ letters: number }>(
    sql`select mail_daily_notices(${database.movedClock()}, ${JSON.stringify(words)}) as letters`,
  );
  return row?.letters ?? 0;
}

/** Leaves the reminders of this school day, from seven o'clock; gives how many were new. */
export async function leaveReminders(database: Database): Promise<number> {
  const row = await database.ask<{ left: number }>(
    sql`select leave_reminders(${database.movedClock()}) as left`,
  );
  return row?.left ?? 0;
}
