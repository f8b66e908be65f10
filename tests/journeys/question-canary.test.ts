/**
 * Canaries of the second job (S7): every text and personal field of a question, its goals, visits, files, committee and specialists
 * carries a mark that occurs nowhere else. After all steps, refusals and faults no mark stands in a log, an address, a refusal, a
 * title of a page, a letter, a job, a file of the jobs, or a table that is no home of it.
 */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import { prepareJobs } from '../../src/platform/jobs.ts';
import { addDays } from '../../src/platform/pure/dates.ts';
import { createApp } from '../../src/web/server.ts';
import { filesOfJobs, tablesWithMarks } from '../support/canary-places.ts';
import {
  aMeeting,
  aQuestionCast,
  dayOfStage,
  type QuestionCast,
  theMeetingIsHeld,
} from '../support/factories-questions.ts';
import { comeIn, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';

/** Where texts of the second job and what people are called may stand; nowhere else. */
const homes = [
  ...[
    'agenda_item',
    'assignment',
    'attachment',
    'attachment_content',
    'committee_meeting',
    'committee_minutes',
    'decision_tlv',
  ],
  ...[
    'goal',
    'goal_level',
    'person',
    'practice_note_edition',
    'question_entry',
    'question_entry_words',
    'question_pupil',
  ],
  ...['practice_note_search', 'question_search', 'question_words', 'specialist', 'visit_school'],
];

let pages: Pages;
let cast: QuestionCast;
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
const text = (what: string) => `Er was ${mark(what)} in de groep.`;
const leaksIn = (said: string) => marks.filter((one) => said.includes(one));

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
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
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

/** What must be done; gives what was answered. */
async function done(who: Visitor, path: string, body: unknown, version?: number) {
  const answer = await post(who, path, body, version);
  expect([path, answer.status, answer.status < 300 ? '' : answer.body]).toEqual([
    path,
    expect.toBeOneOf([200, 201]),
    '',
  ]);
  pages.stage.pass(0.1);
  return JSON.parse(answer.body);
}

/** Steps one after the other, each on the version of the one before. */
async function walk(id: string, steps: readonly (readonly [who: Visitor, request: object])[]): Promise<void> {
  for (const [who, request] of steps) {
    const { version } = JSON.parse(await (await who.api('GET', `/support-questions/${id}`)).text());
    await done(who, `/support-questions/${id}/steps`, request, version);
  }
}

it('no mark of a question stands where it does not belong', { timeout: 120_000 }, async () => {
  const enter = (personId: string) => comeIn(pages.house, { tenantId: cast.tenantId, personId });
  const contact = await enter(cast.author);
  const coordinator = await enter(cast.coordinator);
  const specialist = await enter(cast.specialist);
  const secretary = await enter(cast.secretary);
  const today = dayOfStage(pages.stage);
  const schoolCode = cast.school.code;
  const ask = (level: 'group' | 'pupil') => ({
    ...{
      schoolCode,
      level,
      title: `Vraag ${mark('titel')}`,
      need: text('behoefte'),
      triedSoFar: text('geprobeerd'),
    },
    ...(level === 'pupil' && {
      pupil: {
        ...{ pseudonym: mark('schuilnaam'), ageBand: '8-9', externalCaseNumber: mark('dossier') },
        ...{ parentsSpokenOn: today, parentsConsentOn: today },
      },
    }),
  });
  const assign = {
    specialistId: cast.specialist,
    role: mark('rol'),
    plannedDagdelen: 1,
    from: today,
    to: addDays(today, 60),
  };
  const triage = { step: 'triage', urgency: 'soon', plannedDagdelen: 2, expertise: ['gedrag'] };

  // A group: asked, answered for, worked on, measured and looked back at.
  const group: string = (await done(coordinator, '/support-questions', ask('group'))).id;
  await walk(group, [
    [coordinator, { step: 'submit' }],
    [contact, { step: 'add_note', text: text('bericht') }],
    [contact, triage],
    [contact, { step: 'ask_information', missing: text('ontbreekt') }],
    [coordinator, { step: 'give_information', text: text('gegeven') }],
    [contact, { step: 'assign', ...assign }],
    [specialist, { step: 'start', firstContactOn: today }],
  ]);
  const goal = await done(coordinator, '/goals', {
    ...{
      supportQuestionId: group,
      level: 'group',
      scale: 5,
      title: `Doel ${mark('doel')}`,
      variable: mark('meet'),
    },
    ...{ targetDate: addDays(today, 60) },
    levels: [-2, -1, 0, 1, 2].map((score) => ({ score, description: `${score + 3} keer ${mark('niveau')}` })),
  });
  await done(specialist, `/goals/${goal.id}/scores`, { level: 0, by: 'specialist', moment: 'start' });
  const visit = await done(specialist, '/visits', {
    ...{ schools: [schoolCode], date: today, minutes: 60, kind: 'coaching' },
    split: [{ minutes: 60, supportQuestionId: group }],
  });
  const disputed = { schoolCode, verdict: 'disputed', words: text('nietwaar') };
  await done(coordinator, `/visits/${visit.id}/answers`, disputed);
  const form = new FormData();
  // A session ends when nobody uses it for hours.
  const uploader = await enter(cast.coordinator);
  form.set('_csrf', uploader.csrf);
  form.set('confirmed', 'true');
  form.set('file', new Blob([text('bijlage')], { type: 'text/plain' }), `${mark('bestand')}.txt`);
  const uploaded = await pages.house.app.request(`/vragen/${group}/bijlagen`, {
    method: 'POST',
    headers: { cookie: uploader.cookie, 'sec-fetch-site': 'same-origin' },
    body: form,
  });
  expect((await heard(uploaded)).status).toBe(303);
  const goalNow = JSON.parse(await (await coordinator.api('GET', `/goals/${goal.id}`)).text());
  await done(coordinator, `/goals/${goal.id}/drop`, { reason: text('losgelaten') }, goalNow.version);
  await walk(group, [[specialist, { step: 'stop', reason: text('gestopt'), nextStep: text('verder') }]]);

  // A pupil: the committee advises.
  const pupil: string = (await done(coordinator, '/support-questions', ask('pupil'))).id;
  const meetingId = await aMeeting(pages.stage, cast);
  const meeting = JSON.parse(await (await secretary.api('GET', `/committee-meetings/${meetingId}`)).text());
  await done(secretary, `/committee-meetings/${meetingId}`, { place: mark('plaats') }, meeting.version);
  await walk(pupil, [
    [coordinator, { step: 'submit' }],
    [contact, triage],
    [contact, { step: 'to_committee', meetingId, kind: 'decision' }],
  ]);
  const before = pages.stage.now().toISOString();
  await theMeetingIsHeld(pages.stage, cast, meetingId);
  const chair = await enter(cast.secretary);
  const held = JSON.parse(await (await chair.api('GET', `/committee-meetings/${meetingId}`)).text());
  const minutes = { present: cast.members, minutes: text('notulen') };
  await done(chair, `/committee-meetings/${meetingId}/minutes`, minutes, held.version);
  await walk(pupil, [
    [
      chair,
      {
        ...{
          step: 'decide',
          kind: 'tlv',
          text: text('besluit'),
          granted: true,
          from: today,
          to: addDays(today, 300),
        },
        ...{ schoolType: 'SBO', caseNumber: mark('tlv') },
        firstOpinion: { on: today, by: mark('deskundige') },
        secondOpinion: { on: today, by: mark('deskundige') },
      },
    ],
  ]);
  pages.stage.at(before);

  // Who helps, and what became known.
  const profile = {
    personId: cast.specialist,
    about: text('profiel'),
    formerOrganisation: mark('organisatie'),
    languages: [mark('taal')],
  };
  await done(specialist, '/specialists', profile);

  // Refusals of every kind, with marks in what was asked.
  const bad = { step: 'decline', reason: mark('afgewezen'), nextStep: mark('daarna') };
  expect((await post(coordinator, `/support-questions/${pupil}/steps`, bad, 1)).status).toBe(403);
  expect((await post(contact, `/support-questions/${mark('pad')}/steps`, bad, 1)).status).toBe(404);
  expect((await post(contact, '/support-questions', { schoolCode: mark('code'), need: 7 })).status).toBe(400);
  expect((await post(contact, '/support-questions', mark('json'))).status).toBe(400);
  expect((await heard(await contact.api('GET', `/support-questions?after=${mark('cursor')}`))).status).toBe(
    400,
  );
  expect((await post(coordinator, '/goals', { supportQuestionId: group, title: mark('fout') })).status).toBe(
    400,
  );
  expect((await post(specialist, '/visits', { schools: [mark('school')], kind: mark('soort') })).status).toBe(
    400,
  );
  const pupilNow = JSON.parse(await (await contact.api('GET', `/support-questions/${pupil}`)).text());
  const named = { step: 'add_note', text: `Bel ${mark('adres')}@proef.example.` };
  expect((await post(contact, `/support-questions/${pupil}/steps`, named, pupilNow.version)).status).toBe(
    409,
  );

  // Every page about them, as everybody who reads along; the address never tells more than an id.
  const { author, teamLead } = cast;
  const readers = [author, cast.coordinator, cast.specialist, cast.secretary, teamLead];
  for (const who of await Promise.all(readers.map(enter)))
    for (const path of [
      '/',
      '/vragen',
      `/vragen/${group}`,
      `/vragen/${pupil}`,
      `/vragen/${group}/bijlagen`,
      ...more(goal.id, meetingId),
    ])
      urls.push(
        ...[...(await heard(await who.get(path))).body.matchAll(/(?:href|action|src)="([^"]*)"/g)]
          .map(([, url]) => url ?? '')
          .filter((url) => !/^(mailto|tel):/.test(url)),
      );
  const asContact = await enter(author);
  await heard(
    await asContact.post(`/vragen/${pupil}/afwijzen`, {
      _version: '1',
      reason: mark('formulier'),
      nextStep: '',
    }),
  );
  await heard(
    await asContact.post('/vragen/nieuw', {
      level: 'pupil',
      title: mark('nieuw'),
      'pupil.pseudonym': mark('nieuw'),
    }),
  );
  for (const q of marks.slice(0, 5)) await post(contact, '/search', { q });
  await post(contact, '/support-questions/similar', { text: text('lijkt') });

  // Faults of the world and of ours: PostgreSQL quotes values in its messages.
  const fault = async () => {
    throw Object.assign(new Error(`invalid input: "${mark('fout')}"`), {
      detail: mark('detail'),
      hint: mark('hint'),
    });
  };
  const broken = createApp({
    database: { ...pages.house.database, read: fault, write: fault },
    config: { demo: false, rateLimit: false, baseUrl: undefined },
  });
  for (const path of ['/vragen', `/vragen/${group}`, '/doelen', '/acta', '/inzet/bezoeken']) {
    const answer = await heard(await broken.request(path, { headers: { cookie: asContact.cookie } }));
    expect([path, answer.status]).toEqual([path, 500]);
    expect(answer.body).not.toMatch(/kanarie(fout|detail|hint)/);
  }
  const files = await filesOfJobs(pages.stage.database);
  const metrics = await (await pages.house.app.request('/healthz')).text();

  expect({
    log: leaksIn(logged),
    urls: leaksIn(urls.join('\n')),
    // What the writing aid marked is told back to who wrote it.
    refusals: leaksIn(refusals.join('\n')).filter((one) => !one.startsWith('kanarieadres')),
    // A profile is called after its specialist, whom everybody in the partnership may know.
    titles: leaksIn(titles.join('\n')).filter((one) => !one.startsWith('kanarienaam')),
    files: leaksIn(files),
    metrics: leaksIn(metrics),
  }).toEqual({ log: [], urls: [], refusals: [], titles: [], files: [], metrics: [] });
  expect(logged).toContain('"event"');
  const found = await tablesWithMarks(pages.house.fresh.ownerUrl, leaksIn);
  expect(found.filter((table) => !homes.includes(table))).toEqual([]);
  expect(found).toEqual(
    expect.arrayContaining(['question_words', 'question_pupil', 'goal', 'attachment', 'decision_tlv']),
  );
  expect(marks.length).toBeGreaterThan(80);
});

const more = (goalId: string, meetingId: string) => [
  ...[
    `/doelen/${goalId}`,
    '/doelen',
    '/inzet/bezoeken',
    '/inzet/specialisten',
    `/inzet/specialisten/${cast.specialist}`,
  ],
  ...[`/acta/${meetingId}`, `/acta/${meetingId}/stukken`, '/berichten', `/scholen/${cast.school.code}`],
];
