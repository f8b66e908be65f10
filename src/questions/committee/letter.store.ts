/** What stands in a decision letter. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Level, Relation } from '../question.rules.ts';
import type { CommitteeSettings } from './settings.store.ts';

export interface LetterFacts {
  readonly questionId: string;
  readonly relations: readonly Relation[];
  readonly tenantName: string;
  readonly number: string;
  readonly level: Level;
  readonly pseudonym: string | null;
  /** The school's own number of the pupil's file. */
  readonly caseNumber: string | null;
  readonly kind: 'arrangement' | 'tlv';
  readonly granted: boolean;
  readonly dagdelen: number | null;
  /** Euro. */
  readonly budget: number | null;
  readonly from: CivilDate | null;
  /** The last day it holds. */
  readonly to: CivilDate | null;
  readonly tlv: {
    readonly schoolType: 'SBO' | 'SO';
    /** 1 laag, 2 midden, 3 hoog. */
    readonly category: number | null;
    readonly caseNumber: string;
  } | null;
  readonly decidedOn: CivilDate;
  readonly reasons: string;
  readonly settings: Pick<CommitteeSettings, 'address' | 'signature' | 'objection'>;
}

/** Undefined when the decision is not there, its question is not the reader's, or its words are gone. */
export async function getLetterFacts(
  reader: Reader,
  actor: Actor,
  decisionId: string,
): Promise<LetterFacts | undefined> {
  const row = await reader.first<{ one: LetterFacts }>(sql`select jsonb_build_object('questionId', q.id,
      'relations', to_jsonb(question_relations(q, ${actor.personId}, app_today())), 'tenantName', t.name,
      'number', q.number, 'level', q.level, 'pseudonym', w.pseudonym, 'caseNumber', u.case_number,
      'kind', d.kind, 'granted', d.granted, 'dagdelen', d.dagdelen, 'budget', d.budget, 'from', d.starts_on, 'to', d.ends_on,
      'tlv', case when v.decision_id is not null then jsonb_build_object('schoolType', v.school_type, 'category', v.category,
        'caseNumber', v.case_number) end,
      'decidedOn', day_of(e.at), 'reasons', x.text, 'settings', jsonb_build_object('address', t.committee_address,
        'signature', t.committee_signature, 'objection', t.committee_objection)) as one
    from decision d
    join support_question q on q.tenant_id = d.tenant_id and q.id = d.question_id
    join tenant t on t.tenant_id = d.tenant_id
    join question_words w on w.tenant_id = q.tenant_id and w.question_id = q.id
    join question_entry e on e.tenant_id = d.tenant_id and e.question_id = d.question_id and e.version = d.version
    join question_entry_words x on x.tenant_id = e.tenant_id and x.question_id = e.question_id and x.version = e.version
    left join question_pupil u on u.tenant_id = q.tenant_id and u.question_id = q.id
    left join decision_tlv v on v.tenant_id = d.tenant_id and v.decision_id = d.id
    where d.tenant_id = ${actor.tenantId} and d.id = ${decisionId} and x.text is not null`);
  return row?.one;
}
