import type { JSX } from 'preact';
import { z } from 'zod';
import { faultTrouble, noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { typedValue } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf, id as idSchema } from '../../platform/input.ts';
import { getPage, type Html, notFound, type PageAnswer, postPage, type Route } from '../../platform/route.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { type MarkInSentence, refusedForm } from '../../privacy/index.ts';
import { access } from './goal.access.ts';
import { changeGoalOf, makeGoal, type Outcome, readGoal } from './goal.actions.ts';
import { factsOf, sidesAt } from './goal.facts.ts';
import { goalChangeInput, goalFormInput } from './goal.input.ts';
import { dropNeeds, phaseOf } from './goal.rules.ts';
import { type GoalQuestion, type GoalView, getQuestionForGoal } from './goal.store.ts';
import type { Unmet } from './goal.words.ts';
import { entriesOf, GoalForm, labelsOf, needFields } from './goal-form.tsx';
import type { Scale } from './goal-scale.rules.ts';
import { Library } from './library/library.tsx';
import { findOffered, type Template } from './library/template.store.ts';

const newQuery = z.object({
  vraag: idSchema().optional(),
  sjabloon: idSchema().optional(),
  schaal: z.enum(['5', '6']).optional(),
});

export const goalFormPages: readonly Route[] = [
  getPage(
    '/doelen/nieuw',
    access.write,
    async ({ actor, query, database, csrf }): Promise<PageAnswer> => {
      const { vraag, sjabloon, schaal } = query;
      const found =
        vraag === undefined
          ? undefined
          : await database.read(actor, (reader) =>
              Promise.all([getQuestionForGoal(reader, actor, vraag), findOffered(reader, actor)]),
            );
      const [question, templates = []] = found ?? [];
      if (question === undefined || !mayMake(question)) return notFound;
      const chosen = templates.find(({ id }) => id === sjabloon);
      const scale = schaal === undefined ? question.points : schaal === '5' ? 5 : 6;
      return newPage({ question, templates, chosen, scale, csrf, typed: begun(question, chosen) });
    },
    newQuery,
  ),
  postPage('/doelen/nieuw', access.write, goalFormInput, async (call): Promise<PageAnswer> => {
    const { actor, input, deed, csrf, database } = call;
    const { typed, parsed } = input;
    const questionId = idSchema().safeParse(typedValue(typed, 'supportQuestionId'));
    if (!questionId.success) return notFound;
    const outcome = parsed.ok ? await makeGoal(deed, actor, parsed.value) : undefined;
    if (outcome?.outcome === 'taken')
      return {
        kind: 'redirect',
        to: `/doelen/${outcome.id}`,
        flash: { tone: 'good', text: 'Het doel is afgesproken.' },
      };
    if (outcome?.outcome === 'notFound' || outcome?.outcome === 'forbidden') return notFound;
    const [question, templates] = await database.read(actor, (reader) =>
      Promise.all([getQuestionForGoal(reader, actor, questionId.data), findOffered(reader, actor)]),
    );
    if (question === undefined || !mayMake(question)) return notFound;
    const scale = typedValue(typed, 'scale') === '5' ? 5 : 6;
    const chosen = templates.find(({ id }) => id === typedValue(typed, 'templateId'));
    const back = parsed.ok
      ? cameBack(outcome, labelsOf(scale), parsed.value)
      : { status: 422, trouble: faultTrouble(parsed.faults, labelsOf(scale)), marks: [] };
    return { ...newPage({ question, templates, chosen, scale, csrf, typed, ...back }), status: back.status };
  }),
  getPage(
    '/doelen/:id/aanpassen',
    access.write,
    async ({ actor, params, deed, csrf }): Promise<PageAnswer> => {
      const goal = await changeable(await readOne(deed, actor, params));
      return goal === undefined ? notFound : changePage({ goal, csrf, typed: entriesOf(goal) });
    },
  ),
  postPage('/doelen/:id/aanpassen', access.write, goalChangeInput, async (call): Promise<PageAnswer> => {
    const { actor, params, input, deed, csrf } = call;
    const { parsed, typed } = input;
    const id = idOf(params);
    if (id === undefined) return notFound;
    const sent = parsed.ok ? parsed.value : undefined;
    // In a form that shows it, a field that was emptied is empty.
    const whole = sent && { ...sent, ...(sent.title !== undefined && { variable: sent.variable ?? '' }) };
    const outcome = whole && (await changeGoalOf(deed, actor, id, whole));
    if (outcome?.outcome === 'taken')
      return { kind: 'redirect', to: `/doelen/${id}`, flash: { tone: 'good', text: 'Opgeslagen.' } };
    const goal = changeable(await readOne(deed, actor, params));
    if (goal === undefined) return notFound;
    const labels = labelsOf(goal.scale);
    const back = parsed.ok
      ? cameBack(outcome, labels, parsed.value)
      : { status: 422, trouble: faultTrouble(parsed.faults, labels), marks: [] };
    return { ...changePage({ goal, csrf, typed, ...back }), status: back.status };
  }),
];

const mayMake = (question: GoalQuestion) =>
  sidesAt(question).length > 0 && phaseOf(question.status) === 'under_way';

const readOne = async (
  deed: Parameters<typeof readGoal>[0],
  actor: Parameters<typeof readGoal>[1],
  params: Readonly<Record<string, string>>,
) => {
  const id = idOf(params);
  return id === undefined ? undefined : readGoal(deed, actor, id);
};

/** The goal, when somebody with a side in it can still change something of it. */
function changeable(goal: GoalView | undefined): GoalView | undefined {
  if (goal === undefined || sidesAt(goal).length === 0) return undefined;
  return dropNeeds(factsOf(goal)).length === 0 ? goal : undefined;
}

interface Back {
  readonly status: number;
  readonly trouble: Trouble;
  readonly marks: readonly MarkInSentence[];
  readonly twin?: Unmet | undefined;
}

/** What the form says of a deed that did nothing. */
function cameBack(
  outcome: Outcome | undefined,
  labels: Readonly<Record<string, string>>,
  value: object,
): Back {
  if (outcome?.outcome === 'refused') {
    const twin = outcome.unmet.find(({ code }) => code === 'notTwice');
    return { ...refusedForm(outcome, labels, needFields, value, undefined), twin };
  }
  const stale = outcome?.outcome === 'stale';
  const message = stale
    ? 'Iemand anders heeft dit doel net gewijzigd. Controleer wat u invulde en sla het opnieuw op.'
    : 'Dit formulier was al verstuurd. Controleer het en verstuur het opnieuw.';
  return { status: stale ? 412 : 409, trouble: { summary: [{ message }], fields: [] }, marks: [] };
}

/** What a new form begins with. */
function begun(question: GoalQuestion, chosen: Template | undefined): Entries {
  return [
    ['startDate', question.today],
    ...(chosen === undefined
      ? []
      : ([
          ['level', chosen.level],
          ['title', chosen.title],
          ['variable', chosen.variable],
        ] as const)),
  ];
}

interface NewProps extends Partial<Back> {
  readonly question: GoalQuestion;
  readonly templates: readonly Template[];
  readonly chosen: Template | undefined;
  readonly scale: Scale;
  readonly csrf: string;
  readonly typed: Entries;
}

function newPage({ question, templates, chosen, scale, csrf, typed, ...back }: NewProps): Html {
  const address = `/doelen/nieuw?vraag=${question.id}`;
  const other = scale === 5 ? 6 : 5;
  const body: JSX.Element = (
    <>
      <Breadcrumb items={[{ href: `/vragen/${question.id}`, label: `Vraag ${question.number}` }]} />
      <h1>Doel afspreken</h1>
      <p class="lead">
        <bdi>{question.title}</bdi>, <bdi>{question.school.name}</bdi>
      </p>
      <p>
        School en specialist spreken het doel samen af, en scoren straks ieder zelf. Dit doel heeft {scale}{' '}
        punten.{' '}
        <a href={`${address}&schaal=${other}${chosen === undefined ? '' : `&sjabloon=${chosen.id}`}`}>
          Liever {other} punten
        </a>
      </p>
      <Library
        templates={templates.filter(({ level }) => question.pupil || level !== 'pupil')}
        address={`${address}&schaal=${scale}`}
      />
      <GoalForm
        action="/doelen/nieuw"
        csrf={csrf}
        scale={scale}
        typed={typed}
        pupil={question.pupil}
        ambitions={question.ambitions}
        fixed={false}
        button="Spreek dit doel af"
        back={`/vragen/${question.id}`}
        trouble={back.trouble ?? noTrouble}
        marks={back.marks ?? []}
        twin={back.twin}
        hidden={{
          supportQuestionId: question.id,
          scale: `${scale}`,
          ...(chosen !== undefined && { templateId: chosen.id }),
        }}
        prompts={chosen?.prompts ?? null}
        formKey={newId()}
      />
    </>
  );
  return { kind: 'html', title: 'Doel afspreken', body };
}

interface ChangeProps extends Partial<Back> {
  readonly goal: GoalView;
  readonly csrf: string;
  readonly typed: Entries;
}

function changePage({ goal, csrf, typed, ...back }: ChangeProps): Html {
  const fixed = goal.scores.length > 0;
  const body: JSX.Element = (
    <>
      <Breadcrumb
        items={[
          { href: '/doelen', label: 'Doelen' },
          { href: `/doelen/${goal.id}`, label: goal.title },
        ]}
      />
      <h1>Doel aanpassen</h1>
      {fixed && <p>Er is al gescoord. Doel en niveaus staan vast; alleen de streefdatum kan nog anders.</p>}
      <GoalForm
        action={`/doelen/${goal.id}/aanpassen`}
        csrf={csrf}
        scale={goal.scale}
        typed={typed}
        pupil={goal.question.pupil}
        fixed={fixed}
        button="Sla op"
        back={`/doelen/${goal.id}`}
        trouble={back.trouble ?? noTrouble}
        marks={back.marks ?? []}
        twin={back.twin}
        version={goal.version}
      />
    </>
  );
  return { kind: 'html', title: 'Doel aanpassen', body };
}
