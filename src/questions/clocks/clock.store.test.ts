/** The clocks as the pages tell them and as the reminders of the database count them, side by side. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  aCalendarSchool,
  type CalendarSchool,
  regions,
  zones,
} from '../../../tests/support/calendar-school.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { addDays } from '../../platform/pure/dates.ts';
import { schoolDaysOf } from './clock.facts.ts';
import { type ClockFacts, type ClockName, clockNames, clocksOf, type Pause } from './clock.rules.ts';

const ownZone = process.env['TZ'];
const norms: Record<ClockName, number> = {
  first_contact: 10,
  triage: 3,
  start: 15,
  committee: 20,
  evaluation: 10,
};

let database: FreshDatabase;
let school: CalendarSchool;

beforeAll(async () => {
  database = await freshDatabase();
  school = await aCalendarSchool(database);
});
afterAll(async () => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
  await school.client.end();
  await database.drop();
});

/** Numbers that look like chance and are the same every time. */
function* chance(seed: number): Generator<number, never> {
  for (let n = seed; ; ) {
    n = (n * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield n / 2_147_483_648;
  }
}

/** Every road a question goes, on any day of eight school years, stopped or standing still anywhere. */
function aQuestion(seed: number): { readonly facts: ClockFacts; readonly today: string } {
  const dice = chance(seed * 7919 + 13);
  const roll = (most: number) => Math.floor(dice.next().value * most);
  const later = (day: string | null, most: number) =>
    day === null || roll(4) === 0 ? null : addDays(day, roll(most));
  const signalledOn = addDays('2024-08-01', roll(2_800));
  const submittedOn = later(signalledOn, 20);
  const triagedOn = later(submittedOn, 12);
  const completeOn = later(triagedOn, 30);
  const startedOn = later(triagedOn, 60);
  const evaluateBy = later(startedOn, 90);
  const evaluatedOn = later(evaluateBy, 30);
  const pauseFrom = later(submittedOn, 20);
  const pauses: readonly Pause[] = pauseFrom === null ? [] : [[pauseFrom, addDays(pauseFrom, roll(25))]];
  const held = later(completeOn, 20);
  // Nobody asks anew before the last answer came, and nothing is answered on the day before it was asked.
  const committeePauses: readonly Pause[] = held === null ? [] : [[held, addDays(held, roll(15))]];
  return {
    facts: {
      status:
        (['submitted', 'assigned', 'started', 'evaluated', 'completed'] as const)[roll(5)] ?? 'submitted',
      signalledOn,
      submittedOn,
      triagedOn,
      firstContactOn: later(startedOn, 5),
      startedOn,
      completeOn,
      advisedOn: later(completeOn, 40),
      evaluateBy,
      evaluatedOn,
      endedOn: roll(3) === 0 ? later(submittedOn, 200) : null,
      pausedOn: roll(3) === 0 ? later(pauses[0]?.[1] ?? submittedOn, 15) : null,
      pauses,
      incompleteOn: roll(3) === 0 ? later(committeePauses[0]?.[1] ?? completeOn, 30) : null,
      committeePauses,
    },
    today: addDays(signalledOn, roll(250)),
  };
}

const range = (pauses: readonly Pause[]) => `{${pauses.map(([from, to]) => `[${from},${to}]`).join()}}`;

/** The row the database would hold. An instant at half past eleven at night, in winter and in summer, is that day. */
const rowOf = (facts: ClockFacts) => ({
  tenant_id: school.tenant,
  school_id: school.schoolId,
  status: facts.status,
  signalled_on: facts.signalledOn,
  submitted_on: facts.submittedOn,
  triaged_on: facts.triagedOn,
  first_contact_on: facts.firstContactOn,
  started_on: facts.startedOn,
  complete_on: facts.completeOn,
  advised_on: facts.advisedOn,
  evaluate_by: facts.evaluateBy,
  evaluated_on: facts.evaluatedOn,
  ended_at: facts.endedOn === null ? null : `${facts.endedOn}T23:30:00 Europe/Amsterdam`,
  paused_on: facts.pausedOn,
  pauses: range(facts.pauses),
  incomplete_on: facts.incompleteOn,
  committee_pauses: range(facts.committeePauses),
});

interface Counted {
  readonly nth: number;
  readonly name: ClockName;
  readonly elapsed: number;
  readonly state: string;
}

it.each(regions)(
  '%s: the same days over eight school years, with pauses, in six time zones',
  async (name) => {
    const holidays = await school.keepRegion(name);
    const asked = Array.from({ length: 120 }, (_none, nth) => aQuestion(regions.indexOf(name) * 1_000 + nth));
    const { rows } = await school.client.query<Counted>(
      `select nth::int, c.clock as name, c.elapsed, c.state from jsonb_array_elements($1) with ordinality as q (row, nth),
       question_clocks(jsonb_populate_record(null::support_question, q.row -> 'row'), (q.row ->> 'today')::date) c
     order by nth, array_position($2::text[], c.clock)`,
      [JSON.stringify(asked.map(({ facts, today }) => ({ row: rowOf(facts), today }))), clockNames],
    );
    const terms = clockNames.map((clock) => ({ clock, days: norms[clock], warnDays: 1, source: 'Proef' }));
    expect(rows.length).toBeGreaterThan(300);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['running', 'paused', 'stopped']));
    for (const zone of zones) {
      process.env['TZ'] = zone;
      const days = schoolDaysOf(holidays, school);
      const own = asked.flatMap(({ facts, today }, nth) =>
        clocksOf(facts, terms, days, today).map((clock) => ({
          nth: nth + 1,
          name: clock.name,
          elapsed: clock.elapsed,
          state: clock.state,
        })),
      );
      expect(own).toEqual(rows);
    }
  },
);
