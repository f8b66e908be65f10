import { describe, expect, it } from 'vitest';
import { roles } from '../../platform/pure/actor.ts';
import {
  deciders,
  mayTakePilotStep,
  type PilotFacts,
  type PilotStep,
  pilotStatuses,
  pilotSteps,
  pilotWriters,
  unmetByPilot,
} from './pilot.rules.ts';

const facts: PilotFacts = {
  status: 'draft',
  today: '2026-03-02',
  startsOn: '2026-03-02',
  measures: 1,
  schools: 1,
};

describe('a pilot', () => {
  it('goes from a draft to running to decided, and by no other way', () => {
    const ways: Record<PilotStep, readonly [from: string, to: string]> = {
      write: ['new', 'draft'],
      revise: ['draft', 'draft'],
      start: ['draft', 'running'],
      change: ['running', 'running'],
      decide: ['running', 'decided'],
    };
    for (const step of Object.keys(pilotSteps) as PilotStep[]) {
      expect(pilotSteps[step].moves[0].to).toBe(ways[step][1]);
      for (const status of ['new', ...pilotStatuses] as const)
        expect([step, status, !unmetByPilot(step, { ...facts, status }).includes('stateAllows')]).toEqual([
          step,
          status,
          ways[step][0] === status,
        ]);
    }
  });

  it('is written by who writes posts, and decided on by the team lead or the director', () => {
    const who = (step: PilotStep) => roles.filter((role) => mayTakePilotStep(step, [role]));
    for (const step of ['write', 'revise', 'start', 'change'] as const)
      expect(who(step)).toEqual(['team_lead', 'policy_adviser', 'editor']);
    expect(who('decide')).toEqual(['team_lead', 'partnership_director']);
    expect([...pilotWriters]).toEqual(['team_lead', 'policy_adviser', 'editor']);
    expect([...deciders]).toEqual(['partnership_director', 'team_lead']);
  });

  it('begins with something to compare by and somewhere to be', () => {
    expect(unmetByPilot('start', facts)).toEqual([]);
    expect(unmetByPilot('start', { ...facts, measures: 0, schools: 0 })).toEqual([
      'measuresGiven',
      'schoolsGiven',
    ]);
  });

  it('keeps a school while it runs', () => {
    expect(unmetByPilot('change', { ...facts, status: 'running', schools: 0 })).toEqual(['schoolsGiven']);
    expect(unmetByPilot('change', { ...facts, status: 'running' })).toEqual([]);
  });

  it('is decided on from its first day, with reasons', () => {
    const decide = (more: Partial<PilotFacts>, reasons?: string) =>
      unmetByPilot('decide', { ...facts, status: 'running', ...more }, { reasons });
    expect(decide({}, 'Het hielp.')).toEqual([]);
    expect(decide({ startsOn: '2026-03-03' }, ' ')).toEqual(['hasBegun', 'reasonsGiven']);
    expect(decide({})).toEqual(['reasonsGiven']);
    // What the form brings is not told beforehand.
    expect(unmetByPilot('decide', { ...facts, status: 'running' })).toEqual([]);
  });
});
