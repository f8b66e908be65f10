/**
 * Every write has its audit row in the same transaction (R7). What the crawl cannot fill in (passkeys, imports, accounts, the API)
 * is watched by the same witness where it is tested.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import { type Role, roles } from '../../src/platform/pure/actor.ts';
import type { Route } from '../../src/platform/route.ts';
import { allRoutes } from '../../src/web/server.ts';
import { demonstrationDatabase } from '../support/demonstration.ts';
import { comeIn, type House, openHouse, peopleWith, type Visitor } from '../support/house.ts';
import { openWitness, type Witness } from '../support/witness.ts';

let house: House;
let witness: Witness;
beforeAll(async () => {
  house = await openHouse();
  witness = await openWitness(house.fresh);
}, 180_000);
afterAll(async () => {
  await witness.close();
  await house.close();
});

it('a school year of the demonstration, played through the product’s own actions, leaves no deed without a row', async () => {
  const { loading, drop } = await demonstrationDatabase();
  await drop();
  expect(loading.seen).toBeGreaterThan(200);
  expect(loading.unaudited).toEqual([]);
});

it('every form that a page shows, sent by every role, leaves no deed without a row', async () => {
  const reached = new Set<string>();
  for (const role of roles) {
    const person = (await peopleWith(house, role))[0];
    if (person !== undefined) await sendForms(role, await comeIn(house, person), reached);
  }
  const unsafe = routes.filter(({ method, kind }) => kind === 'page' && method === 'POST');
  const missed = unsafe.filter(({ path }) => !reached.has(path)).map(({ path }) => path);
  console.log(
    `${reached.size} of ${unsafe.length} unsafe page routes wrote or answered 303; not: ${missed.join(' ')}`,
  );
  expect(reached.size).toBeGreaterThan(45);
  expect(await witness.unaudited()).toEqual([]);
}, 240_000);

it('the control: a write without its row is found', async () => {
  const before = await witness.unaudited();
  const administrator = (await peopleWith(house, 'administrator'))[0];
  if (administrator === undefined) throw new Error('nobody is administrator');
  await house.database.write(administrator, (tx) =>
    tx.run(sql`update area set name = name || ' (stil)' where tenant_id = ${administrator.tenantId}`),
  );
  expect(await witness.unaudited()).toEqual([...before, 'area']);
});

const routes = allRoutes(true);

/** Opens what links lead to, first what is least known, and sends each kind of form there once, filled in. */
async function sendForms(role: Role, visitor: Visitor, reached: Set<string>): Promise<void> {
  const seen = new Set<string>();
  const opened = new Map<string, number>();
  const sent = new Set<string>(leaving);
  const queue = ['/'];
  const timesOpened = (path: string) => opened.get(routeOf(path, 'GET')?.path ?? '') ?? 0;
  while (queue.length > 0 && seen.size < 70) {
    const least = Math.min(...queue.map(timesOpened));
    const [path = ''] = queue.splice(
      queue.findIndex((one) => timesOpened(one) === least),
      1,
    );
    const kind = routeOf(path, 'GET')?.path;
    const page = kind?.includes(':') ? `${kind} ${path}` : kind;
    if (kind === undefined || page === undefined || seen.has(page)) continue;
    opened.set(kind, timesOpened(path) + 1);
    seen.add(page);
    const answer = await visitor.get(path);
    const html = await answer.text();
    queue.push(...links(html, seen));
    for (const form of formsOf(html)) {
      if (sent.has(form.target)) continue;
      sent.add(form.target);
      const done = await visitor.post(form.action, filledIn(form.fields));
      if (done.status === 303) reached.add(form.target);
      expect([200, 303, 400, 404, 409, 412, 422], `${role} at ${form.target}`).toContain(done.status);
    }
  }
}

function formsOf(html: string) {
  return html
    .split('<form')
    .slice(1)
    .flatMap((part) => {
      const action = /action="([^"]+)"/.exec(part)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const target = routeOf(action, 'POST')?.path;
      return target === undefined ? [] : [{ action, target, fields: part.split('</form>')[0] ?? '' }];
    });
}

const leaving = ['/uitloggen', '/demo'];

function links(html: string, seen: ReadonlySet<string>): readonly string[] {
  const found = [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) =>
    (href ?? '').replaceAll('&amp;', '&'),
  );
  const perKind = new Map<string, number>();
  return [...new Set(found)].filter((href) => {
    const kind = routeOf(href, 'GET')?.path;
    if (kind === undefined || seen.has(kind)) return false;
    const already = [...seen].filter((one) => one.startsWith(`${kind} `)).length + (perKind.get(kind) ?? 0);
    perKind.set(kind, (perKind.get(kind) ?? 0) + 1);
    return already < 4;
  });
}

const shapes = routes
  .filter(({ kind }) => kind === 'page')
  .map((route) => ({ route, shape: new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`) }));
const known = new Map<string, Route | undefined>();

function routeOf(address: string, method: 'GET' | 'POST'): Route | undefined {
  const path = address.split('?')[0] ?? '';
  const name = `${method} ${path}`;
  if (!known.has(name))
    known.set(name, shapes.find(({ route, shape }) => route.method === method && shape.test(path))?.route);
  return known.get(name);
}

type Fields = Record<string, string | string[]>;

/** A form as somebody would send it who fills in every field with something lawful. */
function filledIn(form: string): Fields {
  const fields: Fields = {};
  for (const [, attributes = ''] of form.matchAll(/<input ([^>]*)>/g)) addInput(fields, attributes);
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    fields[name] = text.trim() || 'Het gaat goed met de groep.';
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const chosen =
      /<option value="([^"]+)" selected/.exec(options) ?? /<option value="([^"]+)"/.exec(options);
    fields[name] = chosen?.[1] ?? '';
  }
  return fields;
}

const day = new Date().toISOString().slice(0, 10);
const fillers: Readonly<Record<string, string>> = { date: day, 'datetime-local': `${day}T23:30`, hidden: '' };

/** Every box is ticked; of radio buttons the first. */
function addInput(fields: Fields, attributes: string): void {
  const given = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
  const name = given('name');
  const type = given('type') ?? 'text';
  if (name === undefined) return;
  const value = given('value') || (fillers[type] ?? 'Nieuw');
  if (type === 'checkbox') fields[name] = [fields[name] ?? [], value].flat();
  else fields[name] ??= value;
}
