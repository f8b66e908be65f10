/** The door of the pages. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { FileAnswer, Redirect } from '../answer.ts';
import { NotAdmitted, Unavailable } from '../database.ts';
import { decodeForm, type Entries, parseValue } from '../input.ts';
import { factsOf, log } from '../log.ts';
import type { Actor } from '../pure/actor.ts';
import {
  type Call,
  type Deed,
  mayKnock,
  type Page,
  type PageAnswer,
  type PageRoute,
  type SentUpload,
  type UploadedFile,
} from '../route.ts';
import { isTooLarge, readForm, sendFile, sendPicture } from './file.ts';
import type { House, Visitor } from './house.ts';
import {
  answerHeaders,
  callOf,
  cookie,
  encodeFlash,
  fieldOf,
  flashCookie,
  isForeign,
  isOwnForm,
  pathAndQuery,
  queryOf,
  takeFlash,
} from './request.ts';
import { sendNews } from './stream.ts';
import { asksSecondStep, secondStep, seenAt, type Visit, visitOf } from './visit.ts';

export async function answerPage(context: Context, route: PageRoute, house: House): Promise<Response> {
  let visitor: Visitor = { actor: undefined, csrf: '', path: context.req.path, flash: undefined };
  try {
    const visit = await visitOf(context, house);
    visitor = { actor: visit.actor, csrf: visit.csrf, path: context.req.path, flash: takeFlash(context) };
    for (const value of visit.cookies) context.header('Set-Cookie', value, { append: true });
    const seen = { ...visit, actor: seenAt(route, visit.actor) };
    const answer = await pageAnswer(context, route, house, seen);
    visitor = { ...visitor, unread: await unreadOf(visit.actor, answer, house) };
    return sendPage(context, answer, house, visitor);
  } catch (fault) {
    return sendPage(context, faultPage(fault, house, visitor.actor), house, visitor);
  }
}

/** Counted after the page did its work: what it shows now is read. Nobody half logged in is told. */
async function unreadOf(actor: Actor | undefined, answer: PageAnswer, house: House): Promise<number> {
  if (actor === undefined || actor.appointments.length === 0 || house.unread === undefined) return 0;
  if (actor.session?.secondFactor === 'missing') return 0;
  return answer.kind === 'html' || answer.kind === 'notFound' ? house.unread(actor) : 0;
}

async function pageAnswer(
  context: Context,
  route: PageRoute,
  house: House,
  visit: Visit,
): Promise<PageAnswer> {
  const { actor, csrf } = visit;
  if (await isTooLarge(context, route.largest)) return house.words.tooLarge(route.largest);
  const sent = route.method === 'POST' ? await readForm(context) : undefined;
  if (sent === 'unreadable') return house.words.badForm('Dit formulier kunnen wij niet lezen.');
  const form = sent?.fields;
  const closed = closedDoor(context, route, house, visit, form);
  if (closed !== undefined) return closed;
  const query = queryOf(context, route);
  if (!query.ok) return { kind: 'notFound' };
  const page: Page = { csrf, cookie: (name) => getCookie(context, name) };
  const call = { ...callOf(context, house, actor, query.value, 'page'), ...page };
  if (form === undefined || sent === undefined) return handled(route, { ...call, input: undefined });
  const fields = form.filter(([name]) => !name.startsWith('_'));
  const input: SentUpload<unknown> = {
    parsed: parseValue(route.input as never, decodeForm(route.input as never, fields), 'body'),
    typed: form,
    button: fieldOf(form, '_do'),
    csrf,
    file: sent.file,
  };
  return handled(route, { ...call, input, deed: deedOf(call.deed, context.req.path, form, sent.file) });
}

/** Why this visitor does not get in, or undefined when they do. */
function closedDoor(
  context: Context,
  route: PageRoute,
  house: House,
  { actor, csrf, sentCsrf }: Visit,
  form: Entries | undefined,
): PageAnswer | undefined {
  const { path } = context.req;
  if (asksSecondStep(route.path, actor)) {
    const onward =
      form === undefined && path !== '/' ? `?naar=${encodeURIComponent(pathAndQuery(context))}` : '';
    return { kind: 'redirect', to: `${secondStep}${onward}` };
  }
  if (!mayKnock(route.access, actor)) {
    if (actor !== undefined) return house.words.forbidden();
    if (form !== undefined) return house.words.sendAgain('loggedOut', path, form, '');
    return { kind: 'redirect', to: `/inloggen?naar=${encodeURIComponent(pathAndQuery(context))}` };
  }
  if (form === undefined || isOwnForm(context, form, actor === undefined ? '' : sentCsrf)) return undefined;
  return isForeign(context)
    ? house.words.badForm('Dit formulier komt van een andere website.')
    : house.words.sendAgain('staleForm', path, form, csrf);
}

/** What the hidden fields of a form say: its one-time key and the version the reader saw. */
function deedOf(deed: Deed, path: string, form: Entries, file: UploadedFile | undefined): Deed {
  const key = fieldOf(form, '_key');
  const fields = form.filter(([name]) => !name.startsWith('_'));
  const request = [path, fields, ...(file === undefined ? [] : [digestOf(file)])];
  const version = fieldOf(form, '_version');
  return {
    ...deed,
    once: /^[\w-]{1,200}$/.test(key) ? { key, request } : undefined,
    version: /^[1-9]\d{0,8}$/.test(version) ? Number(version) : undefined,
  };
}

const digestOf = ({ bytes }: UploadedFile) => createHash('sha256').update(bytes).digest('base64url');

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
  if (answer.kind === 'file') return sendKept(context, answer);
  if (answer.kind === 'picture') return sendPicture(context, answer);
  if (answer.kind === 'stream') return sendNews(context, answer);
  if (answer.kind === 'redirect') return sendOn(context, answer);
  if (visitor.flash !== undefined) context.header('Set-Cookie', cookie(flashCookie, '', 0), { append: true });
  const page = answer.kind === 'notFound' ? house.words.notFound() : answer;
  if (page.status === 503) context.header('Retry-After', '2');
  setCookies(context, page.cookies);
  if (page.onward !== undefined) context.header('Refresh', `0;url=${page.onward.href}`);
  return context.html(house.draw(page, visitor), (page.status ?? 200) as 200);
}

function sendOn(context: Context, { to, flash, cookies, forGood = false }: Redirect): Response {
  if (flash !== undefined)
    context.header('Set-Cookie', cookie(flashCookie, encodeFlash(flash), 60), { append: true });
  setCookies(context, cookies);
  return context.redirect(to, forGood ? 301 : 303);
}

/** A file; one that carries a tag only to who has not got it yet (RFC 9110: one of the tags that were sent, weak or not). */
function sendKept(context: Context, answer: FileAnswer): Response {
  if (answer.etag === undefined) return sendFile(context, answer);
  const etag = `"${answer.etag}"`;
  const sent = (context.req.header('If-None-Match') ?? '').split(',');
  context.header('ETag', etag);
  context.header('Cache-Control', 'private, no-cache');
  return sent.some((one) => one.trim().replace(/^W\//, '') === etag)
    ? context.body(null, 304)
    : sendFile(context, answer);
}

function setCookies(context: Context, cookies: readonly string[] = []): void {
  for (const value of cookies) context.header('Set-Cookie', value, { append: true });
}

function faultPage(fault: unknown, house: House, actor: Actor | undefined): PageAnswer {
  if (fault instanceof Unavailable) return house.words.unavailable();
  // Whoever is nothing here today finds nothing at all; they are told why, the same at every address.
  if (fault instanceof NotAdmitted)
    return actor?.appointments.length === 0 ? house.words.notToday() : { kind: 'notFound' };
  log('error', 'page failed', factsOf(fault));
  return house.words.broken();
}
