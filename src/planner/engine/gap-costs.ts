/** The generalised assignment problem in numbers: what each agent asks for each job, in cost and in capacity. */

export interface Assignment {
  /** Per agent the cost and the resource use of each job, and what the agent has. */
  readonly costs: readonly (readonly number[])[];
  readonly uses: readonly (readonly number[])[];
  readonly capacities: readonly number[];
}

/** What doing a job is worth in the engine's terms. */
export function bonusOf({ costs }: Assignment): number {
  return 2 * Math.max(1, ...costs.flat().map(Math.abs));
}
