/** Reading goals. Row-level security (0028) decides which there are. */
import { type Reader, type Sql, sql, type Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Score } from './goal.rules.ts';
import type { GoalLevel, Level, Scale } from './goal-scale.rules.ts';

export interface EnteredScore extends Score {
  readonly id: string;
  readonly enteredAt: string;
  readonly enteredBy: { readonly id: string; readonly name: string } | null;
}

/** A goal with everything that rules, pages and API need, in one row. */
export interface GoalView {
  readonly id: string;
  readonly version: number;
  readonly level: GoalLevel;
  readonly title: string;
  /** The one thing its scale measures. */
  readonly variable: string | null;
  readonly scale: Scale;
  readonly startsOn: string;
  readonly targetOn: string;
  /** Of the ondersteuningsplan that it works on. */
  readonly ambition: { readonly id: string; readonly name: string } | null;
  readonly madeAt: string;
  readonly droppedAt: string | null;
  readonly droppedBecause: string | null;
  readonly question: {
    readonly id: string;
    readonly number: string;
    readonly title: string | null;
    readonly status: string;
    /** It is about a pupil. */
    readonly pupil: boolean;
    readonly followUpOn: string | null;
  };
  readonly school: { readonly code: string; readonly name: string };
  /** From the lowest score. */
  readonly levels: readonly Level[];
  /** As they were entered. */
  readonly scores: readonly EnteredScore[];
  /** Of the actor to the question. */
  readonly relations: readonly string[];
  readonly today: string;
}

const utc = (moment: Sql): Sql => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** For `from goal g` with `withItsPlace`. */
export const wholeGoal = (actor: Actor): Sql => sql`jsonb_build_object(
  'id', g.id, 'version', g.version, 'level', g.level, 'title', g.title, 'variable', g.variable, 'scale', g.scale,
  'startsOn', g.starts_on, 'targetOn', g.target_on, 'madeAt', ${utc(sql`g.made_at`)}, 'droppedAt', ${utc(sql`g.dropped_at`)},
  'droppedBecause', g.dropped_because,
  'ambition', (select jsonb_build_object('id', a.id, 'name', a.name) from ambition a where a.tenant_id = g.tenant_id and a.id = g.ambition_id),
  'question', jsonb_build_object('id', q.id, 'number', q.number, 'title', w.title, 'status', q.status, 'pupil', g.pupil,
    'followUpOn', q.follow_up_on),
  'school', jsonb_build_object('code', s.code, 'name', s.name),
  'levels', coalesce((select jsonb_agg(jsonb_build_object('score', l.score, 'description', l.description) order by l.score)
    from goal_level l where l.tenant_id = g.tenant_id and l.goal_id = g.id), '[]'),
  'scores', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'moment', x.moment, 'by', x.scored_by, 'score', x.score,
      'on', x.scored_on, 'enteredAt', ${utc(sql`x.entered_at`)},
      'enteredBy', case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end) order by x.entered_at, x.id)
    from goal_score x left join person p on p.tenant_id = x.tenant_id and p.id = x.entered_by
    where x.tenant_id = g.tenant_id and x.goal_id = g.id), '[]'),
  'relations', to_jsonb(question_relations(q, ${actor.personId}, app_today())), 'today', app_today())`;

export const withItsPlace = sql`join support_question q on q.tenant_id = g.tenant_id and q.id = g.question_id
  join school s on s.tenant_id = g.tenant_id and s.id = g.school_id
  left join question_words w on w.tenant_id = g.tenant_id and w.question_id = g.question_id`;

/** The goal as the actor may see it; undefined when it is not there or not theirs. */
export async function getGoal(reader: Reader, actor: Actor, id: string): Promise<GoalView | undefined> {
  const row = await reader.first<{ goal: GoalView }>(sql`select ${wholeGoal(actor)} as goal
    from goal g ${withItsPlace} where g.tenant_id = ${actor.tenantId} and g.id = ${id}`);
  return row?.goal;
}

/** The same, with its question locked until the transaction ends: nobody completes that, or scores here, meanwhile. */
export async function lockGoal(tx: Transaction, actor: Actor, id: string): Promise<GoalView | undefined> {
  const [, goal] = await Promise.all([
    tx.first(
      sql`select lock_question(tenant_id, question_id) from goal where tenant_id = ${actor.tenantId} and id = ${id}`,
    ),
    getGoal(tx, actor, id),
  ]);
  return goal;
}

/** The goals of a question, the first made first; those let go stand at the end. */
export async function findGoalsOf(
  reader: Reader,
  actor: Actor,
  questionId: string,
): Promise<readonly GoalView[]> {
  return findGoalsOfEach(reader, actor, [questionId]);
}

/** The goals of several questions, in the same order. */
export async function findGoalsOfEach(
  reader: Reader,
  actor: Actor,
  questionIds: readonly string[],
): Promise<readonly GoalView[]> {
  const rows = await reader.rows<{ goal: GoalView }>(sql`select ${wholeGoal(actor)} as goal
    from goal g ${withItsPlace} where g.tenant_id = ${actor.tenantId} and g.question_id = any (${questionIds}::uuid[])
    order by g.dropped_at is not null, g.made_at, g.id`);
  return rows.map((row) => row.goal);
}

/** What a new goal of a question has to know. */
export interface GoalQuestion {
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  readonly status: string;
  readonly pupil: boolean;
  readonly school: { readonly code: string; readonly name: string };
  readonly relations: readonly string[];
  /** Those of today, by name. */
  readonly ambitions: readonly { readonly id: string; readonly name: string }[];
  /** Points of a scale when nobody chooses. */
  readonly points: Scale;
  readonly today: string;
}

/** The question as the actor may read it, words and all; undefined when it is not there or not theirs. */
export async function getQuestionForGoal(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<GoalQuestion | undefined> {
  const row = await reader.first<{ question: GoalQuestion }>(sql`select jsonb_build_object(
      'id', q.id, 'number', q.number, 'title', w.title, 'status', q.status, 'pupil', q.level = 'pupil',
      'school', jsonb_build_object('code', s.code, 'name', s.name), 'points', t.goal_points, 'today', app_today(),
      'ambitions', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name, a.id), '[]') from ambition a
        where a.tenant_id = q.tenant_id and not a.is_draft and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())),
      'relations', to_jsonb(question_relations(q, ${actor.personId}, app_today()))) as question
    from support_question q
    join question_words w on w.tenant_id = q.tenant_id and w.question_id = q.id
    join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
    join tenant t on t.tenant_id = q.tenant_id
    where q.tenant_id = ${actor.tenantId} and q.id = ${id}`);
  return row?.question;
}
