// A school, its people and a browser, to try things out at one form.
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { endSession, findActor } from '../../src/platform/access.store.ts';
import type { Sql } from '../../src/platform/database.ts';
import { comeInto, openSite, type Site } from '../support/site.ts';
import { aConcern, castOf, type SchoolCast } from './cast.ts';
import { byPointer, type Hands } from './hands.ts';

type Who = 'contactPerson' | 'director' | 'coordinator';

interface Visit {
  readonly window: BrowserContext;
  readonly hands: Hands;
  /** Of the session. */
  readonly secret: string;
}

export interface Scene {
  readonly site: Site;
  readonly cast: SchoolCast;
  come(who: Who, options?: BrowserContextOptions): Promise<Visit>;
  /** Somebody logs in, in a window that is open already. */
  comeAfter(window: BrowserContext, who: Who): Promise<void>;
  /** The address of a concern that its author just shared with the director. */
  aSharedConcern(): Promise<string>;
  fillNote(hands: Hands, text: string): Promise<void>;
  /** The session ends as it does by itself: on the server only. */
  end(secret: string): Promise<void>;
  asOperator(change: Sql): Promise<void>;
  close(): Promise<void>;
}

export async function openScene(): Promise<Scene> {
  const site = await openSite();
  const [cast] = await castOf(site.house);
  if (cast === undefined) throw new Error('no school with everybody');
  const identity = (who: Who) => ({ tenantId: cast.tenantId, personId: cast[who].id });
  return {
    site,
    cast,
    async come(who, options = {}) {
      const window = await site.window(options);
      window.setDefaultTimeout(8_000);
      const secret = await comeInto(site, window, identity(who));
      return { window, secret, hands: byPointer(await window.newPage()) };
    },
    async comeAfter(window, who) {
      await comeInto(site, window, identity(who));
    },
    aSharedConcern: () => aConcern(site.house, cast, [{ step: 'share_with_director' }]),
    async fillNote(hands, text) {
      await hands.open(`/zorgen/nieuw?school=${cast.school.code}`);
      await hands.pick('Waar kwam dit ter sprake?', 'Teamoverleg');
      await hands.write('Wat gebeurde er?', text);
    },
    async end(secret) {
      const { database } = site.house;
      const actor = await findActor(database, 'session', secret);
      if (actor === undefined) throw new Error('no such session');
      await endSession(database, actor);
    },
    async asOperator(change) {
      const who = { operatorFor: cast.tenantId };
      expect(await site.house.operator.write(who, (tx) => tx.run(change))).toBeGreaterThan(0);
    },
    close: () => site.close(),
  };
}

/** The director's answer, filled in and not sent. */
export async function fillReply(hands: Hands, concern: string, text: string): Promise<void> {
  await hands.open(`${concern}/reageren`);
  await hands.pick('Klopt dit beeld?', 'Aanvulling');
  await hands.write('In uw eigen woorden', text);
}

/** What stands in the page. */
export const textOf = async (page: Page) => (await page.getByRole('main').textContent()) ?? '';
