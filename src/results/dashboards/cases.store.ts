/** The cases behind a figure, one by one, as the reader may see them: the same rows that were counted. */
import { type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Dimension, MeasureCode } from '../measures/measure.rules.ts';
import type { Period } from '../measures/period.rules.ts';
import type { Piece } from './view.ts';

export interface Case {
  readonly id: string;
  readonly school: { readonly code: string; readonly name: string } | null;
  /** Of a case around a question. */
  readonly questionId: string | null;
  readonly kind: string | null;
  /** Name of what is not a school or a kind in words: the criterion, the expertise, the specialist. */
  readonly called: string | null;
  readonly on: CivilDate;
  readonly value: number;
  readonly of: number | null;
  readonly open: boolean;
}

export interface CasesAsked extends Period, Piece {
  readonly measure: MeasureCode;
  readonly by: Dimension | null;
  readonly key: string | null;
  readonly limit: number;
  /** The last case of the page before. */
  readonly after: { readonly on: CivilDate; readonly id: string } | undefined;
}

/** A page of cases, the latest first, one more than asked, and how many there are in all. One query. */
export async function findCases(
  reader: Reader,
  who: Identity,
  asked: CasesAsked,
): Promise<{ readonly n: number; readonly cases: readonly Case[] }> {
  const { measure, from, to, by, key, limit, after } = asked;
  const row = await reader.first<{ n: number; cases: readonly Case[] }>(sql`
    with found as materialized (
      select f.* from measure_facts(${who.tenantId}::uuid, ${[measure]}::text[], ${from}::date, ${to}::date) f
      where f.measure = ${measure} and (${key}::text is null
        or measure_key(${by}::text, f.board_id, f.area_id, f.school_id, f.expertise, f.level, f.kind, f.ambition_id, f.on_date) = ${key}) and ${pieceIs(asked)}
    ), page as (
      select * from found f where ${after === undefined ? sql`true` : sql`(f.on_date, f.id) < (${after.on}::date, ${after.id})`}
      order by f.on_date desc, f.id desc limit ${limit + 1}
    )
    select (select count(*)::int from found) as n, (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'on', p.on_date,
        'value', p.value, 'of', p.against, 'open', coalesce(p.open, false), 'questionId', w.question_id, 'called', coalesce(c.name, e.name, o.name),
        'school', case when s.id is not null then jsonb_build_object('code', s.code, 'name', s.name) end)
      order by p.on_date desc, p.id desc), '[]')
      from page p left join school s on s.tenant_id = ${who.tenantId} and s.id = p.school_id
      left join assignment w on p.kind = 'assignment' and w.tenant_id = ${who.tenantId} and w.id::text = p.id
      left join basic_criterion c on p.measure = 'basic_support' and c.tenant_id = ${who.tenantId} and 'criterion_' || c.nth = p.kind
      left join expertise e on p.measure = 'special_reach' and e.tenant_id = ${who.tenantId} and e.code = p.expertise
      left join person o on p.measure = 'capacity_use' and o.tenant_id = ${who.tenantId} and o.id::text = p.id) as cases`);
  return row ?? { n: 0, cases: [] };
}

/** Of a kind, between two values, still waiting. */
const pieceIs = ({ kind, min, max, open }: Piece): Sql =>
  sql`(${kind ?? null}::text is null or f.kind = ${kind ?? null}) and (${min ?? null}::float8 is null or f.value >= ${min ?? null})
    and (${max ?? null}::float8 is null or f.value <= ${max ?? null}) and (${open !== true} or f.open)`;
