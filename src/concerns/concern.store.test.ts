/** The list of concerns costs what its page costs, whoever asks, also among ten thousand. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  actorOf,
  anAppointment,
  type Cast,
  openStage,
  type Stage,
} from '../../tests/support/factories.ts';
import type { Reader, Sql } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { type ConcernSummary, findConcernsAsJson } from './concern-list.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;
let people: Readonly<Record<string, string>>;
let client: pg.Client;

const limit = 50;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  cast = await aCast(stage);
  const { tenantId, school } = cast;
  const several = await anAppointment(stage, 'contact_person', { tenantId, schoolId: school.id });
  const other = await aCast(stage, tenantId);
  await anAppointment(stage, 'school_director', { tenantId, schoolId: other.school.id, personId: several });
  people = {
    author: cast.author,
    'contact person who directs another school': several,
    director: cast.director,
    participant: cast.coordinator,
    'team lead': cast.teamLead,
    'board member': cast.boardMember,
    'partnership director': cast.partnershipDirector,
  };
  await aConcernIn(stage, other, 'with_director');
  await fill(await aConcernIn(stage, cast, 'with_board'), [cast.school.id, other.school.id]);
  client = new pg.Client({ connectionString: fresh.ownerUrl });
  await client.connect();
}, 120_000);

afterAll(async () => {
  await client.end();
  await stage.close();
  await fresh.drop();
});

/** 10,000 copies, a fifth of them notes and a fifth put forward, past the law by the superuser. */
async function fill(id: string, schools: readonly string[]): Promise<void> {
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  const superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  await superuser.query('set session_replication_role = replica');
  await superuser.query(`insert into concern (tenant_id, id, number, school_id, author_id, status, version, noticed_on, occasion, observation,
      noted_at, touched_at, shared_at, board_id, put_forward_at)
    select c.tenant_id, gen_random_uuid(), 'A' || lpad(upper(to_hex(n)), 5, '0'), ('{${schools.join(',')}}'::uuid[])[1 + n / 2 % 2], c.author_id,
      case when n % 5 = 0 then 'noted' when n % 5 = 1 then 'with_board' else 'working' end, 1, c.noticed_on, c.occasion, c.observation,
      c.noted_at, c.touched_at - n * interval '1 minute', case when n % 5 > 0 then c.shared_at end,
      case when n % 5 = 1 then c.board_id end, case when n % 5 = 1 then c.put_forward_at end
    from concern c, generate_series(1, 10000) n where c.id = '${id}'`);
  await superuser.query(`insert into concern_entry (tenant_id, concern_id, version, id, at, relation, step, from_status, to_status, board_reads)
    select tenant_id, id, 2, gen_random_uuid(), now(), 'author', 'add_participant', 'working', 'working', false
    from concern where status = 'working' and version = 1 limit 300`);
  await superuser.query(`insert into concern_entry_person select tenant_id, concern_id, version, '${cast.coordinator}', true
    from concern_entry where step = 'add_participant'`);
  await superuser.query('vacuum analyze');
  await superuser.end();
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** The plan of the list as this person, run. */
async function explain(
  actor: Actor,
  filter: Parameters<typeof findConcernsAsJson>[2],
): Promise<readonly Plan[]> {
  let query: Sql | undefined;
  const reader: Reader = {
    rows: async () => [],
    first: async (asked) => {
      query = asked;
      return undefined;
    },
  };
  await findConcernsAsJson(reader, actor, filter);
  await client.query('begin');
  await client.query('set local role kortelijn_app');
  await client.query('select begin_request($1, $2, $3)', [
    actor.personId,
    actor.tenantId,
    stage.now().toISOString(),
  ]);
  const found = await client.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
    `explain (analyze, format json, timing off) ${query?.text}`,
    query?.values,
  );
  await client.query('rollback');
  return nodesOf(
    found.rows[0]?.['QUERY PLAN'][0]?.Plan ?? { 'Node Type': 'none', 'Actual Rows': 0, 'Actual Loops': 0 },
  );
}

const kinds = [
  'author',
  'contact person who directs another school',
  'director',
  'participant',
  'team lead',
  'board member',
  'partnership director',
];

test.each(kinds)('the list of the %s reads no more than its page', async (kind) => {
  const actor = await actorOf(stage, cast.tenantId, people[kind] ?? '');
  const nodes = await explain(actor, { limit });
  const scans = nodes.filter(
    (node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'concern',
  );
  expect(scans).toEqual([]);
  // At most two schools, and being the author: three branches of a page and one more.
  const branches = 3;
  // A participation says nothing about the hour: one person's are read and sorted all, here 150.
  const most = kind === 'participant' ? 150 : branches * (limit + 1);
  const sorts = nodes.filter((node) => /Sort/.test(node['Node Type']));
  const largest = sorts.flatMap((sort) =>
    (sort.Plans ?? []).map((child) => child['Actual Rows'] * child['Actual Loops']),
  );
  expect(Math.max(0, ...largest)).toBeLessThanOrEqual(most);
  const touched = nodes
    .filter((node) => node['Relation Name'] === 'concern')
    .map((node) => node['Actual Rows'] * node['Actual Loops']);
  expect(Math.max(...touched)).toBeLessThanOrEqual(most);
});

test.each(kinds)('the pages of the %s follow on each other: everything once, newest first', async (kind) => {
  const actor = await actorOf(stage, cast.tenantId, people[kind] ?? '');
  const seen: ConcernSummary[] = [];
  let after: { readonly key: string; readonly id: string } | undefined;
  for (let page = 0; page < 4; page += 1) {
    const json = await stage.database.read(actor, (reader) =>
      findConcernsAsJson(reader, actor, { limit, after }),
    );
    const items = (JSON.parse(json) as readonly ConcernSummary[]).slice(0, limit);
    seen.push(...items);
    const last = items.at(-1);
    after = last === undefined ? undefined : { key: last.touchedAt, id: last.id };
  }
  // 300 participations, half of them at a school where the coordinator does not work.
  expect(seen).toHaveLength(kind === 'participant' ? 150 : 4 * limit);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  const moments = seen.map(({ touchedAt }) => Date.parse(touchedAt));
  expect(moments).toEqual([...moments].sort((a, b) => b - a));
  if (kind !== 'author') expect(seen.filter(({ status }) => status === 'noted')).toEqual([]);
  if (kind === 'board member' || kind === 'partnership director')
    expect(seen.every(({ putForward }) => putForward)).toBe(true);
});
