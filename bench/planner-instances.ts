/**
 * Invented planning problems of three sizes, the same for the same seed: specialists with expertise, a home and a contract; schools in
 * neighbourhoods and boards; questions with an urgency, an expertise and dagdelen; places where somebody already is. There is about a
 * third more asked than can be done.
 */
import type { Choice, Instance } from '../src/planner/engine/instance.ts';
import { below, randomFrom } from '../src/planner/engine/random.ts';

export const sizes = {
  XS: { specialists: 8, schools: 40, questions: 80, boards: 6, area: [14, 10] },
  S: { specialists: 20, schools: 100, questions: 200, boards: 10, area: [14, 10] },
  M: { specialists: 80, schools: 400, questions: 800, boards: 20, area: [24, 16] },
  L: { specialists: 200, schools: 800, questions: 2000, boards: 30, area: [36, 26] },
} as const;

export type Size = keyof typeof sizes;

const weeks = 20;
const fields = 12;
const languages = 3;
const mostMinutes = 45;
/** Points: for staying, for coming anew, for a minute's travel to a half a week, for half a week that a board falls short. */
const points = { stay: 12, arrive: -3, minute: 0.01, short: 2 };
/** Part of the capacity that boards should get by their number of pupils. */
const fairPart = 0.6;

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface School extends Spot {
  readonly board: number;
  readonly pupils: number;
}

interface Person extends Spot {
  readonly dagdelen: number;
  readonly levels: readonly number[];
  readonly speaks: readonly boolean[];
}

interface Question {
  readonly school: number;
  readonly field: number;
  readonly level: number;
  readonly language: number | undefined;
  readonly dagdelen: number;
  readonly value: number;
}

/** Throws of the dice that the generator needs. */
function diceOf(random: () => number) {
  const between = (least: number, most: number) => least + below(random, most - least + 1);
  return {
    random,
    between,
    /** About normal, mean 0 and deviation 1. */
    normal: () => Array.from({ length: 12 }, random).reduce((sum, each) => sum + each, -6),
    /** One of these, by its chance. */
    pick: <T>(chances: readonly (readonly [T, number])[]): T => {
      let left = random();
      for (const [each, chance] of chances) {
        left -= chance;
        if (left < 0) return each;
      }
      return (chances[chances.length - 1] ?? chances[0] ?? fail())[0];
    },
  };
}

type Dice = ReturnType<typeof diceOf>;

export function generate(size: Size, seed: number): Instance {
  const { specialists, schools: schoolCount, questions: questionCount, boards, area } = sizes[size];
  const dice = diceOf(randomFrom(seed * 7919 + specialists));
  const centres = Array.from({ length: Math.max(6, Math.floor(schoolCount / 12)) }, () => ({
    x: dice.random() * area[0],
    y: dice.random() * area[1],
  }));
  const schools = Array.from({ length: schoolCount }, () => schoolIn(dice, centres, boards));
  const people = Array.from({ length: specialists }, () => personIn(dice, centres));
  const questions = Array.from({ length: questionCount }, () => questionAt(dice, schools));
  return {
    specialists: people.map((person) => ({
      capacity: 2 * person.dagdelen,
      weeks,
      places: Math.min(6, Math.max(2, Math.round(person.dagdelen * 0.7))),
      choices: choicesOf(dice, person, schools, questions),
    })),
    demands: questions.map(({ dagdelen, value }) => ({ halves: 2 * dagdelen, value })),
    groups: fairGroups(people, schools, boards),
  };
}

function around(dice: Dice, centres: readonly Spot[], spread: number): Spot {
  const centre = centres[below(dice.random, centres.length)] ?? fail();
  return { x: centre.x + spread * dice.normal(), y: centre.y + spread * dice.normal() };
}

/** Some boards are much larger than others. */
function schoolIn(dice: Dice, centres: readonly Spot[], boards: number): School {
  const board = Math.min(boards - 1, Math.floor(boards * dice.random() ** 1.7));
  return { ...around(dice, centres, 0.6), board, pupils: dice.between(90, 600) };
}

function personIn(dice: Dice, centres: readonly Spot[]): Person {
  const level = () =>
    dice.pick([
      [0, 0.3],
      [1, 0.25],
      [2, 0.25],
      [3, 0.2],
    ]);
  return {
    ...around(dice, centres, 1),
    dagdelen: dice.between(3, 9),
    levels: Array.from({ length: fields }, level),
    speaks: Array.from({ length: languages }, () => dice.random() < 0.2),
  };
}

function questionAt(dice: Dice, schools: readonly School[]): Question {
  const { random, between, pick } = dice;
  let school = below(random, schools.length);
  while (random() > (schools[school]?.pupils ?? 600) / 600) school = below(random, schools.length);
  const urgency = pick<'legal' | 'usual' | 'ambition'>([
    ['legal', 0.08],
    ['usual', 0.62],
    ['ambition', 0.3],
  ]);
  const waited = Math.min(40, Math.floor(-8 * Math.log(1 - random())));
  const ambition = between(0, 3);
  const dagdelen = pick(
    [4, 6, 8, 10, 12, 16, 20, 24, 30, 40].map(
      (each, nth) => [each, [0.08, 0.08, 0.12, 0.12, 0.14, 0.14, 0.12, 0.08, 0.07, 0.05][nth] ?? 0] as const,
    ),
  );
  const worth = {
    legal: 100 + 2 * waited,
    usual: 10 + 0.6 * waited + 2 * ambition,
    ambition: 6 + 0.2 * waited + 3 * ambition,
  }[urgency];
  return {
    ...{ school, dagdelen },
    field: Math.floor(fields * random() ** 1.4),
    level: pick([
      [1, 0.3],
      [2, 0.45],
      [3, 0.25],
    ]),
    value: Math.round(100 * worth * Math.sqrt(dagdelen / 12)) / 100,
    language: random() < 0.05 ? below(random, languages) : undefined,
  };
}

/** Schools within reach with a question that this person can take; six of ten people are at one or two of the nearest already. */
function choicesOf(
  dice: Dice,
  person: Person,
  schools: readonly School[],
  questions: readonly Question[],
): readonly Choice[] {
  const minutes = schools.map((school) => minutesTo(person, school));
  const here = new Map<number, number[]>();
  questions.forEach((question, at) => {
    const near = (minutes[question.school] ?? 0) <= mostMinutes;
    if (near && isAble(person, question))
      here.set(question.school, [...(here.get(question.school) ?? []), at]);
  });
  const nearest = [...here.keys()].sort((a, b) => (minutes[a] ?? 0) - (minutes[b] ?? 0)).slice(0, 12);
  const kept = new Set<number>();
  if (dice.random() < 0.6 && nearest.length > 0) {
    for (let times = dice.between(1, 2); times > 0; times -= 1) {
      kept.add(nearest[below(dice.random, nearest.length)] ?? 0);
    }
  }
  return [...here].map(([place, demands]) => ({
    ...{ place, demands, least: 2, most: 10, step: 2, pinned: false, pinnedDemands: [] },
    groups: [schools[place]?.board ?? 0],
    start: kept.has(place) ? points.stay : points.arrive,
    cost: points.minute * (minutes[place] ?? 0),
  }));
}

function isAble({ levels, speaks }: Person, { field, level, language }: Question): boolean {
  return (levels[field] ?? 0) >= level && (language === undefined || speaks[language] === true);
}

/** Six minutes to set off, then 22 km an hour over 1.3 times the distance. */
function minutesTo(from: Spot, to: Spot): number {
  return Math.round(6 + (Math.hypot(from.x - to.x, from.y - to.y) * 1.3 * 60) / 22);
}

function fairGroups(people: readonly Person[], schools: readonly School[], boards: number) {
  const halves = people.reduce((sum, { dagdelen }) => sum + 2 * dagdelen, 0);
  const pupils = schools.reduce((sum, school) => sum + school.pupils, 0);
  return Array.from({ length: boards }, (_, board) => {
    const ours = schools.reduce((sum, school) => sum + (school.board === board ? school.pupils : 0), 0);
    return { target: (fairPart * halves * ours) / pupils, price: points.short };
  });
}

function fail(): never {
  throw new Error('nothing to choose from');
}
