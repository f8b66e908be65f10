/**
 * The doors of the product as values. Every door says who may knock: a route without an access line does not compile, and the
 * matrix test walks all of them. The same list makes /openapi.json.
 */
import { z } from 'zod';
import type { ApiAnswer, PageAnswer } from './answer.ts';
import type { Via } from './audit.ts';
import type { Database, ReadDatabase } from './database.ts';
import type { Entries, Parsed } from './input.ts';
import type { Once } from './once.ts';
import type { Actor, Role } from './pure/actor.ts';
import type { CivilDate } from './pure/dates.ts';

export type { ApiAnswer, Head, Html, JsonAnswer, PageAnswer, SentFile } from './answer.ts';
export { notFound } from './answer.ts';

/** Who may knock: everybody, everybody who is logged in, or holders of one of these roles. */
export type Access = 'public' | 'member' | readonly [Role, ...Role[]];

/** What a handler is told about one request. */
export interface Call<Who, Query = Record<string, never>, Input = undefined> {
  readonly actor: Who;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly input: Input;
  /** For reading. What saves is an action, and takes `deed.database`. */
  readonly database: ReadDatabase;
  readonly deed: Deed;
  readonly today: CivilDate;
  readonly now: Date;
  /** The address that was asked for, with its question mark. */
  readonly url: URL;
  /** Where this site is: scheme and host, without a slash at the end. */
  readonly site: string;
  /** Whose log-ins are counted together; undefined when nothing is counted. */
  readonly address: string | undefined;
  /** Such as «Firefox op Windows»; undefined when the program does not say what it is. */
  readonly device: string | undefined;
}

/** How a deed came in: what actions need besides the actor and the input. */
export interface Deed {
  readonly database: Database;
  readonly via: Via;
  readonly now: Date;
  /** Set when the caller may send the same thing twice. */
  readonly once?: Once | undefined;
  /** The version the caller saw. */
  readonly version?: number | undefined;
}

/** A form as it was sent: the typed value or the faults, and what was typed, so that nothing is lost. */
export interface Sent<T> {
  readonly parsed: Parsed<T>;
  readonly typed: Entries;
  /** Which button: `_do` of a repeated group («add:agreements»), empty for the main button. */
  readonly button: string;
  readonly csrf: string;
}

/** A form with one file: what the field `file` held; undefined when nothing was chosen, or an empty file. */
export interface SentUpload<T> extends Sent<T> {
  readonly file: UploadedFile | undefined;
}

/** A file as it came in. Nothing of it is trusted: `typeOfContent` says what it is. */
export interface UploadedFile {
  /** What the visitor called it, on one line and at most 150 characters: it may hold a name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A form without files, or the JSON of the API: no such thing of ours comes near. */
export const largestForm = 1_000_000;

interface RouteBase {
  readonly path: string;
  readonly access: Access;
  readonly query: z.ZodType | undefined;
}

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

type Caller<A extends Access> = A extends 'public' ? Actor | undefined : Actor;

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

export interface ApiRoute extends RouteBase {
  readonly kind: 'api';
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly summary: string;
  readonly input: z.ZodType | undefined;
  readonly answer: z.ZodType | 'file' | 'nothing';
  /** A change of something that exists asks for If-Match (428 without). */
  readonly changes: boolean;
  /** What a good answer is: 201 where something is made, 202 where that has begun, 204 where it is gone. */
  readonly success: 200 | 201 | 202 | 204;
  /** Bytes of the body. Whoever sends more gets 413, and nothing of it is read. */
  readonly largest: number;
  readonly known: Known | undefined;
  readonly handle: (call: Call<never, never, never>) => Promise<ApiAnswer>;
}

/**
 * Asked only when the input or the version is wrong: is there such a thing, and may this role do this? Those answers come first
 * (404, 403), so that what is not yours cannot be told from what is not there.
 */
export type Known = (call: Call<Actor>, body: unknown) => Promise<ApiAnswer | undefined>;

interface ApiText<Q> {
  readonly summary: string;
  readonly answer: z.ZodType | 'file';
  readonly query?: z.ZodType<Q>;
}

/** An address of the API that shows. Paths stand as `/schools/:code`, below /api/v1. */
export function getApi<A extends Access, Q = Record<string, never>>(
  path: string,
  access: A,
  text: ApiText<Q>,
  handle: (call: Call<Caller<A>, Q>) => Promise<ApiAnswer>,
): ApiRoute {
  const { summary, answer, query } = text;
  return {
    kind: 'api',
    method: 'GET',
    path,
    access,
    summary,
    answer,
    query,
    input: undefined,
    changes: false,
    success: 200,
    largest: largestForm,
    known: undefined,
    handle,
  };
}

/** An address of the API that makes something, with `changes` changes it, or with `success: 200` does something else. */
export function postApi<A extends Access, T>(
  path: string,
  access: A,
  text: {
    readonly summary: string;
    readonly answer: z.ZodType;
    readonly input: z.ZodType<T>;
    readonly changes?: boolean;
    readonly success?: 200 | 201 | 202;
    readonly largest?: number;
    readonly known?: Known;
  },
  handle: (call: Call<Caller<A>, Record<string, never>, T>) => Promise<ApiAnswer>,
): ApiRoute {
  const { summary, answer, input, changes = false, success = changes ? 200 : 201, known } = text;
  const { largest = largestForm } = text;
  return {
    kind: 'api',
    method: 'POST',
    path,
    access,
    summary,
    answer,
    query: undefined,
    input,
    changes,
    success,
    largest,
    known,
    handle,
  };
}

/** An address of the API that takes something away, as it was seen; it answers 204. */
export const deleteApi = <A extends Access>(
  path: string,
  access: A,
  { summary, known }: { readonly summary: string; readonly known: Known },
  handle: (call: Call<Caller<A>, Record<string, never>, object>) => Promise<ApiAnswer>,
): ApiRoute => ({
  kind: 'api',
  method: 'DELETE',
  path,
  access,
  summary,
  answer: 'nothing',
  query: undefined,
  input: z.object({}),
  changes: true,
  success: 204,
  largest: largestForm,
  known,
  handle,
});

export type Route = PageRoute | ApiRoute;

/** Whether this actor may knock at this door. */
export function mayKnock(access: Access, actor: Actor | undefined): boolean {
  if (access === 'public') return true;
  if (actor === undefined) return false;
  return access === 'member' || actor.appointments.some(({ role }) => access.includes(role));
}
