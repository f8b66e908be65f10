/**
 * From lessons to what is told of a closed school year: how many teachers stand where on the scale, in each domain. «Aggregates of five or
 * more teachers only»: n counts teachers, never lessons. Each teacher counts once a sheet, with the last lesson of the year that a trained
 * observer shared and the teacher left there. What is small is hidden, with what would give it away (src/platform/pure/sums.ts).
 */
import { addDays, type CivilDate } from '../../../platform/pure/dates.ts';
import { type Cell, hideInSums, type Sum } from '../../../platform/pure/sums.ts';
import { levelOf, type Mark } from '../observation.rules.ts';

/** One teacher's last lesson with a sheet. */
export interface Lesson {
  readonly schoolId: string;
  readonly marks: readonly Mark[];
}

export interface SheetYear {
  readonly sheetId: string;
  /** How many points the scale has. */
  readonly points: number;
  /** How many items each domain has. */
  readonly items: readonly number[];
  readonly lessons: readonly Lesson[];
}

/** How many teachers at each point, from «not seen» (0) and the lowest on; null: hidden. */
export type Spread = readonly (number | null)[];

export interface TeacherFigure {
  readonly sheetId: string;
  /** Null: the partnership. */
  readonly schoolId: string | null;
  /** Null: fewer than five teachers. */
  readonly n: number | null;
  /** Of each domain. */
  readonly levels: readonly Spread[] | null;
}

/** Where a teacher stands in a domain: the nearest point to the mean of what was seen, halves up; 0: nothing was seen. */
export const pointOf = (marks: readonly Mark[]): number => Number((levelOf(marks) ?? 0).toFixed(0));

/** Every figure of a sheet and year: the partnership's always, a school's when it can be told. */
export function figuresOf(year: SheetYear): readonly TeacherFigure[] {
  const { sheetId, lessons, items } = year;
  const schools = [...new Set(lessons.map(({ schoolId }) => schoolId))].toSorted();
  const of = (school: string) => lessons.filter(({ schoolId }) => schoolId === school);
  const wholes: readonly Cell[] = [
    { id: whole, n: lessons.length },
    ...schools.map((school) => ({ id: school, n: of(school).length })),
  ];
  const hidden = hideInSums(wholes, [{ total: whole, parts: schools }]);
  if (hidden.has(whole)) return [{ sheetId, schoolId: null, n: null, levels: null }];
  const spreads = items.map((_, domain) => spreadsOf(year, domain, schools, hidden));
  const figure = (schoolId: string | null, n: number): TeacherFigure => ({
    ...{ sheetId, schoolId, n },
    levels: spreads.map((spread) => spread.get(schoolId ?? whole) ?? []),
  });
  return [
    figure(null, lessons.length),
    ...schools.filter((school) => !hidden.has(school)).map((school) => figure(school, of(school).length)),
  ];
}

const whole = 'all';
/** Schools whose count is hidden, taken together: whoever takes the others off the whole knows them, so they are counted along. */
const rest = 'rest';

interface Standing {
  readonly place: string;
  readonly point: number;
}

/** Of one domain: where the teachers stand, at each place that is told. */
function spreadsOf(
  { points, items, lessons }: SheetYear,
  domain: number,
  schools: readonly string[],
  hidden: ReadonlySet<string>,
): ReadonlyMap<string, Spread> {
  const from = items.slice(0, domain).reduce((all, one) => all + one, 0);
  const to = from + (items[domain] ?? 0);
  const standing = lessons.map(({ schoolId, marks }) => ({
    place: hidden.has(schoolId) ? rest : schoolId,
    point: pointOf(marks.slice(from, to)),
  }));
  const told = schools.filter((school) => !hidden.has(school));
  const scale = Array.from({ length: points + 1 }, (_, point) => point);
  // Without any school that is told, the rest is the whole.
  const parts = [...told, ...(told.length > 0 && hidden.size > 0 ? [rest] : [])];
  const covered = coveredIn(standing, parts, scale);
  return new Map(
    [whole, ...told].map((place) => [
      place,
      scale.map((point) => (covered.has(idOf(place, point)) ? null : countAt(standing, place, point))),
    ]),
  );
}

const idOf = (place: string, point: number) => `${place} ${point}`;
const countAt = (standing: readonly Standing[], at: string, on: number) =>
  standing.filter(({ place, point }) => point === on && (at === whole || place === at)).length;

/** The counts by place and point that are not told: each place adds up over its points, each point over the places. */
function coveredIn(
  standing: readonly Standing[],
  parts: readonly string[],
  scale: readonly number[],
): ReadonlySet<string> {
  const all = [whole, ...parts];
  const cells: readonly Cell[] = all.flatMap((place) => {
    const split = scale.map((point) => ({ id: idOf(place, point), n: countAt(standing, place, point) }));
    return [{ id: place, n: split.reduce((sum, { n }) => sum + n, 0) }, ...split];
  });
  const sums: readonly Sum[] = [
    { total: whole, parts },
    ...all.map((place) => ({ total: place, parts: scale.map((point) => idOf(place, point)) })),
    ...scale.map((point) => ({
      total: idOf(whole, point),
      parts: parts.map((place) => idOf(place, point)),
    })),
  ];
  return hideInSums(cells, sums, new Map(all.map((place) => [place, 'shown'])));
}

/**
 * How many teachers at least stand above the middle of the scale, in whichever domain: of each domain what is told there, and of those the
 * fewest. Of nothing but what is shown, so that it tells no more; undefined: of a domain nothing is told there.
 */
export function leastAbove(levels: readonly Spread[]): number | undefined {
  const told = levels.map((spread) =>
    // The first is «not seen».
    spread
      .slice(1)
      .reduce<number>((all, n, nth, { length }) => (nth + 1 > (length + 1) / 2 ? all + (n ?? 0) : all), 0),
  );
  const [least = 0] = told.toSorted((a, b) => a - b);
  return least === 0 ? undefined : least;
}

/** School years from the one of a day on that ended two weeks before today, by the calendar year they begin in. */
export function closedYears(since: CivilDate, today: CivilDate): readonly number[] {
  const first = yearOf(since);
  const last = yearOf(addDays(today, -14)) - 1;
  // Of less than none, Array.from makes none.
  return Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
}

/** School years begin on 1 August. */
const yearOf = (day: CivilDate) => Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);
