/** The planner's engine as the rest of the planner sees it: an instance in, a plan with a proof out. */
import { type Clash, clashesIn } from './clashes.ts';
import type { Instance, Plan } from './instance.ts';
import { type Options, optimise, type Phase, type Standing } from './optimise.ts';
import { columnsOf, planOf, type Stay, stationing } from './stationing.ts';

export interface Progress {
  readonly plan: Plan;
  readonly value: number;
  /** No plan is worth more: proven. */
  readonly bound: number;
  /** What the plan may fall short of the best, as a part of the bound. */
  readonly gap: number;
  readonly phase: Phase;
  readonly seconds: number;
  readonly rounds: number;
}

export type Solved =
  | (Progress & {
      readonly kind: 'solved';
      /** What a demand is worth elsewhere (0 for a pinned one), and a half a week at a group. */
      readonly prices: { readonly demands: readonly number[]; readonly groups: readonly number[] };
    })
  | { readonly kind: 'clash'; readonly clashes: readonly Clash[] };

export interface SolveOptions extends Options<Progress> {
  /** A plan to begin from; what of it no longer can be is left out. */
  readonly start?: Plan | undefined;
}

/**
 * The best plan within the budget (`rounds`, or else `seconds`, or else ten seconds). Blocks its thread for parts of a second at a time:
 * run it in a worker. Pins that cannot be kept come back as clashes. Throws only when the solver itself fails to load.
 */
export async function solve(instance: Instance, options: SolveOptions): Promise<Solved> {
  const clashes = clashesIn(instance);
  if (clashes.length > 0) return { kind: 'clash', clashes };
  const problem = stationing(instance);
  const start = options.start && columnsOf(instance, problem, options.start);
  const { report, ...rest } = options;
  const end = await optimise(problem, { ...rest, report: (standing) => report(progressOf(standing)) }, start);
  const { items, groups } = end.prices;
  return { kind: 'solved', ...progressOf(end), prices: { demands: [...items], groups: [...groups] } };
}

function progressOf(standing: Standing<readonly Stay[]>): Progress {
  const { value, bound, gap, phase, seconds, rounds } = standing;
  return { plan: planOf(standing.columns), value, bound, gap, phase, seconds, rounds };
}
