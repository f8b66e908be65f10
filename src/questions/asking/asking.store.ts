import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { PersonName, QuestionSettings } from '../question.store.ts';

/** What the page on which a question is asked tells beforehand: who will look at it, when, and what this partnership asks. */
export interface Asking {
  readonly expertise: readonly Expertise[];
  /** What specialists speak, to choose from. */
  readonly languages: readonly string[];
  /** Norm for the first look, in school days. */
  readonly triage: { readonly days: number; readonly source: string } | null;
  readonly contactPersons: readonly (PersonName & { readonly schoolId: string })[];
  readonly settings: QuestionSettings;
}

export interface Expertise {
  readonly code: string;
  readonly name: string;
}

/** Kinds of expertise of the partnership `t` that can be chosen today. */
export const expertiseOf = sql`coalesce((select jsonb_agg(jsonb_build_object('code', x.code, 'name', x.name) order by x.position, x.name)
  from expertise x where x.tenant_id = t.tenant_id and (x.ended_on is null or x.ended_on > app_today())), '[]')`;

/** Languages of the specialists of the partnership `t`, each once. */
export const languagesOf = sql`coalesce((select jsonb_agg(l order by l) from (select distinct l
  from specialist s cross join unnest(s.languages) l where s.tenant_id = t.tenant_id) known), '[]')`;

export async function getAsking(reader: Reader, actor: Actor, schoolIds: readonly string[]): Promise<Asking> {
  const row = await reader.first<{
    asking: Asking;
  }>(sql`select jsonb_build_object('expertise', ${expertiseOf},
      'languages', ${languagesOf}, 'triage', (select jsonb_build_object('days', n.days, 'source', n.source) from question_term n
        where n.tenant_id = t.tenant_id and n.clock = 'triage'),
      'contactPersons', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'schoolId', a.school_id) order by p.name, p.id, a.id)
        from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
        where a.tenant_id = t.tenant_id and a.role = 'contact_person' and a.school_id = any (${schoolIds}::uuid[])
          and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())), '[]'),
      'settings', jsonb_build_object('consentParentsBelow', t.consent_parents_below, 'consentPupilFrom', t.consent_pupil_from,
        'consentSource', t.consent_source, 'legalGround', t.legal_ground, 'legalGroundSource', t.legal_ground_source)) as asking
    from tenant t where t.tenant_id = ${actor.tenantId}`);
  if (row === undefined) throw new Error('an actor belongs to a partnership');
  return row.asking;
}
