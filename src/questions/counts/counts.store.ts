import { type Reader, sql } from '../../platform/database.ts';
import type { QuestionCounts } from './counts.rules.ts';

/** What is counted of the school year that begins in `year`. Throws NotAdmitted for whoever may not know. */
export async function countQuestionsOf(reader: Reader, year: number): Promise<QuestionCounts> {
  const row = await reader.first<{ counts: QuestionCounts }>(sql`select question_counts(${year}) as counts`);
  if (row === undefined) throw new Error('the counts of questions gave no answer');
  return row.counts;
}
