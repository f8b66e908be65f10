/** The log-in page of the demonstration: choose who you want to be. Gone as soon as a partnership has a provider of log-in. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { endSession, openSession } from '../platform/access.store.ts';
import type { Database } from '../platform/database.ts';
import { cookie, sessionCookie } from '../platform/door/request.ts';
import { id } from '../platform/input.ts';
import { list } from '../platform/pure/text.ts';
import { getPage, notFound, postPage, type Route } from '../platform/route.ts';
import { Empty, Notice } from '../platform/ui/parts.tsx';
import { roleName } from '../registers/index.ts';
import { type DemonstrationPerson, findDemonstrationPeople } from './demonstration.store.ts';
import { findDoors } from './login.store.ts';
import { html, onward } from './login-page.tsx';

export const demonstrationPages: readonly Route[] = [
  getPage(
    '/demo',
    'public',
    async (call) => {
      if (await isReal(call.deed.database)) return notFound;
      const people = await findDemonstrationPeople(call.deed.database, call.today);
      return html(
        'Demonstratie',
        <ChoosePerson people={people} onwardTo={call.query.naar} csrf={call.csrf} />,
      );
    },
    onward,
  ),
  postPage('/demo', 'public', z.object({ personId: id(), naar: z.string().optional() }), async (call) => {
    if (!call.input.parsed.ok || (await isReal(call.deed.database))) return notFound;
    const { personId, naar } = call.input.parsed.value;
    const people = await findDemonstrationPeople(call.deed.database, call.today);
    const person = people.find((one) => one.id === personId);
    if (person === undefined) return notFound;
    if (call.actor !== undefined) await endSession(call.deed.database, call.actor);
    const secret = await openSession(
      call.deed.database,
      { tenantId: person.tenantId, personId },
      { way: 'demo', secondFactor: false, device: call.device },
    );
    const to = onward.parse({ naar }).naar ?? '/';
    return { kind: 'redirect', to, cookies: [cookie(sessionCookie, secret, 12 * 3_600)] };
  }),
];

/** Whether people log in here with a provider: then nobody may simply choose who to be. */
async function isReal(database: Database): Promise<boolean> {
  return (await findDoors(database)).some(({ issuer }) => issuer !== null);
}

interface ChoosePersonProps {
  readonly people: readonly DemonstrationPerson[];
  readonly onwardTo: string | undefined;
  readonly csrf: string;
}

function ChoosePerson({ people, onwardTo, csrf }: ChoosePersonProps): JSX.Element {
  const partnerships = [...new Set(people.map((person) => person.tenantName))];
  return (
    <>
      <h1>Demonstratie</h1>
      <Notice tone="info" title="Alles hier is verzonnen">
        <p>
          Kies wie u wilt zijn. U ziet Kortelijn dan zoals die persoon: dezelfde rechten, dezelfde zorgen.
        </p>
      </Notice>
      <p>
        Maakte u als een van hen een passkey? <a href="/inloggen/passkey">Log in met die passkey</a>.
      </p>
      <p>
        Wat de verzonnen mensen als mail krijgen, leest u in de <a href="/demo/post">post</a>.
      </p>
      {partnerships.length === 0 && (
        <Empty
          title="Er zijn nog geen mensen"
          text="Laad de demonstratie met: npm run kortelijn -- demo load"
        />
      )}
      {partnerships.map((name) => (
        <section key={name}>
          <h2>{name}</h2>
          <ul class="choices">
            {people
              .filter((person) => person.tenantName === name)
              .map((person) => (
                <li key={person.id}>
                  <form method="post" action="/demo">
                    <input type="hidden" name="_csrf" value={csrf} />
                    <input type="hidden" name="personId" value={person.id} />
                    {onwardTo && <input type="hidden" name="naar" value={onwardTo} />}
                    <button class="button button--quiet" type="submit">
                      {person.name}
                    </button>{' '}
                    <span class="quiet">{appointmentsOf(person)}</span>
                  </form>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function appointmentsOf(person: DemonstrationPerson): string {
  if (person.appointments.length === 0) return 'geen aanstelling vandaag';
  const shown = person.appointments
    .slice(0, 3)
    .map(
      ({ role, place }) =>
        `${roleName(role, person.labels)}${place.kind === 'tenant' ? '' : ` ${place.name}`}`,
    );
  const more = person.appointments.length - shown.length;
  return list(more > 0 ? [...shown, `nog ${more}`] : shown);
}
