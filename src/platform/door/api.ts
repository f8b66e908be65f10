/** The door of the API. */
import type { Context } from 'hono';
import { findActor } from '../access.store.ts';
import { NotAdmitted, Stale, Unavailable } from '../database.ts';
import { parseValue } from '../input.ts';
import { factsOf, log } from '../log.ts';
import { problem, problems } from '../problem.ts';
import type { Actor } from '../pure/actor.ts';
import { type ApiAnswer, type ApiRoute, type Call, mayKnock } from '../route.ts';
import { sendFile } from './file.ts';
import type { House } from './house.ts';
import { answerHeaders, callOf, isForeign, onceOf, queryOf, readJson, versionOf } from './request.ts';
import { asksSecondStep, seenAt, visitOf } from './visit.ts';

export async function answerApi(context: Context, route: ApiRoute, house: House): Promise<Response> {
  try {
    return sendApi(context, await apiAnswer(context, route, house));
  } catch (fault) {
    return sendApi(context, faultAnswer(fault), fault instanceof Unavailable);
  }
}

async function apiAnswer(context: Context, route: ApiRoute, house: House): Promise<ApiAnswer> {
  const found = await apiActor(context, house);
  if (found.bad !== undefined) return found.bad;
  const actor = seenAt(route, found.actor);
  if (asksSecondStep(route.path, actor)) return secondStepNeeded;
  if (!mayKnock(route.access, actor))
    return actor === undefined ? problems.unauthenticated() : problems.forbidden();
  const query = queryOf(context, route);
  if (!query.ok) return problems.badInput(query.faults);
  const base = callOf(context, house, actor, query.value, 'api');
  if (route.input === undefined) return handledApi(route, { ...base, input: undefined });
  const body = await bodyOf(context, route);
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

/** What takes away says with its address all there is to say. */
const bodyOf = (context: Context, { method }: ApiRoute) =>
  method === 'DELETE' ? { value: {} } : readJson(context);

const secondStepNeeded = problem(
  401,
  'second-factor',
  'Tweede stap nodig',
  'Deze sessie is pas half ingelogd. Zet op /inloggen/tweede-stap de tweede stap.',
);

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
  const { actor, sentCsrf, cookies } = await visitOf(context, house);
  for (const value of cookies) context.header('Set-Cookie', value, { append: true });
  const safe = context.req.method === 'GET' || context.req.method === 'HEAD';
  if (
    actor !== undefined &&
    !safe &&
    (isForeign(context) || context.req.header('X-CSRF-Token') !== sentCsrf)
  ) {
    return { bad: problem(403, 'csrf', 'Formulier niet herkend', 'Stuur X-CSRF-Token mee.') };
  }
  return { actor };
}

export function sendApi(context: Context, answer: ApiAnswer, retry = false): Response {
  const isProblem = answer.status >= 400 && answer.status !== 412;
  answerHeaders(context);
  if (answer.version !== undefined) context.header('ETag', `"${answer.version}"`);
  if (answer.location !== undefined) context.header('Location', answer.location);
  if (answer.status === 401) context.header('WWW-Authenticate', 'Bearer');
  if (retry) context.header('Retry-After', '2');
  if (answer.file !== undefined) return sendFile(context, answer.file);
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
