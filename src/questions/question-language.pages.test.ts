/** The language that a question needs: said when asking, said again at triage, seen by who plans, and gone when the question fades. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aQuestion, aQuestionCast, type QuestionCast } from '../../tests/support/factories-questions.ts';
import { comeIn } from '../../tests/support/house.ts';
import { type Fields, hidden, openPages, type Pages } from '../../tests/support/pages.ts';
import { newId } from '../platform/ids.ts';
import { fadeQuestionsByTerm } from './index.ts';

let pages: Pages;
let cast: QuestionCast;
let superuser: pg.Client;
beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(pages.house.fresh.ownerUrl).pathname;
  superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  await superuser.query(
    `insert into specialist (tenant_id, person_id, languages) values ($1, $2, '{Turks,Pools}'), ($1, $3, '{Turks}')
      on conflict (tenant_id, person_id) do update set languages = excluded.languages`,
    [cast.tenantId, cast.specialist, cast.colleague],
  );
});
afterAll(async () => {
  await superuser.end();
  await pages.close();
});

const ask = (more: Fields) =>
  pages.send(cast.coordinator, '/vragen/nieuw', {
    ...{ _key: newId(), level: 'team', schoolCode: cast.school.code },
    ...{ title: 'Samen gesprekken voeren', need: 'Ouders en team verstaan elkaar nog niet.' },
    ...more,
  });
const idIn = (to: string | null) => /[0-9a-f-]{36}/.exec(to ?? '')?.[0] ?? '';
const languageOf = async (id: string) => {
  const visitor = await comeIn(pages.house, { tenantId: cast.tenantId, personId: cast.author });
  return (await (await visitor.api('GET', `/support-questions/${id}`)).json()).language;
};
const inTriage = async (id: string, more: Fields) => {
  const page = await pages.see(cast.author, `/vragen/${id}/bekijken`);
  const sent = await pages.send(cast.author, `/vragen/${id}/bekijken`, {
    ...{ _version: hidden(page, '_version'), _key: newId() },
    ...{ urgency: 'normal', plannedDagdelen: '2', expertise: 'gedrag' },
    ...more,
  });
  return { html: page.html, sent };
};

it('is optional, and what specialists speak is suggested, each language once', async () => {
  const { html } = await pages.see(cast.coordinator, '/vragen/nieuw');
  expect(html).toContain('Is een andere taal dan Nederlands nodig?');
  expect(html.match(/<option value="[^"]+"><\/option>/g)).toEqual([
    '<option value="Pools"></option>',
    '<option value="Turks"></option>',
  ]);
  const sent = await ask({});
  expect(await languageOf(idIn(sent.to))).toBeNull();
});

it('is said by the school, stands with the question, and is a language', async () => {
  const sent = await ask({ language: ' Turks ' });
  expect(sent.status).toBe(303);
  const id = idIn(sent.to);
  expect(await languageOf(id)).toBe('Turks');
  expect((await pages.see(cast.teamLead, `/vragen/${id}`)).html).toContain('<bdi>Turks</bdi>');
  const odd = await ask({ language: 'Bel 0612345678' });
  expect(odd.status).toBe(422);
  expect(odd.html).toContain('Noem een taal, zoals Turks of Poolse gebarentaal.');
});

it('stands at triage as the school said it, and can be changed or taken away there', async () => {
  const ids = [];
  for (const nth of [1, 2]) ids.push(idIn((await ask({ title: `Ouderavond ${nth}`, language: 'Turks' })).to));
  const [changed = '', without = ''] = ids;
  const { html, sent } = await inTriage(changed, { language: 'Pools' });
  expect(html).toContain('value="Turks"');
  expect(sent.status).toBe(303);
  expect(await languageOf(changed)).toBe('Pools');
  await inTriage(without, { language: '' });
  expect(await languageOf(without)).toBeNull();
});

it('that triage says nothing of through the API stays', async () => {
  const id = idIn((await ask({ language: 'Turks' })).to);
  const visitor = await comeIn(pages.house, { tenantId: cast.tenantId, personId: cast.author });
  const { version } = await (await visitor.api('GET', `/support-questions/${id}`)).json();
  const triage = { step: 'triage', urgency: 'normal', plannedDagdelen: 2, expertise: ['gedrag'] };
  const taken = await visitor.api('POST', `/support-questions/${id}/steps`, triage, {
    'If-Match': `"${version}"`,
  });
  expect(taken.status).toBeLessThan(300);
  expect(await languageOf(id)).toBe('Turks');
});

it('tells who assigns which specialist speaks it, and puts them first', async () => {
  const id = await aQuestion(pages.stage, cast, 'in_triage', { language: 'pools' });
  const { html } = await pages.see(cast.author, `/vragen/${id}/toewijzen`);
  expect(html).toContain('spreekt pools');
  expect(html.indexOf('spreekt pools')).toBeLessThan(html.indexOf('spreekt geen pools'));
});

it('fades with the words', async () => {
  const id = await aQuestion(pages.stage, cast, 'answered', { language: 'Turks' });
  const now = pages.stage.now().getTime();
  const row = () =>
    superuser.query(
      `select q.faded_at is not null as faded, q.language, (select max(e.language) from question_entry e where e.question_id = q.id) as said
        from support_question q where q.id = $1`,
      [id],
    );
  expect((await row()).rows).toEqual([{ faded: false, language: 'Turks', said: 'Turks' }]);
  for (const days of [700, 760, 800]) {
    pages.stage.at(new Date(now + days * 86_400_000).toISOString());
    await fadeQuestionsByTerm(pages.stage.database);
  }
  expect((await row()).rows).toEqual([{ faded: true, language: null, said: null }]);
});
