/** The directory: who does what, and where, as the registers show it to every member. Who left, or may not come in, is not in it. */
import { join, type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Role } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import { place } from '../register-list.store.ts';
import { handedOver, type KnownAppointment, type Period } from './directory.rules.ts';

interface Named {
  readonly code: string;
  readonly name: string;
}

export interface DirectoryRow {
  readonly id: string;
  readonly name: string;
  /** Of today first, then what is to come. */
  readonly appointments: readonly KnownAppointment[];
  /** Names, the strongest first. */
  readonly expertise: readonly string[];
  /** Schools where a specialist is stationed today. */
  readonly stationed: readonly (Named & Period)[];
}

export interface DirectoryTerms {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  /** A name, or something like it. */
  readonly q?: string | undefined;
  readonly role?: Role | undefined;
  /** Code of an area. */
  readonly area?: string | undefined;
  /** Code of a school. */
  readonly school?: string | undefined;
  /** Code of an expertise. */
  readonly expertise?: string | undefined;
}

const goesOn = (row: Sql) => sql`(${row}.ends_on is null or ${row}.ends_on > (select app_today()))`;
const isOffered = sql`(e.ended_on is null or e.ended_on > (select app_today()))`;
const x = sql`x`;

const appointment = sql`jsonb_build_object('id', x.id, 'role', x.role, 'acting', x.acting, 'from', x.starts_on, 'to', x.ends_on - 1, 'place', ${place})`;

const expertiseOf = sql`(select coalesce(jsonb_agg(e.name order by k.level desc, e.position, e.name), '[]')
  from specialist_expertise k join expertise e on e.tenant_id = k.tenant_id and e.code = k.expertise
  where k.tenant_id = p.tenant_id and k.person_id = p.id and ${isOffered})`;

const stationedOf = sql`(select coalesce(jsonb_agg(jsonb_build_object('code', h.code, 'name', h.name, 'from', n.starts_on, 'to', n.ends_on - 1)
    order by h.name, h.code), '[]')
  from stationed_now() n join school h on h.tenant_id = n.tenant_id and h.id = n.school_id where n.person_id = p.id)`;

/** People by name, one more than the limit when there are more. */
export function findDirectory(
  reader: Reader,
  tenantId: string,
  terms: DirectoryTerms,
): Promise<readonly DirectoryRow[]> {
  const { limit, after, q, role, expertise } = terms;
  const beyond = after === undefined ? sql`` : sql`and (p.name, p.id) > (${after.key}, ${after.id}::uuid)`;
  // As an array it is asked once, whatever the planner knows of the tables: once per person took seconds.
  const named = q === undefined ? sql`` : sql`and p.id = any (array(select people_named(${q})))`;
  const good =
    expertise === undefined
      ? sql``
      : sql`and exists (select from specialist_expertise k where k.tenant_id = p.tenant_id and k.person_id = p.id and k.expertise = ${expertise})`;
  return reader.rows<DirectoryRow>(sql`
    select p.id, p.name, (
        select coalesce(jsonb_agg(${appointment} order by x.starts_on > (select app_today()), x.role, x.starts_on, x.id), '[]')
        from appointment x where x.tenant_id = p.tenant_id and x.person_id = p.id and ${goesOn(x)}) as appointments,
      ${expertiseOf} as expertise, ${stationedOf} as stationed
    from (select p.* from person p where ${isThere(tenantId, role)} ${beyond} ${named} ${good} ${atPlace(tenantId, terms)}
      order by p.name, p.id limit ${limit + 1}) p
    order by p.name, p.id`);
}

/** Somebody who is there today or will be, and who may come in; with a role, in that role. */
const isThere = (
  tenantId: string,
  role?: Role | undefined,
) => sql`p.tenant_id = ${tenantId} and p.suspended_at is null and exists (select from appointment a
  where a.tenant_id = p.tenant_id and a.person_id = p.id and ${goesOn(sql`a`)} ${role === undefined ? sql`` : sql`and a.role = ${role}`})`;

/** Who works there in that role, or is stationed there; of an area also the specialists who chose it. */
function atPlace(tenantId: string, { role, area, school }: DirectoryTerms): Sql {
  if (area === undefined && school === undefined) return sql``;
  const there = sql`select h.id from school h left join area r on r.tenant_id = h.tenant_id and r.id = h.area_id
    where h.tenant_id = ${tenantId} ${school === undefined ? sql`` : sql`and h.code = ${school}`}
      ${area === undefined ? sql`` : sql`and r.code = ${area}`}`;
  const ways = [
    sql`select a.person_id from appointment a where a.tenant_id = ${tenantId} and ${goesOn(sql`a`)} and a.school_id in (${there})
      ${role === undefined ? sql`` : sql`and a.role = ${role}`}`,
  ];
  if (role === undefined || role === 'specialist') {
    ways.push(sql`select n.person_id from stationed_now() n where n.school_id in (${there})`);
    if (school === undefined)
      ways.push(sql`select s.person_id from specialist s join area r on r.tenant_id = s.tenant_id and r.id = any (s.areas)
        where s.tenant_id = ${tenantId} and r.code = ${area}`);
  }
  return sql`and p.id = any (array(${join(ways, ' union all ')}))`;
}

export interface DirectoryChoices {
  readonly areas: readonly Named[];
  readonly schools: readonly Named[];
  readonly expertise: readonly Named[];
}

/** What the directory can be narrowed by. */
export async function findDirectoryChoices(reader: Reader, tenantId: string): Promise<DirectoryChoices> {
  const row = await reader.first<DirectoryChoices>(sql`select (
      select coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name) order by r.name, r.code), '[]')
      from area r where r.tenant_id = ${tenantId}) as areas, (
      select coalesce(jsonb_agg(jsonb_build_object('code', h.code, 'name', h.name) order by h.name, h.code), '[]')
      from school h where h.tenant_id = ${tenantId} and (h.ended_on is null or h.ended_on > (select app_today()))) as schools, (
      select coalesce(jsonb_agg(jsonb_build_object('code', e.code, 'name', e.name) order by e.position, e.name), '[]')
      from expertise e where e.tenant_id = ${tenantId} and ${isOffered}) as expertise`);
  return row ?? { areas: [], schools: [], expertise: [] };
}

/** Whoever comes before or after somebody in the same role at the same place, on the day itself, and is there today or will be. */
export interface Neighbour {
  readonly id: string;
  readonly name: string;
}

export interface WholeAppointment extends KnownAppointment {
  /** Who takes over on the day after the last; of roles that are handed over. */
  readonly next: readonly Neighbour[];
  /** Whose last day was the day before the first. */
  readonly before: readonly Neighbour[];
}

export interface DirectoryPerson extends Omit<DirectoryRow, 'appointments'> {
  readonly email: string;
  readonly phone: string | null;
  /** Also former ones; what began last first. */
  readonly appointments: readonly WholeAppointment[];
}

const neighbours = (
  onDay: Sql,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name) order by q.name, q.id), '[]')
  from appointment o join person q on q.tenant_id = o.tenant_id and q.id = o.person_id and q.suspended_at is null
  where o.tenant_id = x.tenant_id and o.role = x.role and o.role = any (${[...handedOver]}) and o.person_id <> x.person_id
    and coalesce(o.school_id, o.board_id, o.tenant_id) = coalesce(x.school_id, x.board_id, x.tenant_id) and ${onDay} and ${goesOn(sql`o`)})`;

/** Undefined when nobody of this id is there today or will be. */
export function getDirectoryPerson(
  reader: Reader,
  tenantId: string,
  id: string,
): Promise<DirectoryPerson | undefined> {
  return reader.first<DirectoryPerson>(sql`
    select p.id, p.name, p.email, p.phone, (
        select jsonb_agg(${appointment} || jsonb_build_object('next', ${neighbours(sql`o.starts_on = x.ends_on`)},
          'before', ${neighbours(sql`o.ends_on = x.starts_on`)}) order by x.starts_on desc, x.role, x.id)
        from appointment x where x.tenant_id = p.tenant_id and x.person_id = p.id) as appointments,
      ${expertiseOf} as expertise, ${stationedOf} as stationed
    from person p where ${isThere(tenantId)} and p.id = ${id}`);
}
