/** Forms of schools in both partnerships, as plain rows: answers given and drafts, judgements here and elsewhere; and who finds and writes them. */
import type pg from 'pg';
import { asks, at, is } from './furnish-questions.ts';
import { foreignTenant, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const id = (nth: number) => `0190e000-0000-7000-8000-0000000006${String(nth).padStart(2, '0')}`;
/** By who wrote them, and where. */
export const forms = { ofSchool: id(11), ofContact: id(12), elsewhere: id(13), foreign: id(14) } as const;

/** Past triggers: the law of each row is tried in law-results.ts and form.pages.test.ts. */
export async function furnishForms(superuser: pg.Client, world: World): Promise<void> {
  const mine = `'${world.cast.tenantId}'`;
  const foreign = foreignTenant(world);
  const here = `'${world.cast.school.id}'`;
  const ofPerson = (who: string) =>
    `(select school_id from appointment where person_id = ${personOf(world, who)} and school_id is not null limit 1)`;
  const answer = (nth: number, tenant: string, school: string, who: string, givenAt: string) =>
    `insert into yearly_answer (tenant_id, id, school_id, year, person_id, giver, grade, went_well, given_at)
      values (${tenant}, '${id(nth)}', ${school}, 2024, ${personOf(world, who)}, gen_random_uuid(), 8, 'Goed.', ${givenAt});`;
  const form = (
    which: keyof typeof forms,
    tenant: string,
    school: string,
    side: string,
    who: string,
    more = 'null',
  ) =>
    `insert into basic_form (tenant_id, id, school_id, on_date, side, written_by, written_at, replaced_at)
      values (${tenant}, '${forms[which]}', ${school}, '2026-03-02', '${side}', ${personOf(world, who)}, '2026-03-02', ${more});
    insert into basic_judgement (tenant_id, form_id, nth, school_id, asked, level)
      values (${tenant}, '${forms[which]}', 1, ${school}, 'Op orde', 2), (${tenant}, '${forms[which]}', 2, ${school}, 'Op orde', 0);`;
  const foreignSchool = `(select id from school where tenant_id = ${foreign} limit 1)`;
  await superuser.query(`set session_replication_role = replica;
    ${answer(1, mine, here, 'director', `'2025-06-01'`)} ${answer(2, mine, here, 'coordinator', 'null')}
    ${answer(3, foreign, foreignSchool, 'foreignLead', `'2025-06-01'`)}
    ${form('ofSchool', mine, here, 'school', 'coordinator')}
    ${form('ofContact', mine, here, 'contact', 'author', `'2026-03-03'`)}
    ${form('elsewhere', mine, ofPerson('contactElsewhere'), 'contact', 'contactElsewhere')}
    ${form('foreign', foreign, foreignSchool, 'contact', 'foreignLead')}
    set session_replication_role = origin`);
}

const partnership = 'x.tenant_id = $tenant';
const around = `${partnership} and (${is('team_lead')} or ${at('x.school_id', ...asks)})`;

/** Which rows (x) of a table a person reads: exactly these, for tables.test.ts. */
export const formsExactly: Readonly<Record<string, string>> = {
  yearly_answer: `${partnership} and x.person_id = $person`,
  basic_criterion: partnership,
  basic_form: around,
  basic_judgement: around,
};

const by = (people: readonly string[], sql: string, expected: Probe['expected']) =>
  people.map((who): Probe => ({ who, sql, expected }));
const strangers = ['specialist', 'boardMember', 'partnershipDirector', 'administrator', 'privacyOfficer'];

/** Nothing is written but through the functions, and those let nobody in who is not of the school, or of the right side. */
export function formProbes(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const here = `'${world.cast.school.id}'`;
  const everybody = [...strangers, 'teamLead', 'director', 'coordinator', 'author'];
  const every =
    '[{"nth": 1, "level": 2}, {"nth": 2, "level": 2}, {"nth": 3, "level": 1}, {"nth": 4, "level": 0}]';
  const judge = `select write_basic_form(gen_random_uuid(), ${here}, '2026-03-02', '${every}')`;
  const answer = (which: keyof typeof forms) => `select answer_basic_form('${forms[which]}', 1, null)`;
  const keep = `select save_criterion(null, null, 'Nieuw', null, 'Bron', false)`;
  const say = (give: boolean) =>
    `select save_yearly_answer(gen_random_uuid(), ${here}, null, 7, null, null, false, ${give})`;
  return [
    ...by(everybody, `update yearly_answer set grade = 10`, '42501'),
    ...by(everybody, 'delete from yearly_answer', '42501'),
    ...by(everybody, 'select giver from yearly_answer', '42501'),
    ...by(everybody, `update basic_form set verdict = 'agreed'`, '42501'),
    ...by(everybody, 'delete from basic_form', '42501'),
    ...by(everybody, 'update basic_judgement set level = 2', '42501'),
    ...by(everybody, `update basic_criterion set name = 'Anders'`, '42501'),
    ...by(
      everybody,
      `insert into basic_criterion (tenant_id, nth, name, source) values (${mine}, 9, 'x', 'x')`,
      '42501',
    ),
    // In March the yearly question is closed; whoever is not asked does not even hear that.
    ...by(['director', 'coordinator'], say(true), 'KL001'),
    ...by([...strangers, 'teamLead', 'author', 'contactElsewhere'], say(true), '42501'),
    ...by(['teamLead', 'partnershipDirector'], 'select yearly_words(2024)', 'done'),
    ...by(['director', 'author', 'boardMember', 'specialist'], 'select yearly_words(2024)', '42501'),
    // A form of the school waits: its contact person answers before writing one.
    ...by(['coordinator', 'director'], judge, 'done'),
    ...by(['author'], judge, 'KL001'),
    ...by([...strangers, 'teamLead', 'contactElsewhere'], judge, '42501'),
    ...by(['author', 'otherContact'], answer('ofSchool'), 'done'),
    ...by(['director', 'teamLead'], answer('ofSchool'), 'KL001'),
    ...by([...strangers, 'contactElsewhere'], answer('ofSchool'), '42501'),
    ...by(['director'], answer('ofContact'), 'KL001'),
    ...by(['teamLead', 'author'], answer('foreign'), '42501'),
    ...by(['teamLead'], keep, 'done'),
    ...by([...strangers, 'director', 'author'], keep, '42501'),
    ...by(everybody, `select job_criteria(${mine}, null)`, '42501'),
  ];
}
