/** Why no plan can keep every pin. Without clashes there always is one: all that is not pinned may be left out. */
import type { Choice, Instance, Specialist } from './instance.ts';

export interface Clash {
  /** `most`: what is pinned at one place does not fit there; `demand twice`: pinned to two specialists; the others add up over places. */
  readonly rule: 'capacity' | 'places' | 'most' | 'demand twice';
  readonly specialist: number;
  readonly place?: number;
  readonly demand?: number;
  /** Halves a week, or places, that the pins ask, and what there is. */
  readonly asked?: number;
  readonly possible?: number;
}

export function clashesIn(instance: Instance): readonly Clash[] {
  const pinnedBy = new Map<number, number>();
  return instance.specialists.flatMap((specialist, at) => {
    const twice = specialist.choices.flatMap(({ place, pinnedDemands }) =>
      pinnedDemands.flatMap((demand): readonly Clash[] => {
        if (pinnedBy.has(demand)) return [{ rule: 'demand twice', specialist: at, place, demand }];
        pinnedBy.set(demand, at);
        return [];
      }),
    );
    return [...twice, ...clashesOf(instance, specialist, at)];
  });
}

function clashesOf(instance: Instance, specialist: Specialist, at: number): readonly Clash[] {
  const { capacity, places, choices } = specialist;
  const pinned = choices.filter((choice) => choice.pinned || choice.pinnedDemands.length > 0);
  const asks = pinned.map((choice) => leastOf(instance, specialist, choice));
  const asked = asks.reduce((sum, each) => sum + each, 0);
  const found = pinned.flatMap((choice, nth): readonly Clash[] => {
    const possible = Math.floor(choice.most / choice.step) * choice.step;
    const here = asks[nth] ?? 0;
    return here > possible
      ? [{ rule: 'most', specialist: at, place: choice.place, asked: here, possible }]
      : [];
  });
  if (asked > capacity) found.push({ rule: 'capacity', specialist: at, asked, possible: capacity });
  if (pinned.length > places) {
    found.push({ rule: 'places', specialist: at, asked: pinned.length, possible: places });
  }
  return found;
}

/** Fewest halves a week that keep what is pinned here; Infinity when somebody without weeks has pinned demands. */
function leastOf(instance: Instance, { weeks }: Specialist, { least, step, pinnedDemands }: Choice): number {
  const halves = pinnedDemands.reduce((sum, demand) => sum + (instance.demands[demand]?.halves ?? 0), 0);
  const needed = halves === 0 ? 0 : halves / weeks;
  return Math.ceil(Math.max(least, needed) / step) * step;
}
