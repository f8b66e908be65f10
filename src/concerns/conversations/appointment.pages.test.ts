import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aCast,
  aConcernIn,
  anAppointment,
  type Cast,
  openStage,
  type Stage,
  step,
} from '../../../tests/support/factories.ts';
import { comeIn, type House, openHouse } from '../../../tests/support/house.ts';

let house: House;
let stage: Stage;
let cast: Cast;
let id: string;
const chosen = `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T13:00:00.000Z`;

beforeAll(async () => {
  house = await openHouse({ demo: false });
  stage = openStage(house.fresh, new Date(Date.now() - 20 * 3_600_000).toISOString());
  cast = await aCast(stage);
  id = await aConcernIn(stage, cast, 'with_director');
  await step(stage, cast.tenantId, cast.author, id, { step: 'plan_conversation', proposals: [chosen] });
});
afterAll(async () => {
  await stage.close();
  await house.close();
});

const enter = (personId: string, tenantId = cast.tenantId) => comeIn(house, { personId, tenantId });
const ask = async (personId: string, path = `/zorgen/${id}/gesprek.ics`, tenantId?: string) =>
  (await enter(personId, tenantId)).get(path);

describe('the talk on a concern as a file', () => {
  test('is not there before a moment is chosen', async () => {
    expect((await ask(cast.author)).status).toBe(404);
  });

  test('is there for whoever reads the concern, with the hour and without a name', async () => {
    await step(stage, cast.tenantId, cast.director, id, { step: 'answer_invitation', proposal: chosen });
    for (const reader of [cast.author, cast.director, cast.teamLead]) {
      const answer = await ask(reader);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="gesprek.ics"');
      const file = await answer.text();
      expect(file).toContain(`DTSTART:${chosen.slice(0, 10).replaceAll('-', '')}T130000Z\r\n`);
      expect(file).toContain('SUMMARY:Gesprek school en samenwerkingsverband\r\n');
      expect(file).not.toMatch(/School \d|Proefpersoon|leerkracht|ATTENDEE/);
    }
  });

  test('has the uid of the invitation by mail, so that a calendar keeps one appointment', async () => {
    const file = await (await ask(cast.director)).text();
    const uid = /UID:(\S+)/.exec(file)?.[1];
    const { rows } = await operatorQuery(
      `select calendar ->> 'uid' as uid, calendar ->> 'sequence' as sequence from outbox where person_id = $1 and calendar is not null`,
      cast.director,
    );
    expect(rows).toEqual([{ uid, sequence: /SEQUENCE:(\d+)/.exec(file)?.[1] }]);
  });

  test('is not there for anybody else, and that answer is the one for what does not exist', async () => {
    const stranger = await anAppointment(stage, 'teacher', {
      tenantId: cast.tenantId,
      schoolId: cast.school.id,
    });
    const elsewhere = await aCast(stage);
    const nothing = await ask(cast.author, '/zorgen/00000000-0000-7000-8000-000000000000/gesprek.ics');
    const answers = [
      await ask(stranger),
      await ask(cast.boardMember),
      await ask(cast.partnershipDirector),
      await ask(elsewhere.director, undefined, elsewhere.tenantId),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(nothing.status).toBe(404);
  });

  test('was read: that stands in the access log, as does nothing of who got nothing', async () => {
    const count = async () =>
      (
        await operatorQuery(
          `select count(*)::int as n from audit where action = 'read' and subject_id = $1`,
          id,
        )
      ).rows;
    const [before] = await count();
    await ask(cast.boardMember);
    expect(await count()).toEqual([before]);
    await ask(cast.author);
    expect(await count()).toEqual([{ n: Number(before?.['n']) + 1 }]);
  });
});

describe('a talk that is off', () => {
  test('is no file any more', async () => {
    expect((await ask(cast.author)).status).toBe(200);
    await step(stage, cast.tenantId, cast.author, id, { step: 'plan_conversation', proposals: [chosen] });
    expect((await ask(cast.author)).status).toBe(404);
    await step(stage, cast.tenantId, cast.director, id, { step: 'answer_invitation', proposal: chosen });
    expect((await ask(cast.author)).status).toBe(200);
  });
});

describe('an ordinary conversation as a file', () => {
  test('is there for the school and not for another partnership', async () => {
    const author = await enter(cast.author);
    const planned = { schoolCode: cast.school.code, kind: 'cycle', title: 'Startgesprek', startsAt: chosen };
    const made: { readonly id: string } = await (await author.api('POST', '/conversations', planned)).json();
    const path = `/gesprekken/${made.id}/gesprek.ics`;
    const answer = await ask(cast.director, path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('Startgesprek');
    expect(await (await ask(cast.director, '/gesprekken')).text()).toContain(path);
    const elsewhere = await aCast(stage);
    expect((await ask(elsewhere.director, path, elsewhere.tenantId)).status).toBe(404);
  });

  test('does not lead to a talk on a concern', async () => {
    const author = await enter(cast.author);
    const page: { readonly items: readonly { readonly id: string; readonly kind: string }[] } = await (
      await author.api('GET', '/conversations')
    ).json();
    const talk = page.items.find(({ kind }) => kind === 'concern');
    expect((await author.get(`/gesprekken/${talk?.id}/gesprek.ics`)).status).toBe(404);
    expect((await author.get(`/zorgen/${id}/gesprek.ics`)).status).toBe(200);
  });
});

async function operatorQuery(query: string, ...values: readonly unknown[]) {
  const client = new pg.Client({ connectionString: house.fresh.ownerUrl });
  await client.connect();
  try {
    await client.query('set role kortelijn_operator');
    return await client.query<Record<string, unknown>>(query, [...values]);
  } finally {
    await client.end();
  }
}

test('a form for an ordinary conversation says of each fault at which field it stands', async () => {
  const answer = await (await enter(cast.author)).post('/gesprekken/nieuw', {});
  expect(answer.status).toBe(422);
  const html = await answer.text();
  for (const sentence of ['School: Kies een school.', 'Waar gaat het over? Vul dit in.'])
    expect(html).toContain(sentence);
});
