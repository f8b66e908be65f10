import type { JSX } from 'preact';
import { z } from 'zod';
import { text } from '../platform/input.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { type Call, getPage, type Html, type Page, postPage, type Route } from '../platform/route.ts';
import { TextField } from '../platform/ui/fields.tsx';
import { ConfirmBox, errorOf, Form, type FormError, SubmitRow } from '../platform/ui/form.tsx';
import { Breadcrumb } from '../platform/ui/navigate.tsx';
import { Notice } from '../platform/ui/parts.tsx';
import { Facts } from '../platform/ui/table.tsx';
import type { LoginMeans } from './login-means.ts';
import { removeProvider, saveProvider, whyNotHere } from './provider.actions.ts';
import { getOwnProvider, type OwnProvider } from './provider.store.ts';

const path = '/beheer/inloggen';
const administrators = ['administrator'] as const;
const trimmed = (max: number) => text(max).overwrite((value) => value.trim());
const providerInput = z.object({
  issuer: trimmed(500),
  clientId: trimmed(300),
  clientSecret: trimmed(500).optional(),
});
const labels: Readonly<Record<string, string>> = {
  issuer: 'Adres van de inlogdienst',
  clientId: 'Naam van Kortelijn daar',
  clientSecret: 'Geheim',
};
const stale = 'Iemand anders heeft dit net gewijzigd. Kijk eerst wat er nu staat.';

/** With which provider the people of a partnership log in. */
export function providerPages(means: LoginMeans): readonly Route[] {
  return [
    getPage(path, administrators, (call) => show(means, call, undefined, [])),
    postPage(path, administrators, providerInput, async (call) => {
      const { parsed, typed } = call.input;
      // The secret is not shown again.
      const values = Object.fromEntries(typed.filter(([name]) => name !== 'clientSecret'));
      if (!parsed.ok) {
        const faults = parsed.faults.map(({ location, detail }) => ({
          field: location,
          message: `${labels[location] ?? location}: ${detail}`,
        }));
        return show(means, call, values, faults);
      }
      const saved = await saveProvider(means, call.deed, call.actor, parsed.value);
      if (saved.outcome === 'saved')
        return { kind: 'redirect', to: path, flash: { tone: 'good', text: 'Opgeslagen.' } };
      return show(means, call, values, saved.outcome === 'refused' ? saved.faults : [{ message: stale }]);
    }),
    postPage(`${path}/verwijderen`, administrators, z.object({}), async ({ deed, actor }) => {
      const done = await removeProvider(deed, actor);
      const flash = done
        ? ({ tone: 'good', text: 'De inlogdienst is weggehaald.' } as const)
        : ({ tone: 'error', text: stale } as const);
      return { kind: 'redirect', to: path, flash };
    }),
  ];
}

async function show(
  means: LoginMeans,
  { actor, database, csrf, site }: Call<Actor, object, unknown> & Page,
  typed: Readonly<Record<string, string>> | undefined,
  errors: readonly FormError[],
): Promise<Html> {
  const held = await database.read(actor, (reader) => getOwnProvider(reader, actor.tenantId));
  const why = whyNotHere(means);
  const values = typed ?? { issuer: held?.issuer ?? '', clientId: held?.clientId ?? '' };
  const body = (
    <>
      <Breadcrumb items={[{ href: '/beheer', label: 'Beheer' }]} />
      <h1>Inloggen</h1>
      <p>
        Laat mensen inloggen met het account van hun eigen organisatie, via een dienst die OpenID Connect
        spreekt. Wie nog niet gekoppeld is, nodigt u uit bij <a href="/beheer/mensen">Mensen</a>.
      </p>
      <Today means={means} held={held} />
      {why !== undefined && (
        <Notice tone="info" title="Hier kunt u geen eigen inlogdienst instellen">
          <p>{why}</p>
        </Notice>
      )}
      {why === undefined && (
        <ProviderForm values={values} errors={errors} held={held} csrf={csrf} site={site} />
      )}
    </>
  );
  const status = errors.length === 0 ? 200 : errors.some(({ message }) => message === stale) ? 412 : 422;
  return { kind: 'html', title: 'Inloggen', body, status };
}

function Today({ means, held }: { readonly means: LoginMeans; readonly held: OwnProvider | undefined }) {
  const shared = means.provider && new URL(means.provider.issuer).host;
  const now = held
    ? `de eigen dienst op ${new URL(held.issuer).host}`
    : shared
      ? `de dienst van deze installatie, op ${shared}`
      : 'geen; mensen komen binnen met een link voor één keer of een passkey';
  return <Facts items={[{ label: 'Inlogdienst nu', value: now }]} />;
}

interface ProviderFormProps {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
  readonly held: OwnProvider | undefined;
  readonly csrf: string;
  readonly site: string;
}

function ProviderForm({ values, errors, held, csrf, site }: ProviderFormProps): JSX.Element {
  const field = (name: string) => ({
    name,
    label: labels[name] ?? name,
    value: values[name],
    error: errorOf(errors, name),
  });
  return (
    <>
      <h2>Eigen inlogdienst</h2>
      <p>Geef bij de inlogdienst deze twee adressen op:</p>
      <Facts
        items={[
          { label: 'Terugkeeradres', value: <code>{`${site}/inloggen/oidc/terug`}</code> },
          { label: 'Adres na uitloggen', value: <code>{`${site}/inloggen`}</code> },
        ]}
      />
      <Form action={path} csrf={csrf} errors={errors} version={held?.version ?? 0}>
        <TextField {...field('issuer')} hint="Begint met https. De dienst noemt dit de issuer." />
        <TextField {...field('clientId')} hint="De dienst noemt dit de client id." />
        <TextField
          {...field('clientSecret')}
          type="password"
          optional={held !== undefined}
          hint={
            held === undefined
              ? 'De dienst noemt dit de client secret.'
              : 'Leeg laten bewaart het geheim dat er nu is.'
          }
        />
        <Notice
          tone="warning"
          title="Wijzigt u het adres, dan zijn koppelingen met de oude dienst niet meer bruikbaar"
        >
          <p>Nodig mensen dan opnieuw uit. Blijf zelf ingelogd tot het inloggen bij een ander is gelukt.</p>
        </Notice>
        <SubmitRow primary="Sla op" cancel="/beheer" />
      </Form>
      {held !== undefined && (
        <ConfirmBox
          label="Haal de eigen inlogdienst weg"
          action={`${path}/verwijderen`}
          csrf={csrf}
          version={held.version}
          confirm="Haal weg"
        >
          <p>Mensen kunnen dan niet meer met deze dienst inloggen. Wie nu is ingelogd, blijft ingelogd.</p>
        </ConfirmBox>
      )}
    </>
  );
}
