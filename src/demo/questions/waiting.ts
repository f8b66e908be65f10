/** Questions that wait for somebody: enough that a plan has something to weigh. */
import type { DemoLevel } from './demo-question.ts';
import { looked, type QuestionRoad, submit } from './roads.ts';

const levels: readonly DemoLevel[] = ['team', 'group', 'school', 'group', 'pupil', 'team'];
/** Spoken by somebody of the team, but for the last. */
const languages: Readonly<Record<number, string>> = {
  3: 'Arabisch',
  8: 'Frans',
  13: 'Tigrinya',
  18: 'Oekraïens',
};

/** Most of them asked in the last days, some wait too long; every fourth one was looked at. */
export const waiting: readonly QuestionRoad[] = Array.from({ length: 22 }, (_, nth) => ({
  level: levels[nth % levels.length] ?? 'group',
  author: 'support_coordinator',
  ago: nth % 7 === 6 ? 24 + nth : 4 + (nth % 8),
  acts: nth % 4 === 1 ? looked : [submit],
  ...(languages[nth] !== undefined && { language: languages[nth] }),
}));
