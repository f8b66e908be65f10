/** Every step of a question with lawful and unlawful contents, as somebody would send it. */
import { newId } from '../../src/platform/ids.ts';
import type { StepRequest } from '../../src/questions/question.input.ts';
import type { QuestionWorld } from './question-world.ts';

const text = 'Een zin.';

/** What is sent, by a name that says what is special about it. */
export function requestsOn(world: QuestionWorld): Readonly<Record<string, StepRequest>> {
  const id = (kind: string) => world.people[kind]?.personId ?? '';
  const meeting = (name: string) => world.meetings[name] ?? '';
  const assign = (kind: string, plannedDagdelen: number, from: string, to: string): StepRequest => ({
    step: 'assign',
    specialistId: id(kind),
    role: 'Eerste begeleider',
    plannedDagdelen,
    from,
    to,
  });
  const tlv = (on: string, by: string): StepRequest => ({
    step: 'decide',
    kind: 'tlv',
    granted: true,
    text,
    from: '2026-08-01',
    to: '2027-07-31',
    schoolType: 'SBO',
    caseNumber: 'TLV 1',
    firstOpinion: { on: '2026-03-06', by: 'orthopedagoog' },
    secondOpinion: { on, by },
  });
  const named = <Value>(
    step: string,
    values: Readonly<Record<string, Value>>,
    of: (value: Value) => object,
  ) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        `${step} ${name}`,
        { step: step.split(' ')[0], ...of(value) } as StepRequest,
      ]),
    );
  const people = { free: id('free'), stranger: id('stranger'), former: id('formerSpecialist') };
  const involved = { along: id('along'), asked: id('asked'), assigned: id('assigned'), other: id('other') };
  return {
    submit: { step: 'submit' },
    withdraw: { step: 'withdraw', reason: text },
    'think_along answer': { step: 'think_along' },
    'think_along decline': { step: 'think_along', decision: 'decline' },
    ...named('think_along', { ...people, ...involved, helping: id('leadWhoHelps') }, (specialistId) => ({
      specialistId,
    })),
    add_note: { step: 'add_note', text },
    triage: { step: 'triage', urgency: 'soon', plannedDagdelen: 2, expertise: ['gedrag'] },
    answer: { step: 'answer', text },
    ask_information: { step: 'ask_information', missing: text },
    give_information: { step: 'give_information', text },
    decline: { step: 'decline', reason: text, nextStep: text },
    ...named('to_committee', { ...world.meetings, unknown: newId() }, (meetingId) => ({
      meetingId,
      kind: 'advice',
    })),
    complete_file: { step: 'complete_file' },
    advise: { step: 'advise', text },
    decide: { step: 'decide', kind: 'arrangement', granted: false, text },
    'decide tlv refused': { step: 'decide', kind: 'tlv', granted: false, text },
    'decide tlv': tlv('2026-03-06', 'Jeugdarts'),
    'decide tlv of tomorrow': tlv('2026-03-07', 'Jeugdarts'),
    // Capitals, marks, what nobody sees and letters that look the same make no other function.
    'decide tlv by one function': tlv('2026-03-06', ' Orthopéda\u00adg\u043e\u200bog.'),
    ...named('hold_over', world.meetings, (meetingId) => ({ meetingId, missing: text })),
    'hold_over nothing missing': { step: 'hold_over', meetingId: meeting('ahead'), missing: '' },
    'assign free': assign('free', 8, '2026-03-09', '2026-03-20'),
    'assign more than free': assign('free', 9, '2026-03-09', '2026-03-20'),
    'assign free over two contracts': assign('free', 4, '2026-03-23', '2026-04-05'),
    'assign too much for the second': assign('free', 4.5, '2026-03-23', '2026-04-05'),
    'assign beyond the contract': assign('free', 1, '2026-08-01', '2026-09-01'),
    'assign backwards': assign('free', 1, '2026-03-20', '2026-03-19'),
    'assign what is over': assign('free', 1, '2026-03-02', '2026-03-05'),
    'assign until today': assign('free', 1, '2026-03-02', '2026-03-06'),
    'assign who is away': assign('absentSpecialist', 1, '2026-03-09', '2026-03-20'),
    'assign who comes back': assign('absentSpecialist', 1, '2026-07-27', '2026-08-07'),
    'assign without contract': assign('along', 1, '2026-03-09', '2026-03-20'),
    'assign who has it': assign('assigned', 1, '2026-03-09', '2026-03-20'),
    'assign who has it among others': assign('other', 1, '2026-03-09', '2026-03-20'),
    'assign stranger': assign('stranger', 1, '2026-03-09', '2026-03-20'),
    'assign former': assign('formerSpecialist', 1, '2026-03-09', '2026-03-20'),
    ...named(
      'start',
      { today: '2026-03-06', tomorrow: '2026-03-07', 'at the signal': '2026-03-01', before: '2026-02-28' },
      (firstContactOn) => ({ firstContactOn }),
    ),
    evaluate: { step: 'evaluate' },
    'evaluate why': { step: 'evaluate', noGoalBecause: text },
    complete: { step: 'complete' },
    ...named(
      'extend',
      {
        later: '2026-06-01',
        'much later': '2026-10-01',
        same: '2026-05-31',
        tomorrow: '2026-03-07',
        today: '2026-03-06',
      },
      (until) => ({ until, reason: text }),
    ),
    ...named('hand_over to', { ...people, ...involved }, (specialistId) => ({ specialistId, reason: text })),
    ...named('hand_over to free from', { ...involved, helping: id('leadWhoHelps') }, (fromSpecialistId) => ({
      specialistId: id('free'),
      fromSpecialistId,
      reason: text,
    })),
    stop: { step: 'stop', reason: text, nextStep: text },
    follow_up: { step: 'follow_up', didItLast: 'partly' },
  };
}

/** Entries of a question in triage, as raw SQL, that carry what belongs to their step; and that lack something or carry more. */
export function entriesWith(world: QuestionWorld): {
  readonly lawful: readonly string[];
  readonly unlawful: readonly string[];
} {
  const id = world.questions['in_triage team'];
  const key = `'${world.cast.tenantId}', '${id}', 6`;
  const entry = (step: string, to: string, more: Readonly<Record<string, string>> = {}) =>
    `insert into question_entry (tenant_id, question_id, version, id, at, relation, step, from_status, to_status${Object.keys(
      more,
    )
      .map((name) => `, ${name}`)
      .join('')}) values (${key}, gen_random_uuid(), now(), '', '${step}', '', '${to}'${Object.values(more)
      .map((value) => `, ${value}`)
      .join('')})`;
  const words = (columns: string, values: string) =>
    `insert into question_entry_words (tenant_id, question_id, version, ${columns}) values (${key}, ${values})`;
  const said = words('text', `'x'`);
  const both = words('text, next_step', `'x', 'x'`);
  const meeting = { meeting_id: `'${world.meetings['ahead']}'` };
  const lawful = [
    `${said}; ${entry('answer', 'answered')}`,
    `${both}; ${entry('decline', 'declined')}`,
    entry('to_committee', 'at_committee', { ...meeting, choice: `'advice'` }),
  ];
  const unlawful = [
    entry('answer', 'answered'),
    `${words('text', `' '`)}; ${entry('answer', 'answered')}`,
    `${both}; ${entry('answer', 'answered')}`,
    `${said}; ${entry('decline', 'declined')}`,
    `${said}; ${entry('answer', 'answered', { choice: `'yes'` })}`,
    `${said}; ${entry('answer', 'answered', meeting)}`,
    `${said}; ${entry('answer', 'answered', { role: `'x'` })}`,
    `${said}; ${entry('answer', 'answered', { dagdelen: '1' })}`,
    `${said}; ${entry('answer', 'answered', { on_date: `'2026-03-01'` })}`,
    `${said}; ${entry('answer', 'answered', { until_date: `'2026-03-01'` })}`,
    `${said}; ${entry('answer', 'answered', { urgency: `'now'` })}`,
    `${said}; ${entry('answer', 'answered', { expertise: `'{gedrag}'` })}`,
    `${said}; ${entry('answer', 'answered', { specialist_id: 'app_person()' })}`,
    `${said}; ${entry('answer', 'answered', { from_id: 'app_person()' })}`,
    `${said}; ${entry('to_committee', 'at_committee', { ...meeting, choice: `'advice'` })}`,
    entry('to_committee', 'at_committee', { ...meeting, choice: `'arrangement'` }),
    entry('to_committee', 'at_committee', meeting),
    entry('to_committee', 'at_committee', { choice: `'advice'` }),
  ];
  return { lawful, unlawful };
}
