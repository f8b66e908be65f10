/** What holds for a visit whatever door it comes through; migrations/0027 holds the same. Who was there is a role and a number. */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';

export const visitKinds = [
  'observation',
  'coaching',
  'team_training',
  'advice',
  'group_support',
  'meeting',
  'research',
  'sharing_knowledge',
] as const;
export type VisitKind = (typeof visitKinds)[number];

export const participantRoles = [
  'pupils',
  'teachers',
  'support_coordinator',
  'school_director',
  'teaching_assistants',
  'parents',
  'others',
] as const;
export type ParticipantRole = (typeof participantRoles)[number];

export type Verdict = 'confirmed' | 'disputed';

/** How far back a visit can still be written down, in days. */
export const reachInDays = 90;

/** The first day a visit can still be written down for. */
export const firstDay = (today: CivilDate): CivilDate => addDays(today, -reachInDays);

/** Not ahead, and not so long ago that nobody remembers it. */
export const isInReach = (day: CivilDate, today: CivilDate) => day <= today && day >= firstDay(today);

/** What was done for one thing: minutes, or what is left when none are given. */
export interface Portion {
  readonly minutes?: number | undefined;
}

/** Minutes that are not divided yet; negative: too many are. */
export function minutesLeft(minutes: number, portions: readonly Portion[]): number {
  return minutes - portions.reduce((sum, portion) => sum + (portion.minutes ?? 0), 0);
}

/**
 * Each portion with its minutes: what nobody filled in gets an even part of what is left, in whole minutes, the first ones the most.
 * Undefined when they cannot add up.
 */
export function divide<P extends Portion>(
  minutes: number,
  portions: readonly P[],
): readonly (P & { readonly minutes: number })[] | undefined {
  const left = minutesLeft(minutes, portions);
  const open = portions.filter((portion) => portion.minutes === undefined).length;
  if (open === 0 ? left !== 0 : left < open) return undefined;
  const extra = open === 0 ? 0 : left % open;
  let nth = 0;
  return portions.map((portion) => {
    if (portion.minutes !== undefined) return { ...portion, minutes: portion.minutes };
    nth += 1;
    return { ...portion, minutes: (left - extra) / open + (nth <= extra ? 1 : 0) };
  });
}

interface Answers {
  readonly withdrawn: boolean;
  readonly schools: readonly { readonly verdict: Verdict | null }[];
}

export type VisitState = 'withdrawn' | 'disputed' | 'waiting' | 'confirmed';

/** What the schools made of it, as far as the reader may know: one that disputes it weighs most. */
export function stateOf({ withdrawn, schools }: Answers): VisitState {
  if (withdrawn) return 'withdrawn';
  if (schools.some(({ verdict }) => verdict === 'disputed')) return 'disputed';
  return schools.every(({ verdict }) => verdict === 'confirmed') ? 'confirmed' : 'waiting';
}

/** What was for a question that faded stays as it is: written again, it would count as preventive work. */
export const mayChange = ({ withdrawn, split }: Written) => !withdrawn && !split.some(({ faded }) => faded);

/** A confirmed visit is corrected, not taken away. */
export const mayWithdraw = (visit: Answers & Written) => mayChange(visit) && stateOf(visit) !== 'confirmed';

interface Written {
  readonly withdrawn: boolean;
  readonly split: readonly { readonly faded: boolean }[];
}
