import type { JSX } from 'preact';
import { z } from 'zod';
import { fieldOf } from '../../platform/form/filled.tsx';
import { faultTrouble, needTrouble, noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import { getPage, type Html, notFound, type PageAnswer, postPage, type Route } from '../../platform/route.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { DateField } from '../../platform/ui/fields.tsx';
import { Form, LinkButton, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { access } from './goal.access.ts';
import { readGoal, scoreGoal } from './goal.actions.ts';
import { factsOf, ownGaps, scoresToGive, sidesAt } from './goal.facts.ts';
import { scoreInput } from './goal.input.ts';
import { mayScoreAs, moments, type Scorer, scoreNeeds, scorers } from './goal.rules.ts';
import type { GoalView } from './goal.store.ts';
import { explain, meaningOf, momentWords, scorerWord, showScore, specialistWord } from './goal.words.ts';

const labels = {
  by: 'Wie keek?',
  moment: 'Welk moment?',
  level: 'Welk niveau?',
  scoredAt: 'Op welke dag zag u dit?',
};

const needFields = {
  notAhead: ['scoredAt'],
  inOrder: ['scoredAt'],
  onScale: ['level'],
  pupilLevel: ['by'],
  beforeEndScore: ['moment'],
  endFirst: ['moment'],
  afterCompletion: ['moment'],
} as const;

/** What the form begins with, when a link knows. */
const scoreQuery = z.object({ moment: z.enum(moments).optional(), door: z.enum(scorers).optional() });

export const scorePages: readonly Route[] = [
  getPage(
    '/doelen/:id/score',
    access.write,
    async ({ actor, params, query, deed, csrf }): Promise<PageAnswer> => {
      const id = idOf(params);
      const goal = id === undefined ? undefined : await readGoal(deed, actor, id);
      if (goal === undefined || sidesAt(goal).length === 0) return notFound;
      const typed = begun(goal, query.door, query.moment);
      return page({ goal, csrf, typed, trouble: noTrouble, labels: actor.tenant.labels });
    },
    scoreQuery,
  ),
  postPage('/doelen/:id/score', access.write, scoreInput, async (call): Promise<PageAnswer> => {
    const { actor, params, input, deed, csrf } = call;
    const { parsed, typed } = input;
    const id = idOf(params);
    if (id === undefined) return notFound;
    const outcome = parsed.ok ? await scoreGoal(deed, actor, id, parsed.value) : undefined;
    if (outcome?.outcome === 'taken')
      return {
        kind: 'redirect',
        to: `/doelen/${id}`,
        flash: { tone: 'good', text: 'De score staat erbij.' },
      };
    const goal = await readGoal(deed, actor, id);
    if (goal === undefined || sidesAt(goal).length === 0) return notFound;
    const again = (status: number, trouble: Trouble) => ({
      ...page({ goal, csrf, typed, trouble, labels: actor.tenant.labels }),
      status,
    });
    if (!parsed.ok) return again(422, faultTrouble(parsed.faults, labels));
    if (outcome?.outcome === 'refused') {
      const trouble = needTrouble(outcome.unmet, labels, needFields);
      return again(trouble.summary.every(({ field }) => field !== undefined) ? 422 : 409, trouble);
    }
    const message =
      outcome?.outcome === 'forbidden'
        ? 'School en specialist scoren ieder zelf. U scoort niet voor de andere kant.'
        : 'Dit formulier was al verstuurd. Kijk bij het doel of de score erbij staat.';
    return again(outcome?.outcome === 'forbidden' ? 403 : 409, { summary: [{ message }], fields: [] });
  }),
];

/** The form as it fits best: what waits for the actor, today. */
function begun(goal: GoalView, door?: string, moment?: string): Entries {
  const gap = ownGaps(goal).find(({ what, side }) => what !== 'levels' && side !== null);
  const give = scoresToGive(goal);
  const one = give.find(({ by }) => by === (door ?? gap?.side)) ?? give[0];
  const suggested = moment ?? (gap?.what === 'levels' ? undefined : gap?.what) ?? one?.moments[0];
  return [
    ['scoredAt', goal.today],
    ...(one === undefined ? [] : ([['by', one.by]] as const)),
    ...(suggested === undefined ? [] : ([['moment', suggested]] as const)),
  ];
}

interface ScorePageProps {
  readonly goal: GoalView;
  readonly csrf: string;
  readonly typed: Entries;
  readonly trouble: Trouble;
  readonly labels: Readonly<Record<string, string>>;
}

function page(props: ScorePageProps): Html {
  const title = 'Doel scoren';
  return { kind: 'html', title, body: <ScorePage {...props} /> };
}

function ScorePage({ goal, csrf, typed, trouble, labels: own }: ScorePageProps): JSX.Element {
  const back = `/doelen/${goal.id}`;
  const give = scoresToGive(goal);
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/doelen', label: 'Doelen' },
          { href: back, label: goal.title },
        ]}
      />
      <h1>Doel scoren</h1>
      <p class="lead">
        <bdi>{goal.title}</bdi>
      </p>
      {give.length === 0 ? (
        <NotNow goal={goal} back={back} />
      ) : (
        <ScoreForm {...{ goal, csrf, typed, trouble, back, give }} specialist={specialistWord(own)} />
      )}
    </>
  );
}

/** Why nothing can be scored today, all at once, and the way on. */
function NotNow({ goal, back }: { readonly goal: GoalView; readonly back: string }): JSX.Element {
  const by = scorers.find((one) => mayScoreAs(one, sidesAt(goal))) ?? 'school';
  const needs = scoreNeeds(factsOf(goal), { moment: 'end', by, score: 0, on: goal.today });
  const describe = needs.includes('levelsDescribed');
  return (
    <>
      <Notice tone="info" title="Scoren kan nu niet">
        <ul>
          {explain(needs).map(({ code, detail }) => (
            <li key={code}>{detail}</li>
          ))}
        </ul>
      </Notice>
      <p>
        <LinkButton href={describe ? `${back}/aanpassen` : back}>
          {describe ? 'Beschrijf de niveaus' : 'Terug naar het doel'}
        </LinkButton>
      </p>
    </>
  );
}

interface ScoreFormProps extends Omit<ScorePageProps, 'labels'> {
  readonly back: string;
  readonly give: ReturnType<typeof scoresToGive>;
  readonly specialist: string;
}

function ScoreForm({ goal, csrf, typed, trouble, back, give, specialist }: ScoreFormProps): JSX.Element {
  const form = { typed, errors: trouble.fields, labels };
  const possible = moments.filter((moment) => give.some((one) => one.moments.includes(moment)));
  const only: Scorer | undefined = give.length === 1 ? give[0]?.by : undefined;
  return (
    <Form action={`${back}/score`} csrf={csrf} errors={trouble.summary} idempotencyKey={newId()}>
      {only === undefined ? (
        <Radios
          {...fieldOf(form, 'by')}
          options={give.map(({ by }) => ({ value: by, label: scorerWord(by, specialist) }))}
        />
      ) : (
        <input type="hidden" name="by" value={only} />
      )}
      <Radios
        {...fieldOf(form, 'moment')}
        options={possible.map((moment) => ({ value: moment, label: momentWords[moment] }))}
      />
      <Radios
        {...fieldOf(form, 'level')}
        hint={goal.variable ?? undefined}
        options={goal.levels.map(({ score, description }) => ({
          value: `${score}`,
          label: `${showScore(score)}: ${description}`,
          hint: meaningOf(goal.scale, score),
        }))}
      />
      <DateField {...fieldOf(form, 'scoredAt')} max={goal.today} />
      <p class="field__hint">
        U scoort alleen wat u zelf zag. Een score verandert niet meer; vergist u zich, voeg dan een nieuwe
        toe.
      </p>
      <SubmitRow primary="Voeg de score toe" cancel={back} />
    </Form>
  );
}
