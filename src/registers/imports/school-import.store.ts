import { sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { SchoolRow } from '../files/school-file.rules.ts';

export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly ended: number;
}

export interface Batch {
  readonly rows: readonly SchoolRow[];
  readonly source: string;
  /** Ends the schools of this source that are not in the rows, but for those whose row could not be read. */
  readonly complete: boolean;
  readonly unreadable: readonly string[];
}

/**
 * For the rest of the transaction: joins by hashing. PostgreSQL takes a list of rows for a hundred and would compare every
 * school with every other (7,003 schools: 10 s became 1 s).
 */
export async function expectManyRows(tx: Transaction): Promise<void> {
  await tx.first(sql`select set_config('enable_nestloop', 'off', true)`);
}

/** Boards that the rows name: new ones are made, others get the name of the file. A number alone changes no name. */
export async function saveBoards(tx: Transaction, tenantId: string, batch: Batch): Promise<void> {
  const names = new Map<string, string | null>();
  for (const { boardCode, boardName } of batch.rows) {
    const code = boardCode ?? boardName;
    if (code !== null) names.set(code, names.get(code) ?? boardName);
  }
  const boards = [...names].map(([code, name]) => ({ id: newId(), code, name, source: batch.source }));
  await tx.run(sql`
    with incoming as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(boards)}::jsonb) as i(id uuid, code text, name text, source text)
    ), renamed as (
      update board b set name = i.name, version = b.version + 1
      from incoming i
      where b.tenant_id = ${tenantId} and b.code = i.code and i.name <> b.name
    )
    insert into board (tenant_id, id, code, name, source)
    select ${tenantId}, i.id, i.code, coalesce(i.name, 'Bevoegd gezag ' || i.code), i.source
    from incoming i
    where not exists (select from board b where b.tenant_id = ${tenantId} and b.code = i.code)`);
}

/**
 * Takes the rows into use. What a file does not tell stays as it is; a school that comes back is opened again. A school
 * remembers the source it first came from.
 */
export async function saveSchools(tx: Transaction, tenantId: string, batch: Batch): Promise<Counts> {
  const rows = batch.rows.map(({ line: _, swv: _swv, boardName, boardCode, ...row }) => ({
    id: newId(),
    board: boardCode ?? boardName,
    ...row,
  }));
  const counts = await tx.first<Counts>(sql`
    with incoming as materialized (
      select i.id, i.code, i.name, i.kind, b.id as board_id, nullif(i.street, '') as street, nullif(i."houseNumber", '') as house_number,
        nullif(i.postcode, '') as postcode, nullif(i.city, '') as city, nullif(i.municipality, '') as municipality,
        nullif(i.denomination, '') as denomination, i.phone, i.website, i.pupils, i.latitude, i.longitude
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i(id uuid, code text, name text, kind text, board text, street text,
        "houseNumber" text, postcode text, city text, municipality text, denomination text, phone text, website text,
        pupils int, latitude double precision, longitude double precision)
      left join board b on b.tenant_id = ${tenantId} and b.code = i.board
    ), merged as materialized (
      select s.id, i.name, coalesce(i.kind, s.kind) as kind, coalesce(i.board_id, s.board_id) as board_id,
        coalesce(i.street, s.street) as street, coalesce(i.house_number, s.house_number) as house_number,
        coalesce(i.postcode, s.postcode) as postcode, coalesce(i.city, s.city) as city,
        coalesce(i.municipality, s.municipality) as municipality, coalesce(i.denomination, s.denomination) as denomination,
        coalesce(i.phone, s.phone) as phone, coalesce(i.website, s.website) as website, coalesce(i.pupils, s.pupils) as pupils,
        coalesce(i.latitude, s.latitude) as latitude, coalesce(i.longitude, s.longitude) as longitude,
        coalesce(s.source, ${batch.source}) as source
      from incoming i
      join school s on s.tenant_id = ${tenantId} and s.code = i.code
    ), added as (
      insert into school (tenant_id, id, code, name, kind, board_id, street, house_number, postcode, city, municipality,
        denomination, phone, website, pupils, latitude, longitude, source)
      select ${tenantId}, i.id, i.code, i.name, i.kind, i.board_id, i.street, i.house_number, i.postcode, i.city, i.municipality,
        i.denomination, i.phone, i.website, i.pupils, i.latitude, i.longitude, ${batch.source}
      from incoming i
      where not exists (select from school s where s.tenant_id = ${tenantId} and s.code = i.code)
      returning 1
    ), changed as (
      update school s set name = m.name, kind = m.kind, board_id = m.board_id, street = m.street, house_number = m.house_number,
        postcode = m.postcode, city = m.city, municipality = m.municipality, denomination = m.denomination, phone = m.phone,
        website = m.website, pupils = m.pupils, latitude = m.latitude, longitude = m.longitude, source = m.source,
        ended_on = null, version = s.version + 1
      from merged m
      where s.tenant_id = ${tenantId} and s.id = m.id and (
        s.ended_on is not null
        or (s.name, s.kind, s.board_id, s.street, s.house_number, s.postcode, s.city, s.municipality, s.denomination, s.phone,
            s.website, s.pupils, s.latitude, s.longitude, s.source)
          is distinct from (m.name, m.kind, m.board_id, m.street, m.house_number, m.postcode, m.city, m.municipality,
            m.denomination, m.phone, m.website, m.pupils, m.latitude, m.longitude, m.source))
      returning 1
    ), ended as (
      update school s set ended_on = app_today(), version = s.version + 1
      where ${batch.complete} and s.tenant_id = ${tenantId} and s.source = ${batch.source} and s.ended_on is null
        and s.code <> all (${batch.unreadable}::text[])
        and not exists (select from incoming i where i.code = s.code)
      returning 1
    )
    select (select count(*) from added) as added, (select count(*) from changed) as changed, (select count(*) from ended) as ended,
      (select count(*) from merged) - (select count(*) from changed) as unchanged`);
  return counts ?? none;
}

/** The same for the national list, which holds what the file says and belongs to nobody. */
export async function saveReference(tx: Transaction, batch: Batch): Promise<Counts> {
  const rows = batch.rows.map(({ line: _, code, swv, ...details }) => ({ code, swv, details }));
  const counts = await tx.first<Counts>(sql`
    with incoming as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i(code text, swv text, details jsonb)
    ), known as materialized (
      select r.code from school_reference r join incoming i on i.code = r.code
    ), added as (
      insert into school_reference (code, swv_number, source, details)
      select i.code, i.swv, ${batch.source}, i.details
      from incoming i
      where not exists (select from known k where k.code = i.code)
      returning 1
    ), changed as (
      update school_reference r set swv_number = coalesce(i.swv, r.swv_number), details = i.details, ended_on = null
      from incoming i
      where r.code = i.code
        and (r.ended_on is not null or r.details <> i.details or coalesce(i.swv, r.swv_number) is distinct from r.swv_number)
      returning 1
    ), ended as (
      update school_reference r set ended_on = app_today()
      where ${batch.complete} and r.source = ${batch.source} and r.ended_on is null and r.code <> all (${batch.unreadable}::text[])
        and not exists (select from incoming i where i.code = r.code)
      returning 1
    )
    select (select count(*) from added) as added, (select count(*) from changed) as changed, (select count(*) from ended) as ended,
      (select count(*) from known) - (select count(*) from changed) as unchanged`);
  return counts ?? none;
}

const none: Counts = { added: 0, changed: 0, unchanged: 0, ended: 0 };
