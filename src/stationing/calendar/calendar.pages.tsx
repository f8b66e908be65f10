/** Somebody's own calendar as an address that other calendars subscribe to. Whoever has the address reads it: so it can be renewed. */
import { createHash } from 'node:crypto';
import type { JSX } from 'preact';
import { z } from 'zod';
import { OwnAddress, RemoveAddress } from '../../platform/form/own-address.tsx';
import { calendarFeed } from '../../platform/mail/calendar.ts';
import { behindAddress, findAddress, removeAddress, renewAddress } from '../../platform/own-address.ts';
import { getPage, type Html, notFound, postPage, type Route } from '../../platform/route.ts';
import { TextField } from '../../platform/ui/fields.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { feedOwners } from '../agenda/agenda.access.ts';
import { findPlanned, ownCalendar } from './calendar.store.ts';
import { eventsOf } from './planned.ts';

const path = '/mijn/agenda';
const removed = 'Agenda’s die dit adres gebruiken, krijgen dan niets meer.';

export const calendarPages: readonly Route[] = [
  // `/agenda/SECRET.ics`: the ending tells a program what it is.
  getPage('/agenda/:file', 'public', async ({ database, params, site }) => {
    const secret = /^([\w-]{43})\.ics$/.exec(params['file'] ?? '')?.[1];
    const planned =
      secret === undefined ? undefined : await behindAddress(database, ownCalendar, secret, findPlanned);
    if (planned === undefined) return notFound;
    const body = calendarFeed('Kortelijn', `${planned.today}T00:00:00Z`, eventsOf(planned, site));
    const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    return { kind: 'file', name: 'kortelijn.ics', type: 'text/calendar; charset=utf-8', body, etag };
  }),
  getPage(path, feedOwners, async ({ actor, database, csrf }): Promise<Html> => {
    const madeAt = await database.read(actor, (reader) => findAddress(reader, ownCalendar, actor));
    return page(<OwnCalendar madeAt={madeAt} csrf={csrf} />);
  }),
  // The address is shown in this answer and never again: only its hash is kept.
  postPage(path, feedOwners, z.object({}), async ({ actor, deed, csrf, site }): Promise<Html> => {
    const secret = await renewAddress(deed, actor, ownCalendar);
    return page(<NewAddress address={`${site}/agenda/${secret}.ics`} csrf={csrf} />);
  }),
  postPage(`${path}/verwijderen`, feedOwners, z.object({}), async ({ actor, deed }) => {
    if (!(await removeAddress(deed, actor, ownCalendar))) return notFound;
    const text = 'Het adres werkt niet meer. Haal de agenda ook weg uit uw eigen agendaprogramma.';
    return { kind: 'redirect', to: path, flash: { tone: 'good', text } };
  }),
];

const page = (children: JSX.Element): Html => ({
  kind: 'html',
  title: 'Mijn agenda',
  body: (
    <>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn gegevens' }]} />
      <h1>Mijn agenda</h1>
      {children}
    </>
  ),
});

interface OwnCalendarProps {
  readonly madeAt: string | undefined;
  readonly csrf: string;
}

function OwnCalendar({ madeAt, csrf }: OwnCalendarProps): JSX.Element {
  return (
    <>
      <p class="lead">
        Zet uw stationeringen, bezoeken, evaluaties en vergaderingen in uw eigen agendaprogramma, of van uw
        school wie er wanneer komt. Dat kijkt daarna vanzelf of er iets veranderd is.
      </p>
      <p>
        In de agenda staan het nummer van de vraag, de school en wat er is. Geen namen en geen tekst van een
        vraag.
      </p>
      <OwnAddress {...{ path, madeAt, csrf, removed }} />
    </>
  );
}

function NewAddress({ address, csrf }: { readonly address: string; readonly csrf: string }): JSX.Element {
  return (
    <>
      <Notice tone="good" title="Dit is uw adres" live>
        <p>Kopieer het nu: wij laten het niet nog een keer zien.</p>
      </Notice>
      <TextField
        name="address"
        label="Adres van uw agenda"
        value={address}
        hint="Wie dit adres heeft, kan uw agenda lezen. Geef het aan niemand."
      />
      <p>
        Kies in uw agendaprogramma voor «abonneren op een agenda» of «agenda van internet toevoegen», en plak
        daar het adres. In Outlook: Agenda toevoegen, Abonneren via internet. In Google Agenda: Andere
        agenda’s, Via URL.
      </p>
      <RemoveAddress {...{ path, csrf, removed }} />
    </>
  );
}
