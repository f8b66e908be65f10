/** Stationings and what plans are made of, as plain rows in both partnerships: who finds what there is told beside them. */
import type pg from 'pg';
import { asks, at, is, questions } from './furnish-questions.ts';
import { foreignTenant, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const id = (nth: number) => `0190d000-0000-7000-8000-0000000001${String(nth).padStart(2, '0')}`;

/** Stationings by what is special about them; those that begin with «there» are at another school. */
export const stationings = {
  agreed: id(1),
  proposed: id(2),
  withdrawn: id(3),
  /** At the board, for two of its schools. */
  'at board': id(4),
  'there proposed': id(5),
  /** At the other board, which named no schools yet. */
  'at other board': id(6),
  foreign: id(7),
} as const;

/** Plain rows, past keys and triggers: the law of each row is tried elsewhere. */
export async function furnishStationings(superuser: pg.Client, world: World): Promise<void> {
  const statements = [
    ...stationed(world),
    ...measures(`'${world.cast.tenantId}'`, world, 'teamLead', 20),
    ...measures(foreignTenant(world), world, 'foreignLead', 30),
    ...done(world),
    ...proposals(world),
  ];
  await superuser.query(`set session_replication_role = replica; ${statements.join(';\n')};
    set session_replication_role = origin`);
}

const placeOf = (world: World, kind: string, place: 'school' | 'board') =>
  `(select ${place}_id from appointment where person_id = ${personOf(world, kind)} and ${place}_id is not null
    and starts_on <= '2026-03-06' and (ends_on is null or ends_on > '2026-03-06') order by starts_on limit 1)`;

/** Stationings with their schools, share and first entry; they end between the two clocks of the world, but for the one at the board. */
function stationed(world: World): readonly string[] {
  const mine = `'${world.cast.tenantId}'`;
  const here = `'${world.cast.school.id}'`;
  const there = placeOf(world, 'contactElsewhere', 'school');
  const beside = placeOf(world, 'directorSameBoard', 'school');
  const foreignSchool = placeOf(world, 'foreignDirector', 'school');
  const make = (
    name: keyof typeof stationings,
    who: string,
    status: string,
    at: {
      readonly tenant?: string;
      readonly school?: string;
      readonly board?: string;
      readonly schools?: readonly string[];
    },
    until = '2026-04-10',
  ) => {
    const { tenant = mine, school = 'null', board = 'null', schools = [school] } = at;
    const key = `${tenant}, '${stationings[name]}'`;
    return [
      `insert into stationing (tenant_id, id, specialist_id, school_id, board_id, dagdelen, starts_on, ends_on, status, proposed_by, proposed_at)
        values (${key}, ${personOf(world, who)}, ${school}, ${board}, 2, '2026-03-02', '${until}', '${status}', ${personOf(world, who)}, '2026-02-20')`,
      ...schools.map((one) => `insert into stationing_school values (${key}, ${one})`),
      `insert into stationing_ambition values (${key}, '${id(tenant === mine ? 20 : 30)}', 40)`,
      `insert into stationing_entry (tenant_id, stationing_id, version, id, at, person_id, relation, step, from_status, to_status)
        values (${key}, 1, gen_random_uuid(), '2026-02-20', ${personOf(world, who)}, 'team_lead', 'propose', 'proposed', 'proposed')`,
    ];
  };
  return [
    ...make('agreed', 'specialist', 'agreed', { school: here }),
    ...make('proposed', 'alongSpecialist', 'proposed', { school: here }),
    ...make('withdrawn', 'askedSpecialist', 'withdrawn', { school: here }),
    ...make(
      'at board',
      'askedSpecialist',
      'active',
      { board: `'${world.cast.boardId}'`, schools: [here, beside] },
      '2026-06-01',
    ),
    ...make('there proposed', 'askedSpecialist', 'proposed', { school: there }),
    ...make('at other board', 'specialist', 'proposed', {
      board: placeOf(world, 'otherBoardMember', 'board'),
      schools: [],
    }),
    ...make('foreign', 'foreignLead', 'active', { tenant: foreignTenant(world), school: foreignSchool }),
    `insert into stationing_protocol values ('propose', 'proposed', 'proposed', '{team_lead}'), ('withdraw', 'proposed', 'withdrawn', '{team_lead}')
      on conflict do nothing`,
  ];
}

/** What plans are made of, and a plan, in one partnership; the ids begin at `nth`. */
function measures(tenant: string, world: World, lead: string, nth: number): readonly string[] {
  const person = personOf(world, lead);
  const school = `(select id from school where tenant_id = ${tenant} order by code limit 1)`;
  const period = `'2026-03-02', '2026-08-01'`;
  return [
    `insert into ambition (tenant_id, id, name, starts_on) values (${tenant}, '${id(nth)}', 'Rust in de klas', '2025-08-01')`,
    `insert into travel_base (tenant_id, id, code, name, latitude, longitude) values (${tenant}, '${id(nth + 1)}', 'kantoor', 'Kantoor', 51.9, 4.5)`,
    `insert into travel_time values (${tenant}, '${id(nth + 1)}', ${school}, 20)`,
    `insert into expected_need (tenant_id, id, school_id, expertise, dagdelen, starts_on, ends_on)
      values (${tenant}, '${id(nth + 2)}', ${school}, 'gedrag', 8, ${period})`,
    `insert into specialist_planning (tenant_id, person_id, base_id) values (${tenant}, ${person}, '${id(nth + 1)}')`,
    `insert into planning_settings (tenant_id) values (${tenant})`,
    `insert into planning_weight (tenant_id, code, name, weight) values (${tenant}, 'travel', 'Reistijd', 1)`,
    `insert into deployment_plan (tenant_id, id, name, starts_on, weeks, made_by, made_at)
      values (${tenant}, '${id(nth + 3)}', 'Voorjaar', '2026-03-09', 20, ${person}, '2026-03-02')`,
    `insert into plan_mark (tenant_id, plan_id, id, kind, specialist_id, school_id, made_by, made_at)
      values (${tenant}, '${id(nth + 3)}', '${id(nth + 4)}', 'pin', ${person}, ${school}, ${person}, '2026-03-02')`,
  ];
}

/** A plan that the planner is done with, and a mark in it. */
export const donePlan = id(51);

function done(world: World): readonly string[] {
  const mine = `'${world.cast.tenantId}'`;
  const lead = personOf(world, 'teamLead');
  return [
    `insert into deployment_plan (tenant_id, id, name, starts_on, weeks, made_by, made_at, status, best)
      values (${mine}, '${donePlan}', 'Najaar', '2026-03-09', 20, ${lead}, '2026-03-02', 'done', '{}')`,
    `insert into plan_mark (tenant_id, plan_id, id, kind, specialist_id, school_id, made_by, made_at)
      values (${mine}, '${donePlan}', '${id(52)}', 'pin', ${lead}, '${world.cast.school.id}', ${lead}, '2026-03-02')`,
  ];
}

/** Whom the plan proposes for questions here and there, and the measures of a specialist of the own partnership. */
function proposals(world: World): readonly string[] {
  const mine = `'${world.cast.tenantId}'`;
  const propose = (nth: number, question: keyof typeof questions, who: string) =>
    `insert into assignment_proposal (tenant_id, id, question_id, specialist_id, plan_id, dagdelen, starts_on, ends_on, made_at)
      values (${mine}, '${id(nth)}', '${questions[question]}', ${personOf(world, who)}, '${id(23)}', 4, '2026-03-09', '2026-06-01', '2026-03-04')`;
  return [
    propose(41, 'bare submitted', 'alongSpecialist'),
    propose(42, 'there pupil', 'askedSpecialist'),
    `insert into specialist_planning (tenant_id, person_id, most_places) values (${mine}, ${personOf(world, 'specialist')}, 3)`,
  ];
}

const partnership = 'x.tenant_id = $tenant';
const reader = is('specialist', 'team_lead', 'partnership_director', 'policy_adviser');
const planner = is('specialist', 'team_lead', 'contact_person');
const onBoard = (board: string) => is('board_member').replace('where', `where a.board_id = ${board} and`);
/** Whether a school (h) or its board hears of a stationing (s): the matrix of the design, in SQL. */
const hears = `(${at('h.id', ...asks)} or ${onBoard('h.board_id')} or (s.status <> 'proposed' and ${at('h.id', 'teacher', 'specialist')}))`;
const sees = `(${reader} or s.specialist_id = $person or (s.status <> 'withdrawn' and (${onBoard('s.board_id')} or exists (
  select from stationing_school z join school h on h.id = z.school_id where z.stationing_id = s.id and ${hears}))))`;
const ofStationing = (key: string) =>
  `${partnership} and exists (select from stationing s where s.tenant_id = $tenant and s.id = ${key} and ${sees})`;

/** Which rows (x) of a table a person reads: exactly these, for tables.test.ts. */
export const stationingsExactly: Readonly<Record<string, string>> = {
  stationing_protocol: 'true',
  ...{ travel_base: partnership, travel_time: partnership },
  ...{ planning_settings: partnership, planning_weight: partnership },
  ...{
    deployment_plan: `${partnership} and ${is('team_lead')}`,
    plan_mark: `${partnership} and ${is('team_lead')}`,
  },
  stationing: ofStationing('x.id'),
  stationing_entry: ofStationing('x.stationing_id'),
  stationing_ambition: ofStationing('x.stationing_id'),
  // A school reads of itself that it is helped, a board of its own schools.
  stationing_school: `${partnership} and (${reader} or exists (select from stationing s join school h on h.id = x.school_id
    where s.id = x.stationing_id and s.status <> 'withdrawn' and (${onBoard('h.board_id')} or (${at('h.id', ...asks, 'teacher', 'specialist')} and ${sees}))))`,
  specialist_planning: `${partnership} and (x.person_id = $person or ${planner} or ${is('administrator')})`,
  expected_need: `${partnership} and (${reader} or ${planner} or ${is('administrator')})`,
  assignment_proposal: `${partnership} and (x.specialist_id = $person or ${is('team_lead')}
    or exists (select from support_question q where q.id = x.question_id and ${at('q.school_id', 'contact_person')}))`,
};
