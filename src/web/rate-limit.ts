import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressOf } from '../platform/door/address.ts';
import { sessionCookie } from '../platform/door/request.ts';

/** Requests a minute of one session or token. A page costs one, its autosave one every few seconds: somebody at work stays far below. */
const perKey = 600;
/** Requests a minute of one address: a whole school behind one line, and the bound for whoever makes up a new cookie each time. */
const perAddress = 6_000;

/** Counts requests, says how much is left, and answers 429 when there is none. */
export function limitRate(trustedProxies: number): MiddlewareHandler {
  const keys = new RateLimiterMemory({ points: perKey, duration: 60 });
  const addresses = new RateLimiterMemory({ points: perAddress, duration: 60 });
  return async (context, next) => {
    const address = addressOf(context, trustedProxies);
    const wide = await consume(addresses, address);
    const narrow = await consume(keys, `${address} ${keyOf(context)}`);
    const seconds = Math.ceil(Math.max(narrow.msBeforeNext, 0) / 1_000);
    const headers = {
      'RateLimit-Limit': String(perKey),
      'RateLimit-Remaining': String(Math.max(0, Math.min(narrow.remainingPoints, wide.remainingPoints))),
      'RateLimit-Reset': String(seconds),
    };
    if (narrow.consumedPoints > perKey || wide.consumedPoints > perAddress) return tooMany(seconds, headers);
    await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    return undefined;
  };
}

function consume(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes> {
  return limiter.consume(key).catch((refused: unknown) => {
    if (refused instanceof RateLimiterRes) return refused;
    throw refused;
  });
}

function tooMany(seconds: number, headers: Record<string, string>): Response {
  const body = {
    type: '/problems/too-many',
    title: 'Te veel verzoeken',
    status: 429,
    detail: 'U stuurde te veel verzoeken. Wacht even en probeer het opnieuw.',
  };
  return new Response(JSON.stringify(body), {
    status: 429,
    headers: { ...headers, 'Retry-After': String(seconds), 'Content-Type': 'application/problem+json' },
  });
}

/** The session or token as far as it can be told before looking it up; visitors of one address share one. */
function keyOf(context: Context): string {
  const secret = context.req.header('Authorization') ?? getCookie(context, sessionCookie) ?? '';
  return createHash('sha256').update(secret).digest('base64url').slice(0, 16);
}
