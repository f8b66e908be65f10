/**
 * A pilot beside other schools, before and after, with how sure that is and the decision beside it. For who leads the team: figures of a few
 * schools over days of one's own choice can be subtracted from what was released, so nobody else is given them (docs/decisions/0028).
 */
import type { JSX } from 'preact';
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
import { capital, count } from '../../platform/pure/text.ts';
import { getPage, notFound, type PageAnswer, type Route } from '../../platform/route.ts';
import { Charts } from '../../platform/ui/charts/chart.tsx';
import { Select } from '../../platform/ui/fields.tsx';
import { Breadcrumb, Filter } from '../../platform/ui/navigate.tsx';
import { Empty, Notice } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { type ComparedTime, type ComparedWith, comparedTimes, comparedWith } from './comparison.rules.ts';
import { type Comparison, compare } from './comparison.view.ts';
import { doubtWords, timeWords, withWords } from './comparison.words.ts';
import { cellHref } from './comparison-cases.pages.tsx';
import { ComparedChart } from './comparison-chart.tsx';
import { getPilot, type Pilot } from './pilot.store.ts';
import { comparisonPath, Decided, pilotPath, pilotsPath } from './pilot-parts.tsx';

export const comparisonPages: readonly Route[] = [
  getPage(
    `${pilotsPath}/:id/vergelijking`,
    ['team_lead'],
    async ({ actor, params, database, query, today }): Promise<PageAnswer> => {
      const id = idOf(params);
      if (id === undefined) return notFound;
      const asked = { comparedWith: query.met ?? 'others', time: query.tijd ?? 'before' };
      const found = await database.read(actor, async (reader) => {
        const pilot = await getPilot(reader, actor, id);
        return pilot && { pilot, comparison: await compare(reader, actor, pilot, asked, today) };
      });
      if (found === undefined) return notFound;
      return {
        kind: 'html',
        title: `${found.pilot.name} vergeleken`,
        body: <Compared {...found} {...asked} />,
      };
    },
    z.object({
      met: z.enum(comparedWith).optional().catch(undefined),
      tijd: z.enum(comparedTimes).optional().catch(undefined),
    }),
  ),
];

interface ComparedProps {
  readonly pilot: Pilot;
  readonly comparison: Comparison | undefined;
  readonly comparedWith: ComparedWith;
  readonly time: ComparedTime;
}

function Compared(props: ComparedProps): JSX.Element {
  const { pilot, comparison } = props;
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/ontwikkeling', label: 'Ontwikkeling' },
          { href: pilotsPath, label: 'Pilots' },
          { href: pilotPath(pilot.id), label: pilot.name },
        ]}
      />
      <h1>
        <bdi>{pilot.name}</bdi> vergeleken
      </h1>
      <div class="stack">
        <p class="lead">
          Dezelfde cijfers voor de scholen van de pilot en voor andere scholen, ervoor en tijdens de pilot.
          Alleen u als teamleider ziet deze bladzijde.
        </p>
        <Decided pilot={pilot} />
        {comparison === undefined ? (
          <Empty
            title="Er is nog niets te vergelijken"
            text="Zodra de pilot is begonnen, staan de cijfers hier."
          />
        ) : (
          <Figures {...props} comparison={comparison} />
        )}
      </div>
    </>
  );
}

function Figures({
  pilot,
  comparison,
  comparedWith: choice,
  time,
}: ComparedProps & { readonly comparison: Comparison }): JSX.Element {
  const { periods, schools, rows, doubts } = comparison;
  return (
    <>
      <Filter action={comparisonPath(pilot.id)} label="Waarmee vergelijken">
        <Select
          name="met"
          label="Vergelijk met"
          value={choice}
          options={comparedWith.map((value) => ({ value, label: withWords[value] }))}
        />
        <Select
          name="tijd"
          label="En met"
          value={time}
          options={comparedTimes.map((value) => ({ value, label: timeWords[value] }))}
        />
      </Filter>
      <Facts
        items={[
          { label: 'Ervoor', value: capital(showPeriod(periods.before.from, periods.before.to)) },
          { label: 'Tijdens de pilot', value: capital(showPeriod(periods.after.from, periods.after.to)) },
          { label: 'Pilotscholen', value: count(schools.pilot, 'school', 'scholen') },
          { label: 'Andere scholen', value: count(schools.others, 'school', 'scholen') },
        ]}
      />
      {doubts.length > 0 && (
        <Notice tone="warning" title="Trek hier geen grote conclusies uit">
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt}>{doubtWords[doubt](schools.pilot)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {rows.length > 0 && (
        <Charts>
          {rows.map((row) => (
            <ComparedChart
              key={`${row.code}-${row.kind ?? ''}`}
              row={row}
              asOf={comparison.asOf}
              casesHref={(asked) => cellHref(pilot.id, { ...asked, comparedWith: choice, time })}
            />
          ))}
        </Charts>
      )}
      {pilot.measures.includes('own_words') && (
        <p>
          Ervaringen in eigen woorden zijn geen cijfers. U leest ze bij de{' '}
          <a href="/ontwikkeling/consultaties">consultaties</a>.
        </p>
      )}
      <Reading />
    </>
  );
}

/** What holds for all of them. */
const Reading = (): JSX.Element => (
  <>
    <h2>Zo leest u dit</h2>
    <ul>
      <li>Tussen haakjes staat hoeveel er zijn geteld.</li>
      <li>Doelen van vragen over een leerling leest u niet. Die tellen hier dus niet mee.</li>
      <li>Een vraag telt op de dag van indienen, een bezoek op zijn dag, een doel op de dag van de score.</li>
      <li>
        De lijn bij elk punt is een interval van 95%: bij de mediaan volgens Brookmeyer en Crowley, bij een
        aandeel volgens Wilson, bij een gemiddelde volgens Student. Onder tien gevallen staat er geen.
      </li>
      <li>
        Het verschil in verandering is wat op de pilotscholen veranderde, min wat op de andere scholen
        veranderde (interval volgens Newcombe, en Zou en Donner).
      </li>
      <li>
        Pilotscholen zijn niet geloot, en gevallen op één school lijken op elkaar. De zekerheid is dus kleiner
        dan de lijn toont. Wie veel maten vergelijkt, vindt er altijd een die toevallig verschilt.
      </li>
      <li>
        Wij zeggen «sinds de start», niet «door de pilot»: deze cijfers zeggen niet waardoor iets veranderde.
      </li>
      <li>
        Neemt u cijfers over in het besluit? Iedereen van het samenwerkingsverband leest dat. Noem geen
        aantallen onder vijf.
      </li>
    </ul>
  </>
);
