/** Which marks clash with hard rules or with each other, before anything is solved; and the smallest change that mends each. */
import { type Hindrance, upTo } from './able.rules.ts';
import { build, type Model } from './build.ts';
import type { MarkFacts, PlanFacts } from './facts.ts';
import { toStep } from './side.ts';
import type { Change } from './whatif.rules.ts';

export type Clash =
  /** The mark names something that is not there any more, or a demand of another school. */
  | { readonly rule: 'unknown'; readonly mark: MarkFacts; readonly changes: readonly Change[] }
  | {
      readonly rule: 'hindrance';
      readonly mark: MarkFacts;
      readonly hindrance: Hindrance;
      readonly changes: readonly Change[];
    }
  /** Halves a week, or places, that pins and questions of their own ask of one specialist. */
  | {
      readonly rule: 'capacity' | 'places';
      readonly specialistId: string;
      readonly needs: number;
      readonly has: number;
      readonly changes: readonly Change[];
    }
  /** Halves a week at one school. */
  | {
      readonly rule: 'block';
      readonly specialistId: string;
      readonly schoolId: string;
      readonly needs: number;
      readonly has: number;
      readonly changes: readonly Change[];
    };

/** Empty: there is a plan that keeps every mark. */
export function clashesOf(facts: PlanFacts): readonly Clash[] {
  const model = build(facts);
  const pins = facts.marks.filter(({ kind }) => kind === 'pin');
  return [
    ...pins.flatMap((mark) => ofPin(model, mark)),
    ...facts.specialists.flatMap((_, at) => ofSpecialist(model, at)),
  ];
}

function ofPin({ facts, judge, specialistAt, placeAt, demandAt }: Model, mark: MarkFacts): readonly Clash[] {
  const { specialistId, schoolId, demandId } = mark;
  const who = facts.specialists[specialistAt.get(specialistId) ?? -1];
  const demand = demandId === null ? null : facts.demands[demandAt.get(demandId) ?? -1];
  const loose: Change = { kind: 'unmark', mark };
  const elsewhere = demand !== null && demand?.schoolId !== schoolId;
  if (who === undefined || demand === undefined || !placeAt.has(schoolId) || elsewhere) {
    return [{ rule: 'unknown', mark, changes: [loose] }];
  }
  const found = demand === null ? judge.at(who, schoolId) : judge.on(who, demand);
  return found.map((hindrance) => ({
    rule: 'hindrance',
    ...{ mark, hindrance },
    changes: [mending(facts, hindrance) ?? loose],
  }));
}

/** Null: only letting go of the pin helps. */
function mending({ settings }: PlanFacts, hindrance: Hindrance): Change | null {
  if (hindrance.code === 'travel') return { kind: 'settings', settings: { mostTravel: hindrance.minutes } };
  if (hindrance.code === 'forbidden') return { kind: 'unmark', mark: hindrance.mark };
  if (hindrance.code !== 'size') return null;
  return {
    kind: 'settings',
    settings: { mostBlock: toStep(hindrance.needs, settings.wholeBlocks ? 2 : 1) },
  };
}

/** What is pinned to one specialist, taken together. */
function ofSpecialist({ facts, instance }: Model, at: number): readonly Clash[] {
  const who = facts.specialists[at];
  const limits = instance.specialists[at];
  if (who === undefined || limits === undefined || limits.weeks === 0) return [];
  const held = limits.choices
    .filter(({ pinned }) => pinned)
    .map((choice) => {
      const asked = choice.pinnedDemands.reduce(
        (sum, each) => sum + (instance.demands[each]?.halves ?? 0),
        0,
      );
      const needs = Math.max(choice.least, toStep(upTo(asked, limits.weeks), choice.step));
      return { needs, most: choice.most, schoolId: facts.schools[choice.place]?.id ?? '' };
    });
  const clashes: Clash[] = held.flatMap(({ needs, most, schoolId }) =>
    needs <= most
      ? []
      : {
          rule: 'block',
          ...{ specialistId: who.id, schoolId, needs, has: most },
          changes: [{ kind: 'settings', settings: { mostBlock: needs } }],
        },
  );
  const { capacity, places } = limits;
  const needs = held.reduce((sum, each) => sum + each.needs, 0);
  if (needs > capacity) {
    // The engine counts what is fixed as contract; what must grow is the contract itself.
    const halves = needs - who.capacity;
    const changes: Change[] = [{ kind: 'time', specialistId: who.id, halves }];
    clashes.push({ rule: 'capacity', specialistId: who.id, needs, has: capacity, changes });
  }
  if (held.length > places) {
    const changes: Change[] = [{ kind: 'places', specialistId: who.id, places: held.length }];
    clashes.push({ rule: 'places', specialistId: who.id, needs: held.length, has: places, changes });
  }
  return clashes;
}
