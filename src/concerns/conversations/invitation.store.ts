import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';

/** That something about a conversation must be told to one person now. */
export interface InvitationChange {
  readonly tenantId: string;
  readonly personId: string;
  readonly concernId: string;
  readonly conversationId: string;
  /** asked = choose a proposal; set = there is a moment; off = taken back, or no longer for them. */
  readonly state: 'asked' | 'set' | 'off';
  /** What they were told last; null = nothing. */
  readonly told: 'asked' | 'set' | 'off' | null;
  /** Whether this person can answer the proposals. */
  readonly answers: boolean;
  /** Whether their calendar may hold it. */
  readonly known: boolean;
  /** ISO in UTC. */
  readonly startsAt: string | null;
  readonly sequence: number;
  readonly at: string;
  /** Of the letter. */
  readonly key: string;
}

/** Records what must be told now about the conversation of a concern, or (for the job) of all concerns. */
export async function settleInvitationsOf(
  tx: Transaction,
  concernId: string | null,
): Promise<readonly InvitationChange[]> {
  const utc = sql`'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
  return tx.rows<InvitationChange>(sql`select tenant as "tenantId", person as "personId", concern as "concernId",
      conversation as "conversationId", state, told, answers, known, sequence, key,
      to_char(starts_at at time zone 'UTC', ${utc}) as "startsAt", to_char(at at time zone 'UTC', ${utc}) as at
    from settle_invitations(${concernId}::uuid)`);
}

/** A conversation with a moment, for somebody's own calendar. */
export interface SetConversation {
  readonly id: string;
  readonly startsAt: string;
  readonly madeAt: string;
  /** How often the reader was told of a change. */
  readonly sequence: number;
}

/** The talk on this concern that was agreed and still stands; undefined when there is none or it is not the actor's to see. */
export async function getConcernConversation(
  reader: Reader,
  actor: Actor,
  concernId: string,
): Promise<SetConversation | undefined> {
  return reader.first<SetConversation>(sql`${setConversation(actor)}
    and k.concern_id = ${concernId} and exists (select from concern c where c.tenant_id = k.tenant_id and c.id = k.concern_id
      and c.status not in ('resolved', 'closed')) and not exists (select from concern_entry e where e.tenant_id = k.tenant_id
      and e.concern_id = k.concern_id and e.version > k.version and e.step in ('plan_conversation', 'hold_conversation'))`);
}

/** A conversation of its own (start, end, other), as far as the actor may see it. */
export async function getOtherConversation(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<SetConversation | undefined> {
  return reader.first<SetConversation>(
    sql`${setConversation(actor)} and k.id = ${id} and k.concern_id is null`,
  );
}

const setConversation = (actor: Actor) => sql`select k.id,
    to_char(k.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startsAt",
    to_char(k.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt", coalesce(i.sequence, 0) as sequence
  from conversation k left join invitation i on i.tenant_id = k.tenant_id and i.conversation_id = k.id and i.person_id = ${actor.personId}
  where k.tenant_id = ${actor.tenantId} and k.starts_at is not null`;
