/** Lists of concerns: an index serves each of them. */
import { join, type Reader, raw, type Sql, sql } from '../platform/database.ts';
import { type Actor, boardsOf, hasRole, schoolsOf } from '../platform/pure/actor.ts';
import type { Cursor } from '../platform/pure/cursor.ts';
import type { About, Status } from './concern.rules.ts';
import type { PersonName } from './concern.store.ts';

export interface ConcernFilter {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly status?: Status | undefined;
  readonly schoolId?: string | undefined;
}

/**
 * Where an actor's concerns stand: one plain condition an index serves for each way of being part of it (research: one OR over
 * all of them made PostgreSQL sort everything, >100x). Row-level security checks each row again.
 */
function branches(actor: Actor): readonly Sql[] {
  const tenant = sql`c.tenant_id = ${actor.tenantId}`;
  const mine: Sql[] = [sql`from concern c where ${tenant} and c.author_id = ${actor.personId}`];
  if (hasRole(actor, 'team_lead')) mine.push(sql`from concern c where ${tenant} and c.status <> 'noted'`);
  for (const school of schoolsOf(actor, 'contact_person', 'school_director')) {
    mine.push(sql`from concern c where ${tenant} and c.school_id = ${school.id} and c.status <> 'noted'`);
  }
  // Worked out once; by way of concern_entry_person its policies would read every concern.
  if (hasRole(actor, 'support_coordinator', 'teacher'))
    mine.push(
      sql`from concern c where ${tenant} and c.id = any ((select app_ids('participations'))::uuid[])`,
    );
  for (const board of boardsOf(actor)) {
    mine.push(
      sql`from concern c where ${tenant} and c.board_id = ${board.id} and c.put_forward_at is not null`,
    );
  }
  if (hasRole(actor, 'partnership_director'))
    mine.push(sql`from concern c where ${tenant} and c.put_forward_at is not null`);
  return mine;
}

function pageOf(actor: Actor, filter: ConcernFilter): Sql {
  const narrower = [
    // What faded has a list of its own: /zorgen/vervaagd.
    sql`and c.faded_at is null`,
    ...(filter.status === undefined ? [] : [sql`and c.status = ${filter.status}`]),
    ...(filter.schoolId === undefined ? [] : [sql`and c.school_id = ${filter.schoolId}`]),
    ...(filter.after === undefined
      ? []
      : [sql`and (c.touched_at, c.id) < (${filter.after.key}::timestamptz, ${filter.after.id}::uuid)`]),
  ];
  // Not a parameter: a plan for any limit expects to read a tenth of the table, and PostgreSQL would plan anew at every request.
  const limit = raw(String(filter.limit + 1));
  const ways = branches(actor).map(
    (way) => sql`(select c.id, c.touched_at ${way} ${join(narrower, ' ')}
      order by c.touched_at desc, c.id desc limit ${limit})`,
  );
  return ways.length === 1
    ? sql`${ways[0]}`
    : sql`(select id, touched_at from (${join(ways, ' union ')}) w order by touched_at desc, id desc limit ${limit})`;
}

const facts = sql`'id', c.id, 'number', c.number, 'about', c.about, 'status', c.status, 'version', c.version, 'putForward', c.put_forward_at is not null,
  'school', json_build_object('code', s.code, 'name', s.name), 'author', json_build_object('id', w.id, 'name', w.name),
  'theme', c.theme, 'noticedOn', c.noticed_on, 'sharedAt', c.shared_at, 'touchedAt', c.touched_at`;
/** With the beginning of the text; the page shows it to whoever wrote or opened the concern. */
const summary = sql`${facts}, 'summary', left(c.observation, 160)`;

export interface ConcernSummary {
  readonly id: string;
  readonly number: string;
  readonly about: About;
  readonly status: Status;
  readonly version: number;
  readonly putForward: boolean;
  readonly school: { readonly code: string; readonly name: string };
  readonly author: PersonName;
  readonly theme: string | null;
  readonly noticedOn: string;
  readonly sharedAt: string | null;
  readonly touchedAt: string;
  readonly summary: string;
}

/** A page of concerns as JSON text `[…]`, newest first, one more than asked so that the caller knows there is a next page. */
export async function findConcernsAsJson(
  reader: Reader,
  actor: Actor,
  filter: ConcernFilter,
): Promise<string> {
  const row = await reader.first<{ items: string }>(sql`select coalesce(json_agg(json_build_object(${summary})
      order by x.touched_at desc, x.id desc), '[]')::text as items
    from ${pageOf(actor, filter)} x ${withItsPlace(actor)}`);
  return row?.items ?? '[]';
}

/** The same page as the API answers it, without any text of a concern: exactly the items, and where the next page begins; nobody parses them on the way. */
export async function findConcernsToAnswer(
  reader: Reader,
  actor: Actor,
  filter: ConcernFilter,
): Promise<{ readonly items: string; readonly last: Cursor | null }> {
  const limit = raw(String(filter.limit));
  const row = await reader.first<{ items: string; last: Cursor | null }>(sql`select
      coalesce(json_agg(json_build_object(${facts}) order by x.nth) filter (where x.nth <= ${limit}), '[]')::text as items,
      case when count(*) > ${limit} then json_agg(json_build_object('key', x.touched_at, 'id', x.id)) filter (where x.nth = ${limit}) -> 0 end as last
    from (select id, touched_at, row_number() over (order by touched_at desc, id desc) as nth from ${pageOf(actor, filter)} p) x
    ${withItsPlace(actor)}`);
  return row ?? { items: '[]', last: null };
}

/** How many concerns this is, counted to one past the filter's limit. */
export async function countConcerns(reader: Reader, actor: Actor, filter: ConcernFilter): Promise<number> {
  const row = await reader.first<{ found: number }>(
    sql`select count(*) as found from ${pageOf(actor, filter)} x`,
  );
  return row?.found ?? 0;
}

const withItsPlace = (
  actor: Actor,
): Sql => sql`join concern c on c.tenant_id = ${actor.tenantId} and c.id = x.id
    join school s on s.tenant_id = c.tenant_id and s.id = c.school_id
    join person w on w.tenant_id = c.tenant_id and w.id = c.author_id`;
