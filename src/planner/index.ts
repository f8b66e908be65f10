/** The front door of the planner: pure, without a database. Numbers in, a plan with its explanation out. */
export { evaluate } from './engine/instance.ts';
export { type Progress, solve } from './engine/solve.ts';
export type { Hindrance } from './model/able.rules.ts';
export type { Alternative, Comparison } from './model/alternatives.ts';
export type { Balance, Share } from './model/balance.ts';
export { build, type Model } from './model/build.ts';
export { type Broken, change, type Edit, type Edited } from './model/change.ts';
export { brokenWords, changesWords, changeWords, clashWords, hindranceWords } from './model/change.words.ts';
export { type Clash, clashesOf } from './model/clashes.ts';
export { type Comparing, compare } from './model/compare.ts';
export {
  type ExplainedAssignment,
  type ExplainedStationing,
  type Explanation,
  explain,
  explainDemand,
} from './model/explain.ts';
export {
  alternativeWords,
  assignmentWords,
  comparingWords,
  costWords,
  freeingWords,
  pointsWords,
  reasonWords,
  stationingWords,
} from './model/explain.words.ts';
export {
  type DemandFacts,
  defaultSettings,
  type MarkFacts,
  type PlanFacts,
  type PreviousFacts,
  type SettingsFacts,
  type SpecialistFacts,
} from './model/facts.ts';
export { extraSpecialist, type Freeing } from './model/freeing.ts';
export type { Difference, Measures } from './model/measure.ts';
export {
  type AssignmentResult,
  type EndedResult,
  type PlanResult,
  planOf,
  resultOf,
  type StationingResult,
} from './model/read.ts';
export { type Recommendation, recommend } from './model/recommend.ts';
export { type RecommendationWords, recommendationWords } from './model/recommend.words.ts';
export { whoComesWords, whyAnotherWords, whyNobodyWords } from './model/school.words.ts';
export { type Ref, type Sentence, say } from './model/sentence.ts';
export type { Reason, Unplanned } from './model/unplanned.ts';
export type { Points } from './model/value.rules.ts';
export {
  nameOfWeight,
  type WeightCode,
  type WeightFacts,
  type WeightKind,
  weightCodes,
  weightKinds,
} from './model/weights.rules.ts';
export { type Change, freed, withChanges } from './model/whatif.rules.ts';
