/**
 * The clocks of a question: how many school days each part of the short line took or takes, against its norm. «Snellere inzet»: what
 * is counted is when a school first saw that something was needed, when somebody looked at it, and when help began.
 *
 * A clock counts the school days after its first day, up to and including today or the day it stopped, leaving out the days of its
 * pauses. The database counts the same (`question_days` in migrations/0030, the oracle of clock.store.test.ts).
 */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import type { Status } from '../question.rules.ts';

export const clockNames = ['first_contact', 'triage', 'start', 'committee', 'evaluation'] as const;
export type ClockName = (typeof clockNames)[number];

/** The partnership's own norm for a clock. */
export interface Term {
  readonly clock: ClockName;
  /** School days. */
  readonly days: number;
  /** How many school days before the end whoever holds the question is warned. */
  readonly warnDays: number;
  /** Where the norm comes from, in the partnership's words. */
  readonly source: string;
}

/** School days of one school: its own holidays are in it. */
export interface SchoolDays {
  readonly isOpen: (day: CivilDate) => boolean;
  /** School days after `from` up to and including `to`; 0 when `to` is not after `from`. */
  readonly between: (from: CivilDate, to: CivilDate) => number;
}

/** First and last day that do not count. */
export type Pause = readonly [CivilDate, CivilDate];

/** The days of a question as the database keeps them. */
export interface ClockFacts {
  readonly status: Status;
  readonly signalledOn: CivilDate;
  readonly submittedOn: CivilDate | null;
  readonly triagedOn: CivilDate | null;
  readonly firstContactOn: CivilDate | null;
  readonly startedOn: CivilDate | null;
  readonly completeOn: CivilDate | null;
  readonly advisedOn: CivilDate | null;
  readonly evaluateBy: CivilDate | null;
  readonly evaluatedOn: CivilDate | null;
  readonly endedOn: CivilDate | null;
  /** The school's clock stands still since; null = it runs. */
  readonly pausedOn: CivilDate | null;
  readonly pauses: readonly Pause[];
  /** The committee's clock stands still since: something is missing there. */
  readonly incompleteOn: CivilDate | null;
  readonly committeePauses: readonly Pause[];
}

export interface Clock {
  readonly name: ClockName;
  /** School days it may take. */
  readonly norm: number;
  /** School days it took, or takes so far. */
  readonly elapsed: number;
  readonly state: 'running' | 'paused' | 'stopped';
  /** Stopped by what it waits for; else the question ended without it, or it still waits. */
  readonly reached: boolean;
  /** Running, and so close to the norm that whoever holds the question is warned; or past it. */
  readonly warns: boolean;
  /** School days left; negative when late. */
  readonly left: number;
  /** The day it began. */
  readonly from: CivilDate;
  /** Last day within the norm; null while it is paused, for nobody knows. */
  readonly dueOn: CivilDate | null;
  readonly source: string;
}

interface Run {
  readonly from: CivilDate | null;
  /** What it waits for came on this day. */
  readonly reachedOn: CivilDate | null;
  /** The question ended on this day, whatever the clock waited for. */
  readonly endedOn: CivilDate | null;
  readonly pausedOn: CivilDate | null;
  readonly pauses: readonly Pause[];
}

/** The clocks that have begun, in the order of the line. */
export function clocksOf(
  facts: ClockFacts,
  terms: readonly Term[],
  school: SchoolDays,
  today: CivilDate,
): readonly Clock[] {
  return clockNames.flatMap((name) => {
    const term = terms.find((one) => one.clock === name);
    const run = runOf(name, facts);
    if (term === undefined || run.from === null) return [];
    return [clockOf(term, { ...run, from: run.from }, school, today)];
  });
}

/** From when to when a clock runs, and when it stood still. */
function runOf(name: ClockName, facts: ClockFacts): Run {
  const { status, pausedOn, pauses, endedOn } = facts;
  const atSchool = { endedOn, pausedOn, pauses };
  switch (name) {
    case 'first_contact': {
      const answeredOn = status === 'answered' ? endedOn : null;
      return { from: facts.signalledOn, reachedOn: facts.firstContactOn ?? answeredOn, ...atSchool };
    }
    case 'triage':
      return { from: facts.submittedOn, reachedOn: facts.triagedOn, ...atSchool };
    case 'start':
      return { from: facts.submittedOn, reachedOn: facts.startedOn, ...atSchool };
    case 'committee':
      return {
        from: facts.completeOn,
        reachedOn: facts.advisedOn,
        endedOn,
        pausedOn: facts.incompleteOn,
        pauses: facts.committeePauses,
      };
    case 'evaluation': {
      // Extended after an evaluation: it is due again.
      const runs = status === 'assigned' || status === 'started';
      return {
        from: facts.startedOn === null ? null : facts.evaluateBy,
        reachedOn: runs ? null : facts.evaluatedOn,
        endedOn: runs ? null : endedOn,
        pausedOn: null,
        pauses: [],
      };
    }
  }
}

function clockOf(
  { clock: name, days: norm, warnDays, source }: Term,
  { from, reachedOn, endedOn, pausedOn, pauses }: Run & { readonly from: CivilDate },
  school: SchoolDays,
  today: CivilDate,
): Clock {
  const to = reachedOn ?? endedOn;
  const until = to ?? today;
  const still = [...pauses, ...(pausedOn === null ? [] : [[addDays(pausedOn, 1), until] as const])];
  const elapsed = still.reduce(
    (days, pause) => days - daysIn(pause, from, until, school),
    school.between(from, until),
  );
  const state = to !== null ? 'stopped' : pausedOn !== null ? 'paused' : 'running';
  const left = norm - elapsed;
  return {
    name,
    norm,
    elapsed,
    state,
    reached: reachedOn !== null,
    warns: state === 'running' && left <= warnDays,
    left,
    from,
    dueOn: state === 'paused' ? null : lastDay(from, norm, pauses, school),
    source,
  };
}

/** School days of a pause that lie after `from` up to and including `until`. */
function daysIn([first, last]: Pause, from: CivilDate, until: CivilDate, school: SchoolDays): number {
  const before = addDays(first, -1);
  return school.between(before > from ? before : from, last < until ? last : until);
}

/** A holiday without end would let the walk go on for ever; two years of days hold every norm. */
const farthest = 1_500;

/** The last day within the norm. */
function lastDay(from: CivilDate, norm: number, pauses: readonly Pause[], school: SchoolDays): CivilDate {
  const counts = (day: CivilDate) =>
    school.isOpen(day) && !pauses.some(([first, last]) => first <= day && day <= last);
  let day = from;
  for (let left = norm, walked = 0; left > 0 && walked < farthest; walked += 1) {
    day = addDays(day, 1);
    if (counts(day)) left -= 1;
  }
  return day;
}
