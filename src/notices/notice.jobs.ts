import type { Database } from '../platform/database.ts';
import { letterWords, overviewWords } from './notice.words.ts';
import { leaveReminders, mailDailyNotices, mailNewNotices } from './notice-clock.store.ts';

/** Every minute: who wants to know at once gets one letter for everything that came since. */
export async function mailNotices(database: Database): Promise<void> {
  await mailNewNotices(database, letterWords);
}

/** Every hour: reminders of a school day, and then its overview, so that the overview counts them. */
export async function remindOfTheDay(database: Database): Promise<void> {
  await leaveReminders(database);
  await mailDailyNotices(database, overviewWords);
}
