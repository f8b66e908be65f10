import { describe, expect, it } from 'vitest';
import { scoresOn, secondVariables, undescribed, unitsIn } from './goal-scale.rules.ts';

const levels = (...descriptions: readonly string[]) =>
  descriptions.map((description, nth) => ({ score: nth - 2, description }));

describe('a scale', () => {
  it('of five points runs from -2 to +2, of six from -3', () => {
    expect(scoresOn(5)).toEqual([-2, -1, 0, 1, 2]);
    expect(scoresOn(6)).toEqual([-3, -2, -1, 0, 1, 2]);
  });

  it('lacks the levels that nobody described', () => {
    const three = levels('a', 'b', 'c');
    expect(undescribed(5, three)).toEqual([1, 2]);
    expect(undescribed(6, three)).toEqual([-3, 1, 2]);
    expect(undescribed(5, levels('a', 'b', 'c', 'd', 'e'))).toEqual([]);
  });
});

describe('what a level counts', () => {
  it.each([
    ['3 keer per dag', ['keer']],
    ['drie keer per dag', []],
    ['5 minuten', ['minuten']],
    ['1 Minuut', ['minuten']],
    ['tussen 5 en 10 minuten', ['minuten']],
    ['5 à 10 minuten', ['minuten']],
    ['5-10 min', ['minuten']],
    ['2,5 uur', ['uur']],
    ['80%', ['procent']],
    ['80 procent van de taken', ['procent']],
    ['4 van de 5 lessen', ['lessen']],
    ['4 op 5 lessen', ['lessen']],
    ['2 keer per 3 dagen', ['keer']],
    ['5 keer per 12 dagen', ['keer']],
    ['1 keer per week', ['keer']],
    ['3 keer, en dan 10 minuten', ['keer', 'minuten']],
    ['2 ruzies en 1 conflict', ['conflicten']],
    ['6 collega’s', ['leerkrachten']],
    ['3x', ['keer']],
    ['KEER 3 KEER', ['keer']],
    ['10 keer en 12 keer', ['keer']],
    ['5 sec', ['seconden']],
    ['2 schooldagen', ['dagen']],
    ['1 dagdeel', ['dagdelen']],
    ['1 week', ['weken']],
    ['20 woorden', ['woorden']],
    ['3 zinnen', ['zinnen']],
    ['1 opdracht', ['taken']],
    ['2 fouten', ['fouten']],
    ['4 kinderen', ['leerlingen']],
    ['6 groepen', ['groepen']],
    ['groep 5', []],
    ['3 dingen', []],
    ['', []],
  ])('«%s»', (description, units) => {
    expect(unitsIn(description)).toEqual(units);
  });
});

describe('a second variable', () => {
  it('is not there when every level counts the same, or nothing', () => {
    expect(secondVariables(levels('10 minuten', '8 minuten', '5 min', '3 minuten', 'meteen'))).toEqual([]);
    expect(secondVariables([])).toEqual([]);
  });

  it('is told at the level that brings it in', () => {
    expect(
      secondVariables(levels('10 minuten', '8 minuten', '5 minuten en 2 keer hulp', '3 minuten', '1 taak')),
    ).toEqual([
      { score: 0, units: ['keer'] },
      { score: 2, units: ['taken'] },
    ]);
  });

  it('is whatever fewer levels count, wherever it stands', () => {
    expect(secondVariables(levels('3 keer', '10 minuten', '8 minuten'))).toEqual([
      { score: -2, units: ['keer'] },
    ]);
  });
});
