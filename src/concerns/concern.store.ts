import {
  type Database,
  join,
  type Reader,
  raw,
  type Sql,
  sql,
  type Transaction,
} from '../platform/database.ts';
import { newId, newNumber } from '../platform/ids.ts';
import { type Actor, boardsOf, hasRole, schoolsOf } from '../platform/pure/actor.ts';
import type { Cursor } from '../platform/pure/cursor.ts';
import type { Relation, Status, StepName, SystemStep } from './concern.rules.ts';

export interface PersonName {
  readonly id: string;
  readonly name: string;
}

export interface Agreement {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly by: string;
  readonly childrenNotice: string;
}

/** One thing that was said or done; only what its step carries is set. */
export interface Entry {
  readonly id: string;
  readonly version: number;
  readonly at: string;
  readonly person: PersonName | null;
  readonly relation: Relation | 'system';
  readonly step: StepName | SystemStep;
  readonly toStatus: Status;
  readonly choice: string | null;
  readonly text: string | null;
  readonly goesWell: string | null;
  readonly reason: string | null;
  readonly onDate: string | null;
  readonly atMoment: string | null;
  /** Last day of the director's term that began with this entry. */
  readonly dueOn: string | null;
  readonly people: readonly PersonName[];
  readonly proposals: readonly string[];
  readonly agreements: readonly Agreement[];
}

interface Appointed extends PersonName {
  readonly from: string;
  readonly to: string | null;
}

/** A concern with everything the rules, the page and the API need, in one row. */
export interface ConcernRow {
  readonly id: string;
  readonly number: string;
  readonly status: Status;
  readonly version: number;
  readonly school: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly boardId: string | null;
  };
  readonly author: PersonName;
  /** The author still holds an appointment at (or for) the school; if not, its contact person takes the author's steps. */
  readonly authorStays: boolean;
  readonly proposerId: string | null;
  readonly putForward: boolean;
  readonly theme: string | null;
  readonly noticedOn: string;
  readonly occasion: string;
  readonly observation: string;
  readonly impression: string | null;
  readonly meaningForChildren: string | null;
  readonly goesWell: string | null;
  readonly continuesId: string | null;
  readonly notedAt: string;
  readonly touchedAt: string;
  readonly sharedAt: string | null;
  readonly sharedOn: string | null;
  readonly today: string;
  readonly relations: readonly Relation[];
  readonly directors: readonly Appointed[];
  readonly contactPersons: readonly PersonName[];
  readonly schoolStaff: readonly PersonName[];
  readonly boardMembers: readonly string[];
  readonly positionDueOn: string | null;
  readonly entries: readonly Entry[];
}

const validToday = sql`a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())`;

/** PostgreSQL builds the whole record as JSON: one round trip, and no row of it is touched twice. */
const wholeConcern = (actor: Actor): Sql => sql`jsonb_build_object(
  'id', c.id, 'number', c.number, 'status', c.status, 'version', c.version,
  'school', jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'boardId', s.board_id),
  'author', jsonb_build_object('id', w.id, 'name', w.name),
  'proposerId', c.proposer_id, 'putForward', c.put_forward_at is not null,
  'theme', c.theme, 'noticedOn', c.noticed_on, 'occasion', c.occasion, 'observation', c.observation, 'impression', c.impression,
  'meaningForChildren', c.meaning_for_children, 'goesWell', c.goes_well, 'continuesId', c.continues_id,
  'notedAt', c.noted_at, 'touchedAt', c.touched_at, 'sharedAt', c.shared_at, 'sharedOn', day_of(c.shared_at), 'today', app_today(),
  'relations', to_jsonb(concern_relations(c, ${actor.personId}, app_today())),
  'directors', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'from', a.starts_on, 'to', a.ends_on) order by a.starts_on)
    from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = c.tenant_id and a.school_id = c.school_id and a.role = 'school_director'), '[]'),
  'contactPersons', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name)
    from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = c.tenant_id and a.school_id = c.school_id and a.role = 'contact_person' and ${validToday}), '[]'),
  'schoolStaff', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name)
    from (select distinct a.person_id from appointment a where a.tenant_id = c.tenant_id and a.school_id = c.school_id
      and a.role in ('support_coordinator', 'teacher') and ${validToday}) x
    join person p on p.tenant_id = c.tenant_id and p.id = x.person_id), '[]'),
  'boardMembers', coalesce((select jsonb_agg(distinct a.person_id) from appointment a
    where a.tenant_id = c.tenant_id and a.board_id = s.board_id and a.role = 'board_member' and ${validToday}), '[]'),
  'authorStays', exists (select from appointment a where a.tenant_id = c.tenant_id and a.person_id = c.author_id and ${validToday}
    and (a.school_id = c.school_id or (a.school_id is null and a.role in ('specialist', 'team_lead')))),
  'positionDueOn', case when c.status = 'board_proposed' then add_school_days(c.tenant_id, c.school_id, day_of(c.proposed_at), 10) end,
  'entries', coalesce((select jsonb_agg(jsonb_build_object(
      'id', e.id, 'version', e.version, 'at', e.at, 'relation', e.relation, 'step', e.step, 'toStatus', e.to_status,
      'person', case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end,
      'choice', e.choice, 'text', e.text, 'goesWell', e.goes_well, 'reason', e.reason, 'onDate', e.on_date, 'atMoment', e.at_moment,
      'dueOn', case when e.step in ('plan_conversation', 'hold_conversation', 'propose_board')
        then add_school_days(c.tenant_id, c.school_id, day_of(e.at), 10) end,
      'people', case when e.step in ('add_participant', 'plan_conversation', 'hold_conversation') then coalesce((
        select jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name) order by q.name) from concern_entry_person x
        join person q on q.tenant_id = x.tenant_id and q.id = x.person_id
        where x.tenant_id = e.tenant_id and x.concern_id = e.concern_id and x.version = e.version), '[]') else '[]' end,
      'proposals', case when e.step = 'plan_conversation' then coalesce((
        select jsonb_agg(x.starts_at order by x.starts_at) from conversation_proposal x
        where x.tenant_id = e.tenant_id and x.concern_id = e.concern_id and x.version = e.version), '[]') else '[]' end,
      'agreements', case when e.step = 'hold_conversation' then coalesce((
        select jsonb_agg(jsonb_build_object('id', x.id, 'what', x.what, 'who', x.who, 'by', x.by_date, 'childrenNotice', x.children_notice) order by x.position)
        from agreement x where x.tenant_id = e.tenant_id and x.concern_id = e.concern_id and x.version = e.version), '[]') else '[]' end
    ) order by e.version)
    from concern_entry e left join person p on p.tenant_id = e.tenant_id and p.id = e.person_id
    where e.tenant_id = c.tenant_id and e.concern_id = c.id), '[]'))`;

/** The concern as the actor may see it; undefined when it is not there or not theirs. */
export async function getConcern(reader: Reader, actor: Actor, id: string): Promise<ConcernRow | undefined> {
  const row = await reader.first<{ concern: ConcernRow }>(sql`select ${wholeConcern(actor)} as concern
    from concern c
    join school s on s.tenant_id = c.tenant_id and s.id = c.school_id
    join person w on w.tenant_id = c.tenant_id and w.id = c.author_id
    where c.tenant_id = ${actor.tenantId} and c.id = ${id}`);
  return row?.concern;
}

/** The same, locked until the transaction ends, so that nobody takes a step meanwhile. */
export async function lockConcern(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<ConcernRow | undefined> {
  // Sent together: the second is asked when the first has the lock, so it sees what the last step left.
  const [, concern] = await Promise.all([
    tx.first(
      sql`select lock_concern(tenant_id, id) from concern where tenant_id = ${actor.tenantId} and id = ${id}`,
    ),
    getConcern(tx, actor, id),
  ]);
  return concern;
}

export interface Note {
  readonly noticedOn: string;
  readonly occasion: string;
  readonly observation: string;
  readonly impression: string | null;
  readonly meaningForChildren: string | null;
  readonly goesWell: string | null;
  readonly theme: string | null;
}

/** Saves a new note: private to its author. Gives its id. */
export async function saveNote(
  tx: Transaction,
  actor: Actor,
  schoolId: string,
  note: Note,
  continuesId: string | null,
): Promise<string> {
  const id = newId();
  await tx.run(sql`insert into concern (tenant_id, id, number, school_id, author_id, noticed_on, occasion, observation, impression,
      meaning_for_children, goes_well, theme, continues_id)
    values (${actor.tenantId}, ${id}, ${newNumber()}, ${schoolId}, ${actor.personId}, ${note.noticedOn}, ${note.occasion}, ${note.observation},
      ${note.impression}, ${note.meaningForChildren}, ${note.goesWell}, ${note.theme}, ${continuesId})`);
  return id;
}

/** Saves the note's text over the last; only the author's own, only before it is shared. */
export async function reviseNote(tx: Transaction, actor: Actor, id: string, note: Note): Promise<void> {
  await tx.run(sql`update concern set noticed_on = ${note.noticedOn}, occasion = ${note.occasion}, observation = ${note.observation},
      impression = ${note.impression}, meaning_for_children = ${note.meaningForChildren}, goes_well = ${note.goesWell}, theme = ${note.theme}
    where tenant_id = ${actor.tenantId} and id = ${id}`);
}

export async function dropNote(tx: Transaction, actor: Actor, id: string): Promise<void> {
  await tx.first(sql`select drop_concern(${actor.tenantId}, ${id})`);
}

/** What a step writes on the timeline. */
export interface NewEntry {
  readonly step: StepName;
  readonly toStatus: Status;
  readonly choice?: string | undefined;
  readonly text?: string | undefined;
  readonly goesWell?: string | undefined;
  readonly reason?: string | undefined;
  readonly onDate?: string | undefined;
  readonly atMoment?: string | undefined;
  readonly people?: readonly string[] | undefined;
  readonly participates?: boolean;
  readonly proposals?: readonly string[] | undefined;
  readonly agreements?: readonly Omit<Agreement, 'id'>[] | undefined;
}

/**
 * Writes an entry, and before it what belongs to it: the database looks at both together when the entry comes in, and moves the
 * concern itself. Throws LawRefused when the step is not lawful, Stale when somebody was first.
 */
export async function recordEntry(
  tx: Transaction,
  actor: Actor,
  concern: Pick<ConcernRow, 'id' | 'version' | 'status'> & { readonly school: { readonly id: string } },
  entry: NewEntry,
): Promise<void> {
  const version = concern.version + 1;
  const key = sql`${actor.tenantId}, ${concern.id}, ${version}`;
  const { people = [], proposals = [], agreements = [] } = entry;
  if (people.length > 0) {
    await tx.run(sql`insert into concern_entry_person (tenant_id, concern_id, version, person_id, participates)
      values ${join(people.map((person) => sql`(${key}, ${person}, ${entry.participates ?? false})`))}`);
  }
  if (proposals.length > 0) {
    await tx.run(sql`insert into conversation_proposal (tenant_id, concern_id, version, starts_at)
      values ${join(proposals.map((startsAt) => sql`(${key}, ${startsAt})`))}`);
    await tx.run(sql`insert into conversation (tenant_id, concern_id, version, id, kind, school_id, made_by)
      values (${key}, ${newId()}, 'concern', ${concern.school.id}, ${actor.personId})`);
  }
  if (agreements.length > 0) {
    await tx.run(sql`insert into agreement (tenant_id, concern_id, version, id, position, what, who, by_date, children_notice)
      values ${join(
        agreements.map(
          (one, position) =>
            sql`(${key}, ${newId()}, ${position}, ${one.what}, ${one.who}, ${one.by}, ${one.childrenNotice})`,
        ),
      )}`);
  }
  // What the trigger fills in itself (who, when, in what capacity, from where) still has to be named.
  await tx.run(sql`insert into concern_entry (tenant_id, concern_id, version, id, at, relation, step, from_status, to_status, board_reads,
      choice, text, goes_well, reason, on_date, at_moment)
    values (${key}, ${newId()}, app_now(), '', ${entry.step}, ${concern.status}, ${entry.toStatus}, false,
      ${entry.choice ?? null}, ${entry.text ?? null}, ${entry.goesWell ?? null}, ${entry.reason ?? null}, ${entry.onDate ?? null}, ${entry.atMoment ?? null})`);
}

/** Records that the actor saw this version: once in the ledger «wie weet dit?». */
export async function recordSeen(
  tx: Transaction,
  actor: Actor,
  concern: ConcernRow,
  ground: string,
): Promise<void> {
  await tx.run(sql`insert into disclosure (tenant_id, concern_id, version, person_id, kind, ground, at)
    values (${actor.tenantId}, ${concern.id}, ${concern.version}, ${actor.personId}, 'saw', ${ground}, app_now()) on conflict do nothing`);
}

export interface Disclosure {
  readonly person: PersonName;
  readonly version: number;
  readonly kind: 'told' | 'saw';
  readonly ground: string;
  readonly at: Date;
}

/** Who was told or saw which version, oldest first; empty for whom the ledger is not. */
export async function findDisclosures(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<readonly Disclosure[]> {
  return reader.rows<Disclosure>(sql`select jsonb_build_object('id', p.id, 'name', p.name) as person, d.version, d.kind, d.ground, d.at
    from disclosure d join person p on p.tenant_id = d.tenant_id and p.id = d.person_id
    where d.tenant_id = ${actor.tenantId} and d.concern_id = ${id} order by d.at, d.person_id, d.kind`);
}

/** School a note may stand at, by code; only of the actor's own partnership and not ended. */
export async function getSchoolByCode(
  reader: Reader,
  actor: Actor,
  code: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  return reader.first(sql`select id, name from school where tenant_id = ${actor.tenantId} and code = ${code}
    and (ended_on is null or ended_on > app_today())`);
}

/** All names in the registers, for the writing aid. */
export async function findNames(reader: Reader, actor: Actor): Promise<readonly string[]> {
  const row = await reader.first<{ names: readonly string[] }>(
    sql`select coalesce(jsonb_agg(name), '[]') as names from person where tenant_id = ${actor.tenantId}`,
  );
  return row?.names ?? [];
}

// Lists -------------------------------------------------------------------------------------------------------------------

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
  if (hasRole(actor, 'support_coordinator', 'teacher')) {
    // Worked out once by begin_request; by way of concern_entry_person its policies would read every concern.
    mine.push(
      sql`from concern c where ${tenant} and c.id = any ((select app_ids('participations'))::uuid[])`,
    );
  }
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
    ...(filter.status === undefined ? [] : [sql`and c.status = ${filter.status}`]),
    ...(filter.schoolId === undefined ? [] : [sql`and c.school_id = ${filter.schoolId}`]),
    ...(filter.after === undefined
      ? []
      : [sql`and (c.touched_at, c.id) < (${filter.after.key}::timestamptz, ${filter.after.id}::uuid)`]),
  ];
  // Not a parameter: a plan for any limit expects to read a tenth of the table, and PostgreSQL would plan anew at every request.
  const limit = raw(String(filter.limit + 1));
  const ways = branches(actor).map(
    (way) => sql`(select c.id, c.touched_at ${way} ${narrower.length > 0 ? join(narrower, ' ') : sql``}
      order by c.touched_at desc, c.id desc limit ${limit})`,
  );
  return ways.length === 1
    ? sql`${ways[0]}`
    : sql`(select id, touched_at from (${join(ways, ' union ')}) w order by touched_at desc, id desc limit ${limit})`;
}

const summary = sql`'id', c.id, 'number', c.number, 'status', c.status, 'version', c.version, 'putForward', c.put_forward_at is not null,
  'school', json_build_object('code', s.code, 'name', s.name), 'author', json_build_object('id', w.id, 'name', w.name),
  'theme', c.theme, 'noticedOn', c.noticed_on, 'sharedAt', c.shared_at, 'touchedAt', c.touched_at, 'summary', left(c.observation, 160)`;

export interface ConcernSummary {
  readonly id: string;
  readonly number: string;
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

/** The same page as the API answers it: exactly the items, and where the next page begins; nobody parses them on the way. */
export async function findConcernsToAnswer(
  reader: Reader,
  actor: Actor,
  filter: ConcernFilter,
): Promise<{ readonly items: string; readonly last: Cursor | null }> {
  const limit = raw(String(filter.limit));
  const row = await reader.first<{ items: string; last: Cursor | null }>(sql`select
      coalesce(json_agg(json_build_object(${summary}) order by x.nth) filter (where x.nth <= ${limit}), '[]')::text as items,
      case when count(*) > ${limit} then json_agg(json_build_object('key', x.touched_at, 'id', x.id)) filter (where x.nth = ${limit}) -> 0 end as last
    from (select id, touched_at, row_number() over (order by touched_at desc, id desc) as nth from ${pageOf(actor, filter)} p) x
    ${withItsPlace(actor)}`);
  return row ?? { items: '[]', last: null };
}

const withItsPlace = (
  actor: Actor,
): Sql => sql`join concern c on c.tenant_id = ${actor.tenantId} and c.id = x.id
    join school s on s.tenant_id = c.tenant_id and s.id = c.school_id
    join person w on w.tenant_id = c.tenant_id and w.id = c.author_id`;

/** Lets the database write down every term that has passed; it looks at each concern itself. */
export async function recordPassedTerms(database: Database): Promise<void> {
  await database.ask(sql`select count(*) from record_passed_terms(${database.movedClock()})`);
}
