/** Going to a provider of log-in and coming back as somebody. */
import { createHmac } from 'node:crypto';
import { endSession, openSession } from '../platform/access.store.ts';
import type { OidcSettings } from '../platform/config.ts';
import type { Database } from '../platform/database.ts';
import { hashOf, newSecret } from '../platform/ids.ts';
import { log } from '../platform/log.ts';
import type { Actor, Identity } from '../platform/pure/actor.ts';
import {
  type Account,
  findPeopleOf,
  getProvider,
  type Known,
  keepIdToken,
  linkAccount,
  saveVisit,
  takeIdToken,
  takeVisit,
  type Visit,
} from './login.store.ts';
import type { LoginMeans } from './login-means.ts';
import { addressFor, farewell, hear, ProviderDown, type Told, type VisitSecrets } from './oidc.ts';

/** Who stands at the door: their browser, and where this site is. */
export interface Visitor {
  readonly database: Database;
  readonly site: string;
  readonly device: string | undefined;
  /** In their cookie; undefined = none yet. */
  readonly browser: string | undefined;
  /** Whose session ends when they come in as somebody. */
  readonly actor: Actor | undefined;
}

export const purposes = {
  provider: (tenantId: string) => `provider of ${tenantId}`,
  idToken: 'id token',
} as const;

/** The provider of a partnership, or (null) of the installation; undefined = there is none, or its secret does not open. */
async function settingsOf(
  { provider, seal }: LoginMeans,
  database: Database,
  tenantId: string | null,
): Promise<OidcSettings | undefined> {
  if (tenantId === null) return provider;
  const own = await getProvider(database, tenantId);
  if (own === undefined) return undefined;
  const clientSecret = seal.open(Buffer.from(own.sealed, 'base64'), purposes.provider(tenantId));
  if (clientSecret === undefined) {
    log('error', 'the secret of a provider does not open: SESSION_SECRET was changed');
    return undefined;
  }
  return { issuer: own.issuer, clientId: own.clientId, clientSecret };
}

export interface Wish {
  readonly tenantId: string | null;
  /** Secret of the invitation. */
  readonly link: string | undefined;
  readonly onward: string | undefined;
}

export type Started =
  | { readonly outcome: 'started'; readonly address: URL; readonly browser: string }
  | { readonly outcome: 'noProvider' | 'down' };

/** Begins a visit to the provider. */
export async function startVisit(means: LoginMeans, visitor: Visitor, wish: Wish): Promise<Started> {
  const { database } = visitor;
  const settings = await settingsOf(means, database, wish.tenantId);
  if (settings === undefined) return { outcome: 'noProvider' };
  const browser = visitor.browser ?? newSecret();
  const state = newSecret();
  const address = await reached(addressFor(settings, secretsOf(visitor.site, browser, state)));
  if (address === 'down') return { outcome: 'down' };
  await saveVisit(database, keysOf(browser, state), {
    tenantId: wish.tenantId,
    issuer: settings.issuer,
    link: wish.link === undefined ? undefined : hashOf(wish.link),
    onward: wish.onward,
    known: undefined,
  });
  return { outcome: 'started', address, browser };
}

export type Arrival =
  | { readonly outcome: 'in'; readonly session: string; readonly onward: string }
  | { readonly outcome: 'choose'; readonly state: string; readonly accounts: readonly Account[] }
  | {
      readonly outcome: 'noVisit' | 'down' | 'stranger' | 'notToday' | 'noLink' | 'taken';
    }
  | Exclude<Told, { readonly outcome: 'known' }>;

/** Takes the provider's answer: the person comes in, has to choose, or hears why not. Every refusal leaves a line in the log. */
export async function finishVisit(means: LoginMeans, visitor: Visitor, answer: URL): Promise<Arrival> {
  const arrival = await arrive(means, visitor, answer);
  if (arrival.outcome !== 'in' && arrival.outcome !== 'choose')
    log('warn', 'log-in at a provider refused', {
      why: arrival.outcome,
      code: 'code' in arrival ? arrival.code : undefined,
    });
  return arrival;
}

async function arrive(means: LoginMeans, visitor: Visitor, answer: URL): Promise<Arrival> {
  const { database, browser, site } = visitor;
  const state = answer.searchParams.get('state');
  if (state === null || browser === undefined) return { outcome: 'noVisit' };
  const visit = await takeVisit(database, keysOf(browser, state), 'forProvider');
  const settings = visit && (await settingsOf(means, database, visit.tenantId));
  if (visit === undefined || settings === undefined || settings.issuer !== visit.issuer)
    return { outcome: 'noVisit' };
  const told = await reached(hear(settings, answer, secretsOf(site, browser, state)));
  if (told === 'down') return { outcome: 'down' };
  if (told.outcome !== 'known') return told;
  const known: Known = {
    subject: told.subject,
    idToken: means.seal.close(told.idToken, purposes.idToken),
    secondFactor: told.secondFactor,
  };
  return visit.link === undefined
    ? comeInAsOneself(visitor, visit, known, told)
    : comeInAsInvited(visitor, { ...visit, link: visit.link }, known, told);
}

type TrueTold = Extract<Told, { outcome: 'known' }>;

async function comeInAsInvited(
  visitor: Visitor,
  visit: Visit & { readonly link: Buffer },
  known: Known,
  told: TrueTold,
): Promise<Arrival> {
  const linked = await linkAccount(visitor.database, visit.link, visit.tenantId, told.issuer, told.subject);
  if (linked.outcome !== 'linked') return linked;
  return linked.admitted ? comeIn(visitor, visit, known, linked) : { outcome: 'notToday' };
}

async function comeInAsOneself(
  visitor: Visitor,
  visit: Visit,
  known: Known,
  { issuer, subject }: TrueTold,
): Promise<Arrival> {
  const { database } = visitor;
  const people = await findPeopleOf(database, visit.tenantId, issuer, subject);
  const accounts = people.filter(({ admitted }) => admitted);
  const [first, second] = accounts;
  if (first === undefined) return { outcome: people.length === 0 ? 'stranger' : 'notToday' };
  if (second === undefined) return comeIn(visitor, visit, known, first);
  const state = newSecret();
  await saveVisit(database, keysOf(visitor.browser ?? '', state), { ...visit, issuer, known });
  return { outcome: 'choose', state, accounts };
}

/** Somebody who is known in more than one partnership chose one. */
export async function chooseAccount(visitor: Visitor, state: string, tenantId: string): Promise<Arrival> {
  const { database, browser } = visitor;
  if (browser === undefined) return { outcome: 'noVisit' };
  const visit = await takeVisit(database, keysOf(browser, state), 'forChoice');
  if (visit?.known === undefined) return { outcome: 'noVisit' };
  const people = await findPeopleOf(database, visit.tenantId, visit.issuer, visit.known.subject);
  const chosen = people.find((one) => one.tenantId === tenantId && one.admitted);
  return chosen === undefined ? { outcome: 'notToday' } : comeIn(visitor, visit, visit.known, chosen);
}

async function comeIn(visitor: Visitor, visit: Visit, known: Known, person: Identity): Promise<Arrival> {
  const { database, actor, device } = visitor;
  const { secondFactor, idToken } = known;
  const session = await openSession(database, person, { way: 'oidc', secondFactor, device });
  await keepIdToken(database, hashOf(session), visit.issuer, idToken);
  if (actor !== undefined) await endSession(database, actor);
  return { outcome: 'in', session, onward: visit.onward ?? '/' };
}

/** Ends the session, and tells where to log out at the provider too; undefined = that is not needed or cannot be done now. */
export async function leave(means: LoginMeans, database: Database, site: string, actor: Actor) {
  const kept = await takeIdToken(database, actor);
  await endSession(database, actor);
  if (kept === undefined) return undefined;
  const idToken = means.seal.open(kept.idToken, purposes.idToken);
  const all = await Promise.all([actor.tenantId, null].map((of) => settingsOf(means, database, of)));
  const settings = all.find((one) => one?.issuer === kept.issuer);
  if (idToken === undefined || settings === undefined) return undefined;
  const address = await reached(farewell(settings, idToken, `${site}/inloggen`));
  return address === 'down' ? undefined : address;
}

async function reached<T>(answer: Promise<T>): Promise<T | 'down'> {
  return answer.catch((fault: unknown) => {
    if (!(fault instanceof ProviderDown)) throw fault;
    log('warn', 'a provider of log-in does not answer', { code: fault.code });
    return 'down' as const;
  });
}

const keysOf = (browser: string, state: string) => ({ state: hashOf(state), browser: hashOf(browser) });

/** Nonce and verifier follow from what only this browser keeps: so the database holds neither. */
function secretsOf(site: string, browser: string, state: string): VisitSecrets {
  const derive = (what: string) =>
    createHmac('sha256', browser).update(`${what} ${state}`).digest('base64url');
  return {
    redirectUri: `${site}/inloggen/oidc/terug`,
    state,
    nonce: derive('nonce'),
    verifier: derive('verifier'),
  };
}
