/** How a plan divides its work: questions beside ambitions, and by board, area and expertise. */
import type { Plan } from '../engine/instance.ts';
import type { Model } from './build.ts';
import type { DemandFacts } from './facts.ts';

export interface Balance {
  /** Halves over the period that somebody takes. */
  readonly questions: number;
  readonly expected: number;
  /** Of both: work that belongs to an ambition. */
  readonly ambitions: number;
  /** Questions that specialists have already. */
  readonly fixed: number;
  readonly byBoard: readonly Share[];
  readonly byArea: readonly Share[];
  /** Work that names more than one expertise counts with each. */
  readonly byExpertise: readonly Share[];
}

/** Null: schools without a board or an area, work without a named expertise. */
export interface Share {
  readonly id: string | null;
  /** Halves over the period that somebody takes, and that wait. */
  readonly planned: number;
  readonly waiting: number;
}

export function balanceOf({ facts, instance, placeAt }: Model, { stationings }: Plan): Balance {
  const served = new Set(stationings.flatMap(({ demands }) => demands));
  const planned = facts.demands.filter((_, number) => served.has(number));
  const halves = (list: readonly DemandFacts[]) => list.reduce((sum, each) => sum + each.halves, 0);
  const schoolOf = ({ schoolId }: DemandFacts) => facts.schools[placeAt.get(schoolId) ?? -1];
  const shares = (keys: (demand: DemandFacts) => readonly (string | null)[]) => {
    const found = new Map<string | null, Share>();
    facts.demands.forEach((demand, number) => {
      for (const id of keys(demand)) {
        const { planned, waiting } = found.get(id) ?? { planned: 0, waiting: 0 };
        const now = served.has(number);
        found.set(id, {
          id,
          planned: planned + (now ? demand.halves : 0),
          waiting: waiting + (now ? 0 : demand.halves),
        });
      }
    });
    return [...found.values()].sort((a, b) => b.planned + b.waiting - a.planned - a.waiting);
  };
  return {
    questions: halves(planned.filter(({ kind }) => kind === 'question')),
    expected: halves(planned.filter(({ kind }) => kind === 'expected')),
    ambitions: halves(planned.filter(({ ambitionWeight }) => ambitionWeight > 0)),
    fixed: [...served]
      .filter((number) => number >= facts.demands.length)
      .reduce((sum, number) => sum + (instance.demands[number]?.halves ?? 0), 0),
    byBoard: shares((demand) => [schoolOf(demand)?.boardId ?? null]),
    byArea: shares((demand) => [schoolOf(demand)?.areaId ?? null]),
    byExpertise: shares(({ expertise }) => (expertise.length === 0 ? [null] : expertise)),
  };
}
