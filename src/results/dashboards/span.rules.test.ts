import { describe, expect, it } from 'vitest';
import {
  coversItsPast,
  endOfQuarters,
  isCutOff,
  isTooLong,
  latestReleasedYear,
  namedPeriods,
  nameIn,
  nameOf,
  quartersUntil,
  spanOf,
} from './span.rules.ts';

const today = '2026-11-22';

describe('the days of a figure', () => {
  it('are this school year up to today, beside the same days a year before', () => {
    expect(spanOf({}, today)).toEqual({
      from: '2026-08-01',
      to: today,
      before: { from: '2025-08-01', to: '2025-11-22' },
    });
  });

  it('begin with their first day: that day is counted, and the last is the end of what is over', () => {
    expect(spanOf({}, '2026-08-01')).toMatchObject({ from: '2026-08-01', to: '2026-08-01' });
    expect(spanOf({}, '2027-07-31')).toMatchObject({ from: '2026-08-01', to: '2027-07-31' });
    expect(spanOf({ from: '2026-03-03', to: '2026-03-03' }, today)).toMatchObject({
      from: '2026-03-03',
      to: '2026-03-03',
    });
    expect(namedPeriods('2026-11-01').map(({ name }) => name)).toContain('2026-11-01');
    expect(namedPeriods('2026-10-31').map(({ name }) => name)).not.toContain('2026-11-01');
  });

  it('are those of a school year or a quarter by its name', () => {
    expect(spanOf({ period: '2025' }, today)).toMatchObject({ from: '2025-08-01', to: '2026-07-31' });
    expect(spanOf({ period: '2025-11-01' }, today)).toEqual({
      from: '2025-11-01',
      to: '2026-01-31',
      before: { from: '2024-11-01', to: '2025-01-31' },
    });
    expect(spanOf({ period: '2026', from: '2020-01-01' }, today).from).toBe('2026-08-01');
  });

  it.each(['nothing', '2025-11-02', '20265', '2026-13-01', 'x2025', '12025'])(
    'are not taken from %s',
    (period) => {
      expect(spanOf({ period }, today).from).toBe('2026-08-01');
    },
  );

  it('are free days, each of the year of the other where one is left out', () => {
    expect(spanOf({ from: '2025-10-16', to: '2026-02-28' }, today)).toMatchObject({
      from: '2025-10-16',
      to: '2026-02-28',
    });
    expect(spanOf({ from: '2024-10-16' }, today)).toMatchObject({ from: '2024-10-16', to: '2025-07-31' });
    expect(spanOf({ to: '2024-10-16' }, today)).toMatchObject({ from: '2024-08-01', to: '2024-10-16' });
    expect(spanOf({ from: '2026-12-01' }, today)).toMatchObject({ from: '2026-12-01', to: '2027-07-31' });
  });

  it('are turned where they stand the wrong way round, and six school years at most', () => {
    expect(spanOf({ from: '2026-02-28', to: '2025-10-16' }, today)).toMatchObject({
      from: '2025-10-16',
      to: '2026-02-28',
    });
    expect(spanOf({ from: '2010-10-16', to: '2026-02-28' }, today).from).toBe('2020-08-01');
    expect(spanOf({ from: '2020-08-01', to: '2026-02-28' }, today).from).toBe('2020-08-01');
  });
});

describe('days that are not what one would think', () => {
  const long = { from: '2010-10-16', to: '2026-02-28' };

  it('are told where some of them were cut off', () => {
    expect(isCutOff(long, spanOf(long, today))).toBe(true);
    const turned = { from: long.to, to: long.from };
    expect(isCutOff(turned, spanOf(turned, today))).toBe(true);
    for (const whole of [{}, { from: '2020-08-01', to: '2026-02-28' }, { from: '2020-09-01' }])
      expect(isCutOff(whole, spanOf(whole, today))).toBe(false);
    const named = { from: '2010-10-16', period: '2025' };
    expect(isCutOff(named, spanOf(named, today))).toBe(false);
  });

  it('have no year before them where that is for a part the same', () => {
    expect(coversItsPast(spanOf({ period: '2025' }, today))).toBe(false);
    expect(coversItsPast(spanOf({ from: '2024-08-01', to: '2025-08-01' }, today))).toBe(true);
    expect(coversItsPast(spanOf(long, today))).toBe(true);
  });

  it('of contracts are a school year and a little, as the database asks', () => {
    expect(isTooLong('capacity_use', { from: '2024-08-01', to: '2025-09-04' })).toBe(false);
    expect(isTooLong('capacity_use', { from: '2024-08-01', to: '2025-09-05' })).toBe(true);
    expect(isTooLong('hours_done', { from: '2024-08-01', to: '2026-07-31' })).toBe(false);
  });
});

describe('periods to choose from', () => {
  const periods = namedPeriods(today);

  it('are six school years and the quarters of two that have begun, the newest first', () => {
    expect(periods.map(({ name }) => name)).toEqual([
      ...['2026', '2026-11-01', '2026-08-01'],
      ...['2025', '2026-05-01', '2026-02-01', '2025-11-01', '2025-08-01'],
      ...['2024', '2023', '2022', '2021'],
    ]);
    expect(periods[0]?.label).toBe('schooljaar 2026-2027');
    expect(periods[2]?.label).toBe('1 augustus tot en met 31 oktober 2026');
  });

  it('are found again by their days, a running one cut off at today', () => {
    expect(nameIn(periods, { from: '2026-08-01', to: today }, today)?.name).toBe('2026');
    expect(nameIn(periods, { from: '2026-08-01', to: '2026-10-31' }, today)?.name).toBe('2026-08-01');
    expect(nameIn(periods, { from: '2026-08-01', to: '2026-11-21' }, today)).toBeUndefined();
    expect(nameIn(periods, { from: '2026-08-02', to: today }, today)).toBeUndefined();
    expect(nameIn(periods, { from: '2025-08-01', to: today }, today)).toBeUndefined();
  });

  it('have names that people use', () => {
    expect(nameOf({ from: '2025-08-01', to: '2025-08-02' })).toBe('1 tot en met 2 augustus 2025');
    expect(nameOf({ from: '2025-08-02', to: '2026-07-31' })).toContain('tot en met');
  });

  it('of amounts end with the last whole quarter', () => {
    const days = ['2026-11-23', '2026-10-31', '2026-10-30', '2026-08-01'];
    expect(days.map(endOfQuarters)).toEqual(['2026-10-31', '2026-10-31', '2026-07-31', '2026-07-31']);
  });

  it('of quarters go three school years back', () => {
    expect(quartersUntil({ from: '2026-08-01', to: today })).toEqual({ from: '2024-08-01', to: today });
  });

  it('are released two weeks after their end', () => {
    expect(latestReleasedYear('2026-08-14').from).toBe('2024-08-01');
    expect(latestReleasedYear('2026-08-15').from).toBe('2024-08-01');
    expect(latestReleasedYear('2026-08-16')).toEqual({ from: '2025-08-01', to: '2026-07-31' });
  });
});
