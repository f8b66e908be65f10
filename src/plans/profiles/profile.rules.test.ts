import { describe, expect, it } from 'vitest';
import { roles } from '../../platform/pure/actor.ts';
import {
  adopters,
  type EditionFacts,
  type EditionNeed,
  type EditionStep,
  editionStatuses,
  editionSteps,
  mayTakeEditionStep,
  profileWriters,
  unmetByEdition,
} from './profile.rules.ts';

const facts: EditionFacts = {
  status: 'in_consultation',
  today: '2026-03-02',
  isOwn: false,
  roles: ['team_lead'],
  hasOpen: false,
  roundsRunning: 0,
  roundsHeld: 1,
  roundsUnsummarised: 0,
  lastStart: null,
};
const adopt = (more: Partial<EditionFacts>, startsOn?: string) =>
  unmetByEdition('adopt', { ...facts, ...more }, { startsOn });

describe('an edition of a role profile', () => {
  it('goes from a draft through a consultation to what is adopted, and by no other way', () => {
    const ways: Record<EditionStep, readonly string[]> = {
      write: ['new'],
      revise: ['draft', 'in_consultation'],
      ask: ['draft'],
      adopt: ['in_consultation'],
    };
    for (const step of Object.keys(editionSteps) as EditionStep[])
      for (const status of ['new', ...editionStatuses] as const)
        expect([step, status, !unmetByEdition(step, { ...facts, status }).includes('stateAllows')]).toEqual([
          step,
          status,
          ways[step].includes(status),
        ]);
    expect(editionSteps.write.moves[0].to).toBe('draft');
    expect(editionSteps.ask.moves[0].to).toBe('in_consultation');
    expect(editionSteps.adopt.moves[0].to).toBe('adopted');
    expect(editionSteps.revise.moves.map(({ from, to }) => from === to)).toEqual([true, true]);
  });

  it('is written by team leads and policy advisers, adopted by team leads and the director, asked about by nobody’s hand', () => {
    const who = (step: EditionStep) => roles.filter((role) => mayTakeEditionStep(step, [role]));
    expect(who('write')).toEqual(['team_lead', 'policy_adviser']);
    expect(who('revise')).toEqual(['team_lead', 'policy_adviser']);
    expect(who('adopt')).toEqual(['team_lead', 'partnership_director']);
    expect(who('ask')).toEqual([]);
    expect(mayTakeEditionStep('write', [])).toBe(false);
    expect([...profileWriters]).toEqual(['team_lead', 'policy_adviser']);
    expect([...adopters]).toEqual(['partnership_director', 'team_lead']);
  });

  it('is begun with words, when no other is open', () => {
    const write = (more: Partial<EditionFacts>, body?: string) =>
      unmetByEdition('write', { ...facts, status: 'new', ...more }, { body });
    expect(write({}, 'Tekst.')).toEqual([]);
    expect(write({ hasOpen: true }, ' \n')).toEqual(['noOpenEdition', 'bodyGiven']);
    expect(write({})).toEqual(['bodyGiven']);
  });

  it('stands still while a round about it runs', () => {
    const revise = (roundsRunning: number) =>
      unmetByEdition('revise', { ...facts, roundsRunning }, { body: 'Tekst.' });
    expect(revise(0)).toEqual([]);
    expect(revise(1)).toEqual(['noRoundRuns']);
  });

  it('is adopted by somebody else than who began it, but for the partnership’s director', () => {
    expect(adopt({ isOwn: true }, '2026-04-01')).toEqual(['notOwn']);
    expect(adopt({ isOwn: true, roles: ['team_lead', 'partnership_director'] }, '2026-04-01')).toEqual([]);
    expect(adopt({ isOwn: false }, '2026-04-01')).toEqual([]);
  });

  it('is adopted once somebody was asked', () => {
    expect(adopt({ roundsHeld: 0 }, '2026-04-01')).toEqual(['wasAsked']);
  });

  it('is adopted after each round was summarised', () => {
    expect(adopt({ roundsUnsummarised: 1 }, '2026-04-01')).toEqual(['roundsSummarised']);
  });

  it('begins within a year and a day of today, and after the one before it', () => {
    expect(adopt({}, '2027-03-03')).toEqual([]);
    expect(adopt({}, '2027-03-04')).toEqual(['startsInReach']);
    expect(adopt({}, '2025-03-01')).toEqual([]);
    expect(adopt({}, '2025-02-28')).toEqual(['startsInReach']);
    expect(adopt({}, undefined)).toEqual(['startsInReach']);
    expect(adopt({ lastStart: '2026-04-01' }, undefined)).toEqual(['startsInReach']);
    expect(adopt({ lastStart: '2026-04-01' }, '2026-04-01')).toEqual(['startsAfterBefore']);
    expect(adopt({ lastStart: '2026-04-01' }, '2026-04-02')).toEqual([]);
  });

  it('tells beforehand only what no form can mend', () => {
    const all: EditionFacts = {
      ...facts,
      isOwn: true,
      hasOpen: true,
      roundsRunning: 1,
      roundsUnsummarised: 1,
    };
    const told = (step: EditionStep, status: EditionFacts['status']): readonly EditionNeed[] =>
      unmetByEdition(step, { ...all, status });
    expect(told('write', 'new')).toEqual(['noOpenEdition']);
    expect(told('revise', 'draft')).toEqual(['noRoundRuns']);
    expect(told('adopt', 'in_consultation')).toEqual(['notOwn', 'roundsSummarised']);
    expect(told('adopt', 'adopted')).toEqual(['stateAllows', 'notOwn', 'roundsSummarised']);
  });
});
