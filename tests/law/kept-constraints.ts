/** Constraints and unique indexes of what came with results (0061 to 0075): one that is dropped is a breach of the catalogue. */

/** Of a column: `<table>_<column>_check`. */
const ofColumns: Readonly<Record<string, string>> = {
  ambition: 'body indicator measure name page unit weight',
  ambition_change: 'reason',
  ambition_reading: 'note',
  basic_criterion: 'explanation name source',
  basic_form: 'side verdict words',
  basic_judgement: 'level words',
  observation: 'answer status words',
  observation_goal: 'outcome words',
  observation_release: 'n starts_on',
  observation_sheet: 'domains licence name points purpose source',
  priority: 'body name page position',
  report: 'kind progress status',
  report_schedule: 'end_reason every kind',
  saved_view: 'address name',
  support_plan: 'discussed_with name pages status',
  support_plan_entry: 'step words',
  support_plan_file: 'kind name size',
  support_plan_file_content: 'bytes',
  tenant: 'yearly_from yearly_to data_licence',
  yearly_answer: 'could_be_better grade went_well',
};

/** With a name of their own, each beside its table. */
const byName: readonly (readonly [table: string, name: string])[] = [
  ['ambition', 'an ambition stands in its priority once'],
  ['ambition', 'an ambition stands in the list once'],
  ['ambition', 'an ambition ends after it begins'],
  ['ambition', 'what is measured stands in a plan'],
  ['basic_form', 'one form of a school waits'],
  ['basic_form', 'an answer is whole'],
  ['basic_form', 'basic_form_tenant_id_id_school_id_key'],
  ['basic_form', 'nobody answers themselves'],
  ['erasure', 'something of one record'],
  ['goal_score', 'one score is the latest'],
  ['observation', 'an answer comes after sharing'],
  ['observation', 'nobody looks at themselves'],
  ['observation', 'what is no draft was shared'],
  ['observation_goal', 'a goal that ended says what came of it'],
  ['observation_release', 'a sheet is released once a year'],
  ['observation_release', 'of too few nothing is told'],
  ['observation_sheet', 'a sheet has a name of its own'],
  ['priority', 'a priority stands in its plan once'],
  ['question_entry', 'an ambition is said at triage'],
  ['report', 'one report of a day'],
  ['report', 'a period that was there'],
  ['report', 'a report is about one place'],
  ['report', 'done with everything'],
  ['report_schedule', 'a schedule is about one place'],
  ['report_schedule', 'ended for a reason'],
  ['support_plan', 'a support plan has a name of its own'],
  ['support_plan', 'a plan ends after it begins, within five years'],
  ['support_plan', 'a plan has the days of the steps it took'],
  ['support_plan', 'one adopted plan at a time'],
  ['support_plan_file', 'support_plan_file_tenant_id_id_key'],
  ['tenant', 'the yearly question closes in its school year'],
  ['yearly_answer', 'one answer of a person for a school and year'],
  ['yearly_answer', 'who answers gives a grade'],
];

/** `table.name` of each. */
export const keptConstraints: readonly string[] = [
  ...Object.entries(ofColumns).flatMap(([table, columns]) =>
    columns.split(' ').map((column) => `${table}.${table}_${column}_check`),
  ),
  ...byName.map((both) => both.join('.')),
];
