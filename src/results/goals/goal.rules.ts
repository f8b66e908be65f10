/**
 * Who may do what with a goal, and what has to be the case first; migrations/0028 asks the same of every row, and a test holds both
 * against each other. School and specialist score apart: «school en specialist scoren ieder zelf», and nobody for the other side.
 */
import { type GoalLevel, type Level, type Scale, scoresOn, undescribed } from './goal-scale.rules.ts';

export const moments = ['start', 'interim', 'end', 'follow_up'] as const;
export type Moment = (typeof moments)[number];

/** Who looked. What parents found, the school enters. */
export const scorers = ['school', 'specialist', 'parent'] as const;
export type Scorer = (typeof scorers)[number];

/** Whom somebody scores for: intern begeleider and director for the school, assigned specialists for themselves. */
export type Side = 'school' | 'specialist';

/** Where the goal's question is: being worked on, completed (whether it lasted can be asked), or ended in another way. */
export type Phase = 'under_way' | 'completed' | 'ended';

const phases: Readonly<Record<string, Phase>> = {
  completed: 'completed',
  followed_up: 'completed',
  answered: 'ended',
  declined: 'ended',
  withdrawn: 'ended',
  stopped: 'ended',
};

export const phaseOf = (status: string): Phase => phases[status] ?? 'under_way';

/** By relation to the question, as `question_relations` (migrations/0023) names them. */
export function sidesOf(relations: readonly string[]): readonly Side[] {
  const school = relations.includes('support_coordinator') || relations.includes('school_director');
  return [
    ...(school ? ['school' as const] : []),
    ...(relations.includes('specialist') ? ['specialist' as const] : []),
  ];
}

export const mayScoreAs = (scorer: Scorer, sides: readonly Side[]): boolean =>
  sides.includes(scorer === 'specialist' ? 'specialist' : 'school');

export interface Score {
  readonly moment: Moment;
  readonly by: Scorer;
  readonly score: number;
  /** The day it was seen. */
  readonly on: string;
}

export interface GoalFacts {
  readonly phase: Phase;
  readonly level: GoalLevel;
  readonly scale: Scale;
  readonly levels: readonly Level[];
  /** As they were entered, the latest last. */
  readonly scores: readonly Score[];
  readonly dropped: boolean;
  readonly today: string;
}

export type GoalNeed =
  | 'questionOpen'
  | 'pupilQuestion'
  | 'periodInOrder'
  | 'ambitionKnown'
  | 'notTwice'
  | 'stillPursued'
  | 'beforeScores'
  | 'onScale'
  | 'levelsDescribed'
  | 'afterCompletion'
  | 'pupilLevel'
  | 'notAhead'
  | 'beforeEndScore'
  | 'endFirst'
  | 'inOrder'
  | 'noOpenMarks'
  | 'writingAidLooks';

/** The one that counts: the latest of a moment and a scorer. Those before stay. */
export function latest(scores: readonly Score[], moment: Moment, by: Scorer): Score | undefined {
  return scores.findLast((one) => one.moment === moment && one.by === by);
}

/** What stands in the way of a score. */
export function scoreNeeds(facts: GoalFacts, given: Score): readonly GoalNeed[] {
  const { moment, by, score, on } = given;
  const { scale, levels, scores } = facts;
  const later = moment === 'follow_up';
  const before = moment === 'start' ? undefined : latest(scores, later ? 'end' : 'start', by);
  return unmet([
    ['stillPursued', !facts.dropped],
    ['questionOpen', later || facts.phase === 'under_way'],
    ['afterCompletion', !later || facts.phase === 'completed'],
    ['pupilLevel', by !== 'parent' || facts.level === 'pupil'],
    ['levelsDescribed', undescribed(scale, levels).length === 0],
    ['onScale', scoresOn(scale).includes(score)],
    ['notAhead', on <= facts.today],
    ['beforeEndScore', moment !== 'start' || scores.every((one) => one.moment !== 'end')],
    ['endFirst', !later || before !== undefined],
    ['inOrder', before === undefined || before.on <= on],
  ]);
}

/** What can be told of a new goal or of a change of one. */
export interface GivenGoal {
  readonly level: GoalLevel;
  readonly scale: Scale;
  readonly levels: readonly Level[];
  readonly startsOn: string;
  readonly targetOn: string;
}

/** What stands in the way of a new goal. `pupilQuestion`: its question is about a pupil. */
export function makeNeeds(
  facts: { readonly phase: Phase; readonly pupilQuestion: boolean },
  given: GivenGoal,
): readonly GoalNeed[] {
  return unmet([['questionOpen', facts.phase === 'under_way'], ...goalNeeds(given, facts.pupilQuestion)]);
}

/** What stands in the way of a change. After the first score only the target day moves. `sameWords`: nothing else changes. */
export function changeNeeds(
  facts: GoalFacts & { readonly pupilQuestion: boolean },
  given: GivenGoal & { readonly sameWords: boolean },
): readonly GoalNeed[] {
  return unmet([
    ['stillPursued', !facts.dropped],
    ['questionOpen', facts.phase === 'under_way'],
    ['beforeScores', given.sameWords || facts.scores.length === 0],
    ...goalNeeds(given, facts.pupilQuestion),
  ]);
}

/** What stands in the way of letting a goal go. */
export function dropNeeds(facts: Pick<GoalFacts, 'phase' | 'dropped'>): readonly GoalNeed[] {
  return unmet([
    ['stillPursued', !facts.dropped],
    ['questionOpen', facts.phase === 'under_way'],
  ]);
}

type Asked = readonly [GoalNeed, boolean];

const goalNeeds = (given: GivenGoal, pupilQuestion: boolean): readonly Asked[] => [
  // Other questions hold nothing of a pupil.
  ['pupilQuestion', given.level !== 'pupil' || pupilQuestion],
  ['periodInOrder', given.startsOn <= given.targetOn],
  ['onScale', given.levels.every(({ score }) => scoresOn(given.scale).includes(score))],
];

const unmet = (asked: readonly Asked[]): readonly GoalNeed[] =>
  asked.filter(([, met]) => !met).map(([need]) => need);

/** What a goal still lacks, and whose turn it is. */
export interface Gap {
  readonly what: 'levels' | 'start' | 'end' | 'follow_up';
  /** Null: of either side. */
  readonly side: Side | null;
  /** It can and should be done now; else it is for later. */
  readonly now: boolean;
}

interface GapFacts extends GoalFacts {
  readonly targetOn: string;
  readonly status: string;
  /** When to ask whether it lasted. */
  readonly followUpOn: string | null;
}

const sides: readonly Side[] = ['school', 'specialist'];

/** Everything the question cannot be completed without, and what the measurement is poorer without. */
export function gapsOf(facts: GapFacts): readonly Gap[] {
  const { phase, scores, today } = facts;
  if (facts.dropped || phase === 'ended') return [];
  const lacks = (moment: Moment) => sides.filter((side) => latest(scores, moment, side) === undefined);
  if (phase === 'completed') {
    const asked = facts.followUpOn !== null && facts.followUpOn <= today;
    return lacks('follow_up')
      .filter((side) => latest(scores, 'end', side) !== undefined)
      .map((side) => ({ what: 'follow_up', side, now: asked }));
  }
  const described = undescribed(facts.scale, facts.levels).length === 0;
  const due = facts.targetOn <= today || facts.status === 'evaluated';
  const started = scores.some((one) => one.moment === 'end');
  return [
    ...(described ? [] : [{ what: 'levels', side: null, now: true } as const]),
    ...(started ? [] : lacks('start').map((side) => ({ what: 'start', side, now: described }) as const)),
    ...lacks('end').map((side) => ({ what: 'end', side, now: described && due }) as const),
  ];
}
