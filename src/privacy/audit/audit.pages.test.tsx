/** Who reads what of the access log: the privacy officer everything but texts and unshared notes, everybody else their own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf, aNoteBy, anAppointment, aPerson, deedOf, step } from '../../../tests/support/factories.ts';
import { aQuestion, aQuestionCast, type QuestionCast } from '../../../tests/support/factories-questions.ts';
import { comeIn, type Visitor } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import { recordVisit } from '../../stationing/index.ts';

let pages: Pages;
let officer: Caller;
let author: Caller;
let shared: { readonly id: string; readonly number: string };
let noted: { readonly id: string; readonly number: string };

type Caller = Pick<Visitor, 'get' | 'api'>;

/** Somebody who logs in for every request: the clock of these pages runs by the hour. */
const awake = ({ house }: Pages, person: Identity): Caller => ({
  get: async (path) => (await comeIn(house, person)).get(path),
  api: async (...request) => (await comeIn(house, person)).api(...request),
});

const numberOf = async (id: string) => {
  const { tenantId, author: personId } = pages.cast;
  const row = await pages.house.database.read({ tenantId, personId }, (reader) =>
    reader.first<{ number: string }>(sql`select number from concern where id = ${id}`),
  );
  return { id, number: row?.number ?? '' };
};

beforeAll(async () => {
  pages = await openPages();
  const { cast, stage } = pages;
  const { tenantId } = cast;
  const personId = await anAppointment(stage, 'privacy_officer', {
    tenantId,
    personId: await aPerson(stage, tenantId, '=Officier'),
  });
  officer = awake(pages, { tenantId, personId });
  author = awake(pages, { tenantId, personId: cast.author });
  const id = await aNoteBy(stage, cast, cast.author, {
    observation: 'Kanarie in de tekst.',
    theme: 'Kanariethema',
  });
  await step(stage, tenantId, cast.author, id, { step: 'share_with_director' });
  shared = await numberOf(id);
  noted = await numberOf(await aNoteBy(stage, cast));
  const dropped = await aNoteBy(stage, cast);
  await step(stage, tenantId, cast.author, dropped, { step: 'drop' });
});
afterAll(() => pages.close());

const textOf = async (visitor: Caller, path: string) => (await visitor.get(path)).text();
const rows = (html: string) => html.split('<tbody')[1]?.split('<tr').length ?? 0;
const actions = async (visitor: Caller, query = '') => {
  const answer = (await (await visitor.api('GET', `/audit${query}`)).json()) as {
    items: readonly { action: string; subject: string; subjectId: string; label: string | null }[];
    next: string | null;
  };
  return answer;
};

describe('the privacy officer', () => {
  test('sees who did what to which record, without a word of it', async () => {
    const html = await textOf(officer, '/inzage');
    expect(html).toContain(`zorg ${shared.number}`);
    expect(html).toContain('gedeeld met wie eerst');
    expect(html).not.toContain('Kanarie');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test('sees nothing of an unshared or a dropped note, also not when asking for it', async () => {
    const { items } = await actions(officer, '?limit=200');
    expect(items.filter(({ subject }) => subject === 'concern').map(({ subjectId }) => subjectId)).toEqual([
      shared.id,
      shared.id,
    ]);
    for (const asked of [noted.id, noted.number])
      expect((await actions(officer, `?concern=${asked}`)).items).toEqual([]);
    // The control: what is shared is found both ways.
    for (const asked of [shared.id, shared.number, shared.number.toLowerCase()])
      expect((await actions(officer, `?concern=${asked}`)).items).toHaveLength(2);
  });

  test('an answer is the same whether a note is there or not', async () => {
    const before = await actions(officer, `?action=note&limit=200`);
    await aNoteBy(pages.stage, pages.cast);
    expect(await actions(officer, `?action=note&limit=200`)).toEqual(before);
    expect(before.items).toHaveLength(1);
  });

  test('filters by person, deed, way and day, and each filter narrows', async () => {
    const { author: person } = pages.cast;
    const byPerson = await actions(officer, `?person=${person}&limit=200`);
    expect(byPerson.items.length).toBeGreaterThan(1);
    const day = pages.stage.now().toISOString().slice(0, 10);
    expect((await actions(officer, `?action=share_with_director`)).items).toHaveLength(1);
    expect(
      (await actions(officer, `?action=share_with_director&via=api&from=${day}&to=${day}`)).items,
    ).toHaveLength(1);
    expect((await actions(officer, `?action=share_with_director&via=page`)).items).toEqual([]);
    expect((await actions(officer, `?action=share_with_director&to=2020-01-01`)).items).toEqual([]);
    expect(rows(await textOf(officer, '/inzage?wat=share_with_director&wie=persoon'))).toBe(2);
    expect(await textOf(officer, '/inzage?wie=niemand+heet+zo')).toContain('Niets gevonden');
    expect((await officer.get('/inzage?van=gisteren&via=duif&na=x')).status).toBe(200);
  });

  test('pages through everything once', async () => {
    const whole = (await actions(officer, '?limit=200&via=api')).items;
    const found: unknown[] = [];
    for (let after = ''; ; ) {
      const { items, next } = await actions(officer, `?limit=2&via=api${after}`);
      found.push(...items.filter(({ subject }) => subject !== 'audit'));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(found).toEqual(whole.filter(({ subject }) => subject !== 'audit'));
  });

  test('saves exactly what is filtered, with no formula in it', async () => {
    const answer = await officer.get('/inzage/export?wat=export');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="toegangslog.csv"');
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(2); // itself
    expect(lines[1]).toContain(`"'=Officier"`);
  });

  test('is seen to search: each search and export stands in the log', async () => {
    const before = (await actions(officer, '?action=search&limit=200')).items.length;
    await officer.get('/inzage');
    expect((await actions(officer, '?action=search&limit=200')).items.length).toBe(before + 2);
  });
});

describe('somebody else', () => {
  test('gets no access log but their own', async () => {
    expect((await author.get('/inzage')).status).toBe(403);
    expect((await author.get('/inzage/export')).status).toBe(403);
    expect((await author.api('GET', '/audit')).status).toBe(403);
  });

  test('reads what they did, their own notes too, and nothing that others did', async () => {
    const html = await textOf(author, '/mijn/gebruik');
    expect(html).toContain(`zorg ${noted.number}`);
    const director = awake(pages, {
      tenantId: pages.cast.tenantId,
      personId: pages.cast.director,
    });
    const theirs = await textOf(director, '/mijn/gebruik');
    expect(theirs).toContain('ingelogd');
    expect(theirs).not.toContain(noted.number);
    expect(theirs).not.toContain(shared.number);
  });

  test('reads what an administrator changed in their record, and not that the log was searched for them', async () => {
    const { tenantId, author: personId } = pages.cast;
    const administrator = await anAppointment(pages.stage, 'administrator', { tenantId });
    await pages.house.database.write({ tenantId, personId: administrator }, (tx) =>
      tx.run(sql`insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
        values (${tenantId}, gen_random_uuid(), app_now(), ${administrator}, 'suspend', 'person', ${personId}, 'page')`),
    );
    await actions(officer, `?person=${personId}`);
    const html = await textOf(author, '/mijn/gebruik');
    expect(html).toContain('toegang gestopt');
    expect(html).not.toContain('toegangslog');
  });
});

describe('a question', () => {
  let cast: QuestionCast;
  let id: string;
  let number: string;
  let visit: string;
  beforeAll(async () => {
    const { stage, house } = pages;
    cast = await aQuestionCast(stage, house.fresh, pages.cast);
    id = await aQuestion(stage, cast, 'started', { title: 'Kanarie in de titel' });
    const day = stage.now().toISOString().slice(0, 10);
    const specialist = await actorOf(stage, cast.tenantId, cast.specialist);
    const recorded = await recordVisit(deedOf(stage), specialist, {
      schools: [cast.school.code],
      date: day,
      minutes: 60,
      kind: 'coaching',
      split: [{ minutes: 60, supportQuestionId: id }],
    });
    visit = recorded.outcome === 'taken' ? recorded.id : '';
    number =
      (
        await house.database.read(specialist, (reader) =>
          reader.first<{ number: string }>(sql`select number from support_question where id = ${id}`),
        )
      )?.number ?? '';
  });

  test('is named by its number for the privacy officer, and so is a visit for it; not a word of it', async () => {
    const html = await textOf(officer, '/inzage?wie=persoon');
    expect(html).toContain(`>vraag ${number}<`);
    expect(html).toContain(`bezoek voor vraag ${number}`);
    expect(html).not.toContain('Kanarie in de titel');
  });

  test('is searched by its number or id, with all that belongs to it', async () => {
    const other = await aQuestion(pages.stage, cast, 'submitted');
    for (const asked of [number, number.toLowerCase(), id]) {
      const { items } = await actions(officer, `?question=${asked}&limit=200`);
      expect(new Set(items.map(({ subjectId }) => subjectId))).toEqual(new Set([id, visit]));
      expect(new Set(items.map(({ label }) => label))).toEqual(new Set([number]));
    }
    expect((await actions(officer, `?question=${other}`)).items.length).toBeGreaterThan(0);
    for (const asked of ['ZZZZZZ', '%', crypto.randomUUID()])
      expect((await actions(officer, `?question=${asked}`)).items).toEqual([]);
    expect(await textOf(officer, `/inzage?vraag=${number}`)).not.toContain(`zorg ${shared.number}`);
  });

  test('is named to who did something there as long as they may read it', async () => {
    const { tenantId, specialist: personId } = cast;
    const specialist = awake(pages, { tenantId, personId });
    const html = await textOf(specialist, '/mijn/gebruik');
    expect(html).toContain(`>vraag ${number}<`);
    expect(html).toContain(`bezoek voor vraag ${number}`);
    const superuser = await openSuperuser(pages.house.fresh);
    await superuser
      .query('delete from assignment where question_id = $1', [id])
      .finally(() => superuser.end());
    const later = await textOf(specialist, '/mijn/gebruik');
    expect(later).not.toContain(number);
    expect(later).toContain('vraag ');
  });
});

test('another partnership is not there', async () => {
  const foreign = await openPages();
  const { tenantId } = foreign.cast;
  const personId = await anAppointment(foreign.stage, 'privacy_officer', { tenantId });
  const stranger = awake(foreign, { tenantId, personId });
  expect((await actions(stranger, `?concern=${shared.id}`)).items).toEqual([]);
  await foreign.close();
});
