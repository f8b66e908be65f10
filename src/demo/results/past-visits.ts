/** Visits of years past: for a question, or to a whole team that asked for nothing yet. */
import { newId } from '../../platform/ids.ts';
import { addDays, type CivilDate, daysBetween } from '../../platform/pure/dates.ts';
import { momentOn, nextOpen } from '../days.ts';
import type { Chance } from './chance.ts';
import type { Done } from './history.store.ts';
import type { PastScene } from './past-scene.ts';

export interface PastVisits {
  readonly visits: readonly (Done & { readonly on: CivilDate })[];
  readonly answers: readonly Done[];
}

interface Around {
  readonly questionId: string;
  readonly goalId: string | undefined;
  readonly started: CivilDate;
  readonly evaluated: CivilDate;
  /** Who answers for the school. */
  readonly answers: string;
}

/** From the first day to the evaluation, at even distances; all written down and answered before it. */
export function pastVisits(scene: PastScene, around: Around): PastVisits {
  const { chance, isOpen, school, specialist } = scene;
  const { questionId, goalId, started, evaluated, answers } = around;
  const many = chance.between(2, 4);
  const step = Math.floor((daysBetween(started, evaluated) - 18) / many);
  const all = Array.from({ length: many }, (_, nth) => {
    const day = nextOpen(addDays(started, 2 + nth * step), isOpen);
    const minutes = 45 + 15 * chance.between(0, 5);
    return one(scene, {
      ...{ day, minutes, specialist, school: school.id, answers, before: evaluated },
      kind:
        nth === 0
          ? 'observation'
          : chance.oneOf(['coaching', 'advice', 'group_support', 'research'] as const),
      shares:
        goalId === undefined
          ? [{ minutes, questionId }]
          : [
              { minutes: 30, questionId, goalId },
              { minutes: minutes - 30, questionId },
            ],
    });
  }).filter((visit) => visit !== undefined);
  return { visits: all.map(({ visit }) => visit), answers: all.map(({ answer }) => answer) };
}

interface PastVisit {
  readonly day: CivilDate;
  readonly minutes: number;
  readonly specialist: string;
  readonly school: string;
  readonly kind: string;
  readonly shares: readonly Readonly<Record<string, unknown>>[];
  readonly answers: string;
  /** By then it is written down and confirmed. */
  readonly before: CivilDate;
}

/** A visit and what the school says of it; undefined when there was no time left for either. */
export function one(
  { chance, isOpen }: Pick<PastScene, 'chance' | 'isOpen'>,
  { day, minutes, specialist, school, kind, shares, answers, before }: PastVisit,
) {
  const id = newId();
  const recorded = nextOpen(addDays(day, lateness(chance)), isOpen);
  const answered = nextOpen(addDays(recorded, 1 + chance.between(0, 8) * chance.between(0, 2)), isOpen);
  if (answered >= before) return undefined;
  return {
    visit: {
      ...{
        by: specialist,
        clock: momentOn(recorded, 16).toISOString(),
        id,
        on: day,
        minutes,
        kind,
        school,
        shares,
      },
      ...{ travel: 10 + 5 * chance.between(0, 5), preparation: 15 * chance.between(0, 3) },
      participants: [
        { role: 'teachers', number: chance.between(1, 4) },
        { role: 'support_coordinator', number: 1 },
      ],
    },
    answer: { by: answers, clock: momentOn(answered, 9).toISOString(), id, school, verdict: 'confirmed' },
  };
}

/** Days until it is written down: most the same week. */
const lateness = (chance: Chance) =>
  chance.weighed([
    [0, 50],
    [1, 20],
    [3, 18],
    [11, 12],
  ] as const);
