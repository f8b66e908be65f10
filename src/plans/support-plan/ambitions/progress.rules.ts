/** How far an ambition is: from where it began to what it wants, by what was last read. No traffic lights: where it is, and what is left. */
import { type CivilDate, daysBetween } from '../../../platform/pure/dates.ts';

export interface Progress {
  readonly value: number;
  readonly on: CivilDate;
  /** Share of the way from start to target, 0 to 1; null: start and target are the same. Below 0: further away than at the start. */
  readonly share: number | null;
  readonly reached: boolean;
}

interface Way {
  readonly startValue: number | null;
  readonly targetValue: number | null;
}

/** Undefined: nothing was read yet, or where it goes is not said. */
export function progressOf(
  { startValue, targetValue }: Way,
  latest: { readonly on: CivilDate; readonly value: number } | null,
): Progress | undefined {
  if (latest === null || startValue === null || targetValue === null) return undefined;
  const { on, value } = latest;
  const share = startValue === targetValue ? null : (value - startValue) / (targetValue - startValue);
  return { value, on, share, reached: share === null ? value === targetValue : share >= 1 };
}

/** A reading older than this says little of today. Days. */
const readingLasts = 183;

export type Gap = 'notRead' | 'readLongAgo' | 'targetPassed' | 'nothingDone' | 'schoolsWithout';

export interface GapFacts {
  readonly today: CivilDate;
  readonly to: CivilDate | null;
  readonly measure: string | null;
  readonly targetOn: CivilDate | null;
  readonly progress: Progress | undefined;
  /** What the reader knows of the work for it; undefined: they do not read all of it, so that nothing can be said of what is not there. */
  readonly work: { readonly deeds: number; readonly schoolsWithout: number } | undefined;
}

/** What is not done yet, as far as it can be known. */
export function gapsOf({ today, to, measure, targetOn, progress, work }: GapFacts): readonly Gap[] {
  if (to !== null && to < today) return [];
  const unread = measure === null && targetOn !== null;
  return [
    ...(unread && progress === undefined ? (['notRead'] as const) : []),
    ...(unread && progress !== undefined && daysBetween(progress.on, today) > readingLasts
      ? (['readLongAgo'] as const)
      : []),
    ...(targetOn !== null && targetOn < today && progress?.reached === false
      ? (['targetPassed'] as const)
      : []),
    ...(work?.deeds === 0 ? (['nothingDone'] as const) : []),
    ...(work !== undefined && work.deeds > 0 && work.schoolsWithout > 0 ? (['schoolsWithout'] as const) : []),
  ];
}
