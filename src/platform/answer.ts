/** What a handler answers, and the door sends. */
import type { VNode } from 'preact';
import type { NoticeTone } from './ui/parts.tsx';

export interface Html {
  readonly kind: 'html';
  readonly status?: number;
  readonly title: string;
  readonly body: VNode;
  /** A script that only this page needs. */
  readonly script?: 'passkey' | 'visits';
  /** Seconds after which a browser without scripts asks again. */
  readonly refresh?: number;
  readonly cookies?: readonly string[];
  /** Another site the browser goes on to by itself. A redirect after a form may not leave this site (form-action). */
  readonly onward?: URL;
  /** Of the page and its frame, such as `ar`; Dutch unless told. */
  readonly language?: string;
  readonly head?: Head | undefined;
}

/** What a page says of itself to whoever finds, shares or follows it. Addresses are whole. */
export interface Head {
  readonly description?: string | undefined;
  readonly canonical?: string | undefined;
  /** The same in each language it can be read in, its own too. */
  readonly languages?: readonly { readonly language: string; readonly href: string }[];
  readonly feeds?: readonly { readonly href: string; readonly title: string }[];
  /** How it looks where somebody shares it (Open Graph). */
  readonly shared?:
    | {
        readonly title: string;
        readonly siteName: string;
        readonly publishedAt?: string | undefined;
        readonly changedAt?: string | undefined;
        readonly picture?:
          | { readonly href: string; readonly alt: string; readonly width: number; readonly height: number }
          | undefined;
      }
    | undefined;
}

export interface Redirect {
  readonly kind: 'redirect';
  readonly to: string;
  /** The address that was asked for is no more: whoever has it should keep the other one (301). */
  readonly forGood?: boolean;
  /** Said on top of the next page, once. */
  readonly flash?: { readonly tone: NoticeTone; readonly text: string };
  readonly cookies?: readonly string[];
}

export interface JsonAnswer {
  readonly kind: 'json';
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file to keep: never shown inside the page, never under a name that holds anything of its contents. */
export interface FileAnswer extends SentFile {
  readonly kind: 'file';
  /** For a file that is asked again and again: who has this one already gets 304 and no body. */
  readonly etag?: string;
}

/** The door sends it as an attachment in a sandbox, which nobody keeps on the way. */
export interface SentFile {
  readonly name: string;
  /** Media type, of a text with its charset. */
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** A picture to be shown in a page, drawn by ourselves. Its address always leads to these bytes, so whoever has it may keep it. */
export interface PictureAnswer {
  readonly kind: 'picture';
  readonly type: string;
  readonly body: Uint8Array;
  /** For everybody: also who stands between us and the reader may keep it. */
  readonly shared: boolean;
}

/** News as it happens (text/event-stream): the door writes each text that comes, until they end or the reader leaves. */
export interface StreamAnswer {
  readonly kind: 'stream';
  readonly news: (left: AbortSignal) => AsyncIterable<string>;
}

export interface NotFound {
  readonly kind: 'notFound';
}

/** A thing that is not there and a thing that is somebody else's get the same answer. */
export const notFound: NotFound = { kind: 'notFound' };

export type PageAnswer = Html | Redirect | JsonAnswer | FileAnswer | PictureAnswer | StreamAnswer | NotFound;

export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Instead of a body. */
  readonly file?: SentFile;
  /** The version of what the body shows: sent as ETag. */
  readonly version?: number | undefined;
  readonly location?: string;
}
