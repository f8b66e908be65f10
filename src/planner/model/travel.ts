/** How long it takes to get somewhere, one way: as imported, else over the great circle by the tenant's measures, else a guess. */
import type { PlanFacts, SettingsFacts, SpecialistFacts } from './facts.ts';

export interface Way {
  /** Whole minutes, one way. */
  readonly minutes: number;
  /** `guessed`: a base or coordinates are missing; the middle of all known ways, and never too far. */
  readonly known: 'imported' | 'measured' | 'guessed';
}

export type Travel = (specialist: SpecialistFacts, schoolId: string) => Way;

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const earthKilometres = 6371;

/** Great circle between two points in kilometres, by the haversine formula (Sinnott 1984). */
export function kilometres(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const north = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const east = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const across = Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians);
  return 2 * earthKilometres * Math.asin(Math.min(1, Math.sqrt(north * north + across * east * east)));
}

/** Start + distance x detour / speed, in whole minutes. */
export function measured(settings: SettingsFacts, from: Point, to: Point): number {
  const { travelStart, detour, speed } = settings;
  return Math.round(travelStart + (kilometres(from, to) * detour * 60) / speed);
}

/** Ways from every base to every school, and the guess for whatever is not known. */
export function travelOf({ bases, schools, travel, settings }: PlanFacts): Travel {
  const ways = new Map<string, Map<string, Way>>(bases.map(({ id }) => [id, new Map()]));
  for (const base of bases) {
    const own = ways.get(base.id);
    for (const { id, latitude, longitude } of schools) {
      if (latitude === null || longitude === null) continue;
      own?.set(id, { minutes: measured(settings, base, { latitude, longitude }), known: 'measured' });
    }
  }
  for (const { baseId, schoolId, minutes } of travel) {
    ways.get(baseId)?.set(schoolId, { minutes, known: 'imported' });
  }
  const all = [...ways.values()].flatMap((own) => [...own.values()].map(({ minutes }) => minutes));
  const middle = middleOf(all) ?? Math.round(settings.mostTravel / 2);
  const guess: Way = { minutes: Math.min(middle, settings.mostTravel), known: 'guessed' };
  return ({ baseId }, schoolId) => ways.get(baseId ?? '')?.get(schoolId) ?? guess;
}

/** The lower one of two in the middle. */
function middleOf(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
}
