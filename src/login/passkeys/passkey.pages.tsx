import type { JSX } from 'preact';
import { z } from 'zod';
import { endSession } from '../../platform/access.store.ts';
import { getPage, type Html, notFound, type PageAnswer, postPage, type Route } from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { keepSession, path as onwardPath } from '../login-page.tsx';
import { ask, logInByPasskey } from './passkey.actions.ts';
import { Onward, PasskeyForm } from './passkey-form.tsx';

const signed = z.object({ answer: z.string().max(20_000), naar: onwardPath });
const path = '/inloggen/passkey';

/** Logging in with a passkey, and what every form with one asks first. */
export const passkeyLogIn: readonly Route[] = [
  getPage(
    path,
    'public',
    async (call) => logInPage(call.csrf, call.query.naar),
    z.object({ naar: onwardPath }),
  ),
  postPage(path, 'public', signed, async (call): Promise<PageAnswer> => {
    if (!call.input.parsed.ok) return notFound;
    const { answer, naar } = call.input.parsed.value;
    const entered = await logInByPasskey(call, answer);
    if (entered.outcome === 'wait') return waitPage(entered.seconds);
    if (entered.outcome === 'refused') return { ...logInPage(call.csrf, naar, 'refused'), status: 422 };
    if (call.actor !== undefined) await endSession(call.deed.database, call.actor);
    return { kind: 'redirect', to: naar ?? '/', cookies: [keepSession(entered.secret)] };
  }),
  // Only for the script beside the form: an answer here is a question to the device.
  postPage(
    '/inloggen/passkey/vraag',
    'public',
    z.object({ purpose: z.enum(['log-in', 'second-step', 'register']) }),
    async (call): Promise<PageAnswer> => {
      if (!call.input.parsed.ok) return notFound;
      const options = await ask(call, call.input.parsed.value.purpose);
      return options === undefined ? notFound : { kind: 'json', status: 200, body: options };
    },
  ),
];

function logInPage(csrf: string, naar: string | undefined, outcome?: 'refused'): Html {
  const other = naar === undefined ? '/inloggen' : `/inloggen?naar=${encodeURIComponent(naar)}`;
  const body = (
    <>
      <h1>Inloggen met een passkey</h1>
      {outcome === 'refused' && <NotTaken />}
      <p>
        Met een passkey logt u in met uw vingerafdruk, uw gezicht, de pincode van uw apparaat of een
        beveiligingssleutel. U maakt er een bij Mijn gegevens, nadat u op een andere manier bent ingelogd.
      </p>
      <PasskeyForm action={path} csrf={csrf} purpose="log-in" label="Log in met een passkey">
        <Onward to={naar} />
      </PasskeyForm>
      <LinkButton href={other} kind="quiet">
        Log anders in
      </LinkButton>
    </>
  );
  return { kind: 'html', title: 'Inloggen met een passkey', body, script: 'passkey' };
}

/** The same words whatever was wrong with it: unknown, copied, too late, of somebody who may not come in. */
export function NotTaken(): JSX.Element {
  return (
    <Notice tone="error" title="Dit lukte niet" live>
      <p>Wij herkennen deze passkey niet, of het duurde te lang. Probeer het opnieuw.</p>
    </Notice>
  );
}

/** For an address that tried too often. */
export function waitPage(seconds: number): Html {
  const minutes = Math.ceil(seconds / 60);
  const body = (
    <>
      <h1>Even wachten</h1>
      <p>
        Vanaf deze plek is te vaak geprobeerd in te loggen. Probeer het over{' '}
        {minutes === 1 ? '1 minuut' : `${minutes} minuten`} opnieuw.
      </p>
    </>
  );
  return { kind: 'html', status: 429, title: 'Even wachten', body };
}
