/** A school whose holidays differ from its board's, and its board's from the region's, over eight school years. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { addDays } from '../../src/platform/pure/dates.ts';
import type { Holiday } from '../../src/registers/school-days.rules.ts';
import type { FreshDatabase } from './database.ts';

/** Zones in which the program may run: none of them may change an answer. */
export const zones = [
  'UTC',
  'Europe/Amsterdam',
  'America/New_York',
  'Pacific/Kiritimati',
  'Asia/Kolkata',
  'Pacific/Pago_Pago',
];
export const regions = ['noord', 'midden', 'zuid'] as const;
const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031];

export interface CalendarSchool {
  readonly client: pg.Client;
  readonly tenant: string;
  readonly boardId: string;
  readonly schoolId: string;
  /** Puts the holidays of a region in place of the last; gives them. */
  keepRegion(name: (typeof regions)[number]): Promise<readonly Holiday[]>;
}

/** As a superuser, for this is about arithmetic and not about who may see which holidays. */
export async function aCalendarSchool(database: FreshDatabase): Promise<CalendarSchool> {
  const url = new URL(inject('template').superUrl);
  url.pathname = new URL(database.ownerUrl).pathname;
  const client = new pg.Client({ connectionString: url.href });
  const [tenant, boardId, schoolId] = [randomUUID(), randomUUID(), randomUUID()];
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
  return {
    client,
    tenant,
    boardId,
    schoolId,
    keepRegion: async (name) => {
      const holidays = holidaysOf(regions.indexOf(name), boardId, schoolId);
      await client.query('delete from holiday where tenant_id = $1', [tenant]);
      await client.query(
        `insert into holiday (tenant_id, id, scope, board_id, school_id, kind, name, starts_on, ends_on)
         select $1, gen_random_uuid(), h.scope, h."boardId", h."schoolId", h.kind, 'vrij', h."from", h."to" + 1
         from json_to_recordset($2) as h (scope text, "boardId" uuid, "schoolId" uuid, kind text, "from" date, "to" date)`,
        [tenant, JSON.stringify(holidays)],
      );
      return holidays;
    },
  };
}

/** Eight school years of holidays in the rhythm of a region, with a board and a school that differ in between. */
function holidaysOf(region: number, boardId: string, schoolId: string): readonly Holiday[] {
  return years.flatMap((year) => {
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
