import type { JSX } from 'preact';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { type CivilDate, dayOf, showDate } from '../../platform/pure/dates.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Filter, Paging, Tabs } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { SaveView } from '../../platform/ui/save-view.tsx';
import { Table } from '../../platform/ui/table.tsx';
import type { Clock } from '../clocks/clock.rules.ts';
import { access, mayAsk } from '../question.access.ts';
import { levels, statuses } from '../question.rules.ts';
import { clocksOfList } from '../question.view.ts';
import { levelWords, namesIn, statusWordsIn } from '../question.words.ts';
import { findQuestions, type ListedQuestion } from '../question-list.store.ts';
import { getListChoices, type ListChoices } from './list-choices.store.ts';
import { addressWith, filterOf, isFiltered, type ListQuery, listQuery } from './list-query.ts';
import { ClockBadge, nearestClock, StatusBadge, titleOf, turnOf } from './question-parts.tsx';

/** Rows on a page of the list. */
const perPage = 50;

export const questionListPages: readonly Route[] = [
  getPage(
    '/vragen',
    access.read,
    async ({ actor, query, database, today, url, csrf }) =>
      database.read(actor, async (reader) => {
        const choices = await getListChoices(reader, actor);
        const filter = { ...filterOf(query, choices), limit: perPage, after: query.na };
        const found = await findQuestions(reader, actor, filter);
        const { items, next } = pageOf(found.items, perPage, ({ touchedAt }) => touchedAt);
        const clocks = clocksOfList({ ...found, items });
        return {
          kind: 'html',
          title: 'Vragen',
          body: (
            <QuestionList {...{ actor, query, choices, items, next, clocks, today }}>
              <SaveView url={url} csrf={csrf} />
            </QuestionList>
          ),
        };
      }),
    listQuery,
  ),
];

const tabs = [
  { bij: undefined, label: 'Alle vragen' },
  { bij: 'mij', label: 'Bij mij' },
  // Where a specialist is stationed.
  { bij: 'scholen', label: 'Van mijn scholen' },
] as const;

interface QuestionListProps {
  readonly actor: Actor;
  readonly query: ListQuery;
  readonly choices: ListChoices;
  readonly items: readonly ListedQuestion[];
  readonly next: string | null;
  readonly clocks: ReadonlyMap<string, readonly Clock[]>;
  readonly today: CivilDate;
  readonly children: JSX.Element;
}

function QuestionList(props: QuestionListProps): JSX.Element {
  const { actor, query, choices, items, next, clocks, today, children } = props;
  const filtered = isFiltered(query);
  return (
    <>
      <div class="title-row">
        <h1>Vragen</h1>
        {mayAsk(actor) && <AskButton />}
      </div>
      <p class="lead">Ondersteuningsvragen die u mag zien, het laatst bijgewerkt bovenaan.</p>
      <Tabs
        label="Welke vragen"
        items={tabs
          .filter(({ bij }) => bij !== 'scholen' || hasRole(actor, 'specialist'))
          .map(({ bij, label }) => ({
            href: addressWith({ ...query, bij }, undefined),
            label,
            current: query.bij === bij,
          }))}
      />
      <Narrow actor={actor} query={query} choices={choices} filtered={filtered} />
      {children}
      {items.length > 0 ? (
        <Table caption="Vragen" hideCaption columns={columnsFor(actor, clocks, today)} rows={items} />
      ) : (
        <NothingHere actor={actor} filtered={filtered || query.na !== undefined} />
      )}
      {items.length > 0 && (
        <p>
          <a href={addressWith(query, undefined, '/vragen/lijst.csv')}>Bewaar deze lijst als bestand (CSV)</a>
        </p>
      )}
      <p>
        Hoe loopt een vraag? <a href="/vragen/werkwijze">Bekijk de werkwijze</a>.
      </p>
      <Paging
        next={next === null ? undefined : addressWith(query, next)}
        first={query.na === undefined ? undefined : addressWith(query, undefined)}
      />
    </>
  );
}

interface NarrowProps {
  readonly actor: Actor;
  readonly query: ListQuery;
  readonly choices: ListChoices;
  readonly filtered: boolean;
}

function Narrow({ actor, query, choices: { schools, expertise }, filtered }: NarrowProps): JSX.Element {
  const words = statusWordsIn(actor.tenant.labels);
  return (
    <Filter action="/vragen" label="Vragen filteren" clear={filtered ? '/vragen' : undefined}>
      <Select
        name="staat"
        label="Stand"
        empty="Alle"
        value={query.staat}
        options={[
          { value: 'open', label: 'Alles wat nog loopt' },
          ...statuses.map((status) => ({ value: status, label: words[status] })),
        ]}
      />
      {schools.length > 1 && (
        <Select
          name="school"
          label="School"
          empty="Alle"
          value={query.school}
          options={schools.map((school) => ({ value: school.code, label: school.name }))}
        />
      )}
      <Select
        name="niveau"
        label="Gaat over"
        empty="Alles"
        value={query.niveau}
        options={levels.map((level) => ({ value: level, label: levelWords[level] }))}
      />
      <Select
        name="expertise"
        label="Expertise"
        empty="Alle"
        value={query.expertise}
        options={expertise.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {query.bij !== undefined && <input type="hidden" name="bij" value={query.bij} />}
      {query.ambitie !== undefined && <input type="hidden" name="ambitie" value={query.ambitie} />}
    </Filter>
  );
}

function columnsFor(actor: Actor, clocks: ReadonlyMap<string, readonly Clock[]>, today: CivilDate) {
  const { labels } = actor.tenant;
  return [
    {
      label: 'Vraag',
      cell: (question: ListedQuestion) => (
        <>
          <a href={`/vragen/${question.id}`}>
            <bdi>{titleOf(question)}</bdi>
          </a>
          <br />
          <bdi>{question.school.name}</bdi> {question.number}
        </>
      ),
    },
    {
      label: 'Stand',
      cell: ({ status }: ListedQuestion) => <StatusBadge status={status} labels={labels} />,
    },
    {
      label: 'Bij',
      cell: (question: ListedQuestion) => <bdi>{turnOf(question, actor)}</bdi>,
    },
    {
      label: 'Klok',
      cell: ({ id }: ListedQuestion) => {
        const clock = nearestClock(clocks.get(id) ?? [], today);
        return clock === undefined ? 'loopt niet' : <ClockBadge clock={clock} />;
      },
    },
    {
      label: 'Bijgewerkt',
      cell: ({ touchedAt }: ListedQuestion) => <time datetime={touchedAt}>{showDate(dayOf(touchedAt))}</time>,
    },
  ];
}

function NothingHere({
  actor,
  filtered,
}: {
  readonly actor: Actor;
  readonly filtered: boolean;
}): JSX.Element {
  if (filtered)
    return (
      <Empty
        title="Geen vragen met dit filter"
        text="Kies iets anders, of wis het filter."
        action={
          <LinkButton href="/vragen" kind="secondary">
            Wis filter
          </LinkButton>
        }
      />
    );
  if (mayAsk(actor))
    return (
      <Empty
        title="Er zijn nog geen vragen"
        text="Loopt u ergens tegenaan, op school, in het team, in een groep of bij een leerling? Stel uw vraag. U ziet meteen wie ernaar kijkt en wanneer."
        action={<AskButton />}
      />
    );
  return <Empty title="Er zijn geen vragen voor u" text={whatComesTo(actor)} />;
}

/** When a question comes to somebody who asks none. */
function whatComesTo(actor: Actor): string {
  const { committee } = namesIn(actor.tenant.labels);
  if (hasRole(actor, 'team_lead')) return 'Zodra een school een vraag indient, staat die hier.';
  if (hasRole(actor, 'committee_member', 'committee_secretary'))
    return `Zodra een vraag aan de ${committee} wordt voorgelegd, staat die hier.`;
  return 'Wordt u gevraagd om mee te denken, krijgt u een vraag toegewezen, of stelt een school waar u gestationeerd bent een vraag? Dan staat die hier.';
}

const AskButton = () => <LinkButton href="/vragen/nieuw">Stel een vraag</LinkButton>;
