/** What the pages of coming in share: their shape, the way on, and the cookies. */
import type { ComponentChildren, JSX } from 'preact';
import { z } from 'zod';
import { cookie, sessionCookie } from '../platform/door/request.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Call, Html, Page, PageAnswer } from '../platform/route.ts';
import { LinkButton } from '../platform/ui/form.tsx';
import type { Visitor } from './login.actions.ts';

/** A path of this site to go on to after logging in, in plain characters; anything else would be a way out to strangers. */
export const path = z
  .string()
  .regex(/^\/(?![/\\])[!-~]*$/)
  .max(500)
  .optional()
  .catch(undefined);
export const onward = z.object({ naar: path });

/** Kept by the browser between going to a provider and coming back. */
const browserCookie = '__Host-inloggen';
const browserSeconds = 600;
export const keepBrowser = (secret: string) => cookie(browserCookie, secret, browserSeconds);

const sessionSeconds = 12 * 3_600;
export const keepSession = (secret: string) => cookie(sessionCookie, secret, sessionSeconds);
export const forgetSession = cookie(sessionCookie, '', 0);

export function html(title: string, body: JSX.Element, status = 200): Html {
  return { kind: 'html', title, body, status };
}

/** Somebody is in: with the new session, where they wanted to go. */
export function cameIn(session: string, to: string): PageAnswer {
  return { kind: 'redirect', to, cookies: [keepSession(session), cookie(browserCookie, '', 0)] };
}

export function visitorOf(call: Call<Actor | undefined, object, unknown> & Page): Visitor {
  const { deed, site, device, actor } = call;
  const kept = call.cookie(browserCookie);
  const browser = kept !== undefined && /^[\w-]{43}$/.test(kept) ? kept : undefined;
  return { database: deed.database, site, device, actor, browser };
}

interface StopProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** Why somebody does not come in now, and the way back. */
export function Stop({ title, children }: StopProps): JSX.Element {
  return (
    <>
      <h1>{title}</h1>
      {children}
      <LinkButton href="/inloggen" kind="secondary">
        Naar het inloggen
      </LinkButton>
    </>
  );
}
