import { describe, expect, test } from 'vitest';
import { type AgendaFacts, weekOf } from './agenda-week.ts';

const nothing: AgendaFacts = {
  stationings: [],
  series: [],
  visits: [],
  meetings: [],
  absences: [],
  holidays: [],
  school: { schoolId: '', boardId: null },
};
const series = {
  id: 's',
  whoId: 'a',
  who: 'Anna',
  weekday: 2,
  from: '2026-03-01',
  to: '2026-03-31',
  kind: 'coaching',
  schoolId: 'h',
  boardId: 'b',
  schoolName: 'De Vlinder',
} as const;
const free = { scope: 'school', boardId: null, schoolId: 'h', kind: 'free' } as const;
const expected = { kind: 'expected', id: 's', who: 'Anna', schoolName: 'De Vlinder', visitKind: 'coaching' };
const day = (facts: Partial<AgendaFacts>, monday: string, on: string) =>
  weekOf({ ...nothing, ...facts }, monday).days.find((one) => one.day === on);

describe('an expected visit', () => {
  test('stands on its weekday, as long as the series runs', () => {
    expect(day({ series: [series] }, '2026-03-02', '2026-03-03')?.items).toEqual([expected]);
    expect(day({ series: [series] }, '2026-03-02', '2026-03-04')?.items).toEqual([]);
    expect(day({ series: [series] }, '2026-03-30', '2026-03-31')?.items).toEqual([expected]);
    expect(day({ series: [series] }, '2026-04-06', '2026-04-07')?.items).toEqual([]);
    expect(day({ series: [{ ...series, to: null }] }, '2026-04-06', '2026-04-07')?.items).toEqual([expected]);
  });
  test('is not there when the school is closed, the specialist away, or the visit itself is', () => {
    const holidays = [{ ...free, from: '2026-03-03', to: '2026-03-03' }];
    expect(day({ series: [series], holidays }, '2026-03-02', '2026-03-03')?.items).toEqual([]);
    const absences = [{ whoId: 'a', who: 'Anna', from: '2026-03-03', to: null }];
    expect(day({ series: [series], absences }, '2026-03-02', '2026-03-03')?.items).toEqual([
      { kind: 'away', who: 'Anna' },
    ]);
    const other = [{ ...absences[0], whoId: 'x', who: 'Bert', from: '2026-03-03', to: '2026-03-03' }];
    expect(day({ series: [series], absences: other }, '2026-03-02', '2026-03-03')?.items).toHaveLength(2);
    const visit = { id: 'v', whoId: 'a', who: 'Anna', on: '2026-03-03', kind: 'advice' } as const;
    const there = [{ ...visit, schools: [{ id: 'h', name: 'De Vlinder' }] }];
    expect(day({ series: [series], visits: there }, '2026-03-02', '2026-03-03')?.items).toMatchObject([
      { kind: 'visit', visitKind: 'advice' },
    ]);
    const elsewhere = [{ ...visit, schools: [{ id: 'k', name: 'De Tuin' }] }];
    expect(day({ series: [series], visits: elsewhere }, '2026-03-02', '2026-03-03')?.items).toHaveLength(2);
  });
});

describe('a week', () => {
  test('is Monday to Friday, with a day of the weekend that has something', () => {
    expect(weekOf(nothing, '2026-12-28').days.map((one) => one.day)).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
    ]);
    const meeting = { id: 'm', startsAt: '2026-03-28T23:30:00Z', place: null };
    // Half past midnight on the Sunday that clocks go forward.
    expect(weekOf({ ...nothing, meetings: [meeting] }, '2026-03-23').days.at(-1)).toMatchObject({
      day: '2026-03-29',
      items: [{ kind: 'meeting', id: 'm' }],
    });
    // The last hour of the Sunday that clocks go back still is that Sunday, an hour on the next week.
    const late = { id: 'm', startsAt: '2026-10-25T22:30:00Z', place: null };
    expect(weekOf({ ...nothing, meetings: [late] }, '2026-10-19').days.at(-1)?.day).toBe('2026-10-25');
    const next = { id: 'm', startsAt: '2026-10-25T23:30:00Z', place: null };
    expect(weekOf({ ...nothing, meetings: [next] }, '2026-10-26').days[0]?.items).toHaveLength(1);
  });
  test('has the stationings that touch it', () => {
    const one = { id: '1', who: 'Anna', place: 'De Vlinder', status: 'active', dagdelen: 2 } as const;
    const stationings = [{ ...one, from: '2026-01-01', to: '2026-03-08' }];
    expect(weekOf({ ...nothing, stationings }, '2026-03-02').stationings).toHaveLength(1);
    expect(weekOf({ ...nothing, stationings }, '2026-03-09').stationings).toHaveLength(0);
    expect(weekOf({ ...nothing, stationings }, '2025-12-29').stationings).toHaveLength(1);
    expect(weekOf({ ...nothing, stationings }, '2025-12-22').stationings).toHaveLength(0);
  });
  test('names holidays of the school whose agenda it is', () => {
    const holidays = [{ ...free, from: '2026-03-02', to: '2026-03-08' }];
    const at = (schoolId: string) =>
      weekOf({ ...nothing, holidays, school: { schoolId, boardId: null } }, '2026-03-02').days.map(
        (one) => one.holiday,
      );
    expect(at('h')).toEqual([true, true, true, true, true]);
    expect(at('k')).toEqual([false, false, false, false, false]);
  });
});
