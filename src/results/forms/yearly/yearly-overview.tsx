/** The yearly question at a glance: for each school of the reader, and what they wrote before. */
import type { JSX } from 'preact';
import type { Actor, Place } from '../../../platform/pure/actor.ts';
import { showDate } from '../../../platform/pure/dates.ts';
import { Card, CardList, Empty, Prose, StateBadge } from '../../../platform/ui/parts.tsx';
import { Facts } from '../../../platform/ui/table.tsx';
import { definitionHref } from '../../measures/measure.words.ts';
import { ResultsCrumb } from '../../measures/results-crumb.tsx';
import type { Days } from './yearly.rules.ts';
import type { YearlyAnswer } from './yearly.store.ts';
import { labels, openWords, schoolYearName, yearlyHref } from './yearly.words.ts';
import { WordsOfYear, type WordsProps } from './yearly-words.tsx';

/** An answer as its writer reads it back. */
export function Given({ answer }: { readonly answer: YearlyAnswer }): JSX.Element {
  const { grade, wentWell, couldBeBetter, nameShown } = answer;
  return (
    <Facts
      items={[
        { label: 'Cijfer', value: `${grade ?? ''}` },
        ...(wentWell === null ? [] : [{ label: labels.wentWell, value: <Prose text={wentWell} /> }]),
        ...(couldBeBetter === null
          ? []
          : [{ label: labels.couldBeBetter, value: <Prose text={couldBeBetter} /> }]),
        { label: 'Bij uw woorden', value: nameShown ? 'Uw naam en school' : 'Geen naam en geen school' },
      ]}
    />
  );
}

interface OverviewProps {
  readonly actor: Actor;
  readonly asked: readonly Place[];
  readonly answers: readonly YearlyAnswer[];
  readonly days: Days;
  readonly open: boolean;
  readonly year: number;
  readonly told: Omit<WordsProps, 'now'> | undefined;
}

export function Overview({ actor, asked, answers, days, open, year, told }: OverviewProps): JSX.Element {
  const earlier = answers.filter((one) => one.year < year);
  return (
    <>
      <ResultsCrumb actor={actor} />
      <h1>Jaarvraag</h1>
      <p class="lead">
        Eens per schooljaar vragen wij directeuren en intern begeleiders om een cijfer en een paar woorden
        over het werk van het samenwerkingsverband.
      </p>
      <p>
        {openWords(days)} <a href={definitionHref('satisfaction')}>Zo komt het cijfer tot stand</a>.
      </p>
      {asked.length > 0 && <h2>{`Uw antwoord over ${schoolYearName(year)}`}</h2>}
      {asked.length > 0 && (
        <CardList>
          {asked.map(({ id, code, name }) => {
            const answer = answers.find((one) => one.schoolId === id && one.year === year);
            return (
              <Card key={id} title={name} href={yearlyHref(code)} badge={badgeOf(answer, open)}>
                {open && answer?.given !== true && `Invullen kan tot en met ${showDate(days.lastDay)}.`}
              </Card>
            );
          })}
        </CardList>
      )}
      {earlier.length > 0 && <h2>Wat u eerder schreef</h2>}
      {earlier.map((answer) => (
        <section key={answer.id} class="stack">
          <h3>
            {schoolYearName(answer.year)}, <bdi>{answer.school.name}</bdi>
          </h3>
          <Given answer={answer} />
        </section>
      ))}
      {told !== undefined && <WordsOfYear {...told} now={year} />}
      {asked.length === 0 && told === undefined && <Empty title="U bent niet gevraagd" text="" />}
    </>
  );
}

function badgeOf(answer: YearlyAnswer | undefined, open: boolean): JSX.Element {
  if (answer?.given === true) return <StateBadge tone="good" label="Beantwoord" />;
  if (!open) return <StateBadge tone="quiet" label="Nu niet open" />;
  return answer === undefined ? (
    <StateBadge tone="waiting" label="Wacht op u" />
  ) : (
    <StateBadge tone="busy" label="Concept" />
  );
}
