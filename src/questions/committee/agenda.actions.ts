/** Reading an agenda is a deed: whoever reads of a pupil there stands in the access log. */
import { recordAudits } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import {
  type AgendaFile,
  type AgendaItem,
  type Conflict,
  findAgenda,
  findAgendaFiles,
  findConflicts,
} from './agenda.store.ts';
import { getMeeting, type WholeMeeting } from './meeting.store.ts';

export interface Agenda<Item extends AgendaItem> {
  readonly meeting: WholeMeeting;
  readonly items: readonly Item[];
  readonly conflicts: readonly Conflict[];
}

/** The agenda of a meeting, as far as it is the actor's to read; undefined when there is no such meeting. */
export const readAgenda = (deed: Deed, actor: Actor, id: string) => read(deed, actor, id, findAgenda);

/** The same with the whole file of each question, to print. */
export const readAgendaFiles = (deed: Deed, actor: Actor, id: string) =>
  read<AgendaFile>(deed, actor, id, findAgendaFiles);

function read<Item extends AgendaItem>(
  deed: Deed,
  actor: Actor,
  id: string,
  find: (tx: Transaction, actor: Actor, id: string) => Promise<readonly Item[]>,
): Promise<Agenda<Item> | undefined> {
  return deed.database.write(actor, async (tx) => {
    const [meeting, items, conflicts] = await Promise.all([
      getMeeting(tx, actor, id),
      find(tx, actor, id),
      findConflicts(tx, id),
    ]);
    if (meeting === undefined) return undefined;
    const ofPupils = items.filter(({ level, title }) => level === 'pupil' && title !== null);
    if (ofPupils.length > 0) {
      const what = { action: 'read', subject: 'question', via: deed.via } as const;
      await recordAudits(
        tx,
        actor,
        what,
        ofPupils.map(({ questionId }) => questionId),
      );
    }
    return { meeting, items, conflicts };
  });
}
