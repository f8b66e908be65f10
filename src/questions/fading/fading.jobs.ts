import type { Database } from '../../platform/database.ts';
import { fadeQuestions, warnOfFading } from './fading.store.ts';

/** Each night: tells which questions will fade, and fades those whose term has passed. */
export async function fadeQuestionsByTerm(database: Database): Promise<void> {
  await warnOfFading(database);
  await fadeQuestions(database, false);
}

/** After a backup was put back, before it serves: what is past its term goes at once. For an operator. */
export async function fadeQuestionsAfterRestore(database: Database): Promise<void> {
  await fadeQuestions(database, true);
}
