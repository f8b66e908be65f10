/** How far an ambition is: from where it began to what it wants, by what was last read. No traffic lights: where it is, and what is left. */
import { type Actor, hasRole } from '../../../platform/pure/actor.ts';
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

/** Of others it cannot be said that there is no work. */
export const readsAllWork = (actor: Actor): boolean => hasRole(actor, 'team_lead');

/** What is counted for an ambition, as far as its reader reads it. */
export interface Deeds {
  readonly questions: number;
  readonly goals: number;
  readonly visits: { readonly count: number; readonly schools: number };
  readonly stationings: { readonly count: number };
  readonly pilots: readonly unknown[];
  readonly posts: readonly unknown[];
  /** Of today. */
  readonly schools: number;
}

export const countDeeds = ({ questions, goals, visits, stationings, pilots, posts }: Deeds): number =>
  questions + goals + visits.count + stationings.count + pilots.length + posts.length;

export const schoolsWithout = ({ schools, visits }: Deeds): number =>
  schools > visits.schools ? schools - visits.schools : 0;

interface Watched extends Pick<GapFacts, 'to' | 'measure' | 'targetOn'> {
  readonly draft: boolean;
}

interface Watching extends Pick<GapFacts, 'today' | 'progress'> {
  /** Its reader reads all work. */
  readonly readsAll: boolean;
}

/** What is not done yet for an ambition; of a draft nothing can be. */
export function notYet(
  { draft, to, measure, targetOn }: Watched,
  deeds: Deeds,
  { today, progress, readsAll }: Watching,
): readonly Gap[] {
  const work = readsAll ? { deeds: countDeeds(deeds), schoolsWithout: schoolsWithout(deeds) } : undefined;
  return draft ? [] : gapsOf({ today, to, measure, targetOn, progress, work });
}
