import { recordAudit } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { type Import, previewed, readCsv } from '../../registers/index.ts';
import { readExpected } from './expected-file.rules.ts';
import { findExpectedNames, saveExpectedRows } from './expected-import.store.ts';

/** Takes the expected questions of a file into use, all or nothing: with one wrong row nothing changes. */
export async function importExpected(
  deed: Deed,
  actor: Actor,
  bytes: Uint8Array,
  preview: boolean,
): Promise<Import> {
  const file = readCsv(bytes);
  if (file.fault !== null) return { fault: file.fault };
  const { header, records, rejected: unreadable } = file.table;
  const work = async (tx: Transaction): Promise<Import> => {
    const { schools, expertise, ambitions } = await findExpectedNames(tx, actor.tenantId);
    const known = {
      schools: new Map(schools),
      expertise: new Map(expertise),
      ambitions: new Map(ambitions),
    };
    const read = readExpected(header, records, known);
    if (read.fault !== null) return read;
    const rejected = [...unreadable, ...read.rejected].sort((a, b) => a.line - b.line);
    if (rejected.length > 0 && !preview)
      return { fault: 'Niet alle regels kloppen (meer). Er is niets veranderd. Kies het bestand opnieuw.' };
    const counts = await saveExpectedRows(
      tx,
      actor.tenantId,
      read.rows.map((row) => ({ id: newId(), ...row })),
    );
    const done = { action: 'import_expected', subject: 'tenant', subjectId: actor.tenantId, via: deed.via };
    await recordAudit(tx, actor, done);
    return { report: { ...counts, rejected }, fault: null };
  };
  return preview ? previewed(deed.database, actor, work) : deed.database.write(actor, work);
}
