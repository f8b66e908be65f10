import type { Context } from 'hono';
import type { Database } from '../database.ts';
import type { Entries } from '../input.ts';
import type { Actor } from '../pure/actor.ts';
import type { Html } from '../route.ts';

/** What the door needs of the house behind it. */
export interface House {
  readonly database: Database;
  readonly clock: () => Date;
  /** The address visitors know the product by, when it is set. */
  readonly site?: string | undefined;
  /** Whose log-ins are counted together; left out where nothing is counted. */
  readonly addressOf?: ((context: Context) => string) | undefined;
  /** How many notices wait for this person: stands in the frame of every page. */
  readonly unread?: ((actor: Actor) => Promise<number>) | undefined;
  /** Draws a page in its frame. */
  readonly draw: (page: Html, visitor: Visitor) => string;
  /** Pages for whoever cannot go on: not logged in, not there, not now. */
  readonly words: {
    readonly notFound: () => Html;
    /** Somebody with a session and without any appointment today. */
    readonly notToday: () => Html;
    readonly forbidden: () => Html;
    readonly unavailable: () => Html;
    readonly broken: () => Html;
    readonly badForm: (why: string) => Html;
    /** A form or file of more bytes than may be sent here. */
    readonly tooLarge: (largest: number) => Html;
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
  /** Notices that this person did not open yet. */
  readonly unread?: number | undefined;
}
