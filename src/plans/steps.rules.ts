/** What the tables of steps in this folder have in common. Each table is the code: buttons, API, law tests and pages read it. */
import type { Role } from '../platform/pure/actor.ts';

export interface Move<Status extends string> {
  readonly from: Status | 'new';
  readonly to: Status;
}

export interface Step<Status extends string, Need extends string> {
  readonly moves: readonly Move<Status>[];
  /** Who may take it, in whatever state. */
  readonly by: readonly Role[];
  readonly needs: readonly Need[];
}

/** Whether somebody with these roles may ever take the step. */
export const isTheirs = (step: Pick<Step<string, string>, 'by'>, roles: readonly Role[]): boolean =>
  step.by.some((role) => roles.includes(role));

/** How a step leaves a state; undefined when it does not. */
export const moveFrom = <Status extends string>(
  step: Pick<Step<Status, string>, 'moves'>,
  status: Status | 'new',
): Move<Status> | undefined => step.moves.find(({ from }) => from === status);
