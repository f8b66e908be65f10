/** The board: who is where in a school year. */
import { z } from 'zod';
import { cursorQuery } from '../../platform/paging.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { addDays } from '../../platform/pure/dates.ts';
import { showSchoolYear } from '../../platform/pure/school-years.ts';
import { mondaysOfSchoolYear } from '../../platform/pure/weeks.ts';
import { getPage, type Html, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Paging } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { type StationingStatus, stationingStatusWords } from '../../stationing/index.ts';
import { findBars } from './bars.store.ts';
import { Bars } from './bars.tsx';
import { boardReaders } from './board.access.ts';
import { findBoardChoices } from './board-choices.store.ts';
import {
  addressOf,
  BoardFrame,
  paths,
  peopleQuery,
  placeQuery,
  yearAsked,
  yearQuery,
} from './board-frame.tsx';

const perPage = 25;
const statuses = [
  'proposed',
  'agreed',
  'active',
  'evaluated',
  'ended',
] as const satisfies readonly StationingStatus[];

const barsQuery = z.object({
  ...yearQuery,
  ...placeQuery,
  ...peopleQuery,
  stand: z.enum(statuses).optional().catch(undefined),
  na: cursorQuery,
});

export const barsPages: readonly Route[] = [
  getPage(
    paths.stationings,
    boardReaders,
    async ({ actor, database, query, today }): Promise<Html> => {
      const { na: after, ...asked } = query;
      const { year } = yearAsked(asked.jaar, today);
      const mondays = mondaysOfSchoolYear(year);
      const strip = {
        from: mondays[0] ?? today,
        to: addDays(mondays.at(-1) ?? today, 6),
        width: mondays.length * 10,
      };
      const [found, choices] = await database.read(actor, (reader) =>
        Promise.all([
          findBars(reader, actor, {
            limit: perPage,
            after,
            from: strip.from,
            to: strip.to,
            specialistId: asked.specialist,
            expertise: asked.expertise,
            board: asked.bestuur,
            area: asked.gebied,
            status: asked.stand,
          }),
          findBoardChoices(reader, actor),
        ]),
      );
      const { items: rows, next } = pageOf(found, perPage, ({ name }) => name);
      const title = `Inzet ${showSchoolYear(year)}`;
      return {
        kind: 'html',
        title,
        body: (
          <BoardFrame
            actor={actor}
            here="stationings"
            title={title}
            lead="Per specialist waar die dit schooljaar is, en hoe lang."
            filter={{
              label: 'Inzet zoeken',
              fields: ['jaar', 'gebied', 'bestuur', 'expertise', 'specialist'],
              choices,
              asked,
              today,
              more: (
                <Select
                  name="stand"
                  label="Stand"
                  empty="Alle"
                  value={asked.stand}
                  options={statuses.map((one) => ({ value: one, label: stationingStatusWords[one].label }))}
                />
              ),
            }}
          >
            <h2>Specialisten</h2>
            {rows.length === 0 ? (
              <Empty
                title="Hier is niemand"
                text="Niemand past bij deze keuze. Kies iets anders, of wis het filter."
              />
            ) : (
              <Bars rows={rows} strip={strip} today={today} />
            )}
            <Paging
              next={next === null ? undefined : addressOf(paths.stationings, { ...asked, na: next })}
              first={after === undefined ? undefined : addressOf(paths.stationings, asked)}
            />
          </BoardFrame>
        ),
      };
    },
    barsQuery,
  ),
];
