/** Files on a question: through the real pages and the API, also files that mean harm. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import {
  aQuestion,
  aQuestionCast,
  type QuestionCast,
  questionStep,
} from '../../../tests/support/factories-questions.ts';
import { docxOf, officeParts, pdfOf, pdfPage, zipOf } from '../../../tests/support/files.ts';
import { comeIn, type Visitor } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import type { Status } from '../question.rules.ts';

let pages: Pages;
let cast: QuestionCast;
let coordinator: Visitor;
let contact: Visitor;
let specialist: Visitor;
let teamLead: Visitor;
let stranger: Visitor;
let colleague: Visitor;
/** About a group and assigned; about a pupil. */
let question: string;
let pupil: string;
let others: Readonly<Record<'asked' | 'along' | 'draft' | 'answered' | 'full', string>>;

beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
  question = await aQuestion(pages.stage, cast, 'assigned');
  pupil = await aQuestion(pages.stage, cast, 'assigned', { level: 'pupil' });
  const { tenantId } = cast;
  const state = (status: Status) => aQuestion(pages.stage, cast, status);
  const [asked, along] = [await state('submitted'), await state('submitted')];
  const ask = { step: 'think_along', specialistId: cast.colleague } as const;
  for (const id of [asked, along]) await questionStep(pages.stage, cast, cast.author, id, ask);
  await questionStep(pages.stage, cast, cast.colleague, along, { step: 'think_along', decision: 'accept' });
  others = {
    asked,
    along,
    draft: await state('draft'),
    answered: await state('answered'),
    full: await state('submitted'),
  };
  // A session ends when nobody uses it for hours: people come in when all of that is done.
  const enter = (personId: string) => comeIn(pages.house, { tenantId, personId });
  coordinator = await enter(cast.coordinator);
  contact = await enter(cast.author);
  specialist = await enter(cast.specialist);
  teamLead = await enter(cast.teamLead);
  colleague = await enter(cast.colleague);
  stranger = await enter(await anAppointment(pages.stage, 'specialist', { tenantId }));
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const plan = bytesOf('Plan: korte taken, een vaste plek, elke dag vijf minuten vooruitkijken.');

async function upload(
  who: Visitor,
  id: string,
  bytes: Uint8Array,
  { name = 'plan.txt', fields = { confirmed: 'true' } as Readonly<Record<string, string>> } = {},
) {
  const body = new FormData();
  for (const [field, value] of Object.entries({ _csrf: who.csrf, ...fields })) body.append(field, value);
  body.set('file', new File([new Uint8Array(bytes)], name));
  const headers = { cookie: who.cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await pages.house.app.request(`/vragen/${id}/bijlagen`, { method: 'POST', headers, body });
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
}

const address = (id: string) => `/support-questions/${id}/attachments`;
async function attach(who: Visitor, id: string, bytes: Uint8Array, more: object = {}) {
  const content = Buffer.from(bytes).toString('base64');
  const answer = await who.api('POST', address(id), { name: 'plan.txt', content, confirmed: true, ...more });
  const body = (await answer.json()) as {
    readonly id: string;
    readonly name: string | null;
    readonly mediaType: string;
    readonly textRead: boolean;
    readonly unmet?: readonly { readonly code: string }[];
    readonly marks?: readonly { readonly text: string }[];
  };
  return { status: answer.status, body, codes: body.unmet?.map(({ code }) => code) };
}
interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly removedBy: unknown;
  }[];
}
const listed = async (who: Visitor, id: string) =>
  ((await (await who.api('GET', address(id))).json()) as Listed).items;
/** What stands there, whoever may see it. */
async function everything<Row extends pg.QueryResultRow>(query: string): Promise<readonly Row[]> {
  const { ownerUrl } = pages.house.fresh;
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c role=kortelijn_operator' });
  await client.connect();
  return client
    .query<Row>(query)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

describe('a file that may come in', () => {
  it('comes by the page, stands there for who reads the question, and goes out as an attachment', async () => {
    expect(await upload(coordinator, question, plan)).toMatchObject({
      status: 303,
      to: `/vragen/${question}/bijlagen`,
    });
    for (const who of [coordinator, contact, specialist, teamLead]) {
      const html = await (await who.get(`/vragen/${question}`)).text();
      const to = new RegExp(`/vragen/${question}/bijlagen/[\\w-]{36}`).exec(html)?.[0] ?? '';
      const file = await who.get(to);
      expect(Object.fromEntries(file.headers)).toMatchObject({
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': 'attachment; filename="plan.txt"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      expect(new Uint8Array(await file.arrayBuffer())).toEqual(plan);
    }
  });

  it('comes by the API as base64, once per key, with the type its content has and a name without tricks', async () => {
    const docx = docxOf('<w:p><w:r><w:t>Een dagritme helpt.</w:t></w:r></w:p>');
    const send = () =>
      specialist.api(
        'POST',
        address(question),
        { name: '../../Dag\u202eritme.exe', content: docx.toString('base64'), confirmed: true },
        { 'idempotency-key': 'een-keer' },
      );
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    const made = (await first.json()) as { readonly id: string };
    expect(made).toMatchObject({
      name: 'Dagritme.docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      textRead: true,
    });
    expect(((await second.json()) as { readonly id: string }).id).toBe(made.id);
    const file = await contact.api('GET', `${address(question)}/${made.id}`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="Dagritme.docx"');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(docx);
  });

  it('may be a scan, and then says that only the uploader looked', async () => {
    const { status, body } = await attach(specialist, question, pdfPage(bytesOf('')), { name: 'scan.pdf' });
    expect([status, body.textRead, body.mediaType]).toEqual([201, false, 'application/pdf']);
    const html = await (await contact.get(`/vragen/${question}/bijlagen`)).text();
    expect(html).toContain('De schrijfhulp kan dit bestand niet lezen.');
  });
});

describe('a file that means harm', () => {
  const hostile: readonly (readonly [string, string, Uint8Array])[] = [
    ['HTML called a text', 'notitie.txt', bytesOf('<!doctype html><script>alert(1)</script>')],
    [
      'SVG called a picture',
      'logo.png',
      bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ],
    ['a program called a PDF', 'plan.pdf', bytesOf('MZ\u0090\u0000\u0003')],
    ['a shell script called a text', 'plan.txt', bytesOf('#!/bin/sh\nrm -rf /')],
    [
      'a PDF that runs something',
      'plan.pdf',
      pdfOf(['<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>']),
    ],
    ['a Word file with macros', 'plan.docx', docxOf('', { 'word/vbaProject.bin': 'x' })],
    [
      'a ZIP bomb',
      'plan.docx',
      zipOf([...officeParts('docx'), { name: 'word/a.xml', content: Buffer.alloc(300_000_000) }]),
    ],
    ['two things at once', 'plan.pdf', Buffer.concat([pdfPage(bytesOf('')), docxOf('')])],
    ['a plain ZIP', 'plan.zip', zipOf([{ name: 'a.txt', content: 'x' }])],
    ['nothing', 'leeg.txt', new Uint8Array()],
  ];

  it.each(hostile)(
    '%s is refused by the page and the API, and nothing of it is kept',
    async (_what, name, bytes) => {
      const before = await everything('select count(*)::int as n from attachment_content');
      const page = await upload(specialist, question, bytes, { name });
      expect(page.status).toBe(422);
      expect(page.html).toMatch(/Dit soort bestand nemen wij niet aan|Kies een bestand/);
      const { status, codes } = await attach(specialist, question, bytes, { name });
      expect([status, codes]).toEqual([409, [bytes.length === 0 ? 'fileChosen' : 'knownKind']]);
      expect(await everything('select count(*)::int as n from attachment_content')).toEqual(before);
    },
  );

  it('that is too large is refused: just over by a sentence, far over before it is read', async () => {
    const large = new Uint8Array(10_000_001).fill(97);
    expect((await attach(specialist, question, large)).codes).toEqual(['notTooLarge']);
    expect((await upload(specialist, question, large)).status).toBe(422);
    expect((await attach(specialist, question, new Uint8Array(10_500_000).fill(97))).status).toBe(413);
    expect((await upload(specialist, question, new Uint8Array(10_500_000).fill(97))).status).toBe(413);
  });

  it('is no base64 or has fields that we do not know: a fault in the input', async () => {
    for (const more of [{ content: '%%%' }, { content: 7 }, { type: 'text/html' }, { confirmed: 'ja' }])
      expect((await attach(specialist, question, plan, more)).status).toBe(400);
  });
});

describe('the writing aid', () => {
  const telling = bytesOf('Wij spraken over Sanne Bakkers. Zij is rustig in de kring.');

  it('reads the file: a name is confirmed one by one, a phone number has to go', async () => {
    const { status, codes, body } = await attach(specialist, question, telling);
    expect([status, codes]).toEqual([409, ['noOpenMarks']]);
    const acceptedMarks = body.marks?.map(({ text }) => text) ?? [];
    expect(acceptedMarks.length).toBeGreaterThan(0);
    const page = await upload(specialist, question, telling);
    expect(page.status).toBe(422);
    expect(page.html).toContain('Er is niets bewaard.');
    expect(page.html).toContain('<mark>Sanne');
    expect((await attach(specialist, question, telling, { acceptedMarks })).status).toBe(201);
    const phone = bytesOf('Bel moeder op 06 12345678.');
    const blocked = await attach(specialist, question, phone, { acceptedMarks: ['06 12345678'] });
    expect(blocked.codes).toEqual(['noOpenMarks']);
  });

  it('reads the name of the file too', async () => {
    const { codes } = await attach(specialist, question, plan, { name: 'verslag_Sanne_Bakkers.txt' });
    expect(codes).toEqual(['noOpenMarks']);
  });

  it('does not stand in for the one who sends it: without their word nothing is kept', async () => {
    expect((await attach(specialist, question, plan, { confirmed: false })).codes).toEqual(['confirmed']);
    const { status, html } = await upload(specialist, question, plan, { fields: {} });
    expect(status).toBe(422);
    expect(html).toContain('Bevestig dat er geen naam van een leerling in staat.');
  });
});

describe('rights', () => {
  it('who does not read the question finds no page, no list, no file, and cannot add one', async () => {
    const { body } = await attach(specialist, question, plan, { name: 'ander.txt' });
    for (const path of [`/vragen/${question}/bijlagen`, `/vragen/${question}/bijlagen/${body.id}`])
      expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.api('GET', address(question))).status).toBe(404);
    expect((await stranger.api('GET', `${address(question)}/${body.id}`)).status).toBe(404);
    expect((await attach(stranger, question, plan)).status).toBe(404);
    expect((await attach(stranger, question, plan, { content: '%' })).status).toBe(404);
    expect((await upload(stranger, question, plan)).status).toBe(404);
    // Nor under the address of another question that is theirs to read.
    expect((await contact.api('GET', `${address(pupil)}/${body.id}`)).status).toBe(404);
    expect((await contact.api('GET', `${address(question)}/${body.id}`)).status).toBe(200);
  });

  it('a team lead reads them at a question about a group, and adds none', async () => {
    expect((await attach(teamLead, question, plan)).status).toBe(403);
    expect((await upload(teamLead, question, plan)).status).toBe(403);
    expect((await listed(teamLead, question)).length).toBeGreaterThan(0);
    expect((await teamLead.get(`/vragen/${pupil}/bijlagen`)).status).toBe(404);
  });

  it('who only thinks along adds one as well, once they said yes', async () => {
    expect((await attach(colleague, others.asked, plan)).status).toBe(403);
    expect((await attach(colleague, others.along, plan)).status).toBe(201);
  });

  it('at a question about a pupil there are none: a sentence and the own number instead', async () => {
    const page = await (await coordinator.get(`/vragen/${pupil}/bijlagen`)).text();
    expect(page).toContain('Bij een vraag over een leerling komen hier geen bijlagen');
    expect(page).toContain('OT 2026 14');
    expect(page).not.toContain('type="file"');
    expect((await attach(coordinator, pupil, plan)).codes).toEqual(['notAboutPupil']);
    expect((await upload(coordinator, pupil, plan)).html).toContain('OT 2026 14');
    // A draft with a file does not become one about a pupil.
    const { draft } = others;
    expect((await attach(coordinator, draft, plan)).status).toBe(201);
    const revise = { step: 'revise', level: 'pupil' };
    const answer = await coordinator.api('POST', `/support-questions/${draft}/steps`, revise, {
      'if-match': '"1"',
    });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('levelHasAttachments');
  });

  it('a question that is over takes no more, and a twenty-first file does not come in', async () => {
    const { answered, full } = others;
    expect((await attach(contact, answered, plan)).codes).toEqual(['questionOpen']);
    for (let n = 1; n <= 20; n += 1)
      expect([n, (await attach(contact, full, plan)).status]).toEqual([n, 201]);
    expect((await attach(contact, full, plan)).codes).toEqual(['roomForMore']);
  });
});

describe('taking away', () => {
  it('is for who put it there and the contact person; the file is gone, a line without its name stays', async () => {
    const { body } = await attach(specialist, question, plan, { name: 'weg.txt' });
    const remove = (who: Visitor) => who.api('POST', `${address(question)}/${body.id}/removal`, {});
    expect((await remove(coordinator)).status).toBe(403);
    expect((await stranger.post(`/vragen/${question}/bijlagen/${body.id}/verwijderen`, {})).status).toBe(404);
    expect((await coordinator.post(`/vragen/${question}/bijlagen/${body.id}/verwijderen`, {})).status).toBe(
      403,
    );
    expect((await remove(specialist)).status).toBe(200);
    expect((await remove(specialist)).status).toBe(404);
    expect((await contact.get(`/vragen/${question}/bijlagen/${body.id}`)).status).toBe(404);
    expect(await everything(`select from attachment_content where attachment_id = '${body.id}'`)).toEqual([]);
    const line = (await listed(contact, question)).find(({ id }) => id === body.id);
    expect(line).toMatchObject({ name: null, removedBy: { id: cast.specialist } });
    expect(await (await contact.get(`/vragen/${question}/bijlagen`)).text()).toContain(
      'verwijderde een bijlage',
    );
  });

  it('by the contact person goes by the page', async () => {
    const { body } = await attach(specialist, question, plan, { name: 'ook-weg.txt' });
    const done = await contact.post(`/vragen/${question}/bijlagen/${body.id}/verwijderen`, {});
    expect([done.status, done.headers.get('location')]).toEqual([303, `/vragen/${question}/bijlagen`]);
    expect((await listed(contact, question)).find(({ id }) => id === body.id)?.name).toBe(null);
  });

  it('each deed leaves its line in the access log', async () => {
    const rows = await everything<{ action: string }>(
      "select action, count(*)::int as n from audit where subject = 'attachment' group by 1 order by 1",
    );
    expect(rows.map(({ action }) => action)).toEqual(['accept_marks', 'attach', 'download', 'remove']);
  });
});
