/** The list of questions costs what its page costs, whoever asks, also among ten thousand; and it holds what its reader may see. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { aCast, actorOf, anAppointment, openStage, type Stage } from '../../tests/support/factories.ts';
import {
  anAskBy,
  aQuestion,
  aQuestionCast,
  aStationing,
  type QuestionCast,
  questionStep,
} from '../../tests/support/factories-questions.ts';
import type { Reader, Sql } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { findQuestions, findQuestionsToAnswer, type QuestionFilter } from './question-list.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: QuestionCast;
let people: Readonly<Record<string, string>>;
let client: pg.Client;
/** Questions made by steps, before the ten thousand. */
let made: Readonly<Record<'draft' | 'along' | 'assigned' | 'committee' | 'asked' | 'elsewhere', string>>;

const limit = 50;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  cast = await aQuestionCast(stage, fresh);
  const { tenantId, school } = cast;
  const other = { ...cast, ...(await aCast(stage, tenantId)) };
  const several = await anAppointment(stage, 'contact_person', { tenantId, schoolId: school.id });
  await anAppointment(stage, 'school_director', { tenantId, schoolId: other.school.id, personId: several });
  people = {
    'support coordinator': cast.coordinator,
    'contact person who directs another school': several,
    director: cast.director,
    teacher: cast.teacher,
    'team lead': cast.teamLead,
    'specialist at work': cast.specialist,
    'specialist who thinks along': cast.colleague,
    secretary: cast.secretary,
    'specialist who is stationed': await anAppointment(stage, 'specialist', { tenantId }),
  };
  const personId = people['specialist who is stationed'] ?? '';
  for (const { id } of [school, other.school]) await aStationing(fresh, { tenantId, personId, schoolId: id });
  made = {
    draft: await aQuestion(stage, cast, 'draft', { level: 'pupil' }),
    along: await aQuestion(stage, cast, 'in_triage', { level: 'pupil' }),
    assigned: await aQuestion(stage, cast, 'assigned'),
    committee: await aQuestion(stage, cast, 'at_committee', { level: 'pupil' }),
    asked: await anAskBy(stage, cast, cast.teacher),
    elsewhere: await aQuestion(stage, other, 'submitted'),
  };
  await questionStep(stage, cast, cast.author, made.along, {
    step: 'think_along',
    specialistId: cast.colleague,
  });
  await fill(made.assigned, [school.id, other.school.id]);
  client = new pg.Client({ connectionString: fresh.ownerUrl });
  await client.connect();
}, 120_000);

afterAll(async () => {
  await client.end();
  await stage.close();
  await fresh.drop();
});

/** 10,000 older copies, past the law by the superuser: nineteen of twenty have ended, and on 300 the specialist works. */
async function fill(id: string, schools: readonly string[]): Promise<void> {
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  const superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  await superuser.query('set session_replication_role = replica');
  await superuser.query(`insert into support_question (tenant_id, id, number, school_id, author_id, holder_id, level, status, version, expertise,
      signalled_on, asked_at, touched_at, submitted_on, ended_at)
    select q.tenant_id, gen_random_uuid(), 'A' || lpad(upper(to_hex(n)), 5, '0'), ('{${schools.join(',')}}'::uuid[])[1 + n / 2 % 2], q.author_id,
      case when n % 20 = 0 then q.holder_id end, case when n % 3 = 0 then 'pupil' else 'group' end,
      case when n % 20 = 0 then 'assigned' else 'completed' end, 1, q.expertise, q.signalled_on, q.asked_at,
      q.touched_at - interval '1 day' - n * interval '1 minute', q.submitted_on, case when n % 20 > 0 then q.touched_at end
    from support_question q, generate_series(1, 10000) n where q.id = '${id}'`);
  await superuser.query(
    `insert into question_words (tenant_id, question_id, school_id, level, title, need)
     select tenant_id, id, school_id, level, 'Rust', 'Rust' from support_question where number like 'A0%'`,
  );
  await superuser.query(`insert into assignment (tenant_id, id, question_id, specialist_id, kind, role, state, planned_dagdelen, starts_on, ends_on, made_at)
    select tenant_id, gen_random_uuid(), id, '${cast.specialist}', 'assigned', 'begeleider', 'active', 1, '2026-03-02', '2026-07-01', asked_at
    from support_question where status = 'assigned' and version = 1 limit 300`);
  await superuser.query('vacuum analyze');
  await superuser.end();
}

const idsFor = async (kind: string, filter: Partial<QuestionFilter> = {}) => {
  const actor = await actorOf(stage, cast.tenantId, people[kind] ?? '');
  const list = await stage.database.read(actor, (reader) =>
    findQuestions(reader, actor, { limit, ...filter }),
  );
  return list.items.slice(0, filter.limit ?? limit);
};

test('everybody finds what is theirs, newest first, and nothing else', async () => {
  const newest = async (kind: string, n: number) =>
    (await idsFor(kind, { limit: n })).map(({ id, title }) => [id, title]);
  const { draft, along, assigned, committee, asked, elsewhere } = made;
  const pupil = 'Vastlopen bij rekenen';
  const light = 'Rust in de groep';
  const own = [
    [along, pupil],
    [asked, light],
    [committee, pupil],
    [assigned, light],
    [draft, pupil],
  ];
  expect(await newest('support coordinator', 5)).toEqual(own);
  expect(await newest('director', 5)).toEqual(own);
  expect(await newest('contact person who directs another school', 6)).toEqual([
    own[0],
    [elsewhere, light],
    ...own.slice(1),
  ]);
  // A question on a pupil is planned without its words.
  expect(await newest('team lead', 6)).toEqual([
    [along, null],
    [elsewhere, light],
    [asked, light],
    [committee, null],
    [assigned, light],
    [draft, null],
  ]);
  expect(await newest('teacher', 5)).toEqual([[asked, light]]);
  expect(await newest('specialist at work', 1)).toEqual([[assigned, light]]);
  expect(await newest('specialist who thinks along', 5)).toEqual([[along, pupil]]);
  expect(await newest('secretary', 5)).toEqual([[committee, pupil]]);
  // Not on a pupil, and no draft.
  expect(await newest('specialist who is stationed', 2)).toEqual([
    [elsewhere, light],
    [assigned, light],
  ]);
});

test('where a specialist is stationed is a list of its own, and nobody else’s', async () => {
  const schools = async (kind: string) => (await idsFor(kind, { stationed: true })).map(({ id }) => id);
  expect((await schools('specialist who is stationed')).slice(0, 2)).toEqual([made.elsewhere, made.assigned]);
  expect(await schools('specialist at work')).toEqual([]);
  expect(await schools('team lead')).toEqual([]);
});

test('a filter narrows: state, school, level, expertise, own, open', async () => {
  const found = async (kind: string, filter: Partial<QuestionFilter>) =>
    (await idsFor(kind, filter)).map(({ id }) => id);
  expect(await found('director', { status: 'draft' })).toEqual([made.asked, made.draft]);
  expect(await found('team lead', { schoolId: cast.school.id, status: 'submitted' })).toEqual([]);
  expect(await found('team lead', { status: 'submitted' })).toEqual([made.elsewhere]);
  expect((await idsFor('team lead', { level: 'pupil' })).every(({ level }) => level === 'pupil')).toBe(true);
  expect(await found('director', { expertise: 'rekenen' })).toEqual([]);
  expect((await found('director', { expertise: 'gedrag' })).length).toBe(limit);
  expect(await found('teacher', { mine: true })).toEqual([made.asked]);
  expect(await found('director', { mine: true })).toEqual([]);
  const open = await idsFor('director', { open: true });
  expect(open).toHaveLength(limit);
  expect(open.filter(({ endedOn }) => endedOn !== null)).toEqual([]);
  expect(await found('support coordinator', { schoolId: '0190a000-0000-7000-8000-000000000000' })).toEqual(
    [],
  );
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** The plan of the list as this person, run. */
async function explain(actor: Actor, filter: QuestionFilter): Promise<readonly Plan[]> {
  let query: Sql | undefined;
  const reader: Reader = {
    rows: async () => [],
    first: async (asked) => {
      query = asked;
      return undefined;
    },
  };
  await findQuestionsToAnswer(reader, actor, filter);
  await client.query('begin');
  await client.query('set local role kortelijn_app');
  await client.query('set local plan_cache_mode = force_generic_plan');
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
  'support coordinator',
  'contact person who directs another school',
  'director',
  'teacher',
  'team lead',
  'specialist at work',
  'specialist who thinks along',
  'secretary',
  'specialist who is stationed',
];

test.each(
  kinds.flatMap((kind) => [
    [kind, {}],
    [kind, { open: true }],
    ...(kind === 'specialist who is stationed' ? [[kind, { stationed: true }]] : []),
  ]) as readonly [string, Partial<QuestionFilter>][],
)('the list of the %s reads no more than its page (%j)', async (kind, filter) => {
  const actor = await actorOf(stage, cast.tenantId, people[kind] ?? '');
  const nodes = await explain(actor, { limit, ...filter });
  const ours = nodes.filter((node) => node['Relation Name'] === 'support_question');
  expect(ours.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  // At most two schools. What a specialist works on says nothing about the hour: all of them are read and sorted, here 301.
  // Where somebody is stationed, each third question is on a pupil and is passed over.
  const most = { 'specialist at work': 301, 'specialist who is stationed': 160 }[kind] ?? 2 * (limit + 1);
  const sorts = nodes.filter((node) => /Sort/.test(node['Node Type']));
  const largest = sorts.flatMap((sort) =>
    (sort.Plans ?? []).map((child) => child['Actual Rows'] * child['Actual Loops']),
  );
  expect(Math.max(0, ...largest)).toBeLessThanOrEqual(most);
  const touched = ours.map(
    (node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
  );
  expect(Math.max(...touched)).toBeLessThanOrEqual(most);
});

test.each(kinds)('the pages of the %s follow on each other: everything once', async (kind) => {
  const actor = await actorOf(stage, cast.tenantId, people[kind] ?? '');
  const seen: { readonly id: string; readonly touchedAt: string }[] = [];
  let after: QuestionFilter['after'];
  for (let page = 0; page < 3; page += 1) {
    const { items, last } = await stage.database.read(actor, (reader) =>
      findQuestionsToAnswer(reader, actor, { limit, after }),
    );
    seen.push(...(JSON.parse(items) as typeof seen));
    if (last === null) break;
    after = last;
  }
  const few = ['teacher', 'secretary', 'specialist who thinks along'].includes(kind);
  expect(seen).toHaveLength(few ? 1 : 3 * limit);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  const moments = seen.map(({ touchedAt }) => Date.parse(touchedAt));
  expect(moments).toEqual([...moments].sort((a, b) => b - a));
});
