import { describe, expect, it } from 'vitest';
import { partnerships } from '../names.ts';
import { demoPriorities } from './support-plan-texts.ts';

const ambitions = demoPriorities.flatMap(({ ambitions }) => ambitions);
/** What there is at most; a school has one team of the youngest. */
const schools = Math.min(...partnerships.map((one) => one.schools.length));
const most: Readonly<Record<string, number>> = { scholen: schools, teams: schools, '%': 100 };

describe('an ambition of the demonstration', () => {
  it.each(ambitions.filter(({ unit }) => unit !== undefined))('«$name» can be reached', (one) => {
    const { unit = '', start, target, raised = target, read } = one;
    expect(start).toBeLessThan(target);
    expect(target).toBeLessThanOrEqual(raised);
    expect(raised).toBeLessThanOrEqual(most[unit] ?? 0);
    for (const value of read) expect(value).toBeGreaterThanOrEqual(start);
  });

  it.each(ambitions.filter(({ read }) => read.length > 0))('«$name» is on its way, and not there', (one) => {
    const { start, target, raised = target, read } = one;
    const way = ((read.at(-1) ?? start) - start) / (raised - start);
    expect(way).toBeGreaterThan(0.2);
    expect(way).toBeLessThan(0.9);
  });

  it('is one that was moved further, because it went well', () => {
    const moved = ambitions.flatMap(({ name, target, raised = target }) => (raised > target ? [name] : []));
    expect(moved).toEqual(['Nieuwkomers vinden hun plek']);
  });
});
