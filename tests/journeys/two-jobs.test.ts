/** One goal, two jobs: an agreement of a concern becomes a support question, of which nobody else learns where it came from. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { getConcern } from '../../src/concerns/concern.store.ts';
import { eraseByTerm } from '../../src/concerns/index.ts';
import { addDays } from '../../src/platform/pure/dates.ts';
import { mayKnock } from '../../src/platform/route.ts';
import { fadeQuestionsByTerm } from '../../src/questions/index.ts';
import { makeGoal, scoreGoal } from '../../src/results/index.ts';
import { allRoutes } from '../../src/web/server.ts';
import { aConcernIn, actorOf, anAppointment, deedOf, step } from '../support/factories.ts';
import {
  anAskBy,
  aQuestionCast,
  dayOfStage,
  type QuestionCast,
  questionStep,
} from '../support/factories-questions.ts';
import { comeIn, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';

let pages: Pages;
let stage: Pages['stage'];
let cast: QuestionCast;
let superuser: pg.Client;
let privacyOfficer: string;
let concern: string;
let agreement: string;

beforeAll(async () => {
  pages = await openPages();
  ({ stage } = pages);
  cast = await aQuestionCast(stage, pages.house.fresh, pages.cast);
  privacyOfficer = await anAppointment(stage, 'privacy_officer', { tenantId: cast.tenantId });
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(pages.house.fresh.ownerUrl).pathname;
  superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  concern = await aConcernIn(stage, cast, 'working');
  // A teacher takes part: reads the concern, and no question of the school.
  await step(stage, cast.tenantId, cast.director, concern, {
    step: 'add_participant',
    personId: cast.teacher,
  });
  agreement = await agreementOf(concern);
});
afterAll(async () => {
  await superuser.end();
  await pages.close();
});

async function agreementOf(id: string): Promise<string> {
  const actor = await actorOf(stage, cast.tenantId, cast.author);
  const row = await stage.database.read(actor, (reader) => getConcern(reader, actor, id));
  return row?.entries.flatMap((entry) => entry.agreements)[0]?.id ?? '';
}

const enter = (personId: string) => comeIn(pages.house, { tenantId: cast.tenantId, personId });
const formOf = (id = concern, one = agreement) => `/zorgen/${id}/afspraken/${one}/vraag`;
const button = 'Maak er een ondersteuningsvraag van';
const bare = 'Hierover is een ondersteuningsvraag gesteld';
const asked = {
  level: 'team',
  title: 'Wie helpt ons met het rooster?',
  need: 'Een vaste leerkracht.',
} as const;
const apiOf = (id = concern, one = agreement) => `/concerns/${id}/agreements/${one}/question`;
const linked = async (one = agreement): Promise<readonly string[]> =>
  (
    await superuser.query<{ id: string }>(
      'select question_id as id from concern_question where agreement_id = $1 order by made_at',
      [one],
    )
  ).rows.map(({ id }) => id);

it('the button is for who reads the concern and may ask at that school; the form starts from the agreement alone', async () => {
  const html = async (who: string) => (await pages.see(who, `/zorgen/${concern}`)).html;
  for (const who of [cast.author, cast.director]) expect(await html(who)).toContain(button);
  for (const who of [cast.teacher, cast.teamLead]) expect(await html(who)).not.toContain(button);
  const status = async (who: string, path = formOf()) => (await pages.see(who, path)).status;
  expect(await status(cast.author)).toBe(200);
  // Who asks at this school but does not read the concern finds as little as at an address that was never there.
  expect([await status(cast.coordinator), await status(cast.author, formOf(concern, cast.teacher))]).toEqual([
    404, 404,
  ]);
  expect([await status(cast.teacher), await status(cast.teamLead)]).toEqual([403, 403]);
  const form = (await pages.see(cast.author, formOf())).html;
  const main = form.slice(form.indexOf(`action="${formOf()}"`));
  expect(main).toContain('value="Rooster maken"');
  expect(main).toContain('Een vaste leerkracht.');
  expect(main).not.toContain('value="pupil"');
  for (const word of ['Drie groepen hadden', 'Het team lijkt moe', 'bezetting'])
    expect(main).not.toContain(word);
});

it('what lacks or names somebody makes nothing', async () => {
  const send = (fields: object) => pages.send(cast.author, formOf(), { ...asked, ...fields });
  expect((await send({ level: '' })).status).toBe(422);
  expect((await send({ level: 'pupil' })).status).toBe(422);
  const named = await send({ need: 'Bel de moeder van Fatima op 06-12345678.' });
  expect(named.status).toBe(422);
  expect(named.html).toContain('06-12345678');
  expect(await linked()).toEqual([]);
  const visitor = await enter(cast.author);
  expect((await visitor.api('POST', apiOf(), { level: 'pupil' })).status).toBe(400);
  expect((await (await enter(cast.coordinator)).api('POST', apiOf(), { level: 'team' })).status).toBe(404);
  expect((await (await enter(cast.teamLead)).api('POST', apiOf(), { level: 'team' })).status).toBe(403);
});

it('one step makes one draft; who comes second gets the same, and a withdrawn one makes room for another', async () => {
  const made = await pages.send(cast.director, formOf(), { ...asked, _key: 'a' });
  const [question = ''] = await linked();
  expect([made.status, made.to]).toEqual([303, `/vragen/${question}`]);
  expect((await pages.send(cast.author, formOf(), { ...asked, _key: 'b' })).to).toBe(`/vragen/${question}`);
  expect((await pages.see(cast.author, formOf())).to).toBe(`/vragen/${question}`);
  const again = await (await enter(cast.author)).api('POST', apiOf(), { level: 'group' });
  expect([again.status, await again.json()]).toEqual([200, { id: question }]);
  await stage.pass(1);
  await questionStep(stage, cast, cast.director, question, { step: 'submit' });
  await questionStep(stage, cast, cast.director, question, { step: 'withdraw', reason: 'Te vroeg.' });
  const key = { 'Idempotency-Key': 'c' };
  const next = await (await enter(cast.author)).api('POST', apiOf(), { level: 'group' }, key);
  const { id } = (await next.json()) as { id: string };
  expect([next.status, next.headers.get('location')]).toEqual([201, `/api/v1/support-questions/${id}`]);
  const replayed = await (await enter(cast.author)).api('POST', apiOf(), { level: 'group' }, key);
  expect([replayed.status, await replayed.json()]).toEqual([201, { id }]);
  expect(await linked()).toEqual([question, id]);
  const words = await superuser.query('select title, need from question_words where question_id = $1', [id]);
  expect(words.rows).toEqual([{ title: 'Rooster maken', need: 'Een vaste leerkracht.' }]);
  stage.pass(1);
});

it('each reader of the concern sees as much of the question as is theirs', async () => {
  const [first = '', second = ''] = await linked();
  const { rows } = await superuser.query<{ number: string }>(
    'select number from support_question where id = any ($1) order by asked_at',
    [[first, second]],
  );
  const numbers = rows.map(({ number }) => number);
  for (const who of [cast.author, cast.director, cast.teamLead]) {
    const { html } = await pages.see(who, `/zorgen/${concern}`);
    for (const text of [...numbers, first, 'Ingetrokken', 'Concept', 'De ondersteuningsvraag is ingetrokken'])
      expect(html).toContain(text);
    expect(html).not.toContain(button);
  }
  const { html } = await pages.see(cast.teacher, `/zorgen/${concern}`);
  for (const text of [...numbers, first, second, 'Ingetrokken', 'Concept']) expect(html).not.toContain(text);
  // At the agreement and on the timeline: once each, however many there were.
  expect(html.split(bare)).toHaveLength(3);
  const api = async (who: string) =>
    (await (await enter(who)).api('GET', `/concerns/${concern}/questions`)).json();
  expect(await api(cast.teacher)).toEqual({
    items: [{ agreementId: agreement, at: expect.any(String), question: null }],
    next: null,
  });
  expect((await api(cast.author)) as object).toMatchObject({
    items: [
      { question: { id: first, number: numbers[0], status: 'withdrawn' } },
      { question: { id: second, status: 'draft', faded: false, lasted: null } },
    ],
  });
  expect(await api(cast.coordinator)).toMatchObject({ status: 404 });
  // The control: what keeps the question from the teacher is the policy of questions.
  await superuser.query('begin');
  const policy = `select pg_get_expr(polqual, polrelid) as text from pg_policy where polname = 'circle_reads'
    and polrelid = 'support_question'::regclass`;
  const text = (await superuser.query<{ text: string }>(policy)).rows[0]?.text;
  await superuser.query('alter policy circle_reads on support_question using (true); commit');
  const open = (await pages.see(cast.teacher, `/zorgen/${concern}`)).html;
  await superuser.query(`alter policy circle_reads on support_question using (${text})`);
  for (const number of numbers) expect(open).toContain(number);
});

// What strangers see ------------------------------------------------------------------------------------------------------

/** Where anything of a question or a concern could stand; of all forms of steps the page of the question says enough. */
const near =
  /^\/$|^\/(vragen|zorgen|support-questions|concerns)(\/:id)?(\/(lijst\.csv|cijfers|questions|bijlagen|attachments|vervaagd))?$|^\/(berichten|notices|doelen|goals|visits|inzet\/bezoeken|acta|gesprekken|conversations|committee-meetings)$|afspraken/;

async function answersOf(visitor: Visitor, question: string): Promise<ReadonlyMap<string, string>> {
  const actor = await actorOf(stage, cast.tenantId, visitor.person.personId);
  const ids = (path: string) => (/^\/(zorgen|concerns)/.test(path) ? concern : question);
  const addresses = allRoutes(true)
    .filter((route) => route.method === 'GET' && mayKnock(route.access, actor) && near.test(route.path))
    .map(({ kind, path }) => `${kind === 'api' ? '/api/v1' : ''}${path.replace(/:id/, ids(path))}`)
    .map((path) => path.replace(':code', cast.school.code).replace(':agreement', agreement))
    .filter((path) => !path.includes(':'));
  const said = new Map<string, string>();
  const keep = async (address: string, answer: Response) => {
    const body = (await answer.text()).replace(/name="_key" value="[^"]*"/g, '');
    said.set(address, `${answer.status} ${JSON.stringify([...answer.headers])} ${body}`);
  };
  for (const address of [...addresses, '/api/v1/support-questions?count=true&limit=1'])
    await keep(
      address,
      await (address.startsWith('/api/v1')
        ? visitor.api('GET', address.slice('/api/v1'.length))
        : visitor.get(address)),
    );
  for (const q of ['rooster', 'leerkracht']) {
    await keep(`search ${q}`, await visitor.api('POST', '/search', { q, limit: 50 }));
    // What is sought goes sealed, each time otherwise.
    const sealed = (await visitor.post('/zoeken', { q })).headers.get('location') ?? '';
    const page = await (await visitor.get(sealed)).text();
    said.set(`zoeken ${q}`, page.replace(/z=[\w-]+/g, ''));
  }
  const notices = await superuser.query(
    'select kind, subject_id, at from notice where person_id = $1 order by id',
    [visitor.person.personId],
  );
  return said.set('notices', JSON.stringify(notices.rows));
}

const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) =>
  [...after].filter(([address, answer]) => before.get(address) !== answer).map(([address]) => address);

it('who reads the question and not the concern gets every answer the same, byte for byte, with and without the link', async () => {
  const [, question = ''] = await linked();
  await questionStep(stage, cast, cast.author, question, { step: 'submit' });
  await questionStep(stage, cast, cast.author, question, {
    step: 'think_along',
    specialistId: cast.colleague,
  });
  await questionStep(stage, cast, cast.colleague, question, { step: 'think_along', decision: 'accept' });
  await questionStep(stage, cast, cast.author, question, {
    step: 'triage',
    urgency: 'soon',
    plannedDagdelen: 2,
    expertise: ['gedrag'],
  });
  await questionStep(stage, cast, cast.author, question, {
    step: 'assign',
    specialistId: cast.specialist,
    role: 'Begeleider',
    plannedDagdelen: 1,
    from: dayOfStage(stage),
    to: addDays(dayOfStage(stage), 30),
  });
  const strangers = [cast.coordinator, cast.specialist, cast.colleague, cast.secretary, privacyOfficer];
  const readers = [cast.author, cast.teacher];
  const visitors = await Promise.all([...strangers, ...readers].map(enter));
  const all = () => Promise.all(visitors.map((visitor) => answersOf(visitor, question)));
  await all(); // What is opened is seen from then on.
  const before = await all();
  const { rows } = await superuser.query('delete from concern_question returning *');
  const after = await all();
  for (const row of rows)
    await superuser.query(
      'insert into concern_question select * from jsonb_populate_record(null::concern_question, $1)',
      [row],
    );
  const differ = visitors.map((_, nth) => changed(before[nth] ?? new Map(), after[nth] ?? new Map()));
  expect(differ.slice(0, strangers.length)).toEqual(strangers.map(() => []));
  // The control: who reads the concern notices.
  for (const theirs of differ.slice(strangers.length)) expect(theirs).toContain(`/zorgen/${concern}`);
  expect(before[0]?.get(`/vragen/${question}`)).toMatch(/^200 /);
  expect(before[1]?.get(`/vragen/${question}`)).toMatch(/^200 /);
  expect(before.reduce((sum, one) => sum + one.size, 0)).toBeGreaterThan(100);
}, 60_000);

it('a question made of an agreement is like any other in every row, and nothing else in the database asks for the link', async () => {
  const other = await aConcernIn(stage, cast, 'working');
  const plain = await anAskBy(stage, cast, cast.author, { ...asked, triedSoFar: '' });
  const made = await (await enter(cast.author)).api('POST', apiOf(other, await agreementOf(other)), asked);
  const { id } = (await made.json()) as { id: string };
  stage.pass(1);
  const rowsOf = async (question: string) => {
    const { rows: tables } = await superuser.query<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id'
        and table_name not in ('concern_question', 'idempotency') group by 1 order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await superuser.query<{ row: string }>(
        `select (to_jsonb(x) - '{number,tried_so_far,asked_at,touched_at,at,hash,sealed_at,tsv,terms}'::text[])::text as row
          from ${name} x where to_jsonb(x)::text like $1`,
        [`%${question}%`],
      );
      found.push(...rows.map(({ row }) => `${name} ${row.replaceAll(question, 'Q')}`));
    }
    return found.map((row) => row.replace(/"id": "(?!Q)[^"]*"/, '"id": "x"'));
  };
  const bySelf = await rowsOf(plain);
  expect(bySelf.map((row) => row.split(' ')[0])).toContain('audit');
  expect(await rowsOf(id)).toEqual(bySelf);
  const mentions = await superuser.query<{ name: string }>(
    `select proname as name from pg_proc where prosrc ~ 'concern_question' union all
      select c.relname || '.' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
      where concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~ 'concern_question' order by 1`,
  );
  expect(mentions.rows.map(({ name }) => name)).toEqual([
    'concern_question.asker_links',
    'concern_question.with_its_agreement',
    'concern_question_law',
  ]);
});

// What comes back -------------------------------------------------------------------------------------------------------------

it('what came of the question stands on the timeline of the concern, for who may read the question', async () => {
  const [, question = ''] = await linked();
  const specialist = await actorOf(stage, cast.tenantId, cast.specialist);
  const coordinator = await actorOf(stage, cast.tenantId, cast.coordinator);
  const day = dayOfStage(stage);
  await questionStep(stage, cast, cast.specialist, question, { step: 'start', firstContactOn: day });
  const levels = [-2, -1, 0, 1, 2].map((score) => ({ score, description: `Niveau ${score}` }));
  const goal = await makeGoal(deedOf(stage), specialist, {
    supportQuestionId: question,
    level: 'team',
    title: 'Elke groep een vast gezicht',
    scale: 5,
    levels,
    targetDate: addDays(day, 20),
  });
  if (goal.outcome !== 'taken') throw new Error(JSON.stringify(goal));
  const scored = async (
    by: 'school' | 'specialist',
    moment: 'start' | 'end' | 'follow_up',
    level: number,
  ) => {
    const actor = by === 'school' ? coordinator : specialist;
    const outcome = await scoreGoal(deedOf(stage), actor, goal.id, { by, moment, level });
    expect([by, moment, outcome.outcome]).toEqual([by, moment, 'taken']);
    stage.pass(1);
  };
  await scored('school', 'start', -2);
  await scored('specialist', 'start', -2);
  await scored('school', 'end', 1);
  await scored('specialist', 'end', 0);
  await questionStep(stage, cast, cast.specialist, question, { step: 'evaluate' });
  await questionStep(stage, cast, cast.coordinator, question, { step: 'complete' });
  await scored('school', 'follow_up', 0);
  await questionStep(stage, cast, cast.coordinator, question, { step: 'follow_up', didItLast: 'partly' });
  const told = [
    'De ondersteuning is geëvalueerd',
    'De ondersteuningsvraag is afgerond',
    'Er is teruggekeken',
    'Deels',
    'Elke groep een vast gezicht',
    'Na de inzet: school +1 (meer dan verwacht) en ondersteuningsspecialist 0 (zoals verwacht).',
    'Later: school 1 niveau lager dan na de inzet.',
  ];
  const { html } = await pages.see(cast.author, `/zorgen/${concern}`);
  for (const words of told) expect(html).toContain(words);
  const theirs = (await pages.see(cast.teacher, `/zorgen/${concern}`)).html;
  for (const words of told) expect(theirs).not.toContain(words);
  expect(theirs).toContain(bare);
});

it('a question that faded is told as faded; a concern that fades takes the link away', async () => {
  const [first = '', second = ''] = await linked();
  await step(stage, cast.tenantId, cast.author, concern, {
    step: 'review',
    childrenNotice: 'Rust in de groep.',
    resolved: true,
  });
  // Over is over: no new question of it.
  const over = await aConcernIn(stage, cast, 'resolved');
  expect((await pages.see(cast.author, formOf(over, await agreementOf(over)))).status).toBe(409);
  const refused = await (await enter(cast.author)).api('POST', apiOf(over, await agreementOf(over)), asked);
  expect(refused.status).toBe(409);
  const now = stage.now().toISOString();
  // Two years later, a month after it was told.
  await superuser.query('update tenant set fade_months = 36');
  for (const day of [710, 750]) {
    stage.at(`${addDays(now.slice(0, 10), day)}T02:00:00Z`);
    await fadeQuestionsByTerm(stage.database);
  }
  const { html } = await pages.see(cast.author, `/zorgen/${concern}`);
  expect(html.split('Vervaagd')).toHaveLength(5); // each at the agreement and on the timeline
  for (const text of [first, second].map((id) => `/vragen/${id}`)) expect(html).not.toContain(text);
  expect(html).not.toContain('Elke groep een vast gezicht');
  await superuser.query('update tenant set fade_months = 6');
  for (const day of [790, 830]) {
    stage.at(`${addDays(now.slice(0, 10), day)}T02:00:00Z`);
    await eraseByTerm(stage.database);
  }
  expect(await linked()).toEqual([]);
  const left = await superuser.query('select from support_question where id = any ($1)', [[first, second]]);
  expect(left.rowCount).toBe(2);
}, 60_000);
