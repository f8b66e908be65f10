/** Facts added up where they lie: of a large partnership only what differs travels, and rules make figures of it as of facts. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import { isApart, measureOf } from '../measures/measure.rules.ts';
import type { Period } from '../measures/period.rules.ts';
import type { Asked } from './dashboard.access.ts';
import type { Group } from './grouped.rules.ts';

/**
 * The cases of some measures in some periods, as the reader may see them, in one query: one pass over each subject's tables for each period.
 * @param periods by a name of their own
 */
export async function findGroups(
  reader: Reader,
  who: Identity,
  asked: readonly Asked[],
  periods: Readonly<Record<string, Period>>,
): Promise<readonly Group[]> {
  const kinds = asked.map(({ code }) => measureOf(code).kind);
  const spans = Object.entries(periods);
  return reader.rows<Group>(sql`select s.name as period, g.measure, g.key, g.kind, g.value, g.open, g.n, g.sum, g.against as of
    from unnest(${spans.map(([name]) => name)}::text[], ${spans.map(([, { from }]) => from)}::date[], ${spans.map(([, { to }]) => to)}::date[])
      as s (name, first_on, last_on)
    cross join lateral measure_groups(${who.tenantId}::uuid, ${asked.map(({ code }) => code)}::text[], ${asked.map(({ by }) => by)}::text[],
      ${kinds.map(isApart)}::boolean[], ${kinds.map((kind) => kind === 'sum' || kind === 'ratio')}::boolean[], s.first_on, s.last_on) g`);
}
