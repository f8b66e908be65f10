import type { JSX } from 'preact';
import { RulesThen } from '../../news/index.ts';
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, showDate, showMoment } from '../../platform/pure/dates.ts';
import { getPage, notFound, type Route } from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Badge, Notice, Prose } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { findGoalsOfEach } from '../../results/index.ts';
import { passagesOf } from '../blackening/blacken.facts.ts';
import { access, mayNoteAt, mayReadLedger, readersIn } from '../concern.access.ts';
import { readConcern } from '../concern.actions.ts';
import type { About } from '../concern.rules.ts';
import type { Agreement, ConcernRow } from '../concern.store.ts';
import { aboutWords, wordsAbout } from '../concern.words.ts';
import { parties } from '../concern-parties.words.ts';
import { fadedPage } from '../fading/faded.pages.tsx';
import { type Asked, AskedAt, withResults } from '../questions/asked.tsx';
import { Agreements } from './agreements.tsx';
import { getSurroundings, type LinkedConcern, type Surroundings } from './circle.store.ts';
import { NextSteps } from './concern-steps-now.pages.tsx';
import { Terms, termsOf } from './concern-terms.pages.tsx';
import { ConcernTimeline, StatusBadge } from './concern-timeline.pages.tsx';
import { ReadersNow, readersOf } from './readers.pages.tsx';

export const concernDetailPages: readonly Route[] = [
  getPage('/zorgen/:id', access.read, async ({ actor, params, deed, database, now }) => {
    const id = idOf(params);
    const concern = id === undefined ? undefined : await readConcern(deed, actor, id);
    if (concern === undefined) return (await fadedPage(database, actor, id)) ?? notFound;
    const [around, goals] = await database.read(actor, async (reader) => {
      const found = await getSurroundings(reader, actor, concern);
      const ended = withResults(found.asked);
      return [found, ended.length === 0 ? [] : await findGoalsOfEach(reader, actor, ended)] as const;
    });
    const questions = { asked: around.asked, goals };
    return {
      kind: 'html',
      title: `Zorg ${concern.number}, ${concern.school.name}`,
      body: <ConcernPage {...{ concern, around, questions, actor, now }} />,
    };
  }),
];

interface ConcernPageProps {
  readonly concern: ConcernRow;
  readonly around: Surroundings;
  readonly questions: Asked;
  readonly actor: Actor;
  readonly now: Date;
}

function ConcernPage({ concern, around, questions, actor, now }: ConcernPageProps): JSX.Element {
  const circles = readersIn(concern.status, concern.putForward);
  const agreements = concern.entries.findLast((entry) => entry.agreements.length > 0)?.agreements ?? [];
  const foot = (agreement: Agreement) => (
    <AskedAt agreement={agreement} concern={concern} asked={questions.asked} actor={actor} />
  );
  return (
    <>
      <Breadcrumb items={[{ href: '/zorgen', label: 'Zorgen' }]} />
      <div class="title-row">
        <h1>
          <bdi>{concern.school.name}</bdi> <span class="title-row__number">{concern.number}</span>
        </h1>
        <StatusBadge status={concern.status} about={concern.about} />
      </div>
      <p class="lead">{wordsAbout[concern.about].explained[concern.status]}</p>
      <Linked linked={around.linked} about={concern.about} />
      <div class="concern">
        <div class="concern__who">
          <ReadersNow readers={readersOf(concern, around, circles, actor.tenant.labels)} />
        </div>
        <div class="stack">
          <NextSteps concern={concern} actor={actor} />
          <Ended concern={concern} actor={actor} />
          <Terms terms={termsOf(concern, now)} />
          {agreements.length > 0 && <h2>Afspraken</h2>}
          {agreements.length > 0 && <Agreements agreements={agreements} foot={foot} />}
          <Noted concern={concern} />
          <GoesOn concern={concern} goesOn={around.goesOn} />
          {concern.status !== 'noted' && (
            <>
              <h2>Tijdlijn</h2>
              <RulesThen editions={concern.workingRules} />
              <ConcernTimeline
                concern={concern}
                blackened={around.blackened}
                handOvers={around.handOvers}
                questions={questions}
                // The latest agreements stand above already.
                foot={(one) => (agreements.includes(one) ? null : foot(one))}
                actor={actor}
              />
              <BlackenOwn concern={concern} actor={actor} />
              {mayReadLedger(concern.relations) && (
                <p>
                  <a href={`/zorgen/${concern.id}/wie-weet-dit`}>Wie weet dit?</a> Zo ziet u wie dit las en
                  wanneer.
                </p>
              )}
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** The concern as its author wrote it. What goes well stands beside what does not. */
export function Noted({ concern }: { readonly concern: ConcernRow }): JSX.Element {
  const parts = [
    ['Wat gebeurde er', concern.observation],
    ['Indruk van de schrijver', concern.impression],
    ['Wat betekent dit voor kinderen', concern.meaningForChildren],
    ['Wat gaat er goed', concern.goesWell],
  ] as const;
  return (
    <>
      <h2 id="de-zorg">De zorg</h2>
      {parts.map(
        ([title, text]) =>
          text !== null && (
            <section key={title}>
              <h3>{title}</h3>
              <Prose text={text} />
            </section>
          ),
      )}
      <Facts
        items={[
          { label: 'Gaat over', value: aboutWords[concern.about] },
          { label: 'Genoteerd door', value: concern.author.name },
          { label: 'Opgemerkt op', value: showDate(concern.noticedOn) },
          { label: 'Ter sprake gekomen bij', value: concern.occasion },
          ...(concern.sharedAt === null
            ? [{ label: 'Gedeeld', value: 'Nog niet' }]
            : [
                {
                  label: `Gedeeld met de ${parties[concern.about].first} op`,
                  value: showMoment(concern.sharedAt),
                },
              ]),
          ...(concern.theme === null ? [] : [{ label: 'Thema', value: <Badge label={concern.theme} /> }]),
        ]}
      />
    </>
  );
}

/** Until when it can be read: said in time, and in words that do not frighten. */
function GoesOn({
  concern,
  goesOn,
}: {
  readonly concern: ConcernRow;
  readonly goesOn: CivilDate | null;
}): JSX.Element | null {
  if (goesOn === null) return null;
  // A warning comes first, so it can be later than this, never earlier.
  if (concern.status === 'noted')
    return (
      <p>
        Deelt u deze notitie niet, dan verdwijnt die vanaf <time datetime={goesOn}>{showDate(goesOn)}</time>.
        Past u iets aan, dan begint de tijd opnieuw.
      </p>
    );
  return (
    <p>
      Vanaf <time datetime={goesOn}>{showDate(goesOn)}</time> vervaagt deze zorg: namen en teksten verdwijnen.
      Wilt u iets bewaren? Neem het dan op in uw eigen verslag of schoolplan, zonder namen van kinderen.
    </p>
  );
}

/** The way to take words out of one's own texts. */
function BlackenOwn({
  concern,
  actor,
}: {
  readonly concern: ConcernRow;
  readonly actor: Actor;
}): JSX.Element | null {
  if (passagesOf(concern, actor.personId).length === 0) return null;
  return (
    <p>
      Staat er iets in uw eigen tekst dat hier niet hoort?{' '}
      <a href={`/zorgen/${concern.id}/weglakken`}>Lak woorden weg</a>.
    </p>
  );
}

interface LinkedProps {
  readonly linked: readonly LinkedConcern[];
  readonly about: About;
}

function Linked({ linked, about }: LinkedProps): JSX.Element | null {
  if (linked.length === 0) return null;
  return (
    <ul>
      {linked.map((one) => (
        <li key={one.id}>
          {one.earlier ? 'Dit is een vervolg op ' : 'Opnieuw opgepakt in '}
          <a href={`/zorgen/${one.id}`}>zorg {one.number}</a> (
          {wordsAbout[about].status[one.status].toLowerCase()}).
        </li>
      ))}
    </ul>
  );
}

/** What is over can begin again: as a new concern, with a new talk with the director. */
function Ended({
  concern,
  actor,
}: {
  readonly concern: ConcernRow;
  readonly actor: Actor;
}): JSX.Element | null {
  if (concern.status !== 'resolved' && concern.status !== 'closed') return null;
  return (
    <>
      <Notice
        tone="good"
        title={`Deze zorg is ${wordsAbout[concern.about].status[concern.status].toLowerCase()}`}
      >
        <p>
          Er kan niets meer bij. Komt het terug? Dan begint u opnieuw, eerst bij de{' '}
          {parties[concern.about].first}.
        </p>
      </Notice>
      {mayNoteAt(actor, concern.school.id, concern.about) && (
        <p>
          <LinkButton href={`/zorgen/nieuw?vervolg=${concern.id}`} kind="secondary">
            Opnieuw oppakken
          </LinkButton>
        </p>
      )}
    </>
  );
}
