/** Who attaches files and writes practice notes, with what must come of each write. */
import { files, notes, questions } from './furnish-questions.ts';
import { foreignTenant, type Probe } from './probes-registers.ts';
import type { World } from './world.ts';

const by = (people: readonly string[], sql: string, expected: Probe['expected']) =>
  people.map((who): Probe => ({ who, sql, expected }));

export function knowledgeProbes(world: World): readonly Probe[] {
  return [...attaching(world), ...contents(world), ...learning(world), ...writing(world)];
}

function attaching(world: World): readonly Probe[] {
  const attach = `insert into attachment (tenant_id, id, question_id, name, media_type, size, text_read)
    values ('${world.cast.tenantId}', gen_random_uuid(), '${questions.started}', 'x.txt', 'text/plain', 1, true)`;
  const remove = `update attachment set removed_at = '2026-03-05'`;
  const one = (file: string) => `${remove} where id = '${file}'`;
  return [
    ...by(['specialist', 'coordinator', 'author'], attach, 'done'),
    ...by(['teamLead', 'contactElsewhere'], attach, 'KL001'),
    ...by(['specialist', 'author'], one(files.full), 'done'),
    ...by(['teamLead'], one(files.full), 'KL001'),
    ...by(['contactElsewhere'], one(files.full), 'nothing'),
    ...by(['specialist', 'author'], one(files.removed), 'nothing'),
    ...by(['foreignLead', 'foreignDirector'], remove, 'nothing'),
  ];
}

function contents(world: World): readonly Probe[] {
  const fill = (file: string, bytes = 'x', tenant = `'${world.cast.tenantId}'`) =>
    `insert into attachment_content values (${tenant}, '${file}', '${bytes}')`;
  return [
    ...by(['specialist'], fill(files.empty), 'done'),
    ...by(['coordinator', 'author', 'teamLead'], fill(files.empty), '42501'),
    ...by(['specialist'], fill(files.empty, 'xx'), '42501'),
    ...by(['specialist'], fill(files.removed), '42501'),
    ...by(['specialist'], fill(files.empty, 'x', foreignTenant(world)), '42501'),
  ];
}

function learning(world: World): readonly Probe[] {
  const learn = (question: string, tenant = `'${world.cast.tenantId}'`) =>
    `insert into practice_note (tenant_id, id, question_id) values (${tenant}, gen_random_uuid(), ${question})`;
  return [
    ...by(['author', 'specialist', 'teacherElsewhere'], learn('null'), 'done'),
    ...by(['administrator'], learn('null'), 'KL001'),
    ...by(['author'], learn('null', foreignTenant(world)), '42501'),
    ...by(['author', 'coordinator'], learn(`'${questions.answered}'`), 'done'),
    ...by(['contactElsewhere'], learn(`'${questions.answered}'`), '42501'),
    ...by(['author'], learn(`'${questions.started}'`), 'KL001'),
  ];
}

function writing(world: World): readonly Probe[] {
  const edition = (note: string, tenant = `'${world.cast.tenantId}'`) =>
    `insert into practice_note_edition (tenant_id, note_id, title, situation, approach) values (${tenant}, '${note}', 'x', 'x', 'x')`;
  const revise = `update practice_note_edition set title = 'y'`;
  const draft = `${revise} where note_id = '${notes.draft}'`;
  return [
    ...by(['specialist'], edition(notes.published), 'done'),
    ...by(['author', 'teamLead'], edition(notes.published), 'KL001'),
    ...by(['coordinator'], draft, 'done'),
    ...by(['author', 'specialist', 'teamLead', 'committeeMember'], draft, 'nothing'),
    // Without reading a column only the policy itself stands in the way.
    ...by(['teamLead', 'teacherElsewhere', 'foreignLead', 'committeeMember'], revise, 'nothing'),
    ...by(['coordinator'], revise, 'done'),
    ...by(['author'], revise, 'KL001'),
  ];
}
