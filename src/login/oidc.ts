/** Speaking with a provider of log-in (OpenID Connect Core 1.0, code flow with PKCE; RP-Initiated Logout 1.0). */
import * as oidc from 'openid-client';
import type { OidcSettings } from '../platform/config.ts';
import { isLoopback } from '../platform/pure/issuer.ts';
import { clockToleranceSeconds, isFromTheFuture, showsSecondFactor } from './oidc.rules.ts';

const timeoutSeconds = 3;
/** So long may a provider be gone before people hear it here and not from their browser. */
const keepMs = 60_000;

/** The provider does not answer, or answers with something that is no provider. */
export class ProviderDown extends Error {
  /** For the log: no text of the provider. */
  readonly code: string;
  constructor(code: string) {
    super(`the provider of log-in does not answer: ${code}`);
    this.code = code;
  }
}

interface Kept {
  readonly configuration: Promise<oidc.Configuration>;
  readonly until: number;
}
const kept = new Map<string, Kept>();

/** What the provider says of itself; asked at most once a minute. @throws {ProviderDown} */
function configurationOf(settings: OidcSettings): Promise<oidc.Configuration> {
  const key = JSON.stringify(settings);
  const held = kept.get(key);
  if (held !== undefined && held.until > Date.now()) return held.configuration;
  const configuration = discover(settings);
  kept.set(key, { configuration, until: Date.now() + keepMs });
  configuration.catch(() => kept.delete(key));
  return configuration;
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const address = new URL(issuer);
  const open = address.protocol === 'http:' && isLoopback(address.hostname);
  const metadata = { client_secret: clientSecret, [oidc.clockTolerance]: clockToleranceSeconds };
  const auth = oidc.ClientSecretPost(clientSecret);
  // Without the second one the signature is not looked at when the token came over TLS.
  const execute = [...(open ? [oidc.allowInsecureRequests] : []), oidc.enableNonRepudiationChecks];
  try {
    return await oidc.discovery(address, clientId, metadata, auth, { timeout: timeoutSeconds, execute });
  } catch (fault) {
    throw new ProviderDown(codeOf(fault));
  }
}

/** Whether there is a provider at this address now. */
export function isThere(issuer: string): Promise<boolean> {
  // What it says of itself is for everybody: name and secret do not matter yet.
  return discover({ issuer, clientId: '-', clientSecret: '-' }).then(
    () => true,
    () => false,
  );
}

/** What only this visit knows. */
export interface VisitSecrets {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
}

/** Where to send the browser. Only who somebody is is asked, no name and no address. @throws {ProviderDown} */
export async function addressFor(settings: OidcSettings, secrets: VisitSecrets): Promise<URL> {
  const configuration = await configurationOf(settings);
  return oidc.buildAuthorizationUrl(configuration, {
    scope: 'openid',
    redirect_uri: secrets.redirectUri,
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
  });
}

export type Told =
  | {
      readonly outcome: 'known';
      readonly issuer: string;
      readonly subject: string;
      readonly idToken: string;
      readonly secondFactor: boolean;
    }
  /** `denied`: the person or the provider said no. `clock`: too early or too late. `refused`: not to be trusted. */
  | { readonly outcome: 'denied' | 'clock' | 'refused'; readonly code: string };

/** Asks the provider who came back with this answer in the address. @throws {ProviderDown} */
export async function hear(settings: OidcSettings, answer: URL, secrets: VisitSecrets): Promise<Told> {
  const configuration = await configurationOf(settings);
  const address = new URL(secrets.redirectUri);
  address.search = answer.search;
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: secrets.verifier,
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined || tokens.id_token === undefined)
      return { outcome: 'refused', code: 'no_id_token' };
    if (isFromTheFuture(claims.iat, Date.now())) return { outcome: 'clock', code: 'from_the_future' };
    const { iss: issuer, sub: subject } = claims;
    return {
      outcome: 'known',
      issuer,
      subject,
      idToken: tokens.id_token,
      secondFactor: showsSecondFactor({ amr: claims['amr'], acr: claims['acr'] }),
    };
  } catch (fault) {
    return refusalOf(fault);
  }
}

function refusalOf(fault: unknown): Told {
  const code = codeOf(fault);
  if (fault instanceof oidc.AuthorizationResponseError) {
    return { outcome: 'denied', code: /^[a-z_]{1,40}$/.test(fault.error) ? fault.error : 'other' };
  }
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return { outcome: 'clock', code };
  if (isSilent(fault, code)) throw new ProviderDown(code);
  if (fault instanceof oidc.ResponseBodyError || fault instanceof oidc.ClientError)
    return { outcome: 'refused', code };
  throw fault;
}

/** No answer in time, no line, or an answer that says the provider is broken itself. */
function isSilent(fault: unknown, code: string): boolean {
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return true;
  if (!(fault instanceof Error)) return false;
  return fault.message === 'fetch failed' || (fault.cause instanceof Response && fault.cause.status >= 500);
}

function codeOf(fault: unknown): string {
  if (fault instanceof oidc.ResponseBodyError) return `status_${fault.status}`;
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'unreachable';
}

/** Where to log out at the provider too; undefined when it has no such address. @throws {ProviderDown} */
export async function farewell(
  settings: OidcSettings,
  idToken: string,
  backTo: string,
): Promise<URL | undefined> {
  const configuration = await configurationOf(settings);
  if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
  return oidc.buildEndSessionUrl(configuration, {
    id_token_hint: idToken,
    post_logout_redirect_uri: backTo,
  });
}
