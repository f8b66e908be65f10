/** Saved views through the doors: one's own, as long as the address answers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aQuestionCast, type QuestionCast } from '../../tests/support/factories-questions.ts';
import { openPages, type Pages } from '../../tests/support/pages.ts';
import { openSuperuser } from '../../tests/support/visits.ts';

let pages: Pages;
let cast: QuestionCast;
beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
});
afterAll(() => pages.close());

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
