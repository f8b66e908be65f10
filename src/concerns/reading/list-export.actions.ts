/** The list as a file: exactly what is filtered, and that it was taken along stands in the access log. */
import { allRows } from '../../platform/all-rows.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import type { Status } from '../concern.rules.ts';
import { type ConcernSummary, findConcernsAsJson } from '../concern-list.store.ts';
import { findSchoolsInReach } from './reach.store.ts';

/** Every concern of the filtered list, newest first. Without what stands in it: who wants to read a concern opens it. */
export function exportConcerns(
  deed: Deed,
  actor: Actor,
  asked: { readonly status?: Status | undefined; readonly school?: string | undefined },
): Promise<readonly Omit<ConcernSummary, 'summary'>[]> {
  return deed.database.write(actor, async (tx) => {
    const schools = await findSchoolsInReach(tx, actor);
    const schoolId = schools.find(({ code }) => code === asked.school)?.id;
    const rows = await allRows(
      async (page): Promise<readonly ConcernSummary[]> =>
        JSON.parse(await findConcernsAsJson(tx, actor, { ...page, status: asked.status, schoolId })),
    );
    await recordAudit(tx, actor, {
      action: 'export',
      subject: 'concern_list',
      subjectId: actor.personId,
      via: deed.via,
    });
    return rows;
  });
}
