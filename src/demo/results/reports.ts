/** Reports of the demonstration: one of each kind, as its readers asked for it today. */
import type { Database } from '../../platform/database.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import { makeReports, orderReport } from '../../results/index.ts';
import { getActorOn } from '../demo.store.ts';
import { findAskers, findLastReleased } from './reports.store.ts';

const kinds: Readonly<Record<string, string>> = {
  policy_adviser: 'partnership',
  board_member: 'board',
  school_director: 'school',
  committee_secretary: 'committee',
};

/** Asks for them and makes them. */
export async function playReports(database: Database, tenantId: string, now: Date): Promise<void> {
  const today = dayOf(now.getTime());
  const year = `${Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0)}-08-01_${today}`;
  const [askers, released] = await database.read({ operatorFor: tenantId }, (reader) =>
    Promise.all([findAskers(reader, tenantId, today), findLastReleased(reader, tenantId)]),
  );
  for (const { role, personId, code } of askers) {
    const kind = kinds[role] ?? '';
    const period = kind === 'school' || kind === 'committee' ? year : released;
    const actor = await database.read({ operatorFor: tenantId }, (reader) =>
      getActorOn(reader, tenantId, personId, today),
    );
    if (actor === undefined || period === undefined) continue;
    const subject = code === null ? kind : `${kind}:${code}`;
    await orderReport({ database, via: 'command', now }, actor, { subject, period });
  }
  await makeReports(database);
}
