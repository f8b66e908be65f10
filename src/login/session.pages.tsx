import type { JSX } from 'preact';
import { z } from 'zod';
import { endSession, openSession, useLink } from '../platform/access.store.ts';
import { cookie, sessionCookie } from '../platform/door/request.ts';
import { id } from '../platform/input.ts';
import { list } from '../platform/pure/text.ts';
import { getPage, type Html, notFound, postPage, type Route } from '../platform/route.ts';
import { LinkButton } from '../platform/ui/form.tsx';
import { Empty, Notice } from '../platform/ui/parts.tsx';
import { roleName } from '../registers/index.ts';
import { type DemonstrationPerson, findDemonstrationPeople } from './demonstration.store.ts';

const signedOut = cookie(sessionCookie, '', 0);
/** A path of this site to go on to after logging in, in plain characters; anything else would be a way out to strangers. */
const onward = z.object({
  naar: z
    .string()
    .regex(/^\/(?![/\\])[!-~]*$/)
    .max(500)
    .optional()
    .catch(undefined),
});

/** Coming in and going out. With the demonstration: `/demo`, choose a person. */
export function sessionPages(demo: boolean): readonly Route[] {
  return [
    getPage(
      '/inloggen',
      'public',
      async (call) => {
        if (call.actor !== undefined) return { kind: 'redirect', to: call.query.naar ?? '/' };
        if (demo) return { kind: 'redirect', to: `/demo${call.url.search}` };
        return html('Inloggen', <LogIn />);
      },
      onward,
    ),
    getPage('/inloggen/eenmalig/:secret', 'public', async (call) =>
      html('Inloggen', <OneTime action={call.url.pathname} csrf={call.csrf} />),
    ),
    postPage('/inloggen/eenmalig/:secret', 'public', z.object({}), async (call) => {
      const secret = await useLink(call.deed.database, call.params['secret'] ?? '', call.device);
      if (secret === undefined) return { ...html('Deze link werkt niet meer', <UsedLink />), status: 410 };
      if (call.actor !== undefined) await endSession(call.deed.database, call.actor);
      return { kind: 'redirect', to: '/', cookies: [cookie(sessionCookie, secret, 12 * 3_600)] };
    }),
    postPage('/uitloggen', 'public', z.object({}), async (call) => {
      if (call.actor !== undefined) await endSession(call.deed.database, call.actor);
      return {
        kind: 'redirect',
        to: demo ? '/demo' : '/inloggen',
        cookies: [signedOut],
        flash: { tone: 'info', text: 'U bent uitgelogd.' },
      };
    }),
    ...(demo ? demonstrationPages : []),
  ];
}

const demonstrationPages: readonly Route[] = [
  getPage(
    '/demo',
    'public',
    async (call) => {
      const people = await findDemonstrationPeople(call.deed.database, call.today);
      return html(
        'Demonstratie',
        <ChoosePerson people={people} onwardTo={call.query.naar} csrf={call.csrf} />,
      );
    },
    onward,
  ),
  postPage('/demo', 'public', z.object({ personId: id(), naar: z.string().optional() }), async (call) => {
    if (!call.input.parsed.ok) return notFound;
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

function html(title: string, body: JSX.Element): Html {
  return { kind: 'html', title, body };
}

function LogIn(): JSX.Element {
  return (
    <>
      <h1>Inloggen</h1>
      <p>U logt in met de persoonlijke link die u van uw beheerder kreeg. Een link werkt één keer.</p>
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

/** A page between, so that a mail scanner that opens every link does not use it up. */
function OneTime({ action, csrf }: { readonly action: string; readonly csrf: string }): JSX.Element {
  return (
    <>
      <h1>Inloggen</h1>
      <p>Deze link is van u persoonlijk en werkt één keer.</p>
      <form method="post" action={action}>
        <input type="hidden" name="_csrf" value={csrf} />
        <button class="button" type="submit">
          Log in
        </button>
      </form>
    </>
  );
}

function UsedLink(): JSX.Element {
  return (
    <>
      <h1>Deze link werkt niet meer</h1>
      <p>
        Een link werkt één keer en zeven dagen. Vraag de beheerder van uw samenwerkingsverband om een nieuwe.
      </p>
    </>
  );
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
