import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aCast,
  aConcernIn,
  type Cast,
  openStage,
  type Stage,
  step,
} from '../../../tests/support/factories.ts';
import { comeIn, type House, openHouse, type Visitor } from '../../../tests/support/house.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';

let house: House;
let stage: Stage;
let cast: Cast;
let author: Visitor;

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const planned = (more: Readonly<Record<string, unknown>> = {}) => ({
  schoolCode: cast.school.code,
  kind: 'cycle',
  title: 'Startgesprek',
  startsAt: tomorrow(),
  ...more,
});

beforeAll(async () => {
  house = await openHouse({ demo: false });
  stage = openStage(house.fresh, new Date(Date.now() - 20 * 3_600_000).toISOString());
  cast = await aCast(stage);
  author = await comeIn(house, { personId: cast.author, tenantId: cast.tenantId });
});
afterAll(async () => {
  await stage.close();
  await house.close();
});
auditsEveryDeed(() => house.fresh);

const enter = (personId: string) => comeIn(house, { personId, tenantId: cast.tenantId });

async function itemsOf(visitor: Visitor) {
  const page: { readonly items: readonly { readonly id: string; readonly kind: string }[] } = await (
    await visitor.api('GET', '/conversations')
  ).json();
  return page.items;
}

describe('an ordinary conversation', () => {
  it('is planned, stands in the list of the school and has an address', async () => {
    const answer = await author.api('POST', '/conversations', planned());
    expect(answer.status).toBe(201);
    const { id, version, kind, concernId } = await answer.json();
    expect([version, kind, concernId]).toEqual([1, 'cycle', null]);
    expect(answer.headers.get('location')).toBe(`/api/v1/conversations/${id}`);
    const director = await enter(cast.director);
    expect((await itemsOf(director)).map((one) => one.id)).toEqual([id]);
    expect((await director.api('GET', `/conversations/${id}`)).status).toBe(200);
    expect(await itemsOf(await enter(cast.boardMember))).toEqual([]);
  });

  it('is planned once however often the same request comes', async () => {
    const before = (await itemsOf(author)).length;
    const again = planned({ title: 'Eindgesprek' });
    const send = () => author.api('POST', '/conversations', again, { 'Idempotency-Key': 'twice' });
    const [first, second] = [await (await send()).json(), await (await send()).json()];
    expect(first.id).toBe(second.id);
    expect((await itemsOf(author)).length).toBe(before + 1);
    const other = await author.api('POST', '/conversations', planned(), { 'Idempotency-Key': 'twice' });
    expect(other.status).toBe(422);
  });

  it('never carries a concern: not by its kind, not by a field', async () => {
    const concernId = await aConcernIn(stage, cast, 'with_director');
    expect((await author.api('POST', '/conversations', planned({ kind: 'concern' }))).status).toBe(400);
    const carried = await author.api('POST', '/conversations', planned({ concernId }));
    expect(carried.status).toBe(400);
    expect((await carried.json()).errors).toMatchObject([{ location: 'concernId' }]);
    const many = { ...planned(), repeat: 'weekly' };
    expect((await author.api('POST', '/conversations', many)).status).toBe(400);
  });

  it('is 404 at a school that is not theirs, 403 for who plans none, 409 when it is over already', async () => {
    const stranger = await aCast(stage, cast.tenantId);
    const elsewhere = planned({ schoolCode: stranger.school.code });
    expect((await author.api('POST', '/conversations', elsewhere)).status).toBe(404);
    expect((await (await enter(cast.boardMember)).api('POST', '/conversations', planned())).status).toBe(403);
    const over = await author.api('POST', '/conversations', planned({ startsAt: '2026-01-05T10:00:00Z' }));
    expect([over.status, (await over.json()).unmet]).toEqual([
      409,
      [{ code: 'startsAhead', detail: 'Kies een moment dat nog komt.' }],
    ]);
  });

  it('writes who planned it in the access log, in the same transaction', async () => {
    const { id } = await (await author.api('POST', '/conversations', planned())).json();
    const client = new pg.Client({
      connectionString: house.fresh.ownerUrl,
      options: '-c role=kortelijn_operator',
    });
    await client.connect();
    const { rows } = await client.query(
      'select person_id, action, subject, via from audit where subject_id = $1',
      [id],
    );
    await client.end();
    expect(rows).toEqual([{ person_id: cast.author, action: 'plan', subject: 'conversation', via: 'api' }]);
  });
});

describe('a conversation about a concern', () => {
  it('springs from its concern and is seen by who reads that, never by the board', async () => {
    const id = await aConcernIn(stage, cast, 'working');
    const proposals = [new Date(stage.now().getTime() + 86_400_000).toISOString()];
    await step(stage, cast.tenantId, cast.author, id, { step: 'plan_conversation', proposals });
    const kinds = async (who: string) => (await itemsOf(await enter(who))).map((one) => one.kind);
    expect(await kinds(cast.director)).toContain('concern');
    expect(await kinds(cast.coordinator)).not.toContain('concern');
    expect(await kinds(cast.boardMember)).toEqual([]);
  });
});

describe('the form', () => {
  it('plans, or answers every fault in Dutch and keeps what was typed', async () => {
    const bad = await author.post('/gesprekken/nieuw', { title: 'Startgesprek <b>', startsAt: '' });
    const html = await bad.text();
    expect(bad.status).toBe(422);
    for (const field of ['schoolCode', 'kind', 'startsAt']) expect(html).toContain(`href="#${field}"`);
    expect(html).toContain('value="Startgesprek &lt;b>"');
    const good = await author.post('/gesprekken/nieuw', {
      schoolCode: cast.school.code,
      kind: 'other',
      title: 'Kennismaking',
      startsAt: '2099-11-20T14:30',
    });
    expect([good.status, good.headers.get('location')]).toEqual([303, '/gesprekken']);
    const list = await (await author.get('/gesprekken')).text();
    expect(list).toContain('Kennismaking');
    expect(list).toContain('20 november 2099 om 14:30');
  });
});
