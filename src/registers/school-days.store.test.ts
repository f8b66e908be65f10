/** The rules and the database count school days each for themselves; here they answer the same questions side by side. */

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { addDays } from '../platform/pure/dates.ts';
import {
  addSchoolDays,
  calendarFor,
  type Holiday,
  isSchoolDay,
  schoolDaysBetween,
} from './school-days.rules.ts';

const ZONES = [
  'UTC',
  'Europe/Amsterdam',
  'America/New_York',
  'Pacific/Kiritimati',
  'Asia/Kolkata',
  'Pacific/Pago_Pago',
];
const YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031];
const REGIONS = ['noord', 'midden', 'zuid'] as const;
const tenant = randomUUID();
const boardId = randomUUID();
const schoolId = randomUUID();
const ownZone = process.env['TZ'];

let database: FreshDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  // A superuser, for this is about the arithmetic and not about who may see which holidays.
  const url = new URL(inject('template').superUrl);
  url.pathname = new URL(database.ownerUrl).pathname;
  client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(
    `insert into tenant (tenant_id, code, name, preset, holiday_region) values ($1, 'proef', 'Proef', 'rotterdam', 'midden')`,
    [tenant],
  );
  await client.query(`insert into board (tenant_id, id, code, name) values ($1, $2, '99001', 'De Brug')`, [
    tenant,
    boardId,
  ]);
  await client.query(
    `insert into school (tenant_id, id, code, name, board_id) values ($1, $2, '99AB00', 'De Regenboog', $3)`,
    [tenant, schoolId, boardId],
  );
});

afterAll(async () => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
  await client?.end();
  await database?.drop();
});

/** Eight school years of holidays in the rhythm of a region, with a board and a school that differ in between. */
function holidaysOf(region: number): readonly Holiday[] {
  return YEARS.flatMap((year) => {
    const weeks = (region + year) % 3;
    const period = (start: string, shift: number, days: number): Holiday => {
      const from = addDays(start, shift);
      return {
        scope: 'tenant',
        boardId: null,
        schoolId: null,
        kind: 'free',
        from,
        to: addDays(from, days - 1),
      };
    };
    const carnival = { ...period(`${year + 1}-02-08`, 0, 7), scope: 'board', boardId } as const;
    const opening = {
      ...period(`${year + 1}-04-28`, region, 2),
      scope: 'board',
      boardId,
      kind: 'open',
    } as const;
    return [
      period(`${year}-10-12`, 7 * (region % 2), 9),
      period(`${year}-12-21`, 0, 16),
      period(`${year + 1}-02-15`, 7 * (region % 2), 9),
      period(`${year + 1}-04-24`, 0, 16),
      period(`${year + 1}-07-06`, 7 * weeks, 44),
      carnival,
      opening,
      { ...period(`${year}-11-02`, weeks, 1), scope: 'school', schoolId },
      { ...period(`${year + 1}-02-10`, weeks, 2), scope: 'school', schoolId, kind: 'open' },
    ];
  });
}

async function keep(holidays: readonly Holiday[]): Promise<void> {
  await client.query('delete from holiday where tenant_id = $1', [tenant]);
  await client.query(
    `insert into holiday (tenant_id, id, scope, board_id, school_id, kind, name, starts_on, ends_on)
     select $1, gen_random_uuid(), h.scope, h."boardId", h."schoolId", h.kind, 'vrij', h."from", h."to" + 1
     from json_to_recordset($2) as h (scope text, "boardId" uuid, "schoolId" uuid, kind text, "from" date, "to" date)`,
    [tenant, JSON.stringify(holidays)],
  );
}

interface Answer {
  readonly day: string;
  readonly until: string;
  readonly n: number;
  readonly is: boolean;
  readonly count: number;
  readonly end: string;
}

it.each(REGIONS)('%s: the same answers over eight school years, in six time zones', async (name) => {
  const holidays = holidaysOf(REGIONS.indexOf(name));
  await keep(holidays);
  const { rows } = await client.query<Answer>(
    `select day::text, until::text, n, is_school_day($1, $2, day) as is, school_day_count($1, $2, day, until) as count,
       add_school_days($1, $2, day, n)::text as end
     from (select date '2024-08-01' + i as day, date '2024-08-01' + i + (i * 7) % 60 - 5 as until, i % 13 as n
       from generate_series(0, 2921, 2) i) question`,
    [tenant, schoolId],
  );
  expect(rows).toHaveLength(1461);
  for (const zone of ZONES) {
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
