/** A promise from its sentence in a draft to its proof, through pages, API and the owner's mornings, as people meet it. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf, anAppointment, aPartnership, deedOf } from '../../../tests/support/factories.ts';
import { comeIn } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { newId } from '../../platform/ids.ts';
import type { Audience } from '../posts/post.access.ts';
import { publishPost, writePost } from '../posts/post.actions.ts';
import { remindOfPromises } from './promise.jobs.ts';

let pages: Pages;
let superuser: pg.Client;
let lead: string;
let ownerId: string;
let director: string;

beforeAll(async () => {
  pages = await openPages();
  pages.stage.at('2026-03-02T08:00:00Z');
  superuser = await openSuperuser(pages.house.fresh);
  ({ teamLead: lead, director } = pages.cast);
  ownerId = await anAppointment(pages.stage, 'specialist', { tenantId: pages.cast.tenantId });
});
afterAll(async () => {
  await superuser.end();
  await pages.close();
});
auditsEveryDeed(() => pages.house.fresh);

const sentence = 'Voor de zomer delen wij met alle scholen wat de proef opleverde.';
const body = `Wij begonnen met een proef.\n\nVoor de zomer delen wij met **alle scholen** wat de\nproef opleverde. Tot dan.`;

async function aPost(audiences: readonly Audience[], text = body): Promise<string> {
  const { stage, cast } = pages;
  const actor = await actorOf(stage, cast.tenantId, cast.teamLead);
  const made = await writePost(deedOf(stage), actor, {
    title: `Hoe het ervoor staat ${newId().slice(-6)}`,
    body: text,
    audiences: [...audiences],
    language: 'nl',
  } as Parameters<typeof writePost>[2]);
  if (made.outcome !== 'taken') throw new Error(JSON.stringify(made));
  return made.id;
}

async function publish(id: string) {
  const { stage, cast } = pages;
  const actor = await actorOf(stage, cast.tenantId, cast.teamLead);
  return publishPost(deedOf(stage), actor, id, {} as Parameters<typeof publishPost>[3]);
}

const promise = (more: object = {}) => ({
  sentence,
  ownerId,
  ownerTitle: 'de projectleider',
  dueOn: '2026-06-30',
  ...more,
});

async function api(who: string, method: string, path: string, sent?: object, headers = {}) {
  // Days pass between two calls, and sessions with them.
  const visitor = await comeIn(pages.house, { tenantId: pages.cast.tenantId, personId: who });
  const answer = await visitor.api(method, path, sent, headers);
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}
const public_ = async (path: string) => {
  const answer = await pages.house.app.request(path);
  return { status: answer.status, html: await answer.text() };
};
const made = async (post: string, more: object = {}) => {
  const answer = await api(lead, 'POST', `/posts/${post}/promises`, promise(more));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer));
  return answer.body.id as string;
};
const noticesOf = async (id: string) =>
  (
    await superuser.query(
      `select about, nth, due_on::text as "dueOn" from notice where subject_id = $1 and kind = 'promise_due' order by at, about`,
      [id],
    )
  ).rows;

describe('a promise of a draft', () => {
  test('is silent for all but writers, and known to everybody once its post is out', async () => {
    const post = await aPost(['public']);
    const sent = await pages.send(lead, `/nieuws/schrijven/${post}/toezeggingen`, {
      sentence: 'Voor de zomer delen wij met alle  scholen wat de proef opleverde.',
      ownerId,
      ownerTitle: 'de projectleider',
      audiences: ['public'],
      dueOn: '2026-06-30',
      _key: newId(),
    });
    expect(sent).toMatchObject({ status: 303, to: `/nieuws/schrijven/${post}/toezeggingen` });
    const shown = await pages.see(lead, `/nieuws/schrijven/${post}/toezeggingen`);
    expect(shown.html).toContain(sentence);
    const id = /toezeggingen\/([\da-f-]{36})"/.exec(shown.html)?.[1] ?? '';
    expect((await pages.see(ownerId, `/toezeggingen/${id}`)).status).toBe(404);
    expect((await public_(`/toezeggingen/${id}`)).status).toBe(404);
    expect((await public_('/toezeggingen')).html).not.toContain(sentence);
    await remindOfPromises(pages.stage.database);
    expect(await noticesOf(id)).toEqual([]);

    expect((await publish(post)).outcome).toBe('taken');
    expect((await public_('/toezeggingen')).html).toContain(sentence);
    const page = (await public_(`/toezeggingen/${id}`)).html;
    expect(page).toContain('de projectleider');
    expect(page).toContain('Beloofd voor of op 30 juni 2026.');
    expect(page).not.toContain('Proefpersoon');
    expect((await pages.see(ownerId, `/toezeggingen/${id}`)).status).toBe(200);
  });

  test('can be taken back; of a post that is out it stays', async () => {
    const post = await aPost(['schools']);
    const id = await made(post);
    const gone = await pages.send(lead, `/toezeggingen/${id}/weghalen`, {});
    expect(gone).toMatchObject({ status: 303, flash: 'De toezegging is weggehaald.' });
    const again = await made(post);
    await publish(post);
    expect((await pages.send(lead, `/toezeggingen/${again}/weghalen`, {})).status).toBe(404);
    expect((await pages.see(lead, `/toezeggingen/${again}`)).status).toBe(200);
  });

  test('holds its post back when the sentence has gone from it', async () => {
    const post = await aPost(['public']);
    await made(post);
    await superuser.query(`update post_text set body = 'Iets anders.' where post_id = $1`, [post]);
    expect(await publish(post)).toMatchObject({ outcome: 'refused', unmet: [{ code: 'promisesStand' }] });
  });
});

test('visitors choose whose promises they see where more than one partnership is served', async () => {
  const post = await aPost(['public'], 'Dit najaar komt er een inloopspreekuur.');
  await made(post, { sentence: 'Dit najaar komt er een inloopspreekuur.' });
  await publish(post);
  const one = await public_('/toezeggingen');
  expect([one.html.includes('inloopspreekuur'), one.html.includes('name="swv"')]).toEqual([true, false]);
  const other = await aPartnership(pages.stage);
  const [own, foreign] = (
    await superuser.query('select code from tenant order by tenant_id = $1', [other])
  ).rows.map(({ code }) => code);
  const all = await public_('/toezeggingen');
  expect([all.html.includes('inloopspreekuur'), all.html.includes('Wis')]).toEqual([true, false]);
  expect(all.html).toContain(`<option value="${foreign}"`);
  const theirs = await public_(`/toezeggingen?swv=${foreign}`);
  expect([theirs.html.includes('inloopspreekuur'), theirs.html.includes('Wis')]).toEqual([false, true]);
  expect(theirs.html).toMatch(new RegExp(`<option(?: selected| value="${foreign}"){2}`));
  expect((await public_(`/toezeggingen?swv=${own}`)).html).toContain('inloopspreekuur');
  // A member reads those of their own.
  expect((await pages.see(lead, '/toezeggingen')).html).not.toContain('name="swv"');
});

describe('making one', () => {
  test('is refused with all reasons at once, and tells them on the form', async () => {
    const post = await aPost(['schools']);
    const wrong = promise({ sentence: 'Dit staat er niet.', audiences: ['boards'], dueOn: '2026-03-01' });
    const answer = await api(lead, 'POST', `/posts/${post}/promises`, {
      ...wrong,
      ownerId: pages.cast.director,
    });
    expect([answer.status, answer.body.unmet.map(({ code }: { code: string }) => code)]).toEqual([
      409,
      ['sentenceStands', 'audienceFits', 'dayAhead', 'ownerWorks'],
    ]);
    const form = await pages.send(lead, `/nieuws/schrijven/${post}/toezeggingen`, {
      sentence: 'Dit staat er niet.',
      ownerId,
      ownerTitle: 'de projectleider',
      audiences: ['schools'],
      dueOn: '2026-06-30',
      _key: newId(),
    });
    expect(form.status).toBe(422);
    expect(form.html).toContain('Deze zin staat niet zo in het bericht');
    expect(form.html).toContain('Dit staat er niet.');
    await made(post);
    const twice = await api(lead, 'POST', `/posts/${post}/promises`, promise());
    expect(twice.body.unmet.map(({ code }: { code: string }) => code)).toEqual(['promisedOnce']);
  });

  test('is for writers, of posts that are there', async () => {
    const post = await aPost(['public']);
    expect((await api(director, 'POST', `/posts/${post}/promises`, promise())).status).toBe(403);
    expect((await api(lead, 'POST', `/posts/${newId()}/promises`, promise())).status).toBe(404);
    expect((await api(lead, 'POST', `/posts/${newId()}/promises`, {})).status).toBe(404);
  });
});

describe('an open promise', () => {
  test('is told of two weeks ahead, on its day and each month after, once; a later day leaves it late', async () => {
    const post = await aPost(['public']);
    const id = await made(post);
    await publish(post);
    const mornings = ['2026-03-03', '2026-06-15', '2026-06-16', '2026-06-17', '2026-06-30', '2026-07-01'];
    for (const day of [...mornings, '2026-07-30', '2026-07-31', '2026-08-30']) {
      pages.stage.at(`${day}T08:00:00Z`);
      await remindOfPromises(pages.stage.database);
      await remindOfPromises(pages.stage.database);
    }
    expect(await noticesOf(id)).toEqual([
      { about: 'promise_yours', nth: null, dueOn: '2026-06-30' },
      { about: 'promise_soon', nth: null, dueOn: '2026-06-30' },
      { about: 'promise_day', nth: null, dueOn: '2026-06-30' },
      { about: 'promise_late', nth: 1, dueOn: '2026-06-30' },
      { about: 'promise_late', nth: 2, dueOn: '2026-06-30' },
    ]);
    const bell = await pages.see(ownerId, '/berichten');
    expect(bell.html).toContain('Een toezegging van u is te laat.');

    expect((await pages.see(ownerId, '/')).html).toMatch(/toezegging(en)? van u vra(agt|gen) aandacht/);
    expect((await pages.see(director, '/')).html).not.toMatch(/toezegging(en)? van u/);

    pages.stage.at('2026-09-01T08:00:00Z');
    expect((await public_(`/toezeggingen/${id}`)).html).toContain('63 dagen te laat');
    const later = await pages.send(ownerId, `/toezeggingen/${id}/later`, {
      onDate: '2026-10-01',
      words: 'De cijfers komen later.',
      _key: newId(),
      _version: '1',
    });
    expect(later.status).toBe(303);
    const page = (await public_(`/toezeggingen/${id}`)).html;
    expect(page).toContain('63 dagen te laat');
    expect(page).toContain('Nu verwacht voor of op 1 oktober 2026.');
    expect(page).toContain('De cijfers komen later.');

    const early = { step: 'postpone', onDate: '2026-09-15', words: 'Toch eerder.' };
    const refused = await api(ownerId, 'POST', `/promises/${id}/steps`, early, { 'If-Match': '"2"' });
    expect([refused.status, refused.body.unmet?.[0]?.code]).toEqual([409, 'laterDay']);
    const stale = await api(ownerId, 'POST', `/promises/${id}/steps`, early, { 'If-Match': '"1"' });
    expect([stale.status, stale.body.version]).toEqual([412, 2]);
  });

  test('is kept with a post that its readers can read, or in words, and stays late', async () => {
    pages.stage.at('2026-03-02T08:00:00Z');
    const post = await aPost(['public']);
    const id = await made(post);
    await publish(post);
    pages.stage.at('2026-07-05T08:00:00Z');
    const internal = await aPost(['schools'], 'Dit is de opbrengst.');
    await publish(internal);
    const proof = await aPost(['public'], 'Dit is de opbrengst.');
    const keep = (postId: string, more = {}) =>
      api(ownerId, 'POST', `/promises/${id}/steps`, { step: 'keep', postId, ...more }, { 'If-Match': '"1"' });
    for (const unread of [internal, proof, newId()])
      expect((await keep(unread)).body.unmet.map(({ code }: { code: string }) => code)).toEqual([
        'proofReadable',
      ]);
    await publish(proof);
    expect((await keep(proof, { onDate: '2026-07-06' })).body.unmet[0].code).toBe('dayBeen');
    const kept = await keep(proof);
    expect(kept.body).toMatchObject({
      state: 'keptLate',
      daysLate: 5,
      keptOn: '2026-07-05',
      keptBy: { id: proof },
      steps: [],
    });
    const page = (await public_(`/toezeggingen/${id}`)).html;
    expect(page).toContain('5 dagen te laat gehouden');
    expect(page).toContain('Gehouden met');
    expect((await keep(proof)).status).toBe(412);
    const twice = await api(
      ownerId,
      'POST',
      `/promises/${id}/steps`,
      { step: 'keep', words: 'Nog eens.' },
      { 'If-Match': '"2"' },
    );
    expect(twice.body.unmet.map(({ code }: { code: string }) => code)).toEqual(['stateAllows']);
  });

  test('is handed over when its owner has left, and the new owner hears it', async () => {
    pages.stage.at('2026-03-02T08:00:00Z');
    const { tenantId } = pages.cast;
    const leaver = await anAppointment(pages.stage, 'specialist', { tenantId, to: '2026-04-01' });
    const post = await aPost(['schools']);
    const id = await made(post, { ownerId: leaver });
    await publish(post);
    expect((await pages.see(lead, `/toezeggingen/${id}`)).html).not.toContain('geen aanstelling meer');
    pages.stage.at('2026-04-01T08:00:00Z');
    expect((await pages.see(lead, `/toezeggingen/${id}`)).html).toContain('geen aanstelling meer');
    expect((await pages.see(director, `/toezeggingen/${id}`)).html).not.toContain('geen aanstelling meer');
    const handOver = (ownerTo: string) =>
      pages.send(lead, `/toezeggingen/${id}/overdragen`, {
        ownerId: ownerTo,
        ownerTitle: 'de specialist gedrag',
        words: '',
        _key: newId(),
        _version: '1',
      });
    expect((await pages.see(lead, '/')).html).toContain('1 toezegging zonder eigenaar');
    expect((await handOver(leaver)).status).toBe(422);
    expect((await handOver(ownerId)).status).toBe(303);
    await remindOfPromises(pages.stage.database);
    expect(await noticesOf(id)).toEqual([{ about: 'promise_yours', nth: null, dueOn: '2026-06-30' }]);
    expect((await pages.see(director, `/toezeggingen/${id}`)).html).toContain('de specialist gedrag');
    // For schools: a visitor does not notice that there is one.
    expect((await public_(`/toezeggingen/${id}`)).status).toBe(404);
  });

  test('can be moved by its owner and by writers alone', async () => {
    pages.stage.at('2026-03-02T08:00:00Z');
    const post = await aPost(['public']);
    const id = await made(post);
    await publish(post);
    const colleague = await anAppointment(pages.stage, 'specialist', { tenantId: pages.cast.tenantId });
    const keep = { step: 'keep', words: 'Gedaan.' };
    for (const [who, status] of [
      [director, 403],
      [colleague, 403],
    ] as const)
      expect((await api(who, 'POST', `/promises/${id}/steps`, keep, { 'If-Match': '"1"' })).status).toBe(
        status,
      );
    expect((await pages.see(colleague, `/toezeggingen/${id}/gehouden`)).status).toBe(404);
    expect(
      (await api(colleague, 'POST', `/promises/${newId()}/steps`, keep, { 'If-Match': '"1"' })).status,
    ).toBe(404);
  });
});

describe('a promise that is not for somebody', () => {
  test('changes no answer to them; one that is for them does', async () => {
    pages.stage.at('2026-03-02T08:00:00Z');
    const { tenantId } = pages.cast;
    const visitor = await comeIn(pages.house, { tenantId, personId: director });
    const answers = async () => {
      const inside = ['/', '/toezeggingen', '/berichten', '/api/v1/promises'].map(async (path) =>
        (await visitor.get(path)).text(),
      );
      return Promise.all([...inside, ...['/toezeggingen', '/api/v1/promises'].map((path) => textOf(path))]);
    };
    const textOf = async (path: string) => (await pages.house.app.request(path)).text();
    const before = await answers();
    await made(await aPost(['public']), { ownerId });
    const boards = await aPost(['boards']);
    await made(boards, { audiences: ['boards'] });
    const own = await answers();
    expect(own).toEqual(before);
    await publish(boards);
    await remindOfPromises(pages.stage.database);
    expect((await answers()).slice(1)).toEqual(before.slice(1));
    const schools = await aPost(['schools']);
    const id = await made(schools, { audiences: ['schools'] });
    await publish(schools);
    const after = await answers();
    expect(after[1]).toContain(id);
    expect(after.slice(4)).toEqual(before.slice(4));
    await superuser.query(`delete from promise_entry where promise_id = $1`, [id]);
    await superuser.query(`delete from promise where id = $1`, [id]);
  });
});

describe('the list', () => {
  test('gives what is open first, page by page, to visitors what is for them', async () => {
    const all: string[] = [];
    let after = '';
    do {
      const answer = await pages.house.app.request(`/api/v1/promises?limit=2${after}`);
      const { items, next } = JSON.parse(await answer.text());
      all.push(
        ...items.map(({ keptOn, dueOn }: { keptOn: string | null; dueOn: string }) => keptOn ?? dueOn),
      );
      expect(items.every(({ audiences }: { audiences: string[] }) => audiences.includes('public'))).toBe(
        true,
      );
      expect(JSON.stringify(items)).not.toContain('Proefpersoon');
      after = next === null ? '' : `&after=${next}`;
    } while (after !== '');
    expect(all.at(-1)).toBe('2026-07-05');
    expect(all.length).toBeGreaterThan(3);
    const own = await api(director, 'GET', '/promises');
    expect(own.body.items.length).toBe(all.length + 2);
    const late = await public_('/toezeggingen?toon=telaat');
    expect(late.html).toContain('te laat gehouden');
    const staff = (await pages.see(lead, `/toezeggingen?eigenaar=${ownerId}`)).html;
    expect(staff).toContain('Eigenaar');
    expect((await public_('/toezeggingen?swv=nergens')).html).toContain('Er zijn geen toezeggingen');
  });
});
