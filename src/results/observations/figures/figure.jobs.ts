/** Makes the figures of teachers of each school year that ended two weeks ago; what was told stays as it was. */
import type { Database } from '../../../platform/database.ts';
import { log } from '../../../platform/log.ts';
import { findFigureGround, findSheetYears, keepFigures } from './figure.store.ts';
import { closedYears, figuresOf } from './teacher-figure.rules.ts';

/** Every night. Says how many figures are new. */
export async function makeTeacherFigures(database: Database): Promise<number> {
  let kept = 0;
  for (const { tenantId, today, since, made } of await findFigureGround(database))
    for (const year of closedYears(since, today)) {
      const from = `${year}-08-01`;
      if (made.includes(from)) continue;
      const years = await findSheetYears(database, tenantId, from, `${year + 1}-08-01`);
      kept += await keepFigures(
        database,
        tenantId,
        from,
        years.filter(({ lessons }) => lessons.length > 0).flatMap(figuresOf),
      );
    }
  if (kept > 0) log('info', 'figures of teachers released', { figures: kept });
  return kept;
}
