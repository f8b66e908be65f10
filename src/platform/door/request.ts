/** What stands in a request, read with care; and the headers of its answer. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { type Entries, type Fault, type Parsed, parseValue } from '../input.ts';
import type { Once } from '../once.ts';
import { problem, problems } from '../problem.ts';
import type { Actor } from '../pure/actor.ts';
import { dayOf } from '../pure/dates.ts';
import { deviceOf } from '../pure/device.ts';
import { cleanText } from '../pure/text.ts';
import type { ApiAnswer, Deed, Route } from '../route.ts';
import type { House, Visitor } from './house.ts';

/** Session cookie: bound to this host, never readable by scripts. */
export const sessionCookie = '__Host-kortelijn';
export const flashCookie = '__Host-melding';

export function answerHeaders(context: Context): void {
  context.header('Cache-Control', 'no-store');
  // Said here and not by the compressor: it speaks after the answer, and then the whole body is copied for it.
  context.header('Vary', 'Accept-Encoding');
}

export function callOf<Q>(
  context: Context,
  house: House,
  actor: Actor | undefined,
  query: Q,
  via: Deed['via'],
) {
  const now = house.clock();
  const deed: Deed = { database: house.database, via, now };
  const url = new URL(context.req.url);
  return {
    actor,
    params: context.req.param() as Record<string, string>,
    query,
    database: house.database,
    deed,
    now,
    today: dayOf(now.getTime()),
    url,
    site: house.site ?? url.origin,
    address: house.addressOf?.(context),
    device: deviceOf(context.req.header('User-Agent')),
  };
}

/** The checked query, {} when the route asks none. */
export function queryOf(context: Context, route: Route): Parsed<unknown> {
  const given = context.req.query();
  const inPath = context.req.param() as Record<string, string>;
  const odd = [...unkeepable(given, 'query'), ...unkeepable(inPath, 'path')];
  if (odd.length > 0) return { ok: false, faults: odd };
  if (route.query === undefined) return { ok: true, value: {} };
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  return parseValue(route.query, filled, 'query');
}

/** Parts of an address that PostgreSQL cannot even be asked about. */
function unkeepable(parts: Readonly<Record<string, string>>, where: Fault['in']): readonly Fault[] {
  return Object.entries(parts).flatMap(([location, value]) => {
    const { fault } = cleanText(value);
    return fault === null ? [] : [{ in: where, location, code: 'invalid', detail: fault }];
  });
}

export async function readJson(
  context: Context,
): Promise<{ readonly value: unknown } | { readonly bad: ApiAnswer }> {
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(context.req.header('Content-Type') ?? '')) {
    return { bad: problem(415, 'not-json', 'Geen JSON', 'Stuur application/json.') };
  }
  try {
    const bytes = await context.req.arrayBuffer();
    return { value: withoutNulls(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))) };
  } catch {
    return {
      bad: problems.badInput([
        { in: 'body', location: '', code: 'json', detail: 'Dit is geen geldige JSON in UTF-8.' },
      ]),
    };
  }
}

/** null means: not given. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, withoutNulls(member)]),
  );
}

export function onceOf(context: Context, body: unknown): Once | undefined | 'bad' {
  const key = context.req.header('Idempotency-Key');
  if (key === undefined) return undefined;
  return key.length >= 1 && key.length <= 200 ? { key, request: [context.req.path, body] } : 'bad';
}

export function versionOf(context: Context): number | undefined {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(context.req.header('If-Match') ?? '');
  return match === null ? undefined : Number(match[1]);
}

/** The form carries the token of the session that drew it. A visitor without session is held by the origin alone. */
export function isOwnForm(context: Context, form: Entries, csrf: string): boolean {
  if (isForeign(context)) return false;
  return csrf === '' || fieldOf(form, '_csrf') === csrf;
}

/** Sent by a page of another site. Browsers say so; what says nothing is no browser and has no cookie of ours by accident. */
export function isForeign(context: Context): boolean {
  const site = context.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = context.req.header('Origin');
  if (origin === undefined || origin === 'null') return false;
  return !URL.canParse(origin) || new URL(origin).host !== context.req.header('Host');
}

export const fieldOf = (form: Entries, name: string) => form.findLast(([key]) => key === name)?.[1] ?? '';

export function pathAndQuery(context: Context): string {
  const { pathname, search } = new URL(context.req.url);
  return pathname + search;
}

/** A cookie of this host alone; `seconds` 0 takes it away. */
export function cookie(name: string, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
}

/** The session for as long as it can last; the database may end it earlier. */
export const sessionCookieOf = (secret: string) => cookie(sessionCookie, secret, 12 * 3_600);

export const encodeFlash = (flash: unknown) => Buffer.from(JSON.stringify(flash)).toString('base64url');

export function takeFlash(context: Context): Visitor['flash'] {
  const value = getCookie(context, flashCookie);
  if (value === undefined || value === '') return undefined;
  try {
    const flash = JSON.parse(Buffer.from(value, 'base64url').toString());
    return typeof flash.text === 'string' ? flash : undefined;
  } catch {
    return undefined;
  }
}
