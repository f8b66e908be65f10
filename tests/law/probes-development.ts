/** Who writes of development, with what must come of each write. */
import { pilots, profiles, rounds } from './furnish-development.ts';
import { foreignTenant, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const by = (people: readonly string[], sql: string, expected: Probe['expected']) =>
  people.map((who): Probe => ({ who, sql, expected }));
const others = ['specialist', 'director', 'author', 'boardMember', 'administrator', 'privacyOfficer'];
/** An editor, until the turn: writes posts and pilots, but no role profiles. */
const editor = 'newDirector';

export function developmentProbes(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const foreign = foreignTenant(world);
  return [
    ...ofProfiles(mine, foreign),
    ...ofTransitions(world, mine, foreign),
    ...ofRounds(mine, foreign),
    ...ofPilots(world, mine, foreign),
  ];
}

function ofProfiles(mine: string, foreign: string): readonly Probe[] {
  const make = (tenant: string) =>
    `insert into role_profile (tenant_id, id, name) values (${tenant}, gen_random_uuid(), 'Nieuw')`;
  const write = (tenant: string, profile: string) =>
    `insert into role_profile_edition (tenant_id, profile_id, body) values (${tenant}, '${profile}', 'Nieuw.')`;
  const revise = (profile: string) =>
    `update role_profile_edition set body = 'Anders.' where profile_id = '${profile}'`;
  const adopt = `update role_profile_edition set status = 'adopted', starts_on = '2026-05-01' where profile_id = '${profiles.asked}'`;
  return [
    ...by(['teamLead'], make(mine), 'done'),
    ...by(['teamLead'], make(foreign), '42501'),
    ...by([...others, editor, 'partnershipDirector'], make(mine), '42501'),
    ...by(['teamLead'], `update role_profile set name = 'Anders' where id = '${profiles.draft}'`, 'done'),
    ...by(
      ['teamLead'],
      `update role_profile set name = 'Anders' where id = '${profiles.foreign}'`,
      'nothing',
    ),
    ...by(['teamLead'], `update role_profile set tenant_id = ${foreign}`, '42501'),
    ...by([...others, editor, 'partnershipDirector'], `update role_profile set name = 'Anders'`, 'nothing'),
    ...by(['teamLead'], write(mine, profiles.adopted), 'done'),
    ...by(['teamLead'], write(mine, profiles.draft), 'KL001'),
    ...by(['teamLead'], write(foreign, profiles.foreign), '42501'),
    ...by([...others, editor, 'partnershipDirector'], write(mine, profiles.adopted), '42501'),
    ...by(['teamLead'], revise(profiles.draft), 'done'),
    // What is adopted, and what is asked about, stands still.
    ...by(['teamLead'], revise(profiles.adopted), 'KL001'),
    ...by(['teamLead'], revise(profiles.asked), 'KL001'),
    ...by(['partnershipDirector'], revise(profiles.draft), 'KL001'),
    ...by(['teamLead'], revise(profiles.foreign), 'nothing'),
    ...by([...others, editor], `update role_profile_edition set body = 'Anders.'`, 'nothing'),
    // Its round is not summarised yet; who began it never adopts it.
    ...by(['partnershipDirector', 'teamLead'], adopt, 'KL001'),
    ...by(
      ['teamLead'],
      `update role_profile_edition set status = 'in_consultation' where profile_id = '${profiles.draft}'`,
      'KL001',
    ),
    ...by(['teamLead'], 'delete from role_profile', '42501'),
    ...by(['teamLead'], 'delete from role_profile_edition', '42501'),
  ];
}

function ofTransitions(world: World, mine: string, foreign: string): readonly Probe[] {
  const record = (tenant: string, who: string, day = '2026-03-02', step = 'offer') =>
    `insert into role_transition (tenant_id, id, person_id, profile_id, step, on_date)
      values (${tenant}, gen_random_uuid(), ${personOf(world, who)}, '${profiles.adopted}', '${step}', '${day}')`;
  const nobodyElse = [...others.filter((who) => who !== 'specialist'), editor, 'partnershipDirector'];
  return [
    ...by(['teamLead'], record(mine, 'specialist'), 'done'),
    ...by(['teamLead'], record(mine, 'director'), 'KL001'),
    ...by(['teamLead'], record(mine, 'specialist', '2026-03-20'), 'KL001'),
    ...by(['teamLead'], record(mine, 'specialist', '2026-03-20', 'started'), 'done'),
    ...by(['teamLead'], record(foreign, 'foreignLead'), '42501'),
    ...by([...nobodyElse, 'specialist'], record(mine, 'specialist'), '42501'),
    ...by(['teamLead'], `update role_transition set words = 'x'`, 'done'),
    ...by(['teamLead'], `update role_transition set words = 'x' where tenant_id = ${foreign}`, 'nothing'),
    ...by([...nobodyElse, 'specialist'], `update role_transition set words = 'x'`, 'nothing'),
    ...by(['teamLead'], 'delete from role_transition', 'done'),
    ...by(['teamLead'], `delete from role_transition where tenant_id = ${mine}`, 'done'),
    ...by(['teamLead'], `delete from role_transition where tenant_id = ${foreign}`, 'nothing'),
    ...by([...nobodyElse, 'specialist'], 'delete from role_transition', 'nothing'),
  ];
}

function ofRounds(mine: string, foreign: string): readonly Probe[] {
  const make = (tenant: string) => `insert into consultation (tenant_id, id, title, roles, starts_on, ends_on)
    values (${tenant}, gen_random_uuid(), 'Nieuw', '{teacher}', '2026-03-10', '2026-03-20')`;
  const move = (round: string, what: string) => `update consultation set ${what} where id = '${round}'`;
  const ask = (tenant: string, round: string) =>
    `insert into consultation_question (tenant_id, consultation_id, nth, text) values (${tenant}, '${round}', 2, 'En?')`;
  const running = rounds['of directors'];
  const runners = ['teamLead', 'partnershipDirector', editor];
  const answer = (round: string, answers = '[{"nth": 1, "text": "Mening."}]') =>
    `do $$ begin if not answer_round('${round}', '${answers}') then raise exception using errcode = 'KL001', message = 'not there'; end if; end $$`;
  return [
    ...by(runners, make(mine), 'done'),
    ...by(runners, make(foreign), '42501'),
    ...by(others, make(mine), '42501'),
    ...by(['teamLead', editor], move(rounds.draft, `title = 'Anders', anonymous = true`), 'done'),
    ...by(['teamLead'], move(rounds.draft, `status = 'open'`), 'done'),
    ...by(['teamLead'], move(running, `title = 'Anders'`), 'KL001'),
    ...by(['teamLead'], move(running, 'anonymous = true'), 'KL001'),
    ...by(['teamLead'], move(running, `ends_on = '2026-05-01'`), 'done'),
    ...by(['teamLead'], move(running, `ends_on = '2026-03-05'`), 'KL001'),
    ...by(['teamLead'], move(running, `status = 'draft'`), 'KL001'),
    ...by(['teamLead'], move(rounds['of boards later'], `status = 'draft'`), 'done'),
    ...by(
      ['teamLead'],
      move(running, `status = 'summarised', summary = 'x', summary_for = 'asked'`),
      'KL001',
    ),
    // Nobody said yet what was done with what the five wrote.
    ...by(
      ['teamLead'],
      move(rounds['of teachers'], `status = 'summarised', summary = 'x', summary_for = 'asked'`),
      'KL001',
    ),
    ...by(['teamLead'], move(rounds['told to all'], `summary = 'x'`), 'KL001'),
    ...by(['teamLead'], move(rounds.foreign, `ends_on = '2026-05-01'`), 'nothing'),
    ...by(['teamLead'], `update consultation set tenant_id = ${foreign}`, '42501'),
    ...by(others, `update consultation set ends_on = '2026-05-01'`, 'nothing'),
    ...by(['teamLead'], 'delete from consultation', '42501'),
    ...by(runners, ask(mine, rounds.draft), 'done'),
    ...by(runners, ask(mine, running), '42501'),
    ...by(['teamLead'], ask(foreign, rounds.foreign), '42501'),
    ...by(others, ask(mine, rounds.draft), '42501'),
    ...by(runners, `delete from consultation_question where consultation_id = '${rounds.draft}'`, 'done'),
    ...by(runners, `delete from consultation_question where consultation_id = '${running}'`, 'nothing'),
    ...by(others, 'delete from consultation_question', 'nothing'),
    // Answers go in by the function alone, of whom is asked, while it runs.
    ...by(
      ['teamLead', 'director'],
      `insert into consultation_answer (tenant_id, consultation_id, id, nth, text) values (${mine}, '${running}', gen_random_uuid(), 1, 'x')`,
      '42501',
    ),
    ...by(
      ['teamLead', 'director'],
      `update consultation_answer set outcome = 'later', outcome_words = 'x'`,
      '42501',
    ),
    ...by(['teamLead', 'director'], 'delete from consultation_answer', '42501'),
    ...by(
      ['teamLead', 'director'],
      `insert into consultation_participant values (${mine}, '${running}', app_person())`,
      '42501',
    ),
    ...by(['director', 'directorSameBoard'], answer(running), 'nothing'),
    ...by(['director'], answer(running, '[]'), 'KL001'),
    ...by(['director'], answer(running, '[{"nth": 2, "text": "x"}]'), 'KL001'),
    ...by(['director'], answer(running, '[{"nth": 1, "option": "x"}]'), 'KL001'),
    ...by(['director'], answer(running, '[{"nth": 1, "text": "x"}, {"nth": 1, "text": "y"}]'), 'KL001'),
    ...by(['coordinator'], answer(rounds['of teachers']), 'KL001'),
    // Who runs a round is not asked by it; nor is anybody before its first day, or elsewhere.
    ...by(['teamLead', 'specialist', 'boardMember', 'foreignDirector'], answer(running), 'KL001'),
    ...by(['boardMember'], answer(rounds['of boards later']), 'KL001'),
    ...by(['teacherElsewhere'], answer(rounds['of teachers']), 'KL001'),
  ];
}

function ofPilots(world: World, mine: string, foreign: string): readonly Probe[] {
  const make = (tenant: string) => `insert into pilot (tenant_id, id, name, difference, starts_on)
    values (${tenant}, gen_random_uuid(), 'Nieuw', 'Anders.', '2026-03-10')`;
  const move = (pilot: string, what: string) => `update pilot set ${what} where id = '${pilot}'`;
  const join = (
    tenant: string,
    pilot: string,
  ) => `insert into pilot_school (tenant_id, pilot_id, school_id, starts_on)
    values (${tenant}, '${pilot}', (select id from school where tenant_id = ${tenant} and id not in (select school_id from pilot_school) order by code desc limit 1), '2026-03-02')`;
  const decide = `status = 'decided', decision = 'stopped', reasons = 'Daarom.'`;
  const writers = ['teamLead', editor];
  return [
    ...by(writers, make(mine), 'done'),
    ...by(['teamLead'], make(foreign), '42501'),
    ...by([...others, 'partnershipDirector'], make(mine), '42501'),
    ...by(writers, move(pilots.draft, `difference = 'Nog anders.'`), 'done'),
    ...by(writers, move(pilots.draft, `status = 'running'`), 'done'),
    ...by(writers, move(pilots.running, `difference = 'Nog anders.'`), 'KL001'),
    ...by(writers, move(pilots.running, `ends_on = '2026-09-01'`), 'done'),
    ...by(['partnershipDirector'], move(pilots.draft, `difference = 'Nog anders.'`), 'KL001'),
    ...by(['teamLead', 'partnershipDirector'], move(pilots.running, decide), 'done'),
    ...by([editor], move(pilots.running, decide), 'KL001'),
    ...by(['teamLead'], move(pilots.draft, decide), 'KL001'),
    ...by(['teamLead'], move(pilots.foreign, `difference = 'x'`), 'nothing'),
    ...by(['teamLead'], `update pilot set tenant_id = ${foreign}`, '42501'),
    ...by(others, `update pilot set ends_on = '2026-09-01'`, 'nothing'),
    ...by(['teamLead'], 'delete from pilot', '42501'),
    ...by(writers, join(mine, pilots.running), 'done'),
    ...by([...others, 'partnershipDirector'], join(mine, pilots.running), '42501'),
    ...by(
      ['teamLead'],
      `insert into pilot_school values (${foreign}, '${pilots.foreign}', '${world.cast.school.id}', '2026-03-02')`,
      '42501',
    ),
    // Of what is decided the story stands.
    ...by(writers, join(mine, pilots.decided), '42501'),
    ...by(
      writers,
      `update pilot_school set ends_on = '2026-09-01' where pilot_id = '${pilots.decided}'`,
      'nothing',
    ),
    ...by(writers, `update pilot_school set ends_on = '2026-09-01'`, 'done'),
    ...by(
      ['teamLead'],
      `update pilot_school set ends_on = '2026-09-01' where tenant_id = ${foreign}`,
      'nothing',
    ),
    ...by([...others, 'partnershipDirector'], `update pilot_school set ends_on = '2026-09-01'`, 'nothing'),
    ...by(writers, `delete from pilot_school where pilot_id = '${pilots.draft}'`, 'done'),
    ...by(writers, `delete from pilot_school where pilot_id = '${pilots.running}'`, 'nothing'),
    ...by([...others, 'partnershipDirector'], 'delete from pilot_school', 'nothing'),
  ];
}
