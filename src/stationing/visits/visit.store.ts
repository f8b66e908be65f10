/** Visits as their reader may see them: row-level security leaves out the share of another school and what it answered. */
import { join, type Reader, type Sql, sql } from '../../platform/database.ts';
import { type Actor, hasRole, schoolsOf } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import { respondents } from './visit.access.ts';
import type { ParticipantRole, Verdict, VisitKind } from './visit.rules.ts';

export interface VisitRow {
  readonly id: string;
  readonly version: number;
  readonly specialist: { readonly id: string; readonly name: string };
  readonly date: string;
  readonly minutes: number;
  readonly travelMinutes: number;
  readonly preparationMinutes: number;
  readonly kind: VisitKind;
  readonly recordedAt: string;
  readonly withdrawn: boolean;
  readonly schools: readonly VisitedSchool[];
  readonly participants: readonly { readonly role: ParticipantRole; readonly number: number }[];
  readonly split: readonly VisitShare[];
}

export interface VisitedSchool {
  readonly code: string;
  readonly name: string;
  readonly verdict: Verdict | null;
  readonly words: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
}

/** Minutes for a question, for one of its goals, for an ambition, or preventive when it is none of these and no question has faded. */
export interface VisitShare {
  readonly minutes: number;
  readonly questionId: string | null;
  /** It was for a question that faded. */
  readonly faded: boolean;
  /** null: a question the reader does not read (any more). */
  readonly number: string | null;
  readonly goalId: string | null;
  readonly ambition: AmbitionName | null;
  readonly schoolCode: string | null;
}

/** What the partnership wants to reach. */
export interface AmbitionName {
  readonly id: string;
  readonly name: string;
}

const utc = (moment: Sql) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = sql`v.id, v.version, jsonb_build_object('id', p.id, 'name', p.name) as specialist, v.on_date as date, v.minutes,
  v.travel_minutes as "travelMinutes", v.preparation_minutes as "preparationMinutes", v.kind, ${utc(sql`v.recorded_at`)} as "recordedAt",
  v.withdrawn_at is not null as withdrawn,
  (select coalesce(jsonb_agg(jsonb_build_object('code', s.code, 'name', s.name, 'verdict', x.verdict, 'words', x.words,
      'answeredBy', a.name, 'answeredAt', ${utc(sql`x.answered_at`)}) order by s.name, s.id), '[]')
    from visit_school x join school s on s.tenant_id = x.tenant_id and s.id = x.school_id
    left join person a on a.tenant_id = x.tenant_id and a.id = x.answered_by
    where x.tenant_id = v.tenant_id and x.visit_id = v.id) as schools,
  (select coalesce(jsonb_agg(jsonb_build_object('role', x.role, 'number', x.number) order by x.role), '[]')
    from visit_participants x where x.tenant_id = v.tenant_id and x.visit_id = v.id) as participants,
  (select coalesce(jsonb_agg(jsonb_build_object('minutes', x.minutes, 'questionId', x.question_id, 'number', q.number, 'goalId', x.goal_id,
      'ambition', case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end, 'faded', x.faded_level is not null, 'schoolCode', s.code) order by x.position), '[]')
    from visit_share x left join support_question q on q.tenant_id = x.tenant_id and q.id = x.question_id
    left join school s on s.tenant_id = x.tenant_id and s.id = x.school_id
    left join ambition a on a.tenant_id = x.tenant_id and a.id = x.ambition_id
    where x.tenant_id = v.tenant_id and x.visit_id = v.id) as split`;

export interface VisitFilter {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly schoolId?: string | undefined;
  readonly specialistId?: string | undefined;
  /** Only with minutes for this ambition, or for a question that works on it. */
  readonly ambitionId?: string | undefined;
  /** Only where a school has not said yet whether it is right. */
  readonly unanswered?: boolean | undefined;
  /** Only where this person may say so. */
  readonly toAnswer?: boolean | undefined;
}

/** Newest first, without what was withdrawn; one more than asked. Each road that leads to somebody's visits has its own index. */
export function findVisits(reader: Reader, actor: Actor, filter: VisitFilter): Promise<readonly VisitRow[]> {
  const roads = roadsOf(actor, filter);
  if (roads.length === 0) return Promise.resolve([]);
  return reader.rows<VisitRow>(sql`
    with found as (
      select on_date, id from (${join(roads, ' union ')}) as roads (on_date, id) order by on_date desc, id desc limit ${filter.limit + 1})
    select ${columns}
    from found f join visit v on v.tenant_id = ${actor.tenantId} and v.id = f.id
    join person p on p.tenant_id = v.tenant_id and p.id = v.specialist_id
    order by f.on_date desc, f.id desc`);
}

function roadsOf(actor: Actor, filter: VisitFilter): readonly Sql[] {
  const { from, to, after, schoolId, specialistId, ambitionId, unanswered, toAnswer } = filter;
  const narrowed = (id: Sql) => sql`
    ${from === undefined ? sql`` : sql`and x.on_date >= ${from}`} ${to === undefined ? sql`` : sql`and x.on_date <= ${to}`}
    ${after === undefined ? sql`` : sql`and (x.on_date, ${id}) < (${after.key}::date, ${after.id}::uuid)`}
    ${specialistId === undefined ? sql`` : sql`and x.specialist_id = ${specialistId}`}
    ${
      ambitionId === undefined
        ? sql``
        : sql`and ${id} in (select z.visit_id from visit_share z where z.tenant_id = ${actor.tenantId} and z.ambition_id = ${ambitionId}
            union all select z.visit_id from support_question q join visit_share z on z.tenant_id = q.tenant_id and z.question_id = q.id
            where q.tenant_id = ${actor.tenantId} and q.ambition_id = ${ambitionId})`
    }`;
  const end = sql`order by 1 desc, 2 desc limit ${filter.limit + 1}`;
  const whole = (mine: Sql) => sql`(select x.on_date, x.id from visit x
    where x.tenant_id = ${actor.tenantId} and x.withdrawn_at is null ${mine} ${narrowed(sql`x.id`)}
    ${
      schoolId === undefined && unanswered !== true
        ? sql``
        : sql`and exists (select from visit_school s where s.tenant_id = x.tenant_id and s.visit_id = x.id
            ${schoolId === undefined ? sql`` : sql`and s.school_id = ${schoolId}`}
            ${unanswered === true ? sql`and s.verdict is null` : sql``})`
    } ${end})`;
  const readers = toAnswer === true ? respondents : ([...respondents, 'contact_person'] as const);
  const schools = schoolsOf(actor, ...readers).map(({ id }) => id);
  const atSchools = sql`(select x.on_date, x.visit_id from visit_school x
    join visit v on v.tenant_id = x.tenant_id and v.id = x.visit_id and v.withdrawn_at is null
    where x.tenant_id = ${actor.tenantId} and x.school_id = any (${schools}::uuid[])
    ${schoolId === undefined ? sql`` : sql`and x.school_id = ${schoolId}`} ${unanswered === true ? sql`and x.verdict is null` : sql``}
    ${toAnswer === true ? sql`and x.specialist_id <> ${actor.personId}` : sql``} ${narrowed(sql`x.visit_id`)} ${end})`;
  const roads = schools.length === 0 ? [] : [atSchools];
  if (toAnswer === true) return roads;
  if (hasRole(actor, 'team_lead')) return [whole(sql``)];
  return [...roads, whole(sql`and x.specialist_id = ${actor.personId}`)];
}

export function getVisit(reader: Reader, tenantId: string, id: string): Promise<VisitRow | undefined> {
  return reader.first<VisitRow>(sql`select ${columns} from visit v
    join person p on p.tenant_id = v.tenant_id and p.id = v.specialist_id where v.tenant_id = ${tenantId} and v.id = ${id}`);
}

/** How many visits wait for an answer of the actor's schools, as an expression for a statement that asks more. */
export function visitsToAnswer(actor: Actor): Sql {
  const schools = schoolsOf(actor, ...respondents).map(({ id }) => id);
  return sql`(select count(*)::int from visit_school x
    join visit v on v.tenant_id = x.tenant_id and v.id = x.visit_id and v.withdrawn_at is null
    where x.tenant_id = ${actor.tenantId} and x.school_id = any (${schools}::uuid[]) and x.verdict is null
      and x.specialist_id <> ${actor.personId})`;
}

export interface SchoolName {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Schools of the partnership that have not ended, by name. */
export function findSchoolNames(reader: Reader, tenantId: string): Promise<readonly SchoolName[]> {
  return reader.rows<SchoolName>(sql`select id, code, name from school
    where tenant_id = ${tenantId} and (ended_on is null or ended_on > (select app_today())) order by name, id`);
}

export function findSchoolsByCode(
  reader: Reader,
  tenantId: string,
  codes: readonly string[],
): Promise<readonly SchoolName[]> {
  return reader.rows<SchoolName>(
    sql`select id, code, name from school where tenant_id = ${tenantId} and code = any (${codes})`,
  );
}

/** To which question each of these goals belongs; what the actor does not read is not there. */
export async function getGoalQuestions(
  reader: Reader,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<{ id: string; questionId: string }>(
    sql`select id, question_id as "questionId" from goal where tenant_id = ${tenantId} and id = any (${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, questionId }) => [id, questionId]));
}

/** What a question's page shows of a visit: the minutes for that question alone. */
export interface VisitOfQuestion {
  readonly id: string;
  readonly date: string;
  readonly specialist: string;
  readonly kind: VisitKind;
  readonly minutes: number;
  readonly verdict: Verdict | null;
  readonly words: string | null;
}

/** Visits for a question that the reader may see, the latest first; without those withdrawn. */
export function findVisitsOf(
  reader: Reader,
  actor: Actor,
  questionId: string,
): Promise<readonly VisitOfQuestion[]> {
  return reader.rows<VisitOfQuestion>(sql`
    select v.id, v.on_date as date, p.name as specialist, v.kind, x.minutes, s.verdict, s.words
    from (select tenant_id, visit_id, school_id, sum(minutes)::int as minutes from visit_share
      where tenant_id = ${actor.tenantId} and question_id = ${questionId} group by tenant_id, visit_id, school_id) x
    join visit v on v.tenant_id = x.tenant_id and v.id = x.visit_id and v.withdrawn_at is null
    join person p on p.tenant_id = v.tenant_id and p.id = v.specialist_id
    left join visit_school s on s.tenant_id = x.tenant_id and s.visit_id = x.visit_id and s.school_id = x.school_id
    order by v.on_date desc, v.id desc`);
}
