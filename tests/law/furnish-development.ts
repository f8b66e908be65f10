/** Role profiles, transitions, rounds of asking and pilots, as plain rows in both partnerships: who finds what there is told beside them. */
import type pg from 'pg';
import { is } from './furnish-questions.ts';
import { foreignTenant, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const id = (nth: number) => `0190e000-0000-7000-8000-0000000002${String(nth).padStart(2, '0')}`;

export const profiles = {
  adopted: id(1),
  asked: id(2),
  draft: id(3),
  foreign: id(4),
  'asked of boards': id(5),
} as const;
/** Rounds by what is special about them. */
export const rounds = {
  /** About the edition that is asked about; with names; it runs until 9 April. */
  'of directors': id(11),
  draft: id(12),
  /** Without names, over on 4 March: five took part, at schools of one board. */
  'of teachers': id(13),
  'told to all': id(14),
  'told to specialists': id(15),
  /** From 10 April on. */
  'of boards later': id(16),
  foreign: id(17),
  /** Its first day went by, and nobody opened it. */
  'draft of before': id(18),
  'of area': id(19),
} as const;
export const pilots = { draft: id(21), running: id(22), foreign: id(23), decided: id(24) } as const;

/** Plain rows, past keys and triggers: the law of each row is tried elsewhere. */
export async function furnishDevelopment(superuser: pg.Client, world: World): Promise<void> {
  const statements = [...profileRows(world), ...roundRows(world), ...pilotRows(world)];
  await superuser.query(`set session_replication_role = replica; ${statements.join(';\n')};
    set session_replication_role = origin`);
}

function profileRows(world: World): readonly string[] {
  const mine = `'${world.cast.tenantId}'`;
  const edition = (
    tenant: string,
    profile: keyof typeof profiles,
    who: string,
    status: string,
    more = 'null, null, null',
  ) => [
    `insert into role_profile (tenant_id, id, name) values (${tenant}, '${profiles[profile]}', '${profile}')`,
    `insert into role_profile_edition (tenant_id, profile_id, nth, status, body, made_by, made_at, changed_at, starts_on, adopted_by, adopted_at)
      values (${tenant}, '${profiles[profile]}', 1, '${status}', 'Tekst.', ${personOf(world, who)}, '2026-01-05', '2026-01-05', ${more})`,
  ];
  const step = (nth: number, tenant: string, who: string, profile: keyof typeof profiles, lead: string) =>
    `insert into role_transition (tenant_id, id, person_id, profile_id, step, on_date, by_id, at)
      values (${tenant}, '${id(nth)}', ${personOf(world, who)}, '${profiles[profile]}', 'talk', '2026-02-02', ${personOf(world, lead)}, '2026-02-02')`;
  const adopted = `'2026-02-01', ${personOf(world, 'partnershipDirector')}, '2026-01-20'`;
  return [
    ...edition(mine, 'adopted', 'teamLead', 'adopted', adopted),
    ...edition(mine, 'asked', 'teamLead', 'in_consultation'),
    ...edition(mine, 'asked of boards', 'teamLead', 'in_consultation'),
    ...edition(mine, 'draft', 'leadAndContact', 'draft'),
    ...edition(foreignTenant(world), 'foreign', 'foreignLead', 'draft'),
    // The name of a draft is known to whom comes into it.
    step(31, mine, 'specialist', 'draft', 'teamLead'),
    step(32, mine, 'alongSpecialist', 'adopted', 'teamLead'),
    step(33, foreignTenant(world), 'foreignLead', 'foreign', 'foreignLead'),
  ];
}

function roundRows(world: World): readonly string[] {
  const mine = `'${world.cast.tenantId}'`;
  const round = (
    name: keyof typeof rounds,
    roles: string,
    days: string,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const { tenant = mine, maker = 'teamLead', ...columns } = more;
    const given = Object.entries(columns);
    return [
      `insert into consultation (tenant_id, id, title, roles, starts_on, ends_on, made_by, made_at${given.map(([column]) => `, ${column}`).join('')})
        values (${tenant}, '${rounds[name]}', '${name}', '${roles}', ${days}, ${personOf(world, maker)}, '2026-02-20'${given.map(([, value]) => `, ${value}`).join('')})`,
      `insert into consultation_question (tenant_id, consultation_id, nth, text) values (${tenant}, '${rounds[name]}', 1, 'Wat vindt u?')`,
    ];
  };
  const answer = (name: keyof typeof rounds, who: string | undefined) =>
    `insert into consultation_answer (tenant_id, consultation_id, id, nth, person_id, text)
      values (${mine}, '${rounds[name]}', gen_random_uuid(), 1, ${who === undefined ? 'null' : personOf(world, who)}, 'Mening.')`;
  const took = (name: keyof typeof rounds, who: string) =>
    `insert into consultation_participant values (${mine}, '${rounds[name]}', ${personOf(world, who)})`;
  const told = (whom: string) => ({
    status: `'summarised'`,
    summary: `'Samenvatting.'`,
    summary_for: `'${whom}'`,
    summarised_at: `'2026-03-01'`,
  });
  const area = `array(select area_id from school where id = '${world.cast.school.id}')`;
  const secret = [
    'boardMemberWhoTeaches',
    'leavingTeacher',
    'coordinator',
    'otherCoordinator',
    'teacherElsewhere',
  ];
  return [
    ...round('of directors', '{school_director}', `'2026-03-02', '2026-04-10'`, {
      ...{ status: `'open'`, profile_id: `'${profiles.asked}'`, edition: '1' },
    }),
    ...round('draft', '{teacher}', `'2026-05-01', '2026-05-10'`),
    ...round('draft of before', '{teacher}', `'2026-03-02', '2026-04-10'`),
    ...round('of teachers', '{teacher,support_coordinator}', `'2026-02-20', '2026-03-05'`, {
      ...{ status: `'open'`, anonymous: 'true', boards: `array['${world.cast.boardId}']::uuid[]` },
    }),
    ...round('told to all', '{editor}', `'2026-01-05', '2026-01-20'`, told('members')),
    ...round('told to specialists', '{specialist}', `'2026-01-05', '2026-01-20'`, {
      ...{ ...told('asked'), areas: area, boards: `array['${world.cast.boardId}']::uuid[]` },
    }),
    ...round('of area', '{support_coordinator}', `'2026-03-02', '2026-04-10'`, {
      ...{ status: `'open'`, areas: area },
    }),
    ...round('of boards later', '{board_member}', `'2026-04-10', '2026-05-01'`, {
      ...{ status: `'open'`, profile_id: `'${profiles['asked of boards']}'`, edition: '1' },
    }),
    ...round('foreign', '{school_director}', `'2026-03-02', '2026-04-10'`, {
      ...{ tenant: foreignTenant(world), maker: 'foreignLead', status: `'open'` },
    }),
    ...['director', 'directorSameBoard'].flatMap((who) => [
      took('of directors', who),
      answer('of directors', who),
    ]),
    ...secret.flatMap((who) => [took('of teachers', who), answer('of teachers', undefined)]),
  ];
}

function pilotRows(world: World): readonly string[] {
  const mine = `'${world.cast.tenantId}'`;
  const pilot = (
    name: keyof typeof pilots,
    tenant: string,
    status: string,
    maker: string,
    decision = 'null, null, null, null',
  ) => [
    `insert into pilot (tenant_id, id, name, difference, measures, starts_on, status, made_by, made_at, decision, reasons, decided_by, decided_on)
      values (${tenant}, '${pilots[name]}', '${name}', 'Anders.', '{own_words}', '2026-02-02', '${status}', ${personOf(world, maker)}, '2026-01-20', ${decision})`,
    `insert into pilot_school values (${tenant}, '${pilots[name]}', (select id from school where tenant_id = ${tenant} order by code limit 1), '2026-02-02')`,
  ];
  return [
    ...pilot('draft', mine, 'draft', 'teamLead'),
    ...pilot('running', mine, 'running', 'teamLead'),
    ...pilot(
      'decided',
      mine,
      'decided',
      'teamLead',
      `'stopped', 'Daarom.', ${personOf(world, 'teamLead')}, '2026-02-20'`,
    ),
    ...pilot('foreign', foreignTenant(world), 'draft', 'foreignLead'),
  ];
}

const partnership = 'x.tenant_id = $tenant';
const runs = is('editor', 'policy_adviser', 'team_lead', 'partnership_director');
const held = `a.tenant_id = $tenant and a.person_id = $person and a.starts_on <= $day and (a.ends_on is null or a.ends_on > $day)`;
/** Whom a round (c) asks, as design says it. */
const asked = `(exists (select from appointment a where ${held} and a.role = any (c.roles)) and ((c.areas = '{}' and c.boards = '{}')
  or exists (select from appointment a where ${held} and (a.role in ('contact_person', 'specialist') or (a.school_id is null and a.board_id is null)))
  or exists (select from appointment a left join school h on h.id = a.school_id or h.board_id = a.board_id where ${held}
    and (h.area_id = any (c.areas) or coalesce(a.board_id, h.board_id) = any (c.boards)))))`;
const reads = `(${runs} or (c.status <> 'draft' and c.starts_on <= $day and (c.summary_for = 'members' or ${asked})))`;
const ofRound = (key: string) =>
  `${partnership} and exists (select from consultation c where c.tenant_id = $tenant and c.id = ${key} and ${reads})`;
const readsEdition = (
  edition: string,
) => `(${edition}.status = 'adopted' or ${runs} or (${edition}.status = 'in_consultation' and exists (
  select from consultation c where c.profile_id = ${edition}.profile_id and c.edition = ${edition}.nth and ${reads})))`;
const readsPilot = `(p.status <> 'draft' or ${is('editor', 'policy_adviser', 'team_lead')} or ${is('partnership_director')})`;

/** Which rows (x) of a table a person reads: exactly these, for tables.test.ts. */
export const developmentExactly: Readonly<Record<string, string>> = {
  role_profile_edition: `${partnership} and ${readsEdition('x')}`,
  role_profile: `${partnership} and (${runs} or exists (select from role_profile_edition e where e.profile_id = x.id and ${readsEdition('e')})
    or exists (select from role_transition t where t.profile_id = x.id and (t.person_id = $person or ${is('team_lead')})))`,
  role_transition: `${partnership} and (x.person_id = $person or ${is('team_lead')})`,
  consultation: ofRound('x.id'),
  consultation_question: ofRound('x.consultation_id'),
  consultation_participant: `${partnership} and x.person_id = $person`,
  consultation_answer: `${partnership} and (x.person_id = $person or (${runs} and exists (
    select from consultation c where c.id = x.consultation_id and not c.anonymous)))`,
  pilot: `${partnership} and exists (select from pilot p where p.id = x.id and ${readsPilot})`,
  pilot_school: `${partnership} and exists (select from pilot p where p.id = x.pilot_id and ${readsPilot})`,
};
