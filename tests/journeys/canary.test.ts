/**
 * Canaries (S7): every personal field and every text carries a mark that occurs nowhere else. After all steps, refusals and
 * faults no mark stands in a log, an address, a refusal, a title of a page, a job, a file, or a table that is no home of it.
 */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { takeStep } from '../../src/concerns/concern.actions.ts';
import { sql } from '../../src/platform/database.ts';
import { prepareJobs } from '../../src/platform/jobs.ts';
import { createApp } from '../../src/web/server.ts';
import { filesOfJobs, homes, tablesWithMarks } from '../support/canary-places.ts';
import { aCast, actorOf, anAppointment, aPerson, type Cast, deedOf } from '../support/factories.ts';
import { comeIn, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';

let pages: Pages;
let cast: Cast;
let logged = '';
const urls: string[] = [];
const refusals: string[] = [];
const titles: string[] = [];
const marks: string[] = [];

/** A word that occurs nowhere else, so that it can be found wherever it leaks. */
function mark(what: string): string {
  // Consonants alone: «6isa» is a number and a given name to the writing aid, which then stops the step.
  const letters = Array.from({ length: 7 }, () => 'bcdfghjklmnpqrstvwxz'[Math.floor(Math.random() * 20)]);
  const word = `kanarie${what}${marks.length}x${letters.join('')}`;
  marks.push(word);
  return word;
}

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr] as const) {
    const write = stream.write.bind(stream);
    vi.spyOn(stream, 'write').mockImplementation((chunk: string | Uint8Array) => {
      logged += String(chunk);
      return write('');
    });
  }
  for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...said: unknown[]) => {
      logged += said.map(String).join(' ');
    });
  pages = await openPages();
  cast = pages.cast;
  await prepareJobs(pages.house.fresh.ownerUrl);
  await pages.house.operator.write({ operatorFor: cast.tenantId }, async (tx) => {
    const people = await tx.rows<{ id: string }>(
      sql`select id from person where tenant_id = ${cast.tenantId}`,
    );
    for (const { id } of people)
      await tx.run(sql`update person set name = ${mark('naam')}, email = ${`${mark('mail')}@proef.example`},
        phone = ${mark('telefoon')} where tenant_id = ${cast.tenantId} and id = ${id}`);
  });
});

afterAll(async () => {
  vi.restoreAllMocks();
  await pages.close();
});

const text = (what: string) => `Er was ${mark(what)} in de groep.`;
const visitor = (personId: string, tenantId = cast.tenantId) => comeIn(pages.house, { tenantId, personId });

/** Everything an answer says outside the page itself. */
async function heard(answer: Response): Promise<{ readonly status: number; readonly body: string }> {
  const body = await answer.text();
  urls.push(answer.headers.get('location') ?? '', answer.headers.get('link') ?? '');
  if ((answer.headers.get('content-type') ?? '').includes('problem+json')) refusals.push(body);
  titles.push(/<title>([^<]*)/.exec(body)?.[1] ?? '');
  return { status: answer.status, body };
}

async function post(who: Visitor, path: string, body: unknown, version?: number) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
  return heard(await who.api('POST', path, body, headers));
}

it('no mark of a person or a text stands where it does not belong', async () => {
  const [author, director, teamLead, boardMember] = await Promise.all(
    [cast.author, cast.director, cast.teamLead, cast.boardMember].map((who) => visitor(who)),
  );
  if (!author || !director || !teamLead || !boardMember) throw new Error('missing');
  const noted = await post(author, '/concerns', {
    schoolCode: cast.school.code,
    noticedOn: '2026-03-02',
    occasion: text('aanleiding'),
    observation: text('feit'),
    impression: text('indruk'),
    meaningForChildren: text('betekenis'),
    goesWell: text('goed'),
    theme: mark('thema'),
  });
  const { id } = JSON.parse(noted.body);
  let version = 1;
  const step = async (who: Visitor, request: object) => {
    const answer = await post(who, `/concerns/${id}/steps`, request, version);
    expect(answer.status, `${JSON.stringify(request)} ${answer.body}`).toBe(200);
    version = JSON.parse(answer.body).version;
    pages.stage.pass(0.1);
  };
  const agreement = {
    what: text('afspraak'),
    who: mark('wie'),
    by: '2026-04-01',
    childrenNotice: text('merken'),
  };
  await step(author, { step: 'share_with_director' });
  await step(director, { step: 'reply', verdict: 'accurate', text: text('reactie') });
  await step(director, { step: 'add_participant', personId: cast.coordinator });
  await step(author, { step: 'plan_conversation', proposals: ['2026-03-20T10:00:00Z'] });
  await step(director, { step: 'answer_invitation', proposal: '2026-03-20T10:00:00Z' });
  await step(author, {
    step: 'hold_conversation',
    heldOn: '2026-03-02',
    present: [cast.author, cast.director],
    report: text('verslag'),
    goesWell: text('gaatgoed'),
    agreements: [agreement],
  });
  await step(director, { step: 'confirm_report', agrees: false, text: text('eigenblik') });
  await step(author, { step: 'propose_board', whyNotAtSchool: text('waarom') });
  await step(director, { step: 'take_position', position: 'disagrees', text: text('positie') });
  await step(teamLead, { step: 'share_with_board' });
  await step(boardMember, { step: 'add_view', text: text('bestuur') });

  // Refusals of every kind, with marks in what was asked.
  const bad = { step: 'resolve', outcome: mark('uitkomst'), childrenNotice: mark('notitie') };
  expect((await post(author, `/concerns/${id}/steps`, bad, version)).status).toBe(403);
  expect((await post(author, '/concerns', { schoolCode: mark('code'), observation: 7 })).status).toBe(400);
  expect((await post(author, '/concerns', `${mark('json')}`)).status).toBe(400);
  expect((await post(author, `/concerns/${mark('pad')}/steps`, bad, version)).status).toBe(404);
  expect((await heard(await author.api('GET', `/concerns?after=${mark('cursor')}`))).status).toBe(400);
  const second = JSON.parse(
    (
      await post(director, '/concerns', {
        schoolCode: cast.school.code,
        noticedOn: '2026-03-02',
        occasion: text('aanleiding'),
        observation: `Gemeld door ${marks[0]}.`,
      })
    ).body,
  );
  expect(second.status).toBe(409);

  // Every page about it, as everybody who reads along; the address never tells more than an id.
  const readers = await Promise.all(
    [cast.author, cast.director, cast.teamLead, cast.boardMember].map((one) => visitor(one)),
  );
  for (const who of readers) {
    for (const path of [
      '/',
      '/zorgen',
      `/zorgen/${id}`,
      `/zorgen/${id}/wie-weet-dit`,
      `/scholen/${cast.school.code}`,
      '/mijn',
    ])
      urls.push(
        ...[...(await heard(await who.get(path))).body.matchAll(/(?:href|action|src)="([^"]*)"/g)]
          .map(([, url]) => url ?? '')
          .filter((url) => !/^(mailto|tel):/.test(url)),
      );
    expect(titles.at(-1)).not.toBe('');
    await heard(
      await who.post(`/zorgen/${id}/afronden`, {
        _version: '1',
        outcome: mark('formulier'),
        childrenNotice: '',
      }),
    );
  }

  // Faults of the world and of ours: PostgreSQL quotes values in its messages.
  const deed = deedOf(pages.stage);
  const who = await actorOf(pages.stage, cast.tenantId, cast.director);
  const broken = createApp({
    database: {
      ...pages.house.database,
      read: async () => {
        throw Object.assign(new Error(`invalid input: "${mark('fout')}"`), {
          detail: mark('detail'),
          hint: mark('hint'),
        });
      },
    },
    config: { demo: false, rateLimit: false, baseUrl: undefined },
  });
  for (const path of ['/api/v1/concerns', '/zorgen']) {
    const answer = await heard(await broken.request(path, { headers: { cookie: readers[0]?.cookie ?? '' } }));
    expect(answer.status).toBe(500);
    expect(answer.body).not.toMatch(/kanarie(fout|detail|hint)/);
  }
  expect(await takeStep(deed, who, id, { step: 'add_view', text: text('directeur') })).toMatchObject({
    outcome: 'taken',
  });
  const spare = await aPerson(pages.stage, cast.tenantId, mark('dubbel'));
  await anAppointment(pages.stage, 'teacher', {
    tenantId: cast.tenantId,
    personId: spare,
    schoolId: cast.school.id,
  });
  await aCast(pages.stage);

  expect(logged).toContain('"event":"api failed"');
  const dropped = await post(author, '/concerns', {
    schoolCode: cast.school.code,
    noticedOn: '2026-03-02',
    occasion: text('wegaanleiding'),
    observation: text('weg'),
  });
  const drop = { step: 'drop' };
  expect((await post(author, `/concerns/${JSON.parse(dropped.body).id}/steps`, drop, 1)).status).toBe(200);
  // Searched for, in a body and never in an address.
  for (const q of marks.slice(0, 10)) await post(director, '/search', { q });
  const metrics = await (await pages.house.app.request('/healthz')).text();
  const files = await filesOfJobs(pages.stage.database);

  expect({
    log: leaksIn(logged),
    urls: leaksIn(urls.join('\n')),
    refusals: leaksIn(refusals.join('\n')),
    titles: leaksIn(titles.join('\n')),
    files: leaksIn(files),
    metrics: leaksIn(metrics),
  }).toEqual({ log: [], urls: [], refusals: [], titles: [], files: [], metrics: [] });
  expect(files).toContain('"dropped"');
  expect(await tablesWithMarks(pages.house.fresh.ownerUrl, leaksIn)).toEqual(homes);
  expect(marks.length).toBeGreaterThan(40);
});

const leaksIn = (said: string) => marks.filter((one) => said.includes(one));
