import { newId } from '../../platform/ids.ts';
import type { Actor, Role } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { change, changeRow, type Saved } from '../admin/change.actions.ts';
import { canAct, placeFor } from './appointment.rules.ts';
import { addAppointment, getAppointment, saveLastDay } from './appointment.store.ts';
import { addPerson, getPerson, type PersonInput, savePerson, saveSuspension } from './person.store.ts';

export function createPerson(deed: Deed, actor: Actor, person: PersonInput): Promise<Saved> {
  return change(deed, actor, { action: 'add', subject: 'person' }, async (tx) => {
    const id = newId();
    await addPerson(tx, actor.tenantId, id, person);
    return { outcome: 'taken', id };
  });
}

export function changePerson(deed: Deed, actor: Actor, id: string, person: PersonInput): Promise<Saved> {
  return changeRow(deed, actor, { action: 'change', subject: 'person' }, id, async (tx) => {
    await savePerson(tx, actor.tenantId, id, person);
    return undefined;
  });
}

const notOneself = (message: string): Saved => ({ outcome: 'refused', faults: [{ message }] });

/** Stops or restores somebody's access. Nobody locks themselves out: so there is always an administrator left. */
export async function suspendPerson(
  deed: Deed,
  actor: Actor,
  id: string,
  suspended: boolean,
): Promise<Saved> {
  if (id === actor.personId)
    return notOneself('Uw eigen toegang kan alleen een andere beheerder stopzetten.');
  const action = suspended ? 'suspend' : 'unsuspend';
  return changeRow(deed, actor, { action, subject: 'person' }, id, async (tx) => {
    await saveSuspension(tx, actor.tenantId, id, suspended);
    return undefined;
  });
}

export interface AppointmentInput {
  readonly role: Role;
  readonly place?: string | undefined;
  readonly from: CivilDate;
  readonly to?: CivilDate | undefined;
  readonly acting?: boolean | undefined;
}

/** Appoints somebody. Overlap with the same role at the same place is refused by the database. */
export function appoint(deed: Deed, actor: Actor, personId: string, input: AppointmentInput): Promise<Saved> {
  return change(deed, actor, { action: 'add', subject: 'appointment' }, async (tx) => {
    if ((await getPerson(tx, actor.tenantId, personId)) === undefined) return { outcome: 'notFound' };
    const { role, from, to = null } = input;
    const place = placeFor(role, input.place);
    if (place === undefined)
      return {
        outcome: 'refused',
        faults: [{ field: 'place', message: 'Kies waar deze persoon gaat werken.' }],
      };
    if (to !== null && to < from) {
      return {
        outcome: 'refused',
        faults: [{ field: 'to', message: 'De laatste dag ligt vóór de eerste dag.' }],
      };
    }
    const id = newId();
    const acting = canAct(role) && input.acting === true;
    await addAppointment(tx, actor.tenantId, id, { personId, role, acting, from, to, ...place });
    return { outcome: 'taken', id };
  });
}

/** Sets the last day of an appointment, or takes it away: then it goes on. */
export function endAppointment(deed: Deed, actor: Actor, id: string, to: CivilDate | null): Promise<Saved> {
  return changeRow(deed, actor, { action: 'end', subject: 'appointment' }, id, async (tx) => {
    const held = await getAppointment(tx, actor.tenantId, id);
    if (held?.role === 'administrator' && held.personId === actor.personId) {
      return notOneself('Uw eigen aanstelling als beheerder kan alleen een andere beheerder wijzigen.');
    }
    if (held !== undefined && to !== null && to < held.from) {
      return {
        outcome: 'refused',
        faults: [{ field: 'to', message: 'De laatste dag ligt vóór de eerste dag.' }],
      };
    }
    await saveLastDay(tx, actor.tenantId, id, to);
    return undefined;
  });
}
