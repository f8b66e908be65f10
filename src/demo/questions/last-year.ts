/** Questions of the last school year that is over, enough that its counts may be shown: five or more of each level, declined and withdrawn. */
import { addDays, type CivilDate, daysBetween } from '../../platform/pure/dates.ts';
import type { DemoLevel } from './demo-question.ts';
import { type Act, answered, declined, type QuestionRoad, withdrawn } from './roads.ts';

const levels: readonly DemoLevel[] = ['group', 'team', 'pupil', 'school'];
const ends: readonly (readonly Act[])[] = [answered, answered, answered, declined, withdrawn];

/** Six of each level and one more, some ten days apart, from the end of September on. */
export function lastYear(today: CivilDate): readonly QuestionRoad[] {
  const began = lastYearBegan(today);
  return Array.from({ length: 25 }, (_, nth) => ({
    level: levels[nth % levels.length] ?? 'group',
    author: 'support_coordinator',
    ago: daysBetween(addDays(began, 55 + 10 * nth), today),
    acts: ends[nth % ends.length] ?? answered,
  }));
}

/** 1 August of the last school year that ended before today. */
function lastYearBegan(today: CivilDate): CivilDate {
  const year = Number(today.slice(0, 4));
  return `${today.slice(5) >= '08-01' ? year - 1 : year - 2}-08-01`;
}
