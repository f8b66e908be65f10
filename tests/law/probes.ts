/** Writes that each policy lets through or stops, with what must come of them; together with the reads they notice a changed policy. */

import { formProbes } from './furnish-forms.ts';
import { observationProbes } from './furnish-observations.ts';
import { releaseProbes } from './furnish-releases.ts';
import { committeeProbes } from './probes-committee.ts';
import { developmentProbes } from './probes-development.ts';
import { eraserProbes } from './probes-eraser.ts';
import { goalProbes } from './probes-goals.ts';
import { joinedProbes } from './probes-joined.ts';
import { knowledgeProbes } from './probes-knowledge.ts';
import { loginProbes } from './probes-login.ts';
import { mailProbes } from './probes-mail.ts';
import { mirrorProbes } from './probes-mirror.ts';
import { noticeProbes } from './probes-notices.ts';
import { planningProbes } from './probes-planning.ts';
import { planProbes } from './probes-plans.ts';
import { postProbes } from './probes-posts.ts';
import { promiseProbes } from './probes-promises.ts';
import { questionEraserProbes } from './probes-question-eraser.ts';
import { questionProbes } from './probes-questions.ts';
import { foreignTenant, keyProbes, type Probe, personOf, registerProbes } from './probes-registers.ts';
import { reportProbes } from './probes-reports.ts';
import { specialistProbes } from './probes-specialists.ts';
import { stationingProbes } from './probes-stationings.ts';
import { supportPlanProbes } from './probes-support-plans.ts';
import { trustProbes } from './probes-trust.ts';
import type { World } from './world.ts';

const id = 'gen_random_uuid()';

export function probesOf(world: World): readonly Probe[] {
  return [
    ...registerProbes(world),
    ...keyProbes(world),
    ...trustProbes(world),
    ...loginProbes(world),
    ...eraserProbes(world),
    ...questionEraserProbes(),
    ...noticeProbes(world),
    ...mailProbes(world),
    ...mirrorProbes(world),
    ...questionProbes(world),
    ...goalProbes(world),
    ...joinedProbes(world),
    ...knowledgeProbes(world),
    ...specialistProbes(world),
    ...committeeProbes(world),
    ...stationingProbes(world),
    ...promiseProbes(world),
    ...postProbes(world),
    ...planProbes(world),
    ...planningProbes(world),
    ...developmentProbes(world),
    ...supportPlanProbes(world),
    ...releaseProbes(world),
    ...formProbes(world),
    ...reportProbes(world),
    ...observationProbes(world),
    ...notes(world),
    ...entries(world),
    ...conversations(world),
  ];
}

function notes(world: World): readonly Probe[] {
  const { tenantId, school, author } = world.cast;
  const note = (tenant: string, person = 'app_person()') =>
    `insert into concern (tenant_id, id, number, school_id, author_id, noticed_on, occasion, observation)
     values (${tenant}, ${id}, 'ZZZZZ2', '${school.id}', ${person}, '2026-03-01', 'x', 'x')`;
  const drop = (name: string) =>
    `do $$ begin
      if not drop_concern('${tenantId}', '${world.concerns[name]}') then
        raise exception using errcode = 'KL001', message = 'not dropped'; end if;
      if exists (select from concern where id = '${world.concerns[name]}') then
        raise exception using errcode = 'KL001', message = 'still there'; end if; end $$`;
  const blacken = (entry: string, field: string) =>
    `select blacken('${tenantId}', '${world.concerns['working']}', null, ${id}, ${entry}, '${field}', null, null, 'name')`;
  const mine = `'${tenantId}'`;
  const revise = (name: string) => `update concern set theme = 'x' where id = '${world.concerns[name]}'`;
  return [
    ...['author', 'otherContact', 'otherCoordinator', 'specialist', 'teamLead'].map(
      (who): Probe => ({ who, sql: note(mine), expected: 'done' }),
    ),
    ...['contactElsewhere', 'boardMember', 'administrator', 'partnershipDirector'].map(
      (who): Probe => ({ who, sql: note(mine), expected: '42501' }),
    ),
    { who: 'author', sql: note(mine, personOf(world, 'otherContact')), expected: '42501' },
    { who: 'author', sql: note(foreignTenant(world)), expected: '42501' },
    { who: 'leavingTeacher', sql: note(mine), expected: 'done' },
    { who: 'leavingTeacher', after: true, sql: note(mine), expected: '42501' },
    { who: 'author', sql: blacken('null', 'observation'), expected: 'done' },
    // The talk that the author recorded.
    { who: 'author', sql: blacken('3', 'text'), expected: 'done' },
    { who: 'director', sql: blacken('3', 'text'), expected: '42501' },
    { who: 'author', sql: revise('noted'), expected: 'done' },
    { who: 'author', sql: revise('working'), expected: 'nothing' },
    { who: 'author', sql: revise('with_board'), expected: 'nothing' },
    { who: 'otherContact', sql: `update concern set theme = 'x'`, expected: 'nothing' },
    {
      who: 'author',
      sql: `update concern set theme = 'x' where author_id <> '${author}'`,
      expected: 'nothing',
    },
    { who: 'leavingTeacher', sql: `update concern set theme = 'x'`, expected: 'done' },
    { who: 'leavingTeacher', after: true, sql: `update concern set theme = 'x'`, expected: 'nothing' },
    { who: 'author', sql: drop('noted'), expected: 'nothing' },
    { who: 'author', sql: drop('working'), expected: 'KL001' },
    { who: 'otherContact', sql: drop('noted'), expected: 'KL001' },
    { who: 'leavingTeacher', sql: drop('noted by who leaves'), expected: 'nothing' },
    { who: 'leavingTeacher', after: true, sql: drop('noted by who leaves'), expected: 'KL001' },
  ];
}

/** `concern` at its version + 1. */
const next = (world: World, name: string) =>
  `'${world.cast.tenantId}', '${world.concerns[name]}', (select version + 1 from concern_version where id = '${world.concerns[name]}')`;

function entries(world: World): readonly Probe[] {
  const entry = (name: string, step: string, to: string) =>
    `insert into concern_entry (tenant_id, concern_id, version, id, at, relation, step, from_status, to_status, board_reads, choice, text)
     values (${next(world, name)}, ${id}, now(), '', '${step}', '${to}', '${to}', false, 'accurate', 'x')`;
  const person = (name: string) =>
    `insert into concern_entry_person values (${next(world, name)}, ${personOf(world, 'coordinator')}, true)`;
  const agreed = (name: string) =>
    `insert into agreement (tenant_id, concern_id, version, id, position, what, who, by_date, children_notice)
     values (${next(world, name)}, ${id}, 1, 'x', 'x', '2026-12-01', 'x')`;
  const proposed = (name: string) =>
    `insert into conversation_proposal values (${next(world, name)}, '2027-01-01')`;
  const saw = (name: string, who: string, kind: string, version = '- 1') =>
    `insert into disclosure (tenant_id, concern_id, version, person_id, kind, ground, at)
     select k.tenant, k.concern, k.version ${version}, ${who}, '${kind}', 'x', now() from (select ${next(world, name)}) as k (tenant, concern, version)`
      .replace('select k.tenant,', 'select k.tenant::uuid,')
      .replace('k.concern,', 'k.concern::uuid,');
  return [
    { who: 'director', sql: entry('with_director', 'reply', 'with_director'), expected: 'done' },
    {
      who: 'author',
      after: true,
      sql: entry('noted by who leaves', 'share_with_director', 'with_director'),
      expected: '42501',
    },
    {
      who: 'teamLead',
      after: true,
      sql: entry('board_proposed', 'record_no_position', 'board_proposed'),
      expected: '42501',
    },
    {
      who: 'author',
      sql: `${person('with_director')}; ${entry('with_director', 'add_participant', 'with_director')}`,
      expected: 'done',
    },
    { who: 'contactElsewhere', sql: person('with_director'), expected: '42501' },
    // The board member reads another concern that stands at the same version.
    { who: 'boardMember', sql: person('board_proposed again'), expected: '42501' },
    { who: 'specialist', sql: `update concern set theme = 'x'`, expected: 'done' },
    { who: 'boardMember', sql: agreed('board_proposed again'), expected: '42501' },
    { who: 'boardMember', sql: proposed('board_proposed again'), expected: '42501' },
    { who: 'foreignDirector', sql: person('with_director'), expected: '42501' },
    { who: 'boardMember', sql: saw('with_board', 'app_person()', 'saw'), expected: 'done' },
    { who: 'boardMember', sql: saw('with_board', 'app_person()', 'found'), expected: 'done' },
    { who: 'boardMember', sql: saw('with_board', 'app_person()', 'saw', '- 2'), expected: '42501' },
    { who: 'boardMember', sql: saw('with_board', 'app_person()', 'told'), expected: '42501' },
    { who: 'boardMember', sql: saw('with_board', personOf(world, 'author'), 'saw'), expected: '42501' },
    { who: 'boardMember', sql: saw('working', 'app_person()', 'saw'), expected: '42501' },
    { who: 'contactElsewhere', sql: agreed('working'), expected: '42501' },
    { who: 'contactElsewhere', sql: proposed('working'), expected: '42501' },
    { who: 'director', sql: agreed('working'), expected: '23503' },
  ];
}

function conversations(world: World): readonly Probe[] {
  const { tenantId, school } = world.cast;
  const cycle = (tenant: string, made: string) =>
    `insert into conversation (tenant_id, id, kind, school_id, title, starts_at, made_by) values (${tenant}, ${id}, 'cycle', '${school.id}', 'x', now(), ${made})`;
  const concern = (name: string, at: string) =>
    `insert into conversation (tenant_id, concern_id, version, id, kind, school_id, made_by) values (${next(world, name)}, ${id}, 'concern', ${at}, app_person())`;
  const proposal = (name: string) =>
    `insert into conversation_proposal values (${next(world, name)}, '2027-01-01')`;
  const mine = `'${tenantId}'`;
  const other = `(select school_id from concern_version where id = '${world.concerns['working no board']}')`;
  return [
    ...['author', 'director', 'specialist', 'otherCoordinator'].map(
      (who): Probe => ({ who, sql: cycle(mine, 'app_person()'), expected: 'done' }),
    ),
    ...['contactElsewhere', 'boardMember', 'administrator', 'leavingTeacher'].map(
      (who): Probe => ({ who, sql: cycle(mine, 'app_person()'), expected: '42501' }),
    ),
    { who: 'author', sql: cycle(mine, personOf(world, 'director')), expected: '42501' },
    { who: 'author', sql: cycle(foreignTenant(world), 'app_person()'), expected: '42501' },
    {
      who: 'author',
      sql: `${proposal('working')}; ${concern('working', `'${school.id}'`)};
        insert into concern_entry_person values (${next(world, 'working')}, ${personOf(world, 'director')}, false);
        insert into concern_entry (tenant_id, concern_id, version, id, at, relation, step, from_status, to_status, board_reads)
        values (${next(world, 'working')}, ${id}, now(), '', 'plan_conversation', 'working', 'working', false)`,
      expected: 'done',
    },
    { who: 'author', sql: concern('working', `'${school.id}'`), expected: '23503' },
    { who: 'author', sql: concern('working', other), expected: '42501' },
    { who: 'contactElsewhere', sql: concern('working', `'${school.id}'`), expected: '42501' },
  ];
}
