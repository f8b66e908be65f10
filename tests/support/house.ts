/** The whole website as a function, on a database with the demonstration in it; no port, no browser. */
import type { Hono } from 'hono';
import { getActorOn } from '../../src/demo/demo.store.ts';
import { makeKey, openSession } from '../../src/platform/access.store.ts';
import { operatorDatabase } from '../../src/platform/command.ts';
import { type Database, openDatabase, sql } from '../../src/platform/database.ts';
import { sessionCookie } from '../../src/platform/door/request.ts';
import { csrfOf } from '../../src/platform/ids.ts';
import type { Actor, Identity, Role } from '../../src/platform/pure/actor.ts';
import { dayOf } from '../../src/platform/pure/dates.ts';
import { createApp } from '../../src/web/server.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { demonstrationDatabase } from './demonstration.ts';

export interface House {
  readonly fresh: FreshDatabase;
  readonly database: Database;
  readonly operator: Database;
  readonly app: Hono;
  close(): Promise<void>;
}

/** Opens the house. `demo: false` leaves it empty. */
export async function openHouse({
  demo = true,
  clock,
}: {
  readonly demo?: boolean;
  readonly clock?: () => Date;
} = {}): Promise<House> {
  const fresh = await (demo ? demonstrationDatabase() : freshDatabase());
  const operator = operatorDatabase(fresh);
  const database = clock === undefined ? openDatabase({ url: fresh.appUrl }) : operatorDatabase(fresh, clock);
  const app = createApp({
    database,
    config: { demo: true, rateLimit: false, baseUrl: undefined },
    ...(clock && { clock }),
  });
  return {
    fresh,
    database,
    operator,
    app,
    async close() {
      await Promise.all([database.close(), operator.close()]);
      await fresh.drop();
    },
  };
}

/** Somebody who came in: sends what a browser would send. */
export interface Visitor {
  readonly person: Identity;
  get(path: string): Promise<Response>;
  /** Sends a form, with its token. */
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Response>;
  api(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** Sends exactly this: the body as it is, with token (API) or cookie (pages) and these headers over what a client would send. */
  send(
    path: string,
    method: string,
    body: string | URLSearchParams | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response>;
  readonly cookie: string;
  readonly csrf: string;
}

/** Logs a person in (session for pages, token for the API). */
export async function comeIn(house: House, person: Identity): Promise<Visitor> {
  const secret = await openSession(house.database, person, { way: 'link', secondFactor: true });
  const ends = new Date(Date.now() + 86_400_000);
  const token = await house.operator.write({ operatorFor: person.tenantId }, (tx) =>
    makeKey(tx, person, 'token', ends),
  );
  const cookie = `${sessionCookie}=${secret}`;
  const csrf = csrfOf(secret);
  return {
    person,
    cookie,
    csrf,
    get: async (path) => house.app.request(path, { headers: { cookie } }),
    post: async (path, fields) =>
      house.app.request(path, {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        body: formOf({ _csrf: csrf, ...fields }),
      }),
    send: async (path, method, body, headers) =>
      house.app.request(path, {
        method,
        headers: {
          ...(path.startsWith('/api/')
            ? { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
            : { cookie, 'sec-fetch-site': 'same-origin' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
      }),
    api: async (method, path, body, headers = {}) =>
      house.app.request(`/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

export function formOf(fields: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
  );
  return new URLSearchParams(pairs);
}

/** The person as an actor of today. */
export async function actorOf(house: House, person: Identity): Promise<Actor> {
  const today = dayOf(Date.now());
  const actor = await house.operator.read({ operatorFor: person.tenantId }, (reader) =>
    getActorOn(reader, person.tenantId, person.personId, today),
  );
  if (actor === undefined) throw new Error('no such person');
  return actor;
}

/** People of the demonstration with this role today, of one partnership, by name. */
export async function peopleWith(
  house: House,
  role: Role,
  tenantCode = 'rotterdam',
): Promise<readonly (Identity & { readonly name: string })[]> {
  const tenant = await house.operator.read({ operatorFor: null }, (reader) =>
    reader.first<{ id: string }>(sql`select tenant_id as id from tenant where code = ${tenantCode}`),
  );
  const id = tenant?.id ?? '';
  return house.operator.read({ operatorFor: id }, (reader) =>
    reader.rows(sql`select distinct p.tenant_id as "tenantId", p.id as "personId", p.name from appointment a
      join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
      where a.tenant_id = ${id} and a.role = ${role} and a.starts_on <= app_today()
        and (a.ends_on is null or a.ends_on > app_today()) and p.suspended_at is null order by p.name, p.id`),
  );
}
