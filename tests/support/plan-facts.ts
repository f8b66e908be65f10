/** Facts of a plan for tests: by hand, and by chance from a seed. Ids are short words instead of UUIDs: the planner reads no ids. */

import { randomFrom } from '../../src/planner/engine/random.ts';
import type { Model } from '../../src/planner/model/build.ts';
import type { DemandFacts, PlanFacts, SchoolFacts, SpecialistFacts } from '../../src/planner/model/facts.ts';
import { defaultSettings } from '../../src/planner/model/facts.ts';
import { moved } from '../../src/planner/model/moves.ts';
import { type State, stateOf, withStays } from '../../src/planner/model/state.ts';

export const mondays = (weeks: number) =>
  Array.from({ length: weeks }, (_, week) =>
    new Date(Date.UTC(2027, 0, 4 + 7 * week)).toISOString().slice(0, 10),
  );

/** Ten school weeks from 4 January 2027, one base, and nothing else but what is given. */
export function planFacts(given: Partial<PlanFacts> = {}): PlanFacts {
  return {
    period: { monday: '2027-01-04', weeks: 10, schoolWeeks: mondays(10) },
    specialists: [],
    schools: [],
    bases: [{ id: 'base', latitude: 52, longitude: 4.5 }],
    demands: [],
    travel: [],
    settings: defaultSettings,
    weights: [],
    marks: [],
    previous: null,
    ...given,
  };
}

export function aSpecialist(id: string, given: Partial<SpecialistFacts> = {}): SpecialistFacts {
  return {
    id,
    capacity: 4,
    away: [],
    mostPlaces: null,
    expertise: { taal: 2 },
    languages: [],
    baseId: 'base',
    fixed: [],
    stationings: [],
    ...given,
  };
}

/** About 7 km north of the base for every tenth of a degree. */
export function aSchool(id: string, given: Partial<SchoolFacts> = {}): SchoolFacts {
  return { id, boardId: null, areaId: null, pupils: 200, latitude: 52.01, longitude: 4.5, ...given };
}

/** A normal question of ten halves on language that did not wait. */
export function aQuestion(id: string, schoolId: string, given: Partial<DemandFacts> = {}): DemandFacts {
  return {
    id,
    kind: 'question',
    number: 'ABC123',
    schoolId,
    expertise: ['taal'],
    leastLevel: 1,
    language: null,
    halves: 10,
    urgency: 'normal',
    waitedDays: 0,
    normDays: 20,
    ambitionId: null,
    ambitionWeight: 0,
    ...given,
  };
}

/** A partnership by chance, with everything in it: absence, languages, fixed work, live stationings, marks that do not clash, a previous plan. */
export function chanceFacts(
  seed: number,
  size: { readonly specialists: number; readonly schools: number; readonly demands: number },
): PlanFacts {
  const roll = randomFrom(seed);
  const upTo = (most: number) => Math.floor(roll() * (most + 1));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const chance = (part: number) => roll() < part;
  const fields = ['taal', 'rekenen', 'gedrag'];
  const schools = Array.from({ length: size.schools }, (_, at) =>
    aSchool(`school-${at}`, {
      boardId: chance(0.9) ? `board-${upTo(2)}` : null,
      areaId: chance(0.8) ? `area-${upTo(1)}` : null,
      pupils: chance(0.9) ? 60 + upTo(400) : null,
      latitude: chance(0.95) ? 52 + roll() / 12 : null,
      longitude: 4.45 + roll() / 10,
    }),
  );
  const demands = Array.from({ length: size.demands }, (_, at) =>
    aQuestion(`demand-${at}`, pick(schools).id, {
      kind: chance(0.8) ? 'question' : 'expected',
      expertise: chance(0.9) ? [...new Set([pick(fields), pick(fields)])] : [],
      leastLevel: 1 + upTo(2),
      language: chance(0.1) ? 'Turks' : null,
      halves: 1 + upTo(30),
      urgency: pick(['now', 'soon', 'normal', 'normal']),
      waitedDays: upTo(30),
      ambitionWeight: upTo(4),
    }),
  );
  const specialists = Array.from({ length: size.specialists }, (_, at) =>
    aSpecialist(`specialist-${at}`, {
      capacity: upTo(8),
      away: chance(0.2) ? mondays(10).slice(0, upTo(10)) : [],
      mostPlaces: chance(0.5) ? 1 + upTo(2) : null,
      expertise: Object.fromEntries(fields.filter(() => chance(0.6)).map((field) => [field, 1 + upTo(2)])),
      languages: chance(0.3) ? ['turks'] : [],
      baseId: chance(0.9) ? 'base' : null,
      fixed: chance(0.3) ? [{ schoolId: pick(schools).id, halves: 1 + upTo(15) }] : [],
      stationings: chance(0.4)
        ? [
            {
              id: `stationing-${at}`,
              schoolIds: [...new Set([pick(schools).id, pick(schools).id])],
              boardId: null,
              halves: 1 + upTo(3),
              until: '2027-07-01',
            },
          ]
        : [],
    }),
  );
  return planFacts({
    ...{ schools, demands, specialists },
    settings: {
      ...defaultSettings,
      wholeBlocks: chance(0.3),
      mostBlock: 4 + 2 * upTo(3),
      mostTravel: 20 + upTo(40),
    },
    marks: chance(0.5)
      ? [{ kind: 'forbid', specialistId: pick(specialists).id, schoolId: pick(schools).id, demandId: null }]
      : [],
    previous: chance(0.5)
      ? {
          stationings: [{ specialistId: pick(specialists).id, schoolId: pick(schools).id }],
          assignments: [{ demandId: pick(demands).id, specialistId: pick(specialists).id }],
        }
      : null,
  });
}

/** A plan by chance that keeps the hard rules: the fixed work, and then whatever moves in. */
export function planByChance(model: Model, roll: () => number): State {
  const { specialists } = model.instance;
  let state = stateOf(model, { stationings: [] });
  specialists.forEach(({ choices }, at) => {
    const own = choices.filter(({ pinned }) => pinned);
    const stays = own.map(({ place, least, pinnedDemands }) => ({
      place,
      halves: least,
      demands: pinnedDemands,
    }));
    state = withStays(state, at, stays);
  });
  for (let nth = 0; nth < model.facts.demands.length; nth += 1) {
    const next = moved(state, nth, Math.floor(roll() * specialists.length));
    if (next) state = next;
  }
  return state;
}
