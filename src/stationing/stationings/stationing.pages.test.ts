/** Proposing, reading and taking steps with stationings through their pages and the API, as people do. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAppointment, aSchool, type School } from '../../../tests/support/factories.ts';
import { comeIn, type Visitor } from '../../../tests/support/house.ts';
import { hidden, openPages, type Pages } from '../../../tests/support/pages.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { newId } from '../../platform/ids.ts';
import { moveStationings } from './stationing.jobs.ts';

let pages: Pages;
let superuser: pg.Client;
let specialist: string;
let elsewhere: School;
let lead: Visitor;
let director: Visitor;
let ambition: string;

beforeAll(async () => {
  pages = await openPages();
  pages.stage.at('2026-03-02T08:00:00Z');
  superuser = await openSuperuser(pages.house.fresh);
  const { tenantId, boardId, teamLead, director: head } = pages.cast;
  specialist = await anAppointment(pages.stage, 'specialist', { tenantId });
  await superuser.query(
    `insert into contract (tenant_id, id, person_id, starts_on, fte, dagdelen) values ($1, $2, $3, '2025-08-01', 0.8, 8)`,
    [tenantId, newId(), specialist],
  );
  ambition = newId();
  await superuser.query(
    `insert into ambition (tenant_id, id, name, starts_on) values ($1, $2, 'Sterke basis', '2025-08-01')`,
    [tenantId, ambition],
  );
  elsewhere = await aSchool(pages.stage, tenantId, boardId);
  lead = await comeIn(pages.house, { tenantId, personId: teamLead });
  director = await comeIn(pages.house, { tenantId, personId: head });
});
afterAll(async () => {
  await superuser.end();
  await pages.close();
});
auditsEveryDeed(() => pages.house.fresh);

const list = '/inzet/stationeringen';
const newPath = `${list}/nieuw`;
const fields = (more: Record<string, string | readonly string[]> = {}) => ({
  specialistId: specialist,
  place: `s:${pages.cast.school.code}`,
  dagdelen: '2,5',
  from: '2026-04-06',
  to: '2026-07-10',
  'ambitions.0.id': ambition,
  'ambitions.0.share': '40',
  _key: newId(),
  ...more,
});
const body = (more: object = {}) => ({
  specialistId: specialist,
  schoolCode: elsewhere.code,
  dagdelen: 1,
  from: '2026-04-06',
  to: '2026-07-10',
  ...more,
});
async function api(who: Visitor, method: string, path: string, sent?: object, headers = {}) {
  const answer = await who.api(method, path, sent, headers);
  return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
}

describe('the pages', () => {
  test('a team lead proposes, the director agrees, and the school shows who is there on the first day', async () => {
    const { cast } = pages;
    const form = await pages.see(cast.teamLead, newPath);
    expect(form.html).toContain('Sterke basis (procent)');
    const sent = await pages.send(cast.teamLead, newPath, fields({ note: 'Begin bij groep 5.' }));
    expect(sent.status).toBe(303);
    const address = sent.to ?? '';

    const proposal = await pages.see(cast.director, address);
    expect(proposal.html).toContain('60 procent vragen van scholen en 40 procent Sterke basis');
    expect(proposal.html).toContain('Begin bij groep 5.');
    expect((await pages.see(cast.director, '/')).html).toContain('Een voorstel wie bij u komt');
    const agree = await pages.see(cast.director, `${address}/akkoord`);
    const done = await pages.send(cast.director, `${address}/akkoord`, {
      _version: hidden(agree, '_version'),
      _key: hidden(agree, '_key'),
    });
    expect([done.status, done.to]).toEqual([303, address]);
    expect((await pages.see(cast.director, '/')).html).not.toContain('Een voorstel wie bij u komt');

    const school = `/scholen/${cast.school.code}`;
    const name = /<h1[^>]*>([^<]*) bij /.exec(proposal.html)?.[1] ?? '?';
    expect((await pages.see(cast.author, school)).html).not.toContain(name);
    pages.stage.at('2026-04-06T08:00:00Z');
    const shown = (await pages.see(cast.author, school)).html;
    expect(shown).toContain(name);
    expect(shown).toContain('6 april tot en met 10 juli 2026');
    const publicly = await pages.house.app.request(school);
    expect(await publicly.text()).toContain(name);
    // Appointed there as well, somebody still stands there once.
    await anAppointment(pages.stage, 'specialist', {
      tenantId: cast.tenantId,
      personId: specialist,
      schoolId: cast.school.id,
    });
    const { body: card } = await api(lead, 'GET', `/schools/${cast.school.code}`);
    expect(card.specialists).toMatchObject([{ id: specialist, to: null }]);
    expect((await pages.see(specialist, `/inzet/specialisten/${specialist}`)).html).toContain(
      'Waar nu en straks',
    );
    pages.stage.at('2026-03-02T08:00:00Z');
  });

  test('what does not fit is said at its field with everything that was typed, and what room there is', async () => {
    const { cast } = pages;
    const typed = fields({ dagdelen: '9,5', place: `b:nergens`, note: 'Een notitie.', to: '2026-04-26' });
    const unknown = await pages.send(cast.teamLead, newPath, typed);
    expect(unknown.status).toBe(422);
    expect(unknown.html).toContain('Deze school of dit bestuur kennen wij niet');
    const full = await pages.send(cast.teamLead, newPath, {
      ...typed,
      place: `s:${elsewhere.code}`,
      'ambitions.0.share': '',
    });
    expect(full.status).toBe(422);
    expect(full.html).toContain('href="#dagdelen"');
    expect(full.html).toContain('6 tot en met 26 april 2026: 5,5 van 8 dagdelen per week vrij');
    for (const value of [
      'Een notitie.',
      'value="9,5"',
      'value="2026-04-26"',
      `value="s:${elsewhere.code}" selected`,
    ])
      expect(full.html).toContain(value);
    const empty = await pages.send(cast.teamLead, newPath, { _key: newId() });
    for (const at of ['specialistId', 'place', 'dagdelen', 'from', 'to'])
      expect(empty.html, at).toContain(`href="#${at}"`);
    // «Vul dit in.» alone would not tell which day; the list on top goes down the page.
    expect(empty.html).toMatch(
      /Wie\? [^<]*<[\s\S]*Waar\? [^<]*<[\s\S]*>Eerste dag: Vul dit in\.<[\s\S]*>Laatste dag: Vul dit in\.</,
    );
  });

  test('the writing aid shows its marks, and the text stands there still', async () => {
    const { cast } = pages;
    const refused = await pages.send(
      cast.teamLead,
      newPath,
      fields({ place: `s:${elsewhere.code}`, note: 'Bel 06-12345678.' }),
    );
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('De schrijfhulp vond iets');
    expect(refused.html).toContain('Bel 06-12345678.');
  });

  test('at a board without a choice it is all of its schools, and it goes on with the same form', async () => {
    const { cast } = pages;
    const { rows } = await superuser.query('select code from board where id = $1', [cast.boardId]);
    const sent = await pages.send(
      cast.teamLead,
      newPath,
      fields({ place: `b:${rows[0].code}`, 'ambitions.0.share': '' }),
    );
    const id = (sent.to ?? '').slice(list.length + 1);
    const { body: told } = await api(lead, 'GET', `/stationings/${id}`);
    expect(told.schools.toSorted()).toEqual([cast.school.code, elsewhere.code].toSorted());
    await pages.send(cast.boardMember, `${list}/${id}/akkoord`, { _key: newId() });
    const form = await pages.see(cast.teamLead, `${newPath}?verder=${id}`);
    expect(form.html).toContain('value="2026-07-11"');
    expect(hidden(form, 'continuesId')).toBe(id);
    const next = await pages.send(
      cast.teamLead,
      newPath,
      fields({
        continuesId: id,
        place: `b:${rows[0].code}`,
        from: '2026-05-11',
        to: '2026-12-18',
        'ambitions.0.share': '',
      }),
    );
    expect(next.status).toBe(303);
    expect((await pages.see(cast.teamLead, `${list}/${id}`)).html).toContain('Gaat daarna verder');
    await pages.send(cast.teamLead, `${next.to}/intrekken`, { words: 'Toch niet.', _key: newId() });
  });

  test('a step that lacks words is asked again, and a step that is not theirs is not there', async () => {
    const { cast } = pages;
    const { body: told } = await api(lead, 'POST', '/stationings', body());
    const address = `${list}/${told.id}`;
    expect((await pages.see(cast.coordinator, address)).status).toBe(404);
    expect((await pages.see(specialist, `${address}/akkoord`)).status).toBe(404);
    const empty = await pages.send(cast.teamLead, `${address}/intrekken`, { _key: newId() });
    expect(empty.status).toBe(422);
    expect(empty.html).toMatch(/href="#words">[^<]+ Vul dit in\.</);
    const stale = await pages.send(cast.teamLead, `${address}/intrekken`, {
      words: 'Nee.',
      _version: '7',
      _key: newId(),
    });
    expect(stale.html).toContain('net veranderd');
    expect(stale.html).toContain('Nee.');
    const done = await pages.send(cast.teamLead, `${address}/intrekken`, { words: 'Nee.', _key: newId() });
    expect(done.status).toBe(303);
  });

  test('the list is called after who reads it, is filtered, and says how it works', async () => {
    const { cast } = pages;
    const theirs = await pages.see(cast.director, list);
    expect(theirs.html).toContain('<h1>Wie helpt op onze school</h1>');
    const ours = await pages.see(
      cast.teamLead,
      `${list}?toon=voorbij&school=${elsewhere.code}&van=2026-01-01`,
    );
    expect(ours.html).toContain('Ingetrokken');
    expect((await pages.see(cast.teamLead, `${list}?toon=x&specialist=y&van=z`)).status).toBe(200);
    const rules = await pages.house.app.request('/inzet/werkwijze');
    expect(await rules.text()).toContain('ruimte in het contract, in iedere week');
  });
});

describe('the API', () => {
  test('proposes with a place of its own, tells the steps, and takes them with the version that was seen', async () => {
    const made = await api(
      lead,
      'POST',
      '/stationings',
      body({ schoolCode: pages.cast.school.code, from: '2026-08-24', to: '2026-10-02', note: 'Hallo' }),
      {
        'Idempotency-Key': 'een',
      },
    );
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/api/v1/stationings/${made.body.id}`);
    expect(made.body).toMatchObject({
      status: 'proposed',
      version: 1,
      questionsShare: 100,
      from: '2026-08-24',
      to: '2026-10-02',
    });
    const { body: seen } = await api(director, 'GET', `/stationings/${made.body.id}`);
    expect(seen.steps).toEqual([
      { step: 'agree', allowed: true, unmet: [] },
      { step: 'answer', allowed: true, unmet: [] },
      { step: 'evaluate', allowed: false, unmet: [expect.objectContaining({ code: 'stateAllows' })] },
    ]);
    const steps = `/stationings/${made.body.id}/steps`;
    expect((await api(director, 'POST', steps, { step: 'agree' })).status).toBe(428);
    expect((await api(director, 'POST', steps, { step: 'agree' }, { 'If-Match': '"9"' })).status).toBe(412);
    expect(
      (await api(director, 'POST', steps, { step: 'withdraw', words: 'x' }, { 'If-Match': '"1"' })).status,
    ).toBe(403);
    const agreed = await api(director, 'POST', steps, { step: 'agree' }, { 'If-Match': '"1"' });
    expect([agreed.status, agreed.body.status, agreed.body.version]).toEqual([200, 'agreed', 2]);
    const twice = await api(director, 'POST', steps, { step: 'agree' }, { 'If-Match': '"2"' });
    expect([twice.status, twice.body.unmet[0].code]).toEqual([409, 'stateAllows']);
  });

  test('refuses wrong input with every fault, and what clashes with every need', async () => {
    const wrong = await api(lead, 'POST', '/stationings', {
      dagdelen: 2.25,
      from: '2026-05-01',
      to: '2026-04-01',
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors.map(({ location }: { location: string }) => location).toSorted()).toEqual([
      'dagdelen',
      'specialistId',
    ]);
    const clash = await api(lead, 'POST', '/stationings', body({ dagdelen: 12, questionsShare: 50 }));
    expect([clash.status, clash.body.unmet.map(({ code }: { code: string }) => code)]).toEqual([
      409,
      ['withinContract', 'sharesAddUp'],
    ]);
    expect((await api(director, 'POST', '/stationings', body())).status).toBe(403);
  });

  test('gives the list page by page', async () => {
    const first = await api(lead, 'GET', '/stationings?limit=1');
    expect(first.body.items).toHaveLength(1);
    const second = await api(lead, 'GET', `/stationings?limit=1&after=${first.body.next}`);
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
    expect(
      (await api(lead, 'GET', `/stationings?status=withdrawn&specialistId=${specialist}`)).body.items.length,
    ).toBeGreaterThan(0);
    expect((await api(lead, 'GET', '/stationings?after=x')).status).toBe(400);
    expect((await api(lead, 'GET', '/stationings?from=0000-01-01')).status).toBe(400);
  });
});

describe('notices', () => {
  test('who must agree hears at once, who works on it hears of it, and the day reminds of what ends', async () => {
    const { cast, stage } = pages;
    const kinds = async (person: string, about: string) =>
      (
        await superuser.query(
          `select kind, about, nth from notice where person_id = $1 and subject_id = $2 order by at, kind`,
          [person, about],
        )
      ).rows.map(({ kind, about: what, nth }) => [kind, what, nth].filter((one) => one !== null).join(' '));
    const { body: made } = await api(
      lead,
      'POST',
      '/stationings',
      body({ schoolCode: cast.school.code, from: '2026-10-12', to: '2026-12-18' }),
    );
    const { id } = made;
    expect(await kinds(cast.director, id)).toEqual(['stationing_yours']);
    expect(await kinds(specialist, id)).toEqual(['stationing_step']);
    expect(await kinds(cast.coordinator, id)).toEqual([]);
    expect(await kinds(cast.teamLead, id)).toEqual([]);
    await api(director, 'POST', `/stationings/${id}/steps`, { step: 'agree' }, { 'If-Match': '"1"' });
    expect(await kinds(cast.teamLead, id)).toEqual(['stationing_step']);
    expect(await kinds(cast.coordinator, id)).toEqual(['stationing_step']);
    const { html } = await pages.see(cast.teamLead, '/berichten');
    expect(html).toContain('ging akkoord met een stationering');
    stage.at('2026-10-12T08:00:00Z');
    await moveStationings(stage.database);
    expect((await kinds(specialist, id)).length).toBe(3);
    // Twenty school days before the last day.
    stage.at('2026-11-20T08:00:00Z');
    await moveStationings(stage.database);
    await moveStationings(stage.database);
    expect(await kinds(specialist, id)).toContain('reminder stationing_ends');
    expect((await kinds(cast.teamLead, id)).filter((one) => one === 'reminder stationing_ends')).toHaveLength(
      1,
    );
    expect(await kinds(specialist, id)).not.toContain('reminder stationing_evaluation 1');
    stage.at('2026-12-07T08:00:00Z');
    await moveStationings(stage.database);
    expect(await kinds(specialist, id)).toContain('reminder stationing_evaluation 1');
    expect((await pages.see(specialist, '/')).html).toContain('stationering');
    stage.at('2026-12-21T08:00:00Z');
    await moveStationings(stage.database);
    expect(await kinds(cast.director, id)).toContain('reminder stationing_evaluation 2');
    expect((await pages.see(specialist, '/berichten')).html).toContain(
      'De evaluatie van een stationering is te laat',
    );
    stage.at('2026-03-02T08:00:00Z');
  });
});
