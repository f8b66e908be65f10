/** The front door of the planner: pure, without a database. Numbers in, a plan with its explanation out. */
export { evaluate } from './engine/instance.ts';
export { type Progress, solve } from './engine/solve.ts';
export type { Balance, Share } from './model/balance.ts';
export { build } from './model/build.ts';
export { type Broken, change } from './model/change.ts';
export { brokenWords, changesWords, clashWords } from './model/change.words.ts';
export { type Clash, clashesOf } from './model/clashes.ts';
export { type Comparing, compare } from './model/compare.ts';
export {
  type ExplainedAssignment,
  type ExplainedStationing,
  type Explanation,
  explain,
} from './model/explain.ts';
export {
  assignmentWords,
  comparingWords,
  costWords,
  freeingWords,
  reasonWords,
  stationingWords,
} from './model/explain.words.ts';
export {
  defaultSettings,
  type MarkFacts,
  type PlanFacts,
  type PreviousFacts,
  type SettingsFacts,
} from './model/facts.ts';
export { extraSpecialist } from './model/freeing.ts';
export type { Difference } from './model/measure.ts';
export {
  type PlanResult,
  planOf,
  resultOf,
  type StationingResult,
} from './model/read.ts';
export { type Recommendation, recommend } from './model/recommend.ts';
export { type WhyComes, whyComes, whyComesWords } from './model/school.words.ts';
export { type Ref, type Sentence, say } from './model/sentence.ts';
export {
  nameOfWeight,
  type WeightFacts,
  type WeightKind,
  weightCodes,
  weightKinds,
} from './model/weights.rules.ts';
export { type Change, freed, withChanges } from './model/whatif.rules.ts';
