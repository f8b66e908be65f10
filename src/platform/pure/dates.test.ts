import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  isCivilDate,
  parseMoment,
  showDate,
  showDay,
  showMoment,
  showPeriod,
  showShortDay,
  showShortMonth,
  weekday,
} from './dates.ts';

const ZONES = [
  'UTC',
  'Europe/Amsterdam',
  'America/New_York',
  'Pacific/Kiritimati',
  'Asia/Kolkata',
  'Pacific/Pago_Pago',
];
const own = process.env['TZ'];
afterAll(() => {
  if (own === undefined) delete process.env['TZ'];
  else process.env['TZ'] = own;
});

it('tries process time zones that really differ', () => {
  const hours = ZONES.map((zone) => {
    process.env['TZ'] = zone;
    return new Date(0).getTimezoneOffset();
  });
  expect(new Set(hours).size).toBe(6);
});

describe.each(ZONES)('with the process in %s', (zone) => {
  beforeEach(() => {
    process.env['TZ'] = zone;
  });

  it.each(['2026-11-22', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('%s is a day', (day) => {
    expect(isCivilDate(day)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '22-11-2026',
    '',
  ])('%j is not a day', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it.each([['2026-11-22T', '2026-11-22\n', ' 2026-11-22', '+02026-1-01', '٢٠٢٦-11-22']])(
    'takes no near misses',
    (...texts) => {
      expect(texts.filter(isCivilDate)).toEqual([]);
    },
  );

  it('adds days across months, leap days and both clock changes', () => {
    expect(addDays('2026-10-24', 1)).toBe('2026-10-25');
    expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('1969-12-31', 1)).toBe('1970-01-01');
  });

  it('counts days, backwards too', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
  });

  it('knows the day of the week, before 1970 too', () => {
    expect(weekday('2026-11-22')).toBe(7);
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('1969-12-28')).toBe(7);
    expect(weekday('1940-05-10')).toBe(5);
  });

  it('refuses to reckon with what is not a day', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => showDate('gisteren')).toThrow(RangeError);
  });

  it('gives an instant the day it has in Amsterdam', () => {
    expect(dayOf('2026-11-22T22:59:59Z')).toBe('2026-11-22');
    expect(dayOf('2026-11-22T23:00:00Z')).toBe('2026-11-23');
    expect(dayOf('2026-07-31T21:59:59Z')).toBe('2026-07-31');
    expect(dayOf('2026-07-31T22:00:00Z')).toBe('2026-08-01');
    expect(dayOf('2026-07-31T23:30:00+02:00')).toBe('2026-07-31');
    expect(dayOf(0)).toBe('1970-01-01');
    expect(dayOf('2026-11-22T23:00:00Z', 'UTC')).toBe('2026-11-22');
  });

  it('refuses an instant without a zone', () => {
    expect(() => dayOf('2026-11-22T23:00:00')).toThrow(RangeError);
  });

  it('shows days and moments in Dutch', () => {
    expect(showDate('2026-11-22')).toBe('22 november 2026');
    expect(showDate('2026-03-01')).toBe('1 maart 2026');
    expect(showDay('2026-11-22')).toBe('zondag 22 november');
    expect(['2026-02-01', '2009-12-31'].map(showShortDay)).toEqual(['1-2-26', '31-12-09']);
    expect(['2026-02-01', '2026-03-31', '2009-05-12'].map(showShortMonth)).toEqual([
      'feb 26',
      'mrt 26',
      'mei 09',
    ]);
    expect(showMoment('2026-11-22T13:03:00Z')).toBe('22 november 2026 om 14:03');
    expect(showMoment('2026-07-01T22:05:00Z')).toBe('2 juli 2026 om 00:05');
  });

  it('shows a period and says once what is the same', () => {
    expect(showPeriod('2026-11-12', '2026-11-16')).toBe('12 tot en met 16 november 2026');
    expect(showPeriod('2026-11-28', '2026-12-03')).toBe('28 november tot en met 3 december 2026');
    expect(showPeriod('2026-12-21', '2027-01-01')).toBe('21 december 2026 tot en met 1 januari 2027');
    expect(showPeriod('2026-11-12', '2026-11-12')).toBe('12 november 2026');
    expect(showPeriod('2026-11-12', null)).toBe('vanaf 12 november 2026');
  });

  it('reads a form time as Amsterdam time', () => {
    expect(parseMoment('2026-11-22T14:00')).toEqual({ kind: 'moment', instant: '2026-11-22T13:00:00.000Z' });
    expect(parseMoment('2026-07-01T00:30')).toEqual({ kind: 'moment', instant: '2026-06-30T22:30:00.000Z' });
    expect(parseMoment('2026-07-01T00:30:59')).toEqual({
      kind: 'moment',
      instant: '2026-06-30T22:30:00.000Z',
    });
  });

  it('says that the hour of the spring change does not exist', () => {
    expect(parseMoment('2026-03-29T01:59')).toEqual({ kind: 'moment', instant: '2026-03-29T00:59:00.000Z' });
    expect(parseMoment('2026-03-29T02:00')).toEqual({ kind: 'skipped' });
    expect(parseMoment('2026-03-29T02:59')).toEqual({ kind: 'skipped' });
    expect(parseMoment('2026-03-29T03:00')).toEqual({ kind: 'moment', instant: '2026-03-29T01:00:00.000Z' });
  });

  it('says that the hour of the autumn change came twice', () => {
    expect(parseMoment('2026-10-25T01:59')).toEqual({ kind: 'moment', instant: '2026-10-24T23:59:00.000Z' });
    expect(parseMoment('2026-10-25T02:30')).toEqual({
      kind: 'twice',
      earlier: '2026-10-25T00:30:00.000Z',
      later: '2026-10-25T01:30:00.000Z',
    });
    expect(parseMoment('2026-10-25T03:00')).toEqual({ kind: 'moment', instant: '2026-10-25T02:00:00.000Z' });
  });

  it.each([
    ...['2026-02-30T10:00', '2026-11-22T24:00', '2026-11-22 14:00', '2026-11-22', '', '14:00'],
    // Where years have four digits no longer, or not yet.
    ...['9999-12-31T23:59', '9999-12-30T10:00', '1000-01-01T00:00'],
  ])('%j is not a moment', (text) => {
    expect(parseMoment(text)).toEqual({ kind: 'unreadable' });
  });
});

const days = fc.integer({ min: -50_000, max: 50_000 }).map((n) => addDays('2026-01-01', n));

it('adding and counting agree, whatever the day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
      expect(daysBetween(day, addDays(day, n))).toBe(n);
      expect(weekday(addDays(day, 7))).toBe(weekday(day));
    }),
  );
});

it('a shown moment read back is the same minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_000_000, max: 50_000_000 }), (minute) => {
      const instant = new Date(minute * 60_000).toISOString();
      const time = showMoment(instant).slice(-5);
      const read = parseMoment(`${dayOf(instant)}T${time}`);
      const answers =
        read.kind === 'twice' ? [read.earlier, read.later] : read.kind === 'moment' ? [read.instant] : [];
      expect(answers).toContain(instant);
    }),
  );
});
