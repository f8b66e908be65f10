import { recordAudit, type Via } from '../../platform/audit.ts';
import type { Database, Transaction, Who } from '../../platform/database.ts';
import { decodeFile } from '../files/csv.ts';
import type { RejectedRow } from '../files/school-file.rules.ts';
import { readSchoolFile } from '../files/school-file.ts';
import { getTenant, lockTenant } from '../tenants/tenant.store.ts';
import { rowsFor, sourceOf, unreadableCodes } from './school-import.rules.ts';
import {
  type Batch,
  type Counts,
  expectManyRows,
  saveBoards,
  saveReference,
  saveSchools,
} from './school-import.store.ts';

interface SchoolReport extends Counts {
  readonly rejected: readonly RejectedRow[];
}

/** What an import did or would do. `fault`: the file is no list of schools, nothing was touched. */
export type SchoolImport =
  | { readonly report: SchoolReport; readonly passedOver: number; readonly fault: null }
  | { readonly fault: string };

export interface ImportOptions {
  /** The list is complete: schools of this source that it leaves out end today. */
  readonly complete: boolean;
  /** Counts, and leaves everything as it was. */
  readonly preview: boolean;
}

/** Takes the schools of a file into use in one partnership, all or nothing. */
export async function importSchools(
  database: Database,
  who: Who & object,
  via: Via,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<SchoolImport> {
  const tenantId = 'operatorFor' in who ? who.operatorFor : who.tenantId;
  const file = readSchoolFile(bytes);
  if (file.fault !== null) return { fault: file.fault };
  const unreadable = unreadableCodes(decodeFile(bytes).text ?? '', file.rows);
  const batchOf = (rows: Batch['rows']): Batch => {
    return { rows, source: sourceOf(file), complete: options.complete, unreadable };
  };
  const work = async (tx: Transaction): Promise<SchoolImport> => {
    await expectManyRows(tx);
    if (tenantId === null) {
      const counts = await saveReference(tx, batchOf(file.rows));
      return { report: { ...counts, rejected: file.rejected }, passedOver: 0, fault: null };
    }
    // Two imports at once would both miss the other's new schools.
    await lockTenant(tx, tenantId);
    const { rows, passedOver } = rowsFor(file, (await getTenant(tx, tenantId))?.swvNumber ?? null);
    await saveBoards(tx, tenantId, batchOf(rows));
    const counts = await saveSchools(tx, tenantId, batchOf(rows));
    const deed = { action: 'import_schools', subject: 'tenant', subjectId: tenantId, via } as const;
    await recordAudit(tx, 'operatorFor' in who ? { tenantId, personId: null } : who, deed);
    return { report: { ...counts, rejected: file.rejected }, passedOver, fault: null };
  };
  return options.preview ? previewed(database, who, work) : database.write(who, work);
}

class Preview<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('a preview is taken back');
    this.result = result;
  }
}

/** Does the work and takes it back, so that a preview cannot say anything else than the import does. */
export async function previewed<T>(
  database: Database,
  who: Who,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  let result: Preview<T> | undefined;
  try {
    return await database.write(who, async (tx) => {
      result = new Preview(await work(tx));
      throw result;
    });
  } catch (fault) {
    if (result !== undefined && fault === result) return result.result;
    throw fault;
  }
}
