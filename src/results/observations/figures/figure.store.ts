/** Figures of teachers: what the job asks and keeps, and what their readers find. */
import { type Database, type Reader, sql } from '../../../platform/database.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import type { CivilDate } from '../../../platform/pure/dates.ts';
import type { Domain } from '../observation.rules.ts';
import type { SheetYear, Spread, TeacherFigure } from './teacher-figure.rules.ts';

export interface FigureGround {
  readonly tenantId: string;
  readonly today: CivilDate;
  /** The day of the first lesson that counts. */
  readonly since: CivilDate;
  /** First days of the school years that were released. */
  readonly made: readonly CivilDate[];
}

/** Of each partnership where lessons were shared. For a job alone; so are the two below. */
export async function findFigureGround(database: Database): Promise<readonly FigureGround[]> {
  const row = await database.ask<{ found: readonly FigureGround[] }>(
    sql`select job_observation_ground(${database.movedClock()}::timestamptz) as found`,
  );
  return row?.found ?? [];
}

/** The lessons of a school year that count, by sheet; no names, no words. */
export async function findSheetYears(
  database: Database,
  tenantId: string,
  from: CivilDate,
  until: CivilDate,
): Promise<readonly SheetYear[]> {
  const row = await database.ask<{ found: readonly SheetYear[] }>(
    sql`select job_observation_facts(${tenantId}::uuid, ${from}::date, ${until}::date, ${database.movedClock()}::timestamptz) as found`,
  );
  return row?.found ?? [];
}

/** Keeps the figures of a school year, whole or not at all. Gives how many are new. */
export async function keepFigures(
  database: Database,
  tenantId: string,
  from: CivilDate,
  figures: readonly TeacherFigure[],
): Promise<number> {
  const row = await database.ask<{ kept: number }>(
    sql`select keep_observation_releases(${tenantId}::uuid, ${from}::date, ${JSON.stringify(figures)}::jsonb,
      ${database.movedClock()}::timestamptz) as kept`,
  );
  return row?.kept ?? 0;
}

export interface ShownFigure {
  readonly id: string;
  /** First day of the school year. */
  readonly from: CivilDate;
  readonly sheet: {
    readonly id: string;
    readonly name: string;
    readonly points: readonly string[];
    readonly domains: readonly Domain[];
  };
  /** Null: the partnership. */
  readonly school: { readonly code: string; readonly name: string } | null;
  readonly n: number | null;
  readonly levels: readonly Spread[] | null;
}

/** What the reader may see (0063), the last school year first; partnership before schools, these by name. */
export function findFigures(reader: Reader, { tenantId }: Actor): Promise<readonly ShownFigure[]> {
  return reader.rows<ShownFigure>(sql`select r.id, r.starts_on as "from",
      jsonb_build_object('id', f.id, 'name', f.name, 'points', to_jsonb(f.points), 'domains', f.domains) as sheet,
      case when s.id is not null then jsonb_build_object('code', s.code, 'name', s.name) end as school, r.n, r.levels
    from observation_release r join observation_sheet f on f.tenant_id = r.tenant_id and f.id = r.sheet_id
    left join school s on s.tenant_id = r.tenant_id and s.id = r.school_id
    where r.tenant_id = ${tenantId} order by r.starts_on desc, f.name, f.id, s.name nulls first, s.id limit 100`);
}
