import type { WhyComes } from '../../planner/index.ts';
import { type Reader, sql } from '../../platform/database.ts';
import type { Actor, Role } from '../../platform/pure/actor.ts';
import { type Attachment, attachments } from '../attachments/attachment.store.ts';
import type { Status } from '../question.rules.ts';
import { getQuestionWith, type PersonName, type QuestionRow } from '../question.store.ts';

export interface LinkedQuestion {
  readonly id: string;
  readonly number: string;
  readonly status: Status;
  /** The earlier one, or one that took this one up again. */
  readonly earlier: boolean;
}

/** Whom a plan proposes for a question; days both included. */
export interface Proposal {
  readonly specialist: PersonName;
  readonly dagdelen: number;
  readonly from: string;
  readonly to: string;
  /** Null: the plan said nothing about it. */
  readonly because: WhyComes | null;
}

/** The open proposal for question q, as JSON; null: there is none, or not for this reader. */
export const proposalOf = sql`(select jsonb_build_object('specialist', jsonb_build_object('id', p.id, 'name', p.name), 'dagdelen', o.dagdelen,
    'from', o.starts_on, 'to', o.ends_on - 1, 'because', o.because)
  from assignment_proposal o join person p on p.tenant_id = o.tenant_id and p.id = o.specialist_id
  where o.tenant_id = q.tenant_id and o.question_id = q.id and o.state = 'open')`;

/** What its page shows around a question. */
export interface Around {
  readonly linked: readonly LinkedQuestion[];
  readonly attachments: readonly Attachment[];
  /** Who can read along today because of an appointment; who works on it stands with the assignments. */
  readonly readers: readonly (PersonName & { readonly role: Role })[];
  /** Whom a published plan proposes, for who may know. */
  readonly proposal: Proposal | null;
  /** Specialists at the school who read along. */
  readonly stationed: readonly PersonName[];
}

export type QuestionAround = QuestionRow & { readonly around: Around };

/** A teacher reads what they asked themselves; the committee what stands on its agenda, but for who has a conflict of interest. */
const around = sql`jsonb_build_object('around', jsonb_build_object(
  'linked', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'number', x.number, 'status', x.status,
      'earlier', x.id is not distinct from q.continues_id) order by x.asked_at, x.id)
    from support_question x where x.tenant_id = q.tenant_id and (x.id = q.continues_id or x.continues_id = q.id)), '[]'),
  'proposal', ${proposalOf},
  'stationed', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
    from stationed_now() n join person p on p.tenant_id = n.tenant_id and p.id = n.person_id and p.suspended_at is null
    where q.level <> 'pupil' and q.submitted_on is not null and n.tenant_id = q.tenant_id and n.school_id = q.school_id
      and exists (select from appointment a where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist'
        and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today()))), '[]'),
  'attachments', ${attachments}, 'readers', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'role', a.role) order by a.role, p.name, p.id)
    from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = q.tenant_id and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
      and p.suspended_at is null and case
        when a.school_id = q.school_id then a.role in ('support_coordinator', 'school_director', 'contact_person')
          or (a.role = 'teacher' and a.person_id = q.author_id)
        when a.role = 'team_lead' then true
        when a.role in ('committee_member', 'committee_secretary') then exists (select from agenda_item i
            where i.tenant_id = q.tenant_id and i.question_id = q.id and i.state <> 'withdrawn')
          and (a.role = 'committee_secretary' or not has_conflict(q, a.person_id, app_today()))
        else false end), '[]')))`;

/** The question with what its page shows around it, in one query. */
export const getQuestionAround = (
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<QuestionAround | undefined> =>
  getQuestionWith<{ readonly around: Around }>(reader, actor, id, around);
