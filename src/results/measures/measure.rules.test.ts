import { describe, expect, it } from 'vitest';
import {
  isAmount,
  isApart,
  isMeasureCode,
  type MeasureCode,
  measureCodes,
  measureOf,
  measures,
} from './measure.rules.ts';
import { releasedCounts } from './measure.words.ts';

describe('the table of measures', () => {
  it('defines every measure once, in the order of the codes', () => {
    expect(measures.map(({ code }) => code)).toEqual(measureCodes);
    expect(new Set(measures.map(({ name }) => name)).size).toBe(measures.length);
  });

  it('says of each what it is in whole sentences, and never that work caused a result', () => {
    for (const { definition, source, counts } of measures) {
      expect(definition).toMatch(/^[A-Z0-9].*\.$/);
      expect(source).toMatch(/^[A-Z].*\.$/);
      expect(counts).not.toBe('');
      expect(definition).not.toMatch(/door de inzet|[–—]/);
    }
  });

  it('says of what a release counts along that the figure leaves it out', () => {
    const more = measures.filter((one) => releasedCounts(one) !== one.counts);
    expect(more.map(({ code, counts }) => [code, counts])).toEqual([
      ['first_contact_days', 'ingediende vragen die niet eerder eindigden'],
      ['start_days', 'ingediende vragen die niet eerder eindigden'],
      ['earliness_days', 'ingediende vragen die niet eerder eindigden'],
      ['goal_t', 'eindscores op vijf punten'],
    ]);
    expect(more.map(releasedCounts)).toEqual([
      ...Array.from({ length: 3 }, () => 'ingediende vragen, ook die eerder eindigden'),
      'eindscores, ook op de schaal met zes punten',
    ]);
  });

  // Places (board, area, school), expertise, level, kind, ambition, quarter, by their first letter.
  it.each([
    ['first_contact_days', 'schoolDays', 'leadTime', 'baselq', 'quarter', false],
    ['start_days', 'schoolDays', 'leadTime', 'baselq', 'quarter', false],
    ['hand_offs', 'handOffs', 'mean', 'baselq', 'quarter', false],
    ['earliness_days', 'schoolDays', 'leadTime', 'baselq', 'quarter', false],
    ['light_route_share', 'share', 'share', 'baseq', 'quarter', null],
    ['hours_done', 'hours', 'sum', 'baselkAq', 'quarter', null],
    ['hours_planned', 'hours', 'sum', 'baselk', 'year', null],
    ['requested_provided', 'dagdelen', 'sum', 'baselq', 'quarter', null],
    ['schools_unvisited', 'share', 'share', 'bas', 'year', false],
    ['goal_levels', 'levels', 'levels', 'baselkq', 'quarter', true],
    ['goal_t', 't', 't', 'baselkq', 'quarter', true],
    ['lasted', 'levels', 'levels', 'baselkq', 'quarter', true],
    ['scorer_agreement', 'share', 'agreement', 'baselq', 'quarter', true],
    ['satisfaction', 'grade', 'mean', 'bas', 'year', true],
    ['basic_support', 'levels', 'levels', 'bask', 'year', true],
    ['special_reach', 'times', 'count', 'base', 'year', null],
    ['practice_reuse', 'share', 'share', 'eq', 'quarter', true],
    ['recorded_on_time', 'share', 'share', 'baskq', 'quarter', true],
    ['confirmed_on_time', 'share', 'share', 'baskq', 'quarter', true],
    ['capacity_use', 'share', 'ratio', '', 'year', null],
  ] as const)('says of %s: in %s, made as %s, split by %s, released per %s', (...said) => {
    const { code, unit, kind, dimensions, releasedPer, higherIsBetter } = measureOf(said[0]);
    const letters = dimensions.map((one) => (one === 'ambition' ? 'A' : one[0])).join('');
    expect([code, unit, kind, letters, releasedPer, higherIsBetter]).toEqual(said);
  });

  it('judges basisondersteuning in three levels, and knows no other levels of its own', () => {
    expect(measures.flatMap(({ code, levels }) => (levels === undefined ? [] : [[code, levels]]))).toEqual([
      ['basic_support', [0, 1, 2]],
    ]);
  });

  it('splits by kind only what has kinds, and by quarter only what is released per quarter', () => {
    for (const { code, kinds, dimensions, releasedPer } of measures) {
      expect([code, dimensions.includes('kind') && kinds === null]).toEqual([code, false]);
      expect([code, dimensions.includes('quarter')]).toEqual([code, releasedPer === 'quarter']);
    }
  });

  it('keeps kinds of facts apart of levels and T, and takes sums, ratios and counts for amounts', () => {
    const kinds = [...new Set(measures.map(({ kind }) => kind))];
    expect(kinds).toHaveLength(9);
    expect(kinds.filter(isApart)).toEqual(['levels', 't']);
    expect(kinds.filter(isAmount).toSorted()).toEqual(['count', 'ratio', 'sum']);
  });

  it('finds a measure by its code', () => {
    expect(measureOf('goal_t').kind).toBe('t');
    expect(isMeasureCode('goal_t')).toBe(true);
    expect(isMeasureCode('constructor')).toBe(false);
    expect(() => measureOf('nothing' as MeasureCode)).toThrow('No such measure: nothing');
  });
});
