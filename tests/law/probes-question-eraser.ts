/** What fading takes away of questions, visits, specialists, plans and development, tried as the eraser itself: no policy of it may go missing. */
import { foundAtLeast, type Probe } from './probes-registers.ts';

const onlyRead = [
  ...['decision', 'agenda_item', 'committee_meeting', 'visit', 'goal_template', 'appointment'],
  'consultation',
];
/** What it empties, by a column that it may write. */
const emptied: Readonly<Record<string, string>> = {
  support_question: 'holder_id',
  question_entry: 'from_id',
  goal: 'made_by',
  goal_level: 'description',
  goal_score: 'entered_by',
  visit_school: 'words',
  visit_share: 'goal_id',
  practice_note: 'question_id',
  deployment_plan: 'input',
  yearly_answer: 'went_well',
  observation: 'touched_at',
};
/** What goes. */
const removed = [
  ...['question_words', 'question_pupil', 'question_entry_words', 'assignment', 'decision_tlv', 'recusal'],
  ...['agenda_item_taker', 'committee_minutes', 'attachment_content', 'visit_series', 'contract'],
  ...['specialist_expertise', 'specialist_absence', 'practice_note_use', 'notice'],
  ...['specialist_planning', 'plan_mark', 'assignment_proposal'],
  ...['role_transition', 'consultation_answer', 'consultation_participant', 'observation_goal'],
  ...['yearly_answer', 'report', 'report_schedule', 'saved_view'],
];
/** Only after what points at it. */
const removedLast: readonly (readonly string[])[] = [
  ['attachment_content', 'attachment'],
  ['assignment', 'specialist_expertise', 'specialist_absence', 'contract', 'visit_series', 'specialist'],
  ['plan_mark', 'assignment_proposal', 'deployment_plan'],
  ['observation_goal', 'observation'],
];

const without = (table: string) => `delete from ${table} where tenant_id is not null`;

export function questionEraserProbes(): readonly Probe[] {
  const deed = (sql: string, expected: Probe['expected']): Probe => ({
    who: 'author',
    sql: `set local role kortelijn_eraser; ${sql}`,
    expected,
  });
  return [
    ...[...onlyRead, ...Object.keys(emptied), ...removed, 'attachment', 'specialist'].map((table) =>
      deed(foundAtLeast(table, 1), 'nothing'),
    ),
    ...Object.entries(emptied).map(([table, column]) =>
      deed(`update ${table} set ${column} = ${column} where tenant_id is not null`, 'done'),
    ),
    ...removed.map((table) => deed(without(table), 'done')),
    // What was given stays, for its grade.
    deed('delete from yearly_answer where given_at is not null', 'nothing'),
    ...removedLast.map((tables) => deed(tables.map(without).join('; '), 'done')),
  ];
}
