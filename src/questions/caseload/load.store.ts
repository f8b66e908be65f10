/** The work of a specialist that can be handed over: a question each. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { Level, Status } from '../question.rules.ts';

export interface LoadItem {
  readonly questionId: string;
  readonly number: string;
  readonly level: Level;
  readonly status: Status;
  /** null: a question on a pupil, for who plans it without reading it. */
  readonly title: string | null;
  readonly schoolName: string;
  readonly role: string;
  readonly dagdelen: number;
  /** The last day. */
  readonly until: string;
}

/** What this person works on and could hand over, by school; as the reader may see it. */
export function findLoad(reader: Reader, who: Identity): Promise<readonly LoadItem[]> {
  return reader.rows<LoadItem>(sql`
    select q.id as "questionId", q.number, q.level, q.status, w.title, s.name as "schoolName", a.role,
      a.planned_dagdelen::float8 as dagdelen, a.ends_on - 1 as until
    from assignment a
    join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id and q.status in ('assigned', 'started', 'evaluated')
    join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
    left join question_words w on w.tenant_id = q.tenant_id and w.question_id = q.id
    where a.tenant_id = ${who.tenantId} and a.specialist_id = ${who.personId} and a.kind = 'assigned' and a.state = 'active'
    order by s.name, q.number`);
}

export interface Loaded {
  readonly id: string;
  readonly name: string;
  readonly questions: number;
}

/** Everybody with work to hand over, by name: also who left. */
export function findLoaded(reader: Reader, tenantId: string): Promise<readonly Loaded[]> {
  return reader.rows<Loaded>(sql`select p.id, p.name, count(*)::int as questions
    from assignment a
    join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id and q.status in ('assigned', 'started', 'evaluated')
    join person p on p.tenant_id = a.tenant_id and p.id = a.specialist_id
    where a.tenant_id = ${tenantId} and a.kind = 'assigned' and a.state = 'active'
    group by p.id, p.name order by p.name, p.id`);
}

/** The name of somebody of this partnership. */
export async function findName(reader: Reader, who: Identity): Promise<string | undefined> {
  const row = await reader.first<{ name: string }>(
    sql`select name from person where tenant_id = ${who.tenantId} and id = ${who.personId}`,
  );
  return row?.name;
}
