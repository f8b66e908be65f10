import { describe, expect, it } from 'vitest';
import {
  changeNeeds,
  dropNeeds,
  type GoalFacts,
  gapsOf,
  latest,
  type Moment,
  makeNeeds,
  mayScoreAs,
  moments,
  phaseOf,
  type Score,
  type Scorer,
  scoreNeeds,
  sidesOf,
} from './goal.rules.ts';
import { scoresOn } from './goal-scale.rules.ts';

const today = '2026-03-10';
const described = (scale: 5 | 6) => scoresOn(scale).map((score) => ({ score, description: 'x' }));
const score = (moment: Moment, by: Scorer, on = '2026-03-02', value = 0): Score => ({
  moment,
  by,
  score: value,
  on,
});

const facts: GoalFacts = {
  phase: 'under_way',
  level: 'group',
  scale: 5,
  levels: described(5),
  scores: [],
  dropped: false,
  today,
};
const completed: GoalFacts = { ...facts, phase: 'completed', scores: [score('end', 'school')] };

describe('where the question of a goal is', () => {
  it.each([
    ...[
      'draft',
      'submitted',
      'in_triage',
      'needs_information',
      'at_committee',
      'assigned',
      'started',
      'evaluated',
    ].map((status) => [status, 'under_way'] as const),
    ...['completed', 'followed_up'].map((status) => [status, 'completed'] as const),
    ...['answered', 'declined', 'withdrawn', 'stopped'].map((status) => [status, 'ended'] as const),
  ])('%s is %s', (status, phase) => {
    expect(phaseOf(status)).toBe(phase);
  });
});

describe('the sides', () => {
  it('are the school for its intern begeleider and director, the specialist for who is assigned', () => {
    expect(sidesOf(['author', 'support_coordinator'])).toEqual(['school']);
    expect(sidesOf(['school_director'])).toEqual(['school']);
    expect(sidesOf(['specialist'])).toEqual(['specialist']);
    expect(sidesOf(['specialist', 'school_director'])).toEqual(['school', 'specialist']);
  });

  it('are nobody else’s, however near they stand', () => {
    expect(
      sidesOf([
        'author',
        'submitter',
        'contact_person',
        'team_lead',
        'planner',
        'thinks_along',
        'asked_along',
        'committee_member',
        'committee_secretary',
      ]),
    ).toEqual([]);
  });

  it('never score for each other; what a parent found the school enters', () => {
    expect([mayScoreAs('school', ['school']), mayScoreAs('parent', ['school'])]).toEqual([true, true]);
    expect(mayScoreAs('specialist', ['specialist'])).toBe(true);
    expect(mayScoreAs('specialist', ['school'])).toBe(false);
    expect([mayScoreAs('school', ['specialist']), mayScoreAs('parent', ['specialist'])]).toEqual([
      false,
      false,
    ]);
    expect(mayScoreAs('school', [])).toBe(false);
  });
});

describe('the score that counts', () => {
  it('is the latest of that moment and that scorer', () => {
    const scores = [
      score('end', 'school', '2026-03-05', -1),
      score('end', 'school', '2026-03-04', 2),
      score('end', 'specialist', '2026-03-06', 1),
      score('start', 'school', '2026-03-01', -2),
    ];
    expect(latest(scores, 'end', 'school')?.score).toBe(2);
    expect(latest(scores, 'interim', 'school')).toBeUndefined();
  });
});

describe('a score', () => {
  it('is lawful at every moment it has', () => {
    for (const moment of ['start', 'interim', 'end'] as const)
      expect(scoreNeeds(facts, score(moment, 'school'))).toEqual([]);
    expect(scoreNeeds(completed, score('follow_up', 'school'))).toEqual([]);
  });

  it.each<[string, Partial<GoalFacts>, Score]>([
    ['stillPursued', { dropped: true }, score('start', 'school')],
    ['questionOpen', { phase: 'ended' }, score('start', 'school')],
    ['questionOpen', { phase: 'completed' }, score('end', 'school')],
    ['pupilLevel', {}, score('start', 'parent')],
    ['levelsDescribed', { levels: described(5).slice(1) }, score('start', 'school')],
    ['levelsDescribed', { scale: 6 }, score('start', 'school')],
    ['onScale', {}, score('start', 'school', today, -3)],
    ['onScale', {}, score('start', 'school', today, 3)],
    ['notAhead', {}, score('start', 'school', '2026-03-11')],
    ['beforeEndScore', { scores: [score('end', 'specialist')] }, score('start', 'school')],
    ['inOrder', { scores: [score('start', 'school', '2026-03-05')] }, score('end', 'school', '2026-03-04')],
    [
      'inOrder',
      { scores: [score('start', 'school', '2026-03-05')] },
      score('interim', 'school', '2026-03-04'),
    ],
  ])('is refused: %s', (need, more, given) => {
    expect(scoreNeeds({ ...facts, ...more }, given)).toEqual([need]);
  });

  it.each<[string, Partial<GoalFacts>, Score]>([
    ['afterCompletion', { phase: 'under_way' }, score('follow_up', 'school')],
    ['afterCompletion', { phase: 'ended' }, score('follow_up', 'school')],
    ['endFirst', {}, score('follow_up', 'specialist')],
    ['inOrder', {}, score('follow_up', 'school', '2026-03-01')],
  ])('at follow-up is refused: %s', (need, more, given) => {
    expect(scoreNeeds({ ...completed, ...more }, given)).toEqual([need]);
  });

  it('may be a parent’s at a goal on the pupil, of today, on the day of the start, and again after the end', () => {
    expect(scoreNeeds({ ...facts, level: 'pupil' }, score('start', 'parent'))).toEqual([]);
    expect(scoreNeeds(facts, score('start', 'school', today))).toEqual([]);
    const scores = [score('start', 'school', today), score('end', 'school', today)];
    expect(scoreNeeds({ ...facts, scores }, score('end', 'school', today))).toEqual([]);
    expect(scoreNeeds({ ...facts, scores }, score('interim', 'school', today))).toEqual([]);
  });

  it('is held to the days of the same scorer alone', () => {
    const scores = [score('start', 'school', '2026-03-05')];
    expect(scoreNeeds({ ...facts, scores }, score('end', 'specialist', '2026-03-01'))).toEqual([]);
    // Another start corrects the first, also of an earlier day.
    expect(scoreNeeds({ ...facts, scores }, score('start', 'school', '2026-03-01'))).toEqual([]);
  });

  it('on six points may be -3', () => {
    const six = { ...facts, scale: 6, levels: described(6) } as const;
    expect(scoreNeeds(six, score('start', 'school', today, -3))).toEqual([]);
  });

  it('hears of everything that stands in the way at once', () => {
    const bad = { ...facts, dropped: true, phase: 'ended', levels: [] } as const;
    expect(scoreNeeds(bad, score('follow_up', 'parent', '2026-04-01', 9))).toEqual([
      'stillPursued',
      'afterCompletion',
      'pupilLevel',
      'levelsDescribed',
      'onScale',
      'notAhead',
      'endFirst',
    ]);
  });
});

const given = {
  level: 'group',
  scale: 5,
  levels: [{ score: 0, description: 'x' }],
  startsOn: today,
  targetOn: today,
} as const;
const open = { phase: 'under_way', pupilQuestion: false } as const;

describe('a new goal', () => {
  it('may begin with one level described, or none', () => {
    expect(makeNeeds(open, given)).toEqual([]);
    expect(makeNeeds(open, { ...given, levels: [] })).toEqual([]);
  });

  it('needs a question that is worked on, a period in order and levels of its scale', () => {
    expect(makeNeeds({ ...open, phase: 'completed' }, given)).toEqual(['questionOpen']);
    expect(makeNeeds({ ...open, phase: 'ended' }, given)).toEqual(['questionOpen']);
    expect(makeNeeds(open, { ...given, targetOn: '2026-03-09' })).toEqual(['periodInOrder']);
    expect(makeNeeds(open, { ...given, levels: [...given.levels, { score: -3, description: 'x' }] })).toEqual(
      ['onScale'],
    );
  });

  it('is about a pupil only where the question is', () => {
    expect(makeNeeds(open, { ...given, level: 'pupil' })).toEqual(['pupilQuestion']);
    expect(makeNeeds({ ...open, pupilQuestion: true }, { ...given, level: 'pupil' })).toEqual([]);
    expect(makeNeeds({ ...open, pupilQuestion: true }, given)).toEqual([]);
  });
});

describe('a change of a goal', () => {
  const held = { ...facts, pupilQuestion: false };
  const scored = { ...held, scores: [score('start', 'school')] };

  it('is free before the first score; afterwards only the target day moves', () => {
    expect(changeNeeds(held, { ...given, sameWords: false })).toEqual([]);
    expect(changeNeeds(scored, { ...given, sameWords: false })).toEqual(['beforeScores']);
    expect(changeNeeds(scored, { ...given, sameWords: true })).toEqual([]);
  });

  it('needs a goal that is pursued, of a question that is worked on', () => {
    expect(changeNeeds({ ...held, dropped: true }, { ...given, sameWords: true })).toEqual(['stillPursued']);
    expect(changeNeeds({ ...held, phase: 'ended' }, { ...given, sameWords: true })).toEqual(['questionOpen']);
    expect(changeNeeds(held, { ...given, level: 'pupil', sameWords: false })).toEqual(['pupilQuestion']);
  });
});

describe('letting a goal go', () => {
  it('happens once, while its question is worked on', () => {
    expect(dropNeeds(facts)).toEqual([]);
    expect(dropNeeds({ phase: 'under_way', dropped: true })).toEqual(['stillPursued']);
    expect(dropNeeds({ phase: 'completed', dropped: false })).toEqual(['questionOpen']);
  });
});

describe('what a goal still lacks', () => {
  const running = { ...facts, targetOn: '2026-06-01', status: 'started', followUpOn: null };
  const both = (moment: Moment) => [score(moment, 'school'), score(moment, 'specialist')];

  it('is first its levels; scores wait for them', () => {
    expect(gapsOf({ ...running, levels: [] })).toEqual([
      { what: 'levels', side: null, now: true },
      { what: 'start', side: 'school', now: false },
      { what: 'start', side: 'specialist', now: false },
      { what: 'end', side: 'school', now: false },
      { what: 'end', side: 'specialist', now: false },
    ]);
  });

  it('is then a start score of each side, and later one after the work', () => {
    expect(gapsOf({ ...running, scores: [score('start', 'school')] })).toEqual([
      { what: 'start', side: 'specialist', now: true },
      { what: 'end', side: 'school', now: false },
      { what: 'end', side: 'specialist', now: false },
    ]);
  });

  it.each([
    ['on the target day', { targetOn: today }, true],
    ['the day before it', { targetOn: '2026-03-11' }, false],
    ['once the question is evaluated', { status: 'evaluated' }, true],
  ] as const)('is the score after the work %s: now %s', (_when, more, now) => {
    expect(gapsOf({ ...running, ...more, scores: [...both('start'), score('end', 'school')] })).toEqual([
      { what: 'end', side: 'specialist', now },
    ]);
  });

  it('is no start score any more once anybody scored the end', () => {
    expect(gapsOf({ ...running, scores: [score('end', 'school')] })).toEqual([
      { what: 'end', side: 'specialist', now: false },
    ]);
  });

  it('is nothing when both sides scored, when it was let go, or when its question ended otherwise', () => {
    expect(gapsOf({ ...running, scores: [...both('start'), ...both('end')] })).toEqual([]);
    expect(gapsOf({ ...running, dropped: true })).toEqual([]);
    expect(gapsOf({ ...running, phase: 'ended' })).toEqual([]);
  });

  it('is a later score of whoever scored the end, from the day the product asks whether it lasted', () => {
    const done = {
      ...running,
      phase: 'completed',
      status: 'completed',
      scores: [score('end', 'school')],
    } as const;
    const gap = { what: 'follow_up', side: 'school' };
    expect(gapsOf({ ...done, followUpOn: today })).toEqual([{ ...gap, now: true }]);
    expect(gapsOf({ ...done, followUpOn: '2026-03-11' })).toEqual([{ ...gap, now: false }]);
    expect(gapsOf({ ...done, followUpOn: null })).toEqual([{ ...gap, now: false }]);
    expect(
      gapsOf({ ...done, followUpOn: today, scores: [...done.scores, score('follow_up', 'school')] }),
    ).toEqual([]);
  });

  it('knows every moment', () => {
    expect(moments).toEqual(['start', 'interim', 'end', 'follow_up']);
  });
});
