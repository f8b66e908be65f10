import type { Database } from '../../platform/database.ts';
import { log } from '../../platform/log.ts';
import { fadeYearlyAnswers, tellYearlyQuestion } from './waiting.store.ts';

/** On a morning: whoever is asked hears once a year that the yearly question is open. */
export async function askYearly(database: Database): Promise<void> {
  await tellYearlyQuestion(database);
}

/** Every night: drafts of years that are over go, and names and words that are old. */
export async function fadeFormsByTerm(database: Database): Promise<void> {
  const gone = await fadeYearlyAnswers(database);
  if (gone > 0) log('info', 'yearly answers faded', { rows: gone });
}
