/** Practice notes from the first word to «dit hielp ook bij ons», and what looks alike while somebody asks: pages and API. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import { aQuestion, aQuestionCast, type QuestionCast } from '../../../tests/support/factories-questions.ts';
import { comeIn, type Visitor } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';

let pages: Pages;
let cast: QuestionCast;
let who: Readonly<
  Record<'coordinator' | 'contact' | 'specialist' | 'teamLead' | 'board' | 'abroad', Visitor>
>;
let answered: string;
let submitted: string;

beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
  answered = await aQuestion(pages.stage, cast, 'answered');
  submitted = await aQuestion(pages.stage, cast, 'submitted');
  const { tenantId } = cast;
  const other = await aQuestionCast(pages.stage, pages.house.fresh);
  const enter = (personId: string, tenant = tenantId) => comeIn(pages.house, { tenantId: tenant, personId });
  who = {
    coordinator: await enter(cast.coordinator),
    contact: await enter(cast.author),
    specialist: await enter(await anAppointment(pages.stage, 'specialist', { tenantId })),
    teamLead: await enter(cast.teamLead),
    board: await enter(cast.boardMember),
    abroad: await enter(other.author, other.tenantId),
  };
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

const words = {
  title: 'Rustig beginnen na de pauze',
  situation: 'Een groep die na het buitenspelen lastig tot werken komt.',
  approach: 'Een vaste opstart van vijf minuten, steeds dezelfde, met een timer op het bord.',
};
interface Body {
  readonly id: string;
  readonly version: number;
  readonly used: number;
  readonly published: { readonly title: string; readonly edition: number } | null;
  readonly open: { readonly sentBackBecause: string | null } | null;
  readonly question: { readonly id: string } | null;
  readonly unmet?: readonly { readonly code: string }[];
  readonly items?: readonly { readonly id: string }[];
  readonly [name: string]: unknown;
}
async function api(visitor: Visitor, method: string, path: string, body?: object, version?: number) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
  const answer = await visitor.api(method, path, body, headers);
  const read = (await answer.json()) as Body;
  return { status: answer.status, body: read, codes: read.unmet?.map(({ code }) => code) };
}
async function write(visitor: Visitor, more: object = {}): Promise<string> {
  const { status, body } = await api(visitor, 'POST', '/practice-notes', { ...words, ...more });
  expect([status, body['detail']]).toEqual([201, undefined]);
  return body.id;
}
async function step(visitor: Visitor, id: string, request: object) {
  const { body } = await api(visitor, 'GET', `/practice-notes/${id}`);
  return api(visitor, 'POST', `/practice-notes/${id}/steps`, request, body.version ?? 1);
}
async function published(more: object = {}): Promise<string> {
  const id = await write(who.coordinator, more);
  expect((await step(who.coordinator, id, { step: 'hand_in' })).status).toBe(200);
  expect((await step(who.contact, id, { step: 'approve' })).status).toBe(200);
  return id;
}
const sees = async (visitor: Visitor, id: string) =>
  (await visitor.api('GET', `/practice-notes/${id}`)).status === 200;

describe('a practice note', () => {
  it('is read by its author, then by second readers, then by everybody of the partnership', async () => {
    const id = await write(who.coordinator);
    const readers = async () => {
      const found: string[] = [];
      for (const [name, visitor] of Object.entries(who)) if (await sees(visitor, id)) found.push(name);
      return found;
    };
    expect(await readers()).toEqual(['coordinator']);
    await step(who.coordinator, id, { step: 'hand_in' });
    expect(await readers()).toEqual(['coordinator', 'contact', 'specialist', 'teamLead']);
    expect((await step(who.specialist, id, { step: 'approve' })).status).toBe(200);
    expect(await readers()).toEqual(['coordinator', 'contact', 'specialist', 'teamLead', 'board']);
    const html = await (await who.board.get(`/praktijkkaarten/${id}`)).text();
    expect(html).toContain('Rustig beginnen na de pauze');
    expect((await who.abroad.get(`/praktijkkaarten/${id}`)).status).toBe(404);
  });

  it('is not approved by who wrote it, nor by who is no second reader, nor before it is handed in', async () => {
    const id = await write(who.contact);
    expect((await step(who.contact, id, { step: 'approve' })).status).toBe(403);
    await step(who.contact, id, { step: 'hand_in' });
    expect((await step(who.contact, id, { step: 'approve' })).status).toBe(403);
    expect((await step(who.coordinator, id, { step: 'approve' })).status).toBe(404);
    expect((await step(who.contact, id, { step: 'revise', ...words })).codes).toEqual(['stateAllows']);
    expect((await step(who.teamLead, id, { step: 'approve' })).status).toBe(200);
    expect((await step(who.teamLead, id, { step: 'approve' })).codes).toEqual(['stateAllows']);
  });

  it('comes back with words, by the pages', async () => {
    const made = await who.coordinator.post('/praktijkkaarten/nieuw', { ...words, questionId: answered });
    const to = made.headers.get('location') ?? '';
    expect([made.status, to]).toEqual([303, expect.stringMatching(/^\/praktijkkaarten\/[\w-]{36}$/)]);
    const post = (visitor: Visitor, slug: string, fields = {}) => visitor.post(`${to}/${slug}`, fields);
    expect((await post(who.coordinator, 'aanbieden')).status).toBe(303);
    expect((await post(who.contact, 'terugsturen')).status).toBe(422);
    expect((await post(who.contact, 'terugsturen', { text: 'Zeg erbij hoe lang het duurt.' })).status).toBe(
      303,
    );
    const draft = await (await who.coordinator.get(`${to}/aanpassen`)).text();
    expect(draft).toContain('Zeg erbij hoe lang het duurt.');
    expect((await who.contact.get(to)).status).toBe(404);
    const longer = { ...words, result: 'Na drie weken begint iedereen binnen twee minuten.' };
    expect((await post(who.coordinator, 'aanpassen', longer)).status).toBe(303);
    expect((await post(who.coordinator, 'aanbieden')).status).toBe(303);
    expect((await post(who.contact, 'goedkeuren')).status).toBe(303);
    const page = await (await who.contact.get(to)).text();
    expect(page).toContain('Na drie weken begint iedereen');
    // Who reads the question reads the way to it, and nobody else.
    expect(page).toContain(`/vragen/${answered}`);
    for (const visitor of [who.specialist, who.board])
      expect(await (await visitor.get(to)).text()).not.toContain(answered);
  });

  it('names nobody: a name cannot be confirmed, a diagnosis that is about no child can', async () => {
    const named = await write(who.coordinator, { approach: 'Vraag het aan Sanne Bakkers van groep 5.' });
    const refused = await step(who.coordinator, named, { step: 'hand_in' });
    expect(refused.codes).toEqual(['noOpenMarks']);
    const marks = refused.body['marks'] as readonly { readonly text: string }[];
    const acceptedMarks = marks.map(({ text }) => text);
    expect(acceptedMarks.join(' ')).toContain('Sanne');
    expect((await step(who.coordinator, named, { step: 'hand_in', acceptedMarks })).codes).toEqual([
      'noOpenMarks',
    ]);
    const page = await who.coordinator.post(`/praktijkkaarten/${named}/aanbieden`, {});
    expect(page.status).toBe(422);
    expect(await page.text()).toContain('De schrijfhulp vond iets');
    const policy = await write(who.coordinator, { title: 'Beleid voor dyslexie' });
    expect((await step(who.coordinator, policy, { step: 'hand_in' })).codes).toEqual(['noOpenMarks']);
    const kept = { step: 'hand_in', acceptedMarks: ['dyslexie'] };
    expect((await step(who.coordinator, policy, kept)).status).toBe(200);
  });

  it('changes as a new edition that is read again; until then the old one stands', async () => {
    const id = await published();
    await step(who.coordinator, id, { step: 'revise', ...words, title: 'Rustig beginnen, tweede druk' });
    const titles = async () => [
      (await api(who.board, 'GET', `/practice-notes/${id}`)).body.published?.title,
      (await api(who.board, 'GET', `/practice-notes/${id}`)).body.open,
    ];
    expect(await titles()).toEqual(['Rustig beginnen na de pauze', null]);
    await step(who.coordinator, id, { step: 'hand_in' });
    await step(who.teamLead, id, { step: 'approve' });
    expect(await titles()).toEqual(['Rustig beginnen, tweede druk', null]);
  });

  it('comes from a question that was answered and that its author reads', async () => {
    const from = (visitor: Visitor, questionId: string) =>
      api(visitor, 'POST', '/practice-notes', { ...words, questionId });
    expect((await from(who.coordinator, submitted)).codes).toEqual(['questionAnswered']);
    expect((await from(who.specialist, answered)).codes).toEqual(['questionYours']);
    expect((await from(who.coordinator, answered)).body.question?.id).toBe(answered);
    expect((await who.specialist.get(`/praktijkkaarten/nieuw?vraag=${answered}`)).status).toBe(404);
    expect((await api(who.board, 'POST', '/practice-notes', words)).status).toBe(403);
  });

  it('counts who it helped too once for each person and question, and not its author', async () => {
    const id = await published();
    const use = (visitor: Visitor, more: object = {}) => step(visitor, id, { step: 'use', ...more });
    expect((await use(who.contact)).body.used).toBe(1);
    expect((await use(who.contact)).codes).toEqual(['notTwice']);
    expect((await use(who.contact, { questionId: submitted })).body.used).toBe(2);
    expect((await use(who.specialist, { questionId: submitted })).codes).toEqual(['questionYours']);
    expect((await use(who.specialist)).body.used).toBe(3);
    expect((await use(who.coordinator)).status).toBe(403);
    expect((await who.teamLead.post(`/praktijkkaarten/${id}/gebruikt`, {})).status).toBe(303);
    expect(await (await who.board.get(`/praktijkkaarten/${id}`)).text()).toContain('4 keer ook gebruikt');
  });

  it('is withdrawn with a reason, by its author or a team lead, and then nobody finds it', async () => {
    const id = await published({ title: 'Een walvisvaarder op het plein' });
    const found = async (visitor: Visitor) =>
      (
        (await (await visitor.api('POST', '/search', { q: 'walvisvaarder' })).json()) as {
          readonly practiceNote: { readonly items: readonly { readonly id: string }[] };
        }
      ).practiceNote.items.map((one) => one.id);
    for (const visitor of [who.board, who.specialist]) expect(await found(visitor)).toEqual([id]);
    expect(await found(who.abroad)).toEqual([]);
    expect((await step(who.contact, id, { step: 'withdraw', reason: 'x' })).status).toBe(403);
    expect((await step(who.teamLead, id, { step: 'withdraw' })).status).toBe(400);
    expect((await step(who.teamLead, id, { step: 'withdraw', reason: 'Dit is achterhaald.' })).status).toBe(
      200,
    );
    for (const visitor of [who.board, who.specialist, who.coordinator])
      expect(await found(visitor)).toEqual([]);
    expect(await sees(who.board, id)).toBe(false);
    expect(await (await who.coordinator.get(`/praktijkkaarten/${id}`)).text()).toContain(
      'Dit is achterhaald.',
    );
  });

  it('stands in the lists where it belongs', async () => {
    const id = await write(who.specialist, { title: 'Om mee te lezen' });
    const ids = async (visitor: Visitor, view: string) =>
      (await api(visitor, 'GET', `/practice-notes?view=${view}&limit=200`)).body.items?.map(
        (one) => one.id,
      ) ?? [];
    expect(await ids(who.specialist, 'mine')).toEqual([id]);
    await step(who.specialist, id, { step: 'hand_in' });
    expect(await ids(who.contact, 'to_read')).toContain(id);
    expect(await ids(who.specialist, 'to_read')).not.toContain(id);
    expect(await ids(who.board, 'to_read')).toEqual([]);
    expect(await ids(who.board, 'published')).not.toContain(id);
    expect(await (await who.contact.get('/praktijkkaarten?lijst=lezen')).text()).toContain('Om mee te lezen');
    const first = await api(who.board, 'GET', '/practice-notes?limit=1');
    const next = await api(who.board, 'GET', `/practice-notes?limit=1&after=${first.body['next']}`);
    expect(next.body.items?.[0]?.id).not.toBe(first.body.items?.[0]?.id);
    expect((await who.board.get('/praktijkkaarten/nieuw')).status).toBe(403);
    const sought = await who.board.post('/zoeken', { q: 'pauze', soort: 'praktijkkaarten' });
    expect(sought.headers.get('location')).toMatch(/^\/zoeken\?z=[\w-]+&soort=praktijkkaarten$/);
  });

  it('that somebody else changed meanwhile is not changed again unseen', async () => {
    const id = await write(who.coordinator);
    const stale = await api(who.coordinator, 'POST', `/practice-notes/${id}/steps`, { step: 'hand_in' }, 9);
    expect(stale.status).toBe(412);
    expect(
      (await api(who.coordinator, 'POST', `/practice-notes/${id}/steps`, { step: 'hand_in' })).status,
    ).toBe(428);
  });
});

describe('what looks alike', () => {
  it('stands on the page on which a question is asked, after the button, and nothing is saved', async () => {
    await published();
    const asked = async () =>
      (
        (await (await who.coordinator.api('GET', '/support-questions?count=true')).json()) as {
          readonly count: number;
        }
      ).count;
    const before = await asked();
    const typed = {
      title: 'Rust na de pauze in de groep',
      need: 'De groep komt lastig tot werken.',
      _do: 'vergelijk',
    };
    const answer = await who.coordinator.post('/vragen/nieuw', typed);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('Rustig beginnen na de pauze');
    expect(html).toContain(`/vragen/${answered}`);
    expect(html).toContain('value="Rust na de pauze in de groep"');
    expect(html).not.toContain('fout gevonden');
    expect(await asked()).toBe(before);
    expect(await (await who.coordinator.get('/vragen/nieuw')).text()).toContain('Zoek vergelijkbare');
  });

  it('is answered by the API, to each what they may read, and never kept in an address', async () => {
    const alike = async (visitor: Visitor, body: object) => {
      const answer = await visitor.api('POST', '/support-questions/similar', body);
      return {
        status: answer.status,
        body: (await answer.json()) as { readonly questions: readonly object[] },
      };
    };
    const text = 'De groep vindt het lastig om zelfstandig te werken na de pauze.';
    expect((await alike(who.coordinator, { text })).body.questions).toMatchObject([{ id: answered }]);
    expect((await alike(who.specialist, { text })).body.questions).toEqual([]);
    expect((await alike(who.board, { text })).status).toBe(403);
    for (const bad of [{}, { text: '' }, { text, level: 'x' }, { text, more: 1 }, { text: 'a\u0000b' }])
      expect([bad, (await alike(who.coordinator, bad)).status]).toEqual([bad, 400]);
  });
});
