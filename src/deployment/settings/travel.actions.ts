import { recordAudit } from '../../platform/audit.ts';
import { doOnce } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import type { Import } from '../../registers/index.ts';
import { clearTravel, findTravelCodes, saveTravel } from './travel.store.ts';
import { readTravel } from './travel-file.rules.ts';
import { importWhole } from './whole-import.actions.ts';

/** Takes the travel times of a file into use, all or nothing: with one wrong row nothing changes. */
export function importTravel(deed: Deed, actor: Actor, bytes: Uint8Array, preview: boolean): Promise<Import> {
  return importWhole(deed, actor, bytes, {
    ...{ action: 'import_travel', preview },
    read: async (tx, { header, records }) => {
      const { bases, schools } = await findTravelCodes(tx, actor.tenantId);
      return readTravel(header, records, { bases: new Set(bases), schools: new Set(schools) });
    },
    save: (tx, rows) => saveTravel(tx, actor.tenantId, rows),
  });
}

/** Forgets every travel time that was imported: they are measured again. */
export function forgetTravel(deed: Deed, actor: Actor) {
  return deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async () => {
      const gone = await clearTravel(tx, actor.tenantId);
      const subject = { subject: 'tenant', subjectId: actor.tenantId };
      await recordAudit(tx, actor, { action: 'forget_travel', ...subject, via: deed.via });
      return { outcome: 'taken' as const, gone };
    }),
  );
}
