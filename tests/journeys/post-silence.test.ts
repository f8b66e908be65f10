/** Non-interference (S3) for posts: a draft, and a post for others, change no answer that this person can get. Beside each deed its control. */
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPostFile } from '../../src/news/posts/file.actions.ts';
import {
  changePost,
  discardPost,
  fixPost,
  publishPost,
  translatePost,
  unplanPost,
  updatePost,
  withdrawPost,
  writePost,
} from '../../src/news/posts/post.actions.ts';
import type { PostOutcome } from '../../src/news/posts/post-outcome.ts';
import type { Actor } from '../../src/platform/pure/actor.ts';
import { actorOf, anAppointment, deedOf } from '../support/factories.ts';
import { comeIn, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';

let pages: Pages;
let editor: Actor;
let watchers: Readonly<
  Record<'visitor' | 'director' | 'boardMember' | 'specialist' | 'editor', Visitor | undefined>
>;
/** The post that everything happens to. */
let id: string;
let picture: string;

const words = {
  title: 'Koffiekamer dicht',
  body: 'De kofiekamer gaat dicht.',
  audiences: ['boards' as const],
};

beforeAll(async () => {
  pages = await openPages();
  const { tenantId, director, boardMember } = pages.cast;
  const enter = (personId: string) => comeIn(pages.house, { tenantId, personId });
  const editorId = await anAppointment(pages.stage, 'editor', { tenantId });
  editor = await actorOf(pages.stage, tenantId, editorId);
  watchers = {
    visitor: undefined,
    director: await enter(director),
    boardMember: await enter(boardMember),
    specialist: await enter(await anAppointment(pages.stage, 'specialist', { tenantId })),
    editor: await enter(editorId),
  };
  id = taken(await writePost(deedOf(pages.stage), editor, { ...words, title: 'Eerste woorden' }));
  picture = taken(
    await addPostFile(deedOf(pages.stage), editor, id, {
      name: 'a.png',
      bytes: await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    }),
  );
});
afterAll(() => pages.close());

function taken(outcome: PostOutcome | { readonly outcome: string; readonly id?: string }): string {
  if (outcome.outcome !== 'taken' || !('id' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.id ?? '';
}

type Who = keyof typeof watchers;
const names = [
  'visitor',
  'director',
  'boardMember',
  'specialist',
  'editor',
] as const satisfies readonly Who[];

async function answersOf(who: Who, code: string): Promise<ReadonlyMap<string, string>> {
  const visitor = watchers[who];
  const addresses = [
    ...[
      '/',
      '/nieuws',
      '/nieuws?q=koffiekamer',
      '/toezeggingen',
      '/nieuws/feed.xml',
      '/sitemap.xml',
      '/berichten',
    ],
    ...[
      `/scholen/${pages.cast.school.code}`,
      `/nieuws/x-${code}`,
      `/nieuws/x-${code}/en`,
      `/nieuws/beeld/${picture}`,
    ],
    ...['/api/v1/posts', '/api/v1/posts?status=draft', `/api/v1/posts/${id}`, '/api/v1/promises'],
  ];
  const answers = new Map<string, string>();
  for (const address of addresses) {
    const answer =
      visitor === undefined
        ? await pages.house.app.request(address)
        : address.startsWith('/api/v1')
          ? await visitor.api('GET', address.slice('/api/v1'.length))
          : await visitor.get(address);
    answers.set(
      address,
      `${answer.status} ${(await answer.text()).replace(/name="_key" value="[^"]*"/g, '')}`,
    );
  }
  const found = await visitor?.api('POST', '/search', { q: 'koffiekamer', limit: 20 });
  answers.set('search', `${await found?.text()}`);
  return answers;
}

it('a draft is silent, and so is a post to whom it is not for', { timeout: 120_000 }, async () => {
  const deed = () => deedOf(pages.stage);
  const later = new Date(pages.stage.now().getTime() + 86_400_000).toISOString();
  const shown = (await (await watchers.editor?.api('GET', `/posts/${id}`))?.json()) as {
    readonly url: string;
  };
  const code = shown.url.split('-').at(-1) ?? '';
  let other = '';
  const draft = ['editor'] as const;
  const readers = ['editor', 'boardMember', 'specialist'] as const;
  const say = { reason: 'Fout', body: 'De koffiekamer blijft.' };
  const slip = { part: 'body', before: 'kofiekamer', after: 'koffiekamer' } as const;
  const deeds: readonly (readonly [string, readonly Who[], readonly (() => Promise<PostOutcome>)[]])[] = [
    [
      'a draft is changed and translated',
      draft,
      [
        () => changePost(deed(), editor, id, words),
        () => translatePost(deed(), editor, id, { ...words, language: 'en' }),
      ],
    ],
    [
      'it is planned, taken back and planned; another is written',
      draft,
      [
        () => publishPost(deed(), editor, id, { at: later }),
        () => unplanPost(deed(), editor, id),
        () => publishPost(deed(), editor, id, { at: later }),
        async () => {
          const outcome = await writePost(deed(), editor, words);
          other = taken(outcome);
          return outcome;
        },
      ],
    ],
    ['that other draft is thrown away', draft, [() => discardPost(deed(), editor, other)]],
    ['it goes out, for boards', readers, [() => publishPost(deed(), editor, id, {})]],
    [
      'it is corrected, and a slip mended',
      readers,
      [() => updatePost(deed(), editor, id, say), () => fixPost(deed(), editor, id, slip)],
    ],
    ['it is withdrawn', readers, [() => withdrawPost(deed(), editor, id, { reason: 'Vergissing.' })]],
  ];
  const all = async () =>
    new Map(await Promise.all(names.map(async (who) => [who, await answersOf(who, code)] as const)));
  await all(); // What is opened is read; from here on everything was seen once.
  let before = await all();
  for (const [what, mayNotice, run] of deeds) {
    for (const one of run) taken(await one());
    const after = await all();
    for (const who of names) {
      const told = [...(after.get(who) ?? [])].filter(
        ([address, answer]) => before.get(who)?.get(address) !== answer,
      );
      const where = told.map(([address]) => address);
      if (!mayNotice.includes(who)) expect([what, who, where]).toEqual([what, who, []]);
      else expect(where.length, `${who} notices: ${what}`).toBeGreaterThan(0);
    }
    before = after;
  }
});
