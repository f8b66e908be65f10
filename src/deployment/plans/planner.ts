/** What plans ask of the planner, in the words of plans. */
import {
  type Broken,
  build,
  type Change,
  type Comparing,
  change,
  compare,
  type Difference,
  type Explanation,
  evaluate,
  type MarkFacts,
  type PlanFacts,
  type PlanResult,
  type PreviousFacts,
  planOf,
  withChanges,
} from '../../planner/index.ts';
import type { ChangeInput } from './plan.input.ts';

/** Changes to the facts, as they are kept with a plan; the database's default is an empty object. */
export type WhatIf = readonly Change[] | Readonly<Record<string, never>>;

export const changesIn = (asked: WhatIf): readonly Change[] => (isList(asked) ? asked : []);

const isList = (asked: WhatIf): asked is readonly Change[] => Array.isArray(asked);

export const applyWhatIf = (facts: PlanFacts, asked: WhatIf): PlanFacts =>
  withChanges(facts, changesIn(asked));

/** What whoever replans compares with. */
export const previousOf = ({ stationings, assignments }: PlanResult): PreviousFacts => ({
  stationings: stationings.map(({ specialistId, schoolId }) => ({ specialistId, schoolId })),
  assignments: assignments.map(({ demandId, specialistId }) => ({ demandId, specialistId })),
});

export interface Tried {
  /** The hard rules it would break; empty: it can be. */
  readonly broken: readonly Broken[];
  readonly result: PlanResult;
  readonly value: number;
  /** What it costs. */
  readonly difference: Difference;
  /** What is held by it. */
  readonly mark: MarkFacts | null;
}

/** Tries one change by hand. The facts hold the marks of now; `schoolId` is the school that the input names by its code. */
export function tryChange(best: PlanResult, facts: PlanFacts, input: ChangeInput, schoolId: string): Tried {
  const { result, mark, broken, difference } = change(facts, best, editOf(input, schoolId));
  const marked = mark === null ? facts : withChanges(facts, [{ kind: 'mark', mark }]);
  const model = build(marked);
  return {
    broken,
    difference,
    result,
    value: evaluate(model.instance, planOf(model, result)).value,
    mark,
  };
}

function editOf(input: ChangeInput, schoolId: string) {
  switch (input.kind) {
    case 'station':
      return { ...input, schoolId, halves: input.dagdelen * 2 } as const;
    case 'unstation':
      return { ...input, schoolId } as const;
    default:
      return input;
  }
}

interface Outcome {
  readonly best: PlanResult | null;
  readonly value: number | null;
  readonly explanation: Explanation | null;
}

/** The differences of two plans that were worked out; undefined when one has nothing to compare. */
export function compared(first: Outcome, second: Outcome): Comparing | undefined {
  const [a, b] = [comparable(first), comparable(second)];
  return a === undefined || b === undefined ? undefined : compare(a, b);
}

const comparable = ({ best, value, explanation }: Outcome) =>
  best === null || explanation === null
    ? undefined
    : { result: best, value: value ?? explanation.value, measures: explanation.measures };
