/** Writes of the registers and of one's own keys, with what must come of them. */
import type { World } from './world.ts';

export interface Probe {
  /** A kind of person of the world, or the command line. */
  readonly who: string;
  /** Before or after 1 April. */
  readonly after?: boolean;
  readonly sql: string;
  /** The beginning of the verdict. */
  readonly expected: 'done' | 'nothing' | '42501' | 'KL001' | 'KL002' | '23503' | '23505';
}

const id = 'gen_random_uuid()';

export const foreignTenant = (world: World) => `'${world.people['foreignLead']?.tenantId}'`;
export const personOf = (world: World, kind: string) => `'${world.people[kind]?.personId}'`;

/** Rows of the registers: the administrator of the own partnership and an operator write them, nobody else. */
export function registerProbes(world: World): readonly Probe[] {
  const { tenantId, boardId, school, author } = world.cast;
  const rows: Readonly<Record<string, (tenant: string) => string>> = {
    board: (tenant) =>
      `insert into board (tenant_id, id, code, name) values (${tenant}, ${id}, 'N1', 'Nieuw')`,
    area: (tenant) => `insert into area (tenant_id, id, code, name) values (${tenant}, ${id}, 'N1', 'Nieuw')`,
    school: (tenant) =>
      `insert into school (tenant_id, id, code, name) values (${tenant}, ${id}, '99ZZ99', 'Nieuw')`,
    person: (tenant) =>
      `insert into person (tenant_id, id, name, email) values (${tenant}, ${id}, 'Nieuw', 'n@n.example')`,
    appointment: (tenant) =>
      `insert into appointment (tenant_id, id, person_id, role, starts_on) values (${tenant}, ${id}, '${author}', 'editor', '2026-01-01')`,
    holiday: (tenant) =>
      `insert into holiday (tenant_id, id, scope, kind, name, starts_on, ends_on) values (${tenant}, ${id}, 'tenant', 'free', 'Vrij', '2027-01-01', '2027-01-02')`,
  };
  const mine = `'${tenantId}'`;
  const changes = Object.entries(rows).flatMap(([table, insert]): readonly Probe[] => [
    { who: 'administrator', sql: insert(mine), expected: 'done' },
    { who: 'operator', sql: insert(mine), expected: 'done' },
    { who: 'teamLead', sql: insert(mine), expected: '42501' },
    { who: 'administrator', sql: insert(foreignTenant(world)), expected: '42501' },
    { who: 'administrator', sql: `update ${table} set version = version + 1`, expected: 'done' },
    { who: 'operator', sql: `update ${table} set version = version + 1`, expected: 'done' },
    { who: 'teamLead', sql: `update ${table} set version = version + 1`, expected: 'nothing' },
    {
      who: 'administrator',
      sql: `update ${table} set version = version + 1 where tenant_id = ${foreignTenant(world)}`,
      expected: 'nothing',
    },
    // Without reading a column only the check on the new row stands in the way.
    {
      who: 'administrator',
      sql: `update ${table} set tenant_id = ${foreignTenant(world)}`,
      expected: '42501',
    },
    { who: 'teamLead', sql: foundExactly(table, `tenant_id = ${mine}`), expected: 'nothing' },
  ]);
  return [
    ...changes,
    { who: 'administrator', sql: 'delete from holiday', expected: 'done' },
    { who: 'operator', sql: 'delete from holiday', expected: 'done' },
    {
      who: 'administrator',
      sql: `delete from holiday; ${foundExactly('holiday', 'false')}`,
      expected: 'nothing',
    },
    { who: 'teamLead', sql: 'delete from holiday', expected: 'nothing' },
    { who: 'foreignLead', sql: `update board set name = 'x' where id = '${boardId}'`, expected: 'nothing' },
    {
      who: 'foreignLead',
      sql: `update school set name = 'x' where id = '${school.id}'`,
      expected: 'nothing',
    },
    { who: 'teamLead', sql: foundExactly('tenant', `tenant_id = ${mine}`), expected: 'nothing' },
    { who: 'operator', sql: `update tenant set name = 'x'`, expected: 'nothing' },
    { who: 'administrator', sql: `update tenant set name = 'x'`, expected: 'done' },
    {
      who: 'administrator',
      sql: `update tenant set name = 'x' where tenant_id = ${foreignTenant(world)}`,
      expected: 'nothing',
    },
    { who: 'teamLead', sql: `update tenant set name = 'x'`, expected: 'nothing' },
    { who: 'operator', sql: foundAtLeast('tenant', 2), expected: 'nothing' },
    ...(['operator', 'administrator'] as const).flatMap((who): readonly Probe[] => [
      {
        who,
        sql: `insert into tenant (tenant_id, code, name, preset, holiday_region) values (${id}, 'nieuw', 'Nieuw', 'rotterdam', 'midden')`,
        expected: who === 'operator' ? 'done' : '42501',
      },
      {
        who,
        sql: `insert into school_reference (code, source, details) values ('98ZZ98', 'x', '{}')`,
        expected: who === 'operator' ? 'done' : '42501',
      },
      {
        who,
        sql: `update school_reference set source = 'x'`,
        expected: who === 'operator' ? 'done' : 'nothing',
      },
    ]),
    { who: 'teamLead', sql: foundAtLeast('school_reference', 1), expected: 'nothing' },
    { who: 'nobody', sql: foundExactly('school_reference', 'false'), expected: 'nothing' },
    { who: 'operatorWithoutPartnership', sql: foundAtLeast('school_reference', 1), expected: 'nothing' },
    { who: 'teamLead', sql: foundAtLeast('concern_protocol', 1), expected: 'nothing' },
    { who: 'teamLead', sql: foundAtLeast('concern_seat', 1), expected: 'nothing' },
  ];
}

/** Says KL001 when the table shows anything else than rows of this kind, or none of them. */
export function foundExactly(table: string, kind: string): string {
  return `do $$ begin if exists (select from ${table} where not (${kind})) or (${kind.includes('=')} and not exists (select from ${table}))
    then raise exception using errcode = 'KL001', message = 'sees something else'; end if; end $$`;
}

export function foundAtLeast(table: string, least: number): string {
  return `do $$ begin if (select count(*) from ${table}) < ${least}
    then raise exception using errcode = 'KL001', message = 'sees too little'; end if; end $$`;
}

/** Sessions, audit and answers given before: one's own alone. */
export function keyProbes(world: World): readonly Probe[] {
  const { tenantId, author } = world.cast;
  const other = personOf(world, 'teamLead');
  const foreign = personOf(world, 'foreignLead');
  const audit = (tenant: string, person: string) =>
    `insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via) values (${tenant}, ${id}, now(), ${person}, 'x', 'x', ${id}, 'api')`;
  const answer = (tenant: string, person: string) =>
    `insert into idempotency values (${tenant}, ${person}, 'k', '', '{}', now())`;
  const mine = `'${tenantId}'`;
  const own = `'${author}'`;
  return [
    { who: 'author', sql: foundExactly('access_key', `person_id = ${own}`), expected: 'nothing' },
    { who: 'author', sql: 'update access_key set ended_at = now()', expected: 'done' },
    {
      who: 'author',
      sql: `update access_key set ended_at = now() where person_id <> ${own}`,
      expected: 'nothing',
    },
    { who: 'director', sql: 'update access_key set ended_at = now()', expected: 'nothing' },
    { who: 'author', sql: audit(mine, own), expected: 'done' },
    { who: 'author', sql: audit(mine, other), expected: '42501' },
    { who: 'author', sql: audit(mine, 'null'), expected: '42501' },
    { who: 'author', sql: audit(foreignTenant(world), foreign), expected: '42501' },
    { who: 'operator', sql: audit(mine, 'null'), expected: 'done' },
    { who: 'operator', sql: audit(mine, own), expected: '42501' },
    { who: 'operator', sql: audit(foreignTenant(world), 'null'), expected: '42501' },
    { who: 'author', sql: answer(mine, own), expected: 'done' },
    { who: 'author', sql: answer(mine, other), expected: '42501' },
    { who: 'author', sql: answer(foreignTenant(world), foreign), expected: '42501' },
    { who: 'author', sql: foundExactly('idempotency', `person_id = ${own}`), expected: 'nothing' },
  ];
}
