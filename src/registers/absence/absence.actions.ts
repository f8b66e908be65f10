import { recordAudit } from '../../platform/audit.ts';
import { LawRefused } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { doOnce } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import type { Saved } from '../admin/change.actions.ts';
import { arrangeAbsence, endAbsence, type NewAbsence } from './absence.store.ts';
import { faultsFor } from './absence.words.ts';

/** Hands over somebody's work: appointments, invitations, timelines and notices in one transaction. */
export async function handOver(
  deed: Deed,
  actor: Actor,
  personId: string,
  input: Omit<NewAbsence, 'id' | 'personId'>,
): Promise<Saved> {
  try {
    return await deed.database.write(actor, (tx) =>
      doOnce(tx, actor, deed.once, async (): Promise<Saved> => {
        const id = newId();
        await arrangeAbsence(tx, { ...input, id, personId });
        await recordAudit(tx, actor, {
          action: 'hand_over',
          subject: 'person',
          subjectId: personId,
          via: deed.via,
        });
        return { outcome: 'taken', id };
      }),
    );
  } catch (fault) {
    if (fault instanceof LawRefused) return { outcome: 'refused', faults: faultsFor(fault.codes) };
    if (fault instanceof Error && 'constraint' in fault && fault.constraint === overlaps)
      return { outcome: 'refused', faults: faultsFor(['notYetHandedOver']) };
    throw fault;
  }
}

const overlaps = 'one appointment of a kind at a time';

/** Takes the work back today; false when there is nothing (any more) to take back. */
export function takeBack(deed: Deed, actor: Actor, id: string): Promise<boolean> {
  return deed.database.write(actor, async (tx) => {
    const person = await endAbsence(tx, actor.tenantId, id);
    if (person === undefined) return false;
    await recordAudit(tx, actor, {
      action: 'end_hand_over',
      subject: 'person',
      subjectId: person,
      via: deed.via,
    });
    return true;
  });
}
