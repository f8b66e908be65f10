import { describe, expect, it } from 'vitest';
import { isMeasureCode } from '../../results/index.ts';
import {
  doubtsOf,
  factsIn,
  figureCodes,
  figuresOfPilot,
  groupsOf,
  type Place,
  periodsOf,
  perWeek,
  whenOf,
} from './comparison.rules.ts';
import { measureCodes } from './pilot.words.ts';

const place = (id: string, more: Partial<Place> = {}): Place => ({
  ...{ id, boardId: 'a', areaId: null, takesPart: null, days: { before: 50, after: 50 } },
  ...more,
});
const takesPart = { startsOn: '2026-02-01', endsOn: null };

describe('the days that are compared', () => {
  const pilot = { startsOn: '2026-02-01', endsOn: '2026-02-28' };

  it('are those of the pilot and as many right before', () => {
    expect(periodsOf(pilot, '2026-06-01', 'before')).toEqual({
      before: { from: '2026-01-04', to: '2026-01-31' },
      after: { from: '2026-02-01', to: '2026-02-28' },
    });
  });

  it('or the same weekdays a year earlier', () => {
    expect(periodsOf(pilot, '2026-06-01', 'year')).toMatchObject({
      before: { from: '2025-02-02', to: '2025-03-01' },
    });
  });

  it('of a pilot of more than a year come right before it all the same, for days are never counted twice', () => {
    const long = { startsOn: '2024-08-01', endsOn: '2026-07-31' };
    expect(periodsOf(long, '2026-08-01', 'year')?.before.to).toBe('2024-07-31');
    const almost = { startsOn: '2024-08-01', endsOn: '2025-07-30' };
    expect(periodsOf(almost, '2026-08-01', 'year')?.before).toEqual({ from: '2023-08-03', to: '2024-07-31' });
  });

  it('end today while it runs, and there are none before it begins', () => {
    expect(periodsOf({ ...pilot, endsOn: null }, '2026-02-10', 'before')?.after.to).toBe('2026-02-10');
    expect(periodsOf(pilot, '2026-02-10', 'before')?.after.to).toBe('2026-02-10');
    expect(periodsOf(pilot, '2026-01-31', 'before')).toBeUndefined();
    expect(periodsOf(pilot, '2026-02-01', 'before')?.before).toEqual({
      from: '2026-01-31',
      to: '2026-01-31',
    });
  });
});

describe('the schools that are compared', () => {
  const here = place('here', { takesPart, areaId: 'north' });
  const same = place('same');
  const near = place('near', { boardId: 'b', areaId: 'north' });
  const far = place('far', { boardId: 'c' });
  const ids = (choice: 'others' | 'boards' | 'areas') =>
    groupsOf([here, same, near, far], choice).others.map(({ id }) => id);

  it('are all that do not take part, or those of the same boards or areas', () => {
    expect([ids('others'), ids('boards'), ids('areas')]).toEqual([
      ['same', 'near', 'far'],
      ['same'],
      ['near'],
    ]);
    expect(groupsOf([here, same], 'others').pilot).toEqual([here]);
  });

  it('do not share a board or area by having none', () => {
    const without = { boardId: null, areaId: null };
    const found = groupsOf([place('one', { ...without, takesPart }), place('two', without)], 'boards');
    expect(found.others).toEqual([]);
  });
});

describe('a case', () => {
  const periods = {
    before: { from: '2026-01-04', to: '2026-01-31' },
    after: { from: '2026-02-01', to: '2026-02-28' },
  };

  it('falls before, during, or in neither', () => {
    const days = ['2026-01-03', '2026-01-04', '2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'];
    const found = days.map((day) => whenOf(day, place('x'), periods));
    expect(found).toEqual([undefined, 'before', 'before', 'after', 'after', undefined]);
  });

  it('of a school that joined later or left counts on its own days', () => {
    const later = place('x', { takesPart: { startsOn: '2026-02-10', endsOn: '2026-02-20' } });
    const days = ['2026-01-20', '2026-02-09', '2026-02-10', '2026-02-20', '2026-02-21'];
    expect(days.map((day) => whenOf(day, later, periods))).toEqual([
      ...['before', undefined, 'after', 'after', undefined],
    ]);
  });

  const fact = (schoolId: string | null, on: string, value = 1) => ({
    ...{ id: `${schoolId}${on}`, schoolId, on, value, boardId: null, areaId: null, expertise: null },
    ...{ level: null, kind: null, ambitionId: null, of: null, open: false },
  });
  const groups = groupsOf([place('in', { takesPart }), place('out')], 'others');

  it('stands in the group of its school, and of no one school in none', () => {
    const cells = factsIn(
      [
        ...[fact('in', '2026-01-10'), fact('in', '2026-02-10'), fact('out', '2026-02-10')],
        ...[fact('elsewhere', '2026-02-10'), fact(null, '2026-02-10'), fact('out', '2026-05-10')],
      ],
      groups,
      periods,
    );
    expect([cells.pilot.before, cells.pilot.after, cells.others.before, cells.others.after]).toEqual([
      ...[[fact('in', '2026-01-10')], [fact('in', '2026-02-10')], [], [fact('out', '2026-02-10')]],
    ]);
  });

  it('adds up per school week, also where nobody came', () => {
    const places = [place('a'), place('b'), place('c', { days: { before: 10, after: 0 } })];
    const facts = [fact('a', '2026-02-02', 12), fact('a', '2026-02-03', 8)];
    // 20 hours in 50 days of school is 2 a week.
    expect(perWeek(facts, places, 'after')).toEqual([2, 0]);
    expect(perWeek([], places, 'before')).toEqual([0, 0, 0]);
  });
});

describe('what is compared', () => {
  it('is what the pilot chose, in its order, and own words are no figure', () => {
    expect(figureCodes(['visits', 'own_words', 'lead_time', 'something'])).toEqual([
      ...['hours_done', 'start_days'],
    ]);
  });

  it('can be every measure a pilot can choose, each with a figure that is defined', () => {
    expect(Object.keys(figuresOfPilot)).toEqual(measureCodes);
    for (const code of figureCodes(measureCodes)) expect(isMeasureCode(code)).toBe(true);
  });
});

describe('a doubt', () => {
  const periods = {
    before: { from: '2025-09-01', to: '2026-01-31' },
    after: { from: '2026-02-01', to: '2026-07-01' },
  };
  const many = Array.from({ length: 5 }, (_, nth) => place(String(nth), { takesPart }));
  const of = (pilot: readonly Place[]) => ({ pilot, others: [] });

  it('is not there where schools, days and history are enough', () => {
    expect(doubtsOf(periods, of(many), false, '2025-09-01')).toEqual([]);
  });

  it('is there of each that is too little', () => {
    expect(doubtsOf(periods, of(many.slice(1)), false, '2025-09-01')).toEqual(['fewSchools']);
    const short = { ...periods, after: { from: '2026-02-01', to: '2026-05-02' } };
    expect(doubtsOf(short, of(many), false, '2025-09-01')).toEqual(['short']);
    expect(doubtsOf(periods, of(many), false, '2025-09-02')).toEqual(['noHistory']);
    expect(doubtsOf(periods, of(many), false, null)).toEqual(['noHistory']);
    const joined = place('late', { takesPart: { startsOn: '2026-03-01', endsOn: null } });
    expect(doubtsOf(periods, of([...many, joined]), false, '2025-09-01')).toEqual(['joinedLater']);
    expect(doubtsOf(periods, of(many), true, '2025-09-01')).toEqual(['runs']);
  });
});
