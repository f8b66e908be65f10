/** What a partnership promised and how far it is, for everybody: the plan, the figures, and both to take along. */
import type { JSX } from 'preact';
import { dayOf, showDate } from '../../platform/pure/dates.ts';
import { BarChart } from '../../platform/ui/charts/bar-chart.tsx';
import { Charts } from '../../platform/ui/charts/chart.tsx';
import { showNumber } from '../../platform/ui/charts/chart.words.ts';
import { type Column, Table } from '../../platform/ui/table.tsx';
import { licenceWords, type PublicPartnership } from '../../registers/index.ts';
import { definitionHref, measureOf, type PublicCell, unitWords } from '../../results/index.ts';
import { countedWords, figureWords, quarterWords, yearWords } from './account.words.ts';
import { dataPath } from './account-paths.ts';
import { hasCourse, lastMade, measuresIn, type PublicMeasure } from './figures.view.ts';

interface FiguresProps {
  readonly partnership: PublicPartnership;
  readonly cells: readonly PublicCell[];
}

export function Figures({ cells }: FiguresProps): JSX.Element {
  const measures = measuresIn(cells);
  const courses = measures.filter(hasCourse);
  return (
    <>
      <h2 id="cijfers">De cijfers</h2>
      {measures.length === 0 ? (
        <p>Er zijn nog geen cijfers vastgezet. Dat gebeurt twee weken na elk kwartaal en elk schooljaar.</p>
      ) : (
        <>
          <p>
            Van heel het samenwerkingsverband, van tijdvakken die voorbij zijn. Een cijfer wordt vastgezet
            twee weken na het einde en verandert daarna niet meer. «Verborgen» is een aantal onder de vijf, of
            een cijfer waaruit zo’n aantal te berekenen is.
          </p>
          <Latest measures={measures} />
          {courses.length > 0 && (
            <Charts>
              {courses.map((measure) => (
                <Course key={measure.code} measure={measure} />
              ))}
            </Charts>
          )}
        </>
      )}
    </>
  );
}

function Latest({ measures }: { readonly measures: readonly PublicMeasure[] }): JSX.Element {
  const year = measures.flatMap((one) => one.year ?? [])[0];
  const quarter = measures.flatMap((one) => one.quarter ?? [])[0];
  const figure = (label: string, of: 'year' | 'quarter'): Column<PublicMeasure> => ({
    label,
    cell: (one) => <Told measure={one} of={of} />,
  });
  return (
    <Table
      caption="De cijfers van het laatste schooljaar en kwartaal"
      hideCaption
      rows={measures}
      columns={[
        { label: 'Wat', cell: ({ code }) => <a href={definitionHref(code)}>{measureOf(code).name}</a> },
        ...(year === undefined ? [] : [figure(`Schooljaar ${yearWords(year)}`, 'year')]),
        ...(quarter === undefined ? [] : [figure(quarterWords(quarter.from), 'quarter')]),
      ]}
    />
  );
}

function Told({
  measure,
  of,
}: {
  readonly measure: PublicMeasure;
  readonly of: 'year' | 'quarter';
}): JSX.Element {
  const found = measure[of];
  if (found === undefined && of === 'quarter' && measureOf(measure.code).releasedPer === 'year')
    return <>alleen per schooljaar</>;
  const counted = countedWords(measure.code, found);
  return (
    <>
      {figureWords(measure.code, found)}
      {counted !== '' && (
        <>
          <br />
          <span class="card__meta">{counted}</span>
        </>
      )}
    </>
  );
}

function Course({ measure: { code, quarters, quarter } }: { readonly measure: PublicMeasure }): JSX.Element {
  const { name, unit, kind } = measureOf(code);
  const last = quarter === undefined ? '' : `: ${figureWords(code, quarter).split(', ')[0]}`;
  return (
    <BarChart
      about={{
        id: `verloop-${code}`,
        title: `${name}${last}`,
        unit: `${unitWords[unit]}${kind === 'leadTime' ? ' waarbinnen de helft zover was,' : ''} per kwartaal`,
        asOf: quarter?.to,
        definition: definitionHref(code),
      }}
      rowLabel="Kwartaal"
      parts={[name]}
      rows={quarters.map(({ from, n, told, value }) => ({
        label: quarterWords(from),
        values: [n === null || !told ? '<5' : value],
        words: told && value === null && kind === 'leadTime' ? 'niet te zeggen' : undefined,
      }))}
      show={showNumber}
    />
  );
}

/** Both tables, what they may be used for, and of which day they are. */
export function OpenData({ partnership, cells }: FiguresProps): JSX.Element {
  const { name, href, means } = licenceWords[partnership.dataLicence];
  const made = lastMade(cells);
  return (
    <>
      <h2 id="open-data">Open data</h2>
      <p>
        Dezelfde gegevens als bestand, om zelf mee te rekenen. Licentie: <a href={href}>{name}</a>. {means}{' '}
        Wat op deze bladzijde verborgen is, is ook in de bestanden verborgen.
        {made !== undefined && ` Bijgewerkt op ${showDate(dayOf(made))}.`}
      </p>
      <ul>
        {(
          [
            ['cijfers', 'De cijfers, van elk tijdvak en naar gebied, expertise en soort'],
            ['ambities', 'De ambities van het plan en hoe ver zij zijn'],
          ] as const
        ).map(([file, what]) => (
          <li key={file}>
            {what}: <a href={dataPath(partnership.code, `${file}.csv`)}>{file}.csv</a> en{' '}
            <a href={dataPath(partnership.code, `${file}.csv-metadata.json`)}>beschrijving (CSVW)</a>
          </li>
        ))}
      </ul>
    </>
  );
}
