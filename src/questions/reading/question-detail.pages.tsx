import type { JSX } from 'preact';
import { RulesThen } from '../../news/index.ts';
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showDate, showMoment, showPeriod } from '../../platform/pure/dates.ts';
import { getPage, notFound, type Route } from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Notice, StateBadge } from '../../platform/ui/parts.tsx';
import { findGoalsOf, GoalsOf, type GoalView } from '../../results/index.ts';
import { findVisitsOf, type VisitOfQuestion, VisitsOf } from '../../stationing/index.ts';
import { mayAttach, questionNeeds } from '../attachments/attachment.rules.ts';
import { AttachmentsOf } from '../attachments/attachments-of.tsx';
import { access, schoolsToAskFor } from '../question.access.ts';
import { readQuestionBy } from '../question.actions.ts';
import type { Assignment, QuestionRow } from '../question.store.ts';
import { clocksFor } from '../question.view.ts';
import { assignmentStateWords, assignmentWords, explainedIn, statusWordsIn } from '../question.words.ts';
import { Proposed } from '../recommend/proposed.tsx';
import { findRecommendations, type Recommended } from '../recommend/recommend.store.ts';
import { asksWho, RecommendedList } from '../recommend/recommended-list.tsx';
import { type Around, getQuestionAround, type QuestionAround } from './around.store.ts';
import { Asked, dagdelen } from './asked.tsx';
import { ClockList } from './clock-list.tsx';
import { ClockBadge, nearestClock, StatusBadge, titleOf, turnOf } from './question-parts.tsx';
import { QuestionTimeline } from './question-timeline.tsx';
import { ReadersNow } from './readers.tsx';
import { NextSteps } from './steps-now.tsx';

export const questionDetailPages: readonly Route[] = [
  getPage('/vragen/:id', access.read, async ({ actor, params, deed, database }) => {
    const id = idOf(params);
    const question = id === undefined ? undefined : await readQuestionBy(deed, actor, id, getQuestionAround);
    if (question === undefined) return notFound;
    // Goals and visits belong to the work; before it there are none.
    const [goals, visits] =
      question.involvedOn === null
        ? [[], []]
        : await database.read(actor, (reader) =>
            Promise.all([findGoalsOf(reader, actor, question.id), findVisitsOf(reader, actor, question.id)]),
          );
    // Before the work somebody must be found for it.
    const recommended = asksWho(question)
      ? await database.read(actor, (reader) => findRecommendations(reader, actor.tenantId, question.id))
      : [];
    return {
      kind: 'html',
      title: `Vraag ${question.number}, ${question.school.name}`,
      body: <QuestionPage {...{ question, goals, visits, recommended, actor }} />,
    };
  }),
];

interface QuestionPageProps {
  readonly question: QuestionAround;
  readonly goals: readonly GoalView[];
  readonly visits: readonly VisitOfQuestion[];
  readonly recommended: readonly Recommended[];
  readonly actor: Actor;
}

function QuestionPage({ question, goals, visits, recommended, actor }: QuestionPageProps): JSX.Element {
  const { labels } = actor.tenant;
  const { status, school, number, level, words, relations } = question;
  const clocks = clocksFor(question);
  const nearest = nearestClock(clocks, question.today);
  // Goals and visits are for who works on it, not for who reads along by a stationing at the school.
  const working =
    question.assignments.some(({ kind }) => kind === 'assigned') &&
    relations.some((one) => one !== 'stationed');
  return (
    <>
      <Breadcrumb items={[{ href: '/vragen', label: 'Vragen' }]} />
      <div class="title-row">
        <h1>
          <bdi>{titleOf({ level, title: words?.title ?? null })}</bdi>{' '}
          <span class="title-row__number">{number}</span>
        </h1>
        <StatusBadge status={status} labels={labels} />
        {nearest !== undefined && <ClockBadge clock={nearest} />}
      </div>
      <p class="lead">
        <bdi>{school.name}</bdi>. {explainedIn(labels)[status]}
      </p>
      <Linked linked={question.around.linked} labels={labels} />
      <div class="concern">
        <div class="concern__who">
          <ReadersNow question={question} labels={labels} />
        </div>
        <div class="stack">
          <Turn question={question} actor={actor} />
          <Proposed question={question} actor={actor} />
          <NextSteps question={question} actor={actor} />
          <RecommendedList recommended={recommended} />
          <Ended question={question} actor={actor} />
          <Asked question={question} />
          <ClockList clocks={clocks} handOffs={question.handOffs} today={question.today} />
          <AttachmentsOf
            questionId={question.id}
            attachments={question.around.attachments}
            level={level}
            mayAdd={
              words !== null && mayAttach(question) && questionNeeds({ ...question, files: 0 }).length === 0
            }
          />
          <Work assignments={question.assignments} />
          {(goals.length > 0 || (working && words !== null)) && (
            <GoalsOf goals={goals} question={question} relations={relations} labels={labels} />
          )}
          {(visits.length > 0 || working) && (
            <VisitsOf visits={visits} relations={relations} schoolCode={school.code} />
          )}
          <Lasted question={question} />
          {words !== null && ['answered', 'completed', 'followed_up'].includes(status) && (
            <p>
              Hielp dit, en heeft een ander er iets aan?{' '}
              <a href={`/praktijkkaarten/nieuw?vraag=${question.id}`}>Schrijf er een praktijkkaart over</a>.
            </p>
          )}
          <h2>Tijdlijn</h2>
          <RulesThen editions={question.workingRules} />
          <QuestionTimeline question={question} actor={actor} />
        </div>
      </div>
    </>
  );
}

/** Whose turn it is: by name where that is known. */
function Turn({
  question,
  actor,
}: {
  readonly question: QuestionRow;
  readonly actor: Actor;
}): JSX.Element | null {
  if (question.endedOn !== null) return null;
  const { status, agenda, contactPersons, holder } = question;
  const who =
    status === 'submitted' && contactPersons.length > 0
      ? contactPersons.some(({ id }) => id === actor.personId)
        ? 'u'
        : contactPersons.map(({ name }) => name).join(', ')
      : turnOf(question, actor);
  return (
    <Notice tone="info" title={who === 'u' ? 'U bent aan zet' : `Aan zet: ${who}`}>
      {status === 'needs_information' && holder !== null && (
        <p>
          Daarna gaat <bdi>{holder.name}</bdi> verder.
        </p>
      )}
      {agenda !== null && (
        <p>
          <a href={`/acta/${agenda.meetingId}`}>Bekijk de vergadering van {showMoment(agenda.startsAt)}</a>
        </p>
      )}
    </Notice>
  );
}

function Work({ assignments }: { readonly assignments: readonly Assignment[] }): JSX.Element | null {
  if (assignments.length === 0) return null;
  return (
    <>
      <h2>Wie helpt er</h2>
      <CardList>
        {assignments.map((one) => (
          <Card
            key={one.id}
            title={one.specialist.name}
            badge={
              <StateBadge
                tone={one.state === 'active' ? 'busy' : one.state === 'asked' ? 'waiting' : 'done'}
                label={assignmentStateWords[one.state]}
              />
            }
            meta={`${assignmentWords[one.kind]}${one.kind === 'assigned' ? `, ${one.role}` : ''}`}
          >
            {one.plannedDagdelen !== null && one.from !== null && (
              <p>
                {dagdelen(one.plannedDagdelen)}, {showPeriod(one.from, one.until)}
              </p>
            )}
          </Card>
        ))}
      </CardList>
    </>
  );
}

const lastedWords = { yes: 'Ja, het houdt stand.', partly: 'Voor een deel.', no: 'Nee.' } as const;

/** Some months after the end it is asked whether it lasts. */
function Lasted({ question }: { readonly question: QuestionRow }): JSX.Element | null {
  const { lasted, followUpOn } = question;
  if (followUpOn === null) return null;
  return (
    <>
      <h2>Houdt het stand?</h2>
      <p>
        {lasted === null
          ? `Na de inzet, vanaf ${showDate(followUpOn)}, vragen wij hiernaar.`
          : lastedWords[lasted]}
      </p>
    </>
  );
}

interface LinkedProps {
  readonly linked: Around['linked'];
  readonly labels: Actor['tenant']['labels'];
}

function Linked({ linked, labels }: LinkedProps): JSX.Element | null {
  if (linked.length === 0) return null;
  return (
    <ul>
      {linked.map((one) => (
        <li key={one.id}>
          {one.earlier ? 'Dit is een vervolg op ' : 'Opnieuw opgepakt in '}
          <a href={`/vragen/${one.id}`}>vraag {one.number}</a> (
          {statusWordsIn(labels)[one.status].toLowerCase()}).
        </li>
      ))}
    </ul>
  );
}

/** What is over can begin again, as a new question that points back. */
function Ended({
  question,
  actor,
}: {
  readonly question: QuestionRow;
  readonly actor: Actor;
}): JSX.Element | null {
  if (question.endedOn === null) return null;
  const may = schoolsToAskFor(actor).some(({ id }) => id === question.school.id);
  if (!may) return null;
  return (
    <Notice tone="good" title="Komt het terug, of is er meer nodig?">
      <p>Dan pakt u de vraag opnieuw op. De nieuwe vraag verwijst naar deze.</p>
      <p>
        <LinkButton href={`/vragen/nieuw?vervolg=${question.id}`} kind="secondary">
          Opnieuw oppakken
        </LinkButton>
      </p>
    </Notice>
  );
}
