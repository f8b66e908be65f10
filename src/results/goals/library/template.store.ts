/** The library of goals: every partnership edits its own. */
import { type Reader, sql, type Transaction } from '../../../platform/database.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import type { Cursor } from '../../../platform/pure/cursor.ts';
import type { GoalLevel } from '../goal-scale.rules.ts';

export interface Template {
  readonly id: string;
  readonly level: GoalLevel;
  readonly title: string;
  /** The one thing its scale measures. */
  readonly variable: string;
  /** Questions that help to describe the levels, one a line. */
  readonly prompts: string | null;
  /** From that day on it is not offered any more. */
  readonly endedOn: string | null;
  readonly version: number;
}

export type TemplateWords = Omit<Template, 'id' | 'version'>;

const columns = sql`id, level, title, variable, prompts, ended_on as "endedOn", version`;

/** What is offered today, in the order of the levels. */
export function findOffered(reader: Reader, actor: Actor): Promise<readonly Template[]> {
  return reader.rows<Template>(sql`select ${columns} from goal_template
    where tenant_id = ${actor.tenantId} and (ended_on is null or ended_on > app_today())
    order by array_position(array['pupil', 'group', 'teacher', 'team', 'school'], level), title limit 200`);
}

/** All of them by title, one more than asked when there are more. */
export function findTemplates(
  reader: Reader,
  tenantId: string,
  {
    limit,
    after,
    q,
  }: { readonly limit: number; readonly after?: Cursor | undefined; readonly q?: string | undefined },
): Promise<readonly Template[]> {
  const beyond = after === undefined ? sql`` : sql`and (title, id) > (${after.key}, ${after.id}::uuid)`;
  const matching =
    q === undefined ? sql`` : sql`and position(lower(${q}) in lower(title || ' ' || variable)) > 0`;
  return reader.rows<Template>(sql`select ${columns} from goal_template
    where tenant_id = ${tenantId} ${beyond} ${matching} order by title, id limit ${limit + 1}`);
}

export function getTemplate(reader: Reader, tenantId: string, id: string): Promise<Template | undefined> {
  return reader.first<Template>(
    sql`select ${columns} from goal_template where tenant_id = ${tenantId} and id = ${id}`,
  );
}

export async function addTemplate(
  tx: Transaction,
  tenantId: string,
  id: string,
  one: TemplateWords,
): Promise<void> {
  await tx.run(sql`insert into goal_template (tenant_id, id, level, title, variable, prompts, ended_on)
    values (${tenantId}, ${id}, ${one.level}, ${one.title}, ${one.variable}, ${one.prompts}, ${one.endedOn})`);
}

export async function saveTemplate(
  tx: Transaction,
  tenantId: string,
  id: string,
  one: TemplateWords,
): Promise<void> {
  await tx.run(sql`update goal_template set level = ${one.level}, title = ${one.title}, variable = ${one.variable},
      prompts = ${one.prompts}, ended_on = ${one.endedOn}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}
