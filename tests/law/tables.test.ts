/**
 * Every table, whole, to everybody (S2): read at once and compared with what design says in words, and its rows moved one by
 * one. A new table fails until somebody writes here who reads it.
 */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Identity } from '../../src/platform/pure/actor.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { demonstrationDatabase } from '../support/demonstration.ts';
import { openStage, type Stage } from '../support/factories.ts';
import { shareOf } from '../support/share.ts';
import { furnish } from './furnish.ts';
import { developmentExactly } from './furnish-development.ts';
import { formsExactly } from './furnish-forms.ts';
import { observationsExactly } from './furnish-observations.ts';
import { postsExactly } from './furnish-posts.ts';
import { promisesExactly } from './furnish-promises.ts';
import { questionsExactly, withCommittee } from './furnish-questions.ts';
import { releasesExactly } from './furnish-releases.ts';
import { reportsExactly } from './furnish-reports.ts';
import { stationingsExactly } from './furnish-stationings.ts';
import { supportPlansExactly } from './furnish-support-plans.ts';
import { aMirroredWorld, withMirror } from './mirror-world.ts';
import { openRawSql, type RawSql } from './raw.ts';
import { aWorld, clocks, type World } from './world.ts';

let fresh: FreshDatabase;
let stage: Stage;
let raw: RawSql;
let world: World;
let superuser: pg.Client;

async function superuserOf(database: FreshDatabase): Promise<pg.Client> {
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(database.ownerUrl).pathname;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  await client.query("set timezone = 'UTC'");
  return client;
}

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  raw = await openRawSql(fresh);
  world = await withCommittee(stage, withMirror(await aWorld(stage), await aMirroredWorld(stage)));
  superuser = await superuserOf(fresh);
  await furnish(stage, superuser, world);
  await superuser.query('drop table concern_version'); // a help for the probes
  for (const kind of ['author', 'teamLead', 'foreignLead']) await addSecrets(kind);
});

afterAll(async () => {
  await superuser.end();
  await raw.close();
  await stage.close();
  await fresh.drop();
});

/** A passkey, a recovery code, a wrong try and a blackened text. */
async function addSecrets(kind: string): Promise<void> {
  const { tenantId, personId } = world.people[kind] ?? { tenantId: '', personId: '' };
  const key = `'${tenantId}', gen_random_uuid(), '${personId}'`;
  await superuser.query(`
    insert into passkey (tenant_id, id, person_id, credential_id, public_key, counter, name, made_at)
      values (${key}, uuid_send(gen_random_uuid()), '', 0, 'Sleutel', now());
    insert into recovery_code (tenant_id, id, person_id, salt, hash, made_at)
      values (${key}, uuid_send(gen_random_uuid()), sha256('y'), now());
    insert into recovery_attempt (tenant_id, person_id, wrong) values ('${tenantId}', '${personId}', 1) on conflict do nothing;
    insert into school_reference (code, source, details) values ('98ZZ98', 'x', '{}') on conflict do nothing;
    insert into erasure (tenant_id, id, concern_id, kind, at, version, person_id, as_officer, field, reason)
      select tenant_id, gen_random_uuid(), id, 'blackened', now(), version, '${personId}', false, 'observation', 'name'
      from concern where tenant_id = '${tenantId}' and status <> 'noted';`);
}

const all = 'true';
const never = 'false';
const partnership = 'x.tenant_id = $tenant';
const own = `${partnership} and x.person_id = $person`;
const is = (role: string) =>
  `exists (select from appointment a where a.tenant_id = $tenant and a.person_id = $person and a.role = '${role}'
    and a.starts_on <= $day and (a.ends_on is null or a.ends_on > $day))`;
const forAdministrator = `${partnership} and ${is('administrator')}`;
const absence = `(x.person_id = $person or x.stand_in_id = $person or ${is('administrator')} or ${is('team_lead')})`;
const shared = `(x.subject <> 'concern' or exists (select from concern c where c.id = x.subject_id and c.status <> 'noted'))`;

/** Which rows (x) of a table a person reads: exactly these. What only the guardians use shows nothing. */
const exactly: Readonly<Record<string, string>> = {
  ...questionsExactly,
  ...stationingsExactly,
  ...promisesExactly,
  ...postsExactly,
  ...developmentExactly,
  ...releasesExactly,
  ...formsExactly,
  ...supportPlansExactly,
  ...reportsExactly,
  ...observationsExactly,
  ...{ concern_protocol: all, concern_seat: all, notice_kind: all, school_reference: all },
  ...{ tenant: partnership, board: partnership, area: partnership, school: partnership, person: partnership },
  ...{ appointment: partnership, holiday: partnership },
  ...{ access_key: own, idempotency: own, invitation: own, notice_choice: own },
  ...{ passkey: own, recovery_code: own, recovery_attempt: own },
  ...{ login_provider: forAdministrator, login_invitation: forAdministrator },
  identity: `${partnership} and (x.person_id = $person or ${is('administrator')})`,
  absence: `${partnership} and ${absence}`,
  absence_appointment: `exists (select from absence a where a.id = x.absence_id and a.tenant_id = $tenant
    and ${absence.replaceAll('x.', 'a.').replaceAll('a.a.', 'a.')})`,
  audit: `${partnership} and (x.person_id = $person or (x.subject = 'person' and x.subject_id = $person)
    or (${is('privacy_officer')} and ${shared}))`,
  ...{ outbox: never, notice_day: never, dropped_note: never, concern_search: never, login_session: never },
  ...{ provider_visit: never, passkey_challenge: never, log_in_attempt: never },
  ...{ subscription: never, subscription_end: never, post_mail: never, news_told: never },
};
/** At most these: which of them is the matter of reads.test.ts and of the probes. */
const atMost: Readonly<Record<string, string>> = {
  ...{ concern: partnership, concern_entry: partnership, concern_entry_person: partnership },
  // With its agreement.
  concern_question: partnership,
  ...{ agreement: partnership, conversation: partnership, conversation_proposal: partnership },
  ...{ disclosure: partnership, hand_over: partnership, notice: own },
  erasure: `${partnership} and x.kind = 'blackened'`,
};

/** The columns of the primary key that the program may read; none when the table is closed to it. */
async function keysOf(client: pg.Client): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query<{ name: string; keys: readonly string[] }>(
    `select c.relname as name, array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as k (nr, nth)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.nr
        where i.indrelid = c.oid and i.indisprimary and has_column_privilege('kortelijn_app', c.oid, k.nr::int2, 'select') order by nth) as keys
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  return new Map(rows.map(({ name, keys }) => [name, keys]));
}

const keyOf = (keys: readonly string[]) => `concat_ws(' ', ${keys.map((key) => `x.${key}`).join()})`;
const inTables = (tables: Iterable<readonly [string, readonly string[]]>, where: (table: string) => string) =>
  [...tables]
    .map(
      ([
        table,
        keys,
      ]) => `select '${table}' as name, count(*)::int as n, md5(string_agg(k, ',' order by k)) as sum
        from (select ${keyOf(keys)} as k from ${table} x where ${where(table)}) as found`,
    )
    .join(' union all ');

interface Found {
  readonly name: string;
  readonly n: number;
  readonly sum: string | null;
}

/** Where a person reads something else than they should. */
async function wrongFor(reader: RawSql, owner: pg.Client, who: Identity, clock: string, tables: Tables) {
  const day = new Date(clock).toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' });
  const filled = (text: string) =>
    text
      .replaceAll('$person', `'${who.personId}'`)
      .replaceAll('$tenant', `'${who.tenantId}'`)
      .replaceAll('$day', `date '${day}'`);
  const exact = tables.filter(([table]) => table in exactly);
  const seen = await reader.rows<Found>(
    who,
    clock,
    inTables(exact, () => all),
  );
  const should = await owner.query<Found>(inTables(exact, (table) => filled(exactly[table] ?? never)));
  const wrong = seen.filter((one, nth) => {
    const other = should.rows[nth];
    return other?.n !== one.n || other.sum !== one.sum;
  });
  const most = tables.filter(([table]) => table in atMost);
  const beyond = await reader.rows<Found>(
    who,
    clock,
    inTables(most, (table) => `not (${filled(atMost[table] ?? never)})`),
  );
  return [...wrong, ...beyond.filter(({ n }) => n > 0)];
}

type Tables = readonly (readonly [string, readonly string[]])[];

test('somebody wrote of every table who reads it', async () => {
  const known = Object.keys({ ...exactly, ...atMost }).sort();
  expect([...(await keysOf(superuser)).keys()].sort()).toEqual(known);
});

test('what is closed is closed, and what is open has rows to tell apart', async () => {
  const empty: string[] = [];
  for (const [table, keys] of await keysOf(superuser)) {
    if (exactly[table] === never) expect([table, keys]).toEqual([table, []]);
    else if (((await superuser.query(`select from ${table} limit 2`)).rowCount ?? 0) < 2) empty.push(table);
  }
  expect(empty).toEqual([]);
});

test.each(clocks)(
  'at %s everybody reads of every table exactly their rows',
  { timeout: 120_000 },
  async (clock) => {
    const tables = [...(await keysOf(superuser))].filter(([, keys]) => keys.length > 0);
    const { rows } = await superuser.query<{ n: number }>(
      tables.map(([table]) => `select count(*)::int as n from ${table}`).join(' union all '),
    );
    let cells = 0;
    for (const [kind, who] of Object.entries(world.people)) {
      const wrong = await wrongFor(raw, superuser, who, clock, tables).catch((fault: Error) => fault.message);
      if (wrong === 'no appointment today') continue;
      expect([kind, wrong]).toEqual([kind, []]);
      cells += rows.reduce((sum, { n }) => sum + n, 0);
    }
    console.log(`${cells} cells`);
    expect(cells).toBeGreaterThan(50_000);
  },
);

/** `PEOPLE=1` reads as everybody; unless told as another fortieth of them each run. */
const share = shareOf('PEOPLE', 60);

test('in the demonstration too, for whoever works there', { timeout: 7_200_000 }, async () => {
  const demonstration = await demonstrationDatabase();
  // Then, and when some appointments and absences have ended.
  const { now } = demonstration.loading;
  const moments = [now, new Date(Date.parse(now) + 66 * 86_400_000).toISOString()];
  const reader = await openRawSql(demonstration);
  const owner = await superuserOf(demonstration);
  try {
    const tables = [...(await keysOf(owner))].filter(([, keys]) => keys.length > 0);
    const { rows } = await owner.query<{ n: number }>(
      tables.map(([table]) => `select count(*)::int as n from ${table}`).join(' union all '),
    );
    const each = rows.reduce((sum, { n }) => sum + n, 0);
    const people = await owner.query<Identity>(
      `select distinct p.tenant_id as "tenantId", p.id as "personId" from person p
        join appointment a on a.tenant_id = p.tenant_id and a.person_id = p.id order by 2`,
    );
    let cells = 0;
    for (const clock of moments)
      for (const who of people.rows.filter((_, nth) => share.takes(nth))) {
        const wrong = await wrongFor(reader, owner, who, clock, tables).catch(
          (fault: Error) => fault.message,
        );
        if (wrong === 'no appointment today') continue;
        expect([who, wrong]).toEqual([who, []]);
        cells += each;
      }
    console.log(`${cells} cells`);
    expect(cells).toBeGreaterThan(1_000_000 / share.of);
  } finally {
    await Promise.all([reader.close(), owner.end()]);
    await demonstration.drop();
  }
});

/**
 * An administrator puts a school with another board, a specialist their own fixed day with another school; new numbers for one's own
 * area or day off move nothing.
 */
const mayMove = [
  ...['administrator area.id', 'administrator holiday.id'],
  ...['administrator school.board_id', 'administrator school.area_id'],
  ...['specialist visit_series.school_id', 'alongSpecialist visit_series.school_id'],
  // Who sets up planning puts an expected need with another school, and has somebody set out from elsewhere.
  ...['administrator expected_need.school_id', 'teamLead expected_need.school_id'],
  ...['administrator specialist_planning.base_id', 'teamLead specialist_planning.base_id'],
];

const movers = [
  ...['author', 'director', 'teamLead', 'administrator', 'privacyOfficer', 'boardMember'],
  ...[
    'coordinator',
    'leavingTeacher',
    'specialist',
    'alongSpecialist',
    'committeeMember',
    'committeeSecretary',
  ],
];

test('no row moves to another partnership, school, person or concern', { timeout: 120_000 }, async () => {
  const { rows: columns } = await superuser.query<{ table: string; name: string }>(
    `select c.relname as table, a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.atttypid = 'uuid'::regtype
        and a.attnum > 0 and not a.attisdropped order by 1, 2`,
  );
  const foreign = world.people['foreignLead']?.tenantId;
  const targets = await Promise.all(
    columns.map(async ({ table, name }) => {
      if (name === 'tenant_id') return { table, name, to: `'${foreign}'` };
      const { rows } = await superuser.query<{ id: string }>(
        `select ${name} as id from ${table} where ${name} is not null
          and to_jsonb(${table}) ->> 'tenant_id' = '${world.cast.tenantId}' order by 1 desc limit 1`,
      );
      return { table, name, to: `'${rows[0]?.id ?? world.cast.author}'` };
    }),
  );
  const done: string[] = [];
  for (const kind of movers) {
    const who = world.people[kind];
    if (who === undefined) throw new Error(kind);
    const verdicts = await raw.tryAll(
      who,
      clocks[0],
      targets.map(({ table, name, to }) => `update ${table} set ${name} = ${to}`),
    );
    verdicts.forEach((verdict, nth) => {
      const target = targets[nth];
      if (!/^(42501|nothing|23|KL001)/.test(verdict))
        done.push(`${kind} ${target?.table}.${target?.name}: ${verdict}`);
    });
  }
  expect(targets.length).toBeGreaterThan(80);
  expect(done.sort()).toEqual(mayMove.map((one) => `${one}: done`).sort());
});
