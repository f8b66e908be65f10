/** Fixed days of specialists at schools, and the visits that are expected from them. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { VisitKind } from '../visits/visit.rules.ts';

export interface Series {
  readonly id: string;
  readonly version: number;
  readonly schoolCode: string;
  readonly schoolName: string;
  /** 1 = Monday. */
  readonly weekday: number;
  readonly from: string;
  /** The last day; null: until further notice. */
  readonly to: string | null;
  readonly minutes: number;
  readonly kind: VisitKind;
}

const columns = sql`x.id, x.version, s.code as "schoolCode", s.name as "schoolName", x.weekday, x.starts_on as "from",
  x.ends_on - 1 as "to", x.minutes, x.kind`;

/** The actor's own, by weekday. */
export function findSeries(reader: Reader, who: Identity): Promise<readonly Series[]> {
  return reader.rows<Series>(sql`select ${columns} from visit_series x
    join school s on s.tenant_id = x.tenant_id and s.id = x.school_id
    where x.tenant_id = ${who.tenantId} and x.specialist_id = ${who.personId} order by x.weekday, s.name, x.id`);
}

export function getSeries(reader: Reader, who: Identity, id: string): Promise<Series | undefined> {
  return reader.first<Series>(sql`select ${columns} from visit_series x
    join school s on s.tenant_id = x.tenant_id and s.id = x.school_id
    where x.tenant_id = ${who.tenantId} and x.specialist_id = ${who.personId} and x.id = ${id}`);
}

export interface NewSeries {
  readonly id: string;
  readonly schoolCode: string;
  readonly weekday: number;
  readonly from: string;
  readonly to: string | null;
  readonly minutes: number;
  readonly kind: VisitKind;
}

/** False when there is no such school. */
export async function addSeries(tx: Transaction, who: Identity, series: NewSeries): Promise<boolean> {
  const { id, schoolCode, weekday, from, to, minutes, kind } = series;
  const rows = await tx.run(sql`
    insert into visit_series (tenant_id, id, specialist_id, school_id, weekday, starts_on, ends_on, minutes, kind)
    select ${who.tenantId}, ${id}, ${who.personId}, s.id, ${weekday}, ${from}, ${to}::date + 1, ${minutes}, ${kind}
    from school s where s.tenant_id = ${who.tenantId} and s.code = ${schoolCode}
      and (s.ended_on is null or s.ended_on > (select app_today()))`);
  return rows === 1;
}

/** False when it changed meanwhile, or there is no such school. */
export async function changeSeries(
  tx: Transaction,
  who: Identity,
  series: NewSeries & { readonly version: number },
): Promise<boolean> {
  const { id, schoolCode, weekday, from, to, minutes, kind, version } = series;
  const rows =
    await tx.run(sql`update visit_series x set school_id = s.id, weekday = ${weekday}, starts_on = ${from},
      ends_on = ${to}::date + 1, minutes = ${minutes}, kind = ${kind}, version = x.version + 1
    from school s where s.tenant_id = x.tenant_id and s.code = ${schoolCode}
      and x.tenant_id = ${who.tenantId} and x.specialist_id = ${who.personId} and x.id = ${id} and x.version = ${version}`);
  return rows === 1;
}

export async function removeSeries(tx: Transaction, who: Identity, id: string): Promise<boolean> {
  const rows = await tx.run(sql`delete from visit_series
    where tenant_id = ${who.tenantId} and specialist_id = ${who.personId} and id = ${id}`);
  return rows === 1;
}

export interface Expected {
  readonly seriesId: string;
  readonly date: string;
  readonly schoolCode: string;
  readonly schoolName: string;
  readonly minutes: number;
  readonly kind: VisitKind;
}

/**
 * Visits of today and the six days before that a fixed day promises and that are not written down yet, the latest first. Not on days
 * without school there, nor while the specialist is away.
 */
export function findExpected(reader: Reader, who: Identity): Promise<readonly Expected[]> {
  return reader.rows<Expected>(sql`
    with expected as materialized (
      select x.id, x.school_id, x.minutes, x.kind, day
      from visit_series x
      cross join lateral (select (select app_today()) - n as day from generate_series(0, 6) n) as days
      where x.tenant_id = ${who.tenantId} and x.specialist_id = ${who.personId} and extract(isodow from day) = x.weekday
        and x.starts_on <= day and (x.ends_on is null or x.ends_on > day)
    )
    select e.id as "seriesId", e.day as date, s.code as "schoolCode", s.name as "schoolName", e.minutes, e.kind
    from expected e join school s on s.tenant_id = ${who.tenantId} and s.id = e.school_id
    where not exists (select from visit_school y join visit v on v.tenant_id = y.tenant_id and v.id = y.visit_id and v.withdrawn_at is null
        where y.tenant_id = ${who.tenantId} and y.specialist_id = ${who.personId} and y.school_id = e.school_id and y.on_date = e.day)
      and not exists (select from specialist_absence a where a.tenant_id = ${who.tenantId} and a.person_id = ${who.personId}
        and a.starts_on <= e.day and (a.ends_on is null or a.ends_on > e.day))
      and (s.ended_on is null or s.ended_on > e.day) and is_school_day(${who.tenantId}, e.school_id, e.day)
    order by e.day desc, s.name, e.id`);
}
