import { describe, expect, it } from 'vitest';
import { dayOf, weekday } from '../../platform/pure/dates.ts';
import { demoQuestions } from '../questions/questions.ts';
import { chanceOf } from './chance.ts';
import { pastQuestion } from './past-question.ts';
import { daysOfYear } from './season.ts';

const isOpen = (day: string) => weekday(day) <= 5 && !(day >= '2024-12-21' && day < '2025-01-06');

describe('chance', () => {
  const ten = (seed: string) => {
    const chance = chanceOf(seed);
    return Array.from({ length: 10 }, () => chance.between(1, 1_000));
  };
  it('falls the same for the same seed, and otherwise for another', () => {
    expect(ten('rotterdam 2024')).toEqual(ten('rotterdam 2024'));
    expect(ten('rotterdam 2024')).not.toEqual(ten('oss-uden 2024'));
  });
  it('weighs', () => {
    const chance = chanceOf('weights');
    const many = Array.from({ length: 1_000 }, () => chance.weighed([['often', 9] as const, ['seldom', 1]]));
    const often = many.filter((one) => one === 'often').length;
    expect(often).toBeGreaterThan(850);
    expect(often).toBeLessThan(950);
  });
});

describe('the days of a school year', () => {
  const days = daysOfYear(2024, 100, isOpen, chanceOf('season'));
  const inMonth = (month: string) => days.filter((day) => day.slice(5, 7) === month).length;
  it('are as many as were asked, school days, in order', () => {
    expect(days).toHaveLength(100);
    expect(days.every(isOpen)).toBe(true);
    expect(days).toEqual(days.toSorted());
  });
  it('lie close together in September and far apart in July', () => {
    expect(inMonth('09')).toBeGreaterThan(8);
    expect(inMonth('07')).toBeLessThan(4);
  });
});

describe('a question of years past', () => {
  const chance = chanceOf('questions');
  const school = {
    id: 'school',
    code: '99AA00',
    cast: { support_coordinator: 'coordinator', contact_person: 'contact', school_director: 'director' },
  };
  const base = { chance, isOpen, school, specialist: 'specialist', number: 'A', yearsAgo: 1 };
  const made = demoQuestions.flatMap(
    (text) =>
      pastQuestion({
        ...{ ...base, text, asked: '2024-10-07', last: '2025-06-30', today: '2025-06-30', said: new Set() },
      }) ?? [],
  );
  it('takes its steps one after the other, and none after today', () => {
    expect(made.length).toBeGreaterThan(50);
    for (const { steps } of made) {
      const clocks = steps.map(({ clock }) => clock);
      expect(clocks).toEqual(clocks.toSorted());
      expect(steps.map(({ version }) => version)).toEqual(steps.map((_, nth) => nth + 2));
      expect(clocks.every((clock) => dayOf(Date.parse(clock)) < '2025-06-30')).toBe(true);
    }
  });
  it('has ended', () => {
    const ends = made.map(({ steps }) => steps.at(-1)?.to_status ?? 'draft');
    const over = ['answered', 'completed', 'declined', 'followed_up', 'stopped', 'withdrawn'];
    expect(ends.filter((end) => !over.includes(end))).toEqual([]);
    expect(new Set(ends).size).toBeGreaterThan(3);
  });
  it('is left out when it would not have ended yet', () => {
    const [text] = demoQuestions;
    if (text === undefined) throw new Error('no questions');
    const scene = { ...base, text, asked: '2024-10-07', last: '2024-10-07', today: '2024-10-08' };
    expect(pastQuestion({ ...scene, said: new Set() })).toBeUndefined();
  });
});
