/** The shape of a measure, and what all of them share. The table itself is `measure.rules.ts`. */
export const measureCodes = [
  'first_contact_days',
  'start_days',
  'hand_offs',
  'earliness_days',
  'light_route_share',
  'hours_done',
  'hours_planned',
  'requested_provided',
  'schools_unvisited',
  'goal_levels',
  'goal_t',
  'lasted',
  'scorer_agreement',
  'satisfaction',
  'basic_support',
  'special_reach',
  'practice_reuse',
  'recorded_on_time',
  'confirmed_on_time',
  'capacity_use',
] as const;
export type MeasureCode = (typeof measureCodes)[number];

/** What a figure can be split by. By school for who works there alone; a release never is. */
export const dimensions = [
  'board',
  'area',
  'school',
  'expertise',
  'level',
  'kind',
  'ambition',
  'quarter',
] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * How facts become one figure.
 * - leadTime: Kaplan-Meier median and p85, open cases still waiting;
 * - share: how many of all, with Wilson's interval; no percentage under ten;
 * - agreement: differences between two scorers; the share without one, as a share;
 * - sum: added up, with what stands beside it (`of`) added up apart;
 * - ratio: one sum as a part of the other;
 * - mean: a distribution with its mean;
 * - levels: a distribution for each kind apart, with its median where there is one kind alone;
 * - t: Kiresuk and Sherman's T for each kind apart;
 * - count: how many there are.
 */
export type Kind = 'leadTime' | 'share' | 'agreement' | 'sum' | 'ratio' | 'mean' | 'levels' | 't' | 'count';

/** Each kind of its facts (who scored, which criterion) is a figure of its own; together they are none. */
export const isApart = (kind: Kind): boolean => kind === 'levels' || kind === 't';

/** Amounts: those of a whole say nothing beside those of a part. */
export const isAmount = (kind: Kind): boolean => kind === 'sum' || kind === 'ratio' || kind === 'count';

export type Unit =
  | 'schoolDays'
  | 'handOffs'
  | 'share'
  | 'hours'
  | 'dagdelen'
  | 'levels'
  | 't'
  | 'grade'
  | 'times';

export interface Measure {
  readonly code: MeasureCode;
  /** As a heading. */
  readonly name: string;
  readonly unit: Unit;
  readonly kind: Kind;
  /** What is counted and how, in plain Dutch, with the formula. */
  readonly definition: string;
  /** From what already recorded work it comes. */
  readonly source: string;
  /** What one fact is: the n that stands beside each figure. */
  readonly counts: string;
  /** What `kind` of a fact means here; null: it has none. */
  readonly kinds: string | null;
  /** The levels there are, where every case is judged on each kind: then all kinds count the same cases. */
  readonly levels?: readonly number[];
  readonly dimensions: readonly Dimension[];
  /** The shortest period it is released for. Year: facts lie in several quarters, so that those of quarters do not add up. */
  readonly releasedPer: 'quarter' | 'year';
  /** Null: more is neither better nor worse. */
  readonly higherIsBetter: boolean | null;
}

/** Where the work was. */
export const places = ['board', 'area', 'school'] as const;
export const ofQuestions = [...places, 'expertise', 'level', 'quarter'] as const;
