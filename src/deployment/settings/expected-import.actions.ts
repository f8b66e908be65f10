import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import type { Import } from '../../registers/index.ts';
import { readExpected } from './expected-file.rules.ts';
import { findExpectedNames, saveExpectedRows } from './expected-import.store.ts';
import { importWhole } from './whole-import.actions.ts';

/** Takes the expected questions of a file into use, all or nothing: with one wrong row nothing changes. */
export function importExpected(
  deed: Deed,
  actor: Actor,
  bytes: Uint8Array,
  preview: boolean,
): Promise<Import> {
  return importWhole(deed, actor, bytes, {
    ...{ action: 'import_expected', preview },
    read: async (tx, { header, records }) => {
      const { schools, expertise, ambitions } = await findExpectedNames(tx, actor.tenantId);
      return readExpected(header, records, {
        schools: new Map(schools),
        expertise: new Map(expertise),
        ambitions: new Map(ambitions),
      });
    },
    save: (tx, rows) =>
      saveExpectedRows(
        tx,
        actor.tenantId,
        rows.map((row) => ({ id: newId(), ...row })),
      ),
  });
}
