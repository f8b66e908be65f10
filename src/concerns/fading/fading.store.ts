/** What goes by its term, and what a faded concern still shows. */
import { type Database, type Reader, raw, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { About, Status } from '../concern.rules.ts';

/** Tells who it concerns what is going to go: the author of a note, who is nearest to a finished concern. */
export async function warnOfErasure(database: Database): Promise<void> {
  await database.ask(sql`select warn_of_erasure(${database.movedClock()})`);
}

/** Drops notes that nobody touched for the partnership's term. `unwarned`: after a backup was put back, for an operator. */
export async function dropOldNotes(database: Database, unwarned: boolean): Promise<void> {
  await database.ask(sql`select drop_old_notes(${database.movedClock()}, ${unwarned})`);
}

export interface DueConcern {
  readonly tenant: string;
  readonly concern: string;
  /** What would stay of what was written; null when nothing helped. */
  readonly helped: string | null;
  readonly theme: string | null;
  /** All names in the registers of that partnership. */
  readonly names: readonly string[];
  readonly today: CivilDate;
}

/** Concerns whose term has passed, at most 500. */
export async function findDue(database: Database, unwarned: boolean): Promise<readonly DueConcern[]> {
  const row = await database.ask<{ due: readonly DueConcern[] }>(
    sql`select coalesce(json_agg(d), '[]') as due from concerns_to_fade(${database.movedClock()}, ${unwarned}) d`,
  );
  return row?.due ?? [];
}

/** Bars over what stays: pairs of first character and number of characters, null for all of it. */
export type Bars = readonly number[] | null;

/** Fades one concern, if it is still due; false when it is not. */
export async function fadeConcern(
  database: Database,
  due: DueConcern,
  bars: Bars,
  themeGoes: boolean,
  unwarned: boolean,
): Promise<boolean> {
  const row = await database.ask<{
    faded: boolean;
  }>(sql`select fade_concern(${due.tenant}, ${due.concern}, ${bars},
    ${themeGoes}, ${database.movedClock()}, ${unwarned}) as faded`);
  return row?.faded ?? false;
}

export interface FadedConcern {
  readonly id: string;
  readonly number: string;
  readonly about: About;
  readonly status: Status;
  readonly school: { readonly code: string; readonly name: string };
  readonly theme: string | null;
  readonly helped: string | null;
  readonly notedAt: string;
  readonly sharedAt: string;
  readonly endedAt: string | null;
  readonly fadedAt: string;
  /** When it came into each state after the sharing. */
  readonly states: readonly { readonly status: Status; readonly at: string }[];
}

const whatStays = sql`json_build_object('id', c.id, 'number', c.number, 'about', c.about, 'status', c.status,
  'school', json_build_object('code', s.code, 'name', s.name), 'theme', c.theme, 'helped', c.helped,
  'notedAt', c.noted_at, 'sharedAt', c.shared_at, 'endedAt', c.ended_at, 'fadedAt', c.faded_at,
  'states', coalesce((select json_agg(json_build_object('status', e.to_status, 'at', e.at) order by e.version) from concern_entry e
    where e.tenant_id = c.tenant_id and e.concern_id = c.id and e.from_status <> e.to_status), '[]'))`;

/** A faded concern that the actor may see; undefined when it is not there, not theirs or not faded. */
export async function getFaded(reader: Reader, actor: Actor, id: string): Promise<FadedConcern | undefined> {
  const row = await reader.first<{ faded: FadedConcern }>(sql`select ${whatStays} as faded from concern c
    join school s on s.tenant_id = c.tenant_id and s.id = c.school_id
    where c.tenant_id = ${actor.tenantId} and c.id = ${id} and c.faded_at is not null`);
  return row?.faded;
}

export interface FadedPage {
  readonly limit: number;
  readonly after?: { readonly key: string; readonly id: string } | undefined;
}

/** Faded concerns that the actor may see, latest faded first, one more than asked. */
export async function findFaded(
  reader: Reader,
  actor: Actor,
  page: FadedPage,
): Promise<readonly FadedConcern[]> {
  const after =
    page.after === undefined
      ? sql``
      : sql`and (c.faded_at, c.id) < (${page.after.key}::timestamptz, ${page.after.id}::uuid)`;
  const rows = await reader.rows<{ faded: FadedConcern }>(sql`select ${whatStays} as faded from concern c
    join school s on s.tenant_id = c.tenant_id and s.id = c.school_id
    where c.tenant_id = ${actor.tenantId} and c.faded_at is not null ${after}
    order by c.faded_at desc, c.id desc limit ${raw(String(page.limit + 1))}`);
  return rows.map((row) => row.faded);
}
