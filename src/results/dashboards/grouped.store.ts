/** Facts added up where they lie: of a large partnership only what differs travels, and rules make figures of it as of facts. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import { isApart, measureOf } from '../measures/measure.rules.ts';
import type { Period } from '../measures/period.rules.ts';
import type { Asked } from './dashboard.access.ts';
import type { Group } from './grouped.rules.ts';

/** What a fact is split by, as `keyOf` in figure.rules.ts says; quarters of school begin a month after those of the calendar. */
export const keyBy = sql`coalesce(case a.by when 'board' then f.board_id::text when 'area' then f.area_id::text when 'school' then f.school_id::text
  when 'expertise' then f.expertise when 'level' then f.level when 'kind' then f.kind when 'ambition' then f.ambition_id::text
  when 'quarter' then (date_trunc('quarter', f.on_date - interval '1 month') + interval '1 month')::date::text
  else 'all' end, 'none')`;

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
  return reader.rows<Group>(sql`select s.name as period, f.measure, ${keyBy} as key, case when a.kinds then f.kind end as kind,
      case when a.adds then null else f.value end as value, coalesce(f.open, false) as open, count(*)::int as n, sum(f.value) as sum, sum(f.against) as of
    from unnest(${spans.map(([name]) => name)}::text[], ${spans.map(([, { from }]) => from)}::date[], ${spans.map(([, { to }]) => to)}::date[])
      as s (name, first_on, last_on)
    cross join lateral measure_facts(${who.tenantId}::uuid, ${asked.map(({ code }) => code)}::text[], s.first_on, s.last_on) f
    join unnest(${asked.map(({ code }) => code)}::text[], ${asked.map(({ by }) => by)}::text[],
        ${kinds.map(isApart)}::boolean[], ${kinds.map((kind) => kind === 'sum' || kind === 'ratio')}::boolean[])
      as a (measure, by, kinds, adds) on a.measure = f.measure
    group by 1, 2, 3, 4, 5, 6`);
}
