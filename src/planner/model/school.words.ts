/** What a school may read of a plan: nothing of other schools, of points, of who else was there, or of anybody's absence. */
import type { ExplainedAssignment } from './explain.ts';

/** Why this specialist comes, under the code that is kept (migrations/0051). */
export const whyComesWords = {
  stationed: 'De specialist komt al op deze school en heeft de gevraagde deskundigheid.',
  chosen: 'De teamleider heeft deze specialist gekozen.',
  fits: 'De specialist heeft de gevraagde deskundigheid en is dichtbij genoeg.',
  able: 'De specialist kan dit doen en is dichtbij genoeg.',
} as const;
export type WhyComes = keyof typeof whyComesWords;

/** For the work that somebody does at a school; null when nothing explains it. */
export function whyComes(
  work: readonly Pick<ExplainedAssignment, 'pinned' | 'points'>[],
  stationed: boolean,
): WhyComes | null {
  if (work.length === 0) return null;
  if (stationed) return 'stationed';
  if (work.some(({ pinned }) => pinned)) return 'chosen';
  return work.some(({ points }) => (points.fit ?? 0) > 0) ? 'fits' : 'able';
}
