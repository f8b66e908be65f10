/** Keeping the partnership's own provider of log-in. */
import { recordAudit } from '../platform/audit.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { isIssuer } from '../platform/pure/issuer.ts';
import type { Deed } from '../platform/route.ts';
import type { FormError } from '../platform/ui/form.tsx';
import { purposes } from './login.actions.ts';
import type { LoginMeans } from './login-means.ts';
import { isThere } from './oidc.ts';
import { getOwnProvider, removeOwnProvider, saveOwnProvider } from './provider.store.ts';

export interface ProviderInput {
  readonly issuer: string;
  readonly clientId: string;
  /** Left out: keep the one that is there, which belongs to the address that is there. */
  readonly clientSecret?: string | undefined;
}

export type ProviderSaved =
  | { readonly outcome: 'saved' | 'stale' }
  | { readonly outcome: 'refused'; readonly faults: readonly FormError[] };

/** Why this installation keeps no providers of partnerships; undefined = it does. */
export function whyNotHere({ demo, sealLasts }: LoginMeans): string | undefined {
  if (demo)
    return 'Dit is een demonstratie: iedereen kiest hier zelf wie hij is. Een echte inlogdienst gaat daar niet mee samen.';
  if (!sealLasts)
    return 'Deze installatie heeft geen SESSION_SECRET. Zonder dat kan het geheim niet veilig worden bewaard. Vraag het wie het systeem draait.';
  return undefined;
}

const refused = (message: string, field?: string): ProviderSaved => ({
  outcome: 'refused',
  faults: [{ message, field }],
});

/** Saves it, after a look whether there is a provider at that address. */
export async function saveProvider(
  means: LoginMeans,
  deed: Deed,
  actor: Actor,
  input: ProviderInput,
): Promise<ProviderSaved> {
  const why = whyNotHere(means);
  if (why !== undefined) return refused(why);
  const { issuer, clientId, clientSecret } = input;
  const { tenantId } = actor;
  if (!isIssuer(issuer) || (means.production && !issuer.startsWith('https:')))
    return refused('Adres: dit moet beginnen met https:// en zonder vraagteken of naam.', 'issuer');
  const held = await deed.database.read(actor, (reader) => getOwnProvider(reader, tenantId));
  // Else whoever changes the address would have the old secret sent there.
  if (clientSecret === undefined && held?.issuer !== issuer)
    return refused('Geheim: vul het geheim van deze inlogdienst in.', 'clientSecret');
  if (!(await isThere(issuer)))
    return refused('Adres: hier antwoordt geen inlogdienst. Controleer het adres.', 'issuer');
  const sealedSecret =
    clientSecret === undefined ? undefined : means.seal.close(clientSecret, purposes.provider(tenantId));
  const saved = await deed.database.write(actor, async (tx) => {
    const done = await saveOwnProvider(tx, tenantId, {
      issuer,
      clientId,
      sealedSecret,
      version: deed.version ?? 0,
    });
    if (done) await record(tx, actor, deed, 'change');
    return done;
  });
  return { outcome: saved ? 'saved' : 'stale' };
}

/** Takes it away: then the provider of the installation holds, if there is one. False when somebody changed it meanwhile. */
export function removeProvider(deed: Deed, actor: Actor): Promise<boolean> {
  return deed.database.write(actor, async (tx) => {
    const done = await removeOwnProvider(tx, actor.tenantId, deed.version ?? 0);
    if (done) await record(tx, actor, deed, 'remove');
    return done;
  });
}

const record = (tx: Parameters<typeof recordAudit>[0], actor: Actor, { via }: Deed, action: string) =>
  recordAudit(tx, actor, { action, subject: 'login_provider', subjectId: actor.tenantId, via });
