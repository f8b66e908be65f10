/** What there is to give in each week of a school year, and which expertise falls short in the weeks that come. */
import { z } from 'zod';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { showSchoolYear } from '../../platform/pure/school-years.ts';
import { mondayOf, mondaysOfSchoolYear } from '../../platform/pure/weeks.ts';
import { getPage, type Html, type Route } from '../../platform/route.ts';
import { Empty } from '../../platform/ui/parts.tsx';
import { calendarFor, isSchoolDay } from '../../registers/index.ts';
import { leads } from './board.access.ts';
import { findBoardChoices } from './board-choices.store.ts';
import { BoardFrame, paths, peopleQuery, placeQuery, yearAsked, yearQuery } from './board-frame.tsx';
import { roomOf, sum, sumWeeks } from './capacity.rules.ts';
import { type Capacity, findCapacity, findDemand } from './capacity.store.ts';
import { CapacityFigure, CapacityTable } from './capacity.tsx';
import { ExpertiseTable, type ShownDemand } from './expertise.tsx';

/** How many weeks ahead free dagdelen are set against what is asked. */
const ahead = 12;

const { gebied } = placeQuery;

export const capacityPages: readonly Route[] = [
  getPage(
    paths.capacity,
    leads,
    async ({ actor, database, query: asked, today }): Promise<Html> => {
      const { year } = yearAsked(asked.jaar, today);
      const mondays = mondaysOfSchoolYear(year);
      const [capacity, choices] = await database.read(actor, (reader) =>
        Promise.all([
          findCapacity(reader, actor, {
            from: mondays[0] ?? today,
            to: addDays(mondays.at(-1) ?? today, 6),
            specialistId: asked.specialist,
            expertise: asked.expertise,
            area: asked.gebied,
          }),
          findBoardChoices(reader, actor),
        ]),
      );
      const open = schoolWeeks(capacity, mondays);
      const weeks = sumWeeks(capacity.weeks, mondays).map((week) => ({
        ...week,
        holiday: !open.has(week.monday),
      }));
      const title = `Capaciteit ${showSchoolYear(year)}`;
      return {
        kind: 'html',
        title,
        body: (
          <BoardFrame
            actor={actor}
            here="capacity"
            title={title}
            lead="Hoeveel dagdelen per week er zijn volgens de contracten, en waar die blijven. Voorstellen voor een stationering tellen mee."
            filter={{
              label: 'Capaciteit zoeken',
              fields: ['jaar', 'gebied', 'expertise', 'specialist'],
              choices,
              asked,
              today,
            }}
          >
            {capacity.weeks.length === 0 ? (
              <Empty
                title="Er zijn geen contracten"
                text="Niemand heeft in dit schooljaar een contract, of niemand past bij deze keuze."
              />
            ) : (
              <>
                <CapacityFigure weeks={weeks} today={today} />
                <h2>Week voor week</h2>
                <CapacityTable weeks={weeks} />
              </>
            )}
          </BoardFrame>
        ),
      };
    },
    z.object({ ...yearQuery, gebied, ...peopleQuery }),
  ),
  getPage(
    paths.expertise,
    leads,
    async ({ actor, database, query: asked, today }): Promise<Html> => {
      const from = mondayOf(today);
      const to = addDays(from, 7 * ahead - 1);
      const [demand, choices] = await database.read(actor, (reader) =>
        Promise.all([findDemand(reader, actor, { from, to }, asked.gebied), findBoardChoices(reader, actor)]),
      );
      const mondays = Array.from({ length: ahead }, (_, n) => addDays(from, 7 * n));
      const open = schoolWeeks(demand, mondays);
      const rows = demand.expertise.map((one): ShownDemand => {
        const holders = new Set(one.holders);
        const weeks = demand.weeks.filter(
          ({ personId, monday }) => holders.has(personId) && open.has(monday),
        );
        return { ...one, free: sum(weeks.map(roomOf)).free };
      });
      const title = 'Gevraagde expertise';
      return {
        kind: 'html',
        title,
        body: (
          <BoardFrame
            actor={actor}
            here="expertise"
            title={title}
            lead={`Wat scholen vragen en wat verwacht wordt, tegenover wat wie dat kan vrij heeft in ${open.size} schoolweken vanaf deze week.`}
            filter={{ label: 'Expertise zoeken', fields: ['gebied'], choices, asked, today }}
          >
            <ExpertiseTable rows={rows} />
          </BoardFrame>
        ),
      };
    },
    z.object({ gebied }),
  ),
];

/** Those of the weeks with at least one school day in the partnership. */
function schoolWeeks({ holidays }: Capacity, mondays: readonly CivilDate[]): ReadonlySet<CivilDate> {
  const calendar = calendarFor(holidays, { schoolId: '', boardId: null });
  return new Set(
    mondays.filter((monday) => [0, 1, 2, 3, 4].some((n) => isSchoolDay(calendar, addDays(monday, n)))),
  );
}
