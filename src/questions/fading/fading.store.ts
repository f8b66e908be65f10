/** Questions whose term has passed. The database looks at every partnership itself; it may be asked any number of times. */
import { type Database, sql } from '../../platform/database.ts';

/** Tells who is nearest to an ended question, a month before, that it fades; gives how many questions. */
export async function warnOfFading(database: Database): Promise<number> {
  const row = await database.ask<{ told: number }>(
    sql`select warn_of_question_fading(${database.movedClock()}) as told`,
  );
  return row?.told ?? 0;
}

/** Fades what is due; gives how many questions. `unwarned`: after a backup was put back, for an operator. */
export async function fadeQuestions(database: Database, unwarned: boolean): Promise<number> {
  const row = await database.ask<{ faded: number }>(
    sql`select fade_questions(${database.movedClock()}, ${unwarned}) as faded`,
  );
  return row?.faded ?? 0;
}
