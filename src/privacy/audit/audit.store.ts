/** Reading the access log. Row-level security (0015) decides which rows there are. */
import { join, type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';

export interface AuditRow {
  readonly id: string;
  /** UTC, with microseconds. */
  readonly at: string;
  /** Null: a command of who runs the program. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  /** The number of a shared concern, of a question or those that a goal, visit or attachment belongs to; the name of a person; else null. */
  readonly label: string | null;
  readonly via: 'page' | 'api' | 'job' | 'command';
}

export interface AuditFilter {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly personId?: string | undefined;
  /** A part of a name, or of an e-mail address. */
  readonly who?: string | undefined;
  /** A number or an id. */
  readonly concern?: string | undefined;
  /** A number or an id; finds its goals, visits and attachments too. */
  readonly question?: string | undefined;
  readonly action?: string | undefined;
  readonly via?: AuditRow['via'] | undefined;
  /** First and last day, in the Netherlands. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const columns = sql`a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, a.action, a.subject, a.via,
  a.subject_id as "subjectId", case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as person`;
const asWritten = sql`a.tenant_id, a.id, a.at, a.person_id, a.action, a.subject, a.subject_id, a.via`;
const doer = sql`left join person p on p.tenant_id = a.tenant_id and p.id = a.person_id`;
const subjectPerson = sql`(select s.name from person s where s.tenant_id = a.tenant_id and s.id = a.subject_id)`;

/** The access log of the partnership for its privacy officer, newest first; one row more than asked when there are more. */
export function findAudit(
  reader: Reader,
  tenantId: string,
  filter: AuditFilter,
): Promise<readonly AuditRow[]> {
  return reader.rows<AuditRow>(sql`
    with a as (select ${asWritten} from audit a
      where a.tenant_id = ${tenantId} and ${join([sql`true`, ...conditions(tenantId, filter)], ' ')}
      order by a.at desc, a.id desc limit ${filter.limit + 1}),
    named as (select * from audited_questions(array(select a.subject_id from a where a.subject = any (${ofQuestions}))))
    select ${columns}, case a.subject when 'concern' then audited_concern(a.tenant_id, a.subject_id)
      when 'person' then ${subjectPerson} else named.numbers end as label
    from a ${doer} left join named on named.id = a.subject_id order by a.at desc, a.id desc`);
}

/** What belongs to a question. */
const ofQuestions = ['question', 'goal', 'visit', 'attachment'] as const;

function conditions(tenantId: string, filter: AuditFilter): readonly Sql[] {
  const { after, personId, who, concern, question, action, via, from, to } = filter;
  const isId = concern !== undefined && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(concern);
  return [
    ...(after === undefined ? [] : [sql`and (a.at, a.id) < (${after.key}::timestamptz, ${after.id}::uuid)`]),
    ...(personId === undefined ? [] : [sql`and a.person_id = ${personId}`]),
    ...(who === undefined
      ? []
      : [
          sql`and a.person_id in (select w.id from person w where w.tenant_id = ${tenantId}
            and position(lower(${who}) in lower(w.name || ' ' || w.email)) > 0)`,
        ]),
    ...(concern === undefined
      ? []
      : [
          sql`and a.subject = 'concern' and a.subject_id = ${
            isId ? sql`${concern}::uuid` : sql`audited_concern_id(${tenantId}, upper(${concern}))`
          }`,
        ]),
    ...(question === undefined
      ? []
      : [sql`and a.subject_id in (select audited_question_records(${question}))`]),
    ...(action === undefined ? [] : [sql`and a.action = ${action}`]),
    ...(via === undefined ? [] : [sql`and a.via = ${via}`]),
    ...(from === undefined
      ? []
      : [sql`and a.at >= ${from}::date::timestamp at time zone 'Europe/Amsterdam'`]),
    ...(to === undefined
      ? []
      : [sql`and a.at < (${to}::date + 1)::timestamp at time zone 'Europe/Amsterdam'`]),
  ];
}

/** What somebody did, and what others did to their record; a concern or a question is named only while they may read it. */
export function findOwnAudit(
  reader: Reader,
  { tenantId, personId }: Identity,
  { limit, after }: Pick<AuditFilter, 'limit' | 'after'>,
): Promise<readonly AuditRow[]> {
  const page = sql`${
    after === undefined ? sql`` : sql`and (a.at, a.id) < (${after.key}::timestamptz, ${after.id}::uuid)`
  } order by a.at desc, a.id desc limit ${limit + 1}`;
  return reader.rows<AuditRow>(sql`select ${columns}, case a.subject
      when 'concern' then (select c.number from concern c where c.tenant_id = a.tenant_id and c.id = a.subject_id)
      when 'person' then ${subjectPerson}
      when 'question' then (select q.number from support_question q where q.tenant_id = a.tenant_id and q.id = a.subject_id)
      when 'goal' then (select q.number from goal g join support_question q on q.tenant_id = g.tenant_id and q.id = g.question_id
        where g.tenant_id = a.tenant_id and g.id = a.subject_id)
      when 'visit' then (select string_agg(distinct q.number, ', ' order by q.number) from visit_share s
        join support_question q on q.tenant_id = s.tenant_id and q.id = s.question_id
        where s.tenant_id = a.tenant_id and s.visit_id = a.subject_id)
      when 'attachment' then (select q.number from attachment x join support_question q on q.tenant_id = x.tenant_id and q.id = x.question_id
        where x.tenant_id = a.tenant_id and x.id = a.subject_id) end as label
    from ((select ${asWritten} from audit a where a.tenant_id = ${tenantId} and a.person_id = ${personId} ${page})
      union all (select ${asWritten} from audit a where a.tenant_id = ${tenantId} and a.subject = 'person' and a.subject_id = ${personId}
        and a.person_id is distinct from ${personId}::uuid ${page})) a ${doer}
    order by a.at desc, a.id desc limit ${limit + 1}`);
}
