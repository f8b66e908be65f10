import { describe, expect, it } from 'vitest';
import { roles } from '../../platform/pure/actor.ts';
import { planInput } from './support-plan.input.ts';
import {
  isOpen,
  mayTakePlanStep,
  type PlanFacts,
  type PlanStep,
  planStatuses,
  planSteps,
  planWriters,
  unmetByPlan,
} from './support-plan.rules.ts';

const facts: PlanFacts = {
  status: 'draft',
  today: '2026-03-02',
  discussedOn: null,
  consentedOn: null,
  ambitions: 2,
  unfinished: 0,
  document: true,
  periodFree: true,
  priorities: 0,
  everDiscussed: false,
};
const today = { on: '2026-03-02', with: 'Gemeenten', reasons: 'Daarom.' };

describe('an ondersteuningsplan', () => {
  it('goes from draft over municipalities and council to adopted, back to its writers before that, and by no other way', () => {
    const ways: Record<PlanStep, readonly string[]> = {
      write: ['new draft'],
      revise: ['draft draft', 'discussed discussed'],
      discuss: ['draft discussed'],
      consent: ['discussed consented'],
      adopt: ['consented adopted'],
      reopen: ['discussed draft', 'consented draft'],
      remove: ['draft gone'],
    };
    for (const step of Object.keys(planSteps) as PlanStep[]) {
      expect(planSteps[step].moves.map(({ from, to }) => `${from} ${to}`)).toEqual(ways[step]);
      for (const status of ['new', ...planStatuses] as const)
        expect([step, status, !unmetByPlan(step, { ...facts, status }).includes('stateAllows')]).toEqual([
          step,
          status,
          ways[step].some((way) => way.startsWith(`${status} `)),
        ]);
    }
    expect(planStatuses.filter(isOpen)).toEqual(['draft', 'discussed']);
  });

  it('is written by team lead, policy adviser and director, and adopted by team lead or director', () => {
    const who = (step: PlanStep) => roles.filter((role) => mayTakePlanStep(step, [role])).toSorted();
    const writers = ['partnership_director', 'policy_adviser', 'team_lead'];
    for (const step of ['write', 'revise', 'discuss', 'consent', 'reopen', 'remove'] as const)
      expect(who(step)).toEqual(writers);
    expect(who('adopt')).toEqual(['partnership_director', 'team_lead']);
    expect([...planWriters].toSorted()).toEqual(writers);
  });

  it('is discussed with somebody, on a day that was, when there is something in it', () => {
    expect(unmetByPlan('discuss', facts, today)).toEqual([]);
    expect(unmetByPlan('discuss', facts)).toEqual([]);
    expect(unmetByPlan('discuss', { ...facts, ambitions: 0 })).toEqual(['ambitionsGiven']);
    expect(unmetByPlan('discuss', { ...facts, ambitions: 0 }, { on: '2026-03-03', with: ' ' })).toEqual([
      'dayPassed',
      'withGiven',
      'ambitionsGiven',
    ]);
  });

  it('takes its steps in the order of their days', () => {
    const discussed: PlanFacts = { ...facts, status: 'discussed', discussedOn: '2026-02-10' };
    expect(unmetByPlan('consent', discussed, { on: '2026-02-10' })).toEqual([]);
    expect(unmetByPlan('consent', discussed, { on: '2026-02-09' })).toEqual(['daysInOrder']);
    const consented: PlanFacts = { ...discussed, status: 'consented', consentedOn: '2026-02-20' };
    expect(unmetByPlan('adopt', consented, { on: '2026-02-20' })).toEqual([]);
    expect(unmetByPlan('adopt', consented, { on: '2026-02-19' })).toEqual(['daysInOrder']);
    expect(unmetByPlan('adopt', consented, { on: '2026-03-03' })).toEqual(['dayPassed']);
  });

  it('is adopted whole: each ambition measurable, with its document, where no other plan holds', () => {
    const consented: PlanFacts = { ...facts, status: 'consented', consentedOn: '2026-02-20' };
    expect(unmetByPlan('adopt', consented)).toEqual([]);
    expect(unmetByPlan('adopt', { ...consented, unfinished: 1, document: false, periodFree: false })).toEqual(
      ['ambitionsWhole', 'documentGiven', 'periodFree'],
    );
  });

  it('is thrown away while nothing stands in it and nobody was spoken with', () => {
    expect(unmetByPlan('remove', facts)).toEqual([]);
    expect(unmetByPlan('remove', { ...facts, priorities: 1, everDiscussed: true })).toEqual([
      'neverDiscussed',
      'noPriorities',
    ]);
  });

  it('goes back with a reason', () => {
    expect(unmetByPlan('reopen', { ...facts, status: 'discussed' }, { reasons: ' ' })).toEqual([
      'reasonsGiven',
    ]);
    expect(unmetByPlan('reopen', { ...facts, status: 'discussed' }, today)).toEqual([]);
  });
});

describe('a period', () => {
  const fits = (from: string, to: string) => planInput.safeParse({ name: 'Plan', from, to }).success;

  it('is of some four years, five at most', () => {
    expect(fits('2023-08-01', '2027-07-31')).toBe(true);
    expect(fits('2023-08-01', '2028-07-31')).toBe(true);
    expect(fits('2023-08-01', '2028-08-01')).toBe(false);
    expect(fits('2023-08-01', '2023-07-31')).toBe(false);
    expect(fits('2023-08-01', '2023-08-01')).toBe(true);
  });
});
