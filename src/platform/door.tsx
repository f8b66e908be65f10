/**
 * The door every request passes: who is it, may they knock here, is it their own form, is the input right. Only then the
 * handler, and after it one place that turns faults of the world into answers.
 */
import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { findActor } from './access.store.ts';
import { type Database, NotAdmitted, Stale, Unavailable } from './database.ts';
import { csrfOf } from './ids.ts';
import { decodeForm, type Entries, type Fault, type Parsed, parseValue } from './input.ts';
import { factsOf, log } from './log.ts';
import type { Once } from './once.ts';
import type { Actor } from './pure/actor.ts';
import { dayOf } from './pure/dates.ts';
import { cleanText } from './pure/text.ts';
import {
  type ApiAnswer,
  type ApiRoute,
  type Call,
  type Deed,
  type Html,
  mayKnock,
  type Page,
  type PageAnswer,
  type PageRoute,
  problem,
  problems,
  type Route,
  type Sent,
} from './route.ts';

/** Session cookie: bound to this host, never readable by scripts. */
export const sessionCookie = '__Host-kortelijn';
export const flashCookie = '__Host-melding';

/** What the door needs of the house behind it. */
export interface House {
  readonly database: Database;
  readonly clock: () => Date;
  /** Draws a page in its frame. */
  readonly draw: (page: Html, visitor: Visitor) => string;
  /** Pages for whoever cannot go on: not logged in, not there, not now. */
  readonly words: {
    readonly notFound: () => Html;
    readonly forbidden: () => Html;
    readonly unavailable: () => Html;
    readonly broken: () => Html;
    readonly badForm: (why: string) => Html;
    /** Somebody whose session ended (or whose form is stale) gets everything they typed back. */
    readonly sendAgain: (
      why: 'loggedOut' | 'staleForm',
      action: string,
      typed: Entries,
      csrf: string,
    ) => Html;
  };
}

/** Who looks at a page, and what the frame needs of them. */
export interface Visitor {
  readonly actor: Actor | undefined;
  readonly csrf: string;
  readonly path: string;
  readonly flash: { readonly tone: 'good' | 'info' | 'warning' | 'error'; readonly text: string } | undefined;
}

/** Hangs all routes in the app. */
export function mount(app: Hono, routes: readonly Route[], house: House): void {
  for (const route of routes) {
    if (route.kind === 'page') {
      app.on(route.method, route.path, (context) => answerPage(context, route, house));
    } else {
      app.on(route.method, `/api/v1${route.path}`, (context) => answerApi(context, route, house));
    }
  }
  // After all of them: whoever comes to a known address with a method that it has not.
  for (const [path, methods] of methodsOf(routes)) {
    app.all(path, (context) => {
      context.header('Allow', methods.join(', '));
      return path.startsWith('/api/') ? sendApi(context, noSuchMethod) : context.body(null, 405);
    });
  }
}

function methodsOf(routes: readonly Route[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { kind, path, method } of routes) {
    const address = kind === 'api' ? `/api/v1${path}` : path;
    found.set(address, [...(found.get(address) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])]);
  }
  return found;
}

const noSuchMethod = problem(405, 'no-such-method', 'Dat kan hier niet', 'Zie Allow: dat kan hier wel.');

// Pages -----------------------------------------------------------------------------------------------------------------

async function answerPage(context: Context, route: PageRoute, house: House): Promise<Response> {
  let visitor: Visitor = { actor: undefined, csrf: '', path: context.req.path, flash: undefined };
  try {
    const secret = getCookie(context, sessionCookie);
    const actor = secret === undefined ? undefined : await findActor(house.database, 'session', secret);
    const csrf = secret === undefined ? '' : csrfOf(secret);
    visitor = { actor, csrf, path: context.req.path, flash: takeFlash(context) };
    return sendPage(context, await pageAnswer(context, route, house, visitor), house, visitor);
  } catch (fault) {
    return sendPage(context, faultPage(fault, house), house, visitor);
  }
}

async function pageAnswer(
  context: Context,
  route: PageRoute,
  house: House,
  visitor: Visitor,
): Promise<PageAnswer> {
  const { actor, csrf } = visitor;
  const form = route.method === 'POST' ? await readForm(context) : undefined;
  if (form === 'unreadable') return house.words.badForm('Dit formulier kunnen wij niet lezen.');
  const closed = closedDoor(context, route, house, visitor, form);
  if (closed !== undefined) return closed;
  const query = queryOf(context, route);
  if (!query.ok) return { kind: 'notFound' };
  const call = { ...callOf(context, house, actor, query.value, 'page'), csrf };
  if (form === undefined) return handled(route, { ...call, input: undefined });
  const fields = form.filter(([name]) => !name.startsWith('_'));
  const input: Sent<unknown> = {
    parsed: parseValue(route.input as never, decodeForm(route.input as never, fields), 'body'),
    typed: form,
    button: fieldOf(form, '_do'),
    csrf,
  };
  return handled(route, { ...call, input, deed: deedOf(call.deed, context.req.path, form, fields) });
}

/** Why this visitor does not get in, or undefined when they do. */
function closedDoor(
  context: Context,
  route: PageRoute,
  house: House,
  { actor, csrf }: Visitor,
  form: Entries | undefined,
): PageAnswer | undefined {
  const { path } = context.req;
  if (!mayKnock(route.access, actor)) {
    if (actor !== undefined) return house.words.forbidden();
    if (form !== undefined) return house.words.sendAgain('loggedOut', path, form, '');
    return { kind: 'redirect', to: `/inloggen?naar=${encodeURIComponent(pathAndQuery(context))}` };
  }
  if (form === undefined || isOwnForm(context, form, actor === undefined ? '' : csrf)) return undefined;
  return isForeign(context)
    ? house.words.badForm('Dit formulier komt van een andere website.')
    : house.words.sendAgain('staleForm', path, form, csrf);
}

/** What the hidden fields of a form say: its one-time key and the version the reader saw. */
function deedOf(deed: Deed, path: string, form: Entries, fields: Entries): Deed {
  const key = fieldOf(form, '_key');
  const version = Number(fieldOf(form, '_version'));
  return {
    ...deed,
    once: /^[\w-]{1,200}$/.test(key) ? { key, request: [path, fields] } : undefined,
    version: Number.isInteger(version) && version > 0 ? version : undefined,
  };
}

/** The one place where a call built from the outside gets the types its route asked for (and checked above). */
function handled(
  route: PageRoute,
  call: Call<Actor | undefined, unknown, unknown> & Page,
): Promise<PageAnswer> {
  return route.handle(call as Call<never, never, never> & Page);
}

function sendPage(context: Context, answer: PageAnswer, house: House, visitor: Visitor): Response {
  answerHeaders(context);
  if (answer.kind === 'json') {
    for (const [name, value] of Object.entries(answer.headers ?? {})) context.header(name, value);
    return context.body(JSON.stringify(answer.body), answer.status as 200, {
      'Content-Type': 'application/json',
    });
  }
  if (answer.kind === 'redirect') {
    if (answer.flash !== undefined)
      context.header('Set-Cookie', cookie(flashCookie, encodeFlash(answer.flash), 60), { append: true });
    for (const value of answer.cookies ?? []) context.header('Set-Cookie', value, { append: true });
    return context.redirect(answer.to, 303);
  }
  if (visitor.flash !== undefined) context.header('Set-Cookie', cookie(flashCookie, '', 0), { append: true });
  const page = answer.kind === 'notFound' ? house.words.notFound() : answer;
  if (page.status === 503) context.header('Retry-After', '2');
  return context.html(house.draw(page, visitor), (page.status ?? 200) as 200);
}

function faultPage(fault: unknown, house: House): PageAnswer {
  if (fault instanceof Unavailable) return house.words.unavailable();
  if (fault instanceof NotAdmitted) return { kind: 'notFound' };
  log('error', 'page failed', factsOf(fault));
  return house.words.broken();
}

function answerHeaders(context: Context): void {
  context.header('Cache-Control', 'no-store');
  // Said here and not by the compressor: it speaks after the answer, and then the whole body is copied for it.
  context.header('Vary', 'Accept-Encoding');
}

// API -------------------------------------------------------------------------------------------------------------------

async function answerApi(context: Context, route: ApiRoute, house: House): Promise<Response> {
  try {
    return sendApi(context, await apiAnswer(context, route, house));
  } catch (fault) {
    return sendApi(context, faultAnswer(fault), fault instanceof Unavailable);
  }
}

async function apiAnswer(context: Context, route: ApiRoute, house: House): Promise<ApiAnswer> {
  const found = await apiActor(context, house);
  if (found.bad !== undefined) return found.bad;
  const { actor } = found;
  if (!mayKnock(route.access, actor))
    return actor === undefined ? problems.unauthenticated() : problems.forbidden();
  const query = queryOf(context, route);
  if (!query.ok) return problems.badInput(query.faults);
  const base = callOf(context, house, actor, query.value, 'api');
  if (route.input === undefined) return handledApi(route, { ...base, input: undefined });
  const body = await readJson(context);
  if ('bad' in body) return body.bad;
  const once = onceOf(context, body.value);
  if (once === 'bad') {
    return problems.badInput([
      {
        in: 'header',
        location: 'Idempotency-Key',
        code: 'invalid',
        detail: 'De sleutel is leeg of te lang.',
      },
    ]);
  }
  const parsed = parseValue(route.input, body.value, 'body');
  const version = versionOf(context);
  const early = actor === undefined ? undefined : { ...base, actor, query: {}, input: undefined };
  const known = async () => (early === undefined ? undefined : route.known?.(early, body.value));
  if (!parsed.ok) return (await known()) ?? problems.badInput(parsed.faults);
  if (route.changes && version === undefined) return (await known()) ?? versionNeeded;
  return handledApi(route, { ...base, input: parsed.value, deed: { ...base.deed, once, version } });
}

const versionNeeded = problem(
  428,
  'version-needed',
  'Versie nodig',
  'Stuur If-Match mee met de versie die u zag.',
);

function handledApi(route: ApiRoute, call: Call<Actor | undefined, unknown, unknown>): Promise<ApiAnswer> {
  return route.handle(call as Call<never, never, never>);
}

/** Bearer token, or the session cookie; with the cookie a write needs the form token too. */
async function apiActor(
  context: Context,
  house: House,
): Promise<{ readonly actor: Actor | undefined; readonly bad?: undefined } | { readonly bad: ApiAnswer }> {
  const bearer = /^Bearer ([\w-]{20,100})$/i.exec(context.req.header('Authorization') ?? '')?.[1];
  if (bearer !== undefined) return { actor: await findActor(house.database, 'token', bearer) };
  if (context.req.header('Authorization') !== undefined) return { actor: undefined };
  const secret = getCookie(context, sessionCookie);
  if (secret === undefined) return { actor: undefined };
  const actor = await findActor(house.database, 'session', secret);
  const safe = context.req.method === 'GET' || context.req.method === 'HEAD';
  if (
    actor !== undefined &&
    !safe &&
    (isForeign(context) || context.req.header('X-CSRF-Token') !== csrfOf(secret))
  ) {
    return { bad: problem(403, 'csrf', 'Formulier niet herkend', 'Stuur X-CSRF-Token mee.') };
  }
  return { actor };
}

function sendApi(context: Context, answer: ApiAnswer, retry = false): Response {
  const isProblem = answer.status >= 400 && answer.status !== 412;
  answerHeaders(context);
  if (answer.version !== undefined) context.header('ETag', `"${answer.version}"`);
  if (answer.location !== undefined) context.header('Location', answer.location);
  if (answer.status === 401) context.header('WWW-Authenticate', 'Bearer');
  if (retry) context.header('Retry-After', '2');
  if (answer.body === undefined) return context.body(null, answer.status as 204);
  const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  return context.body(body, answer.status as 200, {
    'Content-Type': isProblem ? 'application/problem+json' : 'application/json',
  });
}

function faultAnswer(fault: unknown): ApiAnswer {
  if (fault instanceof Unavailable) {
    return problem(503, 'unavailable', 'Even niet bereikbaar', 'Probeer het over een paar seconden opnieuw.');
  }
  if (fault instanceof NotAdmitted) return problems.notFound();
  if (fault instanceof Stale)
    return problem(412, 'stale', 'Verouderd', 'Iemand anders was u net voor. Lees opnieuw.');
  log('error', 'api failed', factsOf(fault));
  return problem(500, 'broken', 'Er ging iets mis', 'Dit is een fout van Kortelijn, niet van u.');
}

// What stands in a request ------------------------------------------------------------------------------------------------

function callOf<Q>(context: Context, house: House, actor: Actor | undefined, query: Q, via: Deed['via']) {
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
  };
}

/** The checked query, {} when the route asks none. */
function queryOf(context: Context, route: Route): Parsed<unknown> {
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

/** No form of ours comes near; a flood of fields would keep the decoding busy for seconds. */
const mostFields = 1_000;

async function readForm(context: Context): Promise<Entries | 'unreadable'> {
  try {
    const form = await context.req.raw.clone().formData();
    if ([...form.keys()].length > mostFields) return 'unreadable';
    return await Promise.all(
      [...form.entries()].map(async ([name, value]) => [name, await textOf(value)] as const),
    );
  } catch {
    return 'unreadable';
  }
}

/** A file comes as base64, because it need not be text. */
async function textOf(value: string | File): Promise<string> {
  return typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer()).toString('base64');
}

async function readJson(
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

function onceOf(context: Context, body: unknown): Once | undefined | 'bad' {
  const key = context.req.header('Idempotency-Key');
  if (key === undefined) return undefined;
  return key.length >= 1 && key.length <= 200 ? { key, request: [context.req.path, body] } : 'bad';
}

function versionOf(context: Context): number | undefined {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(context.req.header('If-Match') ?? '');
  return match === null ? undefined : Number(match[1]);
}

/** The form carries the token of the session that drew it. A visitor without session is held by the origin alone. */
function isOwnForm(context: Context, form: Entries, csrf: string): boolean {
  if (isForeign(context)) return false;
  return csrf === '' || fieldOf(form, '_csrf') === csrf;
}

/** Sent by a page of another site. Browsers say so; what says nothing is no browser and has no cookie of ours by accident. */
function isForeign(context: Context): boolean {
  const site = context.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = context.req.header('Origin');
  if (origin === undefined || origin === 'null') return false;
  return !URL.canParse(origin) || new URL(origin).host !== context.req.header('Host');
}

const fieldOf = (form: Entries, name: string) => form.findLast(([key]) => key === name)?.[1] ?? '';

function pathAndQuery(context: Context): string {
  const { pathname, search } = new URL(context.req.url);
  return pathname + search;
}

/** A cookie of this host alone; `seconds` 0 takes it away. */
export function cookie(name: string, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
}

const encodeFlash = (flash: unknown) => Buffer.from(JSON.stringify(flash)).toString('base64url');

function takeFlash(context: Context): Visitor['flash'] {
  const value = getCookie(context, flashCookie);
  if (value === undefined || value === '') return undefined;
  try {
    const flash = JSON.parse(Buffer.from(value, 'base64url').toString());
    return typeof flash.text === 'string' ? flash : undefined;
  } catch {
    return undefined;
  }
}
