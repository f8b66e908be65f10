import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekday } from '../../platform/pure/dates.ts';
import {
  type Clock,
  type ClockFacts,
  type ClockName,
  clocksOf,
  type SchoolDays,
  type Term,
} from './clock.rules.ts';

/** Monday 2 to Friday 13 November 2026 and on, with the autumn of a school closed on Wednesday 4 November. */
const closed = new Set(['2026-11-04']);
const isOpen = (day: string) => weekday(day) <= 5 && !closed.has(day);
/** One by one, so that the test does not count as the product does. */
function between(from: string, to: string): number {
  let n = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isOpen(day)) n += 1;
  }
  return n;
}
const school: SchoolDays = { isOpen, between };
const terms: readonly Term[] = (['first_contact', 'triage', 'start', 'committee', 'evaluation'] as const).map(
  (clock) => ({ clock, days: clock === 'triage' ? 3 : 10, warnDays: 2, source: 'Werkafspraak' }),
);

const fresh: ClockFacts = {
  status: 'draft',
  signalledOn: '2026-11-02',
  submittedOn: null,
  triagedOn: null,
  firstContactOn: null,
  startedOn: null,
  completeOn: null,
  advisedOn: null,
  evaluateBy: null,
  evaluatedOn: null,
  endedOn: null,
  pausedOn: null,
  pauses: [],
  incompleteOn: null,
  committeePauses: [],
};
const clock = (name: ClockName, facts: Partial<ClockFacts>, today: string): Clock | undefined =>
  clocksOf({ ...fresh, ...facts }, terms, school, today).find((one) => one.name === name);

describe('the clocks of a question', () => {
  test('the first contact is counted from the first signal, also of a draft', () => {
    expect(clocksOf(fresh, terms, school, '2026-11-06').map((one) => [one.name, one.elapsed])).toEqual([
      ['first_contact', 3],
    ]);
  });

  test('the day it begins does not count, a weekend and a free day do not either', () => {
    const at = (today: string) => clock('triage', { status: 'submitted', submittedOn: '2026-11-03' }, today);
    expect(
      ['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-08', '2026-11-09'].map((day) => at(day)?.elapsed),
    ).toEqual([0, 0, 1, 2, 3]);
    expect(at('2026-11-03')?.dueOn).toBe('2026-11-09');
  });

  test('it warns two school days before the end, and goes on warning when it is late', () => {
    const at = (today: string) => clock('triage', { status: 'submitted', submittedOn: '2026-11-03' }, today);
    expect(at('2026-11-04')).toMatchObject({ left: 3, warns: false });
    expect(at('2026-11-05')).toMatchObject({ left: 2, warns: true });
    expect(at('2026-11-10')).toMatchObject({ left: -1, warns: true, state: 'running' });
  });

  test('what was done in time and what was done late stay told, and warn nobody', () => {
    const facts = { status: 'in_triage', submittedOn: '2026-11-03', triagedOn: '2026-11-12' } as const;
    expect(clock('triage', facts, '2027-01-01')).toMatchObject({
      state: 'stopped',
      elapsed: 6,
      left: -3,
      warns: false,
    });
  });

  test('a pause stands still from the day after it begins up to and including the day it ends', () => {
    const facts = {
      status: 'in_triage',
      submittedOn: '2026-11-02',
      pauses: [['2026-11-06', '2026-11-10']],
    } as const;
    expect(clock('start', facts, '2026-11-11')).toMatchObject({ elapsed: 3, state: 'running' });
    // Ten days of which three stood still: 5 (3 and 5 Nov are 2), then from 11 November on eight more.
    expect(clock('start', facts, '2026-11-11')?.dueOn).toBe('2026-11-20');
    expect(clock('start', { ...facts, pauses: [] }, '2026-11-11')?.dueOn).toBe('2026-11-17');
  });

  test('while something is asked of the school its clock stands still and nobody is warned', () => {
    const facts = { status: 'needs_information', submittedOn: '2026-11-02', pausedOn: '2026-11-05' } as const;
    const paused = clock('start', facts, '2026-12-18');
    expect(paused).toMatchObject({ elapsed: 2, state: 'paused', warns: false, dueOn: null });
  });

  test('the committee has a clock of its own, which the school does not stop', () => {
    const facts = { status: 'at_committee', submittedOn: '2026-11-02', completeOn: '2026-11-05' } as const;
    expect(clock('committee', facts, '2026-11-12')?.elapsed).toBe(5);
    expect(clock('committee', { ...facts, pausedOn: '2026-11-06' }, '2026-11-12')?.elapsed).toBe(5);
    expect(clock('committee', { ...facts, incompleteOn: '2026-11-06' }, '2026-11-12')).toMatchObject({
      elapsed: 1,
      state: 'paused',
    });
    expect(clock('committee', { ...facts, advisedOn: '2026-11-09' }, '2026-11-12')).toMatchObject({
      elapsed: 2,
      state: 'stopped',
    });
  });

  test('an evaluation is due after the last day of the work, and again after it was extended', () => {
    const facts = { startedOn: '2026-10-01', submittedOn: '2026-09-20', evaluateBy: '2026-11-06' } as const;
    expect(clock('evaluation', { ...facts, status: 'started' }, '2026-10-20')?.elapsed).toBe(0);
    expect(clock('evaluation', { ...facts, status: 'started' }, '2026-11-10')?.elapsed).toBe(2);
    const evaluated = { ...facts, evaluatedOn: '2026-11-09' };
    expect(clock('evaluation', { ...evaluated, status: 'evaluated' }, '2026-11-20')).toMatchObject({
      elapsed: 1,
      state: 'stopped',
    });
    expect(clock('evaluation', { ...evaluated, status: 'started' }, '2026-11-10')).toMatchObject({
      elapsed: 2,
      state: 'running',
    });
    expect(
      clock('evaluation', { ...facts, startedOn: null, status: 'assigned' }, '2026-11-10'),
    ).toBeUndefined();
  });

  test('an answer on the light route ends the waiting for a first contact', () => {
    const facts = {
      status: 'answered',
      submittedOn: '2026-11-02',
      triagedOn: '2026-11-03',
      endedOn: '2026-11-05',
    } as const;
    const stopped = { elapsed: 2, state: 'stopped' };
    expect(clock('first_contact', facts, '2026-11-30')).toMatchObject({ ...stopped, reached: true });
    expect(clock('start', facts, '2026-11-30')).toMatchObject({ ...stopped, reached: false });
  });

  test('a question that is withdrawn had no contact and nobody looked at it, however soon it ended', () => {
    const facts = { status: 'withdrawn', submittedOn: '2026-11-02', endedOn: '2026-11-05' } as const;
    const stopped = { state: 'stopped', reached: false };
    expect(clock('first_contact', facts, '2026-11-30')).toMatchObject(stopped);
    expect(clock('triage', facts, '2026-11-30')).toMatchObject(stopped);
    // The control: what came before the end came.
    const looked = { ...facts, triagedOn: '2026-11-03', firstContactOn: '2026-11-04' };
    expect(clock('triage', looked, '2026-11-30')).toMatchObject({ elapsed: 1, reached: true });
    expect(clock('first_contact', looked, '2026-11-30')).toMatchObject({ reached: true });
  });

  test('days that stood still before a question was withdrawn are not counted', () => {
    const facts = {
      status: 'withdrawn',
      submittedOn: '2026-11-02',
      pausedOn: '2026-11-05',
      endedOn: '2026-11-12',
    } as const;
    expect(clock('start', facts, '2026-11-30')).toMatchObject({ elapsed: 2, state: 'stopped' });
  });

  test('a clock without a norm does not tick', () => {
    expect(clocksOf(fresh, [], school, '2026-11-06')).toEqual([]);
  });

  test('elapsed is what counting day by day gives, and the last day is the first with the norm reached', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-10-01', n));
    const pause = fc
      .tuple(day, fc.integer({ min: 0, max: 9 }))
      .map(([from, n]) => [from, addDays(from, n)] as const);
    fc.assert(
      fc.property(day, pause, day, (submittedOn, one, today) => {
        const found = clock('start', { status: 'in_triage', submittedOn, pauses: [one] }, today);
        const counts = (on: string) => isOpen(on) && !(one[0] <= on && on <= one[1]);
        let elapsed = 0;
        for (let on = addDays(submittedOn, 1); on <= today; on = addDays(on, 1)) if (counts(on)) elapsed += 1;
        expect(found?.elapsed).toBe(elapsed);
        let left = 10;
        let last = submittedOn;
        while (left > 0) {
          last = addDays(last, 1);
          if (counts(last)) left -= 1;
        }
        expect(found?.dueOn).toBe(last);
      }),
    );
  });
});
