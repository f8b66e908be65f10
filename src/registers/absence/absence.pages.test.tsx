/** The pages of absence; and that an administrator learns from none of them whether a school has concerns. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aConcernIn, aNoteBy, anAppointment, aPerson, aSchool } from '../../../tests/support/factories.ts';
import { openPages, type Pages, type Seen } from '../../../tests/support/pages.ts';
import { sql } from '../../platform/database.ts';

let pages: Pages;
let administrator: string;
let standIn: string;

beforeAll(async () => {
  pages = await openPages();
  const { stage, cast } = pages;
  const { tenantId, boardId } = cast;
  administrator = await anAppointment(stage, 'administrator', { tenantId });
  const elsewhere = await aSchool(stage, tenantId, boardId);
  standIn = await anAppointment(stage, 'school_director', {
    tenantId,
    personId: await aPerson(stage, tenantId, 'Vera Vervanger'),
    schoolId: elsewhere.id,
  });
});
afterAll(() => pages.close());

const today = () => pages.stage.now().toISOString().slice(0, 10);
const plain = ({ status, html }: Seen) => ({
  status,
  html: html.replace(/name="_(key|csrf)" value="[^"]*"/g, ''),
});
const formOf = async (who: string, path: string) => {
  const seen = await pages.see(who, path);
  const appointments = [...seen.html.matchAll(/name="appointments" value="([^"]+)"/g)].map(
    ([, id]) => id ?? '',
  );
  return { seen, fields: { standIn, from: today(), appointments, _key: crypto.randomUUID() } };
};

describe('the administrator', () => {
  test('finds nobody without the name, and who is away with it', async () => {
    const all = await pages.see(administrator, '/beheer/afwezigheid');
    expect(all.html).toContain('Iedereen doet nu het eigen werk.');
    const found = await pages.see(administrator, '/beheer/afwezigheid?zoek=vera');
    expect(found.html).toContain(`/beheer/afwezigheid/${standIn}`);
    expect((await pages.see(administrator, '/beheer/afwezigheid?zoek=niemand')).html).toContain(
      'Niemand gevonden',
    );
  });

  test('hears every fault at its field, with what was filled in', async () => {
    const path = `/beheer/afwezigheid/${pages.cast.director}`;
    const { fields } = await formOf(administrator, path);
    const seen = await pages.send(administrator, path, { ...fields, from: '2020-01-01', to: '2019-01-01' });
    expect(seen.status).toBe(422);
    expect(seen.html).toContain('href="#from"');
    expect(seen.html).toContain('href="#to"');
    expect(seen.html).toContain('value="2020-01-01"');
    const none = await pages.send(administrator, path, { standIn: '', from: '' });
    expect(none.status).toBe(422);
    for (const field of ['standIn', 'from', 'appointments']) expect(none.html).toContain(`href="#${field}"`);
  });

  test('sees the same pages whether the school has concerns or not', async () => {
    const { cast, stage } = pages;
    const appointment = await stage.database.read({ operatorFor: cast.tenantId }, (reader) =>
      reader.first<{ id: string }>(sql`select id from appointment where person_id = ${cast.director}`),
    );
    const paths = [
      '/beheer',
      '/beheer/afwezigheid',
      `/beheer/afwezigheid/${cast.director}`,
      `/beheer/aanstellingen/${appointment?.id}`,
    ];
    const look = async () =>
      Promise.all(paths.map(async (path) => plain(await pages.see(administrator, path))));
    const before = await look();
    const at = stage.now().toISOString();
    await aConcernIn(stage, cast, 'board_proposed');
    await aNoteBy(stage, cast);
    stage.at(at);
    expect(await look()).toEqual(before);
    expect(before.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(before[3]?.html).toContain('Draag eerst over');
  });

  test('is not warned when somebody else has the same role there', async () => {
    const { cast, stage } = pages;
    const where = { tenantId: cast.tenantId, schoolId: cast.school.id };
    await anAppointment(stage, 'teacher', where);
    const person = await anAppointment(stage, 'contact_person', where);
    const appointment = await stage.database.read({ operatorFor: cast.tenantId }, (reader) =>
      reader.first<{ id: string }>(sql`select id from appointment where person_id = ${person}`),
    );
    const seen = await pages.see(administrator, `/beheer/aanstellingen/${appointment?.id}`);
    expect(seen.status).toBe(200);
    expect(seen.html).not.toContain('Draag eerst over');
  });
});

describe('who goes away', () => {
  test('hands over their own work and takes it back; the circle reads both on the timeline', async () => {
    const { cast, stage } = pages;
    const id = await aConcernIn(stage, cast, 'working');
    const { seen, fields } = await formOf(cast.director, '/mijn/afwezigheid');
    expect(seen.html).toContain('Vera Vervanger (directeur)');
    const sent = await pages.send(cast.director, '/mijn/afwezigheid', fields);
    expect([sent.status, sent.to]).toEqual([303, '/mijn/afwezigheid']);
    const timeline = await pages.see(cast.author, `/zorgen/${id}`);
    expect(timeline.html).toContain('Overgedragen aan Vera Vervanger');
    // It begins today: the day is no last day of anything.
    const told = await pages.see(standIn, '/berichten');
    expect(told.html).toContain('Er is werk overgedragen');
    expect(told.html).not.toContain('tot en met');
    expect((await pages.see(standIn, `/zorgen/${id}`)).status).toBe(200);
    const own = await pages.see(cast.director, '/mijn/afwezigheid');
    const action = /action="(\/mijn\/afwezigheid\/[^"]+\/beeindigen)"/.exec(own.html)?.[1] ?? '';
    expect((await pages.send(standIn, action, {})).status).toBe(404);
    expect((await pages.send(cast.director, action, {})).status).toBe(303);
    expect((await pages.send(cast.director, action, {})).status).toBe(404);
    expect((await pages.see(standIn, `/zorgen/${id}`)).status).toBe(404);
    expect((await pages.see(cast.author, `/zorgen/${id}`)).html).toContain('doet dit werk weer zelf');
  });

  test('is offered only who is on the same side of the table', async () => {
    const { html } = await pages.see(pages.cast.author, '/mijn/afwezigheid');
    expect(html).not.toContain('Vera Vervanger');
    expect((await pages.see(pages.cast.coordinator, '/mijn/afwezigheid')).status).toBe(403);
  });
});
