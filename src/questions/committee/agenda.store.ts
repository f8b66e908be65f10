/** The questions on the agenda of a meeting: each reader finds those whose question they may see. */
import { type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Level, Status, Urgency } from '../question.rules.ts';
import { agendaOrder, type ItemKind, type ItemState } from './committee.rules.ts';

/** What was decided at this meeting; the reasons stand with the question. */
export interface TakenDecision {
  readonly id: string;
  readonly kind: 'arrangement' | 'tlv';
  readonly granted: boolean;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/** The gate and the way to the school's own file, as far as this reader reads them. */
interface PupilFile {
  readonly pseudonym: string | null;
  readonly ageBand: string | null;
  readonly caseNumber: string | null;
  readonly parentsSpokenOn: CivilDate | null;
  readonly parentsConsentOn: CivilDate | null;
  readonly pupilConsentOn: CivilDate | null;
}

export interface AgendaItem {
  readonly questionId: string;
  readonly number: string;
  readonly version: number;
  readonly kind: ItemKind;
  readonly state: ItemState;
  readonly level: Level;
  readonly status: Status;
  readonly urgency: Urgency;
  readonly school: { readonly code: string; readonly name: string };
  readonly submittedOn: CivilDate | null;
  /** Since when the file is complete, and since when something is missing; null: not. */
  readonly completeOn: CivilDate | null;
  readonly incompleteOn: CivilDate | null;
  /** null: not for this reader. */
  readonly title: string | null;
  readonly pupil: PupilFile | null;
  readonly decision: TakenDecision | null;
  /** Who took part in what was advised or decided; for the committee. */
  readonly takers: readonly string[];
}

/** One thing that was done and said about a question, for who reads its words. */
export interface Said {
  readonly at: string;
  readonly step: string;
  readonly name: string | null;
  readonly text: string;
}

/** An item with its whole file, to print. */
export interface AgendaFile extends AgendaItem {
  readonly need: string | null;
  readonly triedSoFar: string | null;
  readonly expertise: readonly string[];
  readonly requestedDagdelen: number | null;
  readonly alongside: readonly string[];
  readonly said: readonly Said[];
}

const decision = sql`(select jsonb_build_object('id', d.id, 'kind', d.kind, 'granted', d.granted, 'from', d.starts_on, 'to', d.ends_on)
  from question_entry e join decision d on d.tenant_id = e.tenant_id and d.question_id = e.question_id and d.version = e.version
  where e.tenant_id = i.tenant_id and e.question_id = i.question_id and e.meeting_id = i.meeting_id and e.step = 'decide'
    and i.state = 'decided' and e.at = i.settled_at)`;

const item: Sql = sql`jsonb_build_object('questionId', q.id, 'number', q.number, 'version', q.version, 'kind', i.kind, 'state', i.state,
  'level', q.level, 'status', q.status, 'urgency', q.urgency, 'school', jsonb_build_object('code', s.code, 'name', s.name),
  'submittedOn', q.submitted_on, 'completeOn', q.complete_on, 'incompleteOn', q.incomplete_on, 'title', w.title,
  'pupil', case when u.question_id is not null then jsonb_build_object('pseudonym', w.pseudonym, 'ageBand', w.age_band,
    'caseNumber', u.case_number, 'parentsSpokenOn', u.parents_spoken_on, 'parentsConsentOn', u.parents_consent_on,
    'pupilConsentOn', u.pupil_consent_on) end,
  'decision', ${decision},
  'takers', coalesce((select jsonb_agg(p.name order by p.name) from agenda_item_taker t
    join person p on p.tenant_id = t.tenant_id and p.id = t.person_id where t.tenant_id = i.tenant_id and t.item_id = i.id), '[]'))`;

const file: Sql = sql`jsonb_build_object('need', w.need, 'triedSoFar', w.tried_so_far, 'requestedDagdelen', q.requested_dagdelen,
  'expertise', coalesce((select jsonb_agg(x.name order by x.position, x.name) from expertise x
    where x.tenant_id = q.tenant_id and x.code = any (q.expertise)), '[]'),
  'alongside', coalesce((select jsonb_agg(distinct p.name) from assignment a join person p on p.tenant_id = a.tenant_id and p.id = a.specialist_id
    where a.tenant_id = q.tenant_id and a.question_id = q.id and a.state in ('active', 'ended')), '[]'),
  'said', coalesce((select jsonb_agg(jsonb_build_object('at', e.at, 'step', e.step, 'name', p.name, 'text', t.text) order by e.version)
    from question_entry e join question_entry_words t on t.tenant_id = e.tenant_id and t.question_id = e.question_id and t.version = e.version
    left join person p on p.tenant_id = e.tenant_id and p.id = e.person_id
    where e.tenant_id = q.tenant_id and e.question_id = q.id and t.text is not null), '[]'))`;

const itemsOf = (actor: Actor, meetingId: string): Sql => sql`from agenda_item i
  join support_question q on q.tenant_id = i.tenant_id and q.id = i.question_id
  join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
  left join question_words w on w.tenant_id = q.tenant_id and w.question_id = q.id
  left join question_pupil u on u.tenant_id = q.tenant_id and u.question_id = q.id
  where i.tenant_id = ${actor.tenantId} and i.meeting_id = ${meetingId} and i.state <> 'withdrawn'`;

/** In the order in which the committee treats them. */
export async function findAgenda(
  reader: Reader,
  actor: Actor,
  meetingId: string,
): Promise<readonly AgendaItem[]> {
  const rows = await reader.rows<{ one: AgendaItem }>(
    sql`select ${item} as one ${itemsOf(actor, meetingId)}`,
  );
  return rows.map(({ one }) => one).toSorted(agendaOrder);
}

/** The same with the whole file of each. */
export async function findAgendaFiles(
  reader: Reader,
  actor: Actor,
  meetingId: string,
): Promise<readonly AgendaFile[]> {
  const rows = await reader.rows<{ one: AgendaFile }>(
    sql`select ${item} || ${file} as one ${itemsOf(actor, meetingId)}`,
  );
  return rows.map(({ one }) => one).toSorted(agendaOrder);
}

/** A member who cannot take part in a question of a meeting. */
export interface Conflict {
  /** null for who is not the secretary: that there is one, not which. */
  readonly questionId: string | null;
  readonly personId: string;
  /** They said so themselves; else the database knows it. */
  readonly recused: boolean;
}

export function findConflicts(reader: Reader, meetingId: string): Promise<readonly Conflict[]> {
  return reader.rows<Conflict>(
    sql`select question_id as "questionId", person_id as "personId", recused from agenda_conflicts(${meetingId})
      order by question_id, person_id`,
  );
}
