/** Who orders a report, has it sent, and saves a view, with what must come of each write. */
import { failed, schedules } from './furnish-reports.ts';
import { foreignTenant, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const by = (people: readonly string[], sql: string, expected: Probe['expected']): readonly Probe[] =>
  people.map((who) => ({ who, sql, expected }));
const id = 'gen_random_uuid()';
const everybody = ['teamLead', 'partnershipDirector', 'boardMember', 'administrator', 'specialist'];
const ofSchool = ['director', 'coordinator', 'author'];
const ofPartnership = ['teamLead', 'partnershipDirector', 'policyAdviser'];

/** Whoever asks has the right today; figures come from the job alone; the link goes to who has the right. */
export function reportProbes(world: World): readonly Probe[] {
  return [...ofOrders(world), ...ofSchedules(world), ...ofRecipients(world), ...ofViews(world)];
}

type Kind = 'school' | 'school by lead' | 'board' | 'partnership' | 'committee';

/** Where a report of a kind is about: kind, school, board and by_lead as values. */
function placeOf(world: World, kind: Kind): string {
  const { school, boardId } = world.cast;
  if (kind === 'school') return `'school', '${school.id}', null, false`;
  if (kind === 'school by lead') return `'school', '${school.id}', null, true`;
  return kind === 'board' ? `'board', null, '${boardId}', false` : `'${kind}', null, null, false`;
}

interface Order {
  readonly tenant?: string;
  readonly owner?: string;
  readonly asOf?: string;
  readonly maker?: string;
}

function ofOrders(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const order = (kind: Kind, { tenant, owner, asOf, maker }: Order = {}) =>
    `insert into report (tenant_id, id, kind, school_id, board_id, by_lead, owner_id, starts_on, ends_on, as_of, made_by, asked_at)
      values (${tenant ?? mine}, ${id}, ${placeOf(world, kind)}, ${owner ?? 'null'}, '2025-08-01', '2025-08-15', ${asOf ?? 'app_today()'},
        ${maker ?? 'app_person()'}, app_now())`;
  const queue = (maker = 'app_person()') =>
    `update report set status = 'queued', tries = 0, made_by = ${maker}, asked_at = app_now()`;
  // Without reading a column only the policy itself stands in the way: exactly so many failed reports are theirs to ask again.
  const againAll = (n: number) => `do $$ declare n int; begin
    ${queue()};
    get diagnostics n = row_count;
    if n <> ${n} then raise exception using errcode = 'KL001', message = n || ' reports'; end if; end $$`;
  const yesterday = { asOf: 'app_today() - 1' };
  const tomorrow = { asOf: 'app_today() + 1' };
  const member = personOf(world, 'committeeMember');
  return [
    ...by(ofPartnership, order('partnership'), 'done'),
    ...by(['boardMember', 'administrator', 'director', 'specialist'], order('partnership'), '42501'),
    ...by(['teamLead'], order('partnership', { tenant: foreignTenant(world) }), '42501'),
    ...by(['teamLead'], order('partnership', { maker: personOf(world, 'partnershipDirector') }), '42501'),
    // What was released of a board is read by who reads every board; of another board, or at a school, nobody does.
    ...by(['boardMember', ...ofPartnership], order('board'), 'done'),
    ...by(
      ['otherBoardMember', 'teacherElsewhere', 'specialist', 'administrator', ...ofSchool],
      order('board'),
      '42501',
    ),
    ...by(['teamLead'], order('board', { tenant: foreignTenant(world) }), '42501'),
    ...by(ofSchool, order('school'), 'done'),
    ...by(['contactElsewhere', 'teamLead', 'boardMember', 'specialist'], order('school'), '42501'),
    ...by(['teamLead', 'leadAndContact'], order('school by lead'), 'done'),
    ...by(ofSchool, order('school by lead'), '42501'),
    ...by(['committeeSecretary', 'teamLead'], order('committee'), 'done'),
    ...by(['committeeMember', 'partnershipDirector', 'director'], order('committee'), '42501'),
    ...by(['committeeMember'], order('committee', { owner: member }), 'done'),
    ...by(
      ['committeeSecretary', 'teamLead', 'conflictedMember'],
      order('committee', { owner: member }),
      '42501',
    ),
    ...by(['teamLead', 'director'], order('committee', { owner: 'app_person()' }), '42501'),
    // What was released is as it was on any day since; what is counted now is counted today.
    ...by(['boardMember', ...ofPartnership], order('board', yesterday), 'done'),
    ...by(ofPartnership, order('partnership', yesterday), 'done'),
    ...by(['director'], order('school', yesterday), '42501'),
    ...by(['committeeSecretary'], order('committee', yesterday), '42501'),
    ...by(['boardMember'], order('board', tomorrow), '42501'),
    ...by(['teamLead'], againAll(5), 'nothing'),
    ...by(['partnershipDirector', 'policyAdviser'], againAll(3), 'nothing'),
    ...by([...ofSchool, 'boardMember', 'committeeSecretary', 'committeeMember'], againAll(1), 'nothing'),
    ...by(['administrator', 'specialist', 'contactElsewhere', 'otherBoardMember'], againAll(0), 'nothing'),
    ...by(['conflictedMember'], againAll(0), 'nothing'),
    ...by(ofPartnership, `${queue()} where id = '${failed.ofLead}'`, 'done'),
    ...by(['boardMember', 'director'], `${queue()} where id = '${failed.ofLead}'`, 'nothing'),
    ...by(['teamLead'], queue(personOf(world, 'partnershipDirector')), '42501'),
    ...by(['partnershipDirector'], `update report set made_by = app_person(), tries = 0`, '42501'),
    ...by(['partnershipDirector'], `update report set status = 'queued'`, '42501'),
    ...by(['teamLead'], `${queue()} where status = 'queued'`, 'nothing'),
    ...by(everybody, `update report set content = '{}'`, '42501'),
    ...by(everybody, 'delete from report', '42501'),
  ];
}

function ofSchedules(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const make = (kind: Kind, { tenant, maker, asOf }: Order = {}) =>
    `insert into report_schedule (tenant_id, id, kind, school_id, board_id, by_lead, every, next_on, made_by, made_at)
      values (${tenant ?? mine}, ${id}, ${placeOf(world, kind)}, 'month', ${asOf ?? 'app_today() + 1'}, ${maker ?? 'app_person()'}, app_now())`;
  // Without reading a column only the policy itself stands in the way.
  const stop = (reason: string) =>
    `update report_schedule set ended_on = '2026-03-06', end_reason = '${reason}'`;
  return [
    ...by(ofPartnership, make('partnership'), 'done'),
    ...by(['boardMember', 'administrator', 'director'], make('partnership'), '42501'),
    ...by(['teamLead'], make('partnership', { tenant: foreignTenant(world) }), '42501'),
    ...by(['teamLead'], make('partnership', { maker: personOf(world, 'partnershipDirector') }), '42501'),
    ...by(['teamLead'], make('partnership', { asOf: 'app_today()' }), '42501'),
    ...by(['boardMember', ...ofPartnership], make('board'), 'done'),
    ...by(
      ['otherBoardMember', 'teacherElsewhere', 'specialist', 'administrator', ...ofSchool],
      make('board'),
      '42501',
    ),
    ...by(ofSchool, make('school'), 'done'),
    ...by(['contactElsewhere', 'teamLead', 'boardMember'], make('school'), '42501'),
    ...by(['teamLead'], make('school by lead'), 'done'),
    ...by(ofSchool, make('school by lead'), '42501'),
    ...by(['committeeSecretary', 'teamLead'], make('committee'), 'done'),
    ...by(['committeeMember', 'partnershipDirector', 'director'], make('committee'), '42501'),
    ...by(['teamLead', 'partnershipDirector'], stop('stopped'), 'done'),
    ...by(['teamLead', 'partnershipDirector'], stop('nobody_left'), '42501'),
    ...by(['teamLead'], `${stop('stopped')} where id = '${schedules.stopped}'`, 'nothing'),
    ...by(['teamLead'], `${stop('stopped')} where id = '${schedules.ofDirector}'`, 'nothing'),
    ...by(everybody, 'delete from report_schedule', '42501'),
    ...by(everybody, `update report_schedule set next_on = '2026-03-06'`, '42501'),
    ...by(everybody, 'select due_schedules(null)', '42501'),
    ...by(
      everybody,
      `select lay_report(${mine}, ${id}, ${id}, '2025-08-01', '2025-11-01', '2026-05-01', null)`,
      '42501',
    ),
  ];
}

function ofRecipients(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const send = (schedule: string, who: string, tenant = mine) =>
    `insert into report_recipient (tenant_id, schedule_id, appointment_id)
      values (${tenant}, '${schedule}', (select id from appointment where tenant_id = ${tenant} and person_id = ${personOf(world, who)} limit 1))`;
  const abroad = `insert into report_recipient (tenant_id, schedule_id, appointment_id)
    values (${foreignTenant(world)}, '${schedules.foreign}', ${id})`;
  return [
    ...by(['teamLead'], send(schedules.ofLead, 'partnershipDirector'), 'done'),
    ...by(['partnershipDirector'], send(schedules.ofDirector, 'policyAdviser'), 'done'),
    ...by(['teamLead'], send(schedules.ofLead, 'boardMember'), 'KL001'),
    ...by(['teamLead'], send(schedules.ofDirector, 'partnershipDirector'), '42501'),
    ...by(['partnershipDirector', 'director'], send(schedules.ofLead, 'policyAdviser'), '42501'),
    ...by(['teamLead'], send(schedules.stopped, 'partnershipDirector'), '42501'),
    // Of another partnership one does not even read an appointment to send to.
    ...by(['teamLead'], abroad, 'KL001'),
    ...by(everybody, `update report_recipient set ended_on = null`, '42501'),
    ...by(everybody, 'delete from report_recipient', '42501'),
  ];
}

function ofViews(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const save = (tenant: string, person = 'app_person()') =>
    `insert into saved_view (tenant_id, person_id, id, name, address, made_at)
      values (${tenant}, ${person}, ${id}, 'Nieuw', '/vragen?stand=open', app_now())`;
  // Everybody has one; without reading a column only the policy itself stands in the way.
  const forgetOwn = `do $$ declare n int; begin
    delete from saved_view;
    get diagnostics n = row_count;
    if n <> 1 then raise exception using errcode = 'KL001', message = 'not one view'; end if; end $$`;
  return [
    ...by(['teamLead', 'director', 'administrator'], save(mine), 'done'),
    ...by(['teamLead'], save(mine, personOf(world, 'director')), '42501'),
    ...by(['teamLead'], save(foreignTenant(world)), '42501'),
    ...by(['teamLead', 'director'], forgetOwn, 'nothing'),
    ...by(['teamLead'], `update saved_view set name = 'Anders'`, '42501'),
  ];
}
