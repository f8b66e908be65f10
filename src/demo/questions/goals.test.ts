import { describe, expect, it } from 'vitest';
import { type DemoGoalKind, fivePointsOf, levelsOf, sixPointsOf } from './demo-goal.ts';
import { demoGoals } from './goals.ts';

const kinds: readonly DemoGoalKind[] = ['pupil', 'group', 'teacher', 'team', 'school'];
const all = kinds.flatMap((kind) => demoGoals[kind]);

describe('goals of the demonstration', () => {
  it.each(kinds)('of kind %s are twenty', (kind) => {
    expect(demoGoals[kind]).toHaveLength(20);
  });

  it('differ in key and title', () => {
    expect(new Set(all.map(({ key }) => key)).size).toBe(100);
    expect(new Set(all.map(({ title }) => title)).size).toBe(100);
  });

  it.each(all)(
    '$key says what is different at each level, and nothing but that',
    ({ levels, title, variable }) => {
      expect(new Set(levels).size).toBe(6);
      for (const level of levels) expect(level).toMatch(/^[^#{}|]+\.$/);
      expect(title.length).toBeLessThanOrEqual(80);
      expect(variable).toMatch(/^[^#{}|]+\.$/);
      const numbers = levels.map((level) => Number(/\d+/.exec(level)?.[0] ?? Number.NaN));
      const steps = numbers.slice(1).map((number, nth) => Math.sign(number - (numbers[nth] ?? 0)));
      expect(new Set(steps).size).toBe(1);
    },
  );

  it('stand on both scales with the start at -2', () => {
    const [goal] = demoGoals.pupil;
    if (goal === undefined) throw new Error('no goal');
    expect(sixPointsOf(goal).map(({ score }) => score)).toEqual([-3, -2, -1, 0, 1, 2]);
    expect(fivePointsOf(goal)).toEqual([
      { score: -2, words: 'De leerling noemt 12 van de vierendertig letters direct.' },
      { score: -1, words: 'De leerling noemt 18 van de vierendertig letters direct.' },
      { score: 0, words: 'De leerling noemt 26 van de vierendertig letters direct.' },
      { score: 1, words: 'De leerling noemt 30 van de vierendertig letters direct.' },
      { score: 2, words: 'De leerling noemt 34 van de vierendertig letters direct.' },
    ]);
  });
});

it('a word follows its number', () => {
  expect(levelsOf('Op # {dag|dagen} in de week.', [0, 1, 2, 3, 4, 'één'])).toEqual([
    'Op 0 dagen in de week.',
    'Op 1 dag in de week.',
    'Op 2 dagen in de week.',
    'Op 3 dagen in de week.',
    'Op 4 dagen in de week.',
    'Op één dag in de week.',
  ]);
});
