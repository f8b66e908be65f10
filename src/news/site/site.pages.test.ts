/** The public site of news as visitors, parents, feed readers and search engines meet it. */
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCast, actorOf, deedOf } from '../../../tests/support/factories.ts';
import { comeIn } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { only } from '../../../tests/support/registers.ts';
import { sql } from '../../platform/database.ts';
import { readXml } from '../../platform/files/xml.ts';
import { publishPost, translatePost, updatePost, writePost } from '../posts/post.actions.ts';

let pages: Pages;

const publicPost = {
  title: 'Meer rust <op> het plein & daarna',
  lead: 'Drie scholen delen wat er hielp.',
  body: 'Wij keken **samen** naar het speelkwartier.\n\n- één bal per klas\n- [de lijst](https://voorbeeld.example/lijst)',
};

beforeAll(async () => {
  pages = await openPages();
  pages.stage.at('2026-03-02T08:00:00Z');
  await aPost(publicPost, ['public']);
  pages.stage.pass(1);
  await aPost({ title: 'Voor ouders: bellen met de school', body: 'Zo belt u.' }, ['parents']);
  await aPost({ title: 'Alleen voor besturen', body: 'Begroting van het jaar.' }, ['boards']);
  await draft({ title: 'Nog een concept over speelkwartier', body: 'Nog niet af.' }, ['public']);
});
afterAll(() => pages.close());

type Words = Pick<Parameters<typeof writePost>[2], 'title' | 'body'> & { readonly lead?: string };

async function draft(words: Words, audiences: readonly string[]) {
  const { stage, cast } = pages;
  const actor = await actorOf(stage, cast.tenantId, cast.teamLead);
  const input = { ...words, audiences, language: 'nl' } as Parameters<typeof writePost>[2];
  const made = await writePost(deedOf(stage), actor, input);
  if (made.outcome !== 'taken') throw new Error(JSON.stringify(made));
  return { id: made.id, actor };
}

async function aPost(words: Words, audiences: readonly string[]): Promise<string> {
  const { id, actor } = await draft(words, audiences);
  const done = await publishPost(deedOf(pages.stage), actor, id, {} as Parameters<typeof publishPost>[3]);
  if (done.outcome !== 'taken') throw new Error(JSON.stringify(done));
  return id;
}

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  pages.house.app.request(path, { headers });
const textOf = async (path: string) => (await get(path)).text();
const addressIn = (html: string, words: string) =>
  only(new RegExp(`href="(/nieuws/[^"]+)">[^<]*${words}`).exec(html)?.[1]);

/** Every element of a feed with its text and attributes, in order. */
function elementsOf(xml: string) {
  const found: { name: string; text: string; href: string | undefined; rel: string | undefined }[] = [];
  const open: number[] = [];
  readXml(xml, {
    open: (name, attribute) => {
      open.push(found.push({ name, text: '', href: attribute('href'), rel: attribute('rel') }) - 1);
    },
    close: () => {
      open.pop();
    },
    text: (value) => {
      const now = found[open.at(-1) ?? -1];
      if (now !== undefined) now.text += value;
    },
  });
  return found;
}

test('a visitor finds what is for everybody, newest first, and no draft and nothing of boards', async () => {
  const html = await textOf('/nieuws');
  const titles = [...html.matchAll(/class="news__title"[^>]*><a[^>]*>([^<]*)/g)].map(([, title]) => title);
  expect(titles).toEqual(['Voor ouders: bellen met de school', 'Meer rust &lt;op> het plein &amp; daarna']);
  expect(html).not.toMatch(/besturen|concept/i);
});

test('a parent sees the posts for parents alone when that is asked', async () => {
  const html = await textOf('/nieuws?voor=parents');
  expect([html.includes('bellen met de school'), html.includes('Meer rust')]).toEqual([true, false]);
});

test('a member sees there what is for them, and whom each post is for', async () => {
  const seen = await pages.see(pages.cast.boardMember, '/nieuws');
  expect(seen.html).toContain('Alleen voor besturen');
  expect(seen.html).toContain('voor schoolbesturen');
  expect((await pages.see(pages.cast.director, '/nieuws')).html).not.toContain('Alleen voor besturen');
});

test.each([
  ['speelkwartier', 1],
  ['speelkwarteir', 1],
  ['speelkwatier', 1],
  ['begroting', 0],
  ['concept', 0],
])('a visitor who looks for «%s» finds %i', async (q, found) => {
  const html = await textOf(`/nieuws?q=${q}`);
  expect(html.match(/class="news__title"/g) ?? []).toHaveLength(found);
});

test('the feed is a feed: ids that stay, the newest first, nothing that is not for everybody', async () => {
  const answer = await get('/nieuws/feed.xml');
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const xml = await answer.text();
  const elements = elementsOf(xml);
  const all = (name: string) => elements.filter((one) => one.name === name);
  expect(elements[0]?.name).toBe('feed');
  for (const name of ['id', 'title', 'updated', 'name'])
    expect([name, all(name).length]).toEqual([name, all('entry').length + 1]);
  expect(all('entry')).toHaveLength(1);
  expect(all('title')[1]?.text).toBe(publicPost.title);
  for (const { text } of all('updated')) expect(text).toMatch(/^2026-03-02T\d\d:\d\d:\d\dZ$/);
  expect(all('id')[1]?.text).toMatch(/^urn:uuid:[\da-f-]{36}$/);
  const link = only(all('link').find(({ href }) => href?.includes('meer-rust'))?.href);
  expect((await get(new URL(link).pathname)).status).toBe(200);
  expect(all('content')[0]?.text).toContain('<strong>samen</strong>');
  expect(xml).not.toMatch(/Begroting|concept/i);
});

test('a reader of the feed who has it already gets nothing again until something changes', async () => {
  const etag = only((await get('/nieuws/feed-ouders.xml')).headers.get('etag') ?? undefined);
  const again = await get('/nieuws/feed-ouders.xml', { 'If-None-Match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('a partnership without news has a page and a feed of its own name, and one that does not exist has none', async () => {
  const { tenantId } = await aCast(pages.stage);
  const { code, name } = only(
    await pages.house.operator.read({ operatorFor: tenantId }, (reader) =>
      reader.first<{ code: string; name: string }>(
        sql`select code, name from tenant where tenant_id = ${tenantId}`,
      ),
    ),
  );
  expect(await textOf(`/nieuws/feed.xml?swv=${code}`)).toContain(`<title>Nieuws van ${name}</title>`);
  const html = await textOf(`/nieuws?swv=${code}`);
  expect([html.includes(`<h1>Nieuws van ${name}</h1>`), html.includes('Nog geen nieuws')]).toEqual([
    true,
    true,
  ]);
  expect((await get('/nieuws/feed.xml?swv=bestaat-niet')).status).toBe(404);
});

test('one’s own feed holds what one may read today, at a secret that can be taken back', async () => {
  const director = await comeIn(pages.house, {
    tenantId: pages.cast.tenantId,
    personId: pages.cast.boardMember,
  });
  const made = await (await director.post('/mijn/nieuwsfeed', {})).text();
  const address = only(/value="[^"]*(\/nieuws\/feed\/[\w-]{43}\.xml)"/.exec(made)?.[1]);
  expect(await textOf(address)).toContain('Alleen voor besturen');
  expect((await get(address.replace(/.\.xml$/, (end) => (end === 'A.xml' ? 'B.xml' : 'A.xml')))).status).toBe(
    404,
  );
  await director.post('/mijn/nieuwsfeed/verwijderen', {});
  expect((await get(address)).status).toBe(404);
});

test('the map of the site names every public post and no other', async () => {
  const xml = await textOf('/sitemap.xml');
  const places = elementsOf(xml).filter(({ name }) => name === 'loc');
  expect(places.filter(({ text }) => text.includes('/nieuws/')).map(({ text }) => text)).toEqual([
    expect.stringContaining('/nieuws/voor-ouders-bellen-met-de-school-'),
    expect.stringContaining('/nieuws/meer-rust-op-het-plein-daarna-'),
  ]);
  expect(await textOf('/robots.txt')).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m);
});

test('a public post says how it is shared, and every way to share it is a plain link', async () => {
  const html = await textOf(addressIn(await textOf('/nieuws'), 'Meer rust'));
  expect(html).toContain('<meta property="og:title" content="Meer rust &lt;op> het plein &amp; daarna"/>');
  expect(html).toContain('<meta name="description" content="Drie scholen delen wat er hielp."/>');
  expect(html).toMatch(/<link rel="canonical" href="http[^"]+\/nieuws\/meer-rust-op-het-plein-daarna-\w{7}"/);
  const share = html.slice(html.indexOf('class="share'));
  for (const name of ['LinkedIn', 'Facebook', 'WhatsApp', 'Bluesky']) expect(share).toContain(name);
  expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/src="\/assets\//)]);
  expect(html).not.toMatch(/(?:src|srcset)="https?:/);
});

test('a post for boards says nothing of sharing, also not to who may read it', async () => {
  const list = await pages.see(pages.cast.boardMember, '/nieuws');
  const seen = await pages.see(pages.cast.boardMember, addressIn(list.html, 'Alleen voor besturen'));
  expect([seen.status, seen.html.includes('og:title'), seen.html.includes('class="share')]).toEqual([
    200,
    false,
    false,
  ]);
});

test('an address of an older site leads to its post for good, and any other is nowhere', async () => {
  const { teamLead, boardMember } = pages.cast;
  const list = (await pages.see(boardMember, '/nieuws')).html;
  const keep = (old: string, title: string) =>
    pages.send(teamLead, '/nieuws/adressen', {
      old,
      post: `https://kortelijn.example${addressIn(list, title)}`,
    });
  expect((await keep('https://onzesite.example/actueel/plein.html?bron=mail', 'Meer rust')).status).toBe(303);
  expect((await keep('/actueel/begroting', 'Alleen voor')).status).toBe(303);
  // Sent twice it is there once; another post for it is told, and the first stays.
  expect((await keep('/actueel/plein.html', 'Meer rust')).status).toBe(303);
  expect((await keep('javascript:alert(1)', 'Meer rust')).status).toBe(422);
  expect((await keep('/actueel/plein.html', 'Alleen voor')).html).toContain('leidt al naar een bericht');
  const moved = await get('/actueel/plein.html');
  expect([moved.status, moved.headers.get('location')]).toEqual([
    301,
    addressIn(await textOf('/nieuws'), 'Meer rust'),
  ]);
  const [secret, nothing] = await Promise.all([get('/actueel/begroting'), get('/actueel/niets')]);
  expect([secret.status, nothing.status]).toEqual([404, 404]);
  expect(await secret.text()).toBe(await nothing.text());
  await pages.send(teamLead, '/nieuws/adressen/weghalen', { old: '/actueel/plein.html' });
  expect((await get('/actueel/plein.html')).status).toBe(404);
});

test('every address of a translation that a page, feed or map gives is where it stands, and no way to it', async () => {
  const { id, actor } = await draft({ title: 'Wij bellen terug', body: 'Binnen een dag.' }, ['public']);
  for (const [language, title] of [
    ['en', 'We call you back'],
    ['ar', 'نعاود الاتصال بك'],
  ] as const) {
    const words = { language, title, body: 'Text.' } as Parameters<typeof translatePost>[3];
    expect((await translatePost(deedOf(pages.stage), actor, id, words)).outcome).toBe('taken');
  }
  await publishPost(deedOf(pages.stage), actor, id, {} as Parameters<typeof publishPost>[3]);
  const html = await textOf(addressIn(await textOf('/nieuws'), 'Wij bellen'));
  const given = [html, await textOf('/nieuws/feed.xml'), await textOf('/sitemap.xml')].flatMap((text) =>
    [...text.matchAll(/[">](?:https?:\/\/[^/"<]+)(\/nieuws\/[^"<]+\/(?:en|ar))["<]/g)].map(
      ([, path = '']) => path,
    ),
  );
  expect(new Set(given).size).toBe(2);
  expect(given.length).toBeGreaterThanOrEqual(6);
  for (const path of given) expect([path, (await get(path)).status]).toEqual([path, 200]);
});

test('whoever comes without a log-in gets no cookie', async () => {
  for (const path of ['/nieuws', '/nieuws?taal=ar', '/nieuws/feed.xml', '/toezeggingen'])
    expect([path, (await get(path)).headers.get('set-cookie')]).toEqual([path, null]);
});

test('a public page is at most 25 kB on the way, its style and script not counted', async () => {
  const { stage } = pages;
  const long = { title: 'Een heel lang bericht', body: `${'Wij schrijven dit op. '.repeat(400)}` };
  const id = await aPost(long, ['public']);
  const actor = await actorOf(stage, pages.cast.tenantId, pages.cast.teamLead);
  stage.pass(1);
  await updatePost(deedOf(stage), actor, id, {
    reason: 'Er was verwarring.',
    body: 'Zo is het bedoeld.',
  } as Parameters<typeof updatePost>[3]);
  const list = await textOf('/nieuws');
  for (const path of ['/nieuws', '/nieuws?taal=ar', addressIn(list, 'Een heel lang')])
    expect(gzipSync(await textOf(path)).length).toBeLessThan(25_000);
});

test('the HTML of every public page is valid, in each language of its frame', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      // How our renderer writes, not what it means.
      'void-style': ['error', { style: 'selfclose' }],
      'doctype-style': 'off',
      'no-redundant-role': 'off',
      'no-implicit-button-type': 'off',
      'long-title': 'off',
      'attr-case': 'off',
      'text-content': 'error',
    },
  });
  const list = await textOf('/nieuws');
  const paths = [
    '/nieuws',
    '/nieuws?taal=en',
    '/nieuws?taal=ar',
    '/toezeggingen',
    '/nieuws/abonneren',
    '/scholen',
    addressIn(list, 'Meer rust'),
    addressIn(list, 'Een heel lang'),
  ];
  for (const path of paths) {
    const report = await validator.validateString(await textOf(path));
    const faults = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
    );
    expect([path, faults]).toEqual([path, []]);
  }
  // The control: it does notice what is wrong.
  const wrong = await validator.validateString(
    '<!doctype html><html lang="nl"><body><p><div></p></body></html>',
  );
  expect(wrong.valid).toBe(false);
});

test('every name makes a topic: of one letter, and of two that give one code', async () => {
  const path = '/nieuws/schrijven/onderwerpen';
  const add = (name: string) => pages.send(pages.cast.teamLead, path, { name });
  for (const name of ['É', 'الزيارات', 'الدعم'])
    expect([name, (await add(name)).status]).toEqual([name, 303]);
  expect((await add('é')).html).toContain('staat al in de lijst');
});

test.each([
  ['ar', 'مدرسة المستقبل', 'المستقبلل'],
  ['uk', 'Більше спокою', 'спокйю'],
])('a slip in %s is forgiven too', async (language, title, slip) => {
  const { id, actor } = await draft({ title: `Post in ${language}`, body: 'Gewone woorden.' }, ['public']);
  await translatePost(deedOf(pages.stage), actor, id, { language: language as 'ar', title, body: title });
  await publishPost(deedOf(pages.stage), actor, id, {} as Parameters<typeof publishPost>[3]);
  const found = async (q: string) =>
    (await textOf(`/nieuws?q=${encodeURIComponent(q)}`)).match(/news__title/g);
  expect(await found(slip)).toHaveLength(1);
  expect(await found(language === 'ar' ? 'برتقالية' : 'апельсин')).toBeNull();
});
