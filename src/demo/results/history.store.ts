/**
 * Writes history many rows at a time, each by who did it and at the hour it was done: the law looks at every row as it would have then.
 * Only an operator's login can move person and hour within a statement, and nobody is told of what an operator writes (0068).
 */
import { type Reader, raw, type Sql, sql, type Transaction } from '../../platform/database.ts';

/** What was done, by whom and when: ISO moment. */
export interface Done {
  readonly by: string;
  readonly clock: string;
}

/** Whoever is named in a row of history may do what somebody at these schools, a planner or a specialist may. */
export async function openHistory(tx: Transaction, schools: readonly string[]): Promise<void> {
  const ids = `{${schools.join()}}`;
  await tx.run(sql`select set_config('app.noting_schools', ${ids}, true), set_config('app.question_schools', ${ids}, true),
    set_config('app.team_lead', 'yes', true), set_config('app.planning_staff', 'yes', true), set_config('app.specialist', 'yes', true),
    set_config('app.deployment_reader', 'yes', true)`);
}

/** The columns of each table that a row of history fills in. */
const columns = {
  support_question:
    'id, number, school_id, author_id, level, urgency, expertise, requested_dagdelen, signalled_on',
  question_words: 'question_id, school_id, level, title, need, tried_so_far, pseudonym, age_band',
  question_pupil:
    'question_id, school_id, level, case_number, parents_spoken_on, parents_consent_on, pupil_consent_on',
  question_entry_words: 'question_id, version, text, next_step',
  question_entry: `question_id, version, id, step, from_status, to_status, choice, on_date, until_date, urgency, expertise, dagdelen,
    specialist_id, role`,
  goal: 'id, question_id, level, title, variable, scale, starts_on, target_on',
  goal_level: 'goal_id, score, description',
  goal_score: 'id, goal_id, moment, scored_by, score, scored_on',
  practice_note: 'id',
  practice_note_edition: 'note_id, title, situation, approach, expertise',
  stationing_entry: `stationing_id, version, id, at, person_id, relation, step, from_status, to_status, words, because, on_date`,
} as const;

/** Adds rows to a table, in their order. */
export async function lay(
  tx: Transaction,
  tenantId: string,
  table: keyof typeof columns,
  rows: readonly Done[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns[table].split(/,\s*/);
  await tx.run(sql`insert into ${raw(table)} (tenant_id, ${raw(names.join())})
    select ${tenantId}, ${raw(names.map((name) => `p.${name}`).join())}
    from ${inTurn(rows)} cross join lateral jsonb_populate_record(null::${raw(table)}, done.one) as p`);
}

/** Proposes stationings at schools. */
export async function proposePast(tx: Transaction, proposals: readonly Done[]): Promise<void> {
  for (const some of inPieces(proposals, 20))
    await tx.run(sql`select count(propose_stationing((one ->> 'id')::uuid, (one ->> 'specialist')::uuid, (one ->> 'school')::uuid, null, '{}',
      (one ->> 'dagdelen')::numeric, (one ->> 'from')::date, (one ->> 'to')::date + 1, 100, '[]', null, null, null, null))
    from ${inTurn(some)}`);
}

/** Writes visits down, each by its specialist. */
export async function layVisits(tx: Transaction, visits: readonly Done[]): Promise<void> {
  for (const some of inPieces(visits))
    await tx.run(sql`select count(save_visit((one ->> 'id')::uuid, null, (one ->> 'on')::date, (one ->> 'minutes')::int, (one ->> 'travel')::int,
      (one ->> 'preparation')::int, one ->> 'kind', array[one ->> 'school']::uuid[], one -> 'participants', one -> 'shares'))
    from ${inTurn(some)}`);
}

/** Who was somewhere on which day: «person day». */
export async function findDaysOfVisits(reader: Reader, tenantId: string): Promise<readonly string[]> {
  const rows = await reader.rows<{ day: string }>(
    sql`select distinct specialist_id || ' ' || on_date as day from visit where tenant_id = ${tenantId} and withdrawn_at is null`,
  );
  return rows.map(({ day }) => day);
}

/** Lets schools say what they make of visits. */
export async function answerVisits(tx: Transaction, answers: readonly Done[]): Promise<void> {
  for (const some of inPieces(answers))
    await tx.run(sql`select count(answer_visit((one ->> 'id')::uuid, (one ->> 'school')::uuid, 1, one ->> 'verdict', one ->> 'words'))
    from ${inTurn(some)}`);
}

/** Takes a step with practice notes. */
export async function takeNoteSteps(tx: Transaction, steps: readonly Done[]): Promise<void> {
  await tx.run(
    sql`select count(take_practice_step((one ->> 'note')::uuid, one ->> 'step', null, null)) from ${inTurn(steps)}`,
  );
}

/** So many a statement: on a busy machine a statement of all of them takes longer than one may. */
const inPieces = (rows: readonly Done[], most = 400): readonly (readonly Done[])[] =>
  Array.from({ length: Math.ceil(rows.length / most) }, (_, nth) => rows.slice(nth * most, (nth + 1) * most));

/** One after the other: person and hour are those of a row when that row is written. */
const inTurn = (
  rows: readonly Done[],
): Sql => sql`(select x.one, set_config('app.person', x.one ->> 'by', true),
    set_config('app.clock', x.one ->> 'clock', true) from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as x (one)) as done`;

/** Lets go of what is older than may be kept, as the job of the night does: questions, of which nobody was warned, and who answered for a school. */
export async function fadeHistory(tx: Transaction, tenantId: string): Promise<void> {
  await tx.run(sql`select erase_again((select coalesce(jsonb_agg(jsonb_build_object('tenant_id', q.tenant_id, 'id', gen_random_uuid(),
      'question_id', q.id, 'kind', 'faded', 'at', app_now())), '[]')
    from support_question q join tenant t on t.tenant_id = q.tenant_id
    where q.tenant_id = ${tenantId} and (day_of(q.ended_at) + make_interval(months => t.question_fade_months))::date <= app_today()))`);
  await tx.run(sql`select fade_questions(app_now(), false)`);
}
