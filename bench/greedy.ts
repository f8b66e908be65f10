/** The manual way of planning, to compare with: who is somewhere stays, then the weightiest questions first to whoever is nearest. */
import type { Choice, Instance, Plan, Stationing } from '../src/planner/engine/instance.ts';

interface Draft extends Stationing {
  readonly choice: Choice;
  readonly demands: number[];
  halves: number;
  asked: number;
}

export function planByHand(instance: Instance): Plan {
  const drafts: Draft[][] = instance.specialists.map(({ choices, capacity, places }, specialist) => {
    const kept = choices.filter(({ start, pinned }) => pinned || start > 0).slice(0, places);
    return kept
      .filter((_, nth) => kept.slice(0, nth + 1).reduce((sum, { least }) => sum + least, 0) <= capacity)
      .map((choice) => begin(specialist, choice, choice.least));
  });
  const order = [...instance.demands.keys()].sort(
    (a, b) => (instance.demands[b]?.value ?? 0) - (instance.demands[a]?.value ?? 0),
  );
  const takers: { specialist: number; choice: Choice }[][] = instance.demands.map(() => []);
  instance.specialists.forEach(({ choices }, specialist) => {
    for (const choice of choices) {
      for (const demand of choice.demands) takers[demand]?.push({ specialist, choice });
    }
  });
  for (const demand of order) {
    const there = ({ specialist, choice }: { specialist: number; choice: Choice }) =>
      drafts[specialist]?.some((draft) => draft.choice === choice) ? 0 : 1;
    const able = takers[demand]?.sort((a, b) => there(a) - there(b) || a.choice.cost - b.choice.cost) ?? [];
    able.some(({ specialist, choice }) =>
      give(instance, drafts[specialist] ?? [], specialist, choice, demand),
    );
  }
  return {
    stationings: drafts
      .flat()
      .map(({ specialist, place, halves, demands }) => ({ specialist, place, halves, demands })),
  };
}

function begin(specialist: number, choice: Choice, halves: number): Draft {
  return { specialist, place: choice.place, choice, halves, demands: [], asked: 0 };
}

/** Gives the demand when it fits, with as few halves more as that takes. */
function give(
  instance: Instance,
  mine: Draft[],
  specialist: number,
  choice: Choice,
  demand: number,
): boolean {
  const person = instance.specialists[specialist];
  const size = instance.demands[demand]?.halves ?? 0;
  if (person === undefined || person.weeks === 0) return false;
  const here = mine.find((draft) => draft.choice === choice);
  const needed = Math.ceil(((here?.asked ?? 0) + size) / person.weeks / choice.step) * choice.step;
  const halves = Math.max(here?.halves ?? 0, choice.least, needed);
  const used = mine.reduce((sum, draft) => sum + draft.halves, 0);
  if (halves > choice.most || used - (here?.halves ?? 0) + halves > person.capacity) return false;
  if (here === undefined && mine.length >= person.places) return false;
  const draft = here ?? begin(specialist, choice, halves);
  if (here === undefined) mine.push(draft);
  draft.halves = halves;
  draft.asked += size;
  draft.demands.push(demand);
  return true;
}
