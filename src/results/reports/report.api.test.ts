/** Reports through the API: asked for, looked after, downloaded, by their readers alone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCast } from '../../../tests/support/factories.ts';
import { comeIn, type Visitor } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { newId } from '../../platform/ids.ts';
import { addDays, dayOf } from '../../platform/pure/dates.ts';
import { makeReports } from './report.jobs.ts';
import { livePeriods } from './report.rules.ts';

let pages: Pages;
let director: Visitor;
let lead: Visitor;
let board: Visitor;
beforeAll(async () => {
  pages = await openPages();
  const { tenantId } = pages.cast;
  const visitor = (personId: string) => comeIn(pages.house, { tenantId, personId });
  director = await visitor(pages.cast.director);
  lead = await visitor(pages.cast.teamLead);
  board = await visitor(pages.cast.boardMember);
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

const today = () => dayOf(pages.stage.now().getTime());
/** This school year so far, or a period before. */
const order = (nth = 0, more: object = {}) => {
  const { from, to } = livePeriods(today())[nth] ?? { from: '', to: '' };
  return { kind: 'school', schoolCode: pages.cast.school.code, from, to, ...more };
};
const ask = (who: Visitor, body: object, headers = {}) => who.api('POST', '/reports', body, headers);
const faultsOf = async (answer: Response) => {
  const { errors } = await answer.json();
  return [answer.status, ...errors.map(({ location }: { readonly location: string }) => location)];
};

it('answers 202 with where it is, once a key, and one report of a day without', async () => {
  const key = { 'idempotency-key': newId() };
  const made = await ask(director, order(), key);
  const body = await made.json();
  expect(made.status).toBe(202);
  expect(made.headers.get('location')).toBe(`/api/v1/reports/${body.id}`);
  expect(body).toMatchObject({
    ...{
      kind: 'school',
      school: { code: pages.cast.school.code, name: expect.any(String) },
      board: null,
      byLead: false,
      asOf: today(),
    },
    ...{ from: order().from, to: today(), status: 'queued', progress: 0, failure: null, files: [] },
  });
  expect((await (await ask(director, order(), key)).json()).id).toBe(body.id);
  expect((await (await ask(director, order())).json()).id).toBe(body.id);
  const other = await ask(director, order(1), key);
  expect([other.status, (await other.json()).type]).toEqual([422, '/problems/key-reused']);
});

it('gives its files when it is done, the same bytes as the page, and before that none', async () => {
  const { id } = await (await ask(director, order())).json();
  const where = `/reports/${id}`;
  expect((await director.api('GET', `${where}/files/csv`)).status).toBe(404);
  await makeReports(pages.house.database);
  const done = await (await director.api('GET', where)).json();
  expect(done).toMatchObject({ id, status: 'done', progress: 100 });
  expect(done.files).toEqual(
    ['pdf', 'xlsx', 'ods', 'csv'].map((format) => ({ format, path: `/api/v1${where}/files/${format}` })),
  );
  for (const { format, path } of done.files) {
    const file = await director.api('GET', path.replace('/api/v1', ''));
    const page = await director.get(`/resultaten/rapporten/${id}/rapport.${format}`);
    const kept = ['content-type', 'content-disposition'].map((one) => file.headers.get(one));
    expect(kept).toEqual(['content-type', 'content-disposition'].map((one) => page.headers.get(one)));
    expect(kept[1]).toContain(`schoolrapport-${order().from}-tm-${today()}-stand-${today()}.${format}`);
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(await page.arrayBuffer()))).toBe(true);
  }
  expect((await director.api('GET', `${where}/files/docx`)).status).toBe(404);
});

it('is found by its readers alone, in pages and by kind', async () => {
  const all = async (who: Visitor, query: string) =>
    (await (await who.api('GET', `/reports?${query}`)).json()) as { items: { id: string }[]; next: string };
  expect((await ask(director, order(1))).status).toBe(202);
  const whole = await all(director, 'limit=200');
  expect(whole.items.length).toBe(2);
  const first = await all(director, 'limit=1&kind=school');
  const second = await all(director, `limit=1&kind=school&after=${first.next}`);
  expect([...first.items, ...second.items]).toEqual(whole.items);
  expect(second.next).toBeNull();
  expect((await all(director, 'kind=board')).items).toEqual([]);
  const id = whole.items[0]?.id;
  for (const who of [lead, board]) {
    expect((await all(who, '')).items).toEqual([]);
    for (const path of [`/reports/${id}`, `/reports/${id}/files/pdf`]) {
      const [found, absent] = [
        await who.api('GET', path),
        await who.api('GET', path.replace(`${id}`, newId())),
      ];
      expect([found.status, await found.text()]).toEqual([404, await absent.text()]);
    }
  }
  const own = await (await ask(lead, order())).json();
  expect([own.byLead, own.id === id]).toEqual([true, false]);
  expect((await director.api('GET', `/reports/${own.id}`)).status).toBe(404);
});

it('is of a place of one’s own, in a period that there is, with every field that belongs to it', async () => {
  const strange = await aCast(pages.stage, pages.cast.tenantId);
  for (const schoolCode of [strange.school.code, '99ZZ99'])
    expect((await ask(director, order(0, { schoolCode }))).status).toBe(404);
  expect((await ask(board, order())).status).toBe(404);
  expect(await faultsOf(await ask(director, order(0, { to: addDays(today(), -3) })))).toEqual([400, 'from']);
  const other = await (await ask(director, order(0, { to: addDays(today(), -3) }))).json();
  expect(other.errors[0].detail).toMatch(/^Van deze periode is er geen schoolrapport\. Wel van: /);
  expect(await faultsOf(await ask(director, order(0, { asOf: addDays(today(), -1) })))).toEqual([
    400,
    'asOf',
  ]);
  const { from, to } = order();
  expect(await faultsOf(await ask(director, { kind: 'school', from }))).toEqual([400, 'schoolCode', 'to']);
  expect(await faultsOf(await ask(director, { ...order(), kind: 'partnership' }))).toEqual([
    400,
    'schoolCode',
  ]);
  expect(await faultsOf(await ask(director, { kind: 'iets', from, to }))).toEqual([400, 'kind']);
});

it('waits until one is made when twenty of somebody’s are waiting', async () => {
  expect((await ask(lead, order(1))).status).toBe(202);
  const superuser = await openSuperuser(pages.house.fresh);
  const { rows } = await superuser.query(
    `insert into report (tenant_id, id, kind, school_id, by_lead, starts_on, ends_on, as_of, made_by, asked_at)
     select $1, gen_random_uuid(), 'school', $2, true, '2024-08-01', '2024-08-02'::date + nth, '2024-12-01', $3, '2024-12-01'
     from generate_series(1, 20) nth returning id`,
    [pages.cast.tenantId, pages.cast.school.id, pages.cast.teamLead],
  );
  await superuser.end();
  expect(rows.length).toBe(20);
  expect(await faultsOf(await ask(lead, order(2)))).toEqual([400, 'from']);
});
