/** The road of a plan: the same moves as `plan_law` in migrations/0040, and a test keeps them the same. */
import { addDays, type CivilDate, weekday } from '../../platform/pure/dates.ts';

export const planStatuses = [
  'queued',
  'running',
  'done',
  'stopped',
  'failed',
  'published',
  'discarded',
] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** Where a plan may go from each status. */
export const planMoves: Readonly<Record<PlanStatus, readonly PlanStatus[]>> = {
  queued: ['running', 'stopped', 'failed', 'discarded'],
  running: ['done', 'stopped', 'failed', 'discarded'],
  done: ['queued', 'published', 'discarded'],
  stopped: ['queued', 'published', 'discarded'],
  failed: ['queued', 'discarded'],
  published: [],
  discarded: [],
};

export const mayMove = (from: PlanStatus, to: PlanStatus): boolean => planMoves[from].includes(to);

/** The planner is at it, or will be. */
export const isAtWork = (status: PlanStatus): boolean => status === 'queued' || status === 'running';

/** How many plans of one partnership wait at most: who wants more does not look at what comes out. */
export const mostWaiting = 10;

/** It rests for good. */
export const isClosed = (status: PlanStatus): boolean => planMoves[status].length === 0;

/** It may be changed by hand and published. */
export const isReady = (status: PlanStatus): boolean => mayMove(status, 'published');

/** The first Monday after today. */
export const nextMonday = (today: CivilDate): CivilDate => addDays(today, 8 - weekday(today));

/** Plans begin within a year, and not before this week. */
export const isInReach = (startsOn: CivilDate, today: CivilDate): boolean =>
  startsOn >= addDays(today, 1 - weekday(today)) && startsOn <= addDays(today, 365);

/** The first day after a plan. */
export const endOf = (startsOn: CivilDate, weeks: number): CivilDate => addDays(startsOn, 7 * weeks);

/** Why a run ended without a plan, as the database keeps it. */
export const failures = ['notALead', 'keepsEnding', 'tooLong', 'memory', 'clash', 'broken'] as const;
export type Failure = (typeof failures)[number];
