/** Reports through the doors, on the demonstration: who makes and reads which, what stands in them, and who is sent the link. */
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comeIn, type House, openHouse, peopleWith, type Visitor } from '../../../tests/support/house.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import type { Identity, Role } from '../../platform/pure/actor.ts';
import { addDays, dayOf } from '../../platform/pure/dates.ts';
import { hiddenWord } from '../../platform/pure/suppression.ts';
import { findFacts } from '../measures/measure.store.ts';
import { headOf } from '../releases/kin.rules.ts';
import { findRelease, findReleasedPeriods } from '../releases/release.store.ts';
import { makeReports } from './report.jobs.ts';
import type { ReportContent } from './report.view.ts';
import { sendReports } from './schedule.jobs.ts';

let house: House;
let superuser: Awaited<ReturnType<typeof openSuperuser>>;
let now = new Date();
const today = () => dayOf(now.getTime());
beforeAll(async () => {
  house = await openHouse({ clock: () => now });
  superuser = await openSuperuser(house.fresh);
  // Those of the demonstration are of today as well.
  await superuser.query('delete from report');
}, 300_000);
afterAll(async () => {
  await superuser.end();
  await house.close();
});

/** A place of somebody: the first by code. */
async function placeOf({ tenantId, personId }: Identity, role: Role) {
  const { rows } = await superuser.query<{ id: string; code: string }>(
    `select coalesce(s.id, b.id) as id, coalesce(s.code, b.code) as code from appointment a left join school s on s.id = a.school_id
      left join board b on b.id = a.board_id where a.tenant_id = $1 and a.person_id = $2 and a.role = $3
      and a.starts_on <= $4 and (a.ends_on is null or a.ends_on > $4) order by 2`,
    [tenantId, personId, role, today()],
  );
  const [first] = rows;
  if (first === undefined) throw new Error('no place');
  return first;
}

async function somebody(role: Role): Promise<{ readonly who: Identity; readonly visitor: Visitor }> {
  const [who] = await peopleWith(house, role);
  if (who === undefined) throw new Error(`nobody is ${role}`);
  return { who, visitor: await comeIn(house, who) };
}

/** Asks for a report through the form; gives its address, or what the form said. */
async function order(visitor: Visitor, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await visitor.post('/resultaten/rapporten/nieuw', fields);
  if (answer.status !== 303)
    throw new Error(`${answer.status}: ${/error-summary.*?<\/ul>/s.exec(await answer.text())?.[0]}`);
  return answer.headers.get('location') ?? '';
}

const contentOf = async (address: string): Promise<ReportContent> => {
  const { rows } = await superuser.query<{ content: ReportContent }>(
    'select content from report where id = $1',
    [address.split('/').at(-1)],
  );
  if (rows[0]?.content == null) throw new Error('not made');
  return rows[0].content;
};

const yearOf = async (who: Identity) => {
  const periods = await house.database.read(who, (reader) => findReleasedPeriods(reader, who, 'hours_done'));
  const year = periods.find(({ span }) => span === 'year') ?? periods[0];
  if (year === undefined) throw new Error('nothing released');
  return year;
};

const bytesOf = async (visitor: Visitor, address: string) =>
  new Uint8Array(await (await visitor.get(address)).arrayBuffer());

/** What is said in short, each leading to its table; of what is hidden nothing. Gives how much. */
async function saysInShort(visitor: Visitor, address: string): Promise<number> {
  const page = await (await visitor.get(address)).text();
  const { measures } = await contentOf(address);
  for (const { code, said, rows } of measures) {
    expect(page).toContain(`id="${code}"`);
    expect(page.includes(`<a href="#${code}">${said}.</a>`)).toBe(said !== undefined);
    if (rows[0]?.figure.n === '<5') expect([code, said]).toEqual([code, undefined]);
  }
  return measures.filter(({ said }) => said !== undefined).length;
}

describe('a report of a board', () => {
  it('holds what was released of that board and nothing else, in every format the same', async () => {
    const { who, visitor } = await somebody('board_member');
    const board = await placeOf(who, 'board_member');
    const year = await yearOf(who);
    const address = await order(visitor, {
      subject: `board:${board.code}`,
      period: `${year.from}_${year.to}`,
    });
    const waits = await (await visitor.get(address)).text();
    expect(waits).toContain('in de rij');
    expect((await visitor.get(`${address}/rapport.pdf`)).status).toBe(404);
    expect(await makeReports(house.database)).toBe(1);

    const content = await contentOf(address);
    const hours = content.measures.find(({ code }) => code === 'hours_done');
    const release = await house.database.read(who, (reader) =>
      findRelease(reader, who, 'hours_done', year, null, board.id),
    );
    expect(hours?.rows[0]?.figure).toMatchObject({ n: release?.total.n, value: release?.total.value });
    const counts = content.measures.flatMap(({ rows }) => rows.map(({ figure }) => figure.n));
    expect(counts.length).toBeGreaterThan(50);
    expect(counts.filter((n) => typeof n === 'number' && n < 5 && n > 0)).toEqual([]);

    const basic = content.measures.find(({ code }) => code === 'basic_support')?.rows ?? [];
    expect(basic.some(({ by }) => by === 'part')).toBe(true);
    expect(basic.filter(({ name }) => name.includes('criterion_'))).toEqual([]);

    const page = await (await visitor.get(address)).text();
    expect(page).toContain('Uren inzet');
    await saysInShort(visitor, address);
    const csv = await (await visitor.get(`${address}/rapport.csv`)).text();
    const counted = release?.total.n === '<5' ? hiddenWord : release?.total.n;
    expect(csv).toContain(`Uren inzet;Alles samen;Geheel;Aantal;${counted}`);
    for (const format of ['xlsx', 'ods']) {
      const book = read(await bytesOf(visitor, `${address}/rapport.${format}`));
      expect(book.SheetNames[0]).toBe('Definities');
      const sheet = book.Sheets[book.SheetNames.find((name) => name.endsWith('Uren inzet')) ?? ''] ?? {};
      expect(utils.sheet_to_json<unknown[]>(sheet, { header: 1 })[1]?.[2]).toBe(counted);
    }
    const pdf = await visitor.get(`${address}/rapport.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toContain(
      '<pdfuaid:part>1</pdfuaid:part>',
    );
  }, 120_000);

  it('is the same to the byte for whoever asks for it again, of that day or on a later one', async () => {
    const { who, visitor } = await somebody('board_member');
    const board = await placeOf(who, 'board_member');
    const year = await yearOf(who);
    const fields = { subject: `board:${board.code}`, period: `${year.from}_${year.to}`, asOf: today() };
    const once = await order(visitor, fields);
    const files = await Promise.all(
      ['pdf', 'xlsx', 'ods'].map((one) => bytesOf(visitor, `${once}/rapport.${one}`)),
    );
    await superuser.query('delete from report where id = $1', [once.split('/').at(-1)]);
    now = new Date(now.getTime() + 3 * 86_400_000);
    const later = await comeIn(house, who);
    const again = await order(later, fields);
    await makeReports(house.database);
    expect(again).not.toBe(once);
    for (const [nth, one] of ['pdf', 'xlsx', 'ods'].entries())
      expect(
        Buffer.compare(await bytesOf(later, `${again}/rapport.${one}`), files[nth] ?? new Uint8Array()),
      ).toBe(0);
    expect(await order(later, fields)).toBe(again);
    now = new Date(now.getTime() - 3 * 86_400_000);
  }, 120_000);

  it('is not of a day on which nothing was released, and of another board it is not there', async () => {
    const { who, visitor } = await somebody('board_member');
    const board = await placeOf(who, 'board_member');
    const year = await yearOf(who);
    const fields = { subject: `board:${board.code}`, period: `${year.from}_${year.to}` };
    await expect(order(visitor, { ...fields, asOf: year.to })).rejects.toThrow('nog niet vastgezet');
    await expect(order(visitor, { ...fields, asOf: addDays(today(), 1) })).rejects.toThrow('eerdere dag');
    const { rows } = await superuser.query<{ code: string }>(
      'select code from board where tenant_id = $1 and id <> $2 order by code limit 1',
      [who.tenantId, board.id],
    );
    await expect(order(visitor, { ...fields, subject: `board:${rows[0]?.code}` })).rejects.toThrow(
      'uit de lijst',
    );
  });

  it('is for who reads every board the same one, and for nobody else', async () => {
    const { who, visitor } = await somebody('board_member');
    const board = await placeOf(who, 'board_member');
    const year = await yearOf(who);
    const fields = { subject: `board:${board.code}`, period: `${year.from}_${year.to}` };
    let address = await order(visitor, fields);
    await makeReports(house.database);
    const first = await contentOf(address);
    for (const role of ['partnership_director', 'policy_adviser', 'team_lead'] as const) {
      const other = await somebody(role);
      expect([role, await order(other.visitor, fields)]).toEqual([role, address]);
      expect((await other.visitor.get(`${address}/rapport.csv`)).status).toBe(200);
      // Made for them it holds the same: what was released, and nothing of what a team lead reads besides.
      await superuser.query('delete from report');
      address = await order(other.visitor, fields);
      await makeReports(house.database);
      expect([role, await contentOf(address)]).toEqual([role, first]);
      expect([role, await order(visitor, fields)]).toEqual([role, address]);
      expect([role, (await visitor.get(address)).status]).toEqual([role, 200]);
    }
    // One of each other role; of a board member one of another board, and none who leads the team besides.
    const { rows: strangers } = await superuser.query<Identity & { role: Role }>(
      `select distinct on (role) tenant_id as "tenantId", person_id as "personId", role from appointment
        where tenant_id = $1 and starts_on <= $3 and (ends_on is null or ends_on > $3)
          and role in ('board_member', 'teacher', 'specialist', 'school_director', 'contact_person', 'committee_secretary')
          and person_id not in (select person_id from appointment where board_id = $2
            or role in ('partnership_director', 'policy_adviser', 'team_lead')) order by role, person_id`,
      [who.tenantId, board.id, today()],
    );
    expect(strangers.length).toBe(6);
    for (const one of strangers) {
      const stranger = await comeIn(house, one);
      // A teacher and a specialist have no reports at all.
      const looks = (await stranger.get(address)).status;
      expect([one.role, [403, 404].includes(looks)]).toEqual([one.role, true]);
      expect((await stranger.post('/resultaten/rapporten/nieuw', fields)).status).toBe(
        looks === 403 ? 403 : 422,
      );
      expect((await stranger.get(`${address}/rapport.pdf`)).status).toBe(looks);
    }
  }, 120_000);

  it('is sent by who reads every board to the people of that board, and to those of no other', async () => {
    const { who, visitor } = await somebody('policy_adviser');
    const member = (await somebody('board_member')).who;
    const board = await placeOf(member, 'board_member');
    const year = await yearOf(who);
    const address = await order(visitor, {
      subject: `board:${board.code}`,
      period: `${year.from}_${year.to}`,
    });
    const { rows } = await superuser.query<{ id: string; own: boolean }>(
      `select id, board_id = $2 as own from appointment where tenant_id = $1 and role = 'board_member' and starts_on <= $3
        and (ends_on is null or ends_on > $3)`,
      [who.tenantId, board.id, today()],
    );
    const to = (own: boolean) => rows.filter((one) => one.own === own).map(({ id }) => id);
    expect([to(true).length > 0, to(false).length > 0]).toEqual([true, true]);
    const path = `${address}/toesturen/nieuw`;
    const form = await (await visitor.get(path)).text();
    for (const id of to(true)) expect(form).toContain(`value="${id}"`);
    for (const id of to(false)) expect(form).not.toContain(id);
    expect((await visitor.post(path, { every: 'year', to: to(false) })).status).toBe(422);
    expect((await visitor.post(path, { every: 'year', to: to(true) })).status).toBe(303);
    await superuser.query('delete from report_recipient');
    await superuser.query('delete from report_schedule');
  }, 120_000);
});

describe('a report of a school', () => {
  it('is the same whoever at the school asked for it, and for a team lead without the goals of single pupils', async () => {
    const director = await somebody('school_director');
    const school = await placeOf(director.who, 'school_director');
    const colleagues = await superuser.query<{ personId: string; role: Role }>(
      `select distinct on (role) person_id as "personId", role from appointment where tenant_id = $1 and starts_on <= $3
        and (ends_on is null or ends_on > $3) and (school_id = $2 and role in ('support_coordinator', 'contact_person') or role = 'team_lead')`,
      [director.who.tenantId, school.id, today()],
    );
    expect(colleagues.rows.map(({ role }) => role).toSorted()).toEqual([
      'contact_person',
      'support_coordinator',
      'team_lead',
    ]);
    const period = `${Number(today().slice(0, 4)) - (today().slice(5) < '08-01' ? 2 : 1)}-08-01`;
    const fields = {
      subject: `school:${school.code}`,
      period: `${period}_${Number(period.slice(0, 4)) + 1}-07-31`,
    };
    const found: ReportContent[] = [];
    for (const { personId } of [director.who, ...colleagues.rows]) {
      const visitor = await comeIn(house, { tenantId: director.who.tenantId, personId });
      const address = await order(visitor, fields);
      await makeReports(house.database);
      found.push(await contentOf(address));
      await superuser.query('delete from report where id = $1', [address.split('/').at(-1)]);
    }
    const lead = found.find(({ byLead }) => byLead);
    const [first, ...others] = found.filter(({ byLead }) => !byLead);
    expect(others.length).toBe(2);
    const ofGoals = ['goal_levels', 'goal_t', 'lasted', 'scorer_agreement'];
    const apart = (one: ReportContent | undefined) =>
      one?.measures.filter(({ code }) => !ofGoals.includes(code));
    expect(apart(lead)).toEqual(apart(first));
    expect(lead?.measures).not.toEqual(first?.measures);
    expect(first?.measures.find(({ code }) => code === 'hours_done')?.rows[0]?.figure.n).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
    await expect(order(director.visitor, { ...fields, asOf: addDays(today(), -1) })).rejects.toThrow(
      'Laat de dag leeg',
    );
  }, 120_000);

  it('is there for its readers alone', async () => {
    const { who, visitor } = await somebody('school_director');
    const school = await placeOf(who, 'school_director');
    const period = `${Number(today().slice(0, 4)) - (today().slice(5) < '08-01' ? 1 : 0)}-08-01_${today()}`;
    const address = await order(visitor, { subject: `school:${school.code}`, period });
    await makeReports(house.database);
    const status = async (one: Identity, path = '') =>
      (await (await comeIn(house, one)).get(`${address}${path}`)).status;
    const directors = await peopleWith(house, 'school_director');
    const [elsewhere] = (
      await superuser.query<{ personId: string }>(
        `select person_id as "personId" from appointment where tenant_id = $1 and role = 'school_director' and school_id <> $2
          and person_id not in (select person_id from appointment where school_id = $2) and starts_on <= $3 and (ends_on is null or ends_on > $3)
          order by person_id limit 1`,
        [who.tenantId, school.id, today()],
      )
    ).rows;
    expect(directors.length).toBeGreaterThan(1);
    const other = { tenantId: who.tenantId, personId: elsewhere?.personId ?? '' };
    for (const path of ['', '/rapport.pdf', '/rapport.csv', '/toesturen/nieuw']) {
      expect([path, await status(who, path)]).toEqual([path, 200]);
      expect([path, await status(other, path)]).toEqual([path, 404]);
    }
    for (const role of ['board_member', 'partnership_director', 'committee_member'] as const) {
      const [one] = await peopleWith(house, role);
      expect([role, await status(one ?? other)]).toEqual([role, 404]);
    }
    const [team] = await peopleWith(house, 'team_lead');
    expect(await status(team ?? other)).toBe(404);
  }, 120_000);
});

describe('a report of the committee', () => {
  it('counts what stood on its agenda, the same for secretary and team lead, and of a member for that member alone', async () => {
    const period = `${Number(today().slice(0, 4)) - (today().slice(5) < '08-01' ? 1 : 0)}-08-01_${today()}`;
    const [secretary, member, lead] = [
      await somebody('committee_secretary'),
      await somebody('committee_member'),
      await somebody('team_lead'),
    ];
    const made = await order(secretary.visitor, { subject: 'committee', period });
    expect(await order(lead.visitor, { subject: 'committee', period })).toBe(made);
    const own = await order(member.visitor, { subject: 'committee', period });
    await makeReports(house.database);
    expect(own).not.toBe(made);
    expect((await lead.visitor.get(made)).status).toBe(200);
    expect((await member.visitor.get(own)).status).toBe(200);
    expect((await member.visitor.get(made)).status).toBe(404);
    expect((await secretary.visitor.get(own)).status).toBe(404);
    expect((await member.visitor.get(`${own}/toesturen/nieuw`)).status).toBe(404);
    const fromSecretary = await contentOf(made);
    await superuser.query('delete from report where id = $1', [made.split('/').at(-1)]);
    const fromLead = await order(lead.visitor, { subject: 'committee', period });
    await makeReports(house.database);
    expect(await contentOf(fromLead)).toEqual(fromSecretary);
    expect(
      fromSecretary.measures.find(({ code }) => code === 'hand_offs')?.rows[0]?.figure.n,
    ).toBeGreaterThan(0);
  }, 120_000);
});

describe('the partnership in a report of a school', () => {
  it('stands beside a whole school year alone, and leaves each of its readers ten others', async () => {
    const { who, visitor } = await somebody('school_director');
    const school = await placeOf(who, 'school_director');
    const year = await yearOf(who);
    const wholesIn = async ({ from, to }: { readonly from: string; readonly to: string }) => {
      const address = await order(visitor, { subject: `school:${school.code}`, period: `${from}_${to}` });
      await makeReports(house.database);
      const { measures } = await contentOf(address);
      return measures.flatMap(({ code, rows }) =>
        rows.flatMap(({ by, figure }) => (by === 'partnership' ? [{ code, n: Number(figure.n) }] : [])),
      );
    };
    const wholes = await wholesIn(year);
    expect(wholes.length).toBeGreaterThan(3);
    const { rows: readers } = await superuser.query<Identity & { role: string }>(
      `select distinct tenant_id as "tenantId", person_id as "personId", role from appointment where school_id = $1
        and role in ('school_director', 'support_coordinator', 'contact_person') and starts_on <= $2 and (ends_on is null or ends_on > $2)`,
      [school.id, today()],
    );
    expect(readers.map(({ role }) => role)).toContain('contact_person');
    for (const one of readers)
      for (const { code, n } of wholes) {
        const head = headOf(code);
        const own = await house.database.read(one, (reader) => findFacts(reader, one, head, year));
        expect([code, n - own.length >= 10]).toEqual([code, true]);
      }
    const periods = await house.database.read(who, (reader) =>
      findReleasedPeriods(reader, who, 'hours_done'),
    );
    const quarter = periods.find(({ span }) => span === 'quarter');
    expect(quarter && (await wholesIn(quarter))).toEqual([]);
  }, 120_000);
});

describe('sending a report again and again', () => {
  const letters = async () =>
    (
      await superuser.query<{ personId: string; subject: string; lines: readonly string[]; link: string }>(
        `select person_id as "personId", subject, lines, link from outbox where kind = 'report' order by made_at, person_id`,
      )
    ).rows;

  it('sends the link to who has the right, and to nobody whose right ended', async () => {
    const { who, visitor } = await somebody('partnership_director');
    const [adviser] = await peopleWith(house, 'policy_adviser');
    const [lead] = await peopleWith(house, 'team_lead');
    const year = await yearOf(who);
    const address = await order(visitor, { subject: 'partnership', period: `${year.from}_${year.to}` });
    await makeReports(house.database);
    expect(await saysInShort(visitor, address)).toBeGreaterThan(4);
    const appointments = await superuser.query<{ id: string; personId: string }>(
      `select id, person_id as "personId" from appointment where tenant_id = $1 and person_id = any ($2)
        and role in ('policy_adviser', 'team_lead')`,
      [who.tenantId, [adviser?.personId, lead?.personId]],
    );
    const to = appointments.rows.map(({ id }) => id);
    const refusedOne = await visitor.post(`${address}/toesturen/nieuw`, { every: 'month', to });
    expect(refusedOne.status).toBe(422);
    const stranger = await superuser.query<{ id: string }>(
      `select id from appointment where tenant_id = $1 and role = 'teacher' limit 1`,
      [who.tenantId],
    );
    const wrong = await visitor.post(`${address}/toesturen/nieuw`, {
      every: 'quarter',
      to: stranger.rows[0]?.id ?? '',
    });
    expect(wrong.status).toBe(422);
    // A double click sends twice, and is one.
    const form = await (await visitor.get(`${address}/toesturen/nieuw`)).text();
    const twice = { every: 'quarter', to, _key: /name="_key" value="([^"]+)"/.exec(form)?.[1] ?? '' };
    for (const _ of [1, 2])
      expect((await visitor.post(`${address}/toesturen/nieuw`, twice)).status).toBe(303);
    expect((await superuser.query('select from report_schedule')).rowCount).toBe(1);
    const list = await (await visitor.get('/resultaten/rapporten')).text();
    expect(list).toContain('Wat u laat toesturen');
    await sendReports(house.database);
    expect(await letters()).toEqual([]);

    const { rows } = await superuser.query<{ nextOn: string }>(
      `select next_on::text as "nextOn" from report_schedule`,
    );
    now = new Date(`${rows[0]?.nextOn}T09:00:00Z`);
    await superuser.query(
      `update appointment set ends_on = greatest(starts_on + 1, $2::date) where tenant_id = $1 and person_id = $3`,
      [who.tenantId, today(), lead?.personId],
    );
    await Promise.all([sendReports(house.database), sendReports(house.database)]);
    const sent = await letters();
    expect(sent.map(({ personId }) => personId).toSorted()).toEqual(
      [who.personId, adviser?.personId].toSorted(),
    );
    const ready = sent.find(({ personId }) => personId === adviser?.personId);
    expect(ready?.link).toMatch(/^\/resultaten\/rapporten\/[0-9a-f-]{36}$/);
    expect(sent.find(({ personId }) => personId === who.personId)?.lines.join(' ')).toContain(
      'Eén ontvanger',
    );
    // Nothing of who or what stands in a letter.
    const names = [
      ...(await peopleWith(house, 'policy_adviser')),
      ...(await peopleWith(house, 'partnership_director')),
    ];
    for (const { name } of names) expect(JSON.stringify(sent)).not.toContain(name);
    await sendReports(house.database);
    expect((await letters()).length).toBe(2);
  }, 120_000);

  it('stops when its maker has lost the right, who is told; its receivers hear nothing', async () => {
    const { rows: before } = await superuser.query<{ id: string; madeBy: string; nextOn: string }>(
      `select id, made_by as "madeBy", next_on::text as "nextOn" from report_schedule where ended_on is null`,
    );
    now = new Date(`${before[0]?.nextOn}T09:00:00Z`);
    await superuser.query('update appointment set ends_on = $2 where person_id = $1', [
      before[0]?.madeBy,
      today(),
    ]);
    const sent = (await letters()).length;
    await sendReports(house.database);
    const after = await letters();
    expect(after.slice(sent).map(({ personId }) => personId)).toEqual([before[0]?.madeBy]);
    const { rows } = await superuser.query(`select end_reason from report_schedule where id = $1`, [
      before[0]?.id,
    ]);
    expect(rows).toEqual([{ end_reason: 'right_ended' }]);
  });
});
