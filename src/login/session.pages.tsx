import type { JSX } from 'preact';
import { z } from 'zod';
import { endSession, useLink } from '../platform/access.store.ts';
import { hashOf } from '../platform/ids.ts';
import { getPage, type Html, type PageAnswer, postPage, type Route } from '../platform/route.ts';
import { Button, LinkButton } from '../platform/ui/form.tsx';
import { refusedWords } from './arrival.words.ts';
import { counted } from './counted.ts';
import { leave } from './login.actions.ts';
import { findDoors, type LinkPlace, lookAtLink, type PartnershipDoor } from './login.store.ts';
import type { LoginMeans } from './login-means.ts';
import { forgetSession, html, keepSession, onward, Stop } from './login-page.tsx';
import { waitPage } from './passkeys/passkey.pages.tsx';

/** Coming in and going out: where to log in, the one-time link, logging out. */
export function sessionPages(means: LoginMeans): readonly Route[] {
  const home = means.demo ? '/demo' : '/inloggen';
  return [
    getPage(
      '/inloggen',
      'public',
      async ({ actor, query, url, deed, csrf }) => {
        if (actor !== undefined) return { kind: 'redirect', to: query.naar ?? '/' };
        const doors = await findDoors(deed.database);
        if (means.demo && doors.every(({ issuer }) => issuer === null))
          return { kind: 'redirect', to: `/demo${url.search}` };
        const providers = providersFor(means, doors, url.hostname);
        return html('Inloggen', <LogIn providers={providers} onwardTo={query.naar} csrf={csrf} />);
      },
      onward,
    ),
    getPage('/inloggen/eenmalig/:secret', 'public', async ({ deed, params, csrf }) => {
      const secret = params['secret'] ?? '';
      const place = await lookAtLink(deed.database, hashOf(secret));
      if (place === undefined) return usedLink();
      const host = hostOf(place.issuer ?? means.provider?.issuer);
      return html('Inloggen', <OneTime secret={secret} place={place} host={host} csrf={csrf} />);
    }),
    postPage('/inloggen/eenmalig/:secret', 'public', z.object({}), async (call) => {
      const { database } = call.deed;
      const entered = await counted(database, call.address, async () => {
        const secret = await useLink(database, call.params['secret'] ?? '', call.device);
        return secret === undefined
          ? ({ outcome: 'refused' } as const)
          : ({ outcome: 'in', secret } as const);
      });
      if (entered.outcome === 'wait') return waitPage(entered.seconds);
      if (entered.outcome === 'refused') return usedLink();
      if (call.actor !== undefined) await endSession(database, call.actor);
      return { kind: 'redirect', to: '/', cookies: [keepSession(entered.secret)] };
    }),
    postPage('/uitloggen', 'public', z.object({}), async ({ actor, deed, site }): Promise<PageAnswer> => {
      const address = actor && (await leave(means, deed.database, site, actor));
      const cookies = [forgetSession];
      if (address !== undefined)
        return { ...html('U bent uitgelogd', <LeaveThere address={address} />), cookies, onward: address };
      return { kind: 'redirect', to: home, cookies, flash: { tone: 'info', text: 'U bent uitgelogd.' } };
    }),
  ];
}

/** One button of the log-in page. */
interface Provider {
  /** Empty: of the installation. */
  readonly tenantId: string;
  readonly host: string;
  /** Who logs in here; for the installation's provider everybody without an own one. */
  readonly names: readonly string[];
}

/** The providers to choose from; at the web address of one partnership only its own. */
function providersFor(
  { provider }: LoginMeans,
  doors: readonly PartnershipDoor[],
  hostname: string,
): readonly Provider[] {
  const here = doors.filter(({ hostName }) => hostName === hostname);
  const shown = here.length > 0 ? here : doors;
  const shared = shown.filter(({ issuer }) => issuer === null).map(({ name }) => name);
  const own = shown.flatMap(({ tenantId, issuer, name }) =>
    issuer === null ? [] : [{ tenantId, host: hostOf(issuer) ?? '', names: [name] }],
  );
  const host = hostOf(provider?.issuer);
  return host === undefined || shared.length === 0 ? own : [{ tenantId: '', host, names: shared }, ...own];
}

const hostOf = (issuer: string | undefined) =>
  issuer !== undefined && URL.canParse(issuer) ? new URL(issuer).host : undefined;

function usedLink(): Html {
  const { status, title, lines } = refusedWords.noLink;
  const body = (
    <Stop title={title}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Stop>
  );
  return html(title, body, status);
}

const toPasskey = (onwardTo: string | undefined) =>
  `/inloggen/passkey${onwardTo === undefined ? '' : `?naar=${encodeURIComponent(onwardTo)}`}`;

interface LogInProps {
  readonly providers: readonly Provider[];
  readonly onwardTo: string | undefined;
  readonly csrf: string;
}

function LogIn({ providers, onwardTo, csrf }: LogInProps): JSX.Element {
  const only = providers.length === 1 ? providers[0] : undefined;
  return (
    <>
      <h1>Inloggen</h1>
      {only !== undefined && (
        <ToProvider provider={only} label={`Log in via ${only.host}`} onwardTo={onwardTo} csrf={csrf} />
      )}
      {providers.length > 1 && (
        <>
          <h2>Kies uw samenwerkingsverband</h2>
          <ul class="choices">
            {providers.flatMap((provider) =>
              provider.names.map((name) => (
                <li key={name}>
                  <ToProvider provider={provider} label={name} onwardTo={onwardTo} csrf={csrf} />
                </li>
              )),
            )}
          </ul>
        </>
      )}
      <LinkButton href={toPasskey(onwardTo)} kind="secondary">
        Log in met een passkey
      </LinkButton>
      {providers.length === 0 ? (
        <p>U logt in met de persoonlijke link die u van uw beheerder kreeg. Een link werkt één keer.</p>
      ) : (
        <p>
          De eerste keer gebruikt u de link uit uw uitnodiging. Die koppelt uw account, en werkt één keer.
        </p>
      )}
      <p>
        Hebt u geen link, of werkt hij niet meer? Vraag de beheerder van uw samenwerkingsverband om een
        nieuwe.
      </p>
      <LinkButton href="/scholen" kind="secondary">
        Bekijk de scholen
      </LinkButton>
    </>
  );
}

interface ToProviderProps {
  readonly provider: { readonly tenantId: string };
  readonly label: string;
  readonly csrf: string;
  readonly onwardTo?: string | undefined;
  readonly invitation?: string;
}

function ToProvider({ provider, label, csrf, onwardTo, invitation }: ToProviderProps): JSX.Element {
  return (
    <form method="post" action="/inloggen/oidc">
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="verband" value={provider.tenantId} />
      {onwardTo && <input type="hidden" name="naar" value={onwardTo} />}
      {invitation && <input type="hidden" name="uitnodiging" value={invitation} />}
      <Button>{label}</Button>
    </form>
  );
}

interface OneTimeProps {
  readonly secret: string;
  readonly place: LinkPlace;
  /** Of the provider; undefined = there is none, the link itself is the way in. */
  readonly host: string | undefined;
  readonly csrf: string;
}

/** A page between, so that a mail scanner that opens every link does not use it up. */
function OneTime({ secret, place, host, csrf }: OneTimeProps): JSX.Element {
  const provider = { tenantId: place.issuer === null ? '' : place.tenantId };
  return (
    <>
      <h1>Inloggen</h1>
      <p>Deze link is van u persoonlijk, hoort bij {place.tenantName} en werkt één keer.</p>
      {host !== undefined && (
        <>
          <p>
            Log in met uw account bij {host}. Dat account wordt dan aan u gekoppeld; daarna hebt u geen link
            meer nodig.
          </p>
          <ToProvider provider={provider} label={`Koppel via ${host}`} invitation={secret} csrf={csrf} />
          <h2>Kan dat niet?</h2>
          <p>Ga dan nu zonder account verder. U kunt daarna bij uw gegevens een passkey maken.</p>
        </>
      )}
      <form method="post" action={`/inloggen/eenmalig/${secret}`}>
        <input type="hidden" name="_csrf" value={csrf} />
        <Button kind={host === undefined ? 'primary' : 'secondary'}>
          {host === undefined ? 'Log in' : 'Log in zonder account'}
        </Button>
      </form>
    </>
  );
}

/** For whose browser does not go on by itself. */
function LeaveThere({ address }: { readonly address: URL }): JSX.Element {
  return (
    <>
      <h1>U bent uitgelogd</h1>
      <p>U bent uit Kortelijn. U gaat nu naar {address.host}, om ook daar uit te loggen.</p>
      <LinkButton href={address.href}>Log ook uit bij {address.host}</LinkButton>
    </>
  );
}
