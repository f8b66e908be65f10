/** What waits for somebody in the forms of schools, and the jobs that tell and take away. */
import { type Database, type Sql, sql } from '../../platform/database.ts';
import { type Actor, schoolsOf } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { access } from './form.access.ts';

interface School {
  readonly code: string;
  readonly name: string;
}

export interface FormsWaiting {
  /** Schools for which the yearly question was not answered, while it is open. */
  readonly yearly: readonly School[];
  readonly yearlyUntil: CivilDate | null;
  /** Schools whose judgement by the other side waits for an answer. */
  readonly basic: readonly School[];
}

export const noForms: FormsWaiting = { yearly: [], yearlyUntil: null, basic: [] };

const ids = (actor: Actor, ...roles: Parameters<typeof schoolsOf>[1][]) =>
  schoolsOf(actor, ...roles).map(({ id }) => id);

/** Both, as an expression for a statement that asks more. */
export function formsWaiting(actor: Actor): Sql {
  const asked = ids(actor, ...access.asked);
  const contact = ids(actor, 'contact_person');
  if (asked.length + contact.length === 0) return sql`null::jsonb`;
  const { tenantId, personId } = actor;
  const isOpen = sql`(select app_today()) >= d.opens and (select app_today()) < d.closes`;
  return sql`(select jsonb_build_object('yearlyUntil', case when ${isOpen} then d.closes - 1 end,
      'yearly', (select coalesce(jsonb_agg(jsonb_build_object('code', s.code, 'name', s.name) order by s.name, s.id), '[]') from school s
        where ${isOpen} and s.tenant_id = ${tenantId} and s.id = any (${asked}::uuid[]) and not exists (select from yearly_answer a
          where a.tenant_id = s.tenant_id and a.person_id = ${personId} and a.school_id = s.id and a.year = school_year_of((select app_today()))
            and a.given_at is not null)),
      'basic', (select coalesce(jsonb_agg(jsonb_build_object('code', s.code, 'name', s.name) order by s.name, s.id), '[]')
        from basic_form f join school s on s.tenant_id = f.tenant_id and s.id = f.school_id
        where f.tenant_id = ${tenantId} and f.verdict is null and f.replaced_at is null and f.written_by <> ${personId}
          and ((f.side = 'contact' and f.school_id = any (${asked}::uuid[])) or (f.side = 'school' and f.school_id = any (${contact}::uuid[])))))
    from tenant t cross join lateral yearly_days(t.yearly_from, t.yearly_to, school_year_of((select app_today()))) d
    where t.tenant_id = ${tenantId})`;
}

/** Tells whom the yearly question asks that it is open, once a year. Gives how many were told. */
export async function tellYearlyQuestion(database: Database): Promise<number> {
  const row = await database.ask<{ told: number }>(
    sql`select tell_yearly_question(${database.movedClock()}::timestamptz) as told`,
  );
  return row?.told ?? 0;
}

/** Takes drafts of years that are over away, and after two years more names and words. Gives how many rows. */
export async function fadeYearlyAnswers(database: Database): Promise<number> {
  const row = await database.ask<{ gone: number }>(
    sql`select fade_yearly_answers(${database.movedClock()}::timestamptz) as gone`,
  );
  return row?.gone ?? 0;
}
