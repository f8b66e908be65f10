/** Releases of several measures at once, for pages: row-level security gives the partnership's, and of boards those the reader may read. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Span } from '../releases/cell.rules.ts';
import type { Asked } from './dashboard.access.ts';
import type { PlacedRow } from './released.rules.ts';

/** A count of a release with where and when it stands. */
export interface ReleasedRow extends PlacedRow {
  readonly span: Span;
  readonly madeAt: string;
}

interface Which {
  /** Beside the partnership; null: none. */
  readonly boardId: string | null;
  /** Undefined: quarters as well. */
  readonly span?: 'year' | undefined;
  /** Of periods that begin on this day or later. */
  readonly since: CivilDate;
}

/** The totals of each measure and what they are split by, the oldest period first. One query. */
export async function findReleasedRows(
  reader: Reader,
  who: Identity,
  asked: readonly Asked[],
  { boardId, span, since }: Which,
): Promise<readonly ReleasedRow[]> {
  return reader.rows<ReleasedRow>(sql`select r.measure, r.span, r.starts_on as "from", r.ends_on - 1 as "to",
      to_jsonb(r.made_at) #>> '{}' as "madeAt", c.board_id as "boardId", c.dimension, c.key, c.part, c.n, c.figure
    from unnest(${asked.map(({ code }) => code)}::text[], ${asked.map(({ by }) => by)}::text[]) as a (measure, by)
    join measure_release r on r.tenant_id = ${who.tenantId} and r.measure = a.measure and r.starts_on >= ${since}::date
      and (${span ?? null}::text is null or r.span = ${span ?? null})
    join measure_release_cell c on c.tenant_id = r.tenant_id and c.release_id = r.id and (c.dimension = 'all' or c.dimension = a.by)
      and (c.board_id is null or c.board_id = ${boardId}::uuid or (a.by = 'board' and c.dimension = 'all'))
    order by r.starts_on, r.span, r.measure, c.position`);
}
