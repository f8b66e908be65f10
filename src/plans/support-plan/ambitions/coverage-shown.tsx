/** What was done for an ambition, with the way to exactly those rows, and what was not. */
import type { JSX } from 'preact';
import { dayOf, showDate, showPeriod } from '../../../platform/pure/dates.ts';
import { hiddenMeans } from '../../../platform/pure/suppression.ts';
import { count } from '../../../platform/pure/text.ts';
import { dagdelenAWeek } from '../../../stationing/index.ts';
import { pilotPath } from '../../pilots/pilot-parts.tsx';
import type { ShownProps } from './ambition-props.ts';
import type { ReleasedHours } from './measured.store.ts';
import { notYet, type Progress } from './progress.rules.ts';
import { gapWords, whereNot } from './progress.words.ts';

export const hours = (minutes: number): string =>
  (minutes / 60).toLocaleString('nl-NL', { maximumFractionDigits: 1 });

/** The way to the questions, goals, visits and stationings that point at an ambition: exactly those that are counted. */
export const rowsOf = (id: string) => ({
  questions: `/vragen?ambitie=${id}`,
  goals: `/doelen?ambitie=${id}`,
  visits: `/inzet/bezoeken?ambitie=${id}`,
  stationings: `/inzet/stationeringen?toon=afgesproken&ambitie=${id}`,
});

/** Where it stands on the page of an ambition: pilots and posts are named there. */
export const doneId = 'gedaan';

interface DoneProps extends Pick<ShownProps, 'one' | 'coverage' | 'readsAll' | 'released'> {
  /** Its reader works on records, and may go to them. */
  readonly hrefs: boolean;
}

export function Done({ one, coverage, readsAll, hrefs, released }: DoneProps): JSX.Element {
  const { questions, openQuestions, goals, visits, stationings, pilots, posts } = coverage;
  const rows = rowsOf(one.id);
  const lines: readonly JSX.Element[] = [
    ...(questions === 0
      ? []
      : [
          <li key="vragen">
            <a href={rows.questions}>{count(questions, 'vraag', 'vragen')}</a>
            {openQuestions > 0 && `, waarvan ${openQuestions} nog open`}
          </li>,
        ]),
    ...(goals === 0
      ? []
      : [
          <li key="doelen">
            <a href={rows.goals}>{count(goals, 'doel', 'doelen')}</a>
          </li>,
        ]),
    ...(visits.count === 0
      ? []
      : [
          <li key="bezoeken">
            <a href={rows.visits}>{count(visits.count, 'bezoek', 'bezoeken')}</a>
            {`, samen ${hours(visits.minutes)} uur, op ${count(visits.schools, 'school', 'scholen')}`}
          </li>,
        ]),
    ...(stationings.count === 0
      ? []
      : [
          <li key="stationeringen">
            <a href={rows.stationings}>{count(stationings.count, 'stationering', 'stationeringen')}</a>
            {`, samen ${dagdelenAWeek(stationings.dagdelen)} voor deze ambitie`}
          </li>,
        ]),
    ...pilots.map(({ id, name }) => (
      <li key={id}>
        Pilot{' '}
        <a href={pilotPath(id)}>
          <bdi>{name}</bdi>
        </a>
      </li>
    )),
    ...posts.map(({ title, address, publishedAt }) => (
      <li key={address}>
        Bericht{' '}
        <a href={`/nieuws/${address}`}>
          <bdi>{title}</bdi>
        </a>
        , {showDate(dayOf(publishedAt))}
      </li>
    )),
  ];
  return (
    <>
      {!readsAll && released !== undefined && <Released released={released} />}
      {lines.length === 0 ? <p>Hier staat nog niets dat u kunt lezen.</p> : <ul>{lines}</ul>}
      {!readsAll && hrefs && (
        <p class="card__meta">Geteld is wat u zelf kunt lezen, zoals het werk op uw scholen.</p>
      )}
    </>
  );
}

/** Of the whole partnership, as it was released: for who does not read all work. */
function Released({
  released: { n, hours: told, from, to },
}: {
  readonly released: ReleasedHours;
}): JSX.Element {
  const much = told === null ? '' : `, samen ${hours(60 * told)} uur`;
  return (
    <p>
      {`In het hele samenwerkingsverband, ${showPeriod(from, to)}: `}
      {n === null
        ? `het aantal delen van bezoeken is verborgen. ${hiddenMeans}`
        : `${count(n, 'deel van een bezoek', 'delen van bezoeken')}${much}.`}
    </p>
  );
}

interface NotYetProps extends Pick<ShownProps, 'one' | 'coverage' | 'readsAll' | 'today'> {
  readonly progress: Progress | undefined;
}

export function NotYet({ one, coverage, ...rest }: NotYetProps): JSX.Element | null {
  const gaps = notYet(one, coverage, rest);
  if (gaps.length === 0) return null;
  return (
    <>
      <h2>Wat nog niet</h2>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>
            {gap === 'schoolsWithout'
              ? `${whereNot(coverage)} was er nog geen bezoek voor deze ambitie.`
              : gapWords[gap]}
          </li>
        ))}
      </ul>
    </>
  );
}
