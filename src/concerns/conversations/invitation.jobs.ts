import type { Database, Transaction } from '../../platform/database.ts';
import { queueMail } from '../../platform/mail/outbox.store.ts';
import { settleInvitationsOf } from './invitation.store.ts';
import { letterOf } from './invitation.words.ts';

/**
 * Tells everybody invited to the conversation of a concern what changed for them: in the transaction of the step that changed
 * it. Without a concern: of all, for what changes by itself (an appointment that ended, an invitation nobody answered).
 */
export async function tellInvited(tx: Transaction, concernId: string | null): Promise<void> {
  const changes = await settleInvitationsOf(tx, concernId);
  await queueMail(
    tx,
    changes.map(letterOf).filter((letter) => letter !== undefined),
  );
}

/** The job. */
export async function tellAllInvited(database: Database): Promise<void> {
  await database.write('visitor', (tx) => tellInvited(tx, null));
}
