import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../platform/pure/dates.ts';
import {
  addSchoolDays,
  calendarFor,
  type Holiday,
  type HolidayKind,
  isSchoolDay,
  schoolDaysBetween,
} from './school-days.rules.ts';

const school = { schoolId: 'de-regenboog', boardId: 'de-brug' };

function entry(
  scope: Holiday['scope'],
  from: string,
  to: string,
  kind: HolidayKind = 'free',
  owner: Partial<Pick<Holiday, 'boardId' | 'schoolId'>> = {},
): Holiday {
  const boardId = scope === 'board' ? school.boardId : null;
  const schoolId = scope === 'school' ? school.schoolId : null;
  return { scope, from, to, kind, boardId, schoolId, ...owner };
}

const EVERYWHERE = [
  entry('tenant', '2026-12-19', '2027-01-03'),
  entry('tenant', '2027-03-26', '2027-03-29'),
  entry('tenant', '2027-05-06', '2027-05-07'),
  entry('tenant', '2027-05-17', '2027-05-17'),
];
const MIDDEN = [
  ...EVERYWHERE,
  entry('tenant', '2026-10-17', '2026-10-25'),
  entry('tenant', '2027-02-20', '2027-02-28'),
  entry('tenant', '2027-04-24', '2027-05-09'),
  entry('tenant', '2027-07-17', '2027-08-29'),
];
const ZUID = [
  ...EVERYWHERE,
  entry('tenant', '2026-10-17', '2026-10-25'),
  entry('tenant', '2027-02-13', '2027-02-21'),
  entry('tenant', '2027-04-24', '2027-05-09'),
  entry('tenant', '2027-07-24', '2027-09-05'),
];
const midden = calendarFor(MIDDEN, school);
const zuid = calendarFor(ZUID, school);

describe('the school year 2026-2027', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-11-23', true, 'a Monday'],
    ['2026-10-16', true, 'the Friday before the autumn holiday'],
    ['2026-10-19', false, 'the first Monday of the autumn holiday'],
    ['2026-10-26', true, 'the day after it, the first after the clocks went back'],
    ['2026-12-25', false, 'Christmas'],
    ['2027-01-04', true, 'the first school day of the new year'],
    ['2027-03-29', false, 'Easter Monday'],
  ])('%s: school day %s (%s)', (day, answer) => {
    expect(isSchoolDay(midden, day)).toBe(answer);
  });

  it('has its spring holiday a week earlier in the south', () => {
    expect(isSchoolDay(midden, '2027-02-17')).toBe(true);
    expect(isSchoolDay(zuid, '2027-02-17')).toBe(false);
    expect(isSchoolDay(midden, '2027-02-24')).toBe(false);
    expect(isSchoolDay(zuid, '2027-02-24')).toBe(true);
  });

  it('ends a term of ten school days where the region says', () => {
    expect(addSchoolDays(midden, '2026-11-22', 10)).toBe('2026-12-04');
    expect(addSchoolDays(midden, '2026-11-23', 10)).toBe('2026-12-07');
    expect(addSchoolDays(midden, '2026-12-14', 10)).toBe('2027-01-11');
    expect(addSchoolDays(midden, '2027-02-12', 10)).toBe('2027-03-05');
    expect(addSchoolDays(zuid, '2027-02-12', 10)).toBe('2027-03-05');
    expect(addSchoolDays(midden, '2027-02-12', 5)).toBe('2027-02-19');
    expect(addSchoolDays(zuid, '2027-02-12', 5)).toBe('2027-02-26');
    expect(addSchoolDays(midden, '2027-07-12', 10)).toBe('2027-09-06');
    expect(addSchoolDays(zuid, '2027-07-12', 10)).toBe('2027-09-06');
  });

  it('counts school days after the first day, up to and including the last', () => {
    expect(schoolDaysBetween(midden, '2026-11-20', '2026-11-23')).toBe(1);
    expect(schoolDaysBetween(midden, '2026-11-23', '2026-11-27')).toBe(4);
    expect(schoolDaysBetween(midden, '2026-12-18', '2027-01-03')).toBe(0);
    expect(schoolDaysBetween(midden, '2026-12-18', '2027-01-04')).toBe(1);
    // January 20, February 15 (of 20), March 21 (of 23, Good Friday and Easter Monday off): hand-counted.
    expect(schoolDaysBetween(midden, '2026-12-31', '2027-03-31')).toBe(56);
  });

  it('counts nothing when the last day is not after the first', () => {
    expect(schoolDaysBetween(midden, '2026-11-23', '2026-11-23')).toBe(0);
    expect(schoolDaysBetween(midden, '2026-11-27', '2026-11-23')).toBe(0);
  });

  it('adds no school days to any day: that day itself, even a Sunday', () => {
    expect(addSchoolDays(midden, '2026-11-22', 0)).toBe('2026-11-22');
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s school days', (n) => {
    expect(() => addSchoolDays(midden, '2026-11-22', n)).toThrow(RangeError);
  });
});

describe('whose entry decides', () => {
  const day = '2026-11-25';
  const open = (...holidays: readonly Holiday[]): boolean => isSchoolDay(calendarFor(holidays, school), day);
  const of = (scope: Holiday['scope'], kind: HolidayKind): Holiday => entry(scope, day, day, kind);

  it.each([
    [[], true],
    [[of('tenant', 'free')], false],
    [[of('tenant', 'open')], true],
    [[of('board', 'free')], false],
    [[of('school', 'free')], false],
    [[of('tenant', 'free'), of('board', 'open')], true],
    [[of('tenant', 'free'), of('school', 'open')], true],
    [[of('board', 'free'), of('school', 'open')], true],
    [[of('board', 'open'), of('school', 'free')], false],
    [[of('tenant', 'open'), of('board', 'free')], false],
    [[of('tenant', 'free'), of('board', 'open'), of('school', 'free')], false],
    [[of('tenant', 'free'), of('board', 'free'), of('school', 'open')], true],
    [[of('school', 'free'), of('school', 'open')], true],
    [[of('tenant', 'free'), of('tenant', 'open')], true],
  ] as const)('%j -> %s, in any order', (holidays, answer) => {
    expect(open(...holidays)).toBe(answer);
    expect(open(...[...holidays].reverse())).toBe(answer);
  });

  it('leaves out other schools, other boards, and boards when the school has none', () => {
    const others = [
      entry('school', day, day, 'free', { schoolId: 'de-linde' }),
      entry('board', day, day, 'free', { boardId: 'het-web' }),
    ];
    expect(open(...others)).toBe(true);
    const alone = { schoolId: 'de-regenboog', boardId: null };
    const faulty = entry('board', day, day, 'free', { boardId: null });
    expect(isSchoolDay(calendarFor([faulty, entry('board', day, day)], alone), day)).toBe(true);
  });

  it('decides day by day: a board opens two days in the middle of a holiday', () => {
    const calendar = calendarFor(
      [entry('tenant', '2026-10-19', '2026-10-23'), entry('board', '2026-10-20', '2026-10-21', 'open')],
      school,
    );
    const week = ['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23'];
    expect(week.map((weekDay) => isSchoolDay(calendar, weekDay))).toEqual([false, true, true, false, false]);
  });

  it('never opens a weekend', () => {
    const calendar = calendarFor([entry('school', '2026-11-21', '2026-11-22', 'open')], school);
    expect(isSchoolDay(calendar, '2026-11-21')).toBe(false);
  });
});

const days = fc.integer({ min: 0, max: 1000 }).map((n) => addDays('2026-01-01', n));
const holidays = fc.array(
  fc
    .record({
      from: days,
      length: fc.integer({ min: 0, max: 60 }),
      scope: fc.constantFrom('tenant', 'board', 'school'),
      kind: fc.constantFrom('free', 'open'),
      ours: fc.boolean(),
    })
    .map(({ from, length, scope, kind, ours }) =>
      entry(scope, from, addDays(from, length), kind, ours ? {} : { boardId: 'x', schoolId: 'x' }),
    ),
  { maxLength: 12 },
);

describe('whatever the holidays', () => {
  it('counting is the sum of the school days one by one', () => {
    fc.assert(
      fc.property(holidays, days, fc.integer({ min: 0, max: 300 }), (entries, from, length) => {
        const calendar = calendarFor(entries, school);
        const each = Array.from({ length }, (_, i) => addDays(from, i + 1));
        const sum = each.filter((day) => isSchoolDay(calendar, day)).length;
        expect(schoolDaysBetween(calendar, from, addDays(from, length))).toBe(sum);
      }),
    );
  });

  it('adding n ends on a school day, n school days on', () => {
    fc.assert(
      fc.property(holidays, days, fc.integer({ min: 1, max: 80 }), (entries, from, n) => {
        const calendar = calendarFor(entries, school);
        const end = addSchoolDays(calendar, from, n);
        expect(isSchoolDay(calendar, end)).toBe(true);
        expect(weekday(end)).toBeLessThanOrEqual(5);
        expect(schoolDaysBetween(calendar, from, end)).toBe(n);
      }),
    );
  });
});
