/** What waits for somebody: questions without a specialist, and schools where nobody came. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { day } from '../../platform/input.ts';
import { cursorQuery, dayCursorQuery } from '../../platform/paging.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { type CivilDate, showDate, showPeriod } from '../../platform/pure/dates.ts';
import { count } from '../../platform/pure/text.ts';
import { schoolYearOf } from '../../platform/pure/weeks.ts';
import { getPage, type Html, type Route } from '../../platform/route.ts';
import { DateField, Select } from '../../platform/ui/fields.tsx';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Paging } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { findUnassigned, UnassignedTable, urgencies, urgencyWords } from '../../questions/index.ts';
import { leads } from './board.access.ts';
import { showDagdelen } from './board.words.ts';
import { findBoardChoices } from './board-choices.store.ts';
import { addressOf, BoardFrame, paths, peopleQuery, placeQuery } from './board-frame.tsx';
import { findUnvisited, type UnvisitedSchool } from './unvisited.store.ts';

const perPage = 25;
const { expertise } = peopleQuery;

const waitingQuery = z.object({
  ...placeQuery,
  expertise,
  urgentie: z.enum(urgencies).optional().catch(undefined),
  na: dayCursorQuery,
});
const unvisitedQuery = z.object({
  ...placeQuery,
  van: day().optional().catch(undefined),
  tot: day().optional().catch(undefined),
  na: cursorQuery,
});

export const waitingPages: readonly Route[] = [
  getPage(
    paths.waiting,
    leads,
    async ({ actor, database, query, today }): Promise<Html> => {
      const { na: after, ...asked } = query;
      const [found, choices] = await database.read(actor, (reader) =>
        Promise.all([
          findUnassigned(reader, actor, {
            limit: perPage,
            after,
            area: asked.gebied,
            board: asked.bestuur,
            expertise: asked.expertise,
            urgency: asked.urgentie,
          }),
          findBoardChoices(reader, actor),
        ]),
      );
      const { items: questions, next } = pageOf(found, perPage, ({ submittedOn }) => submittedOn);
      const { labels } = actor.tenant;
      return {
        kind: 'html',
        title: 'Wachtende vragen',
        body: (
          <BoardFrame
            actor={actor}
            here="waiting"
            title="Wachtende vragen"
            lead="Ingediende vragen waar nog niemand voor is. Wie het langst wacht staat bovenaan."
            filter={{
              label: 'Wachtende vragen zoeken',
              fields: ['gebied', 'bestuur', 'expertise'],
              choices,
              asked,
              today,
              more: (
                <Select
                  name="urgentie"
                  label="Urgentie"
                  empty="Alle"
                  value={asked.urgentie}
                  options={urgencies.map((one) => ({ value: one, label: urgencyWords[one] }))}
                />
              ),
            }}
          >
            {questions.length === 0 ? (
              <Empty title="Er wacht niets" text="Voor iedere ingediende vraag is er iemand." />
            ) : (
              <UnassignedTable {...{ questions, today, labels, showDagdelen }} />
            )}
            <Paging
              next={next === null ? undefined : addressOf(paths.waiting, { ...asked, na: next })}
              first={after === undefined ? undefined : addressOf(paths.waiting, asked)}
            />
          </BoardFrame>
        ),
      };
    },
    waitingQuery,
  ),
  getPage(
    paths.unvisited,
    leads,
    async ({ actor, database, query, today }): Promise<Html> => {
      const { na: after, ...asked } = query;
      const { from, to } = periodAsked(asked.van, asked.tot, today);
      const [found, choices] = await database.read(actor, (reader) =>
        Promise.all([
          findUnvisited(reader, actor, {
            limit: perPage,
            after,
            from,
            to,
            board: asked.bestuur,
            area: asked.gebied,
          }),
          findBoardChoices(reader, actor),
        ]),
      );
      const { items: schools, next } = pageOf(found, perPage, ({ name }) => name);
      const title = 'Scholen zonder bezoek';
      return {
        kind: 'html',
        title,
        body: (
          <BoardFrame
            actor={actor}
            here="unvisited"
            title={title}
            lead={`Waar van ${showPeriod(from, to)} niemand kwam: er is geen bezoek opgeschreven en er was geen stationering. Dat kan goed zijn. Een school die niets vroeg, hoeft niets tekort te komen.`}
            filter={{
              label: 'Scholen zonder bezoek zoeken',
              fields: ['gebied', 'bestuur'],
              choices,
              asked,
              today,
              more: (
                <>
                  <DateField name="van" label="Vanaf" value={from} />
                  <DateField name="tot" label="Tot en met" value={to} />
                </>
              ),
            }}
          >
            <Unvisited schools={schools} total={found[0]?.total ?? 0} />
            <Paging
              next={next === null ? undefined : addressOf(paths.unvisited, { ...asked, na: next })}
              first={after === undefined ? undefined : addressOf(paths.unvisited, asked)}
            />
          </BoardFrame>
        ),
      };
    },
    unvisitedQuery,
  ),
];

/** From the start of the school year until today, unless asked otherwise; days the wrong way round are turned. */
function periodAsked(from: CivilDate | undefined, to: CivilDate | undefined, today: CivilDate) {
  const last = to ?? today;
  const first = from ?? `${schoolYearOf(last)}-08-01`;
  return first <= last ? { from: first, to: last } : { from: last, to: first };
}

interface UnvisitedProps {
  readonly schools: readonly UnvisitedSchool[];
  readonly total: number;
}

function Unvisited({ schools, total }: UnvisitedProps): JSX.Element {
  if (schools.length === 0)
    return (
      <Empty
        title="Overal kwam iemand"
        text="Op elke school van deze keuze was een bezoek of een stationering."
      />
    );
  return (
    <>
      <h2>{count(total, 'school', 'scholen')}</h2>
      <Table
        caption="Scholen zonder bezoek"
        hideCaption
        rows={schools}
        columns={[
          {
            label: 'School',
            cell: ({ code, name }) => (
              <a href={`/scholen/${code}`}>
                <bdi>{name}</bdi>
              </a>
            ),
          },
          { label: 'Bestuur', cell: ({ board }) => (board === null ? 'geen' : <bdi>{board}</bdi>) },
          {
            label: 'Laatste bezoek',
            cell: ({ lastVisit }) => (lastVisit === null ? 'niet bekend' : showDate(lastVisit)),
          },
          {
            label: 'Wacht er iets',
            cell: ({ code, waiting }) =>
              waiting === 0 ? (
                'nee'
              ) : (
                <a href={`/vragen?school=${code}`}>{count(waiting, 'vraag', 'vragen')}</a>
              ),
          },
        ]}
      />
      <p class="button-row">
        <LinkButton href="/inzet/stationeringen/nieuw" kind="secondary">
          Stel een stationering voor
        </LinkButton>
      </p>
    </>
  );
}
