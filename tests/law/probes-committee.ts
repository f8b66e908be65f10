/** Who plans a meeting, writes down what came of it, keeps out of a question and decides, with what must come of each write. */
import { meetings, questions } from './furnish-questions.ts';
import { foreignTenant, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const by = (people: readonly string[], sql: string, expected: Probe['expected']): readonly Probe[] =>
  people.map((who) => ({ who, sql, expected }));

/** Everybody near the committee who does not keep its meetings. */
const others = ['committeeMember', 'conflictedMember', 'teamLead', 'author', 'administrator'];

export function committeeProbes(world: World): readonly Probe[] {
  return [...planning(world), ...writing(world), ...takingPart(world), ...deciding(world)];
}

function planning(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const plan = (tenant = mine, maker = 'app_person()') =>
    `insert into committee_meeting (tenant_id, id, starts_at, cut_off_on, made_by)
      values (${tenant}, gen_random_uuid(), '2026-12-01T08:00:00Z', '2026-11-24', ${maker})`;
  const move = `update committee_meeting set place = 'Zaal 2', version = version + 1`;
  const blindly = `update committee_meeting set place = 'Zaal 2', version = 2`;
  return [
    ...by(['committeeSecretary'], plan(), 'done'),
    ...by(others, plan(), '42501'),
    ...by(['committeeSecretary'], plan(foreignTenant(world)), '42501'),
    ...by(['committeeSecretary'], plan(mine, personOf(world, 'committeeMember')), '42501'),
    ...by(['committeeSecretary'], move, 'done'),
    // Without reading a column only the policy itself stands in the way.
    ...by(others, move, 'nothing'),
    ...by([...others, 'foreignDirector'], blindly, 'nothing'),
  ];
}

function writing(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const there = (tenant: string, meeting: string) => `${tenant}, '${meeting}'`;
  const minutes = (meeting: string, tenant = mine) =>
    `insert into committee_minutes values (${there(tenant, meeting)}, 'Notulen')`;
  const was = (meeting: string, tenant = mine) =>
    `insert into committee_attendance values (${there(tenant, meeting)}, ${personOf(world, 'committeeMember')})`;
  const rewrite = (meeting: string) =>
    `update committee_minutes set text = 'Anders' where meeting_id = '${meeting}'`;
  const wasNot = `delete from committee_attendance where meeting_id = '${meetings.bare}'`;
  return [
    ...[minutes, was].flatMap((write) => [
      ...by(['committeeSecretary'], write(meetings.bare), 'done'),
      ...by(others, write(meetings.bare), '42501'),
      ...by(['committeeSecretary'], write(meetings.bare, foreignTenant(world)), 'KL001'),
    ]),
    ...by(['committeeSecretary'], rewrite(meetings.past), 'done'),
    // Its day has not come.
    ...by(['committeeSecretary'], rewrite(meetings.coming), 'KL001'),
    ...by(others, rewrite(meetings.past), 'nothing'),
    ...by([...others, 'foreignDirector'], `update committee_minutes set text = 'Anders'`, 'nothing'),
    ...by(['committeeSecretary'], wasNot, 'done'),
    ...by(others, wasNot, 'nothing'),
    ...by([...others, 'foreignDirector'], 'delete from committee_attendance', 'nothing'),
  ];
}

function takingPart(world: World): readonly Probe[] {
  const keepOut = (name: keyof typeof questions, who = 'app_person()', tenant = `'${world.cast.tenantId}'`) =>
    `insert into recusal (tenant_id, question_id, person_id) values (${tenant}, '${questions[name]}', ${who})`;
  return [
    ...by(['committeeMember', 'committeeSecretary'], keepOut('pupil at committee'), 'done'),
    ...by(
      ['teamLead', 'author', 'coordinator', 'alongSpecialist', 'conflictedMember'],
      keepOut('pupil at committee'),
      '42501',
    ),
    ...by(['committeeMember'], keepOut('pupil at committee', personOf(world, 'committeeSecretary')), '42501'),
    ...by(['committeeMember'], keepOut('pupil at committee', 'app_person()', foreignTenant(world)), '42501'),
    // Off its agenda, or never on one.
    ...by(['committeeMember', 'committeeSecretary'], keepOut('started'), '42501'),
    ...by(['committeeMember'], keepOut('there draft'), '42501'),
  ];
}

function deciding(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const decide = (name: keyof typeof questions, version = 2, tenant = mine) =>
    `insert into decision (tenant_id, id, question_id, version, kind, granted)
      values (${tenant}, gen_random_uuid(), '${questions[name]}', ${version}, 'arrangement', false)`;
  const refer = (decision: string, tenant = mine) =>
    `insert into decision_tlv values (${tenant}, '${decision}', 'SBO', null, 'Z2', '2026-02-01', 'orthopedagoog', '2026-02-02', 'arts')`;
  const committee = ['committeeMember', 'committeeSecretary'];
  return [
    // It waits for an entry that never comes.
    ...by(committee, decide('pupil at committee'), '23503'),
    ...by(
      ['teamLead', 'coordinator', 'author', 'alongSpecialist', 'conflictedMember'],
      decide('pupil at committee'),
      '42501',
    ),
    ...by(committee, decide('started'), '42501'),
    ...by(committee, refer(meetings.decided), 'done'),
    // Of a decision that was taken already.
    ...by(committee, refer(meetings.taken), '42501'),
    ...by(
      ['contactElsewhere', 'teamLead', 'administrator', 'foreignDirector'],
      refer(meetings.decided),
      '42501',
    ),
    ...by(committee, refer(meetings.decided, foreignTenant(world)), '42501'),
  ];
}
