import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { change } from '../../registers/index.ts';
import { getSpecialist } from '../../stationing/index.ts';
import { type SpecialistPlanning, saveSpecialistPlanning } from './specialist-planning.store.ts';

/** Sets where a specialist sets out from and at how many schools they are at most, on the version that was seen. */
export const changeSpecialistPlanning = (
  deed: Deed,
  actor: Actor,
  personId: string,
  planning: SpecialistPlanning,
) =>
  change(deed, actor, { action: 'change', subject: 'person' }, async (tx) => {
    const who = { tenantId: actor.tenantId, personId };
    if ((await getSpecialist(tx, actor.tenantId, personId)) === undefined) return { outcome: 'notFound' };
    return (await saveSpecialistPlanning(tx, who, planning, deed.version ?? 0))
      ? { outcome: 'taken', id: personId }
      : { outcome: 'stale' };
  });
