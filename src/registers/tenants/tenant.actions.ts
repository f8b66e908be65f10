import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { change, type Saved } from '../admin/change.actions.ts';
import type { HolidayRegion } from '../files/holiday-file.rules.ts';
import type { DataLicence } from '../licence.rules.ts';
import { getTenant, saveTenant } from './tenant.store.ts';

export interface TenantInput {
  readonly name: string;
  readonly hostName?: string | undefined;
  readonly holidayRegion: HolidayRegion;
  readonly contact_person: string;
  readonly specialist: string;
  readonly area: string;
  readonly committee: string;
  readonly howToAsk?: string | undefined;
  /** Not said: as it was. */
  readonly staffSecondFactor?: 'ja' | 'nee' | undefined;
  readonly firstReminder?: number | undefined;
  readonly secondReminder?: number | undefined;
  readonly dataLicence?: DataLicence | undefined;
}

/** Changes what an administrator may change of the own partnership. */
export function changeTenant(deed: Deed, actor: Actor, input: TenantInput): Promise<Saved> {
  return change(deed, actor, { action: 'change', subject: 'tenant' }, async (tx) => {
    const held = await getTenant(tx, actor.tenantId);
    if (held === undefined) return { outcome: 'notFound' };
    const { name, hostName = null, holidayRegion, contact_person, specialist, area, committee } = input;
    const { staffSecondFactor: asked } = input;
    const labels = { ...held.labels, contact_person, specialist, area, committee };
    const saved = await saveTenant(tx, actor.tenantId, {
      name,
      hostName,
      holidayRegion,
      labels,
      howToAsk: input.howToAsk ?? null,
      staffSecondFactor: asked === undefined ? held.staffSecondFactor : asked === 'ja',
      firstReminder: input.firstReminder ?? held.firstReminder,
      secondReminder: input.secondReminder ?? held.secondReminder,
      dataLicence: input.dataLicence ?? held.dataLicence,
      version: deed.version ?? 0,
    });
    return saved ? { outcome: 'taken', id: actor.tenantId } : { outcome: 'stale' };
  });
}
