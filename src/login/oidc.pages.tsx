import type { JSX } from 'preact';
import { z } from 'zod';
import { getPage, type PageAnswer, postPage, type Route } from '../platform/route.ts';
import { Button, LinkButton } from '../platform/ui/form.tsx';
import { refusedWords } from './arrival.words.ts';
import { counted, type MustWait } from './counted.ts';
import { type Arrival, chooseAccount, finishVisit, startVisit } from './login.actions.ts';
import type { Account } from './login.store.ts';
import type { LoginMeans } from './login-means.ts';
import { cameIn, html, keepBrowser, path, Stop, visitorOf } from './login-page.tsx';
import { waitPage } from './passkeys/passkey.pages.tsx';

const secret = z.string().regex(/^[\w-]{43}$/);
/** `verband` is empty for the provider of the installation. */
const wish = z.object({ verband: z.uuid().optional(), uitnodiging: secret.optional(), naar: path });
const choice = z.object({ keuze: secret, verband: z.uuid() });

/** To a provider of log-in and back. */
export function oidcPages(means: LoginMeans): readonly Route[] {
  return [
    postPage('/inloggen/oidc', 'public', wish, async (call) => {
      if (!call.input.parsed.ok) return refusal('noVisit');
      const { verband: tenantId = null, uitnodiging: link, naar } = call.input.parsed.value;
      const started = await counted(call.deed.database, call.address, () =>
        startVisit(means, visitorOf(call), { tenantId, link, onward: naar }),
      );
      if (started.outcome === 'wait') return waitPage(started.seconds);
      if (started.outcome !== 'started') return refusal(started.outcome === 'down' ? 'down' : 'noVisit');
      const { address, browser } = started;
      const page = html('Naar de inlogdienst', <Onward address={address} />);
      return { ...page, onward: address, cookies: [keepBrowser(browser)] };
    }),
    getPage('/inloggen/oidc/terug', 'public', async (call) =>
      answerOf(
        await counted(call.deed.database, call.address, () => finishVisit(means, visitorOf(call), call.url)),
        call.csrf,
      ),
    ),
    postPage('/inloggen/kies', 'public', choice, async (call) => {
      if (!call.input.parsed.ok) return refusal('noVisit');
      const { keuze, verband } = call.input.parsed.value;
      const chosen = await counted(call.deed.database, call.address, () =>
        chooseAccount(visitorOf(call), keuze, verband),
      );
      return answerOf(chosen, call.csrf);
    }),
  ];
}

function answerOf(arrival: Arrival | MustWait, csrf: string): PageAnswer {
  if (arrival.outcome === 'wait') return waitPage(arrival.seconds);
  if (arrival.outcome === 'in') return cameIn(arrival.session, arrival.onward);
  if (arrival.outcome !== 'choose') return refusal(arrival.outcome);
  const { state, accounts } = arrival;
  return html('Kies een samenwerkingsverband', <Choose state={state} accounts={accounts} csrf={csrf} />);
}

function refusal(why: keyof typeof refusedWords): PageAnswer {
  const { status, title, lines } = refusedWords[why];
  const body = (
    <Stop title={title}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Stop>
  );
  return html(title, body, status);
}

/** For whose browser does not go on by itself. */
function Onward({ address }: { readonly address: URL }): JSX.Element {
  return (
    <>
      <h1>Naar de inlogdienst</h1>
      <p>U gaat naar {address.host} om in te loggen. Daarna komt u hier terug.</p>
      <LinkButton href={address.href}>Ga verder naar {address.host}</LinkButton>
    </>
  );
}

interface ChooseProps {
  readonly state: string;
  readonly accounts: readonly Account[];
  readonly csrf: string;
}

function Choose({ state, accounts, csrf }: ChooseProps): JSX.Element {
  return (
    <>
      <h1>Kies een samenwerkingsverband</h1>
      <p>U werkt bij meer dan één samenwerkingsverband. Waar wilt u nu aan het werk?</p>
      <ul class="choices">
        {accounts.map(({ tenantId, tenantName }) => (
          <li key={tenantId}>
            <form method="post" action="/inloggen/kies">
              <input type="hidden" name="_csrf" value={csrf} />
              <input type="hidden" name="keuze" value={state} />
              <input type="hidden" name="verband" value={tenantId} />
              <Button kind="secondary">{tenantName}</Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
