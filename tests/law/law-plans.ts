/**
 * The law of plans by itself: the program asks its own rules first, so that its tests would not miss what the database holds. Each probe builds
 * what it needs.
 */
import { questions } from './furnish-questions.ts';
import { ambitionOf, plans, priorityOf } from './furnish-support-plans.ts';
import { block, by, holds, id } from './law-block.ts';
import { type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

function writingOf(world: World) {
  const mine = `'${world.cast.tenantId}'`;
  const lead = personOf(world, 'teamLead');
  return {
    mine,
    /** Years in which no adopted plan holds, but two that are being written. */
    plan: (from = '2028-08-01', to = '2032-08-01') =>
      `insert into support_plan (tenant_id, id, name, starts_on, ends_on, pages) values (${mine}, p, 'Nieuw', '${from}', '${to}', 60)`,
    priority: (page = 12) =>
      `insert into priority (tenant_id, id, plan_id, position, name, page) values (${mine}, i, p, 1, 'Dichtbij', ${page})`,
    ambition: ({ owner = lead, page = 13, target = '2030-07-31' } = {}) =>
      `insert into ambition (tenant_id, id, name, starts_on, priority_id, page, indicator, unit, start_value, target_value, target_on, owner_id)
        values (${mine}, a, 'Rust', '2020-01-01', i, ${page}, 'Scholen', 'scholen', 1, 9, '${target}', ${owner})`,
    /** Beside it: nothing in it is whole, and it lies on a late page. */
    second: `insert into support_plan (tenant_id, id, name, starts_on, ends_on, pages) values (${mine}, q, 'Ander', '2028-08-01', '2032-08-01', 60);
      insert into priority (tenant_id, id, plan_id, position, name, page) values (${mine}, j, q, 1, 'Ander', 55);
      insert into ambition (tenant_id, id, name, starts_on, priority_id, page) values (${mine}, ${id}, 'Ander', '2028-08-01', j, 56)`,
    file: (kind = 'plan') => `perform keep_plan_file(p, '${kind}', ${id}, 'plan.pdf', '\\x25504446')`,
    step: (step: string, on: string, words = `'Woorden'`) =>
      `insert into support_plan_entry (tenant_id, plan_id, id, step, on_date, words) values (${mine}, p, ${id}, '${step}', ${on}, ${words})`,
  };
}

export const planLaw = (world: World): readonly Probe[] => [
  ...ofRoads(world),
  ...ofWriting(world),
  ...ofChanges(world),
];

const [spoken, agreed, decided] = [`'2026-02-02'`, `'2026-02-03'`, `'2026-02-04'`];

function ofRoads(world: World): readonly Probe[] {
  const { mine, plan, priority, ambition, second, file, step } = writingOf(world);
  const written = [plan(), priority(), ambition()];
  const consented = [step('discuss', spoken), step('consent', agreed)];
  const road = (...rest: readonly string[]) => block(...written, file(), ...rest);
  const adopted = [...consented, step('adopt', decided)];
  const row = (what: string) => holds(`select ${what} from support_plan where id = p`);
  const others = holds(
    `select bool_and(is_draft) from ambition where id in ('${ambitionOf('draft')}', '${ambitionOf('discussed')}')`,
  );
  return [
    by(
      'teamLead',
      road(
        second,
        ...adopted,
        holds(`select status = 'draft' and version = 1 from support_plan where id = q`),
        row(`status = 'adopted' and discussed_with = 'Woorden' and (discussed_on, consented_on, adopted_on) =
          (date ${spoken}, date ${agreed}, date ${decided})`),
        holds('select not is_draft and version = 2 from ambition where id = a'),
        holds(
          `select bool_and((words is null) = (step <> 'discuss')) from support_plan_entry where plan_id = p`,
        ),
        others,
        holds(`select status = 'discussed' from support_plan where id = '${plans.discussed}'`),
      ),
      'nothing',
    ),
    by('partnershipDirector', road(...adopted), 'nothing'),
    // A plan of years past stands beside one of now.
    by(
      'teamLead',
      block(plan('2018-08-01', '2022-08-01'), priority(), ambition(), file(), ...adopted),
      'nothing',
    ),
    by('policyAdviser', road(...consented), 'nothing'),
    by('policyAdviser', road(...adopted), 'KL001'),
    by(
      'teamLead',
      road(
        ...consented,
        step('reopen', 'null'),
        row(`status = 'draft' and num_nonnulls(discussed_on, discussed_with, consented_on) = 0`),
        holds(`select on_date = app_today() from support_plan_entry where plan_id = p and step = 'reopen'`),
      ),
      'nothing',
    ),
    ...[
      road(step('consent', agreed)),
      road(step('adopt', decided)),
      road(...adopted, step('reopen', 'null')),
      road(...consented, step('reopen', 'null', 'null')),
      road(step('discuss', 'null')),
      road(step('discuss', 'app_today() + 1')),
      road(step('discuss', spoken, 'null')),
      road(step('discuss', agreed), step('consent', spoken)),
      road(...consented, step('adopt', spoken)),
      block(plan(), step('discuss', spoken)),
      block(plan(), priority(), step('discuss', spoken)),
      block(plan(), priority(), ambition({ owner: 'null' }), file(), ...adopted),
      block(...written, ...adopted),
      block(...written, file('talk'), ...adopted),
      block(plan('2026-08-01', '2030-08-01'), priority(), ambition(), file(), ...adopted),
      // What the council consented to stays; the report of the talk may still come.
      road(...consented, file()),
      road(...consented, file('talk'), step('adopt', decided), file('talk')),
      road(...consented, `update priority set name = 'Anders' where id = i`),
      road(...consented, `update ambition set name = 'Anders' where id = a`),
      road(...consented, `update support_plan set name = 'Anders' where id = p`),
    ].map((sql) => by('teamLead', sql, 'KL001')),
    by(
      'teamLead',
      road(
        file('talk'),
        file(),
        holds(`select count(*) = 2 and count(distinct kind) = 2 from support_plan_file where plan_id = p`),
        holds(`select count(*) = 1 from support_plan_file where plan_id = '${plans.draft}'`),
        row('version = 4'),
        holds(
          `select count(*) = 2 from support_plan_file_content c join support_plan_file f on f.id = c.file_id where f.plan_id = p`,
        ),
        holds(`select count(*) > 3 from support_plan_file_content where tenant_id = ${mine}`),
        holds(`select version = 1 from support_plan where id = '${plans.draft}'`),
      ),
      'nothing',
    ),
  ];
}

function ofWriting(world: World): readonly Probe[] {
  const { mine, plan, priority, ambition, second } = writingOf(world);
  const written = [plan(), priority(), ambition()];
  const goal = (ambition: string) =>
    `insert into goal (tenant_id, id, question_id, level, title, scale, starts_on, target_on, ambition_id)
      values (${mine}, ${id}, '${questions.started}', 'team', 'Nieuw', 5, '2026-03-01', '2026-06-01', '${ambition}')`;
  const listed = `insert into ambition (tenant_id, id, name, starts_on) values (${mine}, a, 'Rust', '2026-01-01')`;
  return [
    by(
      'teamLead',
      block(
        ...written,
        second,
        holds(
          `select is_draft and (starts_on, ends_on) = (date '2028-08-01', date '2032-08-01') from ambition where id = a`,
        ),
        `update support_plan set pages = 13, starts_on = '2029-08-01', ends_on = '2033-08-01' where id = p`,
        holds(
          `select (starts_on, ends_on) = (date '2029-08-01', date '2033-08-01') and version = 2 from ambition where id = a`,
        ),
        holds(`select starts_on = '2027-08-01' from ambition where id = '${ambitionOf('draft')}'`),
        holds('select version = 2 from support_plan where id = p'),
        `update priority set name = 'Anders' where id = i`,
        `update ambition set name = 'Anders' where id = a`,
        holds(
          'select i.version = 2 and a.version = 3 from priority i, ambition a where i.id = i.id and a.priority_id = i.id and i.plan_id = p',
        ),
        // Nothing stands in this one, though in others something does.
        `insert into priority (tenant_id, id, plan_id, position, name) values (${mine}, ${id}, p, 2, 'Leeg')`,
        `delete from priority where plan_id = p and name = 'Leeg'`,
      ),
      'nothing',
    ),
    by('teamLead', block(listed, holds('select not is_draft from ambition where id = a')), 'nothing'),
    ...[
      block(...written, 'update support_plan set pages = 12 where id = p'),
      block(plan(), priority(), 'update support_plan set pages = 11 where id = p'),
      block(plan(), priority(61)),
      block(plan(), priority(), 'update priority set page = 61 where id = i'),
      block(plan(), priority(), ambition({ page: 61 })),
      block(...written, 'update ambition set page = 61 where id = a'),
      block(plan(), priority(), ambition({ target: '2028-08-01' })),
      block(...written, 'delete from priority where id = i'),
    ].map((sql) => by('teamLead', sql, 'KL001')),
    // Nothing points at what is only being written.
    by('coordinator', goal(ambitionOf('adopted')), 'done'),
    by('coordinator', goal(ambitionOf('draft')), 'KL001'),
    by('administrator', block(listed), 'nothing'),
    by(
      'administrator',
      block(
        ambition()
          .replace('2020-01-01', '2027-08-01')
          .replace('i, ', `'${priorityOf('draft')}', `),
      ),
      'KL001',
    ),
  ];
}

const whole = {
  ...{
    name: 'Anders',
    ends_on: '2026-08-01',
    page: 20,
    body: 'Tekst',
    indicator: 'Groepen',
    unit: 'groepen',
  },
  ...{ start_value: 2, target_value: 8, target_on: '2026-07-01', measure: 'hours_done' },
};

function ofChanges(world: World): readonly Probe[] {
  const { mine, plan, priority, ambition } = writingOf(world);
  const one = ambitionOf('adopted');
  const director = world.people['partnershipDirector']?.personId ?? '';
  const change = (parts: object) =>
    `perform change_ambition('${one}', p, 'Daarom.', '${JSON.stringify(parts)}')`;
  const all = { ...whole, owner_id: director };
  const read = (on: string, which = `'${one}'`) =>
    `insert into ambition_reading (tenant_id, ambition_id, id, on_date, value) values (${mine}, ${which}, ${id}, '${on}', 5)`;
  return [
    by(
      'teamLead',
      block(
        change({ ...all, weight: 9, is_draft: true, tenant_id: '0190e000-0000-7000-8000-000000000000' }),
        holds(
          `select to_jsonb(x) @> '${JSON.stringify(all)}' and not is_draft and weight <> 9 from ambition x where id = '${one}'`,
        ),
        holds(
          `select after @> '${JSON.stringify(all)}' and before ->> 'name' = 'Ambitie' and by_id = app_person()
            and array(select jsonb_object_keys(before) order by 1) = array(select jsonb_object_keys(after) order by 1)
            and array(select jsonb_object_keys(after) order by 1) = array(select jsonb_object_keys('${JSON.stringify(all)}'::jsonb) order by 1)
            from ambition_change where id = p`,
        ),
      ),
      'nothing',
    ),
    ...[
      change({ target_on: '2023-08-01' }),
      change({ ends_on: null }),
      change({ ends_on: '2023-08-01' }),
      change({ ends_on: '2027-08-02' }),
      change({ page: 61 }),
      read('2022-07-30'),
    ].map((sql) => by('teamLead', block(sql), 'KL001')),
    by(
      'teamLead',
      block(
        read('2022-07-31'),
        holds(`select version = 2 from ambition where id = '${one}'`),
        holds(`select version = 1 from ambition where id = '${ambitionOf('draft')}'`),
      ),
      'nothing',
    ),
    by('teamLead', block(change({ measure: 'hours_done' }), read('2026-02-02')), 'KL001'),
    // A plan of these years that is being written.
    by(
      'teamLead',
      block(plan('2025-08-01', '2029-08-01'), priority(), ambition(), read('2026-02-02', 'a')),
      'KL001',
    ),
  ];
}
