/** Where teachers stand, for who leads or advises: of closed school years, from five teachers on, never who they are. */
import type { JSX } from 'preact';
import { getPage, type PageAnswer, type Route } from '../../../platform/route.ts';
import { Charts } from '../../../platform/ui/charts/chart.tsx';
import { SplitChart } from '../../../platform/ui/charts/split-chart.tsx';
import { Breadcrumb } from '../../../platform/ui/navigate.tsx';
import { Empty } from '../../../platform/ui/parts.tsx';
import { figureReaders, observationsPath } from '../observation.words.ts';
import { findFigures, type ShownFigure } from './figure.store.ts';
import { leastAbove, type Spread } from './teacher-figure.rules.ts';

export const figuresPath = `${observationsPath}/samen`;

export const figurePages: readonly Route[] = [
  getPage(figuresPath, figureReaders, async ({ actor, database }): Promise<PageAnswer> => {
    const figures = await database.read(actor, (reader) => findFigures(reader, actor));
    return {
      kind: 'html',
      title: 'Lesobservaties samen',
      body: (
        <div class="stack">
          <Breadcrumb items={[{ href: observationsPath, label: 'Lesobservaties' }]} />
          <h1>Lesobservaties samen</h1>
          <p class="lead">
            Waar leerkrachten staan, van schooljaren die voorbij zijn. Wij tellen leerkrachten, geen lessen,
            en vertellen niets over minder dan vijf.
          </p>
          <p>
            Van elke leerkracht telt de laatste les van het jaar, als een geoefende waarnemer die deelde en de
            leerkracht die niet terugnam. Een lesobservatie is geen beoordeling, en dit is geen rangorde.
          </p>
          {figures.length === 0 && (
            <Empty
              title="Er is nog niets te vertellen"
              text="Twee weken na de zomervakantie komt hier het vorige schooljaar, als er genoeg leerkrachten zijn."
            />
          )}
          <Charts alone>
            {figures.map((figure) => (
              <Figure key={figure.id} figure={figure} />
            ))}
          </Charts>
        </div>
      ),
    };
  }),
];

const yearWords = (from: string) => `schooljaar ${from.slice(0, 4)}-${Number(from.slice(0, 4)) + 1}`;

/** Only what the drawing shows. */
function findingOf(about: string, levels: readonly Spread[], n: number): string {
  const least = leastAbove(levels);
  return least === undefined
    ? `${about}: deels verborgen`
    : `In elk domein staan ten minste ${least} van de ${n} leerkrachten boven het midden van de schaal`;
}

function Figure({ figure }: { readonly figure: ShownFigure }): JSX.Element {
  const { id, from, sheet, school, n, levels } = figure;
  const where = school === null ? 'heel het samenwerkingsverband' : school.name;
  const about = `${sheet.name}, ${yearWords(from)}, ${where}`;
  const parts = ['Kwam niet voor', ...sheet.points.map((point, nth) => `${nth + 1}: ${point}`)];
  if (n === null || levels === null)
    return (
      <p>
        <bdi>{sheet.name}</bdi>, {yearWords(from)}, <bdi>{where}</bdi>: te weinig leerkrachten om te tellen.
      </p>
    );
  return (
    <SplitChart
      about={{
        id: `samen-${id}`,
        title: findingOf(about, levels, n),
        unit: `${about}, leerkrachten op elk punt van de schaal`,
        counted: { n, cases: 'leerkrachten' },
      }}
      rowLabel="Domein"
      parts={parts}
      rows={sheet.domains.map(({ name }, nth) => ({
        label: name,
        n,
        counts: parts.map((_, point) => levels[nth]?.[point] ?? '<5'),
      }))}
    />
  );
}
