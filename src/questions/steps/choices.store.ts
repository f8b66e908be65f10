import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type Expertise, expertiseOf, languagesOf } from '../asking/asking.store.ts';
import type { QuestionRow } from '../question.store.ts';
import { type Proposal, proposalOf } from '../reading/around.store.ts';

/** A specialist to choose, with what speaks for them. */
export interface SpecialistChoice {
  readonly id: string;
  readonly name: string;
  /** Kinds of expertise that the question asks for, the strongest first. */
  readonly fitting: readonly { readonly name: string; readonly level: number }[];
  /** The others. */
  readonly others: readonly string[];
  /** Whether they work in the area of the school; null when nobody said where they work. */
  readonly inArea: boolean | null;
  /** Whether they speak the language that the question asks for; null when it asks for none. */
  readonly speaks: boolean | null;
  /** Dagdelen a week that are free now; null for who may not know, and for who has no contract. */
  readonly free: number | null;
}

/** Everybody who is a specialist today: who speaks its language and fits the question best first, then who works near, then who has most room. */
export async function findSpecialistChoices(
  reader: Reader,
  actor: Actor,
  question: Pick<QuestionRow, 'school' | 'expertise' | 'language'>,
): Promise<readonly SpecialistChoice[]> {
  return reader.rows<SpecialistChoice>(sql`with known as (
      select p.id, p.name, k.fitting, k.others, k.strength, r.dagdelen::float8 as free,
        case when ${question.language}::text is not null then exists (select from unnest(s.languages) l
          where lower(btrim(l)) = lower(${question.language})) end as speaks,
        case when coalesce(cardinality(s.areas), 0) = 0 then null else coalesce(h.area_id = any (s.areas), false) end as near
      from person p
      join school h on h.tenant_id = p.tenant_id and h.id = ${question.school.id}
      left join specialist s on s.tenant_id = p.tenant_id and s.person_id = p.id
      left join specialist_room() r on r.person_id = p.id
      cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('name', e.name, 'level', x.level) order by x.level desc, e.name, e.code)
            filter (where x.expertise = any (${question.expertise})), '[]') as fitting,
          coalesce(jsonb_agg(e.name order by x.level desc, e.name) filter (where not x.expertise = any (${question.expertise})), '[]') as others,
          coalesce(sum(x.level) filter (where x.expertise = any (${question.expertise})), 0) as strength
        from specialist_expertise x join expertise e on e.tenant_id = x.tenant_id and e.code = x.expertise
        where x.tenant_id = p.tenant_id and x.person_id = p.id) k
      where p.tenant_id = ${actor.tenantId} and p.suspended_at is null and exists (select from appointment a
        where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist'
          and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today()))
    )
    select id, name, fitting, others, speaks, near as "inArea", free from known
    order by coalesce(speaks, true) desc, strength desc, near desc nulls last, free desc nulls last, name, id`);
}

/** Whom a published plan proposes for a question. */
export async function findProposal(
  reader: Reader,
  actor: Actor,
  questionId: string,
): Promise<Proposal | null> {
  const row = await reader.first<{ proposal: Proposal | null }>(
    sql`select ${proposalOf} as proposal from support_question q where q.tenant_id = ${actor.tenantId} and q.id = ${questionId}`,
  );
  return row?.proposal ?? null;
}

/** The partnership's list of today. */
export async function findExpertise(reader: Reader, actor: Actor): Promise<readonly Expertise[]> {
  return (await findTriageChoices(reader, actor)).expertise;
}

export interface TriageChoices {
  readonly expertise: readonly Expertise[];
  readonly languages: readonly string[];
  /** Of the ondersteuningsplan, those of today. */
  readonly ambitions: readonly { readonly id: string; readonly name: string }[];
}

/** The same, what its specialists speak, and what it can work on. */
export async function findTriageChoices(reader: Reader, actor: Actor): Promise<TriageChoices> {
  const row = await reader.first<TriageChoices>(
    sql`select ${expertiseOf} as expertise, ${languagesOf} as languages, (
        select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name, a.id), '[]') from ambition a
        where a.tenant_id = t.tenant_id and not a.is_draft and a.starts_on <= (select app_today())
          and (a.ends_on is null or a.ends_on > (select app_today()))) as ambitions
      from tenant t where t.tenant_id = ${actor.tenantId}`,
  );
  return row ?? { expertise: [], languages: [], ambitions: [] };
}
