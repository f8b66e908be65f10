/** Ondersteuningsplannen as plain rows in both partnerships: who finds what there is told beside them. */
import type pg from 'pg';
import { is } from './furnish-questions.ts';
import { foreignTenant, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const id = (nth: number) => `0190e000-0000-7000-8000-0000000006${String(nth).padStart(2, '0')}`;

const whole = { adopted: id(1), draft: id(2), discussed: id(3), foreign: id(4) } as const;
/** `empty`: nothing stands in it, and nobody was spoken with. */
export const plans = { ...whole, empty: id(5) } as const;
type PlanName = keyof typeof whole;
const nths: Readonly<Record<PlanName, number>> = { adopted: 10, draft: 20, discussed: 30, foreign: 40 };
export const priorityOf = (plan: PlanName) => id(nths[plan] + 1);
export const ambitionOf = (plan: PlanName) => id(nths[plan] + 2);

/** Plain rows, past keys and triggers: the law of each row is tried elsewhere. */
export async function furnishSupportPlans(superuser: pg.Client, world: World): Promise<void> {
  const mine = `'${world.cast.tenantId}'`;
  const statements = [
    ...plan(world, 'adopted', mine, 'teamLead', 2023),
    ...plan(world, 'draft', mine, 'partnershipDirector', 2027),
    ...plan(world, 'discussed', mine, 'teamLead', 2031),
    ...plan(world, 'foreign', foreignTenant(world), 'foreignLead', 2023),
    `insert into support_plan (tenant_id, id, name, starts_on, ends_on, made_by, made_at)
      values (${mine}, '${plans.empty}', 'empty', '2045-08-01', '2049-08-01', ${personOf(world, 'teamLead')}, '2023-01-05')`,
  ];
  await superuser.query(`set session_replication_role = replica; ${statements.join(';\n')};
    set session_replication_role = origin`);
}

function plan(world: World, name: PlanName, tenant: string, maker: string, year: number): readonly string[] {
  const isAdopted = name === 'adopted' || name === 'foreign';
  const key = `${tenant}, '${plans[name]}'`;
  const person = personOf(world, maker);
  const of = `${tenant}, '${ambitionOf(name)}'`;
  const day = (on: boolean, value: string) => (on ? `'${value}'` : 'null');
  return [
    `insert into support_plan (tenant_id, id, name, starts_on, ends_on, pages, status, discussed_on, discussed_with, consented_on, adopted_on, made_by, made_at)
      values (${key}, '${name}', '${year}-08-01', '${year + 4}-08-01', 60, '${isAdopted ? 'adopted' : name}', ${day(name !== 'draft', '2023-03-01')},
        ${day(name !== 'draft', 'Gemeenten')}, ${day(isAdopted, '2023-04-01')}, ${day(isAdopted, '2023-05-01')}, ${person}, '2023-01-05')`,
    `insert into support_plan_entry values (${key}, gen_random_uuid(), 'discuss', '2023-03-01', 'Gemeenten', ${person}, '2023-03-02')`,
    `insert into support_plan_file values (${key}, 'plan', '${id(nths[name] + 3)}', 'plan.pdf', 4, ${person}, '2023-03-02')`,
    `insert into support_plan_file_content values (${tenant}, '${id(nths[name] + 3)}', '%PDF')`,
    `insert into priority (tenant_id, id, plan_id, position, name) values (${tenant}, '${priorityOf(name)}', '${plans[name]}', 1, 'Speerpunt')`,
    `insert into ambition (tenant_id, id, name, starts_on, ends_on, priority_id, is_draft, indicator, unit, start_value, target_value, target_on, owner_id)
      values (${of}, 'Ambitie', '${year}-08-01', '${year + 4}-08-01', '${priorityOf(name)}', ${!isAdopted}, 'Scholen', 'scholen', 1, 9, '${year + 3}-07-31', ${person})`,
    // Before it is adopted there is none; here there is, and nobody else finds it.
    ...(name === 'draft'
      ? []
      : [
          `insert into ambition_reading values (${of}, gen_random_uuid(), '2025-11-01', 4, null, ${person}, '2025-11-02')`,
          `insert into ambition_change values (${of}, gen_random_uuid(), 'Daarom.', '{"page": 3}', '{"page": 4}', ${person}, '2025-11-02')`,
        ]),
  ];
}

const partnership = 'x.tenant_id = $tenant';
const writes = is('team_lead', 'policy_adviser', 'partnership_director');
const ofPlan = `${partnership} and exists (select from support_plan p where p.tenant_id = $tenant and p.id = x.plan_id and (p.status = 'adopted' or ${writes}))`;
const readsAmbition = (row: string) => `(not ${row}.is_draft or ${writes})`;
const ofAmbition = `${partnership} and exists (select from ambition a where a.tenant_id = $tenant and a.id = x.ambition_id and ${readsAmbition('a')})`;

/** Which rows (x) of a table a person reads: exactly these, for tables.test.ts. */
export const supportPlansExactly: Readonly<Record<string, string>> = {
  support_plan: `${partnership} and (x.status = 'adopted' or ${writes})`,
  ...{ support_plan_entry: ofPlan, support_plan_file: ofPlan, priority: ofPlan },
  support_plan_file_content: `${partnership} and exists (select from support_plan_file f join support_plan p on p.id = f.plan_id
    where f.id = x.file_id and p.tenant_id = $tenant and (p.status = 'adopted' or ${writes}))`,
  ambition: `${partnership} and ${readsAmbition('x')}`,
  ...{ ambition_reading: ofAmbition, ambition_change: ofAmbition },
};
