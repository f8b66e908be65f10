/** Raw SQL that no rule knows, because no action would ever send it: what a hostile program could try. Each is refused to everybody. */
import type { World } from './world.ts';

/** What one person could try on one concern at this version. */
export function liesAbout(world: World, name: string, version: number): Readonly<Record<string, string>> {
  const { tenantId, school } = world.cast;
  const id = world.concerns[name] ?? '';
  const person = (kind: string) => `'${world.people[kind]?.personId}'`;
  const foreign = `'${world.people['foreignDirector']?.tenantId}'`;
  const here = `where id = '${id}'`;
  const part = `where concern_id = '${id}'`;
  const key = (nth = version + 1) => `'${tenantId}', '${id}', ${nth}`;
  const entry = (nth: number, step: string, to: string, more = '') =>
    `insert into concern_entry (tenant_id, concern_id, version, id, at, relation, step, from_status, to_status, board_reads, text, choice)
     values (${key(nth)}, gen_random_uuid(), '2026-03-01', 'school_director', '${step}', 'working', '${to}', true, 'x', ${more || 'null'})`;
  const someone = (nth: number, kind: string, participates: boolean) =>
    `insert into concern_entry_person values (${key(nth)}, ${person(kind)}, ${participates})`;
  const agreed = (nth: number) =>
    `insert into agreement (tenant_id, concern_id, version, id, position, what, who, by_date, children_notice)
     values (${key(nth)}, gen_random_uuid(), 9, 'x', 'x', '2026-12-01', 'x')`;
  const planned = (kind: string, concern: string, title = 'null', starts = 'null') =>
    `insert into conversation (tenant_id, concern_id, version, id, kind, school_id, made_by, title, starts_at)
     values ('${tenantId}', ${concern}, gen_random_uuid(), '${kind}', '${school.id}', app_person(), ${title}, ${starts})`;
  return {
    'sets the state': `update concern set status = 'with_board' ${here}`,
    'back to a note': `update concern set status = 'noted', shared_at = null ${here}`,
    'sets put_forward_at': `update concern set put_forward_at = now() ${here}`,
    'hands it to a board': `update concern set board_id = (select board_id from school limit 1) ${here}`,
    'moves it to another school': `update concern set school_id = (select id from school where id <> '${school.id}' limit 1) ${here}`,
    'moves it to another partnership': `update concern set tenant_id = ${foreign} ${here}`,
    'takes authorship': `update concern set author_id = app_person() ${here}`,
    'back-dates the sharing': `update concern set shared_at = '2020-01-01' ${here}`,
    'turns back the version': `update concern set version = 1 ${here}`,
    'removes the concern': `delete from concern ${here}`,
    'edits an entry': `update concern_entry set text = 'anders' ${part}`,
    'shows an entry to the board': `update concern_entry set board_reads = true ${part}`,
    'signs an entry with another name': `update concern_entry set person_id = app_person() ${part}`,
    'removes an entry': `delete from concern_entry ${part}`,
    'removes somebody from an entry': `delete from concern_entry_person ${part}`,
    'makes everybody participant': `update concern_entry_person set participates = true ${part}`,
    'edits an agreement': `update agreement set what = 'anders' ${part}`,
    'removes an agreement': `delete from agreement ${part}`,
    'moves a proposal': `update conversation_proposal set starts_at = now() ${part}`,
    'edits a conversation': `update conversation set starts_at = now() ${part}`,
    'removes a conversation': `delete from conversation ${part}`,
    'wipes the ledger': `delete from disclosure ${part}`,
    'edits the ledger': `update disclosure set person_id = app_person() ${part}`,
    'hides a reading of another': `insert into disclosure values (${key(version)}, ${person('administrator')}, 'saw', 'x', now())`,
    'says that somebody was told': `insert into disclosure values (${key(version)}, app_person(), 'told', 'x', now())`,
    'records an old reading': `insert into disclosure values (${key(version + 3)}, app_person(), 'saw', 'x', now())`,
    'changes the protocol': `insert into concern_protocol values ('skip', 'noted', 'with_board', '{author}', true)`,
    'opens the protocol': `update concern_protocol set relations = '{author,participant}'`,
    'adds a person to an old entry': someone(version, 'coordinator', true),
    'adds an agreement to an old entry': agreed(version),
    'adds a proposal to an old entry': `insert into conversation_proposal values (${key(version)}, now() + interval '90 days')`,
    'a person without an entry': someone(version + 1, 'coordinator', true),
    'an agreement without an entry': agreed(version + 1),
    'a proposal without an entry': `insert into conversation_proposal values (${key()}, now() + interval '90 days')`,
    'a participant along with a reply': `${someone(version + 1, 'coordinator', true)}; ${entry(version + 1, 'reply', 'working', "'accurate'")}`,
    'a participant along with a review': `${someone(version + 1, 'coordinator', true)}; ${entry(version + 1, 'review', 'working', "'working'")}`,
    'an agreement along with a review': `${agreed(version + 1)}; ${entry(version + 1, 'review', 'working', "'working'")}`,
    'a participant who does not take part': `${someone(version + 1, 'otherCoordinator', false)}; ${entry(version + 1, 'add_participant', 'working')}`,
    'a stranger behind a colleague': `${someone(version + 1, 'otherCoordinator', true)}; ${someone(version + 1, 'teacherElsewhere', true)};
      ${entry(version + 1, 'add_participant', 'working')}`,
    'an entry of tomorrow': entry(version + 2, 'reply', 'working', "'accurate'"),
    'an entry over an old one': entry(version, 'reply', 'working', "'accurate'"),
    'two entries with one number': `${entry(version + 1, 'review', 'working', "'working'")}; ${entry(version + 1, 'review', 'working', "'working'")}`,
    'says that a position was not given': entry(version + 1, 'record_no_position', 'board_proposed'),
    'says that an invitation was not answered': entry(version + 1, 'record_no_answer', 'working'),
    'says that a report was not confirmed': entry(version + 1, 'record_not_confirmed', 'working'),
    'a reply without words': entry(version + 1, 'reply', 'working', "'accurate'").replace(
      "'x', 'accurate'",
      "' ', 'accurate'",
    ),
    'a yes to a moment nobody proposed': `insert into concern_entry (tenant_id, concern_id, version, id, at, relation, step, from_status, to_status, board_reads, choice, at_moment)
      values (${key()}, gen_random_uuid(), now(), '', 'answer_invitation', 'working', 'working', false, 'accepted', '2026-07-07T07:07:00Z')`,
    'two steps at once to the board': `${entry(version + 1, 'propose_board', 'board_proposed')}; ${entry(version + 2, 'share_with_board', 'with_board')}`,
    'a concern conversation without an entry': planned('concern', `'${id}', ${version + 1}`),
    'a concern conversation on an old entry': planned('concern', `'${id}', ${version}`),
    'a concern conversation without a concern': planned('concern', 'null, null', `'x'`, 'now()'),
    'a cycle conversation that carries a concern': planned(
      'cycle',
      `'${id}', ${version + 1}`,
      `'x'`,
      'now()',
    ),
    'an ordinary conversation that carries a concern': planned(
      'other',
      `'${id}', ${version + 1}`,
      `'x'`,
      'now()',
    ),
    'a series of conversations': `${planned('concern', `'${id}', ${version + 1}`)}; ${planned('concern', `'${id}', ${version + 2}`)}`,
    'a plan without the director': `insert into conversation_proposal values (${key()}, now() + interval '1 year');
      ${planned('concern', `'${id}', ${version + 1}`)}; ${entry(version + 1, 'plan_conversation', 'working')}`,
    'a plan without a conversation': `insert into conversation_proposal values (${key()}, now() + interval '1 year');
      ${someone(version + 1, 'director', false)}; ${someone(version + 1, 'newDirector', false)}; ${entry(version + 1, 'plan_conversation', 'working')}`,
    'removes an old concern as a note': `delete from concern ${here} and status = 'noted'`,
    'a note in the name of another': noted(tenantId, school.id, person('administrator'), `'noted'`),
    'a note that is shared already': noted(tenantId, school.id, 'app_person()', `'with_board'`),
    'a note that was put forward': `insert into concern (tenant_id, id, number, school_id, author_id, noticed_on, occasion, observation, noted_at, touched_at, shared_at, put_forward_at)
      values ('${tenantId}', gen_random_uuid(), 'ZZZZZ3', '${school.id}', app_person(), '2026-03-01', 'x', 'x', now(), now(), now(), now())`,
    'a note about tomorrow': noted(tenantId, school.id, 'app_person()', `'noted'`).replace(
      '2026-03-01',
      '2027-01-01',
    ),
    'a note that goes on with what is not ended': `insert into concern (tenant_id, id, number, school_id, author_id, noticed_on, occasion, observation, continues_id)
      values ('${tenantId}', gen_random_uuid(), 'ZZZZZ4', '${school.id}', app_person(), '2026-03-01', 'x', 'x', '${world.concerns['working']}')`,
    'a note in another partnership': noted(
      String(foreign).slice(1, -1),
      school.id,
      'app_person()',
      `'noted'`,
    ),
    'asks the law directly': `select concern_unmet(c, e) from concern c join concern_entry e on true`,
  };
}

const noted = (tenant: string, school: string, author: string, status: string) =>
  `insert into concern (tenant_id, id, number, school_id, author_id, noticed_on, occasion, observation, status)
   values ('${tenant}', gen_random_uuid(), 'ZZZZZ2', '${school}', ${author}, '2026-03-01', 'x', 'x', ${status})`;
