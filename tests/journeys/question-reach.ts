/** Who is what to a question and how far they read it, as design says it: written by hand, from plain facts, and not from the code. */
import type pg from 'pg';
import type { Identity, Role } from '../../src/platform/pure/actor.ts';
import { type Part, partsReadBy } from '../../src/questions/question.access.ts';
import { type Level, type Relation, relations, type Status } from '../../src/questions/question.rules.ts';

/** A question as its plain rows say it is. */
export interface Facts {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  readonly level: Level;
  readonly author: string | null;
  readonly submitter: string | null;
  readonly assigned: readonly string[];
  readonly along: readonly string[];
  readonly asked: readonly string[];
  readonly agenda: boolean;
  readonly submitted: boolean;
}

/** Today's roles of everybody who comes in: at the school where everything happens, and elsewhere. */
export const held: Readonly<
  Record<string, { readonly here?: Role; readonly lone?: readonly Role[]; readonly stationed?: true }>
> = {
  contact: { here: 'contact_person' },
  director: { here: 'school_director' },
  coordinator: { here: 'support_coordinator' },
  otherCoordinator: { here: 'support_coordinator' },
  teacher: { here: 'teacher' },
  otherTeacher: { here: 'teacher' },
  lead: { lone: ['team_lead'] },
  leadWhoHelps: { lone: ['team_lead', 'specialist'] },
  ...Object.fromEntries(
    ['assigned', 'other', 'along', 'asked', 'free', 'absentSpecialist'].map((kind) => [
      kind,
      { lone: ['specialist'] as const },
    ]),
  ),
  stationed: { lone: ['specialist'], stationed: true },
  member: { lone: ['committee_member'] },
  // Worked at the school until a year and a half ago.
  conflicted: { lone: [] },
  secretary: { lone: ['committee_secretary'] },
};

/** What somebody is to a question today. `staff`: who works at the school. */
export function relationsOf(
  kind: string,
  { personId }: Identity,
  facts: Facts,
  staff: ReadonlySet<string>,
): readonly Relation[] {
  const { here, lone = [] } = held[kind] ?? {};
  const leads = lone.includes('team_lead');
  const helps = lone.includes('specialist');
  const leftBehind = facts.submitter === null || !staff.has(facts.submitter);
  const goesOn = facts.submitter === personId || (leftBehind && here !== 'teacher');
  const is: Readonly<Record<Relation, boolean>> = {
    author: here !== undefined && facts.author === personId,
    submitter: here !== undefined && goesOn,
    support_coordinator: here === 'support_coordinator',
    school_director: here === 'school_director',
    contact_person: here === 'contact_person',
    team_lead: leads && facts.level !== 'pupil',
    planner: leads,
    specialist: helps && facts.assigned.includes(personId),
    thinks_along: helps && facts.along.includes(personId),
    asked_along: helps && facts.asked.includes(personId),
    committee_secretary: facts.agenda && lone.includes('committee_secretary'),
    committee_member: facts.agenda && lone.includes('committee_member'),
    stationed: helps && held[kind]?.stationed === true && facts.level !== 'pupil' && facts.submitted,
  };
  return relations.filter((relation) => is[relation]);
}

/** Whether somebody who is this to a question reads this part of it. */
export const readsPart = (held: readonly Relation[], part: Part) =>
  held.some((relation) => partsReadBy[relation].includes(part));

/** Every question of the partnership as its rows say, read past the law. */
export async function factsOf(
  superuser: pg.Client,
  questions: Readonly<Record<string, string>>,
): Promise<readonly Facts[]> {
  const on = (kind: string, state: string) =>
    `array(select a.specialist_id::text from assignment a where a.question_id = q.id and a.kind = '${kind}' and a.state = '${state}')`;
  const { rows } = await superuser.query<Omit<Facts, 'name'>>(
    `select q.id, q.status, q.level, q.submitted_on is not null as submitted, q.author_id as author, q.submitter_id as submitter, ${on('assigned', 'active')} as assigned,
      ${on('thinks_along', 'active')} as along, ${on('thinks_along', 'asked')} as asked,
      exists (select from agenda_item i where i.question_id = q.id and i.state <> 'withdrawn' and q.status <> 'withdrawn') as agenda
      from support_question q where q.id = any ($1)`,
    [Object.values(questions)],
  );
  const names = new Map(Object.entries(questions).map(([name, id]) => [id, name]));
  return rows.map((row) => ({ ...row, name: names.get(row.id) ?? '' }));
}
