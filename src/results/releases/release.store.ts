/** Releases as their readers find them: row-level security gives the partnership's to each member, and a board's to who may read that board. */
import { type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { ShownFigure } from '../measures/figure.rules.ts';
import type { Dimension, MeasureCode } from '../measures/measure.rules.ts';
import type { Period } from '../measures/period.rules.ts';
import type { Span } from './cell.rules.ts';
import { figuresOf, type ReleaseRow } from './release.view.ts';

export interface ReleasedPeriod extends Period {
  readonly span: Span;
  /** When it was made; it has not changed since. */
  readonly madeAt: string;
}

export interface Release extends ReleasedPeriod {
  readonly total: ShownFigure;
  /** In the order of the release; never by size. */
  readonly figures: readonly ShownFigure[];
}

/** The periods of which a measure was released, the latest first. */
export async function findReleasedPeriods(
  reader: Reader,
  who: Identity,
  measure: MeasureCode,
): Promise<readonly ReleasedPeriod[]> {
  return reader.rows(sql`select r.span, r.starts_on as "from", r.ends_on - 1 as "to", to_jsonb(r.made_at) #>> '{}' as "madeAt" from measure_release r
    where r.tenant_id = ${who.tenantId} and r.measure = ${measure} order by r.starts_on desc, r.span`);
}

/**
 * What was released of a measure and period, whole and split; undefined: nothing (not yet, not such a period, or not the reader's).
 * @param board of this board; null: of the partnership
 * @param by 'board': each board the reader may read; 'quarter': the quarters of a year; a release is never split by school
 */
export async function findRelease(
  reader: Reader,
  who: Identity,
  measure: MeasureCode,
  { from, to }: Period,
  by: Dimension | null = null,
  board: string | null = null,
): Promise<Release | undefined> {
  const scope = board === null ? sql`c.board_id is null` : sql`c.board_id = ${board}::uuid`;
  const row = await reader.first<
    ReleasedPeriod & { total: readonly ReleaseRow[]; split: readonly ReleaseRow[] }
  >(
    sql`select r.span, r.starts_on as "from", r.ends_on - 1 as "to", to_jsonb(r.made_at) #>> '{}' as "madeAt",
        ${cells(sql`q.id = r.id and ${scope} and c.dimension = 'all'`)} as total,
        ${splitBy(by, scope)} as split
      from measure_release r
      where r.tenant_id = ${who.tenantId} and r.measure = ${measure} and r.starts_on = ${from}::date and r.ends_on = ${to}::date + 1`,
  );
  const total = figuresOf(row?.total ?? [])[0];
  if (row === undefined || total === undefined) return undefined;
  const { span, madeAt } = row;
  return { span, madeAt, from: row.from, to: row.to, total, figures: figuresOf(row.split) };
}

function splitBy(by: Dimension | null, scope: Sql): Sql {
  if (by === null || by === 'school') return sql`'[]'::jsonb`;
  if (by === 'board')
    return cells(sql`q.id = r.id and c.board_id is not null and c.dimension = 'all'`, sql`c.board_id::text`);
  if (by === 'quarter')
    return cells(
      sql`${scope} and c.dimension = 'all' and q.measure = r.measure and q.span = 'quarter' and q.starts_on >= r.starts_on
        and q.ends_on <= r.ends_on`,
      sql`q.starts_on::text`,
    );
  return cells(sql`q.id = r.id and ${scope} and c.dimension = ${by}`);
}

const cells = (where: Sql, key: Sql = sql`c.key`): Sql =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object('key', ${key}, 'part', c.part, 'n', c.n, 'figure', c.figure)
      order by q.starts_on, c.position), '[]')
    from measure_release q join measure_release_cell c on c.tenant_id = q.tenant_id and c.release_id = q.id
    where q.tenant_id = r.tenant_id and ${where})`;

/** What everybody may see of a partnership: its releases as a whole, of measures about the work. */
export async function findPublicReleases(
  reader: Reader,
  tenantId: string,
  measures: readonly MeasureCode[],
): Promise<readonly PublicCell[]> {
  const row = await reader.first<{ found: readonly PublicCell[] }>(
    sql`select public_release(${tenantId}::uuid, ${measures}::text[]) as found`,
  );
  return row?.found ?? [];
}

export interface PublicCell extends ReleaseRow {
  readonly measure: MeasureCode;
  readonly span: Span;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly madeAt: string;
  readonly dimension: string;
}
