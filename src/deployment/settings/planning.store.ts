/** The hard sides of planning and the weights, under one version: who changes either does it over what they saw of both. */
import { defaultSettings, type SettingsFacts, type WeightFacts } from '../../planner/index.ts';
import { type Reader, sql, type Transaction } from '../../platform/database.ts';

/** As `SettingsFacts` of the planner, but blocks in dagdelen a week. */
export interface PlanningSettings extends SettingsFacts {
  /** Of a plan, unless somebody asks for more or fewer. */
  readonly weeks: number;
  /** Hours of a dagdeel, where figures tell hours. */
  readonly dagdeelHours: number;
}

/** As the tables say it for a partnership that set nothing. */
export const usualSettings: PlanningSettings = {
  ...defaultSettings,
  weeks: 20,
  dagdeelHours: 4,
  leastBlock: defaultSettings.leastBlock / 2,
  mostBlock: defaultSettings.mostBlock / 2,
};

interface Versioned {
  /** 0: nothing was ever set. */
  readonly version: number;
}

const versionOf = (tenantId: string) =>
  sql`coalesce((select s.version from planning_settings s where s.tenant_id = ${tenantId}), 0)`;

export async function getPlanningSettings(
  reader: Reader,
  tenantId: string,
): Promise<PlanningSettings & Versioned> {
  const row = await reader.first<PlanningSettings & Versioned>(sql`select weeks, most_places as "mostPlaces",
      least_block::float8 as "leastBlock", most_block::float8 as "mostBlock", whole_blocks as "wholeBlocks", most_travel as "mostTravel",
      detour::float8 as detour, speed, travel_start as "travelStart", fair_share as "fairShare",
      dagdeel_hours::float8 as "dagdeelHours", version
    from planning_settings where tenant_id = ${tenantId}`);
  return row ?? { ...usualSettings, version: 0 };
}

/** Only the weights that the partnership set itself. */
export async function getWeights(
  reader: Reader,
  tenantId: string,
): Promise<{ readonly weights: readonly WeightFacts[] } & Versioned> {
  const row = await reader.first<
    { readonly weights: readonly WeightFacts[] } & Versioned
  >(sql`select ${versionOf(tenantId)} as version,
      coalesce((select jsonb_agg(jsonb_build_object('code', w.code, 'name', w.name, 'weight', w.weight) order by w.code)
        from planning_weight w where w.tenant_id = ${tenantId}), '[]') as weights`);
  return row ?? { weights: [], version: 0 };
}

/** False when somebody else changed settings or weights first. */
export async function savePlanningSettings(
  tx: Transaction,
  tenantId: string,
  settings: PlanningSettings,
  version: number,
): Promise<boolean> {
  const { weeks, mostPlaces, leastBlock, mostBlock, wholeBlocks, mostTravel, detour, speed, travelStart } =
    settings;
  return overVersion(tx, tenantId, version, () =>
    tx.run(sql`update planning_settings set weeks = ${weeks}, most_places = ${mostPlaces}, least_block = ${leastBlock},
        most_block = ${mostBlock}, whole_blocks = ${wholeBlocks}, most_travel = ${mostTravel}, detour = ${detour}, speed = ${speed},
        travel_start = ${travelStart}, fair_share = ${settings.fairShare}, dagdeel_hours = ${settings.dagdeelHours}
      where tenant_id = ${tenantId}`),
  );
}

/** Keeps these weights and no others: what is left out has its default again. False when somebody else was first. */
export async function saveWeights(
  tx: Transaction,
  tenantId: string,
  weights: readonly WeightFacts[],
  version: number,
): Promise<boolean> {
  return overVersion(tx, tenantId, version, async () => {
    const codes = weights.map(({ code }) => code);
    await tx.run(
      sql`delete from planning_weight where tenant_id = ${tenantId} and code <> all (${codes}::text[])`,
    );
    await tx.run(sql`insert into planning_weight (tenant_id, code, name, weight)
      select ${tenantId}, w.code, w.name, w.weight
      from jsonb_to_recordset(${JSON.stringify(weights)}::jsonb) as w (code text, name text, weight numeric)
      on conflict (tenant_id, code) do update set name = excluded.name, weight = excluded.weight, version = planning_weight.version + 1
      where (planning_weight.name, planning_weight.weight) is distinct from (excluded.name, excluded.weight)`);
  });
}

async function overVersion(
  tx: Transaction,
  tenantId: string,
  version: number,
  write: () => Promise<unknown>,
): Promise<boolean> {
  // Who set nothing yet has no row to lock: the first to make it wins, and the second finds it at version 2.
  if (version === 0)
    await tx.run(
      sql`insert into planning_settings (tenant_id) values (${tenantId}) on conflict (tenant_id) do nothing`,
    );
  const held = await tx.run(sql`update planning_settings set version = version + 1
    where tenant_id = ${tenantId} and version = ${Math.max(version, 1)}`);
  if (held === 0) return false;
  await write();
  return true;
}
