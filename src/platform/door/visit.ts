/** Who comes with the session cookie, and what becomes of the session at this door. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { findActor, renewSession } from '../access.store.ts';
import { csrfOf } from '../ids.ts';
import type { Actor } from '../pure/actor.ts';
import type { Route } from '../route.ts';
import type { House } from './house.ts';
import { sessionCookie, sessionCookieOf } from './request.ts';

export interface Visit {
  readonly actor: Actor | undefined;
  /** The token that a form of this session carries. */
  readonly sentCsrf: string;
  /** The token for what is drawn now. Another one than `sentCsrf` when the session just got a new id. */
  readonly csrf: string;
  readonly cookies: readonly string[];
}

const nobody: Visit = { actor: undefined, sentCsrf: '', csrf: '', cookies: [] };

/**
 * The actor behind the cookie. When their appointments are no longer those the session began with, it goes on under a new id:
 * who stole the old one has nothing left. Of two requests at once one does it; the other goes on with the old id, for a minute.
 */
export async function visitOf(context: Context, house: House): Promise<Visit> {
  const secret = getCookie(context, sessionCookie);
  if (secret === undefined) return nobody;
  const actor = await findActor(house.database, 'session', secret);
  const csrf = csrfOf(secret);
  const same = { actor, sentCsrf: csrf, csrf, cookies: [] };
  if (actor?.session?.outdated !== true) return same;
  const renewed = await renewSession(house.database, actor, 'otherRoles');
  if (renewed === undefined) return same;
  return {
    actor: { ...actor, keyId: renewed.keyId },
    sentCsrf: csrf,
    csrf: csrfOf(renewed.secret),
    cookies: [sessionCookieOf(renewed.secret)],
  };
}

/** Where somebody goes whose partnership asks for a second step that they have not taken yet. */
export const secondStep = '/inloggen/tweede-stap';

/** Whether this door stays shut until the second step. Only coming in and going out are open. */
export function asksSecondStep(path: string, actor: Actor | undefined): boolean {
  if (actor?.session?.secondFactor !== 'missing') return false;
  return !(
    path === '/uitloggen' ||
    path === '/demo' ||
    path === '/inloggen' ||
    path.startsWith('/inloggen/')
  );
}

/**
 * Whom a door sees. Before their second step somebody is a visitor where visitors may come: what everybody reads is no secret to them.
 * Not at the start page, which leads on to that step.
 */
export const seenAt = ({ path, access }: Route, actor: Actor | undefined): Actor | undefined =>
  access === 'public' && path !== '/' && asksSecondStep(path, actor) ? undefined : actor;
