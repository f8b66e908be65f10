/**
 * The doors of the product as values. Every door says who may knock: a route without an access line does not compile, and the
 * matrix test walks all of them. The same list makes /openapi.json.
 */
import type { z } from 'zod';
import type { PageAnswer } from './answer.ts';
import type { ApiRoute } from './api-route.ts';
import {
  type Access,
  type Call,
  type Caller,
  largestForm,
  type RouteBase,
  type Sent,
  type SentUpload,
} from './call.ts';
import type { Actor } from './pure/actor.ts';

export type { ApiAnswer, Head, Html, JsonAnswer, PageAnswer, SentFile } from './answer.ts';
export { notFound } from './answer.ts';
export { type ApiRoute, deleteApi, getApi, type Known, postApi } from './api-route.ts';
export type {
  Access,
  Call,
  Deed,
  Sent,
  SentUpload,
  UploadedFile,
} from './call.ts';

export interface PageRoute extends RouteBase {
  readonly kind: 'page';
  readonly method: 'GET' | 'POST';
  readonly input: z.ZodType | undefined;
  /** Bytes. Whoever sends more gets 413, and nothing of it is read. */
  readonly largest: number;
  /** Routes of different input types stand in one list: `getPage` and `postPage` type each, the door calls it with what they asked for. */
  readonly handle: (call: Call<never, never, never> & Page) => Promise<PageAnswer>;
}

/** What a page needs to draw its forms. */
export interface Page {
  readonly csrf: string;
  /** What the browser keeps under this name. */
  readonly cookie: (name: string) => string | undefined;
}

/** A page that shows. */
export function getPage<A extends Access, Q = Record<string, never>>(
  path: string,
  access: A,
  handle: (call: Call<Caller<A>, Q> & Page) => Promise<PageAnswer>,
  query?: z.ZodType<Q>,
): PageRoute {
  return {
    kind: 'page',
    method: 'GET',
    path,
    access,
    query,
    input: undefined,
    largest: largestForm,
    handle,
  };
}

/** A form that is sent. The handler gets faults too, to show the form again with everything that was typed. */
export function postPage<A extends Access, T>(
  path: string,
  access: A,
  input: z.ZodType<T>,
  handle: (call: Call<Caller<A>, Record<string, never>, Sent<T>> & Page) => Promise<PageAnswer>,
  largest = largestForm,
): PageRoute {
  return { kind: 'page', method: 'POST', path, access, query: undefined, input, largest, handle };
}

/**
 * A form with one file in its field `file`, sent as `multipart/form-data`; `input` checks the other fields.
 * @param largest bytes of the file and all else together
 */
export function uploadPage<A extends Access, T>(
  path: string,
  access: A,
  largest: number,
  input: z.ZodType<T>,
  handle: (call: Call<Caller<A>, Record<string, never>, SentUpload<T>> & Page) => Promise<PageAnswer>,
): PageRoute {
  return { kind: 'page', method: 'POST', path, access, query: undefined, input, largest, handle };
}

export type Route = PageRoute | ApiRoute;

/** Whether this actor may knock at this door. */
export function mayKnock(access: Access, actor: Actor | undefined): boolean {
  if (access === 'public') return true;
  if (actor === undefined) return false;
  return access === 'member' || actor.appointments.some(({ role }) => access.includes(role));
}
