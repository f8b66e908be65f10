import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { showDate, showShortDay } from '../../platform/pure/dates.ts';
import { Charts } from '../../platform/ui/charts/chart.tsx';
import { showNumber } from '../../platform/ui/charts/chart.words.ts';
import { RunChart } from '../../platform/ui/charts/run-chart.tsx';
import { Card, CardList, StateBadge } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { growthOf, levelOf, levelsOf, marksByDomain } from './observation.rules.ts';
import type { Observation } from './observation.store.ts';
import { levelWords, markWords, observationsPath, statusTones, statusWords } from './observation.words.ts';

/** What was marked, domain by domain in the order of the sheet. */
export function Seen({ one }: { readonly one: Observation }): JSX.Element {
  const { domains, points } = one.sheet;
  const marks = marksByDomain(domains, one.marks);
  return (
    <>
      {domains.map(({ name, items }, nth) => {
        const own = marks[nth] ?? [];
        return (
          <section key={name} class="stack">
            <h3>
              <bdi>{name}</bdi>
            </h3>
            <p>
              {levelOf(own) === null
                ? 'Kwam niet voor in deze les.'
                : `Gemiddeld ${levelWords(levelOf(own))} op een schaal van 1 tot en met ${points.length}.`}
            </p>
            <Table
              caption={name}
              hideCaption
              rows={items.map((item, place) => ({ item, mark: own[place] ?? null }))}
              columns={[
                { label: 'Waar naar is gekeken', cell: ({ item }) => <bdi>{item}</bdi> },
                { label: 'Gezien', cell: ({ mark }) => <bdi>{markWords(mark, points)}</bdi> },
              ]}
            />
          </section>
        );
      })}
    </>
  );
}

interface LessonsProps {
  readonly lessons: readonly Observation[];
  /** Whom the reader wants to find in the list. */
  readonly other: 'teacher' | 'observer';
}

export const Lessons = ({ lessons, other }: LessonsProps): JSX.Element => (
  <CardList>
    {lessons.map((one) => (
      <Card
        key={one.id}
        title={`Les van ${showDate(one.onDate)}`}
        href={`${observationsPath}/${one.id}`}
        badge={<StateBadge tone={statusTones[one.status]} label={statusWords[one.status]} />}
        meta={
          <>
            {other === 'teacher' ? 'Leerkracht' : 'Waarnemer'}: <bdi>{one[other].name}</bdi>,{' '}
            <bdi>{one.school.name}</bdi>
          </>
        }
      >
        <p>
          <bdi>{one.sheet.name}</bdi>
        </p>
      </Card>
    ))}
  </CardList>
);

/** What its reader can go on with: a draft, or a goal to look back on. */
export function Waiting({
  lessons,
  actor,
}: {
  readonly lessons: readonly Observation[];
  readonly actor: Actor;
}): JSX.Element | null {
  const drafts = lessons.filter(({ status }) => status === 'draft');
  const goals = lessons
    .filter(({ teacher }) => teacher.id === actor.personId)
    .flatMap((one) => one.goals.filter(({ outcome }) => outcome === null).map((goal) => ({ one, goal })));
  if (drafts.length + goals.length === 0) return null;
  return (
    <>
      <h2>Om mee verder te gaan</h2>
      <ul>
        {drafts.map(({ id, onDate }) => (
          <li key={id}>
            <a href={`${observationsPath}/${id}/aanpassen`}>
              Schrijf verder aan de les van {showDate(onDate)}
            </a>
          </li>
        ))}
        {goals.map(({ one, goal }) => (
          <li key={goal.id}>
            <a href={`${observationsPath}/${one.id}/doelen/${goal.id}`}>Kijk terug op uw doel</a>, op{' '}
            {showDate(goal.targetOn)}: <bdi>{goal.words}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of each sheet that was used twice or more: each domain over time. `taught`: one teacher's lessons, the first first. */
export function Growth({ taught }: { readonly taught: readonly Observation[] }): JSX.Element | null {
  const sheets = [...new Map(taught.map(({ sheet }) => [sheet.id, sheet])).values()];
  const charts = sheets.flatMap((sheet) => {
    const lessons = taught.filter((one) => one.sheet.id === sheet.id);
    return sheet.domains.map((domain, nth) => ({ sheet, domain, nth, lessons }));
  });
  const grown = charts.flatMap(({ sheet, domain, nth, lessons }) => {
    const levels = lessons.map((one) => levelsOf(sheet.domains, one.marks)[nth] ?? null);
    const growth = growthOf(levels);
    if (growth === undefined) return [];
    const seen = lessons.map(
      (one) => (marksByDomain(sheet.domains, one.marks)[nth] ?? []).filter((mark) => mark !== null).length,
    );
    const points = lessons.map((one, place) => ({
      label: showDate(one.onDate),
      short: showShortDay(one.onDate),
      value: levels[place] ?? null,
      n: seen[place] ?? 0,
      href: `${observationsPath}/${one.id}`,
    }));
    return [{ id: `groei-${sheet.id}-${nth}`, sheet, domain, growth, points }];
  });
  if (grown.length === 0) return null;
  return (
    <>
      <h2>Over de tijd</h2>
      <p>Het gemiddelde van wat is gezien, per domein. U vergelijkt alleen met uzelf.</p>
      <Charts>
        {grown.map(({ id, sheet, domain, growth, points }) => (
          <RunChart
            key={id}
            about={{
              id,
              title: `${domain.name}: van ${showNumber(growth.from)} naar ${showNumber(growth.to)}`,
              unit: `gemiddelde op de schaal van 1 tot en met ${sheet.points.length}, ${sheet.name}`,
              counted: { n: points.reduce((all, { n }) => all + n, 0), cases: 'bekeken punten' },
            }}
            pointLabel="Les"
            valueLabel="Gemiddelde"
            floor={1}
            ceiling={sheet.points.length}
            points={points}
          />
        ))}
      </Charts>
    </>
  );
}
