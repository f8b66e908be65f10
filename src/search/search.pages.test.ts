/** Searching through the page and the API: the words never stand readable in an address. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comeIn, type House, openHouse, peopleWith, type Visitor } from '../../tests/support/house.ts';
import { sql } from '../platform/database.ts';
import type { Role } from '../platform/pure/actor.ts';

let house: House;
let contact: Visitor;
let administrator: Visitor;

beforeAll(async () => {
  house = await openHouse();
  const [one] = await peopleWith(house, 'contact_person');
  const [other] = await peopleWith(house, 'administrator');
  if (one === undefined || other === undefined) throw new Error('nobody');
  [contact, administrator] = [await comeIn(house, one), await comeIn(house, other)];
});
afterAll(() => house.close());

const addressFor = async (visitor: Visitor, q: string) => {
  const sent = await visitor.post('/zoeken', { q });
  expect(sent.status).toBe(303);
  return sent.headers.get('location') ?? '';
};
/** The page without the form token, which differs for each session. */
const shown = async (visitor: Visitor, address: string) => {
  const page = await visitor.get(address);
  expect(page.status).toBe(200);
  return (await page.text()).replaceAll(visitor.csrf, '').replace(/\?z=[\w-]+/g, '');
};

test('words typed in the field lead to an address without them, and that to what was found', async () => {
  const { items } = (await (await contact.api('GET', '/concerns')).json()) as {
    items: readonly { number: string; id: string; school: { name: string } }[];
  };
  const [concern] = items;
  const address = await addressFor(contact, concern?.number ?? '');
  expect(address).toMatch(/^\/zoeken\?z=[\w-]+$/);
  expect(address).not.toContain(concern?.number);
  const page = await shown(contact, address);
  expect(page).toContain(`href="/zorgen/${concern?.id}"`);
  expect(page).toContain(`value="${concern?.number}"`);
});

test("another session cannot read the words of somebody's address", async () => {
  const address = await addressFor(contact, 'klas');
  expect(await shown(contact, address)).toContain('value="klas"');
  expect(await shown(administrator, address)).not.toContain('klas');
});

test('who may read no concerns finds schools and people, and the answer is the same for every concern', async () => {
  const { items } = (await (await contact.api('GET', '/concerns')).json()) as {
    items: readonly { number: string }[];
  };
  const hidden = await administrator.api('POST', '/search', { q: items[0]?.number });
  const absent = await administrator.api('POST', '/search', { q: '222222' });
  expect(await hidden.text()).toBe(await absent.text());
  const found = await (await administrator.api('POST', '/search', { q: 'school' })).json();
  expect(found).toMatchObject({ concern: { items: [], next: null } });
});

test.each([
  ['too short', { q: 'a' }, 200],
  ['nothing', {}, 400],
  ['of no kind we know', { q: 'rust', kind: 'secret' }, 400],
  ['with a bookmark and no kind', { q: 'rust', after: 'x' }, 400],
  ['with a bookmark of another list', { q: 'rust', kind: 'concern', after: 'WyJhIiwiYiJd' }, 400],
])('the API answers a search that is %s', async (_, body, status) => {
  expect((await contact.api('POST', '/search', body)).status).toBe(status);
});

test('an empty field leads back to the empty page; odd words and bookmarks too', async () => {
  expect(await addressFor(contact, '   ')).toBe('/zoeken');
  expect(await shown(contact, '/zoeken')).toContain('Een typfout mag');
  expect(await shown(contact, `${await addressFor(contact, '&|!():*')}`)).toContain('te kort');
  expect(await shown(contact, `${await addressFor(contact, 'school')}&soort=scholen&na=x`)).toContain(
    'Scholen',
  );
  expect(await shown(contact, '/zoeken?z=onzin')).toContain('Een typfout mag');
});

test('nothing found says so and what to try', async () => {
  expect(await shown(contact, await addressFor(contact, 'walvisvaarder'))).toContain('Niets gevonden');
});

test('news, promises and development are found too, with a typing mistake, and drafts by who writes alone', async () => {
  const [lead] = await peopleWith(house, 'team_lead');
  const [director] = await peopleWith(house, 'school_director');
  if (lead === undefined || director === undefined) throw new Error('nobody');
  const [writer, reader] = [await comeIn(house, lead), await comeIn(house, director)];
  const found = async (visitor: Visitor, q: string, more: object = {}) =>
    (await (await visitor.api('POST', '/search', { q, ...more })).json()) as Record<
      'post' | 'promise' | 'development',
      { readonly items: readonly { readonly id: string }[]; readonly next: string | null }
    >;
  const { items } = (await (await reader.api('GET', '/posts')).json()) as { items: { title: string }[] };
  const title = items[0]?.title ?? '';
  const slip = title.replace(/([a-z])([a-z])([a-z])/, '$1$3$2');
  expect(slip).not.toBe(title);
  expect((await found(reader, slip)).post.items.length).toBeGreaterThan(0);
  const promises = (await (await reader.api('GET', '/promises')).json()) as { items: { sentence: string }[] };
  const sentence = promises.items[0]?.sentence ?? '';
  expect((await found(reader, sentence, { kind: 'promise' })).promise.items.length).toBeGreaterThan(0);
  const pilots = (await (await reader.api('GET', '/pilots')).json()) as { items: { name: string }[] };
  expect((await found(reader, pilots.items[0]?.name ?? '')).development.items.length).toBeGreaterThan(0);
  // Of plans a reader finds what was adopted; what is being written is its writers'.
  const ambitions = (await (await writer.api('GET', '/ambitions?limit=100')).json()) as {
    items: { name: string; draft: boolean }[];
  };
  const finds = async (visitor: Visitor, draft: boolean) => {
    const { name = '' } = ambitions.items.find((one) => one.draft === draft) ?? {};
    const { development } = await found(visitor, name, { kind: 'development' });
    return development.items.some((one) => 'name' in one && one.name === name);
  };
  expect([await finds(writer, true), await finds(reader, true), await finds(reader, false)]).toEqual([
    ...[true, false, true],
  ]);
  const draft = 'Xylofoonles in de gymzaal';
  await writer.api('POST', '/posts', { title: draft, body: 'Nog niet af.', audiences: ['schools'] });
  expect((await found(writer, 'xylofoonles')).post.items).toHaveLength(1);
  expect((await found(reader, 'xylofoonles')).post.items).toEqual([]);
});

type Found = Record<
  'rule' | 'specialist' | 'stationing',
  { readonly items: readonly { readonly id: string }[]; readonly next: string | null }
>;
const foundBy = async (visitor: Visitor, q: string, kind?: keyof Found): Promise<Found> => {
  const answer = await visitor.api('POST', '/search', { q, limit: 50, ...(kind && { kind }) });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Found;
};
const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
/** One word with two letters changed about. */
const slipped = (word: string) => word.replace(/([a-z])([a-z])([a-z])/, '$1$3$2');
const first = async (role: Role) => {
  const [person] = await peopleWith(house, role);
  if (person === undefined) throw new Error(`nobody is ${role}`);
  return comeIn(house, person);
};

test('a working rule is found by a word in it once it is known, with a slip of the keyboard too', async () => {
  const lead = await first('team_lead');
  const { tenantId } = lead.person;
  const written = await lead.api('POST', '/posts', {
    title: 'Zo werken we',
    body: 'Lees mee.',
    audiences: ['schools'],
  });
  const { id } = (await written.json()) as { readonly id: string };
  await house.database.write(lead.person, (tx) =>
    tx.run(sql`insert into working_rule (tenant_id, id, subject, starts_on, post_id, body, made_by, made_at)
      values (${tenantId}, gen_random_uuid(), 'committee', app_today() + 400, ${id}, 'Wij vergaderen in het koetshuis.', ${lead.person.personId}, app_now())`),
  );
  expect((await foundBy(contact, 'koetshuis')).rule.items).toEqual([]);
  const version = { 'if-match': written.headers.get('etag') ?? '' };
  expect((await lead.api('POST', `/posts/${id}/publish`, {}, version)).status).toBe(200);
  for (const q of ['koetshuis', slipped('koetshuis'), 'werkafspraak commissie koetshuis'])
    expect([q, (await foundBy(contact, q, 'rule')).rule.items]).toMatchObject([
      q,
      [{ subject: 'committee' }],
    ]);
  const page = await shown(contact, await addressFor(contact, 'koetshuis'));
  expect(page).toMatch(/Werkafspraken \(1\).*href="\/vragen\/werkwijze"/s);
});

test('a specialist is found by name, by expertise and by where they are', async () => {
  const { items } = (await (await contact.api('GET', '/specialists')).json()) as {
    readonly items: readonly { id: string; name: string; expertise: readonly { name: string }[] }[];
  };
  const one = items.find(({ expertise }) => expertise.length > 0);
  const good = one?.expertise[0]?.name ?? '';
  for (const q of [one?.name ?? '', good, slipped(good)])
    expect([q, idsOf((await foundBy(contact, q, 'specialist')).specialist.items)]).toEqual([
      q,
      expect.arrayContaining([one?.id]),
    ]);
  const schools = (await (await contact.api('GET', '/schools?limit=200')).json()) as {
    readonly items: readonly { name: string; specialists: readonly { id: string }[] }[];
  };
  const helped = schools.items.find(({ specialists }) => specialists.length > 0);
  expect(idsOf((await foundBy(administrator, helped?.name ?? '', 'specialist')).specialist.items)).toEqual(
    expect.arrayContaining(idsOf(helped?.specialists ?? [])),
  );
});

test('everybody finds exactly those stationings at a place that they read', async () => {
  const counts: number[] = [];
  for (const role of ['team_lead', 'teacher', 'school_director', 'board_member', 'editor'] as const) {
    const visitor = await first(role);
    const answer = await visitor.api('GET', '/stationings?limit=200');
    const listed = answer.status === 200 ? ((await answer.json()) as { items: readonly Listed[] }).items : [];
    const lead = (await (await (await first('team_lead')).api('GET', '/stationings?limit=200')).json()) as {
      readonly items: readonly Listed[];
    };
    const place = (listed.find(isOpen) ?? lead.items.find(isOpen))?.place.name ?? '';
    const should = listed.filter((one) => isOpen(one) && one.place.name === place);
    const found = idsOf((await foundBy(visitor, place, 'stationing')).stationing.items);
    expect(found, role).toEqual(expect.arrayContaining(idsOf(should)));
    expect(idsOf(listed), role).toEqual(expect.arrayContaining(found));
    counts.push(found.length);
  }
  // Both were there: somebody who finds them, and somebody who finds none.
  expect(Math.max(...counts)).toBeGreaterThan(0);
  expect(counts.at(-1)).toBe(0);
});
interface Listed {
  readonly id: string;
  readonly status: string;
  readonly place: { readonly name: string };
}
const isOpen = ({ status }: Listed) => !['ended', 'withdrawn'].includes(status);

test('the page says how many there are of each kind, and leads there', async () => {
  const page = await shown(contact, await addressFor(contact, 'school'));
  expect(page).toMatch(/<a href="#gevonden-scholen">Scholen<\/a> \((meer dan )?\d+\)/);
  expect(page).toMatch(/<h2 id="gevonden-scholen">Scholen \((meer dan )?\d+\)/);
});
