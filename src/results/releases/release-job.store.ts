/** What the job that makes releases asks and keeps. The database refuses all of it within anybody's request. */
import { type Database, sql } from '../../platform/database.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Period } from '../measures/period.rules.ts';
import type { Keys, Span } from './cell.rules.ts';
import type { EarlierCell, ReleaseCell } from './release.rules.ts';

export interface ReleaseGround extends Partial<Keys> {
  readonly tenantId: string;
  readonly today: CivilDate;
  readonly since: CivilDate | null;
  /** Code, span and first day of each release there is. */
  readonly made: readonly (readonly [measure: string, span: string, from: CivilDate])[];
}

export async function findReleaseGround(database: Database): Promise<readonly ReleaseGround[]> {
  const row = await database.ask<{ found: readonly ReleaseGround[] }>(
    sql`select job_release_ground(${database.movedClock()}::timestamptz) as found`,
  );
  return row?.found ?? [];
}

/** The cells of the quarters of a year, with their measures. */
export async function findEarlierCells(
  database: Database,
  tenantId: string,
  { from }: Period,
): Promise<readonly (EarlierCell & { readonly measure: string })[]> {
  const row = await database.ask<{ found: readonly (EarlierCell & { readonly measure: string })[] }>(
    sql`select job_release_cells(${tenantId}::uuid, ${from}::date, ${database.movedClock()}::timestamptz) as found`,
  );
  return row?.found ?? [];
}

/** What `kind` of basic_support can be in a partnership. */
export async function findCriteriaForRelease(
  database: Database,
  tenantId: string,
): Promise<readonly string[]> {
  const row = await database.ask<{ found: readonly string[] }>(
    sql`select job_criteria(${tenantId}::uuid, ${database.movedClock()}::timestamptz) as found`,
  );
  return row?.found ?? [];
}

export interface MadeRelease {
  readonly id: string;
  readonly measure: string;
  readonly cells: readonly ReleaseCell[];
}

/** Keeps the releases of one period together, or none of them. Gives how many were not there yet. */
export async function keepReleases(
  database: Database,
  tenantId: string,
  span: Span,
  { from, to }: Period,
  releases: readonly MadeRelease[],
): Promise<number> {
  const row = await database.ask<{ kept: number }>(
    sql`select keep_releases(${tenantId}::uuid, ${span}, ${from}::date, ${to}::date + 1, ${JSON.stringify(releases)}::jsonb,
      ${database.movedClock()}::timestamptz) as kept`,
  );
  return row?.kept ?? 0;
}
