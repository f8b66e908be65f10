import { makeKey } from '../../platform/access.store.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Database } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import { codeFromName, type PresetName, presets } from '../presets.rules.ts';
import { addTenant, findTenants, type Tenant } from '../tenants/tenant.store.ts';
import {
  type Account,
  type AccountKey,
  addAdministrator,
  findAccounts,
  getAccount,
} from './account.store.ts';

const everywhere = { operatorFor: null } as const;
const dayMs = 86_400_000;
const linkDays = 7;

/** Everybody of every partnership, by partnership and e-mail address. */
export async function listAccounts(database: Database): Promise<readonly Account[]> {
  const lists: (readonly Account[])[] = [];
  for (const tenant of await listTenants(database)) {
    lists.push(await database.read({ operatorFor: tenant.id }, (reader) => findAccounts(reader, tenant.id)));
  }
  return lists.flat();
}

/** Whose address this is: one account for each partnership that knows it. */
export async function accountsOf(
  database: Database,
  email: string,
): Promise<readonly (AccountKey & { readonly tenant: Tenant })[]> {
  const found: (AccountKey & { readonly tenant: Tenant })[] = [];
  for (const tenant of await listTenants(database)) {
    const account = await database.read({ operatorFor: tenant.id }, (reader) =>
      getAccount(reader, tenant.id, email),
    );
    if (account !== undefined) found.push({ ...account, tenant });
  }
  return found;
}

/** A bearer token for the API. Gives the secret; only its hash is kept. */
export function makeToken(database: Database, person: Identity, days: number, now: Date): Promise<string> {
  const ends = new Date(now.getTime() + days * dayMs);
  return database.write({ operatorFor: person.tenantId }, (tx) => makeKey(tx, person, 'token', ends));
}

/** A link that logs in once, within seven days. Gives its secret. */
export function makeLink(database: Database, person: Identity, now: Date): Promise<string> {
  const ends = new Date(now.getTime() + linkDays * dayMs);
  return database.write({ operatorFor: person.tenantId }, (tx) => makeKey(tx, person, 'link', ends));
}

export interface TenantWish {
  readonly preset: PresetName;
  readonly name: string;
  readonly adminEmail: string;
  /** Derived from the name when absent. */
  readonly code: string | undefined;
  readonly swvNumber: string | undefined;
}

/** A new partnership with its first administrator; undefined when the wished code is taken. */
export async function createTenant(
  database: Database,
  wish: TenantWish,
): Promise<(Identity & { readonly code: string }) | undefined> {
  const taken = (await listTenants(database)).map((tenant) => tenant.code);
  const code = wish.code ?? freeCode(codeFromName(wish.name), taken);
  if (taken.includes(code)) return undefined;
  const { labels, holidayRegion } = presets[wish.preset];
  const [tenantId, personId] = [newId(), newId()];
  await database.write({ operatorFor: tenantId }, async (tx) => {
    const { preset, name } = wish;
    await addTenant(tx, {
      id: tenantId,
      code,
      name,
      preset,
      labels,
      holidayRegion,
      swvNumber: wish.swvNumber ?? null,
    });
    // Nobody has told the name yet; whoever comes in with the link fills it in.
    const adminName = wish.adminEmail.split('@')[0] ?? '';
    await addAdministrator(tx, {
      tenantId,
      personId,
      appointmentId: newId(),
      name: adminName,
      email: wish.adminEmail,
    });
    await recordAudit(
      tx,
      { tenantId, personId: null },
      { action: 'add', subject: 'tenant', subjectId: tenantId, via: 'command' },
    );
  });
  return { tenantId, personId, code };
}

/** For commands: every partnership, by code. */
export function listTenants(database: Database): Promise<readonly Tenant[]> {
  return database.read(everywhere, findTenants);
}

/** For commands: one partnership by its code. */
export async function tenantByCode(database: Database, code: string): Promise<Tenant | undefined> {
  return (await listTenants(database)).find((tenant) => tenant.code === code);
}

function freeCode(code: string, taken: readonly string[]): string {
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? code : `${code.slice(0, 36)}-${n}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
