import { describe, expect, it } from 'vitest';
import { roles } from '../../../platform/pure/actor.ts';
import {
  type AmbitionFacts,
  type AmbitionStep,
  ambitionStatuses,
  ambitionSteps,
  isWhole,
  mayTakeAmbitionStep,
  stepsByHand,
  unmetByAmbition,
  type Whole,
} from './ambition.rules.ts';
import { countDeeds, type Deeds, gapsOf, notYet, progressOf, schoolsWithout } from './progress.rules.ts';

const facts: AmbitionFacts = {
  status: 'adopted',
  planOpen: false,
  ownerId: 'o',
  measure: null,
  from: '2025-08-01',
  today: '2026-03-02',
  planTo: '2027-07-31',
};
const whole: Whole = {
  indicator: 'Scholen',
  unit: 'scholen',
  measure: null,
  startValue: 0,
  targetValue: 9,
  targetOn: '2027-07-31',
  owner: {},
};

describe('an ambition', () => {
  it('is written over in a plan that is written, and changes with a reason once that is adopted', () => {
    const from: Record<AmbitionStep, string> = {
      revise: 'draft',
      remove: 'draft',
      change: 'adopted',
      read: 'adopted',
    };
    expect([...stepsByHand].toSorted()).toEqual(Object.keys(ambitionSteps).toSorted());
    for (const step of stepsByHand)
      for (const status of ambitionStatuses)
        expect([step, status, unmetByAmbition(step, { ...facts, status, planOpen: true })]).toEqual([
          step,
          status,
          from[step] === status ? [] : ['stateAllows'],
        ]);
    expect(unmetByAmbition('revise', { ...facts, status: 'draft' })).toEqual(['planStands']);
  });

  it('is written by who writes plans, and read by its owner alone', () => {
    const may = (step: AmbitionStep, personId: string) =>
      roles.filter((role) => mayTakeAmbitionStep(step, { personId, roles: [role] }, 'o')).toSorted();
    for (const step of ['revise', 'remove', 'change'] as const)
      expect(may(step, 'o')).toEqual(['partnership_director', 'policy_adviser', 'team_lead']);
    expect(may('read', 'o')).toHaveLength(roles.length);
    expect(may('read', 'p')).toEqual([]);
    expect(mayTakeAmbitionStep('read', { personId: 'o', roles: ['team_lead'] }, null)).toBe(false);
  });

  it('is whole when it says what, in what, from where, to where, by when and whose', () => {
    expect(isWhole(whole)).toBe(true);
    expect(isWhole({ ...whole, unit: null, measure: 'lasted' })).toBe(true);
    for (const part of ['indicator', 'unit', 'startValue', 'targetValue', 'targetOn', 'owner'] as const)
      expect([part, isWhole({ ...whole, [part]: null })]).toEqual([part, false]);
  });

  it('stays whole when it changes, says why, and ends within its plan', () => {
    const given = { whole, reasons: 'Daarom.' };
    expect(unmetByAmbition('change', facts, { ...given, to: '2027-07-31' })).toEqual([]);
    expect(unmetByAmbition('change', facts, { whole: { ...whole, owner: null }, to: '2027-08-01' })).toEqual([
      'reasonsGiven',
      'ambitionWhole',
      'endsInPlan',
    ]);
    expect(unmetByAmbition('change', facts, { ...given, to: '2025-07-31' })).toEqual(['endsInPlan']);
    expect(unmetByAmbition('change', { ...facts, planTo: null }, { ...given, to: '2030-01-01' })).toEqual([]);
  });

  it('is read on a day that was, a year before it began at most, and never beside a figure', () => {
    const unmet = (on: string) => unmetByAmbition('read', facts, { on });
    expect([unmet('2026-03-02'), unmet('2024-07-31')]).toEqual([[], []]);
    expect([unmet('2026-03-03'), unmet('2024-07-30')]).toEqual([['dayReadable'], ['dayReadable']]);
    expect(unmetByAmbition('read', { ...facts, measure: 'lasted' })).toEqual(['noMeasureTells']);
  });
});

describe('progress', () => {
  const way = { startValue: 10, targetValue: 50 };

  it('is the share of the way, up or down', () => {
    const share = (value: number, { startValue, targetValue } = way) =>
      progressOf({ startValue, targetValue }, { on: '2026-03-01', value });
    expect(share(30)).toEqual({ value: 30, on: '2026-03-01', share: 0.5, reached: false });
    expect(share(50)).toMatchObject({ share: 1, reached: true });
    expect(share(0)).toMatchObject({ share: -0.25, reached: false });
    expect(share(11, { startValue: 15, targetValue: 7 })).toMatchObject({ share: 0.5, reached: false });
    expect(share(6, { startValue: 15, targetValue: 7 })).toMatchObject({ reached: true });
    expect(share(4, { startValue: 4, targetValue: 4 })).toMatchObject({ share: null, reached: true });
    expect(share(3, { startValue: 4, targetValue: 4 })).toMatchObject({ share: null, reached: false });
  });

  it('is not known without a reading, a start or a target', () => {
    expect(progressOf(way, null)).toBeUndefined();
    expect(progressOf({ ...way, startValue: null }, { on: '2026-03-01', value: 3 })).toBeUndefined();
    expect(progressOf({ ...way, targetValue: null }, { on: '2026-03-01', value: 3 })).toBeUndefined();
  });
});

describe('what is not done yet', () => {
  const read = { value: 3, on: '2026-02-01', share: 0.1, reached: false };
  const base = {
    today: '2026-03-02',
    to: '2027-07-31',
    measure: null,
    targetOn: '2027-07-31',
    progress: read,
    work: { deeds: 3, schoolsWithout: 0 },
  };

  it('is nothing when it is read, worked at everywhere, and has time', () => {
    expect(gapsOf(base)).toEqual([]);
  });

  it('tells of a reading that lacks or is old, and of a target day that went by', () => {
    expect(gapsOf({ ...base, progress: undefined })).toEqual(['notRead']);
    expect(gapsOf({ ...base, progress: undefined, measure: 'lasted' })).toEqual([]);
    expect(gapsOf({ ...base, progress: { ...read, on: '2025-08-31' } })).toEqual([]);
    expect(gapsOf({ ...base, progress: { ...read, on: '2025-08-30' } })).toEqual(['readLongAgo']);
    expect(gapsOf({ ...base, targetOn: '2026-03-01' })).toEqual(['targetPassed']);
    expect(gapsOf({ ...base, targetOn: '2026-03-02' })).toEqual([]);
    expect(gapsOf({ ...base, targetOn: '2026-03-01', progress: { ...read, reached: true } })).toEqual([]);
  });

  it('tells of work that lacks only to who reads all of it', () => {
    expect(gapsOf({ ...base, work: { deeds: 0, schoolsWithout: 9 } })).toEqual(['nothingDone']);
    expect(gapsOf({ ...base, work: { deeds: 1, schoolsWithout: 9 } })).toEqual(['schoolsWithout']);
    expect(gapsOf({ ...base, work: undefined })).toEqual([]);
  });

  it('is not asked of what has ended', () => {
    expect(gapsOf({ ...base, to: '2026-03-01', progress: undefined })).toEqual([]);
    expect(gapsOf({ ...base, to: '2026-03-02', progress: undefined })).toEqual(['notRead']);
  });
});

describe('the work for an ambition', () => {
  const none: Deeds = {
    ...{ questions: 0, goals: 0, visits: { count: 0, schools: 0 }, stationings: { count: 0 } },
    ...{ pilots: [], posts: [], schools: 9 },
  };
  const watching = { today: '2026-03-02', progress: undefined, readsAll: true };
  const one = { draft: false, to: '2027-07-31', measure: 'lasted', targetOn: '2027-07-31' };

  it('is counted of every kind', () => {
    const all: Deeds = {
      ...{ questions: 1, goals: 2, visits: { count: 4, schools: 3 }, stationings: { count: 8 } },
      ...{ pilots: ['a'], posts: ['b', 'c'], schools: 9 },
    };
    expect([countDeeds(none), countDeeds(all)]).toEqual([0, 18]);
    expect([schoolsWithout(none), schoolsWithout(all)]).toEqual([9, 6]);
    // Visits of schools that have ended since.
    expect(schoolsWithout({ ...all, schools: 2 })).toBe(0);
  });

  it('lacks for who reads all of it, and never of a draft', () => {
    expect(notYet(one, none, watching)).toEqual(['nothingDone']);
    expect(notYet(one, { ...none, posts: ['b'] }, watching)).toEqual(['schoolsWithout']);
    expect(notYet(one, none, { ...watching, readsAll: false })).toEqual([]);
    expect(notYet({ ...one, draft: true }, none, watching)).toEqual([]);
  });
});
