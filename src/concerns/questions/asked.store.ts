/** Questions that were made of the agreements of a concern: who reads the agreement sees the link (0033), what the question is only who reads that. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Status, StepName } from '../../questions/index.ts';

export interface AskedQuestion {
  readonly agreementId: string;
  /** Version of the entry that the agreement stands in. */
  readonly entry: number;
  readonly at: string;
  /** null: the question itself is not for this reader. */
  readonly question: {
    readonly id: string;
    readonly number: string;
    readonly status: Status;
    readonly faded: boolean;
    readonly by: string;
    readonly evaluatedOn: string | null;
    readonly completedOn: string | null;
    readonly lasted: 'yes' | 'partly' | 'no' | null;
    /** What came of it, oldest first. */
    readonly results: readonly {
      readonly step: ResultStep;
      readonly at: string;
      readonly toStatus: Status;
    }[];
  } | null;
}

export type ResultStep = Extract<
  StepName,
  'evaluate' | 'complete' | 'follow_up' | 'answer' | 'decline' | 'withdraw' | 'stop'
>;

const resultSteps: readonly ResultStep[] = [
  'evaluate',
  'complete',
  'follow_up',
  'answer',
  'decline',
  'withdraw',
  'stop',
];

/** For a query of a concern `c`: the questions made of its agreements, oldest first. */
export const askedOf = sql`(select coalesce(jsonb_agg(jsonb_build_object('agreementId', a.id, 'entry', a.version, 'at', k.made_at,
    'question', case when q.id is not null then jsonb_build_object('id', q.id, 'number', q.number, 'status', q.status,
      'faded', q.faded_at is not null, 'by', p.name, 'evaluatedOn', q.evaluated_on, 'completedOn', q.completed_on, 'lasted', q.lasted,
      'results', coalesce((select jsonb_agg(jsonb_build_object('step', e.step, 'at', e.at, 'toStatus', e.to_status) order by e.version)
        from question_entry e where e.tenant_id = q.tenant_id and e.question_id = q.id and e.step = any (${resultSteps})), '[]')) end)
    order by k.made_at, k.question_id, a.id), '[]')
  from agreement a join concern_question k on k.tenant_id = a.tenant_id and k.agreement_id = a.id
  join person p on p.tenant_id = k.tenant_id and p.id = k.made_by
  left join support_question q on q.tenant_id = k.tenant_id and q.id = k.question_id
  where a.tenant_id = c.tenant_id and a.concern_id = c.id)`;

/** Of a concern the actor reads. */
export async function findAsked(
  reader: Reader,
  actor: Actor,
  concernId: string,
): Promise<readonly AskedQuestion[]> {
  const row = await reader.first<{ asked: readonly AskedQuestion[] }>(
    sql`select ${askedOf} as asked from concern c where c.tenant_id = ${actor.tenantId} and c.id = ${concernId}`,
  );
  return row?.asked ?? [];
}

/** Ties a question to the agreement it was made of, in the transaction that made it. Throws LawRefused. */
export async function linkQuestion(
  tx: Transaction,
  actor: Actor,
  agreementId: string,
  questionId: string,
): Promise<void> {
  await tx.run(sql`insert into concern_question (tenant_id, agreement_id, question_id, made_by)
    values (${actor.tenantId}, ${agreementId}, ${questionId}, ${actor.personId})`);
}
