import type { JSX } from 'preact';
import { z } from 'zod';
import { secondStep as path } from '../../platform/door/visit.ts';
import { text } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showMoment } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { TextField } from '../../platform/ui/fields.tsx';
import { Button } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { keepSession, path as onwardPath } from '../login-page.tsx';
import { registerPasskey, stepByPasskey } from '../passkeys/passkey.actions.ts';
import { NotTaken } from '../passkeys/passkey.pages.tsx';
import { Onward, PasskeyForm } from '../passkeys/passkey-form.tsx';
import { codesPage } from './code-page.tsx';
import { renewCodes, stepByCode } from './second-factor.actions.ts';
import { findMeans, type Means } from './second-factor.store.ts';

const answer = z.string().max(20_000);
const naar = onwardPath;

/** The second step of logging in, and making ready for it the first time. Nothing else opens before it. */
export const secondStepPages: readonly Route[] = [
  getPage(
    path,
    'member',
    async (call) => (isDone(call.actor) ? onwardTo(call.query.naar) : show(call, call.query.naar)),
    z.object({ naar }),
  ),
  postPage(`${path}/passkey`, 'member', z.object({ answer, naar }), async (call): Promise<PageAnswer> => {
    if (!call.input.parsed.ok) return notFound;
    const { value } = call.input.parsed;
    if (isDone(call.actor)) return onwardTo(value.naar);
    const taken = await stepByPasskey(call.deed.database, call.site, call.actor, value.answer);
    if (taken.outcome === 'in') return onwardTo(value.naar, taken.secret);
    return { ...(await show(call, value.naar, <NotTaken />)), status: 422 };
  }),
  postPage(
    `${path}/code`,
    'member',
    z.object({ code: z.string().max(100), naar }),
    async (call): Promise<PageAnswer> => {
      if (!call.input.parsed.ok) return { ...(await show(call, undefined, <WrongCode />)), status: 422 };
      const { code, naar: to } = call.input.parsed.value;
      if (isDone(call.actor)) return onwardTo(to);
      const stepped = await stepByCode(call.deed, call.actor, code);
      if (stepped.outcome === 'in') return onwardTo(to, stepped.secret);
      if (stepped.outcome === 'late') return onwardTo(to);
      const blocked = stepped.outcome === 'blocked';
      const page = await show(call, to, blocked ? undefined : <WrongCode />);
      return { ...page, status: blocked ? 429 : 422 };
    },
  ),
  postPage(
    `${path}/nieuw`,
    'member',
    z.object({ answer, name: text(60), naar }),
    async (call): Promise<PageAnswer> => {
      if (!call.input.parsed.ok) return { ...(await show(call, undefined, <NoName />)), status: 422 };
      const { value } = call.input.parsed;
      const made = await registerPasskey(call.deed, call.site, call.actor, value);
      if (made.outcome !== 'taken') return { ...(await show(call, value.naar, <NotTaken />)), status: 422 };
      return made.codes === undefined ? onwardTo(value.naar) : codesPage(made.codes, backTo(value.naar));
    },
  ),
  postPage(`${path}/codes`, 'member', z.object({ naar }), async (call): Promise<PageAnswer> => {
    if (!call.input.parsed.ok) return notFound;
    const codes = await renewCodes(call.deed, call.actor);
    return codes === undefined ? notFound : codesPage(codes, backTo(call.input.parsed.value.naar));
  }),
];

const isDone = (actor: Actor) => actor.session?.secondFactor !== 'missing';

const backTo = (to: string | undefined) => ({
  to: to === undefined ? path : `${path}?naar=${encodeURIComponent(to)}`,
  label: 'Ik heb de codes bewaard. Ga verder',
});

function onwardTo(to = '/', secret?: string): PageAnswer {
  return { kind: 'redirect', to, ...(secret !== undefined && { cookies: [keepSession(secret)] }) };
}

async function show(
  { actor, database, csrf }: Call<Actor, object, unknown> & Page,
  to: string | undefined,
  fault?: JSX.Element,
): Promise<Html> {
  const means = await database.read(actor, (reader) => findMeans(reader, actor));
  const ready = means.passkeys + means.codesEver > 0;
  const body = (
    <>
      <h1>Tweede stap</h1>
      {fault}
      <p>
        {actor.tenant.name} vraagt van medewerkers een tweede stap bij het inloggen. Zo komt niemand binnen
        die alleen uw mail of wachtwoord heeft.
      </p>
      {ready ? <Step means={means} csrf={csrf} to={to} /> : <SetUp csrf={csrf} to={to} />}
    </>
  );
  return { kind: 'html', title: 'Tweede stap', body, script: 'passkey' };
}

interface Part {
  readonly csrf: string;
  readonly to: string | undefined;
}

function Step({ means, csrf, to }: Part & { readonly means: Means }): JSX.Element {
  return (
    <>
      {means.passkeys > 0 && (
        <section>
          <h2>Met uw passkey</h2>
          <PasskeyForm
            action={`${path}/passkey`}
            csrf={csrf}
            purpose="second-step"
            label="Gebruik uw passkey"
          >
            <Onward to={to} />
          </PasskeyForm>
        </section>
      )}
      {means.codesEver > 0 && (
        <section>
          <h2>Met een herstelcode</h2>
          <CodeForm means={means} csrf={csrf} to={to} />
        </section>
      )}
      <p>
        Bent u dit allemaal kwijt? Bel de beheerder van uw samenwerkingsverband: die kan u opnieuw laten
        beginnen. Bent u zelf de enige beheerder? Dan kan wie Kortelijn bij u draait het.
      </p>
    </>
  );
}

function CodeForm({ means, csrf, to }: Part & { readonly means: Means }): JSX.Element {
  if (means.blockedUntil !== null) {
    const title = `Te vaak een verkeerde code. Dit kan weer op ${showMoment(means.blockedUntil)}.`;
    return <Notice tone="warning" title={title} />;
  }
  if (means.codesLeft === 0) return <p>Al uw herstelcodes zijn gebruikt.</p>;
  return (
    <form class="form" method="post" action={`${path}/code`} noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <Onward to={to} />
      <TextField name="code" label="Herstelcode" value="" hint="Twaalf tekens. Elke code werkt één keer." />
      <Button kind="secondary">Gebruik deze code</Button>
    </form>
  );
}

function SetUp({ csrf, to }: Part): JSX.Element {
  return (
    <>
      <p>U hebt nog geen tweede stap. Maak er nu een. Dat hoeft één keer.</p>
      <section>
        <h2>Een passkey maken</h2>
        <p>
          U gebruikt dan uw vingerafdruk, uw gezicht, de pincode van uw apparaat of een beveiligingssleutel.
        </p>
        <PasskeyForm action={`${path}/nieuw`} csrf={csrf} purpose="register" label="Maak een passkey">
          <Onward to={to} />
          <TextField name="name" label="Naam" value="" hint="Bijvoorbeeld: laptop van het werk." />
        </PasskeyForm>
      </section>
      <section>
        <h2>Kan dat niet?</h2>
        <p>Dan krijgt u tien codes op papier. Bij elke keer inloggen gebruikt u er een.</p>
        <form class="form" method="post" action={`${path}/codes`} noValidate>
          <input type="hidden" name="_csrf" value={csrf} />
          <Onward to={to} />
          <Button kind="secondary">Maak herstelcodes</Button>
        </form>
      </section>
    </>
  );
}

const WrongCode = () => (
  <Notice tone="error" title="Deze code klopt niet" live>
    <p>Kijk de code na. Na vijf verkeerde codes moet u een kwartier wachten.</p>
  </Notice>
);

const NoName = () => <Notice tone="error" title="Geef de passkey een naam van hoogstens 60 tekens." live />;
