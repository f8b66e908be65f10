/** Posts through the API: from a draft to a post with an update that corrects it, and who gets what of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import { comeIn, type Visitor } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';

let pages: Pages;
let editor: Visitor;
let director: Visitor;
let boardMember: Visitor;

beforeAll(async () => {
  pages = await openPages();
  const { tenantId } = pages.cast;
  const enter = (personId: string) => comeIn(pages.house, { tenantId, personId });
  editor = await enter(await anAppointment(pages.stage, 'editor', { tenantId }));
  director = await enter(pages.cast.director);
  boardMember = await enter(pages.cast.boardMember);
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

interface Answer {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly updates: readonly { readonly reason: string; readonly body: string; readonly at: string }[];
  readonly fixes: readonly unknown[];
  readonly translations: readonly {
    readonly language: string;
    readonly title: string;
    readonly url: string;
  }[];
  readonly unmet?: readonly { readonly code: string }[];
  readonly items?: readonly { readonly id: string; readonly title: string }[];
}

async function call(
  who: Visitor | undefined,
  method: string,
  path: string,
  body?: unknown,
  version?: number,
) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
  const answer =
    who === undefined
      ? await pages.house.app.request(`/api/v1${path}`, { method })
      : await who.api(method, path, body, headers);
  const said = (answer.status === 204 ? {} : await answer.json()) as Answer;
  return { ...said, http: answer.status, codes: said.unmet?.map(({ code }) => code) };
}

const aPost = (more: object = {}) => ({
  title: 'De koffiekamer gaat dicht',
  body: 'Vanaf maandag is de koffiekamer dicht. Wij zoeken een andere plek.',
  audiences: ['public'],
  ...more,
});

it('a post goes from draft to published, and is corrected by an update that leaves the first text', async () => {
  const draft = await call(editor, 'POST', '/posts', aPost({ body: '', audiences: [] }));
  expect(draft).toMatchObject({ http: 201, version: 1, status: 'draft' });
  const path = `/posts/${draft.id}`;
  expect((await call(undefined, 'GET', path)).http).toBe(404);
  expect((await call(director, 'GET', path)).http).toBe(404);
  const early = await call(editor, 'POST', `${path}/publish`, {}, 1);
  expect([early.http, early.codes]).toEqual([409, ['audienceGiven', 'bodyGiven']]);
  expect((await call(editor, 'PUT', path, aPost())).http).toBe(428);
  expect(await call(editor, 'PUT', path, aPost(), 1)).toMatchObject({ http: 200, version: 2 });
  expect((await call(editor, 'PUT', path, aPost(), 1)).http).toBe(412);
  expect(await call(editor, 'POST', `${path}/publish`, {}, 2)).toMatchObject({
    http: 200,
    status: 'published',
  });
  const out = await call(undefined, 'GET', path);
  expect(out).toMatchObject({ http: 200, title: aPost().title, updates: [] });
  expect(out.url).toMatch(/^\/nieuws\/de-koffiekamer-gaat-dicht-[0-9a-z]{7}$/);
  expect((await call(editor, 'PUT', path, aPost(), 3)).codes).toEqual(['stateAllows']);
  pages.stage.pass(24 * 7);
  const update = { reason: 'Om verwarring te voorkomen', body: 'De kamer blijft op vrijdag open.' };
  expect(await call(editor, 'POST', `${path}/updates`, update)).toMatchObject({ http: 201, id: draft.id });
  const later = await call(undefined, 'GET', path);
  expect(later.body).toBe(aPost().body);
  expect(later.updates).toMatchObject([update]);
});

it('a draft that nobody needs is thrown away as it was seen; what was out stays', async () => {
  const { id } = await call(editor, 'POST', '/posts', aPost({ title: 'Toch niet' }));
  const path = `/posts/${id}`;
  expect((await call(editor, 'DELETE', path)).http).toBe(428);
  expect((await call(editor, 'DELETE', path, undefined, 2)).http).toBe(412);
  expect((await call(director, 'DELETE', path, undefined, 1)).http).toBe(403);
  expect((await call(editor, 'DELETE', path, undefined, 1)).http).toBe(204);
  expect((await call(editor, 'GET', path)).http).toBe(404);
  expect((await call(editor, 'DELETE', path, undefined, 1)).http).toBe(404);
  const out = await call(editor, 'POST', '/posts', aPost({ publish: true }));
  const refused = await call(editor, 'DELETE', `/posts/${out.id}`, undefined, 2);
  expect([refused.http, refused.codes]).toEqual([409, ['stateAllows']]);
});

it('a spelling fix is a few letters, seen by everybody; more than that is refused', async () => {
  const { id } = await call(
    editor,
    'POST',
    '/posts',
    aPost({ publish: true, body: 'De kofiekamer gaat niet dicht op 3 mei.' }),
  );
  const fix = (before: string, after: string) =>
    call(editor, 'POST', `/posts/${id}/fixes`, { part: 'body', before, after });
  expect((await fix('niet dicht', 'dicht')).codes).toContain('fixKeepsMeaning');
  expect((await fix('3 mei', '4 mei')).codes).toEqual(['fixKeepsNumbers']);
  expect((await fix('kantine', 'kantines')).codes).toEqual(['fixFound']);
  expect((await fix('kofiekamer gaat', 'kofiekamer\n\n gaat')).codes).toEqual(['fixChanges']);
  expect((await fix('kofiekamer', 'koffiekamer')).http).toBe(201);
  const { body, fixes } = await call(undefined, 'GET', `/posts/${id}`);
  expect(body).toBe('De koffiekamer gaat niet dicht op 3 mei.');
  expect(fixes).toMatchObject([{ before: 'kofiekamer', after: 'koffiekamer' }]);
});

it('a translation has an address of its own, and comes once', async () => {
  const { id } = await call(editor, 'POST', '/posts', aPost({ publish: true }));
  const arabic = { language: 'ar', title: 'غرفة القهوة مغلقة', body: 'نبحث عن مكان آخر.' };
  expect((await call(editor, 'POST', `/posts/${id}/translations`, arabic)).http).toBe(201);
  expect((await call(editor, 'POST', `/posts/${id}/translations`, arabic)).codes).toEqual(['languageFree']);
  const { translations } = await call(undefined, 'GET', `/posts/${id}`);
  expect(translations).toMatchObject([{ language: 'ar', title: arabic.title }]);
  expect(translations[0]?.url).toMatch(/^\/nieuws\/bericht-[0-9a-z]{7}\/ar$/);
});

it('what is planned is nobody’s until its hour, and can be taken back until then', async () => {
  const { id } = await call(editor, 'POST', '/posts', aPost({ title: 'Straks', audiences: ['schools'] }));
  const at = new Date(pages.stage.now().getTime() + 3_600_000).toISOString();
  const past = await call(editor, 'POST', `/posts/${id}/publish`, { at: '2026-01-01T08:00:00Z' }, 1);
  expect(past.codes).toEqual(['timeAhead']);
  const plan = await call(editor, 'POST', `/posts/${id}/publish`, { at }, 1);
  expect(plan).toMatchObject({ http: 200, status: 'planned' });
  expect((await call(director, 'GET', `/posts/${id}`)).http).toBe(404);
  expect(await call(editor, 'POST', `/posts/${id}/unplan`, {}, 2)).toMatchObject({ status: 'draft' });
  expect(await call(editor, 'POST', `/posts/${id}/publish`, { at }, 3)).toMatchObject({ status: 'planned' });
  pages.stage.pass(2);
  expect(await call(director, 'GET', `/posts/${id}`)).toMatchObject({ http: 200, status: 'published' });
  expect((await call(boardMember, 'GET', `/posts/${id}`)).http).toBe(404);
  expect((await call(undefined, 'GET', `/posts/${id}`)).http).toBe(404);
  expect((await call(director, 'GET', '/posts')).items?.map((one) => one.id)).toContain(id);
  expect((await call(undefined, 'GET', '/posts')).items?.map((one) => one.id)).not.toContain(id);
});

it('what is withdrawn keeps its reason and nothing else', async () => {
  const { id } = await call(editor, 'POST', '/posts', aPost({ publish: true, title: 'Vergissing' }));
  expect((await call(undefined, 'GET', '/posts')).items?.map((one) => one.title)).toContain('Vergissing');
  const gone = await call(editor, 'POST', `/posts/${id}/withdrawal`, { reason: 'Dit klopte niet.' }, 2);
  expect(gone).toMatchObject({ http: 200, status: 'withdrawn' });
  expect(await call(undefined, 'GET', `/posts/${id}`)).toMatchObject({
    http: 410,
    detail: 'Dit klopte niet.',
  });
  expect(await call(director, 'GET', `/posts/${id}`)).toMatchObject({ http: 200, body: '', updates: [] });
  expect((await call(undefined, 'GET', '/posts')).items?.map((one) => one.title)).not.toContain('Vergissing');
});

it('a pixel, a picture of others and a burgerservicenummer do not go out; a script is only letters', async () => {
  const send = (body: string, more: object = {}) =>
    call(editor, 'POST', '/posts', aPost({ publish: true, body, ...more }));
  expect((await send('Kijk ![](https://tel.example/p.gif)')).codes).toEqual(['picturesFit']);
  expect((await send('Kijk <img src="https://tel.example/p.gif">')).codes).toEqual(['picturesFit']);
  expect((await send('Kijk ![x](beeld:1)')).codes).toEqual(['picturesFit']);
  expect((await send('Zijn nummer is 111222333.')).codes).toEqual(['noOpenMarks']);
  expect((await send('Zijn nummer is 111222333.', { acceptedMarks: ['111222333'] })).codes).toEqual([
    'noOpenMarks',
  ]);
  const mail = 'Mail naar nieuws@verband.example.';
  expect((await send(mail)).codes).toEqual(['noOpenMarks']);
  expect((await send(mail, { acceptedMarks: ['nieuws@verband.example'] })).http).toBe(201);
  expect((await send('<script>alert(1)</script> [x](javascript:alert(1))')).http).toBe(201);
});
