/** The rules and the database count school days each for themselves; here they answer the same questions side by side. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCalendarSchool, type CalendarSchool, regions, zones } from '../../tests/support/calendar-school.ts';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { addSchoolDays, calendarFor, isSchoolDay, schoolDaysBetween } from './school-days.rules.ts';

const ownZone = process.env['TZ'];

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

interface Answer {
  readonly day: string;
  readonly until: string;
  readonly n: number;
  readonly is: boolean;
  readonly count: number;
  readonly end: string;
}

it.each(regions)('%s: the same answers over eight school years, in six time zones', async (name) => {
  const { client, tenant, boardId, schoolId } = school;
  const holidays = await school.keepRegion(name);
  const { rows } = await client.query<Answer>(
    `select day::text, until::text, n, is_school_day($1, $2, day) as is, school_day_count($1, $2, day, until) as count,
       add_school_days($1, $2, day, n)::text as end
     from (select date '2024-08-01' + i as day, date '2024-08-01' + i + (i * 7) % 60 - 5 as until, i % 13 as n
       from generate_series(0, 2921, 2) i) question`,
    [tenant, schoolId],
  );
  expect(rows).toHaveLength(1461);
  for (const zone of zones) {
    process.env['TZ'] = zone;
    const calendar = calendarFor(holidays, { schoolId, boardId });
    const own = rows.map(({ day, until, n }) => ({
      day,
      until,
      n,
      is: isSchoolDay(calendar, day),
      count: schoolDaysBetween(calendar, day, until),
      end: addSchoolDays(calendar, day, n),
    }));
    expect(own).toEqual(rows);
  }
});
