import { describe, expect, it, test } from 'vitest';
import {
  isDayInReach,
  nextStep,
  oddSteps,
  transitionLeads,
  transitionSteps,
  waitsFor,
} from './transition.rules.ts';

const today = '2026-03-02';

test.each([
  [['talk'], 'teamLead'],
  [['offer'], 'person'],
  [['talk', 'offer'], 'person'],
  [['talk', 'offer', 'signed'], 'teamLead'],
  [['signed'], 'teamLead'],
  [['talk', 'started'], undefined],
  [['talk', 'offer', 'signed', 'started'], undefined],
] as const)('after %j it waits for the %s', (steps, who) => {
  expect(waitsFor(steps)).toBe(who);
});

describe('steps of a transition', () => {
  it('are a talk, an offer, a signature and a first day, written down by a team lead', () => {
    expect(transitionSteps).toEqual(['talk', 'offer', 'signed', 'started']);
    expect(transitionLeads).toEqual(['team_lead']);
  });

  it('have been, at most ten years ago; only the first day of work may lie ahead', () => {
    for (const step of ['talk', 'offer', 'signed'] as const) {
      expect(isDayInReach(step, today, today)).toBe(true);
      expect(isDayInReach(step, '2026-03-03', today)).toBe(false);
    }
    expect(isDayInReach('started', '2026-03-03', today)).toBe(true);
    // 366 days from today.
    expect(isDayInReach('started', '2027-03-03', today)).toBe(true);
    expect(isDayInReach('started', '2027-03-04', today)).toBe(false);
    // 3660 days before today.
    expect(isDayInReach('talk', '2016-02-23', today)).toBe(true);
    expect(isDayInReach('talk', '2016-02-22', today)).toBe(false);
  });

  it('are odd when a later one lies on an earlier day, and not on the same', () => {
    const steps = [
      { step: 'talk', onDate: '2026-02-10' },
      { step: 'offer', onDate: '2026-02-10' },
      { step: 'signed', onDate: '2026-02-09' },
    ] as const;
    expect(oddSteps(steps)).toEqual([
      ['talk', 'signed'],
      ['offer', 'signed'],
    ]);
    expect(oddSteps([...steps.slice(0, 2)])).toEqual([]);
    const inOrder = [steps[2], { step: 'started', onDate: '2026-03-01' }] as const;
    expect(oddSteps(inOrder)).toEqual([]);
  });

  it('follow each other in their usual order, whatever is there already', () => {
    expect(nextStep([])).toBe('talk');
    expect(nextStep([{ step: 'offer' }])).toBe('talk');
    expect(nextStep([{ step: 'talk' }, { step: 'offer' }])).toBe('signed');
    expect(nextStep(transitionSteps.map((step) => ({ step })))).toBeUndefined();
  });
});
