/** What is written of visits: only through the functions of migrations/0027 and 0041, which hold the law. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import { type Actor, schoolsOf } from '../../platform/pure/actor.ts';
import { respondents } from './visit.access.ts';
import type { ParticipantRole, Verdict, VisitKind } from './visit.rules.ts';

export interface NewVisit {
  readonly id: string;
  /** The version the writer saw; null: it is new. */
  readonly version: number | null;
  readonly date: string;
  readonly minutes: number;
  readonly travelMinutes: number;
  readonly preparationMinutes: number;
  readonly kind: VisitKind;
  readonly schoolIds: readonly string[];
  readonly participants: readonly { readonly role: ParticipantRole; readonly number: number }[];
  readonly shares: readonly {
    readonly minutes: number;
    readonly questionId?: string | undefined;
    readonly goalId?: string | undefined;
    readonly ambitionId?: string | undefined;
    readonly schoolId?: string | undefined;
  }[];
}

/** Gives the version. Throws LawRefused with codes of `VisitFaultCode`, Stale, NotAdmitted. */
export async function saveVisit(tx: Transaction, visit: NewVisit): Promise<number> {
  const { id, version, date, minutes, travelMinutes, preparationMinutes, kind, schoolIds } = visit;
  const row = await tx.first<{
    version: number;
  }>(sql`select save_visit(${id}, ${version}, ${date}, ${minutes}, ${travelMinutes},
    ${preparationMinutes}, ${kind}, ${schoolIds}::uuid[], ${JSON.stringify(visit.participants)}, ${JSON.stringify(visit.shares)}) as version`);
  return row?.version ?? 0;
}

export async function withdrawVisit(tx: Transaction, id: string, version: number): Promise<number> {
  const row = await tx.first<{ version: number }>(sql`select withdraw_visit(${id}, ${version}) as version`);
  return row?.version ?? 0;
}

export interface Answer {
  readonly id: string;
  readonly schoolId: string;
  /** What the answerer saw; null: whatever stands there. */
  readonly version: number | null;
  readonly verdict: Verdict;
  readonly words: string | null;
}

/** Gives the version of the visit after it. */
export async function answerVisit(tx: Transaction, answer: Answer): Promise<number> {
  const { id, schoolId, version, verdict, words } = answer;
  const row = await tx.first<{ version: number }>(
    sql`select answer_visit(${id}, ${schoolId}, ${version}, ${verdict}, ${words}) as version`,
  );
  return row?.version ?? 0;
}

/** Of these visits, as they were seen: the ones that still wait, each with a school of this person. */
export function findStillToAnswer(
  reader: Reader,
  actor: Actor,
  seen: readonly { readonly id: string; readonly version: number }[],
): Promise<readonly { readonly id: string; readonly schoolId: string }[]> {
  const schools = schoolsOf(actor, ...respondents).map(({ id }) => id);
  return reader.rows(sql`select v.id, s.school_id as "schoolId"
    from unnest(${seen.map(({ id }) => id)}::uuid[], ${seen.map(({ version }) => version)}::int[]) as seen (id, version)
    join visit v on v.tenant_id = ${actor.tenantId} and v.id = seen.id and v.version = seen.version and v.withdrawn_at is null
    join visit_school s on s.tenant_id = v.tenant_id and s.visit_id = v.id and s.verdict is null
    where s.school_id = any (${schools}::uuid[]) and s.specialist_id <> ${actor.personId}`);
}

/** Confirms what `findStillToAnswer` found, in one statement; gives the ids. */
export async function confirmVisits(
  tx: Transaction,
  found: readonly { readonly id: string; readonly schoolId: string }[],
): Promise<void> {
  await tx.run(sql`select answer_visit(id, school, null, 'confirmed', null)
    from unnest(${found.map(({ id }) => id)}::uuid[], ${found.map(({ schoolId }) => schoolId)}::uuid[]) as found (id, school)`);
}
