import { createHash } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { sessionCookie } from '../platform/door.tsx';

/** Requests a minute. A page costs one, its autosave one every few seconds: somebody at work stays far below. */
const perMinute = 600;

/** Counts requests per session or token, or per address for visitors; says how much is left; 429 when there is none. */
export function limitRate(): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (context, next) => {
    const result = await limiter.consume(keyOf(context)).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    });
    const seconds = Math.ceil(result.msBeforeNext / 1_000);
    const headers = {
      'RateLimit-Limit': String(perMinute),
      'RateLimit-Remaining': String(Math.max(0, result.remainingPoints)),
      'RateLimit-Reset': String(seconds),
    };
    if (result.consumedPoints > perMinute) return tooMany(seconds, headers);
    await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    return undefined;
  };
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

/** A made-up token or cookie must not be a way around the limit of an address: unknown ones fall under the address too. */
function keyOf(context: Context): string {
  const address = addressOf(context);
  const secret = context.req.header('Authorization') ?? getCookie(context, sessionCookie);
  return secret === undefined
    ? address
    : `${address} ${createHash('sha256').update(secret).digest('base64url').slice(0, 16)}`;
}

function addressOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    return 'no socket'; // called as a function, in tests
  }
}
