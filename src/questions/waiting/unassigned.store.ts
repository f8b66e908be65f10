/** Questions that wait until somebody comes: sent in, and nobody is assigned. As row-level security lets the reader see them. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Holiday } from '../../registers/index.ts';
import { schoolDaysOf } from '../clocks/clock.facts.ts';
import { type Clock, type ClockFacts, clocksOf, type Term } from '../clocks/clock.rules.ts';
import type { Level, Status, Urgency } from '../question.rules.ts';
import { days, holiday, termsOf } from '../question-parts.store.ts';

export interface UnassignedQuestion {
  readonly id: string;
  readonly number: string;
  /** null: a question on a pupil, for who plans it without reading it. */
  readonly title: string | null;
  readonly schoolName: string;
  readonly level: Level;
  readonly status: Status;
  readonly urgency: Urgency;
  /** Names, in the order of the partnership. */
  readonly expertise: readonly string[];
  readonly language: string | null;
  /** As planned, or else as asked. */
  readonly dagdelen: number | null;
  readonly submittedOn: CivilDate;
  readonly clocks: readonly Clock[];
}

export interface UnassignedFilter {
  readonly limit: number;
  readonly after: Cursor | undefined;
  /** Codes. */
  readonly area: string | undefined;
  readonly board: string | undefined;
  readonly expertise: string | undefined;
  readonly urgency: Urgency | undefined;
}

type Row = Omit<UnassignedQuestion, 'clocks'> &
  ClockFacts & {
    readonly submittedOn: CivilDate;
    readonly schoolId: string;
    readonly boardId: string | null;
  };

interface Found {
  readonly questions: readonly Row[];
  readonly terms: readonly Term[];
  readonly holidays: readonly Holiday[];
  readonly today: CivilDate;
}

/** The longest waiting first, one more than asked when there are more; the key of a page is the day of sending in. */
export async function findUnassigned(
  reader: Reader,
  who: Identity,
  { limit, after, area, board, expertise, urgency }: UnassignedFilter,
): Promise<readonly UnassignedQuestion[]> {
  const { tenantId } = who;
  const beyond =
    after === undefined ? sql`` : sql`and (q.submitted_on, q.id) > (${after.key}::date, ${after.id}::uuid)`;
  const row = await reader.first<Found>(sql`with found as (
      select q.*, s.name as school_name, s.board_id from support_question q
      join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
      left join board b on b.tenant_id = s.tenant_id and b.id = s.board_id
      left join area r on r.tenant_id = s.tenant_id and r.id = s.area_id
      where q.tenant_id = ${tenantId} and q.status in ('submitted', 'in_triage', 'needs_information', 'at_committee')
        and q.submitted_on is not null and not exists (select from assignment a
          where a.tenant_id = q.tenant_id and a.question_id = q.id and a.kind = 'assigned' and a.state = 'active') ${beyond}
        ${area === undefined ? sql`` : sql`and r.code = ${area}`} ${board === undefined ? sql`` : sql`and b.code = ${board}`}
        ${expertise === undefined ? sql`` : sql`and ${expertise} = any (q.expertise)`}
        ${urgency === undefined ? sql`` : sql`and q.urgency = ${urgency}`}
      order by q.submitted_on, q.id limit ${limit + 1}
    )
    select app_today() as today, coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'number', q.number, 'title', w.title,
          'schoolName', q.school_name, 'schoolId', q.school_id, 'boardId', q.board_id, 'level', q.level, 'status', q.status,
          'urgency', q.urgency, 'language', q.language, 'dagdelen', coalesce(q.planned_dagdelen, q.requested_dagdelen)::float8,
          'expertise', coalesce((select jsonb_agg(e.name order by e.position, e.name) from expertise e
            where e.tenant_id = q.tenant_id and e.code = any (q.expertise)), '[]')) || jsonb_build_object(${days})
          order by q.submitted_on, q.id)
        from found q left join question_words w on w.tenant_id = q.tenant_id and w.question_id = q.id), '[]') as questions,
      ${termsOf(sql`${tenantId}::uuid`)} as terms,
      coalesce((select jsonb_agg(${holiday}) from holiday y
        where y.tenant_id = ${tenantId} and exists (select from found) and y.ends_on > (select min(signalled_on) from found)
          and y.starts_on < app_today() + 400
          and (y.scope = 'tenant' or y.school_id in (select school_id from found) or y.board_id in (select board_id from found))), '[]') as holidays`);
  if (row === undefined) return [];
  const { questions, terms, holidays, today } = row;
  return questions.map((question) => ({
    ...question,
    clocks: clocksOf(question, terms, schoolDaysOf(holidays, question), today),
  }));
}
