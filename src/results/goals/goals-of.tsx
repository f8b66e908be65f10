/** The goals of a question, as a part of its page: where they stand, what they lack, and what came of them together. */
import type { JSX } from 'preact';
import { showDate } from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Badge, Card, CardList, Notice, StateBadge } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { attainments, differences, lasted } from './attainment.rules.ts';
import { factsOf, scoresToGive, sidesAt } from './goal.facts.ts';
import { type Gap, gapsOf, moments, phaseOf, scorers, sidesOf } from './goal.rules.ts';
import type { GoalView } from './goal.store.ts';
import {
  gapWords,
  lastedWords,
  levelWords,
  meaningOf,
  momentWords,
  scorerWord,
  shortScorer,
  showScore,
  showT,
  specialistWord,
} from './goal.words.ts';
import { GoalFigure, ScoreTable } from './goal-figure.tsx';

interface GoalsOfProps {
  readonly goals: readonly GoalView[];
  readonly question: { readonly id: string; readonly status: string };
  /** Of the reader to the question, as `question_relations` gives them. */
  readonly relations: readonly string[];
  /** The words of the partnership. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Everything about the goals of a question, under a heading of its own. */
export function GoalsOf({ goals, question, relations, labels }: GoalsOfProps): JSX.Element {
  const specialist = specialistWord(labels);
  const mayMake = sidesOf(relations).length > 0 && phaseOf(question.status) === 'under_way';
  return (
    <section class="stack" aria-labelledby="doelen">
      <h2 id="doelen">Doelen</h2>
      {goals.length === 0 ? (
        <p>Er zijn nog geen doelen. Spreek ze af voor het werk begint; dan ziet u later wat er veranderde.</p>
      ) : (
        <CardList>
          {goals.map((goal) => (
            <Card
              key={goal.id}
              title={goal.title}
              href={`/doelen/${goal.id}`}
              badge={<GoalState goal={goal} />}
              meta={`${levelWords[goal.level]}, streefdatum ${showDate(goal.targetOn)}`}
            >
              <div class="stack">
                <GoalFigure goal={goal} specialist={specialist} />
                <ScoreTable goal={goal} specialist={specialist} />
                <Talk goal={goal} specialist={specialist} />
                <Lasted goal={goal} specialist={specialist} />
                <Gaps goal={goal} specialist={specialist} />
              </div>
            </Card>
          ))}
        </CardList>
      )}
      <Together goals={goals} specialist={specialist} />
      {mayMake && (
        <p>
          <LinkButton href={`/doelen/nieuw?vraag=${question.id}`} kind="secondary">
            Doel afspreken
          </LinkButton>
        </p>
      )}
    </section>
  );
}

/** In a word: what a goal waits for. */
export function GoalState({ goal }: { readonly goal: GoalView }): JSX.Element {
  const phase = phaseOf(goal.question.status);
  if (goal.droppedAt !== null) return <StateBadge tone="quiet" label="losgelaten" />;
  if (phase === 'completed') return <StateBadge tone="done" label="afgerond" />;
  if (phase === 'ended') return <StateBadge tone="quiet" label="gestopt" />;
  if (gapsOf(factsOf(goal)).some(({ what }) => what === 'levels'))
    return <StateBadge tone="waiting" label="nog niet beschreven" />;
  return <StateBadge tone="busy" label="loopt" />;
}

interface PartProps {
  readonly goal: GoalView;
  readonly specialist: string;
}

/** Where scorers differ they have something to tell each other. */
export function Talk({ goal, specialist }: PartProps): JSX.Element | null {
  const found = differences(goal.scores);
  if (found.length === 0) return null;
  return (
    <Notice tone="info" title="U kijkt er verschillend naar">
      <ul>
        {found.map(({ moment, levels }) => (
          <li key={moment}>
            {momentWords[moment]}:{' '}
            {list(levels.map(({ by, score }) => `${shortScorer(by, specialist)} ${showScore(score)}`))}.
          </li>
        ))}
      </ul>
      <p>Bespreek wat ieder zag. Elke score blijft staan.</p>
    </Notice>
  );
}

/** Whether it lasted, by each scorer. */
export function Lasted({ goal, specialist }: PartProps): JSX.Element | null {
  const found = scorers.flatMap((by) => {
    const change = lasted(goal.scores, by);
    return change === undefined ? [] : [{ by, change }];
  });
  if (found.length === 0) return null;
  return (
    <>
      <p>
        <strong>Is het gebleven?</strong>
      </p>
      <ul>
        {found.map(({ by, change }) => (
          <li key={by}>
            {scorerWord(by, specialist)}: {lastedWords(change)}.
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the goal lacks, and the next step for who can take it. */
export function Gaps({ goal, specialist }: PartProps): JSX.Element | null {
  const facts = factsOf(goal);
  const gaps = gapsOf(facts);
  if (gaps.length === 0) return null;
  return (
    <div>
      <p>
        <strong>Wat nog komt</strong>
      </p>
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.what} ${gap.side}`}>
            {gapWords(gap, specialist, goal)} <NextStep gap={gap} goal={goal} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NextStep({ gap, goal }: { readonly gap: Gap; readonly goal: GoalView }): JSX.Element | null {
  const sides = sidesAt(goal);
  if (gap.what === 'levels')
    return sides.length === 0 ? null : <a href={`/doelen/${goal.id}/aanpassen`}>Beschrijf de niveaus</a>;
  const { side, what } = gap;
  const can = scoresToGive(goal).some((one) => one.by === side && one.moments.includes(what));
  return side !== null && sides.includes(side) && gap.now && can ? (
    <a href={`/doelen/${goal.id}/score?moment=${what}&door=${side}`}>Scoor nu</a>
  ) : null;
}

/** Several goals as one figure: only of the five-point scale, by scorer, with how many goals. */
function Together({
  goals,
  specialist,
}: {
  readonly goals: readonly GoalView[];
  readonly specialist: string;
}): JSX.Element | null {
  const found = attainments(goals.map((goal) => ({ ...goal, dropped: goal.droppedAt !== null })));
  const shown = moments.filter((moment) => found.some((one) => one.moment === moment));
  const by = scorers.filter((scorer) => found.some((one) => one.by === scorer));
  if (found.length === 0) return null;
  return (
    <>
      <Table
        caption="T-score van de doelen op vijf punten"
        rows={by}
        columns={[
          { label: 'Wie keek', cell: (scorer) => scorerWord(scorer, specialist) },
          ...shown.map((moment) => ({
            label: momentWords[moment],
            cell: (scorer: (typeof scorers)[number]) => {
              const one = found.find((t) => t.by === scorer && t.moment === moment);
              return one === undefined ? 'niet gescoord' : showT(one);
            },
          })),
        ]}
      />
      <p>
        50 betekent: de doelen zijn gemiddeld gehaald zoals verwacht. Kijk eerst naar de niveaus zelf; dit
        getal vat ze alleen samen. Berekening: Kiresuk en Sherman (1968), alle doelen tellen even zwaar.
      </p>
    </>
  );
}

/** A level with its meaning and description. */
export function LevelTable({ goal }: { readonly goal: GoalView }): JSX.Element {
  return (
    <Table
      caption="De niveaus"
      hideCaption
      rows={goal.levels}
      columns={[
        {
          label: 'Niveau',
          cell: ({ score }) => (
            <>
              {showScore(score)} <Badge label={meaningOf(goal.scale, score)} />
            </>
          ),
        },
        { label: 'Wat u dan ziet', cell: ({ description }) => <bdi>{description}</bdi> },
      ]}
    />
  );
}
