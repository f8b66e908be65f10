import { recordAudit } from '../../platform/audit.ts';
import type { Database } from '../../platform/database.ts';
import { type Registers, saveRegisters } from './load.store.ts';
import { addTenant, findTenants, lockTenant, type NewTenant } from './tenant.store.ts';

/** A partnership with all its registers in one transaction; false, and nothing changed, when its code is there already. */
export async function loadRegisters(
  database: Database,
  tenant: NewTenant & { readonly demonstration: boolean; readonly howToAsk?: string },
  registers: Registers,
): Promise<boolean> {
  return database.write({ operatorFor: tenant.id }, async (tx) => {
    await lockTenant(tx, tenant.code);
    if ((await findTenants(tx)).some(({ code }) => code === tenant.code)) return false;
    await addTenant(tx, tenant);
    await saveRegisters(tx, tenant.id, registers);
    await recordAudit(
      tx,
      { tenantId: tenant.id, personId: null },
      { action: 'load', subject: 'tenant', subjectId: tenant.id, via: 'command' },
    );
    return true;
  });
}
