import { z } from 'zod';
import { optionalText, text } from '../../platform/input.ts';
import { countMailTroubles, type MailTroubles } from '../../platform/mail/outbox.store.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { count } from '../../platform/pure/text.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { Card, CardList, Notice } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { administrators, page } from '../admin/admin-page.tsx';
import type { RegisterField, Values } from '../admin/register-form.tsx';
import { settingsPages } from '../admin/settings-pages.tsx';
import { dataLicences, licenceWords } from '../licence.rules.ts';
import { type LabelName, labelNames } from '../presets.rules.ts';
import { labelExplanations, regionNames } from '../registers.words.ts';
import { changeTenant } from './tenant.actions.ts';
import { getTenant, type Tenant } from './tenant.store.ts';

/** Within a term of ten. */
const schoolDays = (most: number) => z.coerce.number('Kies een aantal schooldagen.').int().min(1).max(most);

const tenantInput = z
  .object({
    name: text(200),
    hostName: z
      .string()
      .max(253)
      .overwrite((host) => host.trim().toLowerCase())
      .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'Een adres heeft een vorm als zorg.verband.nl, zonder https.')
      .optional(),
    holidayRegion: z.enum(['noord', 'midden', 'zuid'], 'Kies een regio.'),
    contact_person: text(60),
    specialist: text(60),
    area: text(60),
    committee: text(60),
    howToAsk: optionalText(1_000),
    staffSecondFactor: z.enum(['ja', 'nee'], 'Kies ja of nee.').optional(),
    firstReminder: schoolDays(8).optional(),
    secondReminder: schoolDays(9).optional(),
    dataLicence: z.enum(dataLicences, 'Maak een keuze.').optional(),
  })
  .refine(
    ({ firstReminder, secondReminder }) =>
      firstReminder === undefined || secondReminder === undefined || firstReminder < secondReminder,
    { path: ['secondReminder'], message: 'De tweede herinnering komt na de eerste.' },
  );

const path = '/beheer/samenwerkingsverband';

const doors = [
  ['/beheer/mensen', 'Mensen en aanstellingen', 'Wie er werkt, waar en tot wanneer. Rechten volgen hieruit.'],
  ['/beheer/afwezigheid', 'Afwezigheid', 'Wie weg is en wie dat werk zolang doet.'],
  ['/beheer/scholen', 'Scholen', 'Adres, schoolbestuur en gebied. Ook: een lijst importeren.'],
  ['/beheer/besturen', 'Schoolbesturen', 'Welke besturen er zijn.'],
  ['/beheer/gebieden', 'Gebieden', 'Hoe de scholen zijn verdeeld.'],
  ['/beheer/vakanties', 'Vakanties', 'Vrije dagen van iedereen, van een bestuur of van één school.'],
  ['/beheer/bewaartermijnen', 'Bewaartermijnen', 'Wanneer notities verdwijnen en zorgen vervagen.'],
  ['/beheer/jaarvraag', 'Jaarvraag', 'In welke maanden scholen kunnen zeggen wat zij van het werk vinden.'],
  ['/beheer/termijnen', 'Termijnen van vragen', 'Hoe lang elke stap mag duren, en waar dat vandaan komt.'],
  [
    '/beheer/vragen',
    'Afspraken over vragen',
    'Toestemming, wettelijke grondslag, doelen, terugkijken en bewaren.',
  ],
  ['/beheer/expertise', 'Expertise', 'Waar specialisten goed in zijn, en waar een school om kan vragen.'],
  ['/inzet/instellingen', 'Inzet', 'Ambities, gewichten en regels waar een plan mee rekent.'],
  ['/beheer/doelen-bibliotheek', 'Doelenbibliotheek', 'Doelen om bij een vraag mee te beginnen.'],
  ['/beheer/lesobservaties', 'Lesobservaties', 'Formulieren om samen naar een les te kijken.'],
  ['/beheer/commissie', 'Commissie', 'Aanmelden, quorum, brieven en wanneer een besluit bijna afloopt.'],
  ['/beheer/inloggen', 'Inloggen', 'Met welke dienst mensen inloggen.'],
  [path, 'Samenwerkingsverband', 'Naam, adres, vakantieregio en eigen woorden.'],
] as const;

function Overview({ actor, troubles }: { readonly actor: Actor; readonly troubles: MailTroubles }) {
  return (
    <>
      <p>U beheert de registers van {actor.tenant.name}.</p>
      <Undelivered troubles={troubles} />
      <h2>Registers</h2>
      <CardList>
        {doors.map(([href, title, what]) => (
          <Card key={href} href={href} title={title}>
            <p>{what}</p>
          </Card>
        ))}
      </CardList>
    </>
  );
}

/** Says only that mail does not arrive: to whom would tell who is busy with what. */
function Undelivered({ troubles: { waiting, givenUp } }: { readonly troubles: MailTroubles }) {
  if (waiting + givenUp === 0) return null;
  return (
    <Notice tone="warning" title="Niet alle mail komt aan">
      {waiting > 0 && (
        <p>{count(waiting, 'mail is', 'mails zijn')} nog niet aangenomen. Kortelijn probeert het opnieuw.</p>
      )}
      {givenUp > 0 && (
        <p>
          {count(givenUp, 'mail kon', 'mails konden')} de laatste 30 dagen niet worden bezorgd. Kijk of de
          mailadressen kloppen bij <a href="/beheer/mensen">Mensen en aanstellingen</a>.
        </p>
      )}
    </Notice>
  );
}

const reminderDays = Array.from({ length: 9 }, (_, before) => ({
  value: `${before + 1}`,
  label: before === 0 ? 'na 1 schooldag' : `na ${before + 1} schooldagen`,
}));

const labelFields: readonly RegisterField[] = labelNames.map((name: LabelName) => ({
  name,
  label: `Woord voor: ${labelExplanations[name].toLowerCase()}`,
  kind: 'text',
  hint: 'In het enkelvoud, zonder hoofdletter.',
}));

const fields: readonly RegisterField[] = [
  { name: 'name', label: 'Naam', kind: 'text' },
  {
    name: 'hostName',
    label: 'Eigen webadres',
    kind: 'text',
    optional: true,
    hint: 'Bezoekers van dit adres zien alleen uw scholen. Bijvoorbeeld zorg.verband.nl.',
  },
  {
    name: 'holidayRegion',
    label: 'Vakantieregio',
    kind: 'radios',
    options: Object.entries(regionNames).map(([value, label]) => ({ value, label })),
  },
  {
    name: 'staffSecondFactor',
    label: 'Tweede stap bij het inloggen voor medewerkers',
    kind: 'radios',
    hint: 'Voor iedereen met een rol bij het samenwerkingsverband, ook schoolcontactpersonen en specialisten: een passkey of een herstelcode. Wie inlogt bij een inlogdienst die zelf twee stappen vraagt, merkt er niets van.',
    options: [
      { value: 'ja', label: 'Ja, altijd' },
      { value: 'nee', label: 'Nee' },
    ],
  },
  {
    name: 'firstReminder',
    label: 'Eerste herinnering aan de directeur',
    kind: 'select',
    hint: 'Voor een uitnodiging, een verslag en een standpunt heeft een directeur tien schooldagen. Zo lang na het begin komt de eerste herinnering. Dit is een afspraak, geen wet.',
    options: reminderDays.slice(0, -1),
  },
  {
    name: 'secondReminder',
    label: 'Tweede herinnering aan de directeur',
    kind: 'select',
    hint: 'Na de eerste, en voor de termijn om is.',
    options: reminderDays.slice(1),
  },
  {
    name: 'dataLicence',
    label: 'Open data',
    kind: 'radios',
    hint: 'Onder welke licentie iedereen de vastgezette cijfers van de verantwoording mag gebruiken.',
    options: dataLicences.map((value) => ({ value, label: licenceWords[value].choice })),
  },
  ...labelFields,
  {
    name: 'howToAsk',
    label: 'Hoe stelt iemand een vraag?',
    kind: 'lines',
    optional: true,
    hint: 'Staat voor iedereen op de pagina van elke school, boven de namen. Laat dit leeg voor onze eigen woorden.',
  },
];

function valuesOfTenant(tenant: Tenant): Values {
  const { name, hostName, holidayRegion, labels, staffSecondFactor } = tenant;
  return {
    ...labels,
    name,
    hostName: hostName ?? '',
    howToAsk: tenant.howToAsk ?? '',
    holidayRegion,
    staffSecondFactor: staffSecondFactor ? 'ja' : 'nee',
    firstReminder: `${tenant.firstReminder}`,
    secondReminder: `${tenant.secondReminder}`,
    dataLicence: tenant.dataLicence,
  };
}

const tenantSettings = settingsPages({
  path,
  title: 'Samenwerkingsverband',
  saved: 'Opgeslagen.',
  input: tenantInput,
  fields,
  find: getTenant,
  change: changeTenant,
  valuesOf: valuesOfTenant,
  above: ({ code, swvNumber, preset }) => (
    <Facts
      items={[
        { label: 'Code', value: code },
        { label: 'Nummer', value: swvNumber ?? 'niet bekend' },
        { label: 'Begonnen met', value: preset },
      ]}
    />
  ),
});

export const tenantPages: readonly Route[] = [
  getPage('/beheer', administrators, async ({ actor, database }) => {
    const troubles = await database.read(actor, countMailTroubles);
    return page('Beheer', [], <Overview actor={actor} troubles={troubles} />);
  }),
  ...tenantSettings,
];
