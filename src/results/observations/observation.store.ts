/** Lessons as teacher and observer find them. Row-level security (0063) shows nobody else anything; its triggers hold the law of each write. */
import { type Reader, type Sql, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { Domain, Mark, Status } from './observation.rules.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the teacher wants to do about a lesson. */
export interface CoachingGoal {
  readonly id: string;
  readonly words: string;
  readonly targetOn: string;
  /** What came of it; null: still to look back on. */
  readonly outcome: string | null;
}

export interface Observation {
  readonly id: string;
  readonly version: number;
  readonly onDate: string;
  readonly trained: boolean;
  readonly marks: readonly Mark[];
  readonly words: string | null;
  readonly status: Status;
  readonly answer: string | null;
  readonly sheet: Named & { readonly points: readonly string[]; readonly domains: readonly Domain[] };
  readonly school: { readonly code: string; readonly name: string };
  readonly teacher: Named;
  readonly observer: Named;
  readonly goals: readonly CoachingGoal[];
  readonly today: string;
}

const whole = sql`select jsonb_build_object('id', o.id, 'version', o.version, 'onDate', o.on_date, 'trained', o.trained, 'marks', to_jsonb(o.marks),
    'words', o.words, 'status', o.status, 'answer', o.answer,
    'sheet', jsonb_build_object('id', f.id, 'name', f.name, 'points', to_jsonb(f.points), 'domains', f.domains),
    'school', jsonb_build_object('code', s.code, 'name', s.name),
    'teacher', jsonb_build_object('id', t.id, 'name', t.name), 'observer', jsonb_build_object('id', w.id, 'name', w.name),
    'goals', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'words', g.words, 'targetOn', g.target_on, 'outcome', g.outcome)
      order by g.made_at, g.id) from observation_goal g where g.tenant_id = o.tenant_id and g.observation_id = o.id), '[]'),
    'today', app_today()) as found
  from observation o join observation_sheet f on f.tenant_id = o.tenant_id and f.id = o.sheet_id
  join school s on s.tenant_id = o.tenant_id and s.id = o.school_id
  join person t on t.tenant_id = o.tenant_id and t.id = o.teacher_id
  join person w on w.tenant_id = o.tenant_id and w.id = o.observer_id`;

interface Found {
  readonly found: Observation;
}

const found = (rows: readonly Found[]): readonly Observation[] => rows.map((row) => row.found);

interface Listing {
  readonly limit: number;
  readonly after?: Cursor | undefined;
}

/** The reader's own lessons, taught or looked at, the last first; one more than asked when there are more. */
export async function findObservations(
  reader: Reader,
  actor: Actor,
  { limit, after }: Listing,
): Promise<readonly Observation[]> {
  const beyond =
    after === undefined ? sql`` : sql`and (o.on_date, o.id) < (${after.key}::date, ${after.id}::uuid)`;
  return found(
    await reader.rows<Found>(sql`${whole} where o.tenant_id = ${actor.tenantId} and ${own(actor)} ${beyond}
      order by o.on_date desc, o.id desc limit ${limit + 1}`),
  );
}

/** Policies check; this is what the indexes serve. */
const own = ({ personId }: Actor): Sql => sql`(o.teacher_id = ${personId} or o.observer_id = ${personId})`;

/** The lessons that the reader taught, the first first: for what grew. */
export async function findTaught(reader: Reader, actor: Actor): Promise<readonly Observation[]> {
  return found(
    await reader.rows<Found>(sql`${whole} where o.tenant_id = ${actor.tenantId} and o.teacher_id = ${actor.personId}
      order by o.on_date, o.id limit 200`),
  );
}

/** A lesson, for its teacher and observer; for anybody else there is none. */
export async function getObservation(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<Observation | undefined> {
  const row = await reader.first<Found>(sql`${whole} where o.tenant_id = ${actor.tenantId} and o.id = ${id}`);
  return row?.found;
}

/** The same; nobody changes it until this is done. */
export async function lockObservation(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<Observation | undefined> {
  // Who may not change it may not lock it either, and still reads it.
  await tx.first(
    sql`select from observation where tenant_id = ${actor.tenantId} and id = ${id} for no key update`,
  );
  return getObservation(tx, actor, id);
}

export interface LessonWords {
  readonly onDate: string;
  readonly trained: boolean;
  readonly marks: readonly Mark[];
  readonly words: string | null;
}

interface NewObservation extends LessonWords {
  readonly sheetId: string;
  readonly schoolCode: string;
  readonly teacherId: string;
}

/** Saves a draft; undefined when there is no such school. */
export async function addObservation(
  tx: Transaction,
  actor: Actor,
  one: NewObservation,
): Promise<string | undefined> {
  const id = newId();
  const kept =
    await tx.run(sql`insert into observation (tenant_id, id, sheet_id, school_id, teacher_id, on_date, trained, marks, words)
    select ${actor.tenantId}, ${id}, ${one.sheetId}::uuid, s.id, ${one.teacherId}::uuid, ${one.onDate}::date, ${one.trained}, ${one.marks}::smallint[],
      ${one.words} from school s where s.tenant_id = ${actor.tenantId} and s.code = ${one.schoolCode}`);
  return kept === 0 ? undefined : id;
}

export async function saveLesson(tx: Transaction, actor: Actor, id: string, one: LessonWords): Promise<void> {
  await tx.run(sql`update observation set on_date = ${one.onDate}, trained = ${one.trained}, marks = ${one.marks}::smallint[], words = ${one.words}
    where tenant_id = ${actor.tenantId} and id = ${id}`);
}

export async function saveStatus(tx: Transaction, actor: Actor, id: string, status: Status): Promise<void> {
  await tx.run(
    sql`update observation set status = ${status} where tenant_id = ${actor.tenantId} and id = ${id}`,
  );
}

export async function saveAnswer(tx: Transaction, actor: Actor, id: string, answer: string): Promise<void> {
  await tx.run(
    sql`update observation set answer = ${answer} where tenant_id = ${actor.tenantId} and id = ${id}`,
  );
}

export async function addCoachingGoal(
  tx: Transaction,
  actor: Actor,
  id: string,
  { aim, targetDate }: { readonly aim: string; readonly targetDate: string },
): Promise<void> {
  await tx.run(sql`insert into observation_goal (tenant_id, id, observation_id, words, target_on)
    values (${actor.tenantId}, ${newId()}, ${id}, ${aim}, ${targetDate})`);
}

export async function saveOutcome(
  tx: Transaction,
  actor: Actor,
  goalId: string,
  outcome: string,
): Promise<void> {
  await tx.run(
    sql`update observation_goal set outcome = ${outcome} where tenant_id = ${actor.tenantId} and id = ${goalId}`,
  );
}

/** Takes it away for good, in the version that was seen. */
export async function removeObservation(tx: Transaction, id: string, version: number): Promise<void> {
  await tx.first(sql`select erase_observation(${id}::uuid, ${version}::int)`);
}
