/** Working rules from a draft to the pages of protocols, concerns and questions, as people meet them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf, aNoteBy, deedOf, step } from '../../../tests/support/factories.ts';
import { comeIn } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { newId } from '../../platform/ids.ts';
import { publishPost, withdrawPost, writePost } from '../posts/post.actions.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
  pages.stage.at('2026-02-02T08:00:00Z');
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

type Input = Parameters<typeof writePost>[2];
async function aPost(audience: string): Promise<string> {
  const { stage, cast } = pages;
  const actor = await actorOf(stage, cast.tenantId, cast.teamLead);
  const input = { title: 'Zo delen wij zorgen', body: 'Een uitleg.', audiences: [audience], language: 'nl' };
  const made = await writePost(deedOf(stage), actor, input as Input);
  if (made.outcome !== 'taken') throw new Error(JSON.stringify(made));
  return made.id;
}
const publish = async (id: string, at?: string) => {
  const { stage, cast } = pages;
  const actor = await actorOf(stage, cast.tenantId, cast.teamLead);
  return publishPost(deedOf(stage), actor, id, { at } as Parameters<typeof publishPost>[3]);
};
const add = (post: string, fields: Record<string, string>) =>
  pages.send(pages.cast.teamLead, `/nieuws/schrijven/${post}/werkafspraken`, {
    subject: 'concerns',
    startsOn: '2026-02-07',
    body: 'Wij bellen **eerst** de directeur.',
    _key: newId(),
    ...fields,
  });
const visitor = async (path = '/zorgen/werkwijze') => (await pages.house.app.request(path)).text();
const concernApi = async (id: string) => {
  const { tenantId, author } = pages.cast;
  const answer = await (await comeIn(pages.house, { tenantId, personId: author })).api(
    'GET',
    `/concerns/${id}`,
  );
  return JSON.parse(await answer.text());
};

describe('a working rule', () => {
  test('is known with its post, to visitors when the post is public, and a concern keeps the editions it ran under', async () => {
    const { stage, cast } = pages;
    const before = await aNoteBy(stage, cast);
    const early = await aNoteBy(stage, cast);
    await step(stage, cast.tenantId, cast.author, early, { step: 'share_with_director' });

    const post = await aPost('public');
    expect(await add(post, {})).toMatchObject({ status: 303, flash: 'De werkafspraak staat erbij.' });
    const shown = async (who: string) => (await pages.see(who, '/zorgen/werkwijze')).html;
    expect(await shown(cast.director)).not.toContain('Onze werkafspraak');
    expect((await publish(post)).outcome).toBe('taken');
    // It is known, and does not hold yet.
    expect(await shown(cast.director)).toContain('Vanaf 7 februari 2026');
    expect(await shown(cast.director)).not.toContain('Zo werken wij hier');

    stage.at('2026-02-07T08:00:00Z');
    for (const html of [await shown(cast.director), await visitor()]) {
      expect(html).toContain('Zo werken wij hier, sinds 7 februari 2026.');
      expect(html).toContain('Wij bellen <strong>eerst</strong> de directeur.');
      expect(html).toMatch(/href="\/nieuws\/zo-delen-wij-zorgen-[0-9a-z]{6,8}"/);
    }
    await step(stage, cast.tenantId, cast.author, before, { step: 'share_with_director' });
    const during = await aNoteBy(stage, cast);
    stage.at('2026-03-01T08:00:00Z');
    const internal = await aPost('schools');
    await add(internal, { startsOn: '2026-03-10', body: 'Wij komen eerst langs.' });
    await add(internal, { startsOn: '2026-03-10', body: 'Elke week.', subject: 'committee' });
    await publish(internal);
    expect(await shown(cast.director)).toContain('Vanaf 10 maart 2026');
    expect(await visitor()).not.toContain('10 maart 2026');
    stage.at('2026-03-12T08:00:00Z');
    expect(await shown(cast.director)).toContain('Vroeger, van 7 februari 2026 tot 10 maart 2026');
    const outside = await visitor();
    // What held before is not shown as if it held; of what holds a visitor reads no word.
    expect(outside).toContain('Sinds 10 maart 2026 geldt een nieuwe werkafspraak.');
    expect(outside).toContain('Vroeger, van 7 februari 2026 tot 10 maart 2026');
    expect(outside).not.toContain('Zo werken wij hier');
    expect(outside).not.toContain('komen eerst langs');
    expect(outside.match(/Verteld in/g)).toHaveLength(1);
    // Where nothing was told outside, nothing can be misread.
    expect((await pages.see(cast.director, '/vragen/werkwijze')).html).toContain('sinds 10 maart 2026');
    expect(await visitor('/vragen/werkwijze')).not.toContain('Onze werkafspraak');

    const days = (concern: { workingRules: { startsOn: string; subject: string; post: string | null }[] }) =>
      concern.workingRules.map(({ startsOn }) => startsOn);
    expect(days(await concernApi(during))).toEqual(['2026-02-07', '2026-03-10']);
    expect((await concernApi(during)).workingRules[0]).toEqual({
      subject: 'concerns',
      startsOn: '2026-02-07',
      post,
    });
    const page = (await pages.see(cast.author, `/zorgen/${early}`)).html;
    expect(page).toContain('Toen gold:');
    expect(page).toContain('werkafspraak van 7 februari 2026');
    expect(page).toContain('werkafspraak van 10 maart 2026');
    const late = await aNoteBy(stage, cast);
    expect(days(await concernApi(late))).toEqual(['2026-03-10']);
    const again = await aPost('parents');
    await add(again, { startsOn: '2026-03-20', body: 'Wij bellen weer eerst.' });
    await publish(again);
    stage.at('2026-03-20T08:00:00Z');
    const later = await visitor();
    expect(later).toContain('Zo werken wij hier, sinds 20 maart 2026.');
    expect(later).toContain(
      'Vroeger, van 10 maart 2026 tot 20 maart 2026: een werkafspraak die niet openbaar is.',
    );
    // A board does not read the post; it reads the rule.
    expect((await pages.see(cast.boardMember, '/zorgen/werkwijze')).html).toContain('komen eerst langs');
  });

  test('does not begin before its post is known, nor on a day that is taken', async () => {
    pages.stage.at('2026-04-01T08:00:00Z');
    const post = await aPost('public');
    const early = await add(post, { startsOn: '2026-03-31' });
    expect(early.status).toBe(422);
    expect(early.html).toContain('begint niet voordat het bericht bekend is');
    expect((await add(post, { startsOn: '2026-04-01', subject: 'stationing' })).status).toBe(303);
    expect((await add(post, { startsOn: '2026-04-01', subject: 'stationing' })).html).toContain(
      'Op deze dag begint al',
    );
    pages.stage.at('2026-04-02T08:00:00Z');
    expect(await publish(post)).toMatchObject({ outcome: 'refused', unmet: [{ code: 'rulesAhead' }] });
    const path = `/nieuws/schrijven/${post}/werkafspraken`;
    const rule = /name="rule" value="([^"]+)"/.exec((await pages.see(pages.cast.teamLead, path)).html)?.[1];
    const gone = await pages.send(pages.cast.teamLead, `${path}/weghalen`, { rule: rule ?? '' });
    expect(gone.flash).toBe('De werkafspraak is weggehaald.');
    expect((await publish(post)).outcome).toBe('taken');
    await add(post, { startsOn: '2026-04-02', subject: 'stationing' });
    const stays = await pages.see(pages.cast.teamLead, path);
    expect(stays.html).not.toContain('name="rule"');
    expect((await pages.see(pages.cast.director, '/inzet/werkwijze')).html).toContain('sinds 2 april 2026');
  });

  test('typed for a post that is withdrawn meanwhile comes back as words, and so does a promise', async () => {
    pages.stage.at('2026-04-20T08:00:00Z');
    const { stage, cast } = pages;
    const post = await aPost('public');
    await publish(post);
    const actor = await actorOf(stage, cast.tenantId, cast.teamLead);
    await withdrawPost(deedOf(stage), actor, post, { reason: 'Het klopt niet.' });
    const rule = await add(post, { startsOn: '2026-05-01' });
    expect([rule.status, rule.html.includes('Wij bellen **eerst** de directeur.')]).toEqual([422, true]);
    expect(rule.html).toContain('ingetrokken');
    const sentence = 'Een uitleg die wij ieder jaar herhalen.';
    const fields = { sentence, ownerId: cast.teamLead, ownerTitle: 'de teamleider', audiences: 'public' };
    const path = `/nieuws/schrijven/${post}/toezeggingen`;
    const promise = await pages.send(cast.teamLead, path, { ...fields, dueOn: '2026-06-01', _key: newId() });
    expect([promise.status, promise.html.includes(sentence)]).toEqual([422, true]);
  });

  test('of a planned post is known when its hour comes', async () => {
    pages.stage.at('2026-05-01T08:00:00Z');
    const post = await aPost('public');
    await add(post, { startsOn: '2026-05-05', subject: 'questions' });
    expect((await publish(post, '2026-05-04T06:00:00Z')).outcome).toBe('taken');
    const shown = async () => (await pages.see(pages.cast.director, '/vragen/werkwijze')).html;
    expect(await shown()).not.toContain('5 mei 2026');
    pages.stage.at('2026-05-04T06:00:00Z');
    expect(await shown()).toContain('Vanaf 5 mei 2026');
  });
});
