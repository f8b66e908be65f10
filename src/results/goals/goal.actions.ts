/** The deeds on goals: pages, API and demonstration all come through here. */
import { recordAudits } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { doLawfully, lookAtTexts, type NotTaken, type OpenMark, recordDeed } from '../../privacy/index.ts';
import { factsOf, sidesAt } from './goal.facts.ts';
import type { DropInput, GoalChange, GoalInput, ScoreInput } from './goal.input.ts';
import {
  changeNeeds,
  dropNeeds,
  type GoalNeed,
  makeNeeds,
  mayScoreAs,
  phaseOf,
  scoreNeeds,
} from './goal.rules.ts';
import { type GoalView, getGoal, getQuestionForGoal, lockGoal } from './goal.store.ts';
import { explain, type Unmet } from './goal.words.ts';
import { findGoals, type GoalFilter } from './goal-list.store.ts';
import type { Level } from './goal-scale.rules.ts';
import {
  addScore,
  changeGoal,
  dropGoal,
  type GoalWords,
  getTwin,
  replaceLevels,
  saveGoal,
} from './goal-writes.store.ts';

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type Outcome = { readonly outcome: 'taken'; readonly id: string } | NotTaken<Unmet>;

/** Sets a goal for a question the actor may read and has a side in. */
export function makeGoal(deed: Deed, actor: Actor, input: GoalInput): Promise<Outcome> {
  return lawfully(deed, actor, async (tx) => {
    const question = await getQuestionForGoal(tx, actor, input.supportQuestionId);
    if (question === undefined) return { outcome: 'notFound' };
    if (sidesAt(question).length === 0) return { outcome: 'forbidden' };
    const { level, title, variable = null, scale = question.points, targetDate: targetOn } = input;
    const { ambitionId = null } = input;
    const goal = {
      level,
      title,
      variable,
      startsOn: input.startDate ?? question.today,
      targetOn,
      ambitionId,
    };
    const levels = describedIn(input.levels);
    const needs = makeNeeds(
      { phase: phaseOf(question.status), pupilQuestion: question.pupil },
      { ...goal, scale, levels },
    );
    const twin = await getTwin(tx, actor, { ...goal, questionId: question.id, id: null });
    const looked = await look(tx, actor, { title, variable }, input, question.today);
    const refused = refusal(needs, twin, looked.open);
    if (refused !== undefined) return refused;
    const templateId = input.templateId ?? null;
    const id = await saveGoal(tx, actor, { ...goal, questionId: question.id, templateId, scale }, levels);
    await audit(tx, actor, deed, 'add', id, looked.kept);
    return { outcome: 'taken', id };
  });
}

/** Changes a goal: anything before its first score, afterwards its target day alone. */
export function changeGoalOf(deed: Deed, actor: Actor, id: string, input: GoalChange): Promise<Outcome> {
  return onGoal(deed, actor, id, async (tx, held) => {
    const goal: GoalWords = {
      level: input.level ?? held.level,
      title: input.title ?? held.title,
      variable: input.variable === undefined ? held.variable : input.variable || null,
      startsOn: input.startDate ?? held.startsOn,
      targetOn: input.targetDate ?? held.targetOn,
      ambitionId: input.ambitionId ?? held.ambition?.id ?? null,
    };
    const levels = input.levels === undefined ? held.levels : describedIn(input.levels);
    const sameLevels = sameAs(levels, held.levels);
    const sameWords =
      sameLevels &&
      (['level', 'title', 'variable', 'startsOn'] as const).every((part) => goal[part] === held[part]);
    const needs = changeNeeds(factsOf(held), { ...goal, scale: held.scale, levels, sameWords });
    const twin = await getTwin(tx, actor, { ...goal, questionId: held.question.id, id });
    const looked = await look(tx, actor, goal, input, held.today);
    const refused = refusal(needs, twin, looked.open);
    if (refused !== undefined) return refused;
    if (!sameLevels) await replaceLevels(tx, actor, id, levels);
    await changeGoal(tx, actor, id, goal);
    await audit(tx, actor, deed, 'change', id, looked.kept);
    return { outcome: 'taken', id };
  });
}

/** Lets a goal go, with a reason; what was scored stays. */
export function dropGoalOf(deed: Deed, actor: Actor, id: string, input: DropInput): Promise<Outcome> {
  return onGoal(deed, actor, id, async (tx, held) => {
    const looked = await lookAtTexts(
      tx,
      actor,
      { reason: input.reason },
      input.acceptedMarks ?? [],
      held.today,
    );
    const refused = refusal(dropNeeds(factsOf(held)), undefined, looked.open);
    if (refused !== undefined) return refused;
    await dropGoal(tx, actor, id, input.reason);
    await audit(tx, actor, deed, 'drop', id, looked.kept);
    return { outcome: 'taken', id };
  });
}

/** Adds what one side sees at a moment. Never changed afterwards: a later one of the same moment and side counts instead. */
export function scoreGoal(deed: Deed, actor: Actor, id: string, input: ScoreInput): Promise<Outcome> {
  return onGoal({ ...deed, version: undefined }, actor, id, async (tx, held) => {
    if (!mayScoreAs(input.by, sidesAt(held))) return { outcome: 'forbidden' };
    const { moment, by, level: score, scoredAt: on = held.today } = input;
    const refused = refusal(scoreNeeds(factsOf(held), { moment, by, score, on }), undefined, []);
    if (refused !== undefined) return refused;
    await addScore(tx, actor, id, { moment, by, score, on });
    await audit(tx, actor, deed, 'score', id, []);
    return { outcome: 'taken', id };
  });
}

/** Reads a goal; of a question on a pupil that goes into the access log. */
export function readGoal(deed: Deed, actor: Actor, id: string): Promise<GoalView | undefined> {
  return deed.database.write(actor, async (tx) => {
    const goal = await getGoal(tx, actor, id);
    if (goal?.question.pupil === true) await audit(tx, actor, deed, 'read', id, []);
    return goal;
  });
}

/** Reads a page of goals; those of questions on a pupil go into the access log. */
export function readGoals(deed: Deed, actor: Actor, filter: GoalFilter): Promise<readonly GoalView[]> {
  return deed.database.write(actor, async (tx) => {
    const found = await findGoals(tx, actor, filter);
    const ofPupils = found.slice(0, filter.limit).filter((goal) => goal.question.pupil);
    if (ofPupils.length > 0)
      await recordAudits(
        tx,
        actor,
        { action: 'read', subject: 'goal', via: deed.via },
        ofPupils.map((goal) => goal.id),
      );
    return found;
  });
}

/** A deed on a goal that is there, by somebody with a side in it, on the version they saw. */
function onGoal(
  deed: Deed,
  actor: Actor,
  id: string,
  work: (tx: Transaction, held: GoalView) => Promise<Outcome>,
): Promise<Outcome> {
  return lawfully(deed, actor, async (tx) => {
    const held = await lockGoal(tx, actor, id);
    if (held === undefined) return { outcome: 'notFound' };
    if (sidesAt(held).length === 0) return { outcome: 'forbidden' };
    if (deed.version !== undefined && deed.version !== held.version) return { outcome: 'stale' };
    return work(tx, held);
  });
}

const describedIn = (
  levels: readonly { readonly score: number; readonly description?: string | undefined }[] = [],
): readonly Level[] =>
  levels
    .flatMap(({ score, description }) => (description ? [{ score, description }] : []))
    .toSorted((a, b) => a.score - b.score);

const sameAs = (some: readonly Level[], others: readonly Level[]) =>
  some.length === others.length &&
  some.every((one, nth) => one.score === others[nth]?.score && one.description === others[nth]?.description);

/** The writing aid on everything of a goal that somebody writes; a level's description by the place it was sent in. */
function look(
  tx: Transaction,
  actor: Actor,
  { title, variable }: Pick<GoalWords, 'title' | 'variable'>,
  { levels = [], acceptedMarks = [] }: Pick<GoalInput, 'levels' | 'acceptedMarks'>,
  today: string,
) {
  const described = levels.map(({ description }, nth) => [`levels.${nth}.description`, description]);
  const texts = [['title', title], ['variable', variable], ...described].filter(([, text]) => Boolean(text));
  return lookAtTexts(tx, actor, Object.fromEntries(texts), acceptedMarks, today);
}

function refusal(
  needs: readonly GoalNeed[],
  twin: { readonly id: string; readonly title: string } | undefined,
  marks: readonly OpenMark[],
): Outcome | undefined {
  const found = [
    ...explain(needs),
    ...(twin === undefined
      ? []
      : explain(['notTwice']).map((need) => ({ ...need, href: `/doelen/${twin.id}` }))),
    ...(marks.length === 0 ? [] : explain(['noOpenMarks'])),
  ];
  return found.length === 0 ? undefined : { outcome: 'refused', unmet: found, marks };
}

const audit = (
  tx: Transaction,
  actor: Actor,
  deed: Deed,
  action: string,
  subjectId: string,
  kept: readonly unknown[],
): Promise<void> => recordDeed(tx, deed, actor, { action, subject: 'goal', subjectId }, kept.length > 0);

const lawfully = (deed: Deed, actor: Actor, work: (tx: Transaction) => Promise<Outcome>): Promise<Outcome> =>
  doLawfully(deed, actor, explain, work, ({ constraint }) => {
    if (constraint === 'one goal of a kind at a time')
      return { outcome: 'refused', unmet: explain(['notTwice']) };
    return constraint === 'goal_tenant_id_template_id_fkey' ? { outcome: 'notFound' } : undefined;
  });
