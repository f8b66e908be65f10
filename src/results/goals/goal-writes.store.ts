/** What deeds on goals write. The triggers of 0028 look at each row again, and fill in who, when and of which school. */
import { join, type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Moment, Scorer } from './goal.rules.ts';
import type { GoalLevel, Level, Scale } from './goal-scale.rules.ts';

export interface GoalWords {
  readonly level: GoalLevel;
  readonly title: string;
  readonly variable: string | null;
  readonly startsOn: string;
  readonly targetOn: string;
  readonly ambitionId: string | null;
}

export interface NewGoal extends GoalWords {
  readonly questionId: string;
  readonly templateId: string | null;
  readonly scale: Scale;
}

/** Saves a new goal and the levels that are described already. Gives its id. */
export async function saveGoal(
  tx: Transaction,
  actor: Actor,
  goal: NewGoal,
  levels: readonly Level[],
): Promise<string> {
  const id = newId();
  await tx.run(sql`insert into goal (tenant_id, id, question_id, level, title, variable, scale, template_id, starts_on, target_on, ambition_id)
    values (${actor.tenantId}, ${id}, ${goal.questionId}, ${goal.level}, ${goal.title}, ${goal.variable}, ${goal.scale},
      ${goal.templateId}, ${goal.startsOn}, ${goal.targetOn}, ${goal.ambitionId})`);
  await addLevels(tx, actor, id, levels);
  return id;
}

/** Saves what a goal is now. */
export async function changeGoal(tx: Transaction, actor: Actor, id: string, goal: GoalWords): Promise<void> {
  await tx.run(sql`update goal set level = ${goal.level}, title = ${goal.title}, variable = ${goal.variable},
      starts_on = ${goal.startsOn}, target_on = ${goal.targetOn}, ambition_id = ${goal.ambitionId}
    where tenant_id = ${actor.tenantId} and id = ${id}`);
}

/** Puts these descriptions in the place of those that stand there. */
export async function replaceLevels(
  tx: Transaction,
  actor: Actor,
  id: string,
  levels: readonly Level[],
): Promise<void> {
  await tx.run(sql`delete from goal_level where tenant_id = ${actor.tenantId} and goal_id = ${id}`);
  await addLevels(tx, actor, id, levels);
}

async function addLevels(tx: Transaction, actor: Actor, id: string, levels: readonly Level[]): Promise<void> {
  if (levels.length === 0) return;
  await tx.run(sql`insert into goal_level (tenant_id, goal_id, score, description)
    values ${join(levels.map((one) => sql`(${actor.tenantId}, ${id}, ${one.score}, ${one.description})`))}`);
}

export async function dropGoal(tx: Transaction, actor: Actor, id: string, because: string): Promise<void> {
  await tx.run(
    sql`update goal set dropped_because = ${because} where tenant_id = ${actor.tenantId} and id = ${id}`,
  );
}

/** Adds a score; those before stay. Gives its id. */
export async function addScore(
  tx: Transaction,
  actor: Actor,
  goalId: string,
  given: { readonly moment: Moment; readonly by: Scorer; readonly score: number; readonly on: string },
): Promise<string> {
  const id = newId();
  await tx.run(sql`insert into goal_score (tenant_id, id, goal_id, moment, scored_by, score, scored_on)
    values (${actor.tenantId}, ${id}, ${goalId}, ${given.moment}, ${given.by}, ${given.score}, ${given.on})`);
  return id;
}

/** Another goal that says the same: of this school (of this question when it is about a pupil) in a part of this period. */
export async function getTwin(
  reader: Reader,
  actor: Actor,
  goal: Pick<NewGoal, 'questionId' | 'title' | 'startsOn' | 'targetOn'> & { readonly id: string | null },
): Promise<{ readonly id: string; readonly title: string } | undefined> {
  return reader.first(sql`select g.id, g.title from goal g
    join support_question q on q.tenant_id = g.tenant_id and q.id = ${goal.questionId}
    where g.tenant_id = ${actor.tenantId} and g.school_id = q.school_id and g.dropped_at is null
      and g.id is distinct from ${goal.id}::uuid and g.pupil = (q.level = 'pupil') and (not g.pupil or g.question_id = q.id)
      and fold_title(g.title) = fold_title(${goal.title})
      and g.starts_on <= ${goal.targetOn} and g.target_on >= ${goal.startsOn}
    order by g.made_at, g.id limit 1`);
}
