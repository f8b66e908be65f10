/** The map of the partnership: where help is, where somebody waits, and where nobody came. */
import { z } from 'zod';
import type { Actor } from '../../platform/pure/actor.ts';
import { showSchoolYear } from '../../platform/pure/school-years.ts';
import { count } from '../../platform/pure/text.ts';
import { getPage, type Html, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { boardReaders, isLead } from '../board/board.access.ts';
import { findBoardChoices } from '../board/board-choices.store.ts';
import { areaLabelOf, BoardFrame, paths, placeQuery, yearAsked, yearQuery } from '../board/board-frame.tsx';
import { type Help, helpOf, helps } from './map.rules.ts';
import { findMap, type MapFacts } from './map.store.ts';
import { MapTable, SchoolMap } from './map.tsx';

const mapQuery = z.object({
  ...yearQuery,
  ...placeQuery,
  toon: z.enum(helps).optional().catch(undefined),
});

const shownWords: Readonly<Record<Help, string>> = {
  stationed: 'Waar iemand gestationeerd is',
  waiting: 'Waar een vraag wacht',
  visited: 'Waar iemand op bezoek was',
  quiet: 'Waar niemand kwam',
};

/** What the reader can tell apart. */
const known = (actor: Actor) => (isLead(actor) ? helps : (['stationed', 'quiet'] as const));

export const mapPages: readonly Route[] = [
  getPage(
    paths.map,
    boardReaders,
    async ({ actor, database, query: asked, today }): Promise<Html> => {
      const { year } = yearAsked(asked.jaar, today);
      const all = isLead(actor);
      const [found, choices] = await database.read(actor, (reader) =>
        Promise.all([
          findMap(reader, actor, {
            from: `${year}-08-01`,
            to: `${year + 1}-07-31`,
            area: asked.gebied,
            board: asked.bestuur,
            all,
          }),
          findBoardChoices(reader, actor),
        ]),
      );
      const facts = only(found, asked.toon);
      const nowhere = facts.schools.filter(({ spot }) => spot === null).length;
      const title = `Kaart ${showSchoolYear(year)}`;
      return {
        kind: 'html',
        title,
        body: (
          <BoardFrame
            actor={actor}
            here="map"
            title={title}
            lead="Elke school waar die ligt, met wat er dit schooljaar is. Dezelfde scholen staan onder de kaart in een tabel."
            filter={{
              label: 'Scholen op de kaart zoeken',
              fields: ['jaar', 'gebied', 'bestuur'],
              choices,
              asked,
              today,
              more: (
                <Select
                  name="toon"
                  label="Welke scholen?"
                  empty="Alle"
                  value={asked.toon}
                  options={known(actor).map((help) => ({ value: help, label: shownWords[help] }))}
                />
              ),
            }}
          >
            {facts.schools.length === 0 ? (
              <Empty title="Er zijn geen scholen" text="Kies iets anders, of wis het filter." />
            ) : (
              <>
                <SchoolMap facts={facts} all={all} />
                {nowhere > 0 && (
                  <p>
                    Van {count(nowhere, 'school', 'scholen')} weten wij niet waar die ligt. Die{' '}
                    {nowhere === 1 ? 'staat' : 'staan'} alleen in de tabel.
                  </p>
                )}
                <h2>{count(facts.schools.length, 'school', 'scholen')}</h2>
                <MapTable facts={facts} all={all} areaLabel={areaLabelOf(actor)} />
              </>
            )}
          </BoardFrame>
        ),
      };
    },
    mapQuery,
  ),
];

const only = ({ schools, bases }: MapFacts, help: Help | undefined): MapFacts => ({
  schools: help === undefined ? schools : schools.filter((school) => helpOf(school) === help),
  bases,
});
