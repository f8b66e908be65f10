import { describe, expect, it } from 'vitest';
import { roles } from '../../platform/pure/actor.ts';
import {
  isRunning,
  mayTakeRoundStep,
  type RoundFacts,
  type RoundGiven,
  type RoundStep,
  roundRunners,
  roundStatuses,
  roundSteps,
  unmetByRound,
} from './round.rules.ts';

const facts: RoundFacts = {
  status: 'open',
  today: '2026-03-10',
  startsOn: '2026-03-02',
  endsOn: '2026-03-09',
  questions: 1,
  subjectIsOpen: true,
  isAboutPost: false,
  answersOpen: true,
  unsettled: 0,
};
const unmet = (step: RoundStep, more: Partial<RoundFacts>, given?: RoundGiven) =>
  unmetByRound(step, { ...facts, ...more }, given);

describe('a round of asking', () => {
  it('goes from a draft to open to summarised; back only before it began', () => {
    const ways: Record<RoundStep, readonly [from: string, to: string]> = {
      write: ['new', 'draft'],
      revise: ['draft', 'draft'],
      open: ['draft', 'open'],
      take_back: ['open', 'draft'],
      move_end: ['open', 'open'],
      settle: ['open', 'open'],
      summarise: ['open', 'summarised'],
    };
    for (const step of Object.keys(roundSteps) as RoundStep[]) {
      expect(roundSteps[step].moves[0].to).toBe(ways[step][1]);
      for (const status of ['new', ...roundStatuses] as const)
        expect([step, status, !unmet(step, { status }).includes('stateAllows')]).toEqual([
          step,
          status,
          ways[step][0] === status,
        ]);
    }
  });

  it('is run by who writes posts and the director, in every step', () => {
    const runners = ['team_lead', 'partnership_director', 'policy_adviser', 'editor'];
    for (const step of Object.keys(roundSteps) as RoundStep[])
      expect(roles.filter((role) => mayTakeRoundStep(step, [role]))).toEqual(runners);
    expect([...roundRunners].sort()).toEqual([...runners].sort());
  });

  it('opens with a question, from today on, about what is still open', () => {
    const draft = { status: 'draft', startsOn: '2026-03-10', endsOn: '2026-03-12' } as const;
    expect(unmet('open', draft)).toEqual([]);
    expect(unmet('open', { ...draft, startsOn: '2026-03-09', questions: 0, subjectIsOpen: false })).toEqual([
      'questionsGiven',
      'periodAhead',
      'subjectOpen',
    ]);
  });

  it('is taken back before its first day, and not on it', () => {
    expect(unmet('take_back', { startsOn: '2026-03-11' })).toEqual([]);
    expect(unmet('take_back', { startsOn: '2026-03-10' })).toEqual(['notBegun']);
  });

  it('gets another last day until the last one is over', () => {
    expect(unmet('move_end', { endsOn: '2026-03-10' })).toEqual([]);
    expect(unmet('move_end', { endsOn: '2026-03-09' })).toEqual(['stillRuns']);
  });

  it('runs from its first day to its last, once it is open', () => {
    const runs = (today: string, status: RoundFacts['status'] = 'open') =>
      isRunning({ ...facts, today, status });
    expect(['2026-03-01', '2026-03-02', '2026-03-09', '2026-03-10'].map((today) => runs(today))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(runs('2026-03-05', 'draft')).toBe(false);
    expect(runs('2026-03-05', 'summarised')).toBe(false);
  });

  it('lets outcomes be said after the end, of answers that may be read', () => {
    expect(unmet('settle', {})).toEqual([]);
    expect(unmet('settle', { endsOn: '2026-03-10', answersOpen: false })).toEqual([
      'hasEnded',
      'enoughTookPart',
    ]);
  });

  it('is summarised after the end, in words, when each answer that can be read has its outcome', () => {
    const given = { summary: 'Zo is het.', summaryFor: 'members' } as const;
    expect(unmet('summarise', {}, given)).toEqual([]);
    expect(unmet('summarise', { endsOn: '2026-03-10', unsettled: 1 }, { summary: ' ' })).toEqual([
      'hasEnded',
      'summaryGiven',
      'answersSettled',
    ]);
    expect(unmet('summarise', {}, {})).toEqual(['summaryGiven']);
    // Answers that stay closed hold nothing up.
    expect(unmet('summarise', { answersOpen: false, unsettled: 4 }, given)).toEqual([]);
    expect(unmet('summarise', { unsettled: 1 })).toEqual(['answersSettled']);
  });

  it('about a draft post stays among those asked', () => {
    const summary = 'Zo is het.';
    expect(unmet('summarise', { isAboutPost: true }, { summary, summaryFor: 'members' })).toEqual([
      'staysAmongAsked',
    ]);
    expect(unmet('summarise', { isAboutPost: true }, { summary, summaryFor: 'asked' })).toEqual([]);
    expect(unmet('summarise', { isAboutPost: true })).toEqual([]);
  });
});
