import type { Database } from '../../platform/database.ts';
import { log } from '../../platform/log.ts';
import { appendAnchor } from './anchor.ts';
import { type Head, sealRows } from './chain.store.ts';

// A statement may take nine seconds: five thousand rows took longer on a machine with other work (2026-11), and then none was sealed.
const perRound = 1_000;

/** Seals what was written since the last time and writes the head of each chain that grew into the anchor and the log. */
export function auditSealer(anchorFile: string): (database: Database) => Promise<void> {
  // What this process wrote last. After a start each head is written once more: that makes good what a crash left out.
  const anchored = new Map<string, string>();
  return async (database) => {
    for (let more = true; more; ) {
      const heads = await sealRows(database, perRound);
      const grown = heads.filter(({ tenantId, hash }) => anchored.get(tenantId) !== hash);
      await appendAnchor(anchorFile, grown.map(lineOf));
      for (const { tenantId, number, hash } of grown) {
        anchored.set(tenantId, hash);
        log('info', 'audit sealed', { tenant: tenantId, number, hash });
      }
      more = heads.reduce((sum, { sealed }) => sum + sealed, 0) >= perRound;
    }
  };
}

const lineOf = ({ tenant, tenantId, number, hash }: Head) => ({
  tenant,
  tenantId,
  number,
  hash,
  at: new Date().toISOString(),
});
