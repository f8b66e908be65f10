/** Where the team was stationed in the school years behind us, and in this one until last week: as much as contracts have room for. */
import { addDays, type CivilDate, weekday } from '../../platform/pure/dates.ts';
import type { StagedSchool } from '../demo.store.ts';
import type { Stage } from '../deployment/stage.ts';
import { stationingRoads } from '../deployment/stationings.ts';
import { holidaysOf, type Period, schoolYearsAround } from '../holidays.ts';
import { specialistOf } from '../questions/team.ts';

/** A specialist at a school, from a Monday up to and including a Friday. */
export interface Stay {
  readonly specialist: string;
  readonly school: StagedSchool;
  /** A week. */
  readonly dagdelen: number;
  /** How many school years before this one. */
  readonly yearsAgo: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

type Scene = Pick<Stage, 'today' | 'monday' | 'registers' | 'schools' | 'team'> & {
  /** Those that were there all these years. */
  readonly past: { readonly schools: readonly StagedSchool[]; readonly specialists: readonly string[] };
};

/** Shorter than this nobody stations anybody, unless the school year has just begun. */
const [leastWeeks, leastOfNew] = [8, 3];
/** Dagdelen a week at one school. */
const most = 3.5;

/** All of them, the oldest first. What the demonstration's own stationings take of a contract is left to them. */
export function pastStays(scene: Scene): readonly Stay[] {
  const years = schoolYearsAround(scene.today).slice(0, 3);
  return years.flatMap((year, nth) =>
    scene.past.specialists
      .flatMap((specialist) => staysOf(scene, year, specialist))
      .map((stay) => ({ ...stay, yearsAgo: years.length - 1 - nth })),
  );
}

function staysOf(scene: Scene, year: number, specialist: string): readonly Omit<Stay, 'yearsAgo'>[] {
  const { monday, today, team, past } = scene;
  const at = team.specialists.indexOf(specialist);
  const roads = stationingRoads.filter((road) => road.specialist % team.specialists.length === at);
  const taken = new Set(roads.map((road) => scene.schools[road.school % scene.schools.length]?.id));
  // Room for questions of schools: not everybody keeps as much, nor every year.
  const kept = [1, 0.5, 0.5, 0.5][(at * 3 + year) % 4] ?? 0.5;
  const room = specialistOf(at, today).contract.dagdelen - kept;
  const blocks = piecesOf(scene, year, at).flatMap(({ from, until }) => {
    const weeks: number[] = [];
    for (let day = from; day < until; day = addDays(day, 7)) {
      const others = roads.filter(
        (road) =>
          addDays(monday, 7 * road.from) <= day && day < addDays(monday, 7 * (road.from + road.weeks)),
      );
      weeks.push(others.reduce((left, { dagdelen }) => left - dagdelen, room));
    }
    const least = Math.max(leastOfNew, Math.min(leastWeeks, weeks.length));
    return blocksIn(weeks, least).map((block) => ({ ...block, from: addDays(from, 7 * block.first) }));
  });
  return blocks.flatMap(({ from, weeks, dagdelen }, nth) => {
    const begin = at * 5 + year * 3 + nth * 7;
    const free = past.schools.map((_, step) => past.schools[(begin + step) % past.schools.length]);
    const school = free.find((one) => one !== undefined && !taken.has(one.id));
    if (school === undefined) return [];
    taken.add(school.id);
    return [{ specialist, school, dagdelen, from, to: addDays(from, 7 * weeks - 3) }];
  });
}

/** The school year between its summers, for every third specialist in two halves; of this year the weeks behind us. */
function piecesOf({ registers, monday }: Scene, year: number, at: number) {
  const region = registers.code === 'rotterdam' ? 'midden' : 'zuid';
  const [before, after] = [holidaysOf(year - 1, region), holidaysOf(year, region)];
  const begin = mondayFrom(named(before, 'Zomervakantie').until);
  const end = earliest(named(after, 'Zomervakantie').from, monday);
  const christmas = named(after, 'Kerstvakantie');
  const halves = [
    { from: begin, until: earliest(christmas.from, end) },
    { from: mondayFrom(christmas.until), until: end },
  ];
  return (at + year) % 3 === 0 ? halves : [{ from: begin, until: end }];
}

interface Block {
  /** Which week it begins in. */
  readonly first: number;
  readonly weeks: number;
  readonly dagdelen: number;
}

/**
 * Fills weeks that have so much room each: first what all of them have, then what some have left.
 * @param shortest weeks
 */
function blocksIn(room: readonly number[], shortest: number, first = 0): readonly Block[] {
  if (room.length < shortest) return [];
  const full = room.findIndex((left) => left < 1);
  if (full >= 0)
    return [
      ...blocksIn(room.slice(0, full), shortest, first),
      ...blocksIn(room.slice(full + 1), shortest, first + full + 1),
    ];
  const dagdelen = Math.min(most, ...room);
  const left = room.map((one) => one - dagdelen);
  return [{ first, weeks: room.length, dagdelen }, ...blocksIn(left, shortest, first)];
}

function named(holidays: readonly Period[], name: string): Period {
  const found = holidays.find((one) => one.name === name);
  if (found === undefined) throw new Error(`the demonstration has no ${name}`);
  return found;
}

const mondayFrom = (day: CivilDate): CivilDate => addDays(day, (8 - weekday(day)) % 7);
const earliest = (one: CivilDate, other: CivilDate): CivilDate => (one < other ? one : other);
