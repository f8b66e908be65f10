import { z } from 'zod';
import { type Actor, hasRole, type Way } from '../../platform/pure/actor.ts';
import { type CivilDate, showMoment, showPeriod } from '../../platform/pure/dates.ts';
import { capital } from '../../platform/pure/text.ts';
import { getPage, notFound, postPage, type Route } from '../../platform/route.ts';
import { Button } from '../../platform/ui/form.tsx';
import { Badge, Empty } from '../../platform/ui/parts.tsx';
import { Facts, Table } from '../../platform/ui/table.tsx';
import { mayHandOver } from '../absence/absence.pages.tsx';
import { isId, kept, page } from '../admin/admin-page.tsx';
import { appointmentName } from '../registers.words.ts';
import { findAppointmentsOf, type HeldAppointment } from './appointment.store.ts';
import { endOthers, endOwn } from './mine.actions.ts';
import { findOwnKeys, type OwnKey } from './mine.store.ts';

/** What Kortelijn knows of the one who looks, and the ways in that stand open. */
/** The same roles as the doors of `/mijn/agenda` (stationing/agenda/agenda.access.ts). */
const calendarOwners = [
  'specialist',
  'committee_member',
  'committee_secretary',
  'contact_person',
  'school_director',
  'support_coordinator',
] as const;

export const minePages: readonly Route[] = [
  getPage('/mijn', 'member', ({ actor, database, csrf, today }) =>
    database.read(actor, async (reader) => {
      const [appointments, keys] = await Promise.all([
        findAppointmentsOf(reader, actor.tenantId, actor.personId),
        findOwnKeys(reader, actor),
      ]);
      const holding = appointments.filter(({ to }) => to === null || to >= today);
      return page(
        'Mijn gegevens',
        [],
        <Mine actor={actor} appointments={holding} keys={keys} csrf={csrf} today={today} />,
      );
    }),
  ),
  postPage('/mijn/sessies/:id/beeindigen', 'member', z.object({}), async ({ actor, deed, params }) => {
    const id = params['id'] ?? '';
    if (!isId(id) || !(await endOwn(deed, actor, id))) return notFound;
    return id === actor.keyId ? { kind: 'redirect', to: '/inloggen' } : kept('/mijn', 'Beëindigd.');
  }),
  postPage('/mijn/sessies/overige-beeindigen', 'member', z.object({}), async ({ actor, deed }) => {
    const ended = await endOthers(deed, actor);
    return kept('/mijn', ended === 1 ? '1 sessie is beëindigd.' : `${ended} sessies zijn beëindigd.`);
  }),
];

interface MineProps {
  readonly actor: Actor;
  readonly appointments: readonly HeldAppointment[];
  readonly keys: readonly OwnKey[];
  readonly csrf: string;
  readonly today: CivilDate;
}

function Mine({ actor, appointments, keys, csrf, today }: MineProps) {
  return (
    <>
      <Facts
        items={[
          { label: 'Naam', value: actor.name },
          { label: 'E-mailadres', value: actor.email },
          { label: 'Samenwerkingsverband', value: actor.tenant.name },
        ]}
      />
      <p>Klopt er iets niet? Vraag de beheerder van uw samenwerkingsverband om het te wijzigen.</p>
      <p>
        <a href="/mijn/meldingen">Kies wat u per e-mail krijgt</a>
      </p>
      <p>
        <a href="/mijn/weergaven">Uw weergaven</a>: lijsten zoals u ze filterde en bewaarde.
      </p>
      <p>
        <a href="/mijn/nieuwsfeed">Mijn nieuwsfeed</a>: het nieuws in uw eigen feedlezer.
      </p>
      {hasRole(actor, ...calendarOwners) && (
        <p>
          <a href="/mijn/agenda">Mijn agenda</a>: wat er voor u of uw school gepland is, in uw eigen
          agendaprogramma.
        </p>
      )}
      <h2>Mijn aanstellingen</h2>
      {appointments.length === 0 ? (
        <Empty title="Geen aanstelling" text="U hebt nu en later geen aanstelling." />
      ) : (
        <Table
          caption="Mijn aanstellingen"
          hideCaption
          rows={appointments}
          columns={[
            { label: 'Rol', cell: (one) => capital(appointmentName(one, actor.tenant.labels)) },
            { label: 'Periode', cell: ({ from, to }) => showPeriod(from, to) },
            {
              label: 'Stand',
              cell: ({ from }) => (from > today ? <Badge label="begint nog" /> : 'geldt vandaag'),
            },
          ]}
        />
      )}
      {mayHandOver(actor) && (
        <p>
          <a href="/mijn/afwezigheid">Mijn werk overdragen</a>: als u langer weg bent.
        </p>
      )}
      <p>
        <a href="/mijn/gebruik">Gebruik van mijn gegevens</a>: wat u deed en wat anderen aan uw gegevens
        deden.
      </p>
      <LoggedIn actor={actor} keys={keys} csrf={csrf} />
    </>
  );
}

/** The ways in that stand open, each with its end. */
function LoggedIn({ actor, keys, csrf }: Pick<MineProps, 'actor' | 'keys' | 'csrf'>) {
  return (
    <>
      <h2>Waar ik ben ingelogd</h2>
      <p>
        Herkent u iets niet? Beëindig het dan. Hoe u inlogt, regelt u bij{' '}
        <a href="/mijn/passkeys">Passkeys en herstelcodes</a>.
      </p>
      <Table
        caption="Open sessies en tokens"
        hideCaption
        rows={keys}
        columns={[
          {
            label: 'Wat',
            cell: (key) =>
              key.id === actor.keyId ? 'Deze sessie' : key.kind === 'token' ? 'Token voor de API' : 'Sessie',
          },
          { label: 'Apparaat', cell: ({ device }) => device ?? 'niet bekend' },
          { label: 'Ingelogd met', cell: howOf },
          { label: 'Begonnen', cell: ({ madeAt }) => showMoment(madeAt) },
          {
            label: 'Laatst gebruikt',
            cell: (key) => (key.kind === 'token' ? 'niet bijgehouden' : showMoment(key.seenAt)),
          },
          { label: 'Beëindigen', cell: (key) => <EndKey id={key.id} csrf={csrf} /> },
        ]}
      />
      <form method="post" action="/mijn/sessies/overige-beeindigen">
        <input type="hidden" name="_csrf" value={csrf} />
        <Button kind="secondary">Beëindig alle andere sessies</Button>
      </form>
    </>
  );
}

const wayNames: Readonly<Record<Way, string>> = {
  link: 'een eenmalige link',
  oidc: 'een account bij een inlogdienst',
  passkey: 'een passkey',
  demo: 'de demonstratie',
};

/** How a session began; a passkey is two steps by itself. */
function howOf({ way, secondFactor }: OwnKey): string {
  if (way === null) return 'niet bekend';
  return secondFactor && way !== 'passkey' ? `${wayNames[way]}, in twee stappen` : wayNames[way];
}

function EndKey({ id, csrf }: { readonly id: string; readonly csrf: string }) {
  return (
    <form method="post" action={`/mijn/sessies/${id}/beeindigen`}>
      <input type="hidden" name="_csrf" value={csrf} />
      <Button kind="secondary">Beëindig</Button>
    </form>
  );
}
