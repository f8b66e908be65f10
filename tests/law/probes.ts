/** Writes that each policy lets through or stops, with what must come of them; together with the reads they notice a changed policy. */
import type { World } from './world.ts';

export interface Probe {
  /** A kind of person of the world, or the command line. */
  readonly who: string;
  /** Before or after 1 April. */
  readonly after?: boolean;
  readonly sql: string;
  /** The beginning of the verdict. */
  readonly expected: 'done' | 'nothing' | '42501' | 'KL001' | '23503';
}

const id = 'gen_random_uuid()';

export function probesOf(world: World): readonly Probe[] {
  return [...registers(world), ...keys(world), ...notes(world), ...entries(world), ...conversations(world)];
}

const foreignTenant = (world: World) => `'${world.people['foreignLead']?.tenantId}'`;
const personOf = (world: World, kind: string) => `'${world.people[kind]?.personId}'`;

/** Rows of the registers: the administrator of the own partnership and an operator write them, nobody else. */
function registers(world: World): readonly Probe[] {
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
    // What can be moved without breaking a key is still refused: the check on the new row.
    {
      who: 'administrator',
      sql: `update ${table} set tenant_id = ${foreignTenant(world)}, id = ${id} where id in (select id from ${table} limit 1)`,
      expected: '42501',
    },
    { who: 'teamLead', sql: foundExactly(table, `tenant_id = ${mine}`), expected: 'nothing' },
  ]);
  return [
    ...changes,
    { who: 'administrator', sql: 'delete from holiday', expected: 'done' },
    { who: 'operator', sql: 'delete from holiday', expected: 'done' },
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
  ];
}

/** Says KL001 when the table shows anything else than rows of this kind, or none of them. */
function foundExactly(table: string, kind: string): string {
  return `do $$ begin if exists (select from ${table} where not (${kind})) or (${kind.includes('=')} and not exists (select from ${table}))
    then raise exception using errcode = 'KL001', message = 'sees something else'; end if; end $$`;
}

function foundAtLeast(table: string, least: number): string {
  return `do $$ begin if (select count(*) from ${table}) < ${least}
    then raise exception using errcode = 'KL001', message = 'sees too little'; end if; end $$`;
}

/** Sessions, audit and answers given before: one's own alone. */
function keys(world: World): readonly Probe[] {
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

function notes(world: World): readonly Probe[] {
  const { tenantId, school, author } = world.cast;
  const note = (tenant: string, person = 'app_person()') =>
    `insert into concern (tenant_id, id, number, school_id, author_id, noticed_on, occasion, observation)
     values (${tenant}, ${id}, 'ZZZZZ2', '${school.id}', ${person}, '2026-03-01', 'x', 'x')`;
  const drop = (name: string) =>
    `do $$ begin if not drop_concern('${tenantId}', '${world.concerns[name]}') then
      raise exception using errcode = 'KL001', message = 'not dropped'; end if; end $$`;
  const mine = `'${tenantId}'`;
  const revise = (name: string) => `update concern set theme = 'x' where id = '${world.concerns[name]}'`;
  return [
    ...['author', 'otherContact', 'otherCoordinator', 'specialist', 'teamLead'].map(
      (who): Probe => ({ who, sql: note(mine), expected: 'done' }),
    ),
    ...['contactElsewhere', 'boardMember', 'administrator', 'partnershipDirector'].map(
      (who): Probe => ({ who, sql: note(mine), expected: '42501' }),
    ),
    { who: 'author', sql: note(mine, personOf(world, 'otherContact')), expected: '42501' },
    { who: 'author', sql: note(foreignTenant(world)), expected: '42501' },
    { who: 'leavingTeacher', sql: note(mine), expected: 'done' },
    { who: 'leavingTeacher', after: true, sql: note(mine), expected: '42501' },
    { who: 'author', sql: revise('noted'), expected: 'done' },
    { who: 'author', sql: revise('working'), expected: 'nothing' },
    { who: 'author', sql: revise('with_board'), expected: 'nothing' },
    { who: 'otherContact', sql: `update concern set theme = 'x'`, expected: 'nothing' },
    {
      who: 'author',
      sql: `update concern set theme = 'x' where author_id <> '${author}'`,
      expected: 'nothing',
    },
    { who: 'leavingTeacher', sql: `update concern set theme = 'x'`, expected: 'done' },
    { who: 'leavingTeacher', after: true, sql: `update concern set theme = 'x'`, expected: 'nothing' },
    { who: 'author', sql: drop('noted'), expected: 'nothing' },
    { who: 'author', sql: drop('working'), expected: 'KL001' },
    { who: 'otherContact', sql: drop('noted'), expected: 'KL001' },
    { who: 'leavingTeacher', sql: drop('noted by who leaves'), expected: 'nothing' },
    { who: 'leavingTeacher', after: true, sql: drop('noted by who leaves'), expected: 'KL001' },
  ];
}

/** `concern` at its version + 1. */
const next = (world: World, name: string) =>
  `'${world.cast.tenantId}', '${world.concerns[name]}', (select version + 1 from concern_version where id = '${world.concerns[name]}')`;

function entries(world: World): readonly Probe[] {
  const entry = (name: string, step: string, to: string) =>
    `insert into concern_entry (tenant_id, concern_id, version, id, at, relation, step, from_status, to_status, board_reads, choice, text)
     values (${next(world, name)}, ${id}, now(), '', '${step}', '${to}', '${to}', false, 'accurate', 'x')`;
  const person = (name: string) =>
    `insert into concern_entry_person values (${next(world, name)}, ${personOf(world, 'coordinator')}, true)`;
  const saw = (name: string, who: string, kind: string, version = '- 1') =>
    `insert into disclosure (tenant_id, concern_id, version, person_id, kind, ground, at)
     select k.tenant, k.concern, k.version ${version}, ${who}, '${kind}', 'x', now() from (select ${next(world, name)}) as k (tenant, concern, version)`
      .replace('select k.tenant,', 'select k.tenant::uuid,')
      .replace('k.concern,', 'k.concern::uuid,');
  return [
    { who: 'director', sql: entry('with_director', 'reply', 'with_director'), expected: 'done' },
    {
      who: 'author',
      after: true,
      sql: entry('noted by who leaves', 'share_with_director', 'with_director'),
      expected: '42501',
    },
    {
      who: 'teamLead',
      after: true,
      sql: entry('board_proposed', 'record_no_position', 'board_proposed'),
      expected: '42501',
    },
    {
      who: 'author',
      sql: `${person('with_director')}; ${entry('with_director', 'add_participant', 'with_director')}`,
      expected: 'done',
    },
    { who: 'contactElsewhere', sql: person('with_director'), expected: '42501' },
    { who: 'foreignDirector', sql: person('with_director'), expected: '42501' },
    { who: 'boardMember', sql: saw('with_board', 'app_person()', 'saw'), expected: 'done' },
    { who: 'boardMember', sql: saw('with_board', 'app_person()', 'saw', '- 2'), expected: '42501' },
    { who: 'boardMember', sql: saw('with_board', 'app_person()', 'told'), expected: '42501' },
    { who: 'boardMember', sql: saw('with_board', personOf(world, 'author'), 'saw'), expected: '42501' },
    { who: 'boardMember', sql: saw('working', 'app_person()', 'saw'), expected: '42501' },
    ...['agreement', 'conversation_proposal'].map(
      (table): Probe => ({
        who: 'contactElsewhere',
        sql:
          table === 'agreement'
            ? `insert into agreement (tenant_id, concern_id, version, id, position, what, who, by_date, children_notice) values (${next(world, 'working')}, ${id}, 1, 'x', 'x', '2026-12-01', 'x')`
            : `insert into conversation_proposal values (${next(world, 'working')}, '2027-01-01')`,
        expected: '42501',
      }),
    ),
    {
      who: 'director',
      sql: `insert into agreement (tenant_id, concern_id, version, id, position, what, who, by_date, children_notice) values (${next(world, 'working')}, ${id}, 1, 'x', 'x', '2026-12-01', 'x')`,
      expected: '23503',
    },
  ];
}

function conversations(world: World): readonly Probe[] {
  const { tenantId, school } = world.cast;
  const cycle = (tenant: string, made: string) =>
    `insert into conversation (tenant_id, id, kind, school_id, title, starts_at, made_by) values (${tenant}, ${id}, 'cycle', '${school.id}', 'x', now(), ${made})`;
  const concern = (name: string, at: string) =>
    `insert into conversation (tenant_id, concern_id, version, id, kind, school_id, made_by) values (${next(world, name)}, ${id}, 'concern', ${at}, app_person())`;
  const proposal = (name: string) =>
    `insert into conversation_proposal values (${next(world, name)}, '2027-01-01')`;
  const mine = `'${tenantId}'`;
  const other = `(select school_id from concern_version where id = '${world.concerns['working no board']}')`;
  return [
    ...['author', 'director', 'specialist', 'otherCoordinator'].map(
      (who): Probe => ({ who, sql: cycle(mine, 'app_person()'), expected: 'done' }),
    ),
    ...['contactElsewhere', 'boardMember', 'administrator'].map(
      (who): Probe => ({ who, sql: cycle(mine, 'app_person()'), expected: '42501' }),
    ),
    { who: 'author', sql: cycle(mine, personOf(world, 'director')), expected: '42501' },
    { who: 'author', sql: cycle(foreignTenant(world), 'app_person()'), expected: '42501' },
    {
      who: 'author',
      sql: `${proposal('working')}; ${concern('working', `'${school.id}'`)};
        insert into concern_entry_person values (${next(world, 'working')}, ${personOf(world, 'director')}, false);
        insert into concern_entry (tenant_id, concern_id, version, id, at, relation, step, from_status, to_status, board_reads)
        values (${next(world, 'working')}, ${id}, now(), '', 'plan_conversation', 'working', 'working', false)`,
      expected: 'done',
    },
    { who: 'author', sql: concern('working', `'${school.id}'`), expected: '23503' },
    { who: 'author', sql: concern('working', other), expected: '42501' },
    { who: 'contactElsewhere', sql: concern('working', `'${school.id}'`), expected: '42501' },
  ];
}
