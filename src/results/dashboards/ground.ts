/** The cases that views are made of, of the reader's own work and of what was released beside it. */
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { isAmount, type Measure, measureOf } from '../measures/measure.rules.ts';
import type { Period } from '../measures/period.rules.ts';
import { headOf } from '../releases/kin.rules.ts';
import { type Asked, seesAll } from './dashboard.access.ts';
import { type Batch, findGroups } from './grouped.store.ts';
import { findReleasedRows } from './released.store.ts';
import { endOfQuarters, latestReleasedYear, quartersUntil, type Span } from './span.rules.ts';

/** A transaction of its own, or the one there is. */
export type Read = <T>(work: (reader: Reader) => Promise<T>) => Promise<T>;

/** This period and the one before it; beside it the latest released year, of who does not read the whole partnership. Two queries at most. */
export async function findGround(
  read: Read,
  actor: Actor,
  asked: readonly Asked[],
  span: Span,
  today: CivilDate,
  beside: readonly Asked[] = [],
) {
  const year = latestReleasedYear(today);
  const quarters = asked.find(({ by }) => by === 'quarter');
  const byQuarter = quarters !== undefined;
  const now = byQuarter
    ? quartersOfMeasure(measureOf(quarters.code), span)
    : { from: span.from, to: span.to };
  const compares = !seesAll(actor) && !byQuarter;
  const counted = compares ? [...asked, ...headsOf(asked)] : asked;
  // The latest released year itself is asked for once.
  const asReleased = compares && now.from === year.from && now.to === year.to;
  const periods = {
    now,
    ...(byQuarter ? {} : { before: span.before }),
    ...(compares && !asReleased ? { own: year } : {}),
  };
  const [released, ...groups] = await Promise.all([
    compares ? read((reader) => findPartnership(reader, actor, asked, year)) : [],
    ...apart(actor, { asked: counted, periods }, beside).map((some) =>
      read((reader) => findGroups(reader, actor, some)),
    ),
  ]);
  const found = groups.flat();
  const own = asReleased ? found.filter(({ period }) => period === 'now') : [];
  return { groups: [...found, ...own.map((group) => ({ ...group, period: 'own' }))], released };
}

/**
 * Each a query of its own: who reads the whole partnership counts most, and compares with no release.
 * @param beside asked of this period alone
 */
function apart(actor: Actor, all: Batch, beside: readonly Asked[]): readonly (readonly Batch[])[] {
  const more = ({ now }: Batch['periods']): readonly Batch[] =>
    now === undefined || beside.length === 0 ? [] : [{ asked: beside, periods: { now } }];
  const each = seesAll(actor)
    ? Object.entries(all.periods).map(([name, period]) => ({ [name]: period }))
    : [all.periods];
  return each.map((periods) => [{ asked: all.asked, periods }, ...more(periods)]);
}

const findPartnership = (reader: Reader, actor: Actor, asked: readonly Asked[], { from }: Period) =>
  findReleasedRows(
    reader,
    actor,
    asked.map(({ code }) => ({ code, by: null })),
    { boardId: null, span: 'year', since: from },
  );

/** What a quarter that runs on adds up to so far would look like a fall. */
export const quartersOfMeasure = ({ kind }: Measure, span: Span): Period =>
  isAmount(kind) ? quartersUntil({ from: span.from, to: endOfQuarters(span.to) }) : quartersUntil(span);

/** By whose cases these are counted where they were released, as far as they are not asked for themselves. */
const headsOf = (asked: readonly Asked[]): readonly Asked[] =>
  [...new Set(asked.map(({ code }) => headOf(code)))]
    .filter((head) => asked.every(({ code }) => code !== head))
    .map((code) => ({ code, by: null }));
