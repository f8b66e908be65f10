/**
 * How somebody comes into a role, as data: a talk about the terms, an offer, a signature, a first day. Between that person and the team
 * lead: nobody else reads any of it. The steps may be written down in whatever order; `transition_law` in migrations/0047 holds the days.
 */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';

export const transitionSteps = ['talk', 'offer', 'signed', 'started'] as const;
export type TransitionStep = (typeof transitionSteps)[number];

export const transitionLeads = ['team_lead'] as const;

/** What is written down has been, at most ten years ago; only the first day of work may lie ahead, at most a year. */
export function isDayInReach(step: TransitionStep, day: CivilDate, today: CivilDate): boolean {
  const last = step === 'started' ? addDays(today, 366) : today;
  return day >= addDays(today, -3660) && day <= last;
}

interface Taken {
  readonly step: TransitionStep;
  readonly onDate: CivilDate;
}

/** Steps that lie before one that usually comes earlier: no fault, but worth a second look. */
export function oddSteps(
  taken: readonly Taken[],
): readonly (readonly [late: TransitionStep, early: TransitionStep])[] {
  const place = (step: TransitionStep) => transitionSteps.indexOf(step);
  return taken.flatMap((one) =>
    taken
      .filter((other) => place(other.step) > place(one.step) && other.onDate < one.onDate)
      .map((other) => [one.step, other.step] as const),
  );
}

/** Who takes the step that follows: whoever has an offer signs, what else there is the team lead does; undefined when all is done. */
export function waitsFor(steps: readonly TransitionStep[]): 'person' | 'teamLead' | undefined {
  if (steps.includes('started')) return undefined;
  return steps.includes('offer') && !steps.includes('signed') ? 'person' : 'teamLead';
}

/** The step that usually follows what there is; undefined when all are there. */
export const nextStep = (taken: readonly Pick<Taken, 'step'>[]): TransitionStep | undefined =>
  transitionSteps.find((step) => !taken.some((one) => one.step === step));
