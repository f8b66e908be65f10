/** What a partnership agrees about questions: norms of the clocks, consent, legal ground, how long things stay. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { ClockName, Term } from '../clocks/clock.rules.ts';

export interface Terms {
  readonly terms: Readonly<Record<ClockName, Term>>;
  readonly version: number;
}

export async function getTerms(reader: Reader, tenantId: string): Promise<Terms | undefined> {
  return reader.first<Terms>(sql`select t.version, (select jsonb_object_agg(q.clock,
      jsonb_build_object('clock', q.clock, 'days', q.days, 'warnDays', q.warn_days, 'source', q.source))
    from question_term q where q.tenant_id = t.tenant_id) as terms
    from tenant t where t.tenant_id = ${tenantId}`);
}

/** False when somebody else changed the partnership first. */
export async function saveTerms(
  tx: Transaction,
  tenantId: string,
  terms: readonly Term[],
  version: number,
): Promise<boolean> {
  const rows = await tx.run(
    sql`update tenant set version = version + 1 where tenant_id = ${tenantId} and version = ${version}`,
  );
  if (rows !== 1) return false;
  await tx.run(sql`update question_term q set days = t.days, warn_days = t."warnDays", source = t.source, version = q.version + 1
    from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as t (clock text, days int, "warnDays" int, source text)
    where q.tenant_id = ${tenantId} and q.clock = t.clock`);
  return true;
}

export interface House {
  /** Months after completion when is asked whether it lasted. */
  readonly followUpMonths: number;
  /** Months after its end when a question fades. */
  readonly questionFadeMonths: number;
  readonly goalPoints: number;
  /** Years of age: below it parents consent, from it the pupil does. */
  readonly consentParentsBelow: number;
  readonly consentPupilFrom: number;
  readonly consentSource: string;
  readonly legalGround: string;
  readonly legalGroundSource: string;
}

export async function getHouse(
  reader: Reader,
  tenantId: string,
): Promise<(House & { readonly version: number }) | undefined> {
  return reader.first(sql`select follow_up_months as "followUpMonths", question_fade_months as "questionFadeMonths",
      goal_points as "goalPoints", consent_parents_below as "consentParentsBelow", consent_pupil_from as "consentPupilFrom",
      consent_source as "consentSource", legal_ground as "legalGround", legal_ground_source as "legalGroundSource", version
    from tenant where tenant_id = ${tenantId}`);
}

/** False when somebody else changed the partnership first. */
export async function saveHouse(
  tx: Transaction,
  tenantId: string,
  house: House,
  version: number,
): Promise<boolean> {
  const rows = await tx.run(sql`update tenant set follow_up_months = ${house.followUpMonths},
      question_fade_months = ${house.questionFadeMonths}, goal_points = ${house.goalPoints},
      consent_parents_below = ${house.consentParentsBelow}, consent_pupil_from = ${house.consentPupilFrom},
      consent_source = ${house.consentSource}, legal_ground = ${house.legalGround}, legal_ground_source = ${house.legalGroundSource},
      version = version + 1
    where tenant_id = ${tenantId} and version = ${version}`);
  return rows === 1;
}
