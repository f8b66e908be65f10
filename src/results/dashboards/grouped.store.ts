/** Facts added up where they lie: of a large partnership only what differs travels, and rules make figures of it as of facts. */
import { join, type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import { isApart, measureOf } from '../measures/measure.rules.ts';
import type { Period } from '../measures/period.rules.ts';
import type { Asked } from './dashboard.access.ts';
import type { Group } from './grouped.rules.ts';

/** Measures, and periods by a name of their own. */
export interface Batch {
  readonly asked: readonly Asked[];
  readonly periods: Readonly<Record<string, Period>>;
}

/**
 * The cases of some measures in some periods, as the reader may see them, in one query: of each batch one pass over each subject's tables for
 * each of its periods.
 */
export const findGroups = (
  reader: Reader,
  who: Identity,
  batches: readonly Batch[],
): Promise<readonly Group[]> =>
  reader.rows<Group>(
    join(
      batches.map((batch) => groupsIn(who, batch)),
      ' union all ',
    ),
  );

function groupsIn(who: Identity, { asked, periods }: Batch): Sql {
  const kinds = asked.map(({ code }) => measureOf(code).kind);
  const spans = Object.entries(periods);
  return sql`select s.name as period, g.measure, g.key, g.kind, g.value, g.open, g.n, g.sum, g.against as of
    from unnest(${spans.map(([name]) => name)}::text[], ${spans.map(([, { from }]) => from)}::date[], ${spans.map(([, { to }]) => to)}::date[])
      as s (name, first_on, last_on)
    cross join lateral measure_groups(${who.tenantId}::uuid, ${asked.map(({ code }) => code)}::text[], ${asked.map(({ by }) => by)}::text[],
      ${kinds.map(isApart)}::boolean[], ${kinds.map((kind) => kind === 'sum' || kind === 'ratio')}::boolean[], s.first_on, s.last_on) g`;
}
