/** A file with what plans go by, taken into use all or nothing. */
import { recordAudit } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { type Import, previewed, readCsv } from '../../registers/index.ts';

type Table = NonNullable<ReturnType<typeof readCsv>['table']>;

/** What was read of a file: rows with what is wrong in others, or why none of it can be read. */
type Read<Row> =
  | { readonly rows: readonly Row[]; readonly rejected: Table['rejected']; readonly fault: null }
  | { readonly fault: string };

interface WholeImport<Row> {
  /** As the audit calls it. */
  readonly action: string;
  readonly preview: boolean;
  readonly read: (tx: Transaction, table: Table) => Promise<Read<Row>>;
  readonly save: (tx: Transaction, rows: readonly Row[]) => Promise<Counts>;
}

type Counts = Omit<Extract<Import, { readonly fault: null }>['report'], 'rejected'>;

/** With one wrong row nothing changes. A preview does all of it and undoes it. */
export async function importWhole<Row>(
  deed: Deed,
  actor: Actor,
  bytes: Uint8Array,
  { action, preview, read: readTable, save }: WholeImport<Row>,
): Promise<Import> {
  const file = readCsv(bytes);
  if (file.fault !== null) return { fault: file.fault };
  const work = async (tx: Transaction): Promise<Import> => {
    const read = await readTable(tx, file.table);
    if (read.fault !== null) return read;
    const rejected = [...file.table.rejected, ...read.rejected].sort((a, b) => a.line - b.line);
    if (rejected.length > 0 && !preview)
      return { fault: 'Niet alle regels kloppen (meer). Er is niets veranderd. Kies het bestand opnieuw.' };
    const counts = await save(tx, read.rows);
    await recordAudit(tx, actor, { action, subject: 'tenant', subjectId: actor.tenantId, via: deed.via });
    return { report: { ...counts, rejected }, fault: null };
  };
  return preview ? previewed(deed.database, actor, work) : deed.database.write(actor, work);
}
