import type { JSX } from 'preact';
import {
  type Agenda,
  agendaOf,
  type Coming,
  ComingTalks,
  findWaiting,
  mayNote,
  mayPlan,
  Principles,
  readsConcerns,
  Tasks,
  Waits,
} from '../concerns/index.ts';
import { type PromisesWaiting, PromiseTasks } from '../news/index.ts';
import { findNotices, type NoticeRow, Notices } from '../notices/index.ts';
import { countDevelopment, DevelopmentTasks, type DevelopmentWaiting } from '../plans/index.ts';
import { type Actor, hasRole } from '../platform/pure/actor.ts';
import { type CivilDate, showDay } from '../platform/pure/dates.ts';
import { capital } from '../platform/pure/text.ts';
import { getPage, type Route } from '../platform/route.ts';
import { LinkButton } from '../platform/ui/form.tsx';
import { Empty } from '../platform/ui/parts.tsx';
import {
  committeeDoor,
  findQuestionsWaiting,
  mayAsk,
  mayCountQuestions,
  QuestionTasks,
  readsQuestions,
  type Task,
  tasksOf,
} from '../questions/index.ts';
import { countForms, type FormsWaiting, FormTasks } from '../results/index.ts';
import { readsStationings, type StationingsWaiting, StationingTasks } from '../stationing/index.ts';

/** Unread notices on the start page: the newest ones, as a way to the rest. */
const mostNotices = 3;

/** The start page: what waits for you, and for visitors what Kortelijn is. */
export const todayPages: readonly Route[] = [
  getPage('/', 'public', async ({ actor, database, today, now }) => {
    if (actor === undefined) return { kind: 'html', title: 'Zorgen delen', body: <Welcome /> };
    const reads = readsConcerns(actor);
    const unread = { limit: mostNotices, unread: true };
    const [
      { facts, coming: talks },
      { questions, visits, stationings, promises, development, forms },
      notices,
    ] = await database.read(actor, (reader) =>
      Promise.all([
        reads ? findWaiting(reader, actor) : { facts: [], coming: [] },
        findQuestionsWaiting(reader, actor),
        findNotices(reader, actor, unread),
      ]),
    );
    const agenda = agendaOf(facts, today, now.toISOString());
    const newest = notices.slice(0, mostNotices);
    const asked = tasksOf(questions);
    const work = { agenda, talks, asked, visits, stationings, promises, development, forms };
    const body = <Today {...{ actor, ...work, newest, today }} />;
    return { kind: 'html', title: 'Vandaag', body };
  }),
];

interface TodayProps {
  readonly actor: Actor;
  readonly agenda: Agenda;
  readonly talks: readonly Coming[];
  /** What waits around questions. */
  readonly asked: readonly Task[];
  /** Visits that a school has not answered yet. */
  readonly visits: number;
  readonly stationings: StationingsWaiting;
  /** One's own that come due, and for writers those that nobody answers for. */
  readonly promises: PromisesWaiting;
  readonly development: DevelopmentWaiting;
  readonly forms: FormsWaiting;
  readonly newest: readonly NoticeRow[];
  readonly today: CivilDate;
}

function Today(props: TodayProps): JSX.Element {
  const { actor, agenda, talks, asked, visits, stationings, promises, development, forms, newest, today } =
    props;
  const { tasks } = agenda;
  const { toAgree, toEvaluate } = stationings;
  const work = tasks.length + asked.length + visits + toAgree + toEvaluate;
  // A talk stands once: under the conversations.
  const waits = agenda.waits.filter(({ kind }) => kind !== 'talk');
  return (
    <>
      <h1>Vandaag</h1>
      <p class="lead">{capital(showDay(today))}</p>
      {tasks.length > 0 && <h2>Dit wacht op u</h2>}
      {tasks.length > 0 && <Tasks tasks={tasks} today={today} />}
      {asked.length > 0 && <h2>{tasks.length > 0 ? 'Vragen die op u wachten' : 'Dit wacht op u'}</h2>}
      {asked.length > 0 && <QuestionTasks tasks={asked} />}
      <StationingTasks {...{ visits, stationings }} first={tasks.length + asked.length === 0} />
      <PromiseTasks promises={promises} personId={actor.personId} />
      <DevelopmentTasks actor={actor} waiting={development} />
      <FormTasks waiting={forms} />
      {work + promises.due + promises.ownerless + countDevelopment(actor, development) + countForms(forms) ===
        0 && <NothingWaits actor={actor} />}
      {talks.length > 0 && <h2>Gesprekken</h2>}
      {talks.length > 0 && <ComingTalks talks={talks} today={today} />}
      {waits.length > 0 && <h2>Hier wacht u op</h2>}
      {waits.length > 0 && <Waits waits={waits} today={today} />}
      {newest.length > 0 && <h2>Nieuwe berichten</h2>}
      {newest.length > 0 && <Notices notices={newest} />}
      {newest.length > 0 && (
        <p>
          <a href="/berichten">Alle berichten</a>
        </p>
      )}
      <Shortcuts actor={actor} />
    </>
  );
}

/** What somebody who is new here wants to know: what will come to stand on this page, and what they can do now. */
function NothingWaits({ actor }: { readonly actor: Actor }): JSX.Element {
  return <Empty title="Er wacht niets op u" text={whatWillCome(actor)} />;
}

/** By the first role that fits: whoever has two is helped most by the one that acts first. */
function whatWillCome(actor: Actor): string {
  if (hasRole(actor, 'school_director'))
    return 'Deelt iemand een zorg over uw school, dan leest u die als eerste. Uitnodigingen en verslagen staan hier tot u ze hebt beantwoord.';
  if (hasRole(actor, 'team_lead'))
    return 'Hier komt een voorstel om het bestuur te betrekken, een verzoek om een directeur te bellen die niet antwoordt, en een vraag die te lang wacht.';
  if (hasRole(actor, 'contact_person', 'specialist', 'support_coordinator', 'teacher'))
    return 'Merkt u iets waar u niet gerust op bent? Noteer het. Zodra iemand bij een zorg of een vraag een antwoord of een stap van u nodig heeft, staat het hier.';
  if (hasRole(actor, 'board_member', 'partnership_director'))
    return 'School en samenwerkingsverband bespreken een zorg altijd eerst zelf. Is het bestuur daarna nodig, dan staat de zorg hier.';
  if (hasRole(actor, 'administrator'))
    return 'U ziet geen zorgen. Onder Beheer houdt u mensen, aanstellingen, scholen en vakanties bij.';
  if (hasRole(actor, 'privacy_officer'))
    return 'U ziet geen zorgen. In het toegangslog ziet u wie wat opende, zonder de tekst.';
  if (hasRole(actor, 'committee_secretary', 'committee_member'))
    return 'U ziet geen zorgen. Ontbreekt er iets bij een vraag, of is een vergadering geweest en wacht de uitkomst, dan staat dat hier.';
  return 'U ziet geen zorgen. Gaat er iets over u of uw toegang, dan staat het hier.';
}

function Shortcuts({ actor }: { readonly actor: Actor }): JSX.Element {
  const doors: readonly (readonly [string, string, boolean])[] = [
    ['/zorgen', 'Zorgen', readsConcerns(actor)],
    ['/vragen', 'Vragen', readsQuestions(actor)],
    ['/vragen/cijfers', 'Vragen in cijfers', mayCountQuestions(actor)],
    committeeDoor(actor),
    ['/inzet/bezoeken', 'Bezoeken', hasRole(actor, 'specialist', 'support_coordinator')],
    ['/inzet/stationeringen', 'Stationeringen', readsStationings(actor)],
    ['/gesprekken', 'Gesprekken', mayPlan(actor)],
    ['/beheer', 'Beheer', hasRole(actor, 'administrator')],
    ['/inzage', 'Toegangslog', hasRole(actor, 'privacy_officer')],
    ['/berichten', 'Berichten', true],
    ['/scholen', 'Scholen', true],
    ['/zorgen/werkwijze', 'Werkwijze', true],
  ];
  return (
    <>
      <h2>Snel naar</h2>
      <p class="row">
        {mayAsk(actor) && <LinkButton href="/vragen/nieuw">Stel een vraag</LinkButton>}
        {mayNote(actor) && <LinkButton href="/zorgen/nieuw">Zorg noteren</LinkButton>}
        {doors
          .filter(([, , open]) => open)
          .map(([href, label]) => (
            <LinkButton key={href} href={href} kind="secondary">
              {label}
            </LinkButton>
          ))}
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
