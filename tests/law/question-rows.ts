/** The plain rows of one question in one standing. */
import { newId } from '../../src/platform/ids.ts';
import type { Cast } from '../support/factories.ts';

/** What is otherwise than usual. Text is SQL. */
export interface Standing {
  readonly author?: string;
  readonly submitter?: string;
  readonly words?: string;
  readonly pupil?: string | null;
  readonly columns?: Readonly<Record<string, string>>;
  /** Who works on it; without it the usual ones. */
  readonly assigned?: readonly (readonly [kind: string, state: string])[];
  readonly meeting?: string;
  /** What the committee was asked for; without it an advice. */
  readonly asked?: string;
  /** Each goal's end scores: «school», «specialist», «both», «none», «dropped». */
  readonly goals?: readonly ('school' | 'specialist' | 'both' | 'none' | 'dropped')[];
  /** What the school said of each visit; withdrawn ones are. */
  readonly visits?: readonly ('null' | `'confirmed'` | `'disputed'` | 'withdrawn')[];
  readonly whyNoGoal?: string;
}

/** Pseudonym and age band; the days of speaking, of the parents' and of the pupil's consent. */
export const pupil = (days: string, number = `'K-1'`) => `${number}, ${days}`;
export const consented = `'2026-03-01', '2026-03-01', '2026-03-06'`;

/** What every row of one question is made with. */
export interface Made {
  readonly cast: Cast;
  readonly id: (kind: string) => string;
  readonly meetings: Readonly<Record<string, string>>;
  readonly question: string;
  readonly status: string;
  readonly level: string;
  readonly standing: Standing;
}

export function rowsOf(made: Made): readonly string[] {
  const { cast, question, standing, id } = made;
  const schoolId = cast.school.id;
  return [
    ...asked(made),
    ...worked(made),
    ...(standing.goals ?? []).flatMap((scored) => goal(cast.tenantId, schoolId, question, scored)),
    ...(standing.visits ?? []).flatMap((verdict) =>
      visit(cast.tenantId, schoolId, question, id('other'), verdict),
    ),
  ];
}

const isWorkedOn = (status: string) => ['assigned', 'started', 'evaluated', 'completed'].includes(status);

function asked({ cast, id, question, status, level, standing }: Made): readonly string[] {
  const { author = 'teacher', submitter = 'coordinator', words = `'Ster', '12-13'` } = standing;
  const columns: Readonly<Record<string, string>> = {
    author_id: id(author),
    ...(status === 'draft' ? {} : { submitter_id: id(submitter), submitted_on: `'2026-03-02'` }),
    ...(isWorkedOn(status) ? { evaluate_by: `'2026-05-31'`, holder_id: id('assigned') } : {}),
    ...(status === 'needs_information' ? { paused_on: `'2026-03-04'` } : {}),
    ...standing.columns,
  };
  const here = `'${cast.tenantId}', '${question}', '${cast.school.id}', '${level}'`;
  return [
    `insert into support_question (tenant_id, id, school_id, level, status, version, number, signalled_on, asked_at, touched_at,
      ${Object.keys(columns).join()}) values (${here}, '${status}', 5, '${question.slice(-6).toUpperCase()}', '2026-03-01', '2026-03-02',
      '2026-03-02', ${Object.values(columns).join()})`,
    `insert into question_words (tenant_id, question_id, school_id, level, title, need, pseudonym, age_band)
      values (${here}, 'x', 'x', ${level === 'pupil' ? words : 'null, null'})`,
    ...(level === 'pupil' && standing.pupil !== null
      ? [
          `insert into question_pupil (tenant_id, question_id, school_id, level, case_number, parents_spoken_on, parents_consent_on,
            pupil_consent_on) values (${here}, ${standing.pupil ?? pupil(consented)})`,
        ]
      : []),
  ];
}

/** Who works on it, where it is on an agenda, and what its evaluation said. */
function worked({ cast, id, meetings, question, status, standing }: Made): readonly string[] {
  const { tenantId } = cast;
  const usual = isWorkedOn(status) ? ([['assigned', 'active']] as const) : [];
  const assign = (kind: string, what: string, state: string) =>
    `insert into assignment (tenant_id, id, question_id, specialist_id, kind, role, state, planned_dagdelen, starts_on, ends_on,
      made_at, began_at) values ('${tenantId}', '${newId()}', '${question}', ${id(kind)}, '${what}', 'x', '${state}', 2, '2026-03-02',
      '2026-06-01', '2026-03-02', '2026-03-02')`;
  const rows = [
    assign('along', 'thinks_along', 'active'),
    assign('asked', 'thinks_along', 'asked'),
    ...(standing.assigned ?? usual).map(([kind, state]) => assign(kind, 'assigned', state)),
  ];
  if (status === 'at_committee')
    rows.push(`insert into agenda_item (tenant_id, id, meeting_id, question_id, kind, state, put_on_at)
      values ('${tenantId}', '${newId()}', '${meetings[standing.meeting ?? 'begun']}', '${question}', '${standing.asked ?? 'advice'}', 'open',
        '2026-03-02')`);
  const key = `'${tenantId}', '${question}'`;
  if (status === 'evaluated')
    rows.push(`insert into question_entry (tenant_id, question_id, version, id, at, relation, step, from_status, to_status)
      values (${key}, 5, '${newId()}', '2026-03-05', 'specialist', 'evaluate', 'started', 'evaluated')`);
  if (standing.whyNoGoal !== undefined)
    rows.push(
      `insert into question_entry_words (tenant_id, question_id, version, text) values (${key}, 5, '${standing.whyNoGoal}')`,
    );
  return rows;
}

function goal(tenantId: string, schoolId: string, question: string, scored: string): readonly string[] {
  const made = newId();
  const key = `'${tenantId}', '${made}'`;
  const score = (side: string) =>
    `insert into goal_score (tenant_id, id, goal_id, moment, scored_by, score, scored_on, entered_at)
      values ('${tenantId}', '${newId()}', '${made}', 'end', '${side}', 0, '2026-03-05', '2026-03-05')`;
  return [
    `insert into goal (tenant_id, id, question_id, school_id, level, title, scale, starts_on, target_on, made_at, dropped_at)
      values (${key}, '${question}', '${schoolId}', 'team', 'Rust ${made}', 6, '2026-03-02', '2026-06-01', '2026-03-02',
        ${scored === 'dropped' ? `'2026-03-04'` : 'null'})`,
    `insert into goal_level values (${key}, 0, 'Rust')`,
    ...(['school', 'both'].includes(scored) ? [score('school')] : []),
    ...(['specialist', 'both'].includes(scored) ? [score('specialist')] : []),
  ];
}

function visit(
  tenantId: string,
  schoolId: string,
  question: string,
  specialist: string,
  verdict: string,
): readonly string[] {
  const made = newId();
  const key = `'${tenantId}', '${made}'`;
  const withdrawn = verdict === 'withdrawn';
  const answer =
    withdrawn || verdict === 'null' ? 'null, null, null' : `${verdict}, ${specialist}, '2026-03-05'`;
  return [
    `insert into visit (tenant_id, id, specialist_id, on_date, minutes, kind, recorded_at, withdrawn_at)
      values (${key}, ${specialist}, '2026-03-03', 60, 'coaching', '2026-03-03', ${withdrawn ? `'2026-03-04'` : 'null'})`,
    `insert into visit_school (tenant_id, visit_id, school_id, specialist_id, on_date, verdict, answered_by, answered_at)
      values (${key}, '${schoolId}', ${specialist}, '2026-03-03', ${answer})`,
    `insert into visit_share (tenant_id, visit_id, position, minutes, question_id, school_id)
      values (${key}, 1, 60, '${question}', '${schoolId}')`,
  ];
}
