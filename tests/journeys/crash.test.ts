/**
 * Killing the program and PostgreSQL while people write (R1): what was acknowledged is there, once, with its audit row, its
 * notices and its letters. Half of it is about concerns, half about questions, visits and scores. The program is killed `CRASH_ROUNDS` times (5 unless told), PostgreSQL half as often (at least 3).
 */
import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorDatabase } from '../../src/platform/command.ts';
import { urlsFor } from '../../src/platform/embedded/roles.ts';
import { dayOf } from '../../src/platform/pure/dates.ts';
import { auditSealer } from '../../src/privacy/audit/audit.jobs.ts';
import { makeGoal } from '../../src/results/index.ts';
import { actorOf, deedOf, openStage } from '../support/factories.ts';
import { aQuestion, aQuestionCast } from '../support/factories-questions.ts';
import {
  killPrograms,
  makeDataDir,
  type RunningWebsite,
  runCommand,
  startWebsite,
} from '../support/program.ts';

const programKills = Number(process.env['CRASH_ROUNDS'] ?? 5);
const postgresKills = Math.max(3, Math.ceil(programKills / 2));

let dataDir: string;
let env: Record<string, string>;
let website: RunningWebsite;
let token: string;
let schoolCode: string;
let work: Work;

beforeAll(async () => {
  dataDir = makeDataDir();
  env = { DATA_DIR: dataDir, HOST: '127.0.0.1', RATE_LIMIT: 'off' };
  website = await startWebsite(env);
  await layGround();
}, 120_000);

afterAll(async () => {
  await website.stop('SIGTERM');
  killPrograms();
  rmSync(dirname(dataDir), { recursive: true, force: true, maxRetries: 5 });
});

async function must(args: readonly string[]): Promise<string> {
  const ended = await runCommand(args, env);
  if (ended.code !== 0) throw new Error(`${args.join(' ')}: ${ended.stderr}`);
  return ended.stdout;
}

/** What the specialist works on. */
interface Work {
  readonly token: string;
  readonly goalId: string;
  readonly questionId: string;
}

/** A school whose contact person writes, and a question that a specialist started on, with a goal that can be scored. */
async function layGround(): Promise<void> {
  const { superUrl, ownerUrl, appUrl } = urls();
  const fresh = { superUrl, ownerUrl, appUrl, drop: async () => undefined };
  const stage = openStage(fresh);
  const cast = await aQuestionCast(stage, fresh);
  const questionId = await aQuestion(stage, cast, 'started');
  const levels = [-2, -1, 0, 1, 2].map((score) => ({ score, description: `${score + 3} keer per dag` }));
  const goal = await makeGoal(deedOf(stage), await actorOf(stage, cast.tenantId, cast.coordinator), {
    ...{ supportQuestionId: questionId, level: 'group', scale: 5, title: 'Zelf beginnen' },
    ...{ variable: 'Hoe vaak', targetDate: '2026-06-01', levels },
  });
  await stage.close();
  if (goal.outcome !== 'taken') throw new Error(JSON.stringify(goal));
  schoolCode = cast.school.code;
  token = await tokenOf(cast.author);
  work = { token: await tokenOf(cast.specialist), goalId: goal.id, questionId };
}

async function tokenOf(personId: string): Promise<string> {
  const [person] = await beside<{ email: string }>('select email from person where id = $1', [personId]);
  return (await must(['token', '--email', person?.email ?? ''])).trim();
}

interface Wish {
  readonly path: string;
  readonly body: object;
  /** Whose token; the contact person's unless told. */
  readonly by?: string;
  readonly key: string | undefined;
  /** The version that was seen. */
  readonly version?: number;
}

interface Answered {
  readonly status: number;
  readonly body: string;
}

/** One try to write; undefined when nobody answered in time. */
function write(
  { path, body, key, version, by = token }: Wish,
  patienceMs: number,
): Promise<Answered | undefined> {
  const headers = {
    authorization: `Bearer ${by}`,
    'content-type': 'application/json',
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
  };
  return new Promise((resolve) => {
    const sent = request(`${website.address}/api/v1${path}`, { method: 'POST', headers, agent: false });
    const giveUp = setTimeout(() => sent.destroy(), patienceMs);
    sent.on('response', (answer) => {
      let said = '';
      answer.setEncoding('utf8').on('data', (part) => {
        said += part;
      });
      answer.on('error', () => undefined);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: said }));
    });
    sent.on('error', () => undefined);
    sent.on('close', () => {
      clearTimeout(giveUp);
      resolve(undefined);
    });
    sent.end(JSON.stringify(body));
  });
}

/** Tries until it is acknowledged, as a careful client does. Gives the id of what was written. */
async function surely(wish: Wish, impatient = false): Promise<string> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const answer = await write(wish, impatient && attempt < 3 ? randomInt(2, 30) : 15_000);
    if (answer?.status === 201 || answer?.status === 200) return JSON.parse(answer.body).id;
    if (answer !== undefined && answer.status !== 503)
      throw new Error(`answered ${answer.status}: ${answer.body}`);
    await sleep(answer === undefined && impatient ? 5 : 50);
  }
  throw new Error(`never acknowledged: ${wish.path}`);
}

const aNoteWith = (mark: string, key: string | undefined): Wish => ({
  path: '/concerns',
  key,
  body: {
    schoolCode,
    noticedOn: '2026-01-12',
    occasion: 'Overleg met de school',
    observation: 'De groepen wisselden vaak van leerkracht.',
    meaningForChildren: 'De groepen missen rust.',
    goesWell: 'Ouders zijn op tijd ingelicht.',
    theme: mark,
  },
});

/** A note, shared with the director, who is invited: three deeds, with notices and letters. Gives the concern's id. */
async function raise(mark: string): Promise<string> {
  const id = await surely(aNoteWith(mark, mark));
  const take = (version: number, body: object) =>
    surely({ path: `/concerns/${id}/steps`, key: `${mark} ${version}`, version, body });
  await take(1, { step: 'share_with_director' });
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString();
  await take(2, { step: 'plan_conversation', proposals: [soon] });
  return id;
}

/** A question, submitted; and of the specialist a visit and a score: four deeds. Gives the ids of question and visit. */
async function ask(mark: string): Promise<Asked> {
  const question = await surely({
    path: '/support-questions',
    key: mark,
    body: { schoolCode, level: 'group', title: mark, need: 'De groep vindt het lastig om te werken.' },
  });
  await surely({
    path: `/support-questions/${question}/steps`,
    key: `${mark} submit`,
    version: 1,
    body: { step: 'submit' },
  });
  const today = dayOf(Date.now());
  const split = [{ minutes: 5, supportQuestionId: work.questionId }];
  const visit = await surely({
    path: '/visits',
    key: `${mark} visit`,
    by: work.token,
    body: { schools: [schoolCode], date: today, minutes: 5, kind: 'coaching', split },
  });
  const score = { level: 0, by: 'specialist', moment: 'interim' };
  await surely({ path: `/goals/${work.goalId}/scores`, key: `${mark} score`, by: work.token, body: score });
  return { question, visit };
}

interface Asked {
  readonly question: string;
  readonly visit: string;
}

function urls() {
  const secrets = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8'));
  return urlsFor(secrets.port, secrets);
}

/** What stands there, whoever may see it. */
async function beside<Row extends pg.QueryResultRow>(query: string, values: readonly unknown[]) {
  const address = new URL(urls().superUrl);
  address.pathname = '/kortelijn';
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  return (await client.query<Row>(query, [...values]).finally(() => client.end())).rows;
}

/** What belongs to each of these concerns, all of it once: entries, audit rows, notices and letters. */
async function expectWhole(ids: readonly string[]): Promise<string> {
  const rows = await beside<{
    entries: string;
    audited: string;
    notices: number;
    people: number;
    letters: number;
    readers: number;
  }>(
    `select (select string_agg(step, ' ' order by version) from concern_entry where concern_id = c.id) as entries,
       (select string_agg(action, ' ' order by action) from audit
         where subject_id = c.id and action in ('note', 'share_with_director', 'plan_conversation')) as audited,
       (select count(*)::int from notice where subject_id = c.id) as notices,
       (select count(distinct (person_id, version, kind))::int from notice where subject_id = c.id) as people,
       (select count(*)::int from outbox where link like '%' || c.id || '%') as letters,
       (select count(distinct person_id)::int from outbox where link like '%' || c.id || '%') as readers
     from unnest($1::uuid[]) as c (id)`,
    [ids],
  );
  const other = rows.filter(
    (row) =>
      row.entries !== 'share_with_director plan_conversation' ||
      row.audited !== 'note plan_conversation share_with_director' ||
      row.notices === 0 ||
      row.notices !== row.people ||
      row.letters === 0 ||
      row.letters !== row.readers,
  );
  expect(other.slice(0, 5)).toEqual([]);
  const sum = (of: 'notices' | 'letters') => rows.reduce((total, row) => total + row[of], 0);
  return `${3 * rows.length} deeds with their audit rows, ${sum('notices')} notices, ${sum('letters')} letters`;
}

interface Counts {
  readonly visits: number;
  readonly scores: number;
}

/** The visits on the question of the specialist, and the scores of the goal. */
async function countWork(): Promise<Counts> {
  const [found] = await beside<Counts>(
    `select (select count(*)::int from visit_share where question_id = $1) as visits,
      (select count(*)::int from goal_score where goal_id = $2) as scores`,
    [work.questionId, work.goalId],
  );
  if (found === undefined) throw new Error('no counts');
  return found;
}

/** What belongs to each of these questions, all of it once; and as many visits and scores more as there were deeds. */
async function expectAsked(
  asked: readonly Asked[],
  marks: readonly string[],
  before: Counts,
): Promise<string> {
  const rows = await beside<{ times: number; audited: string; doubled: number }>(
    `select (select count(*)::int from question_words w where w.title = m.mark) as times,
       (select string_agg(action, ' ' order by action) from audit where subject_id = w.question_id and via = 'api' and action <> 'read') as audited,
       (select (count(*) - count(distinct (person_id, version, kind)))::int from notice where subject_id = w.question_id) as doubled
     from unnest($1::text[]) as m (mark) left join question_words w on w.title = m.mark`,
    [marks],
  );
  expect(
    rows.filter(({ times, audited, doubled }) => times !== 1 || audited !== 'ask submit' || doubled !== 0),
  ).toEqual([]);
  expect(rows.length).toBe(asked.length);
  const audited = await beside<{ n: number }>(
    'select count(distinct subject_id)::int as n from audit where subject_id = any ($1::uuid[]) and action <> $2',
    [asked.map(({ visit }) => visit), 'read'],
  );
  expect(audited).toEqual([{ n: asked.length }]);
  const { visits, scores } = await countWork();
  expect({ visits: visits - before.visits, scores: scores - before.scores }).toEqual({
    visits: asked.length,
    scores: asked.length,
  });
  return `${asked.length} questions, visits and scores, 0 lost, 0 doubled`;
}

/** How often each mark stands in the list. */
async function countMarks(): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (let after: string | null = ''; after !== null; ) {
    const answer = await fetch(`${website.address}/api/v1/concerns?limit=200&after=${after}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page: { items: readonly { theme: string | null }[]; next: string | null } = await answer.json();
    for (const { theme } of page.items) if (theme !== null) found.set(theme, (found.get(theme) ?? 0) + 1);
    after = page.next;
  }
  return found;
}

/** Letters only: in a number the writing aid may find a citizen's. */
const newMark = () =>
  [...randomUUID().replaceAll('-', '')]
    .map((digit) => 'ghijklmnopqrstuv'[Number.parseInt(digit, 16)])
    .join('');

/** Four people write until `stop`, two of them about questions; gives what was acknowledged. */
async function keepWriting() {
  const acknowledged: string[] = [];
  const ids: string[] = [];
  const questions: { readonly mark: string; readonly asked: Asked }[] = [];
  const faults: unknown[] = [];
  const before = await countWork();
  let going = true;
  const raiseOn = async () => {
    while (going) {
      const mark = newMark();
      ids.push(await raise(mark));
      acknowledged.push(mark);
    }
  };
  const askOn = async () => {
    while (going) {
      const mark = newMark();
      questions.push({ mark, asked: await ask(mark) });
    }
  };
  const writers = [raiseOn, askOn, raiseOn, askOn].map((writeOn) =>
    writeOn().catch((fault: unknown) => faults.push(fault)),
  );
  return {
    /** How much of either was written. */
    written: () => Math.min(acknowledged.length, questions.length),
    /** What made a writer stop. */
    faults,
    /** Sees that everything is there, once; gives the figures. */
    async stop(): Promise<string> {
      going = false;
      await Promise.all(writers);
      expect(faults).toEqual([]);
      await expectEachOnce(acknowledged);
      const marks = questions.map(({ mark }) => mark);
      const asked = await expectAsked(
        questions.map((one) => one.asked),
        marks,
        before,
      );
      return `${acknowledged.length} concerns, 0 lost, 0 doubled; ${await expectWhole(ids)}; ${asked}`;
    },
  };
}

async function expectEachOnce(acknowledged: readonly string[]): Promise<void> {
  const found = await countMarks();
  const times = acknowledged.map((mark) => found.get(mark) ?? 0);
  expect({ lost: times.filter((n) => n === 0).length, doubled: times.filter((n) => n > 1).length }).toEqual({
    lost: 0,
    doubled: 0,
  });
}

/** Lets some concerns through before the blow, and sees that writing goes on after it. */
async function until({ written, faults }: Awaited<ReturnType<typeof keepWriting>>, more: number) {
  const wanted = written() + more;
  for (const end = Date.now() + 120_000; written() < wanted; await sleep(10)) {
    if (faults.length > 0) throw faults[0];
    if (Date.now() > end) throw new Error('writing stands still');
  }
}

/** What the program does each minute, too seldom for this test. */
async function sealLog(): Promise<void> {
  const database = operatorDatabase(urls());
  await auditSealer(join(dataDir, 'audit-anchor.jsonl'))(database).finally(() => database.close());
}

test(`nothing acknowledged is lost or doubled when the program is killed ${programKills} times`, async () => {
  const writing = await keepWriting();
  for (let round = 0; round < programKills; round += 1) {
    await until(writing, 2);
    await sleep(randomInt(0, 60));
    await website.stop('SIGKILL');
    website = await startWebsite(env);
  }
  await until(writing, 2);
  process.stderr.write(`program killed ${programKills}x: ${await writing.stop()}\n`);
}, 1_800_000);

test(`nothing acknowledged is lost or doubled when PostgreSQL is killed ${postgresKills} times`, async () => {
  const writing = await keepWriting();
  for (let round = 0; round < postgresKills; round += 1) {
    await until(writing, 2);
    const sealing = sealLog().catch(() => undefined);
    await sleep(randomInt(0, 60));
    const pid = Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
    process.kill(pid, 'SIGKILL');
    await sealing;
  }
  await until(writing, 2);
  process.stderr.write(`PostgreSQL killed ${postgresKills}x: ${await writing.stop()}\n`);
}, 1_800_000);

test('impatient people who send again write once with a key, and without one more than once: the control', async () => {
  const marks = Array.from({ length: 40 }, newMark);
  for (const mark of marks) await surely(aNoteWith(mark, mark), true);
  await expectEachOnce(marks);
  const bare = Array.from({ length: 40 }, newMark);
  for (const mark of bare) await surely(aNoteWith(mark, undefined), true);
  await sleep(300);
  const found = await countMarks();
  expect(bare.filter((mark) => (found.get(mark) ?? 0) > 1).length).toBeGreaterThan(0);
}, 180_000);

test('the chain of the access log is whole after all of it', async () => {
  await sealLog();
  const verdict = JSON.parse(await must(['audit', 'verify', '--json']));
  expect(verdict).toMatchObject({ ok: true, faults: [] });
  expect(verdict.rows).toBeGreaterThan(verdict.waiting.rows);
  process.stderr.write(
    `audit rows after the kills: ${verdict.rows} sealed, ${JSON.stringify(verdict.waiting)} waiting\n`,
  );
}, 180_000);
