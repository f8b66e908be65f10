/** The goal of a question of years past: described before the start, scored by school and specialist at the end and half a year later. */
import { newId } from '../../platform/ids.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { momentOn, nextOpen } from '../days.ts';
import { type DemoGoalKind, fivePointsOf, sixPointsOf } from '../questions/demo-goal.ts';
import { demoGoals } from '../questions/goals.ts';
import type { Chance } from './chance.ts';
import type { Done } from './history.store.ts';
import type { PastScene } from './past-scene.ts';

export interface PastGoal {
  readonly row: Done & { readonly id: string; readonly title: string } & Readonly<Record<string, unknown>>;
  readonly levels: readonly Done[];
  /** Start, interim and end. */
  readonly scores: readonly Done[];
  readonly later: readonly Done[];
}

interface Around {
  readonly questionId: string;
  readonly started: CivilDate;
  readonly evaluated: CivilDate;
  readonly later: CivilDate | undefined;
  readonly people: { readonly school: string; readonly specialist: string };
}

export function pastGoal(scene: PastScene, around: Around): PastGoal {
  const { chance, text, isOpen } = scene;
  const { questionId, started, evaluated, later, people } = around;
  const kind: DemoGoalKind = text.level === 'team' && chance.next() < 0.5 ? 'teacher' : text.level;
  const { goal, title } = unsaid(scene, kind);
  const scale = chance.next() < 0.5 ? 5 : 6;
  const id = newId();
  const at = (day: CivilDate, hour: number, by: string): Done => ({
    by,
    clock: momentOn(day, hour).toISOString(),
  });
  // An hour before the score of the day, which comes before the evaluation of that day.
  const made = at(started, 18, people.specialist);
  const score = (day: CivilDate, by: keyof typeof people, moment: string, level: number) => ({
    ...at(day, 8, people[by]),
    ...{ id: newId(), goal_id: id, moment, scored_by: by, score: level, scored_on: day },
  });
  const begun = nextOpen(addDays(started, 1), isOpen);
  const half = nextOpen(addDays(started, 28), isOpen);
  const reached = reachedBy(chance, scene.yearsAgo);
  const sides = ['specialist', 'school'] as const;
  const ends = { specialist: reached, school: seenOtherwise(chance, reached) };
  return {
    row: {
      ...made,
      ...{ id, question_id: questionId, level: kind, title, variable: goal.variable, scale },
      ...{ starts_on: started, target_on: addDays(started, 75) },
    },
    levels: (scale === 5 ? fivePointsOf(goal) : sixPointsOf(goal)).map((point) => ({
      ...made,
      ...{ goal_id: id, score: point.score, description: point.words },
    })),
    scores: [
      ...sides.map((by) => score(begun, by, 'start', -2)),
      ...(chance.next() < 0.4 && half < evaluated ? [score(half, 'specialist', 'interim', -1)] : []),
      ...sides.map((by) => score(evaluated, by, 'end', ends[by])),
    ],
    later:
      later === undefined || later >= scene.today
        ? []
        : sides
            .filter((by) => by === 'school' || chance.next() < 0.8)
            .map((by) => score(later, by, 'follow_up', kept(chance, ends[by]))),
  };
}

/** In which part of a school a goal is pursued: a school has the same goal once at a time. */
const parts = ['onderbouw', 'middenbouw', 'bovenbouw'];

/** A goal that fits the question, and that the school did not have before. */
function unsaid({ chance, text, school, said }: PastScene, kind: DemoGoalKind) {
  const every = demoGoals[kind].flatMap((goal) =>
    parts.map((part) => ({ goal, title: kind === 'pupil' ? goal.title : `${goal.title}, ${part}` })),
  );
  const fresh = every.filter(({ title }) => kind === 'pupil' || !said.has(school.id + title));
  const fitting = fresh.filter(({ goal }) => goal.expertise === text.expertise);
  const found = chance.oneOf(fitting.length > 0 ? fitting : fresh);
  said.add(school.id + found.title);
  return found;
}

/** Most reach what was expected, a little more often each year. */
const reachedBy = (chance: Chance, yearsAgo: number) =>
  chance.weighed([
    [-2, 4 + yearsAgo],
    [-1, 17 + 3 * yearsAgo],
    [0, 44],
    [1, 25 - 2 * yearsAgo],
    [2, 10 - yearsAgo],
  ] as const);

const onScale = (level: number) => Math.min(2, Math.max(-2, level));

const seenOtherwise = (chance: Chance, level: number) =>
  onScale(
    level +
      chance.weighed([
        [0, 72],
        [-1, 18],
        [1, 10],
      ] as const),
  );

const kept = (chance: Chance, level: number) =>
  onScale(
    level +
      chance.weighed([
        [0, 58],
        [-1, 26],
        [1, 16],
      ] as const),
  );
