import type { JSX } from 'preact';
import {
  type Agenda,
  agendaOf,
  findWaiting,
  mayNote,
  mayPlan,
  Principles,
  readsConcerns,
  Tasks,
  Waits,
} from '../concerns/index.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { type CivilDate, showDay } from '../platform/pure/dates.ts';
import { getPage, type Route } from '../platform/route.ts';
import { LinkButton } from '../platform/ui/form.tsx';
import { Empty } from '../platform/ui/parts.tsx';

/** The start page: what waits for you, and for visitors what Kortelijn is. */
export const todayPages: readonly Route[] = [
  getPage('/', 'public', async ({ actor, database, today, now }) => {
    if (actor === undefined) return { kind: 'html', title: 'Zorgen delen', body: <Welcome /> };
    const facts = readsConcerns(actor)
      ? await database.read(actor, (reader) => findWaiting(reader, actor))
      : [];
    const agenda = agendaOf(facts, today, now.toISOString());
    return { kind: 'html', title: 'Vandaag', body: <Today {...{ actor, agenda, today }} /> };
  }),
];

interface TodayProps {
  readonly actor: Actor;
  readonly agenda: Agenda;
  readonly today: CivilDate;
}

function Today({ actor, agenda: { tasks, waits }, today }: TodayProps): JSX.Element {
  return (
    <>
      <h1>Vandaag</h1>
      <p class="lead">{capital(showDay(today))}</p>
      {tasks.length > 0 && <h2>Dit wacht op u</h2>}
      {tasks.length > 0 ? (
        <Tasks tasks={tasks} today={today} />
      ) : (
        <Empty
          title="Er wacht niets op u"
          text="Zodra iemand een antwoord of een stap van u nodig heeft, staat het hier."
        />
      )}
      {waits.length > 0 && <h2>Hier wacht u op</h2>}
      {waits.length > 0 && <Waits waits={waits} />}
      <Shortcuts actor={actor} />
    </>
  );
}

function Shortcuts({ actor }: { readonly actor: Actor }): JSX.Element {
  return (
    <>
      <h2>Snel naar</h2>
      <p class="row">
        {mayNote(actor) && <LinkButton href="/zorgen/nieuw">Zorg noteren</LinkButton>}
        {readsConcerns(actor) && (
          <LinkButton href="/zorgen" kind="secondary">
            Zorgen
          </LinkButton>
        )}
        {mayPlan(actor) && (
          <LinkButton href="/gesprekken" kind="secondary">
            Gesprekken
          </LinkButton>
        )}
        <LinkButton href="/scholen" kind="secondary">
          Scholen
        </LinkButton>
        <LinkButton href="/zorgen/werkwijze" kind="secondary">
          Werkwijze
        </LinkButton>
      </p>
    </>
  );
}

function Welcome(): JSX.Element {
  return (
    <>
      <h1>Zorgen delen, samen met de school</h1>
      <p class="lead">
        Gaat het op een school niet goed met kinderen? Kortelijn maakt het eerste eerlijke gesprek makkelijk
        en veilig. Altijd eerst met de directeur.
      </p>
      <p class="row">
        <LinkButton href="/inloggen">Inloggen</LinkButton>
        <LinkButton href="/zorgen/werkwijze" kind="secondary">
          Zo werkt het
        </LinkButton>
      </p>
      <h2>Waar Kortelijn voor staat</h2>
      <Principles />
      <h2>Een vraag over een school?</h2>
      <p>
        Elke school heeft een vaste contactpersoon bij het samenwerkingsverband. Bij die persoon kunt u altijd
        terecht, ook als ouder.
      </p>
      <p>
        <LinkButton href="/scholen" kind="secondary">
          Zoek een school
        </LinkButton>
      </p>
    </>
  );
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
