/**
 * The smallest changes that would free a demand, each tried by exact arithmetic: with the change one specialist can take the demand beside
 * everything they do in this plan.
 */
import { upTo } from './able.rules.ts';
import { build, type Model } from './build.ts';
import type { DemandFacts, PlanFacts } from './facts.ts';
import { fixedAt, planOf, resultOf } from './read.ts';
import { fits, roomFor } from './room.ts';
import { toStep } from './side.ts';
import { planIn, type State, stateOf, withStays, worthOf } from './state.ts';
import { type Change, withChanges } from './whatif.rules.ts';

export interface Freeing {
  /** Ends with the pin of the demand: with these changes every plan has it. */
  readonly changes: readonly Change[];
  /** Points that the plan would be worth more, fairness left out; at 0 or below it happens only for the pin. */
  readonly gain: number;
}

/** The id of the specialist in a suggestion that asks for one more. */
export const extraSpecialist = 'extra';

/** Specialists with whom it is tried at the most. */
const tried = 5;

const kept = 3;

/** Never empty. */
export function freeingsOf(state: State, demand: DemandFacts): readonly Freeing[] {
  const { facts, judge, travel } = state.model;
  const candidates = facts.specialists.flatMap((each, at) => {
    const changes = judge.on(each, demand).map((hindrance): Change | null => {
      if (hindrance.code === 'travel')
        return { kind: 'settings', settings: { mostTravel: hindrance.minutes } };
      if (hindrance.code === 'forbidden') return { kind: 'unmark', mark: hindrance.mark };
      if (hindrance.code === 'pinned elsewhere') return { kind: 'unmark', mark: hindrance.mark };
      if (hindrance.code === 'size') return blockOf(facts, hindrance.needs);
      return null;
    });
    const possible = changes.every((change) => change !== null) && changes.length < 2;
    const near = travel(each, demand.schoolId).minutes + 10 * shortOf(state, at);
    return possible ? [{ at, near, changes: changes.filter((change) => change !== null) }] : [];
  });
  const near = candidates
    .sort((a, b) => a.changes.length - b.changes.length || a.near - b.near)
    .slice(0, tried);
  const found = near.flatMap(({ at, changes }) => tryWith(state, demand, at, changes) ?? []);
  const extra = withExtra(state, demand);
  return firstOfEachKind([...found, extra].sort((a, b) => effort(facts, a) - effort(facts, b))).slice(
    0,
    kept,
  );
}

/** Halves a week that somebody works already. */
function shortOf({ stays, model }: State, at: number): number {
  const busy = (stays[at] ?? []).reduce((sum, { halves }) => sum + halves, 0);
  return busy >= (model.instance.specialists[at]?.capacity ?? 0) ? 1 : 0;
}

function blockOf({ settings }: PlanFacts, needs: number): Change {
  return { kind: 'settings', settings: { mostBlock: toStep(needs, settings.wholeBlocks ? 2 : 1) } };
}

/** With these changes, and with whatever more this specialist then lacks. Undefined when that would not be enough. */
function tryWith(
  state: State,
  demand: DemandFacts,
  at: number,
  first: readonly Change[],
): Freeing | undefined {
  const { facts } = state.model;
  const who = facts.specialists[at];
  if (who === undefined) return undefined;
  let changes = first;
  // What lacks is known after the first try, and whether it was all after the second.
  for (let turn = 0; turn < 3; turn += 1) {
    const alone = aloneWith(state, at, demand, changes);
    const number = alone.model.demandAt.get(demand.id) ?? -1;
    const room = roomFor(alone, 0, number);
    if (room === undefined) return undefined;
    if (fits(room.lack)) {
      const gain = worthOf(withStays(alone, 0, room.stays)) - worthOf(alone);
      return ending({ changes, gain }, demand, who.id);
    }
    const { halves, places, block } = room.lack;
    const mostPlaces = alone.model.instance.specialists[0]?.places ?? 0;
    const mostBlock = alone.model.facts.settings.mostBlock;
    changes = [
      ...changes,
      ...(halves > 0 ? [{ kind: 'time', specialistId: who.id, halves } as const] : []),
      ...(places > 0 ? [{ kind: 'places', specialistId: who.id, places: mostPlaces + places } as const] : []),
      ...(block > 0 ? [blockOf(facts, mostBlock + block)] : []),
    ];
  }
  return undefined;
}

/** One specialist with their part of the plan, in a world with these changes; the demand waits. Without fairness, which is nobody's alone. */
function aloneWith(state: State, at: number, demand: DemandFacts, changes: readonly Change[]): State {
  const { facts, travel } = state.model;
  const who = facts.specialists[at];
  const own = state.stays[at] ?? [];
  const held = own.flatMap(({ demands }) => demands.flatMap((each) => facts.demands[each] ?? []));
  const changed = withChanges(facts, changes);
  const here = new Set([demand.schoolId, ...own.map(({ place }) => facts.schools[place]?.id)]);
  const model = build(
    {
      ...changed,
      specialists: changed.specialists.filter(({ id }) => id === who?.id),
      // Where nothing is done nothing changes, and most schools are there.
      schools: changed.schools.filter(({ id }) => here.has(id)),
      demands: [...held, demand],
      settings: { ...changed.settings, fairShare: 0 },
    },
    travel,
  );
  const stationings = own.flatMap(({ place, halves, demands }) => {
    const there = model.placeAt.get(facts.schools[place]?.id ?? '');
    if (there === undefined) return [];
    const work = demands.flatMap((each) => numberIn(model, facts.demands[each]?.id, there));
    return [{ specialist: 0, place: there, halves, demands: work }];
  });
  return stateOf(model, { stationings });
}

/** Work that is theirs already has no id. */
function numberIn(model: Model, id: string | undefined, place: number): number | readonly [] {
  return (id === undefined ? fixedAt(model, 0, place) : model.demandAt.get(id)) ?? [];
}

/** One more specialist, with just what is asked and just enough time. */
function withExtra(state: State, demand: DemandFacts): Freeing {
  const { facts, travel } = state.model;
  const { settings, period, marks } = facts;
  const weeks = Math.max(1, period.schoolWeeks.length);
  const halves = toStep(
    Math.max(settings.leastBlock, upTo(demand.halves, weeks)),
    settings.wholeBlocks ? 2 : 1,
  );
  const pin = marks.find(({ kind, demandId }) => kind === 'pin' && demandId === demand.id);
  const [code] = demand.expertise;
  const changes: Change[] = [
    {
      kind: 'add specialist',
      id: extraSpecialist,
      capacity: halves,
      expertise: code === undefined ? {} : { [code]: demand.leastLevel },
      languages: demand.language === null ? [] : [demand.language],
      baseId: null,
    },
    ...(halves > settings.mostBlock ? [blockOf(facts, halves)] : []),
    ...(pin ? [{ kind: 'unmark', mark: pin } as const] : []),
  ];
  const changed = withChanges({ ...facts, specialists: [], demands: [demand] }, changes);
  const alone = stateOf(build({ ...changed, settings: { ...changed.settings, fairShare: 0 } }, travel), {
    stationings: [],
  });
  const room = roomFor(alone, 0, 0);
  const gain = room ? worthOf(withStays(alone, 0, room.stays)) - worthOf(alone) : 0;
  return ending({ changes, gain }, demand, extraSpecialist);
}

/** With the pin that keeps the room for this demand: solved again, other work might be worth more in it. */
function ending({ changes, gain }: Freeing, demand: DemandFacts, specialistId: string): Freeing {
  const mark = { kind: 'pin', specialistId, schoolId: demand.schoolId, demandId: demand.id } as const;
  return { changes: [...changes, { kind: 'mark', mark }], gain };
}

/** How much a change asks of the partnership, to put the smallest first. */
function effort({ settings }: PlanFacts, { changes }: Freeing): number {
  return changes.reduce((sum, change) => {
    if (change.kind === 'unmark') return sum + 1;
    if (change.kind === 'time') return sum + 1 + change.halves;
    if (change.kind === 'places') return sum + 2;
    if (change.kind === 'add specialist') return sum + 3 + change.capacity;
    if (change.kind !== 'settings') return sum + 1.5;
    const { mostTravel = settings.mostTravel, mostBlock = settings.mostBlock } = change.settings;
    return sum + 1 + (mostTravel - settings.mostTravel) / 5 + (mostBlock - settings.mostBlock);
  }, 0);
}

/** Three ways that differ in kind say more than three times the same. */
function firstOfEachKind(freeings: readonly Freeing[]): readonly Freeing[] {
  const seen = new Set<string>();
  return freeings.filter(({ changes }) => {
    const kinds = changes.map(({ kind }) => kind).join();
    if (seen.has(kinds)) return false;
    seen.add(kinds);
    return true;
  });
}

/** Whether the demand is really free with these changes: the whole plan and the demand keep every hard rule. For tests and for what-if. */
export function freedPlan(state: State, demandId: string, changes: readonly Change[]): State | undefined {
  const model = build(withChanges(state.model.facts, changes));
  const moved = stateOf(model, planOf(model, resultOf(state.model, planIn(state))));
  const number = model.demandAt.get(demandId) ?? -1;
  for (const at of model.instance.specialists.keys()) {
    const room = roomFor(moved, at, number);
    if (room && fits(room.lack)) return withStays(moved, at, room.stays);
  }
  return undefined;
}
