import { type Reader, type Sql, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { type Actor, schoolsOf } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import { coversAllSchools, schoolsToPlanAt } from '../concern.access.ts';
import type { PersonName } from '../concern.store.ts';
import { findAllSchools, type SchoolChoice } from '../note/note.store.ts';

/** Kinds somebody may plan by themselves; one about a concern springs from that concern alone. */
export const plannedKinds = ['cycle', 'other'] as const;
export type PlannedKind = (typeof plannedKinds)[number];

export interface Conversation {
  readonly id: string;
  readonly kind: PlannedKind | 'concern';
  readonly school: { readonly code: string; readonly name: string };
  readonly concernId: string | null;
  readonly title: string | null;
  /** UTC; null = proposed and not answered yet. */
  readonly startsAt: string | null;
  readonly madeAt: string;
  readonly madeBy: PersonName;
}

/** In full, so that it can be the key of a page too. */
const utc = (moment: Sql): Sql => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const conversation = sql`jsonb_build_object('id', k.id, 'kind', k.kind,
  'school', jsonb_build_object('code', s.code, 'name', s.name), 'concernId', k.concern_id, 'title', k.title,
  'startsAt', ${utc(sql`k.starts_at`)}, 'madeAt', ${utc(sql`k.made_at`)},
  'madeBy', jsonb_build_object('id', p.id, 'name', p.name))`;

const parts = sql`join school s on s.tenant_id = k.tenant_id and s.id = k.school_id
  join person p on p.tenant_id = k.tenant_id and p.id = k.made_by`;

/** Conversations the actor may see, the latest planned first; one more than asked, so that the caller knows there is a next page. */
export async function findConversations(
  reader: Reader,
  actor: Actor,
  page: { readonly limit: number; readonly after?: Cursor | undefined },
): Promise<readonly Conversation[]> {
  const { after, limit } = page;
  const rows = await reader.rows<{ one: Conversation }>(sql`select ${conversation} as one
    from conversation k ${parts}
    where k.tenant_id = ${actor.tenantId} ${scopeOf(actor)}
      ${after === undefined ? sql`` : sql`and (k.made_at, k.id) < (${after.key}::timestamptz, ${after.id}::uuid)`}
    order by k.made_at desc, k.id desc limit ${limit + 1}`);
  return rows.map((row) => row.one);
}

/** Schools the actor belongs to, so that an index serves; who works for the whole partnership or a board has no such list. */
function scopeOf(actor: Actor): Sql {
  if (actor.appointments.some(({ place }) => place.kind !== 'school')) return sql``;
  const schools = schoolsOf(actor, ...actor.appointments.map(({ role }) => role)).map((school) => school.id);
  return sql`and k.school_id = any (${schools}::uuid[])`;
}

export async function getConversation(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<Conversation | undefined> {
  const row = await reader.first<{ one: Conversation }>(sql`select ${conversation} as one
    from conversation k ${parts} where k.tenant_id = ${actor.tenantId} and k.id = ${id}`);
  return row?.one;
}

/** Saves a conversation of its own: never about a concern. Gives its id. */
export async function saveConversation(
  tx: Transaction,
  actor: Actor,
  planned: {
    readonly kind: PlannedKind;
    readonly schoolId: string;
    readonly title: string;
    readonly startsAt: string;
  },
): Promise<string> {
  const id = newId();
  await tx.run(sql`insert into conversation (tenant_id, id, kind, school_id, title, starts_at, made_by)
    values (${actor.tenantId}, ${id}, ${planned.kind}, ${planned.schoolId}, ${planned.title}, ${planned.startsAt}, ${actor.personId})`);
  return id;
}

/** The schools where the actor may plan an ordinary conversation. */
export async function findSchoolsToPlanAt(
  reader: Reader,
  actor: Actor,
): Promise<readonly Pick<SchoolChoice, 'code' | 'name'>[]> {
  return coversAllSchools(actor) ? findAllSchools(reader, actor) : schoolsToPlanAt(actor);
}
