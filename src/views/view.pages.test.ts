/** Saved views through the doors: one's own, as long as the address answers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aQuestionCast, type QuestionCast } from '../../tests/support/factories-questions.ts';
import { comeIn } from '../../tests/support/house.ts';
import { openPages, type Pages } from '../../tests/support/pages.ts';
import { openSuperuser } from '../../tests/support/visits.ts';
import { auditsEveryDeed } from '../../tests/support/witness.ts';
import { newId } from '../platform/ids.ts';

let pages: Pages;
let cast: QuestionCast;
beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

const save = (who: string, name: string, address: string) =>
  pages.send(who, '/mijn/weergaven', { name, address });

/** Where the first view of somebody is opened. */
async function firstOf(who: string): Promise<string> {
  const { html } = await pages.see(who, '/mijn/weergaven');
  return /href="(\/mijn\/weergaven\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
}

describe('a saved view', () => {
  it('keeps what a list is filtered by, without the page it was on', async () => {
    const { html } = await pages.see(cast.director, '/vragen?staat=open&niveau=&expertise=taal');
    expect(html).toContain('name="address" value="/vragen?staat=open&amp;expertise=taal"');
    const saved = await save(cast.director, 'Lopend & taal', '/vragen?staat=open&expertise=taal');
    expect([saved.status, saved.to]).toEqual([303, '/mijn/weergaven']);
    const opened = await pages.see(cast.director, await firstOf(cast.director));
    expect([opened.status, opened.to]).toEqual([303, '/vragen?staat=open&expertise=taal']);
  });

  it('is nobody else’s, and gone when it is removed', async () => {
    const own = await firstOf(cast.director);
    expect((await pages.see(cast.teamLead, own)).status).toBe(404);
    expect((await pages.send(cast.teamLead, `${own}/verwijderen`, {})).status).toBe(404);
    expect((await pages.see(cast.teamLead, '/mijn/weergaven')).html).toContain('U hebt nog geen weergaven');
    expect((await pages.send(cast.director, `${own}/verwijderen`, {})).status).toBe(303);
    expect((await pages.see(cast.director, own)).status).toBe(404);
  });

  it('is of a list of this site that its owner may open, under a name', async () => {
    for (const address of [
      '//elders.example',
      'https://elders.example/',
      '/inzage',
      '/vragen?staat=ooit',
      '/bestaat/niet',
    ]) {
      const { status, html } = await save(cast.director, 'Fout', address);
      expect([address, status]).toEqual([address, 422]);
      expect(html).toContain('niet te bewaren');
    }
    const nameless = await save(cast.director, ' ', '/vragen');
    expect(nameless.status).toBe(422);
    expect(nameless.html).toContain('value="/vragen"');
    expect(await firstOf(cast.director)).toBe('');
  });

  it('is one however often the form is sent, on one line, and leads where a browser can go', async () => {
    const twice = [1, 2].map(() => save(cast.specialist, 'Dub\u202ebel\nop', '/vragen?staat=open&x=a\r\né'));
    expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([303, 303]);
    const { html } = await pages.see(cast.specialist, '/mijn/weergaven');
    expect(html.match(/href="\/mijn\/weergaven\/[0-9a-f-]{36}"/g)).toHaveLength(1);
    expect(html).toContain('Dubbel op');
    const opened = await pages.see(cast.specialist, await firstOf(cast.specialist));
    expect([opened.status, opened.to]).toEqual([303, '/vragen?staat=open&x=a%C3%A9']);
    await save(cast.specialist, 'Dubbel op', '/vragen?staat=open');
    const two = await pages.see(cast.specialist, '/mijn/weergaven');
    expect(two.html.match(/href="\/mijn\/weergaven\/[0-9a-f-]{36}"/g)).toHaveLength(2);
  });

  it('says so when its address no longer answers', async () => {
    await save(cast.teamLead, 'Mijn plannen', '/inzet/plannen');
    const own = await firstOf(cast.teamLead);
    expect((await pages.see(cast.teamLead, own)).to).toBe('/inzet/plannen');
    const superuser = await openSuperuser(pages.house.fresh);
    await superuser
      .query(`update saved_view set address = '/inzet/oude-lijst'`)
      .finally(() => superuser.end());
    const { status, html } = await pages.see(cast.teamLead, own);
    expect(status).toBe(200);
    expect(html).toContain('«Mijn plannen» leidt nergens meer heen');
  });
});

describe('a saved view through the API', () => {
  const visitor = (personId: string) => comeIn(pages.house, { tenantId: cast.tenantId, personId });
  const view = { name: 'Taal', address: '/vragen?expertise=taal' };

  it('is made once a key, read back, and removed in the version that was seen', async () => {
    const own = await visitor(cast.coordinator);
    const key = { 'idempotency-key': newId() };
    const made = await own.api('POST', '/saved-views', view, key);
    const body = await made.json();
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"']);
    expect(body).toEqual({ ...view, id: expect.any(String), version: 1, answers: true });
    const where = `/saved-views/${body.id}`;
    expect(made.headers.get('location')).toBe(`/api/v1${where}`);
    expect(await (await own.api('POST', '/saved-views', view, key)).json()).toEqual(body);
    const other = await own.api('POST', '/saved-views', { ...view, name: 'Iets anders' }, key);
    expect([other.status, (await other.json()).type]).toEqual([422, '/problems/key-reused']);
    expect(await (await own.api('GET', where)).json()).toEqual(body);
    expect((await (await own.api('GET', '/saved-views')).json()).items).toEqual([body]);
    expect((await own.api('DELETE', where)).status).toBe(428);
    const stale = await own.api('DELETE', where, undefined, { 'if-match': '"2"' });
    expect([stale.status, await stale.json()]).toEqual([412, body]);
    expect((await own.api('DELETE', where, undefined, { 'if-match': '"1"' })).status).toBe(204);
    for (const method of ['GET', 'DELETE'])
      expect((await own.api(method, where, undefined, { 'if-match': '"1"' })).status).toBe(404);
    expect((await (await own.api('GET', '/saved-views')).json()).items).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const [own, other] = await Promise.all([visitor(cast.coordinator), visitor(cast.director)]);
    const { id } = await (await own.api('POST', '/saved-views', view)).json();
    const said = async (method: string, where: string) => {
      const answer = await other.api(method, `/saved-views/${where}`, undefined, { 'if-match': '"1"' });
      return [answer.status, await answer.text()];
    };
    for (const method of ['GET', 'DELETE'])
      expect(await said(method, id)).toEqual(await said(method, newId()));
    expect((await said('DELETE', id))[0]).toBe(404);
    expect((await own.api('GET', `/saved-views/${id}`)).status).toBe(200);
  });

  it('is of a list of this site that its owner may open, and of fifty at most', async () => {
    const own = await visitor(cast.teacher);
    for (const address of ['//elders.example', '/inzage', '/vragen?staat=ooit', '/bestaat/niet']) {
      const answer = await own.api('POST', '/saved-views', { name: 'Fout', address });
      expect([address, answer.status]).toEqual([address, 400]);
      expect((await answer.json()).errors[0].location).toBe('address');
    }
    const superuser = await openSuperuser(pages.house.fresh);
    await superuser
      .query(
        `insert into saved_view (tenant_id, person_id, id, name, address, made_at)
          select $1, $2, gen_random_uuid(), 'Weergave ' || n, '/vragen', now() from generate_series(1, 49) n`,
        [cast.tenantId, cast.teacher],
      )
      .finally(() => superuser.end());
    const first = { name: 'De vijftigste', address: '/mijn/weergaven' };
    expect((await own.api('POST', '/saved-views', first)).status).toBe(201);
    const full = await own.api('POST', '/saved-views', { ...first, name: 'De eenenvijftigste' });
    expect([full.status, (await full.json()).unmet[0].code]).toEqual([409, 'tooMany']);
  });
});
