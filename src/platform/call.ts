/** What every door is made of: who may knock, what a handler is told, what was sent. */
import type { z } from 'zod';
import type { Via } from './audit.ts';
import type { Database, ReadDatabase } from './database.ts';
import type { Entries, Parsed } from './input.ts';
import type { Once } from './once.ts';
import type { Actor, Role } from './pure/actor.ts';
import type { CivilDate } from './pure/dates.ts';

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

export interface RouteBase {
  readonly path: string;
  readonly access: Access;
  readonly query: z.ZodType | undefined;
}

export type Caller<A extends Access> = A extends 'public' ? Actor | undefined : Actor;
