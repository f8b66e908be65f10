import { describe, expect, it } from 'vitest';
import { isMeasureCode, measureCodes, measureOf, measures } from './measure.rules.ts';

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

  it('splits by kind only what has kinds, and by quarter only what is released per quarter', () => {
    for (const { code, kinds, dimensions, releasedPer } of measures) {
      expect([code, dimensions.includes('kind') && kinds === null]).toEqual([code, false]);
      expect([code, dimensions.includes('quarter')]).toEqual([code, releasedPer === 'quarter']);
    }
  });

  it('finds a measure by its code', () => {
    expect(measureOf('goal_t').kind).toBe('t');
    expect(isMeasureCode('goal_t')).toBe(true);
    expect(isMeasureCode('constructor')).toBe(false);
  });
});
