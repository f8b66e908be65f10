import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { change, changeRow, type Saved } from '../admin/change.actions.ts';
import type { HolidayKind } from '../school-days.rules.ts';
import { addHoliday, type HolidayFields, removeHoliday, saveHoliday } from './holiday.store.ts';

export interface HolidayInput {
  readonly name: string;
  readonly kind: HolidayKind;
  /** `tenant`, `board:ID` or `school:ID`. */
  readonly place: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export function createHoliday(deed: Deed, actor: Actor, input: HolidayInput): Promise<Saved> {
  return change(deed, actor, { action: 'add', subject: 'holiday' }, async (tx) => {
    const checked = checkedFields(input);
    if ('outcome' in checked) return checked;
    const id = newId();
    await addHoliday(tx, actor.tenantId, id, checked);
    return { outcome: 'taken', id };
  });
}

export function changeHoliday(deed: Deed, actor: Actor, id: string, input: HolidayInput): Promise<Saved> {
  return changeRow(deed, actor, { action: 'change', subject: 'holiday' }, id, async (tx) => {
    const checked = checkedFields(input);
    if ('outcome' in checked) return checked;
    await saveHoliday(tx, actor.tenantId, id, checked);
    return undefined;
  });
}

export function deleteHoliday(deed: Deed, actor: Actor, id: string): Promise<Saved> {
  return changeRow(deed, actor, { action: 'remove', subject: 'holiday' }, id, async (tx) => {
    await removeHoliday(tx, actor.tenantId, id);
    return undefined;
  });
}

function checkedFields({ name, kind, place, from, to }: HolidayInput): HolidayFields | Saved {
  const refused = (field: string, message: string): Saved => ({
    outcome: 'refused',
    faults: [{ field, message }],
  });
  if (to < from) return refused('to', 'De laatste dag ligt vóór de eerste dag.');
  const [scope, id = null] = place.split(':');
  if (scope === 'board') return { name, kind, scope, boardId: id, schoolId: null, from, to };
  if (scope === 'school') return { name, kind, scope, boardId: null, schoolId: id, from, to };
  if (kind === 'open')
    return refused('kind', 'Alleen een bestuur of school kan open zijn in een vakantie van iedereen.');
  return { name, kind, scope: 'tenant', boardId: null, schoolId: null, from, to };
}
