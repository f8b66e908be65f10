/** Doors of the API as values. */
import { z } from 'zod';
import type { ApiAnswer } from './answer.ts';
import { type Access, type Call, type Caller, largestForm, type RouteBase } from './call.ts';
import type { Actor } from './pure/actor.ts';

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
