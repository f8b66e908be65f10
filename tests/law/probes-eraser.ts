/** Passkeys and recovery codes, what was erased, and what the eraser itself may: who finds and writes what. */
import type pg from 'pg';
import { foreignTenant, foundAtLeast, foundExactly, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const id = 'gen_random_uuid()';
const passkey = (tenant: string, person: string) =>
  `insert into passkey (tenant_id, id, person_id, credential_id, public_key, counter, name, made_at)
    values (${tenant}, ${id}, ${person}, decode(md5(random()::text), 'hex'), 'k', 0, 'laptop', now())`;
const code = (tenant: string, person: string) =>
  `insert into recovery_code (tenant_id, id, person_id, salt, hash, made_at)
    values (${tenant}, ${id}, ${person}, sha256('a'), sha256('b'), now())`;
const attempt = (tenant: string, person: string) =>
  `insert into recovery_attempt (tenant_id, person_id) values (${tenant}, ${person})`;

/** Per table: a row of one's own, a change of what may be changed, and whether the program may take a row away. */
const means = [
  { table: 'passkey', row: passkey, change: `name = 'x'`, removes: true },
  { table: 'recovery_code', row: code, change: 'used_at = now()', removes: true },
  { table: 'recovery_attempt', row: attempt, change: 'wrong = 1', removes: false },
] as const;

/** Each a place where words went: who reads it is told with the name of the row. */
const erasures = {
  note: '0190a000-0000-7000-8000-00000000e001',
  hidden: '0190a000-0000-7000-8000-00000000e002',
  forBoard: '0190a000-0000-7000-8000-00000000e003',
  elsewhere: '0190a000-0000-7000-8000-00000000e004',
} as const;

/** Three people's own in one partnership and one's in the other, and erasures of every kind. */
export async function furnishEraser(superuser: pg.Client, world: World): Promise<void> {
  const mine = `'${world.cast.tenantId}'`;
  const rows = means.flatMap(({ row }) => [
    row(mine, personOf(world, 'author')),
    row(mine, personOf(world, 'teamLead')),
    row(mine, personOf(world, 'otherContact')),
    row(foreignTenant(world), personOf(world, 'foreignLead')),
  ]);
  const erased = (row: string, place: string, kind = 'blackened') =>
    `insert into erasure (tenant_id, id, concern_id, kind, at, version, as_officer, entry_version, field, reason)
      select ${mine}, ${row}, p.concern_id, '${kind}', now(), 99, false, p.version, 'text', 'name' from (${place}) as p (concern_id, version)`;
  const inNote = (concern: string) => `select '${world.concerns[concern]}'::uuid, null::int`;
  const inEntry = (boardReads: boolean) =>
    `select e.concern_id, e.version from concern_entry e join concern c on c.id = e.concern_id
      where c.author_id = ${personOf(world, 'author')} and c.put_forward_at is not null and e.board_reads = ${boardReads}
      order by e.version desc, e.concern_id limit 1`;
  const all = [
    ...rows,
    erased(`'${erasures.note}'`, inNote('with_board')),
    erased(`'${erasures.hidden}'`, inEntry(false)),
    erased(`'${erasures.forBoard}'`, inEntry(true)),
    erased(`'${erasures.elsewhere}'`, inNote('working')),
    erased(id, inNote('with_board'), 'faded'),
    `insert into passkey_challenge (hash, purpose, expires_at) values ('h', 'log-in', now())`,
    `insert into log_in_attempt (address, tries, ends_at) values ('a', 1, now())`,
  ];
  await superuser.query(all.join(';'));
}

export function eraserProbes(world: World): readonly Probe[] {
  return [...means.flatMap((one) => ownProbes(world, one)), ...erasureProbes(), ...eraserDeeds(world)];
}

function ownProbes(world: World, { table, row, change, removes }: (typeof means)[number]): readonly Probe[] {
  const [mine, own, other] = [
    `'${world.cast.tenantId}'`,
    personOf(world, 'author'),
    personOf(world, 'teamLead'),
  ];
  const others = `person_id <> ${own}`;
  const remove = `delete from ${table}`;
  // The only row of recovery_attempt stands already.
  const add = table === 'recovery_attempt' ? personOf(world, 'director') : own;
  const adds = table === 'recovery_attempt' ? 'director' : 'author';
  return [
    { who: 'author', sql: foundExactly(table, `person_id = ${own}`), expected: 'nothing' },
    { who: 'director', sql: foundExactly(table, 'false'), expected: 'nothing' },
    {
      who: 'foreignLead',
      sql: foundExactly(table, `person_id = ${personOf(world, 'foreignLead')}`),
      expected: 'nothing',
    },
    { who: adds, sql: row(mine, add), expected: 'done' },
    { who: adds, sql: row(mine, personOf(world, 'coordinator')), expected: '42501' },
    { who: adds, sql: row(foreignTenant(world), add), expected: '42501' },
    { who: 'author', sql: `update ${table} set ${change}`, expected: 'done' },
    { who: 'author', sql: `update ${table} set ${change} where ${others}`, expected: 'nothing' },
    // Without a column in sight only this policy stands in the way.
    ...onlyOne(table, `update ${table} set ${change}`),
    ...(removes
      ? [{ who: 'author', sql: remove, expected: 'done' } as const, ...onlyOne(table, remove)]
      : []),
    { who: 'author', sql: row(mine, other), expected: '42501' },
  ];
}

/** That what the author does to all of a table befalls one row: reading and doing are looked at apart. */
function onlyOne(table: string, deed: string): readonly Probe[] {
  const counting = `do $$ declare n bigint; begin ${deed}; get diagnostics n = row_count;
    if n <> 1 then raise exception using errcode = 'KL001', message = 'another number of ${table}'; end if; end $$`;
  return [{ who: 'author', sql: counting, expected: 'nothing' }];
}

function erasureProbes(): readonly Probe[] {
  const reads = (who: string, rows: readonly string[]): readonly Probe[] => [
    {
      who,
      sql: foundExactly('erasure', rows.length === 0 ? 'false' : `id = any ('{${rows.join()}}')`),
      expected: 'nothing',
    },
    { who, sql: foundAtLeast('erasure', rows.length), expected: 'nothing' },
  ];
  return [
    ...reads('author', Object.values(erasures)),
    ...reads('boardMember', [erasures.note, erasures.forBoard]),
    ...reads('administrator', []),
    ...reads('foreignLead', []),
  ];
}

/** What the functions of the eraser could do at most, tried as the eraser itself. */
function eraserDeeds(world: World): readonly Probe[] {
  const deed = (sql: string, expected: Probe['expected']): Probe => ({
    who: 'author',
    sql: `set local role kortelijn_eraser; ${sql}`,
    expected,
  });
  const audit = (person: string, action: string, via: string) =>
    `insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
      values ('${world.cast.tenantId}', ${id}, now(), ${person}, '${action}', 'concern', ${id}, '${via}')`;
  return [
    deed(audit('null', 'drop', 'job'), 'done'),
    deed(audit('null', 'fade', 'job'), 'done'),
    deed(audit(personOf(world, 'author'), 'drop', 'job'), '42501'),
    deed(audit('null', 'read', 'job'), '42501'),
    deed(audit('null', 'drop', 'page'), '42501'),
    deed(foundAtLeast('erasure', 5), 'nothing'),
    deed('delete from erasure', 'done'),
    // What goes with a concern that fades, and the names and terms it is read with.
    ...['agreement', 'concern_entry_person', 'conversation_proposal', 'disclosure'].map((table) =>
      deed(`delete from ${table} where tenant_id is not null`, 'done'),
    ),
    deed(`delete from conversation where kind = 'cycle'`, 'done'),
    deed(`update agreement set what = 'x'`, 'done'),
    ...['person', 'tenant'].map((table) => deed(foundAtLeast(table, 1), 'nothing')),
    ...['access_key', 'idempotency', 'passkey_challenge', 'log_in_attempt'].map((table) =>
      deed(`delete from ${table}`, 'done'),
    ),
  ];
}
