/** A question as it is read: one row with everything the rules, the page and the API need. */
import type { EditionThen } from '../news/index.ts';
import { type Reader, type Sql, sql, type Transaction } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Holiday } from '../registers/index.ts';
import type { Pause, Term } from './clocks/clock.rules.ts';
import type { Level, Relation, Status, StepName, Urgency } from './question.rules.ts';
import * as parts from './question-parts.store.ts';

export interface PersonName {
  readonly id: string;
  readonly name: string;
}

/** What the school wrote. */
export interface QuestionWords {
  readonly title: string;
  readonly need: string;
  readonly triedSoFar: string | null;
  readonly pseudonym: string | null;
  /** «8-9»: years of age. */
  readonly ageBand: string | null;
}

/** The gate before a question on a pupil, and the way to the school's own file. */
export interface QuestionPupil {
  readonly caseNumber: string | null;
  readonly parentsSpokenOn: string | null;
  readonly parentsConsentOn: string | null;
  readonly pupilConsentOn: string | null;
  /** As the partnership worded it on the day of submitting. */
  readonly legalGround: string | null;
}

/** Outcome of a toelaatbaarheidsverklaring, as a reference to the own case. */
export interface TlvOutcome {
  readonly schoolType: 'SBO' | 'SO';
  readonly category: number | null;
  readonly caseNumber: string;
  readonly firstOpinionOn: string;
  readonly firstOpinionBy: string;
  readonly secondOpinionOn: string;
  readonly secondOpinionBy: string;
}

/** A decision of the committee; its reasons stand with the entry. */
export interface Decision {
  readonly id: string;
  readonly kind: 'arrangement' | 'tlv';
  readonly granted: boolean;
  readonly dagdelen: number | null;
  /** Euro. */
  readonly budget: number | null;
  readonly from: string | null;
  /** The last day it holds. */
  readonly to: string | null;
  /** null: an arrangement, or not for this reader (the school and the committee alone). */
  readonly tlv: TlvOutcome | null;
}

/** One thing that was done; only what its step carries is set, and its words only for who reads the words of the question. */
export interface Entry {
  readonly id: string;
  readonly version: number;
  readonly at: string;
  /** null once it has faded. */
  readonly person: PersonName | null;
  readonly relation: Relation | 'system';
  readonly step: StepName;
  readonly toStatus: Status;
  readonly choice: string | null;
  readonly onDate: string | null;
  readonly untilDate: string | null;
  readonly urgency: Urgency | null;
  readonly expertise: readonly string[] | null;
  readonly dagdelen: number | null;
  readonly specialist: PersonName | null;
  readonly from: PersonName | null;
  readonly role: string | null;
  readonly meetingId: string | null;
  readonly text: string | null;
  readonly nextStep: string | null;
  readonly decision: Decision | null;
}

export interface Assignment {
  readonly id: string;
  readonly specialist: PersonName;
  readonly kind: 'thinks_along' | 'assigned';
  readonly role: string;
  readonly state: 'asked' | 'active' | 'declined' | 'ended';
  readonly plannedDagdelen: number | null;
  readonly from: string | null;
  /** The last day. */
  readonly until: string | null;
}

/** The agenda it is on now. */
export interface AgendaItem {
  readonly id: string;
  readonly kind: 'advice' | 'decision';
  readonly meetingId: string;
  readonly startsAt: string;
  readonly cutOffOn: string;
  readonly begun: boolean;
  readonly quorum: number;
  /** Members who were there and have no conflict of interest; for who reads attendance, else 0. */
  readonly takers: number;
}

/** What this partnership asks and says around every question. */
export interface QuestionSettings {
  readonly consentParentsBelow: number;
  readonly consentPupilFrom: number;
  readonly consentSource: string;
  readonly legalGround: string;
  readonly legalGroundSource: string;
}

/** The days of the short line. */
export interface QuestionDays {
  readonly signalledOn: string;
  readonly submittedOn: string | null;
  readonly triagedOn: string | null;
  readonly involvedOn: string | null;
  readonly completeOn: string | null;
  readonly advisedOn: string | null;
  readonly firstContactOn: string | null;
  readonly startedOn: string | null;
  readonly evaluateBy: string | null;
  readonly evaluatedOn: string | null;
  readonly completedOn: string | null;
  readonly followUpOn: string | null;
  readonly endedOn: string | null;
  readonly pausedOn: string | null;
  readonly pauses: readonly Pause[];
  readonly incompleteOn: string | null;
  readonly committeePauses: readonly Pause[];
}

/** A question with everything the rules, the page and the API need, in one row. */
export interface QuestionRow extends QuestionDays {
  readonly id: string;
  readonly number: string;
  readonly level: Level;
  readonly status: Status;
  readonly version: number;
  readonly school: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly boardId: string | null;
  };
  /** null once it has faded. */
  readonly author: PersonName | null;
  readonly submitter: PersonName | null;
  /** Who has it in hands. */
  readonly holder: PersonName | null;
  readonly handOffs: number;
  readonly urgency: Urgency;
  /** Codes; `expertiseNames` has their names. */
  readonly expertise: readonly string[];
  readonly expertiseNames: readonly string[];
  readonly requestedDagdelen: number | null;
  readonly plannedDagdelen: number | null;
  /** What who helps must speak beside Dutch. */
  readonly language: string | null;
  /** Of the ondersteuningsplan that it works on, as was said at triage. */
  readonly ambition: { readonly id: string; readonly name: string } | null;
  readonly continuesId: string | null;
  readonly lasted: 'yes' | 'partly' | 'no' | null;
  readonly askedAt: string;
  readonly touchedAt: string;
  readonly faded: boolean;
  readonly today: string;
  readonly relations: readonly Relation[];
  /** null: not for this reader (a team lead plans a question on a pupil without reading it), or faded. */
  readonly words: QuestionWords | null;
  readonly pupil: QuestionPupil | null;
  readonly contactPersons: readonly PersonName[];
  readonly entries: readonly Entry[];
  readonly assignments: readonly Assignment[];
  readonly agenda: AgendaItem | null;
  /** Goals still pursued, as far as this reader reads them. */
  readonly goals: readonly { readonly endBySchool: boolean; readonly endBySpecialist: boolean }[];
  readonly unconfirmedVisits: number;
  /** The working rules that held from its first day to its end; of the committee only when it came there. */
  readonly workingRules: readonly EditionThen[];
  readonly settings: QuestionSettings;
  readonly terms: readonly Term[];
  /** Of the school, its board and the partnership: what its clocks leave out. */
  readonly holidays: readonly Holiday[];
}

/** PostgreSQL builds the whole record as JSON: one round trip. */
const wholeQuestion = (actor: Actor): Sql => sql`jsonb_build_object(
  'id', q.id, 'number', q.number, 'level', q.level, 'status', q.status, 'version', q.version,
  'school', jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'boardId', s.board_id),
  'author', ${parts.names.author}, 'submitter', ${parts.names.submitter}, 'holder', ${parts.names.holder}, 'handOffs', q.hand_offs,
  'urgency', q.urgency, 'expertise', to_jsonb(q.expertise), 'expertiseNames', coalesce((select jsonb_agg(x.name order by x.position, x.name)
    from expertise x where x.tenant_id = q.tenant_id and x.code = any (q.expertise)), '[]'),
  'requestedDagdelen', q.requested_dagdelen, 'plannedDagdelen', q.planned_dagdelen, 'language', q.language,
  'ambition', (select jsonb_build_object('id', a.id, 'name', a.name) from ambition a where a.tenant_id = q.tenant_id and a.id = q.ambition_id), 'continuesId', q.continues_id, 'lasted', q.lasted,
  'askedAt', q.asked_at, 'touchedAt', q.touched_at, 'faded', q.faded_at is not null, 'today', app_today(),
  'relations', to_jsonb(question_relations(q, ${actor.personId}, app_today())),
  'words', ${parts.words}, 'pupil', ${parts.pupil}, 'contactPersons', ${parts.contactPersons},
  'entries', ${parts.entries}, 'assignments', ${parts.assignments}, 'agenda', ${parts.agenda},
  'goals', ${parts.goals}, 'unconfirmedVisits', ${parts.unconfirmedVisits}, 'workingRules', ${parts.rulesThen},
  'settings', ${parts.settings}, 'terms', ${parts.termsOf(sql`q.tenant_id`)}, 'holidays', ${parts.holidays})
  || jsonb_build_object(${parts.days})`;

/** The question as the actor may see it; undefined when it is not there or not theirs. */
export function getQuestion(reader: Reader, actor: Actor, id: string): Promise<QuestionRow | undefined> {
  return getQuestionWith(reader, actor, id, sql`'{}'::jsonb`);
}

/** The same with what a page shows around it: `more` is a JSON object about the question `q`. */
export async function getQuestionWith<More = unknown>(
  reader: Reader,
  actor: Actor,
  id: string,
  more: Sql,
): Promise<(QuestionRow & More) | undefined> {
  const row = await reader.first<{
    question: QuestionRow & More;
  }>(sql`select ${wholeQuestion(actor)} || ${more} as question
    from support_question q
    join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
    left join person w on w.tenant_id = q.tenant_id and w.id = q.author_id
    left join person b on b.tenant_id = q.tenant_id and b.id = q.submitter_id
    left join person h on h.tenant_id = q.tenant_id and h.id = q.holder_id
    where q.tenant_id = ${actor.tenantId} and q.id = ${id}`);
  return row?.question;
}

/** The same, locked until the transaction ends, so that nobody takes a step meanwhile. */
export async function lockQuestion(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<QuestionRow | undefined> {
  // Sent together: the second is asked when the first has the lock, so it sees what the last step left.
  const [, question] = await Promise.all([
    tx.first(
      sql`select lock_question(tenant_id, id) from support_question where tenant_id = ${actor.tenantId} and id = ${id}`,
    ),
    getQuestion(tx, actor, id),
  ]);
  return question;
}
