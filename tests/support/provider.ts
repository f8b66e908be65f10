/** A real provider of log-in on this machine, whose tokens a test can spoil. Whoever types a name there is that account. */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';
import { freePort } from '../../src/platform/embedded/cluster.ts';

type Claims = Record<string, unknown>;

/** What to do with the next token. */
export type Twist =
  | { readonly kind: 'claims'; readonly change: (claims: Claims) => Claims }
  | { readonly kind: 'signature' | 'silence' };

export interface TestProvider {
  readonly issuer: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** For the tokens from now on; undefined = honest ones. */
  twist(how: Twist | undefined): void;
  close(): Promise<void>;
}

const client = { clientId: 'kortelijn', clientSecret: 'a-secret-between-the-two-of-us' };

/** @param site where Kortelijn is, without a slash at the end */
export async function openProvider(site: string): Promise<TestProvider> {
  const port = await freePort(0);
  const issuer = `http://127.0.0.1:${port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
  let how: Twist | undefined;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${site}/inloggen/oidc/terug`],
        post_logout_redirect_uris: [`${site}/inloggen`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['only for tests'] },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/wie/${uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (context: { body: string }, form: string) => {
          context.body = `<!doctype html><title>Uit</title>${form}<button form="op.logoutForm" name="logout" value="yes">Ja, log uit</button>`;
        },
      },
    },
    loadExistingGrant: async ({ oidc }: { oidc: Oidc }) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const sign = (claims: Claims) => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`;
    return `${text}.${createSign('sha256').update(text).sign(privateKey, 'base64url')}`;
  };
  provider.use(async (context, next) => {
    if (context.path !== '/token') return next();
    if (how?.kind === 'silence') return new Promise<void>((resolve) => setTimeout(resolve, 5_000));
    await next();
    const body = context.body as { id_token?: string };
    if (how === undefined || body.id_token === undefined) return;
    const [head = '', claims = ''] = body.id_token.split('.');
    if (how.kind === 'signature')
      context.body = { ...body, id_token: `${head}.${claims}.${'A'.repeat(342)}` };
    if (how.kind === 'claims')
      context.body = {
        ...body,
        id_token: sign(how.change(JSON.parse(Buffer.from(claims, 'base64url').toString()))),
      };
  });
  const answer = provider.callback();
  const server = createServer((request, response) =>
    request.url?.startsWith('/wie/') === true
      ? void askWho(provider, request, response)
      : answer(request, response),
  );
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    client,
    twist: (next) => {
      how = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Oidc {
  readonly client: { readonly clientId: string };
  readonly session: { readonly accountId: string };
}

const whoPage = `<!doctype html><title>Wie</title><form method="post">
  <label>Account <input name="account"></label><button name="ja" value="1">Log in</button><button name="nee" value="1">Stop</button></form>`;

async function askWho(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('Content-Type', 'text/html');
    response.end(whoPage);
    return;
  }
  let text = '';
  for await (const chunk of request) text += chunk;
  const form = new URLSearchParams(text);
  const result = form.has('nee')
    ? { error: 'access_denied' }
    : { login: { accountId: form.get('account') ?? '' } };
  await provider.interactionFinished(request, response, result);
}
