/** What the deeds of a question write: drafts, entries and what belongs to them. */
import { type Sql, sql, type Transaction } from '../platform/database.ts';
import { newId, newNumber } from '../platform/ids.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Level, Status, StepName, Urgency } from './question.rules.ts';
import type { Decision, QuestionPupil, QuestionRow, QuestionWords } from './question.store.ts';

/** A question as its school writes it, whole. */
export interface Draft {
  readonly level: Level;
  readonly urgency: Urgency;
  readonly expertise: readonly string[];
  readonly requestedDagdelen: number | null;
  readonly language: string | null;
  /** null: today. */
  readonly signalledOn: string | null;
  readonly words: QuestionWords;
  /** At level pupil alone. */
  readonly pupil: Omit<QuestionPupil, 'legalGround'> | null;
}

/** Saves a new draft. Gives its id. */
export async function saveDraft(
  tx: Transaction,
  actor: Actor,
  { schoolId, continuesId }: { readonly schoolId: string; readonly continuesId: string | null },
  draft: Draft,
): Promise<string> {
  const id = newId();
  const insert = () =>
    tx.run(sql`insert into support_question (tenant_id, id, number, school_id, author_id, level, urgency, expertise, requested_dagdelen,
      language, continues_id, signalled_on)
    values (${actor.tenantId}, ${id}, ${newNumber()}, ${schoolId}, ${actor.personId}, ${draft.level}, ${draft.urgency}, ${draft.expertise},
      ${draft.requestedDagdelen}, ${draft.language}, ${continuesId}, coalesce(${draft.signalledOn}::date, app_today()))
    on conflict (tenant_id, number) do nothing`);
  // Of 24 million numbers one is drawn: among ten thousand questions somebody will draw one that is there already.
  for (let left = 5; left > 0; left -= 1) {
    if ((await insert()) === 0) continue;
    const { title, need, triedSoFar, pseudonym, ageBand } = draft.words;
    await Promise.all([
      tx.run(sql`insert into question_words (tenant_id, question_id, school_id, level, title, need, tried_so_far, pseudonym, age_band)
        values (${actor.tenantId}, ${id}, ${schoolId}, ${draft.level}, ${title}, ${need}, ${triedSoFar}, ${pseudonym}, ${ageBand})`),
      ...(draft.pupil === null ? [] : [tx.run(pupilOf(actor, { id, schoolId }, draft.pupil))]),
    ]);
    return id;
  }
  throw new Error('no free number for a question');
}

/** Saves the draft over the last, and gives the version it has then. A level that no longer is a pupil's takes the pupil away. */
export async function reviseDraft(
  tx: Transaction,
  actor: Actor,
  before: QuestionRow,
  draft: Draft,
): Promise<number> {
  const { id, school } = before;
  const here = sql`tenant_id = ${actor.tenantId} and question_id = ${id}`;
  const { title, need, triedSoFar, pseudonym, ageBand } = draft.words;
  const changes: readonly Sql[] = [
    // A pseudonym and a pupil stand at level pupil alone.
    ...(before.level === 'pupil' && draft.pupil === null
      ? [
          sql`delete from question_pupil where ${here}`,
          sql`update question_words set pseudonym = null, age_band = null where ${here}`,
        ]
      : []),
    ...(isSame(planOf(before), planOf(draft))
      ? []
      : [
          sql`update support_question set level = ${draft.level}, urgency = ${draft.urgency}, expertise = ${draft.expertise},
              requested_dagdelen = ${draft.requestedDagdelen}, language = ${draft.language}, signalled_on = coalesce(${draft.signalledOn}::date, signalled_on)
            where tenant_id = ${actor.tenantId} and id = ${id}`,
        ]),
    ...(isSame(before.words, draft.words)
      ? []
      : [
          sql`update question_words set title = ${title}, need = ${need}, tried_so_far = ${triedSoFar}, pseudonym = ${pseudonym}, age_band = ${ageBand}
            where ${here}`,
        ]),
    ...(draft.pupil === null || isSame(gateOf(before.pupil), gateOf(draft.pupil))
      ? []
      : [pupilOf(actor, { id, schoolId: school.id }, draft.pupil)]),
  ];
  // Sent together, done in this order.
  const done = changes.map((change) => tx.run(change));
  const row = tx.first<{ version: number }>(
    sql`select version from support_question where tenant_id = ${actor.tenantId} and id = ${id}`,
  );
  // In one list: what fails first is what is told, and nothing fails unheard.
  await Promise.all([...done, row]);
  return (await row)?.version ?? before.version;
}

const planOf = ({
  level,
  urgency,
  expertise,
  requestedDagdelen,
  language,
  signalledOn,
}: Omit<Draft, 'words' | 'pupil'>) => [level, urgency, expertise, requestedDagdelen, language, signalledOn];

const gateOf = (pupil: Draft['pupil']) =>
  pupil === null
    ? null
    : [pupil.caseNumber, pupil.parentsSpokenOn, pupil.parentsConsentOn, pupil.pupilConsentOn];

/** What did not change is not written: every write of a draft makes it another version. */
const isSame = (one: object | null, other: object | null) =>
  JSON.stringify(one, Object.keys(one ?? {}).sort()) ===
  JSON.stringify(other, Object.keys(other ?? {}).sort());

/** Fills in the number of the own case, once; gives the version the question has then. */
export async function numberCase(
  tx: Transaction,
  actor: Actor,
  question: Pick<QuestionRow, 'id' | 'version'>,
  caseNumber: string,
): Promise<number> {
  const filled = await tx.run(sql`update question_pupil set case_number = ${caseNumber}
    where tenant_id = ${actor.tenantId} and question_id = ${question.id} and case_number is null`);
  return question.version + filled;
}

const pupilOf = (
  actor: Actor,
  { id, schoolId }: { readonly id: string; readonly schoolId: string },
  pupil: NonNullable<Draft['pupil']>,
) => sql`insert into question_pupil (tenant_id, question_id, school_id, level, case_number, parents_spoken_on, parents_consent_on, pupil_consent_on)
    values (${actor.tenantId}, ${id}, ${schoolId}, 'pupil', ${pupil.caseNumber}, ${pupil.parentsSpokenOn}, ${pupil.parentsConsentOn}, ${pupil.pupilConsentOn})
    on conflict (tenant_id, question_id) do update set case_number = excluded.case_number, parents_spoken_on = excluded.parents_spoken_on,
      parents_consent_on = excluded.parents_consent_on, pupil_consent_on = excluded.pupil_consent_on`;

/** What a step writes on the timeline. */
export interface NewEntry {
  readonly step: StepName;
  readonly toStatus: Status;
  readonly choice?: string | undefined;
  readonly onDate?: string | undefined;
  readonly untilDate?: string | undefined;
  readonly urgency?: Urgency | undefined;
  readonly expertise?: readonly string[] | undefined;
  readonly dagdelen?: number | undefined;
  readonly language?: string | undefined;
  readonly ambitionId?: string | undefined;
  readonly specialistId?: string | undefined;
  readonly fromId?: string | undefined;
  readonly role?: string | undefined;
  readonly meetingId?: string | undefined;
  readonly text?: string | undefined;
  readonly nextStep?: string | undefined;
  readonly decision?: Omit<Decision, 'id'> | undefined;
}

/**
 * Writes an entry, and before it what belongs to it: the database looks at both together when the entry comes in, and moves the
 * question itself. Throws LawRefused when the step is not lawful, Stale when somebody was first.
 */
export async function recordEntry(
  tx: Transaction,
  actor: Actor,
  question: Pick<QuestionRow, 'id' | 'version' | 'status'>,
  entry: NewEntry,
): Promise<void> {
  const key = sql`${actor.tenantId}, ${question.id}, ${question.version + 1}`;
  if (entry.text !== undefined || entry.nextStep !== undefined) {
    await tx.run(sql`insert into question_entry_words (tenant_id, question_id, version, text, next_step)
      values (${key}, ${entry.text}, ${entry.nextStep})`);
  }
  if (entry.decision !== undefined) await recordDecision(tx, actor, key, entry.decision);
  // What the trigger fills in itself (who, when, in what capacity, from where) still has to be named.
  await tx.run(sql`insert into question_entry (tenant_id, question_id, version, id, at, relation, step, from_status, to_status, choice, on_date,
      until_date, urgency, expertise, dagdelen, language, ambition_id, specialist_id, from_id, role, meeting_id)
    values (${key}, ${newId()}, app_now(), '', ${entry.step}, ${question.status}, ${entry.toStatus}, ${entry.choice}, ${entry.onDate},
      ${entry.untilDate}, ${entry.urgency}, ${entry.expertise}, ${entry.dagdelen}, ${entry.language}, ${entry.ambitionId}, ${entry.specialistId},
      ${entry.fromId}, ${entry.role}, ${entry.meetingId})`);
}

async function recordDecision(
  tx: Transaction,
  actor: Actor,
  key: Sql,
  { tlv, ...decision }: Omit<Decision, 'id'>,
): Promise<void> {
  const id = newId();
  await tx.run(sql`insert into decision (tenant_id, question_id, version, id, kind, granted, dagdelen, budget, starts_on, ends_on)
    values (${key}, ${id}, ${decision.kind}, ${decision.granted}, ${decision.dagdelen}, ${decision.budget}, ${decision.from}, ${decision.to})`);
  if (tlv === null) return;
  await tx.run(sql`insert into decision_tlv (tenant_id, decision_id, school_type, category, case_number, first_opinion_on, first_opinion_by,
      second_opinion_on, second_opinion_by)
    values (${actor.tenantId}, ${id}, ${tlv.schoolType}, ${tlv.category}, ${tlv.caseNumber}, ${tlv.firstOpinionOn}, ${tlv.firstOpinionBy},
      ${tlv.secondOpinionOn}, ${tlv.secondOpinionBy})`);
}
