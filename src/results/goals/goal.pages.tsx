import type { JSX } from 'preact';
import { faultTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import { showDate, showPeriod } from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import { getPage, notFound, type PageAnswer, postPage, type Route } from '../../platform/route.ts';
import { TextArea } from '../../platform/ui/fields.tsx';
import { ConfirmBox, ErrorSummary, errorOf, LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice, Prose } from '../../platform/ui/parts.tsx';
import { Facts, Table } from '../../platform/ui/table.tsx';
import { type MarkInSentence, refusedForm, WritingAid } from '../../privacy/index.ts';
import { access } from './goal.access.ts';
import { dropGoalOf, readGoal } from './goal.actions.ts';
import { factsOf, scoresToGive, sidesAt } from './goal.facts.ts';
import { dropInput } from './goal.input.ts';
import { dropNeeds } from './goal.rules.ts';
import type { EnteredScore, GoalView } from './goal.store.ts';
import { levelWords, meaningOf, momentWords, scorerWord, showScore, specialistWord } from './goal.words.ts';
import { GoalFigure, ScoreTable } from './goal-figure.tsx';
import { secondVariables } from './goal-scale.rules.ts';
import { Gaps, GoalState, Lasted, LevelTable, Talk } from './goals-of.tsx';

const dropLabels = { reason: 'Waarom laat u dit doel los?' };

export const goalPages: readonly Route[] = [
  getPage('/doelen/:id', access.read, async ({ actor, params, deed, csrf }): Promise<PageAnswer> => {
    const id = idOf(params);
    const goal = id === undefined ? undefined : await readGoal(deed, actor, id);
    return goal === undefined ? notFound : page({ goal, csrf, labels: actor.tenant.labels });
  }),
  postPage('/doelen/:id/loslaten', access.write, dropInput, async (call): Promise<PageAnswer> => {
    const { actor, params, deed, input, csrf } = call;
    const id = idOf(params);
    if (id === undefined) return notFound;
    const again = async (status: number, trouble: Trouble, marks: readonly MarkInSentence[] = []) => {
      const goal = await readGoal(deed, actor, id);
      if (goal === undefined) return notFound;
      const drop = { typed: input.typed, trouble, marks };
      return { ...page({ goal, csrf, labels: actor.tenant.labels, drop }), status };
    };
    if (!input.parsed.ok) return again(422, faultTrouble(input.parsed.faults, dropLabels));
    const outcome = await dropGoalOf(deed, actor, id, input.parsed.value);
    if (outcome.outcome === 'taken')
      return {
        kind: 'redirect',
        to: `/doelen/${id}`,
        flash: { tone: 'good', text: 'Het doel is losgelaten.' },
      };
    if (outcome.outcome === 'refused') {
      const { status, trouble, marks } = refusedForm(outcome, dropLabels, {}, input.parsed.value, undefined);
      return again(status, trouble, marks);
    }
    if (outcome.outcome === 'stale')
      return again(412, said('Iemand anders heeft dit doel net gewijzigd. Kijk eerst wat er nu staat.'));
    if (outcome.outcome === 'keyReused') return again(409, said('Dit formulier was al verstuurd.'));
    return notFound;
  }),
];

const said = (message: string): Trouble => ({ summary: [{ message }], fields: [] });

interface GoalPageProps {
  readonly goal: GoalView;
  readonly csrf: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The form to let it go, as it came back. */
  readonly drop?:
    | {
        readonly typed: Entries;
        readonly trouble: Trouble;
        readonly marks: readonly MarkInSentence[];
      }
    | undefined;
}

function page(props: GoalPageProps) {
  return {
    kind: 'html',
    title: `Doel bij vraag ${props.goal.question.number}`,
    body: <GoalPage {...props} />,
  } as const;
}

function GoalPage({ goal, csrf, labels, drop }: GoalPageProps): JSX.Element {
  const specialist = specialistWord(labels);
  const { question, school } = goal;
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/doelen', label: 'Doelen' },
          { href: `/vragen/${question.id}`, label: `Vraag ${question.number}` },
        ]}
      />
      <h1 dir="auto">{goal.title}</h1>
      <p>
        <GoalState goal={goal} />
      </p>
      {drop && <ErrorSummary errors={drop.trouble.summary} />}
      <Facts
        items={[
          { label: 'School', value: school.name },
          { label: 'Over', value: levelWords[goal.level] },
          { label: 'Periode', value: showPeriod(goal.startsOn, goal.targetOn) },
          { label: 'Wat de schaal meet', value: goal.variable ?? 'nog niet gezegd' },
        ]}
      />
      {goal.droppedBecause !== null && (
        <Notice tone="info" title="Aan dit doel wordt niet meer gewerkt">
          <Prose text={goal.droppedBecause} />
        </Notice>
      )}
      <Buttons goal={goal} />
      <h2>Waar het doel staat</h2>
      {goal.scores.length === 0 && <p>Er is nog niet gescoord.</p>}
      <GoalFigure goal={goal} specialist={specialist} />
      <ScoreTable goal={goal} specialist={specialist} />
      <Talk goal={goal} specialist={specialist} />
      <Lasted goal={goal} specialist={specialist} />
      <Gaps goal={goal} specialist={specialist} />
      <h2>De niveaus</h2>
      <OneVariable goal={goal} />
      {goal.levels.length === 0 ? <p>De niveaus zijn nog niet beschreven.</p> : <LevelTable goal={goal} />}
      <Earlier scores={goal.scores} goal={goal} specialist={specialist} />
      {sidesAt(goal).length > 0 && dropNeeds(factsOf(goal)).length === 0 && (
        <LetGo goal={goal} csrf={csrf} drop={drop} />
      )}
    </>
  );
}

function Buttons({ goal }: { readonly goal: GoalView }): JSX.Element | null {
  const mayScore = scoresToGive(goal).length > 0;
  const mayChange = sidesAt(goal).length > 0 && dropNeeds(factsOf(goal)).length === 0;
  if (!mayScore && !mayChange) return null;
  return (
    <p class="row">
      {mayScore && <LinkButton href={`/doelen/${goal.id}/score`}>Scoor dit doel</LinkButton>}
      {mayChange && (
        <LinkButton href={`/doelen/${goal.id}/aanpassen`} kind="secondary">
          {goal.scores.length === 0 ? 'Pas het doel aan' : 'Verzet de streefdatum'}
        </LinkButton>
      )}
    </p>
  );
}

/** A scale that measures two things cannot be scored; said while it can still be mended. */
function OneVariable({ goal }: { readonly goal: GoalView }): JSX.Element | null {
  const second = secondVariables(goal.levels);
  if (second.length === 0 || goal.scores.length > 0) return null;
  return (
    <Notice tone="warning" title="Meet deze schaal één ding?">
      <p>
        {list(second.map(({ score, units }) => `Niveau ${showScore(score)} telt ook ${list(units)}`))}. Tel in
        elk niveau hetzelfde; anders weet straks niemand welk niveau is gehaald. Maak voor het andere een
        eigen doel.
      </p>
    </Notice>
  );
}

/** Everything that was entered, with who did it: a correction is a later row. */
function Earlier({
  scores,
  goal,
  specialist,
}: {
  readonly scores: readonly EnteredScore[];
  readonly goal: GoalView;
  readonly specialist: string;
}): JSX.Element | null {
  if (scores.length === 0) return null;
  return (
    <details class="fold">
      <summary class="fold__summary">Alles wat is ingevoerd</summary>
      <div class="fold__body">
        <p>Een score verandert niet. Van hetzelfde moment en dezelfde kant telt de laatste.</p>
        <Table
          caption="Ingevoerde scores"
          hideCaption
          rows={scores.toReversed()}
          columns={[
            { label: 'Gezien op', cell: ({ on }) => showDate(on) },
            { label: 'Moment', cell: ({ moment }) => momentWords[moment] },
            { label: 'Wie keek', cell: ({ by }) => scorerWord(by, specialist) },
            { label: 'Niveau', cell: ({ score }) => `${showScore(score)}, ${meaningOf(goal.scale, score)}` },
            { label: 'Ingevoerd door', cell: ({ enteredBy }) => <bdi>{enteredBy?.name ?? 'onbekend'}</bdi> },
          ]}
        />
      </div>
    </details>
  );
}

function LetGo({ goal, csrf, drop }: Pick<GoalPageProps, 'goal' | 'csrf' | 'drop'>): JSX.Element {
  const typed = drop?.typed ?? [];
  return (
    <ConfirmBox
      label="Dit doel loslaten"
      action={`/doelen/${goal.id}/loslaten`}
      csrf={csrf}
      confirm="Laat het doel los"
      version={goal.version}
    >
      <p>
        Het doel blijft staan met wat er is gescoord, maar telt niet meer mee. Dat kunt u niet terugdraaien.
      </p>
      <WritingAid
        marks={drop?.marks ?? []}
        labels={dropLabels}
        accepted={typedValues(typed, 'acceptedMarks')}
      />
      <TextArea
        name="reason"
        label={dropLabels.reason}
        rows={2}
        value={typedValue(typed, 'reason')}
        error={errorOf(drop?.trouble.fields ?? [], 'reason')}
      />
    </ConfirmBox>
  );
}
