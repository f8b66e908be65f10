import { recordAudit } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import { doOnce } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { type Import, previewed, readCsv } from '../../registers/index.ts';
import { clearTravel, findTravelCodes, saveTravel } from './travel.store.ts';
import { readTravel } from './travel-file.rules.ts';

/** Takes the travel times of a file into use, all or nothing: with one wrong row nothing changes. */
export async function importTravel(
  deed: Deed,
  actor: Actor,
  bytes: Uint8Array,
  preview: boolean,
): Promise<Import> {
  const file = readCsv(bytes);
  if (file.fault !== null) return { fault: file.fault };
  const { header, records, rejected: unreadable } = file.table;
  const work = async (tx: Transaction): Promise<Import> => {
    const { bases, schools } = await findTravelCodes(tx, actor.tenantId);
    const read = readTravel(header, records, { bases: new Set(bases), schools: new Set(schools) });
    if (read.fault !== null) return read;
    const rejected = [...unreadable, ...read.rejected].sort((a, b) => a.line - b.line);
    if (rejected.length > 0 && !preview)
      return { fault: 'Niet alle regels kloppen (meer). Er is niets veranderd. Kies het bestand opnieuw.' };
    const counts = await saveTravel(tx, actor.tenantId, read.rows);
    await audit(tx, deed, actor, 'import_travel');
    return { report: { ...counts, rejected }, fault: null };
  };
  return preview ? previewed(deed.database, actor, work) : deed.database.write(actor, work);
}

/** Forgets every travel time that was imported: they are measured again. */
export function forgetTravel(deed: Deed, actor: Actor) {
  return deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async () => {
      const gone = await clearTravel(tx, actor.tenantId);
      await audit(tx, deed, actor, 'forget_travel');
      return { outcome: 'taken' as const, gone };
    }),
  );
}

const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string) =>
  recordAudit(tx, actor, { action, subject: 'tenant', subjectId: actor.tenantId, via: deed.via });
