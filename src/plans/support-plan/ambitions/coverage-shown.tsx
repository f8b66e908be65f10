/** What was done for an ambition, with the way to exactly those rows, and what was not. */
import type { JSX } from 'preact';
import { dayOf, showDate, showPeriod } from '../../../platform/pure/dates.ts';
import { hiddenMeans } from '../../../platform/pure/suppression.ts';
import { count } from '../../../platform/pure/text.ts';
import { pilotPath } from '../../pilots/pilot-parts.tsx';
import type { ShownProps } from './ambition-props.ts';
import type { ReleasedHours } from './measured.store.ts';
import { gapsOf, type Progress } from './progress.rules.ts';
import { gapWords } from './progress.words.ts';

const hours = (minutes: number) => (minutes / 60).toLocaleString('nl-NL', { maximumFractionDigits: 1 });

interface DoneProps extends Pick<ShownProps, 'one' | 'coverage' | 'readsAll' | 'released'> {
  /** Its reader works on records, and may go to them. */
  readonly hrefs: boolean;
}

export function Done({ one, coverage, readsAll, hrefs, released }: DoneProps): JSX.Element {
  const { questions, openQuestions, goals, visits, stationings, pilots, posts } = coverage;
  const lines: readonly JSX.Element[] = [
    ...(questions === 0
      ? []
      : [
          <li key="vragen">
            <a href={`/vragen?ambitie=${one.id}`}>{count(questions, 'vraag', 'vragen')}</a>
            {openQuestions > 0 && `, waarvan ${openQuestions} nog open`}
          </li>,
        ]),
    ...(goals === 0
      ? []
      : [
          <li key="doelen">
            <a href={`/doelen?ambitie=${one.id}`}>{count(goals, 'doel', 'doelen')}</a>
          </li>,
        ]),
    ...(visits.count === 0
      ? []
      : [
          <li key="bezoeken">
            <a href={`/inzet/bezoeken?ambitie=${one.id}`}>{count(visits.count, 'bezoek', 'bezoeken')}</a>
            {`, samen ${hours(visits.minutes)} uur, op ${count(visits.schools, 'school', 'scholen')}`}
          </li>,
        ]),
    ...(stationings.count === 0
      ? []
      : [
          <li key="stationeringen">
            <a href={`/inzet/stationeringen?toon=afgesproken&ambitie=${one.id}`}>
              {count(stationings.count, 'stationering', 'stationeringen')}
            </a>
            {`, samen ${stationings.dagdelen.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} dagdelen per week voor deze ambitie`}
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
  const much =
    told === null ? '' : `, samen ${told.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} uur`;
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

export function NotYet({ one, coverage, readsAll, today, progress }: NotYetProps): JSX.Element | null {
  const { questions, goals, visits, stationings, pilots, posts, schools } = coverage;
  const deeds = questions + goals + visits.count + stationings.count + pilots.length + posts.length;
  const schoolsWithout = Math.max(0, schools - visits.schools);
  const work = readsAll ? { deeds, schoolsWithout } : undefined;
  const { to, measure, targetOn } = one;
  const gaps = one.draft ? [] : gapsOf({ today, to, measure, targetOn, progress, work });
  if (gaps.length === 0) return null;
  return (
    <>
      <h2>Wat nog niet</h2>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>
            {gap === 'schoolsWithout'
              ? `Op ${schoolsWithout} van de ${schools} scholen was er nog geen bezoek voor deze ambitie.`
              : gapWords[gap]}
          </li>
        ))}
      </ul>
    </>
  );
}
