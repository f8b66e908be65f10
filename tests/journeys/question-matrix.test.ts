/**
 * The matrix of rights at HTTP for the second job (S1): every door of a question, its files, goals, visits, meetings and letters x
 * everybody x a question in every state and at both kinds of level. Who is what and how far that reads is written by hand in
 * question-reach.ts, what each may do in the protocol. `MATRIX=1` opens every cell, `MATRIX=4` a quarter; unless told each run takes
 * another 160th.
 */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import type { Actor, Identity } from '../../src/platform/pure/actor.ts';
import { mayKnock, type Route } from '../../src/platform/route.ts';
import { allRoutes } from '../../src/web/server.ts';
import { aQuestionWorld, clock, type QuestionWorld } from '../law/question-world.ts';
import { aBoard, aCast, actorOf, anAppointment, aSchool } from '../support/factories.ts';
import { comeIn, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';
import { shareOf } from '../support/share.ts';
import { cellsOf, doorsOf, type Thing, type Things } from './question-cells.ts';
import { type Facts, factsOf, held, readsPart, relationsOf } from './question-reach.ts';

const share = shareOf('MATRIX', 160);

interface Watcher {
  readonly kind: string;
  readonly who: Identity;
  readonly visitor: Visitor;
  readonly actor: Actor;
}
let pages: Pages;
let superuser: pg.Client;
let world: QuestionWorld;
let people: Readonly<Record<string, Identity>>;
let questions: readonly Facts[];
let staff: ReadonlySet<string>;
let watchers: readonly Watcher[];
const things: Things = {
  file: [],
  goal: [],
  visit: [],
  decision: [],
  meeting: [],
  specialist: [],
};

beforeAll(async () => {
  pages = await openPages();
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(pages.house.fresh.ownerUrl).pathname;
  superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  world = await aQuestionWorld(pages.stage, superuser);
  people = { ...world.people, ...(await outsiders()) };
  await furnish();
  questions = await factsOf(superuser, world.questions);
  staff = new Set(
    Object.entries(people).flatMap(([kind, { personId }]) => (held[kind]?.here ? [personId] : [])),
  );
  pages.stage.at(clock);
  watchers = await Promise.all(
    Object.entries(people).map(async ([kind, who]) => ({
      kind,
      who,
      visitor: await comeIn(pages.house, who),
      actor: await actorOf(pages.stage, who.tenantId, who.personId),
    })),
  );
}, 120_000);
afterAll(async () => {
  await superuser.end();
  await pages.close();
});

/** Other schools, boards and partnerships; who was there and who will be. The stranger holds nothing and does not come in. */
async function outsiders(): Promise<Readonly<Record<string, Identity>>> {
  const { stage } = pages;
  const { tenantId, school, boardMember, partnershipDirector } = world.cast;
  const lone = { tenantId };
  const here = { tenantId, schoolId: school.id };
  const there = { tenantId, schoolId: (await aSchool(stage, tenantId, await aBoard(stage, tenantId))).id };
  const formerCoordinator = await anAppointment(stage, 'support_coordinator', { ...here, to: '2026-02-01' });
  const futureDirector = await anAppointment(stage, 'school_director', { ...here, from: '2026-04-01' });
  const futureSpecialist = await anAppointment(stage, 'specialist', { ...lone, from: '2026-04-01' });
  await anAppointment(stage, 'teacher', { ...there, personId: formerCoordinator });
  for (const personId of [futureDirector, futureSpecialist])
    await anAppointment(stage, 'editor', { ...lone, personId });
  const mine = {
    ...{ boardMember, partnershipDirector, formerCoordinator, futureDirector, futureSpecialist },
    policyAdviser: await anAppointment(stage, 'policy_adviser', lone),
    privacyOfficer: await anAppointment(stage, 'privacy_officer', lone),
    coordinatorOtherBoard: await anAppointment(stage, 'support_coordinator', there),
    teacherOtherBoard: await anAppointment(stage, 'teacher', there),
  };
  const foreign = await aCast(stage);
  const abroad = { tenantId: foreign.tenantId };
  const theirs = {
    foreignDirector: foreign.director,
    foreignCoordinator: foreign.coordinator,
    foreignSpecialist: await anAppointment(stage, 'specialist', abroad),
    foreignSecretary: await anAppointment(stage, 'committee_secretary', abroad),
  };
  return Object.fromEntries([
    ...Object.entries(mine).map(([kind, personId]) => [kind, { tenantId, personId }] as const),
    ...Object.entries(theirs).map(([kind, personId]) => [kind, { ...abroad, personId }] as const),
  ]);
}

/** A title of its own for every question, a file, a decision with its letter, and one whose author left. */
async function furnish(): Promise<void> {
  const { tenantId } = world.cast;
  const idOf = (name: string) => world.questions[name] ?? '';
  const add = async (sql: string, kind?: keyof Things) => {
    const { rows } = await superuser.query<Thing>(sql);
    if (kind !== undefined) things[kind] = rows;
  };
  await superuser.query('set session_replication_role = replica');
  await add(`update question_words set title = 'Kanarie ' || question_id`);
  await add(`update goal g set pupil = q.level = 'pupil' from support_question q where q.id = g.question_id`);
  await add(
    `update support_question set author_id = '${people['formerCoordinator']?.personId}' where id = '${idOf('in_triage team left behind')}'`,
  );
  const filed = ['draft team', 'started team', 'at_committee team', 'completed team'].map(idOf);
  await add(
    `insert into attachment (tenant_id, id, question_id, school_id, level, name, media_type, size, text_read, uploaded_by, uploaded_at)
      select tenant_id, gen_random_uuid(), id, school_id, level, 'plan.txt', 'text/plain', 1, true, '${people['teacher']?.personId}', '2026-03-02'
      from support_question where id = any ('{${filed.join()}}') returning id, question_id as "questionId", uploaded_by as "personId"`,
    'file',
  );
  await add(`insert into attachment_content select tenant_id, id, 'x' from attachment`);
  for (const name of ['in_triage team', 'in_triage pupil'] as const) {
    const key = `'${tenantId}', '${idOf(name)}'`;
    await add(`insert into question_entry (tenant_id, question_id, version, id, at, relation, step, from_status, to_status)
      values (${key}, 4, '${newId()}', '2026-03-04', 'committee_secretary', 'decide', 'at_committee', 'in_triage')`);
    await add(
      `insert into question_entry_words (tenant_id, question_id, version, text) values (${key}, 4, 'Omdat.')`,
    );
    await add(`insert into agenda_item (tenant_id, id, meeting_id, question_id, kind, state, put_on_at)
      values ('${tenantId}', '${newId()}', '${world.meetings['begun']}', '${idOf(name)}', 'decision', 'decided', '2026-03-02')`);
    await add(
      `insert into decision (tenant_id, id, question_id, version, kind, granted) values ('${tenantId}', '${newId()}', '${idOf(name)}', 4, 'tlv', false)`,
    );
  }
  await superuser.query('set session_replication_role = origin');
  await add(`select id, question_id as "questionId", null as "personId" from decision`, 'decision');
  await add(`select id, question_id as "questionId", null as "personId" from goal order by id`, 'goal');
  await add(`select id, null as "questionId", specialist_id as "personId" from visit order by id`, 'visit');
  await add(
    `select id, null as "questionId", null as "personId" from committee_meeting order by id`,
    'meeting',
  );
  things.specialist = [{ id: people['assigned']?.personId ?? '', questionId: null, personId: null }];
}

function cellsFor({ kind, who, actor }: Watcher) {
  const relations = new Map(questions.map((facts) => [facts.id, relationsOf(kind, who, facts, staff)]));
  const relationsTo = (id: string | null) => relations.get(id ?? '') ?? [];
  // The stranger has no appointment.
  const domestic = who.tenantId === world.cast.tenantId && kind !== 'stranger';
  return cellsOf({ questions, things, domestic, relationsTo }, kind, who, actor);
}

const knock = ({ visitor }: Watcher, { kind, method }: Route, address: string) => {
  if (kind === 'api') return visitor.api(method, address, method === 'GET' ? undefined : {});
  return method === 'GET' ? visitor.get(address) : visitor.post(address, {});
};

/** Everything that a deed would have written. */
async function written(): Promise<string> {
  const tables = [
    'support_question',
    'question_words',
    'question_entry',
    'assignment',
    'goal',
    'goal_score',
    'visit',
    'visit_school',
  ];
  const more = [
    'attachment',
    'agenda_item',
    'committee_meeting',
    'committee_attendance',
    'recusal',
    'decision',
  ];
  const sums = [...tables, ...more].map(
    (table) => `(select md5(string_agg(x::text, ',' order by x::text)) from ${table} x)`,
  );
  const { rows } = await superuser.query<{ sum: string }>(`select concat_ws(' ', ${sums.join()}) as sum`);
  return rows[0]?.sum ?? '';
}

it('every door of a question answers everybody as it should', { timeout: 7_200_000 }, async () => {
  expect(Object.entries(doorsOf).filter(([, some]) => some.length === 0)).toEqual([]);
  expect(watchers.length).toBeGreaterThan(30);
  const before = await written();
  // By door and answer: a rule that is wrong is wrong in hundreds of cells, and another one may hide behind them.
  const wrong = new Map<string, readonly string[]>();
  const tally = new Map<string, number>();
  let nth = 0;
  for (const watcher of watchers)
    for (const { route, address, what, should } of cellsFor(watcher)) {
      if (should === undefined) continue;
      nth += 1;
      if (!share.takes(nth)) continue;
      const { status } = await knock(watcher, route, address);
      tally.set(`${status}`, (tally.get(`${status}`) ?? 0) + 1);
      if (!should.includes(status)) {
        const answer = `${route.kind} ${route.method} ${route.path}: ${status}, not ${should}`;
        wrong.set(answer, [...(wrong.get(answer) ?? []), `${watcher.kind} at «${what}»`]);
      }
    }
  const opened = [...tally.values()].reduce((sum, n) => sum + n, 0);
  console.log(`${opened} of ${nth} cells: ${JSON.stringify([...tally].sort())}`);
  expect(
    [...wrong].map(([answer, cells]) => `${answer}: ${cells.length} cells, ${cells.join(', ')}`),
  ).toEqual([]);
  expect(await written()).toBe(before);
  // The control: the same doors do open for whoever may.
  expect(tally.get('200')).toBeGreaterThan(2_000 / share.of);
});

/** Who looks at the lists, whatever part of the doors is looked at. */
const readers = shareOf('READERS', share.whole ? 1 : 4);
const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

it('no list, count, export, agenda or page tells of a question that is not somebody’s', {
  timeout: 600_000,
}, async () => {
  const names = new Map(questions.map(({ id, name }) => [id, name]));
  const fixed = allRoutes(true).filter(
    ({ path, method, access }) =>
      method === 'GET' && !path.includes(':') && access !== 'public' && !/inzage|audit/.test(path),
  );
  let met = 0;
  const some = watchers.filter((_, nth) => readers.takes(nth));
  for (const { kind, who, visitor, actor } of some) {
    const reads = (part: 'planning' | 'words') =>
      new Set(
        questions
          .filter((facts) => readsPart(relationsOf(kind, who, facts, staff), part))
          .map(({ id }) => id),
      );
    const [planning, words] = [reads('planning'), reads('words')];
    const addresses = [
      ...fixed
        .filter(({ access }) => mayKnock(access, actor))
        .map((route) => [route.kind, route.path] as const),
      ...things.meeting.flatMap(({ id }) => [
        ['api', `/committee-meetings/${id}/agenda`] as const,
        ['page', `/acta/${id}`] as const,
        ['page', `/acta/${id}/stukken`] as const,
      ]),
    ];
    for (const [door, address] of addresses) {
      const answer = await (door === 'api' ? visitor.api('GET', address) : visitor.get(address));
      const said = answer.headers.get('content-type')?.includes('pdf') ? '' : await answer.text();
      const titles = [...said.matchAll(/Kanarie ([0-9a-f-]{36})/g)].map(([, id]) => id ?? '');
      // Who visited knows what for.
      const own = kind === 'other' && /visits|bezoeken/.test(address);
      const told = own ? [] : [...said.matchAll(uuids)].map(([id]) => id).filter((id) => names.has(id));
      met += told.length;
      expect([kind, address, titles.filter((id) => !words.has(id)).map((id) => names.get(id))]).toEqual([
        kind,
        address,
        [],
      ]);
      expect([kind, address, told.filter((id) => !planning.has(id)).map((id) => names.get(id))]).toEqual([
        kind,
        address,
        [],
      ]);
    }
    const list = await visitor.api('GET', '/support-questions?count=true&limit=100');
    if (list.status === 403) {
      expect([kind, planning.size]).toEqual([kind, 0]);
      continue;
    }
    const { items, count } = await list.json();
    // What faded has a list of its own.
    const should = questions
      .filter(({ id, author }) => planning.has(id) && author !== null)
      .map(({ name }) => name);
    const listed = items.map(({ id }: { readonly id: string }) => names.get(id) ?? id);
    expect([kind, listed.toSorted(), count]).toEqual([kind, should.toSorted(), should.length]);
    const csv = await (await visitor.get('/vragen/lijst.csv')).text();
    expect([kind, csv.trim().split('\r\n').length - 1]).toEqual([kind, should.length]);
  }
  expect(met).toBeGreaterThan(50);
});
