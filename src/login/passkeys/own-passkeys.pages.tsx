import type { JSX } from 'preact';
import { z } from 'zod';
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
import { ConfirmBox, Form, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty, Notice } from '../../platform/ui/parts.tsx';
import { findOwnAccounts, type OwnAccount } from '../login.store.ts';
import { codesPage } from '../second-factor/code-page.tsx';
import { fewLeft } from '../second-factor/recovery-code.rules.ts';
import { renewCodes } from '../second-factor/second-factor.actions.ts';
import { findMeans, type Means } from '../second-factor/second-factor.store.ts';
import { registerPasskey, remove, rename } from './passkey.actions.ts';
import type { Kept } from './passkey.rules.ts';
import { findOwnPasskeys, type OwnPasskey } from './passkey.store.ts';
import { PasskeyForm } from './passkey-form.tsx';

const path = '/mijn/passkeys';
const title = 'Passkeys en herstelcodes';
const name = text(60);
const isId = (id: string) => z.uuid().safeParse(id).success;

/** One's own passkeys and recovery codes. */
export const ownPasskeyPages: readonly Route[] = [
  getPage(path, 'member', (call) => show(call)),
  postPage(
    path,
    'member',
    z.object({ answer: z.string().max(20_000), name }),
    async (call): Promise<PageAnswer> => {
      if (!call.input.parsed.ok) return show(call, 'Geef de passkey een naam.');
      const made = await registerPasskey(call.deed, call.site, call.actor, call.input.parsed.value);
      if (made.outcome !== 'taken') return show(call, 'De passkey is niet gemaakt. Probeer het opnieuw.');
      if (made.codes !== undefined) return codesPage(made.codes, back);
      return { kind: 'redirect', to: path, flash: { tone: 'good', text: 'De passkey is toegevoegd.' } };
    },
  ),
  getPage(`${path}/:id`, 'member', (call) => showOne(call)),
  postPage(`${path}/:id`, 'member', z.object({ name }), async (call): Promise<PageAnswer> => {
    if (!call.input.parsed.ok) return showOne(call, 'Geef de passkey een naam van hoogstens 60 tekens.');
    const id = call.params['id'] ?? '';
    if (!isId(id) || !(await rename(call.deed, call.actor, id, call.input.parsed.value.name)))
      return notFound;
    return { kind: 'redirect', to: path, flash: { tone: 'good', text: 'De naam is gewijzigd.' } };
  }),
  postPage(`${path}/:id/verwijderen`, 'member', z.object({}), async (call): Promise<PageAnswer> => {
    const id = call.params['id'] ?? '';
    const removed = isId(id) ? await remove(call.deed, call.actor, id) : ({ outcome: 'notFound' } as const);
    if (removed.outcome === 'notFound') return notFound;
    if (removed.outcome === 'kept') return showOne(call, keptWords[removed.why]);
    return { kind: 'redirect', to: path, flash: { tone: 'good', text: 'De passkey is verwijderd.' } };
  }),
  postPage('/mijn/herstelcodes', 'member', z.object({}), async (call): Promise<PageAnswer> => {
    const codes = await renewCodes(call.deed, call.actor);
    return codes === undefined ? notFound : codesPage(codes, back);
  }),
];

const back = { to: path, label: 'Ik heb de codes bewaard' };

const keptWords: Readonly<Record<Kept, string>> = {
  lastWayIn: 'Dit is uw enige manier om in te loggen. Voeg eerst een andere passkey toe.',
  lastSecondStep:
    'Uw samenwerkingsverband vraagt een tweede stap en u hebt niets anders. Voeg eerst een andere passkey toe of maak herstelcodes.',
};

async function show(
  { actor, database, csrf }: Call<Actor, object, unknown> & Page,
  fault?: string,
): Promise<Html> {
  const [passkeys, means, accounts] = await database.read(actor, (reader) =>
    Promise.all([findOwnPasskeys(reader, actor), findMeans(reader, actor), findOwnAccounts(reader, actor)]),
  );
  const body = (
    <>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn gegevens' }]} />
      <h1>{title}</h1>
      {fault !== undefined && <Notice tone="error" title={fault} live />}
      <h2>Mijn passkeys</h2>
      <Passkeys passkeys={passkeys} />
      <h2>Passkey toevoegen</h2>
      <PasskeyForm action={path} csrf={csrf} purpose="register" label="Voeg een passkey toe">
        <TextField name="name" label="Naam" value="" hint="Bijvoorbeeld: laptop van het werk." />
      </PasskeyForm>
      <h2>Herstelcodes</h2>
      <Codes means={means} csrf={csrf} />
      <h2>Gekoppelde accounts</h2>
      <Accounts accounts={accounts} />
    </>
  );
  return { kind: 'html', status: fault === undefined ? 200 : 422, title, body, script: 'passkey' };
}

/** One passkey: its name, and taking it away. */
async function showOne(
  { actor, database, csrf, params }: Call<Actor, object, unknown> & Page,
  fault?: string,
): Promise<PageAnswer> {
  const passkeys = await database.read(actor, (reader) => findOwnPasskeys(reader, actor));
  const passkey = passkeys.find(({ id }) => id === params['id']);
  if (passkey === undefined) return notFound;
  const body = (
    <>
      <Breadcrumb
        items={[
          { href: '/mijn', label: 'Mijn gegevens' },
          { href: path, label: title },
        ]}
      />
      <h1 dir="auto">Passkey {passkey.name}</h1>
      {fault !== undefined && <Notice tone="error" title={fault} live />}
      <p>{whenOf(passkey)}</p>
      <Form action={`${path}/${passkey.id}`} csrf={csrf}>
        <TextField name="name" label="Naam" value={passkey.name} />
        <SubmitRow primary="Wijzig de naam" cancel={path} />
      </Form>
      <ConfirmBox
        label="Verwijderen"
        action={`${path}/${passkey.id}/verwijderen`}
        csrf={csrf}
        confirm="Verwijder deze passkey"
      >
        <p>U kunt met deze passkey dan niet meer inloggen. Haal hem ook weg van uw apparaat.</p>
      </ConfirmBox>
    </>
  );
  return { kind: 'html', status: fault === undefined ? 200 : 422, title: `Passkey ${passkey.name}`, body };
}

function Passkeys({ passkeys }: { readonly passkeys: readonly OwnPasskey[] }): JSX.Element {
  if (passkeys.length === 0) {
    const words = 'Met een passkey logt u in met uw vingerafdruk, uw gezicht of de pincode van uw apparaat.';
    return <Empty title="U hebt nog geen passkey" text={words} />;
  }
  return (
    <CardList>
      {passkeys.map((passkey) => (
        <Card key={passkey.id} title={passkey.name} href={`${path}/${passkey.id}`} meta={whenOf(passkey)} />
      ))}
    </CardList>
  );
}

const whenOf = ({ madeAt, usedAt }: OwnPasskey) =>
  `Gemaakt op ${showMoment(madeAt)}. ${usedAt === null ? 'Nog niet gebruikt.' : `Laatst gebruikt op ${showMoment(usedAt)}.`}`;

function Accounts({ accounts }: { readonly accounts: readonly OwnAccount[] }): JSX.Element {
  if (accounts.length === 0) return <p>U hebt geen account van uw organisatie gekoppeld.</p>;
  return (
    <>
      <p>
        Met een account van uw organisatie logt u ook in. Herkent u er een niet? Vraag uw beheerder om het los
        te koppelen.
      </p>
      <ul>
        {accounts.map(({ id, issuer, linkedAt }) => (
          <li key={id}>
            {new URL(issuer).host}, gekoppeld op {showMoment(linkedAt)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Codes({ means, csrf }: { readonly means: Means; readonly csrf: string }): JSX.Element {
  const { codesLeft } = means;
  return (
    <>
      <p>
        Met een herstelcode zet u de tweede stap als u uw passkey niet bij u hebt. Ook zonder JavaScript.{' '}
        {codesLeft === 0
          ? 'U hebt er nu geen.'
          : codesLeft === 1
            ? 'U hebt er nog 1.'
            : `U hebt er nog ${codesLeft}.`}
      </p>
      {means.codesEver > 0 && codesLeft <= fewLeft && (
        <Notice tone="warning" title="U hebt bijna geen herstelcodes meer. Maak nieuwe." />
      )}
      {means.codesEver === 0 ? (
        <Form action="/mijn/herstelcodes" csrf={csrf}>
          <p>U krijgt tien codes en ziet ze één keer.</p>
          <SubmitRow primary="Maak herstelcodes" />
        </Form>
      ) : (
        <ConfirmBox
          label="Nieuwe herstelcodes"
          action="/mijn/herstelcodes"
          csrf={csrf}
          confirm="Maak nieuwe herstelcodes"
        >
          <p>U krijgt tien nieuwe codes en ziet ze één keer. De codes die u nu hebt, werken dan niet meer.</p>
        </ConfirmBox>
      )}
    </>
  );
}
