/** A concern as it is read: one row with everything the rules, the page and the API need. */
import { type EditionThen, editionsThen } from '../news/index.ts';
import { type Reader, type Sql, sql, type Transaction } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { About, Relation, Status, StepName, SystemStep } from './concern.rules.ts';

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
  readonly about: About;
  readonly status: Status;
  readonly version: number;
  /** The school it is about, or the school that raised it about the partnership. */
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
  /** Who is or was addressed first: the school's directors; the team leads when it is about the partnership. */
  readonly directors: readonly Appointed[];
  /** Who stands by the author: the contact persons; the school's directors when it is about the partnership. */
  readonly contactPersons: readonly PersonName[];
  /** Who can be let in to take part. */
  readonly schoolStaff: readonly PersonName[];
  /** Whom it would be put forward to. */
  readonly boardMembers: readonly string[];
  /** There is a board, or a partnership director, to put it forward to. */
  readonly upperKnown: boolean;
  readonly positionDueOn: string | null;
  /** The working rules that held from its first day to its end. */
  readonly workingRules: readonly EditionThen[];
  readonly entries: readonly Entry[];
}

const validToday = sql`a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())`;

const rulesThen = editionsThen({
  tenant: sql`c.tenant_id`,
  subjects: sql`array['concerns']`,
  first: sql`day_of(c.noted_at)`,
  last: sql`coalesce(day_of(c.ended_at), app_today())`,
});

/** PostgreSQL builds the whole record as JSON: one round trip, and no row of it is touched twice. */
const wholeConcern = (actor: Actor): Sql => sql`jsonb_build_object(
  'id', c.id, 'number', c.number, 'about', c.about, 'status', c.status, 'version', c.version,
  'school', jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'boardId', s.board_id),
  'author', jsonb_build_object('id', w.id, 'name', w.name),
  'proposerId', c.proposer_id, 'putForward', c.put_forward_at is not null,
  'theme', c.theme, 'noticedOn', c.noticed_on, 'occasion', c.occasion, 'observation', c.observation, 'impression', c.impression,
  'meaningForChildren', c.meaning_for_children, 'goesWell', c.goes_well, 'continuesId', c.continues_id,
  'notedAt', c.noted_at, 'touchedAt', c.touched_at, 'sharedAt', c.shared_at, 'sharedOn', day_of(c.shared_at), 'today', app_today(),
  'relations', to_jsonb(concern_relations(c, ${actor.personId}, app_today())),
  'directors', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'from', a.starts_on, 'to', a.ends_on) order by a.starts_on, a.id)
    from seat_appointments(c, 'school_director') a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id), '[]'),
  'contactPersons', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
    from seat_appointments(c, 'contact_person') a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id where ${validToday}), '[]'),
  'schoolStaff', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
    from (select distinct a.person_id from seat_appointments(c, 'participant') a where ${validToday}) x
    join person p on p.tenant_id = c.tenant_id and p.id = x.person_id), '[]'),
  'boardMembers', coalesce((select jsonb_agg(distinct a.person_id) from seat_appointments(c, 'board_member') a where ${validToday}), '[]'),
  'workingRules', ${rulesThen}, 'authorStays', sits(c, 'author', c.author_id, app_today()), 'upperKnown', upper_known(c),
  'positionDueOn', case when c.status = 'board_proposed' then add_school_days(c.tenant_id, c.school_id, day_of(c.proposed_at), 10) end,
  'entries', coalesce((select jsonb_agg(jsonb_build_object(
      'id', e.id, 'version', e.version, 'at', e.at, 'relation', e.relation, 'step', e.step, 'toStatus', e.to_status,
      'person', case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end,
      'choice', e.choice, 'text', e.text, 'goesWell', e.goes_well, 'reason', e.reason, 'onDate', e.on_date, 'atMoment', e.at_moment,
      'dueOn', case when e.step in ('plan_conversation', 'hold_conversation', 'propose_board')
        then add_school_days(c.tenant_id, c.school_id, day_of(e.at), 10) end,
      'people', case when e.step in ('add_participant', 'plan_conversation', 'hold_conversation') then coalesce((
        select jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name) order by q.name, q.id) from concern_entry_person x
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

/** School a note may stand at, by code; only of the actor's own partnership and not ended. */
export async function getSchoolByCode(
  reader: Reader,
  actor: Actor,
  code: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  return reader.first(sql`select id, name from school where tenant_id = ${actor.tenantId} and code = ${code}
    and (ended_on is null or ended_on > app_today())`);
}
