import { describe, expect, it } from 'vitest';
import { type MeasureCode, measures } from '../measures/measure.rules.ts';
import type { Span } from './cell.rules.ts';
import { dueOn } from './due.rules.ts';

const nothing = () => false;
const named = (today: string, since: string | null, made = nothing) =>
  dueOn(today, since, made).map(({ span, period }) => `${span} ${period.from} ${period.to}`);

describe('a period is released', () => {
  it('two weeks after its last day, and no day sooner', () => {
    expect(named('2025-11-14', '2025-09-01')).toEqual([]);
    expect(named('2025-11-15', '2025-09-01')).toEqual(['quarter 2025-08-01 2025-10-31']);
    expect(named('2026-02-14', '2025-09-01')).toEqual(['quarter 2025-08-01 2025-10-31']);
  });

  it('with the quarters of a year before the year', () => {
    expect(named('2026-08-15', '2025-09-01')).toEqual([
      'quarter 2025-08-01 2025-10-31',
      'quarter 2025-11-01 2026-01-31',
      'quarter 2026-02-01 2026-04-30',
      'quarter 2026-05-01 2026-07-31',
      'year 2025-08-01 2026-07-31',
    ]);
  });

  it('from the first case on, of two school years back at most', () => {
    expect(named('2026-11-15', null)).toEqual([]);
    expect(named('2026-11-15', '2026-07-31')).toEqual([
      'quarter 2026-05-01 2026-07-31',
      'year 2025-08-01 2026-07-31',
      'quarter 2026-08-01 2026-10-31',
    ]);
    expect(named('2026-11-15', '2026-08-01')).toEqual(['quarter 2026-08-01 2026-10-31']);
    const all = named('2026-11-15', '2010-01-01');
    expect([all[0], all.length]).toEqual(['quarter 2024-08-01 2024-10-31', 11]);
  });

  it('by all measures a year, and by the quarter by those whose facts lie in one', () => {
    const due = dueOn('2026-08-15', '2025-09-01', nothing);
    const codes = (nth: number) => due[nth]?.measures.map(({ code }) => code) ?? [];
    expect(codes(4)).toEqual(measures.map(({ code }) => code));
    expect(codes(0)).toContain('hours_done');
    expect(codes(0)).not.toContain('hours_planned');
    expect(codes(0)).toEqual(codes(3));
  });

  it('once: what was made is not made again', () => {
    const made = (code: MeasureCode, span: Span, from: string) =>
      span === 'quarter' && (from === '2025-08-01' || code !== 'hours_done');
    const due = dueOn('2026-02-15', '2025-09-01', made);
    expect(due.map(({ period, measures: left }) => [period.from, left.map(({ code }) => code)])).toEqual([
      ['2025-11-01', ['hours_done']],
    ]);
  });
});
