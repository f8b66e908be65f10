/** Who helps at the schools, with what, and when. */
import { type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { ExpertiseLevel } from './specialist.words.ts';

export interface HeldExpertise {
  readonly code: string;
  readonly name: string;
  readonly level: ExpertiseLevel;
}

/** Days, both included; `to` null: until further notice. */
export interface Days {
  readonly from: string;
  readonly to: string | null;
}

/** A specialist as everybody in the partnership may know them. */
export interface SpecialistRow {
  /** Of the person. */
  readonly id: string;
  readonly name: string;
  /** Of the profile; 0: nobody wrote one yet. */
  readonly version: number;
  readonly employedFrom: string | null;
  readonly formerOrganisation: string | null;
  /** They brought their knowledge from special education. */
  readonly fromSpecial: boolean;
  readonly languages: readonly string[];
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly about: string | null;
  /** The strongest first. */
  readonly expertise: readonly HeldExpertise[];
  /** Dagdelen a week that are free today; null: not for this reader, or without a contract. */
  readonly free: number | null;
  /** Away today; null: no, or not for this reader. */
  readonly away: Days | null;
}

export interface Contract extends Days {
  readonly id: string;
  readonly version: number;
  /** Werktijdfactor. */
  readonly fte: number;
  /** A week. */
  readonly dagdelen: number;
}

export interface Absence extends Days {
  readonly id: string;
  readonly version: number;
}

/** With what only some readers know of them: own, team lead, administrator. */
export interface Specialist extends SpecialistRow {
  /** The latest first. */
  readonly contracts: readonly Contract[];
  /** Of today and later. */
  readonly absences: readonly Absence[];
  /** Where they are stationed today. */
  readonly schools: readonly { readonly code: string; readonly name: string }[];
}

const days = (x: Sql) => sql`'from', ${x}.starts_on, 'to', ${x}.ends_on - 1`;
const x = sql`x`;

const isToday = (row: Sql) =>
  sql`${row}.starts_on <= (select app_today()) and (${row}.ends_on is null or ${row}.ends_on > (select app_today()))`;

const columns = sql`p.id, p.name, coalesce(s.version, 0) as version, s.employed_from as "employedFrom",
  s.former_organisation as "formerOrganisation", coalesce(s.from_special, false) as "fromSpecial", coalesce(s.languages, '{}') as languages, s.about, (
    select coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name) order by r.name, r.code), '[]')
    from area r where r.tenant_id = p.tenant_id and r.id = any (s.areas)) as areas, (
    select coalesce(jsonb_agg(jsonb_build_object('code', e.code, 'name', e.name, 'level', x.level) order by x.level desc, e.position, e.name), '[]')
    from specialist_expertise x join expertise e on e.tenant_id = x.tenant_id and e.code = x.expertise
    where x.tenant_id = p.tenant_id and x.person_id = p.id) as expertise,
  r.dagdelen::float8 as free, (
    select jsonb_build_object(${days(x)}) from specialist_absence x
    where x.tenant_id = p.tenant_id and x.person_id = p.id and ${isToday(x)}) as away`;

/** Who is a specialist today, or will be. */
const specialists = (tenantId: string) => sql`person p
  left join specialist s on s.tenant_id = p.tenant_id and s.person_id = p.id
  left join specialist_room() r on r.person_id = p.id
  where p.tenant_id = ${tenantId} and p.suspended_at is null and exists (select from appointment a
    where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist'
      and (a.ends_on is null or a.ends_on > (select app_today())))`;

export interface SpecialistListing {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly q?: string | undefined;
  /** A code. */
  readonly expertise?: string | undefined;
}

/** By name, one more than asked when there are more. */
export function findSpecialists(
  reader: Reader,
  tenantId: string,
  { limit, after, q, expertise }: SpecialistListing,
): Promise<readonly SpecialistRow[]> {
  const beyond = after === undefined ? sql`` : sql`and (p.name, p.id) > (${after.key}, ${after.id}::uuid)`;
  const matching = q === undefined ? sql`` : sql`and position(lower(${q}) in lower(p.name)) > 0`;
  const good =
    expertise === undefined
      ? sql``
      : sql`and exists (select from specialist_expertise k
          where k.tenant_id = p.tenant_id and k.person_id = p.id and k.expertise = ${expertise})`;
  return reader.rows<SpecialistRow>(sql`select ${columns} from ${specialists(tenantId)} ${beyond} ${matching} ${good}
    order by p.name, p.id limit ${limit + 1}`);
}

/** Undefined when this person is no specialist here. */
export function getSpecialist(reader: Reader, tenantId: string, id: string): Promise<Specialist | undefined> {
  return reader.first<Specialist>(sql`select ${columns}, (
      select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'version', x.version, ${days(x)}, 'fte', x.fte, 'dagdelen', x.dagdelen)
        order by x.starts_on desc, x.id), '[]')
      from contract x where x.tenant_id = p.tenant_id and x.person_id = p.id) as contracts, (
      select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'version', x.version, ${days(x)}) order by x.starts_on, x.id), '[]')
      from specialist_absence x where x.tenant_id = p.tenant_id and x.person_id = p.id
        and (x.ends_on is null or x.ends_on > (select app_today()))) as absences, (
      select coalesce(jsonb_agg(jsonb_build_object('code', h.code, 'name', h.name) order by h.name, h.code), '[]')
      from appointment x join school h on h.tenant_id = x.tenant_id and h.id = x.school_id
      where x.tenant_id = p.tenant_id and x.person_id = p.id and x.role = 'specialist' and ${isToday(x)}) as schools
    from ${specialists(tenantId)} and p.id = ${id}`);
}

/** Areas to choose from, by name. */
export function findAreas(
  reader: Reader,
  tenantId: string,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return reader.rows(sql`select code, name from area where tenant_id = ${tenantId} order by name, code`);
}
