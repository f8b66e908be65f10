/** Deeds around specialists: their profile, contracts and absences. */
import { recordAudit } from '../../platform/audit.ts';
import { LawRefused, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor, Identity } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { mayKeepProfile, mayWriteAbsence, mayWriteContract } from './specialist.access.ts';
import type { AbsenceInput, ContractInput, ProfileInput } from './specialist.input.ts';
import { getSpecialist, type Specialist } from './specialist.store.ts';
import { type FaultCode, faultFields, faultWords } from './specialist.words.ts';
import * as writes from './specialist-writes.store.ts';

export interface SpecialistFault {
  readonly field: string;
  readonly code: FaultCode;
  readonly message: string;
}

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type SpecialistOutcome =
  | { readonly outcome: 'taken'; readonly id: string }
  | { readonly outcome: 'refused'; readonly faults: readonly SpecialistFault[] }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

const refused = (...codes: readonly FaultCode[]): SpecialistOutcome => ({
  outcome: 'refused',
  faults: codes.map((code) => ({ field: faultFields[code], code, message: faultWords[code] })),
});

const stale: SpecialistOutcome = { outcome: 'stale' };
const missing: SpecialistOutcome = { outcome: 'notFound' };

/** Saves the whole profile of a specialist over the version that was seen. */
export function saveProfile(
  deed: Deed,
  actor: Actor,
  personId: string,
  input: ProfileInput,
): Promise<SpecialistOutcome> {
  const may = mayKeepProfile(actor, personId);
  return toSpecialist(deed, actor, personId, may, async (tx, who, before) => {
    if (before.version !== (deed.version ?? 0)) return stale;
    const unknown = await writes.unknownNames(tx, who, input);
    if (unknown.length > 0) return refused(...unknown);
    if (!(await writes.saveProfile(tx, who, input, before.version))) return stale;
    await audit(tx, deed, actor, before.version === 0 ? 'add' : 'change', 'specialist', personId);
    return { outcome: 'taken', id: personId };
  });
}

/** Writes down a contract of a specialist. */
export function addContract(
  deed: Deed,
  actor: Actor,
  personId: string,
  input: ContractInput,
): Promise<SpecialistOutcome> {
  return toSpecialist(deed, actor, personId, mayWriteContract(actor), async (tx, who) => {
    const id = newId();
    await writes.addContract(tx, who, id, input);
    await audit(tx, deed, actor, 'add', 'contract', id);
    return { outcome: 'taken', id };
  });
}

/** Changes a contract, on the version that was seen; work that was assigned within it stays. */
export function changeContract(
  deed: Deed,
  actor: Actor,
  personId: string,
  id: string,
  input: ContractInput,
): Promise<SpecialistOutcome> {
  return toSpecialist(deed, actor, personId, mayWriteContract(actor), async (tx, who, { contracts }) => {
    if (!contracts.some((one) => one.id === id)) return missing;
    if (!(await writes.changeContract(tx, who, { id, version: deed.version ?? 0 }, input))) return stale;
    await audit(tx, deed, actor, 'change', 'contract', id);
    return { outcome: 'taken', id };
  });
}

/** Writes down when a specialist is not there; why is nobody's business. */
export function addAbsence(
  deed: Deed,
  actor: Actor,
  personId: string,
  input: AbsenceInput,
): Promise<SpecialistOutcome> {
  return toSpecialist(deed, actor, personId, mayWriteAbsence(actor, personId), async (tx, who) => {
    const id = newId();
    await writes.addAbsence(tx, who, id, input);
    await audit(tx, deed, actor, 'add', 'specialist_absence', id);
    return { outcome: 'taken', id };
  });
}

/** Changes the days of an absence, on the version that was seen. */
export function changeAbsence(
  deed: Deed,
  actor: Actor,
  personId: string,
  id: string,
  input: AbsenceInput,
): Promise<SpecialistOutcome> {
  const may = mayWriteAbsence(actor, personId);
  return toSpecialist(deed, actor, personId, may, async (tx, who, { absences }) => {
    if (!absences.some((one) => one.id === id)) return missing;
    if (!(await writes.changeAbsence(tx, who, { id, version: deed.version ?? 0 }, input))) return stale;
    await audit(tx, deed, actor, 'change', 'specialist_absence', id);
    return { outcome: 'taken', id };
  });
}

/** Takes away an absence that does not happen. */
export function dropAbsence(
  deed: Deed,
  actor: Actor,
  personId: string,
  id: string,
): Promise<SpecialistOutcome> {
  return toSpecialist(deed, actor, personId, mayWriteAbsence(actor, personId), async (tx, who) => {
    if (!(await writes.removeAbsence(tx, who, id))) return missing;
    await audit(tx, deed, actor, 'remove', 'specialist_absence', id);
    return { outcome: 'taken', id };
  });
}

/** By constraint: what two at once, or a slip of days, run into. */
const constraintFaults: Readonly<Record<string, FaultCode>> = {
  'one contract at a time': 'oneContract',
  'one absence at a time': 'oneAbsence',
};

/** Does something to a specialist of this partnership, once per key; what the law refuses comes back as a value. */
async function toSpecialist(
  deed: Deed,
  actor: Actor,
  personId: string,
  may: boolean,
  work: (tx: Transaction, who: Identity, before: Specialist) => Promise<SpecialistOutcome>,
): Promise<SpecialistOutcome> {
  try {
    return await deed.database.write(actor, (tx) =>
      doOnce(tx, actor, deed.once, async () => {
        const before = await getSpecialist(tx, actor.tenantId, personId);
        if (before === undefined) return missing;
        return may ? work(tx, { tenantId: actor.tenantId, personId }, before) : { outcome: 'forbidden' };
      }),
    );
  } catch (fault) {
    if (fault instanceof LawRefused)
      return refused(...fault.codes.filter((code): code is FaultCode => code in faultWords));
    const known =
      fault instanceof Error && 'constraint' in fault
        ? constraintFaults[String(fault.constraint)]
        : undefined;
    if (known === undefined) throw fault;
    return refused(known);
  }
}

const audit = (
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  action: string,
  subject: string,
  subjectId: string,
) => recordAudit(tx, actor, { action, subject, subjectId, via: deed.via });
