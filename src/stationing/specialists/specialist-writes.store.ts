/** What the deeds around specialists write. */
import { sql, type Transaction } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { AbsenceInput, ContractInput, ProfileInput } from './specialist.input.ts';

/** Which lists do not have a code that is named. What somebody has may stay when the list does not offer it any more. */
export async function unknownNames(
  tx: Transaction,
  { tenantId, personId }: Identity,
  { areas = [], expertise = [] }: ProfileInput,
): Promise<readonly ('areasKnown' | 'expertiseKnown')[]> {
  const codes = expertise.map(({ code }) => code);
  const row = await tx.first<{
    unknown: readonly ('areasKnown' | 'expertiseKnown')[];
  }>(sql`select array_remove(array[
    case when exists (select from unnest(${areas}::text[]) c
      where not exists (select from area r where r.tenant_id = ${tenantId} and r.code = c)) then 'areasKnown' end,
    case when exists (select from unnest(${codes}::text[]) c
      where not exists (select from expertise e where e.tenant_id = ${tenantId} and e.code = c
        and (e.ended_on is null or e.ended_on > app_today() or exists (select from specialist_expertise x
          where x.tenant_id = e.tenant_id and x.person_id = ${personId} and x.expertise = e.code)))) then 'expertiseKnown' end], null) as unknown`);
  return row?.unknown ?? [];
}

/** Saves the whole profile over version `version` (0: there is none yet). False when it changed meanwhile. */
export async function saveProfile(
  tx: Transaction,
  who: Identity,
  profile: ProfileInput,
  version: number,
): Promise<boolean> {
  const { tenantId, personId } = who;
  const {
    employedFrom = null,
    formerOrganisation,
    fromSpecial = false,
    about,
    languages = [],
    areas = [],
    expertise = [],
  } = profile;
  const areaIds = sql`coalesce((select array_agg(r.id order by r.name, r.id) from area r
    where r.tenant_id = ${tenantId} and r.code = any (${areas}::text[])), '{}')`;
  const [organisation, story] = [formerOrganisation || null, about || null];
  const saved =
    version === 0
      ? await tx.run(sql`insert into specialist (tenant_id, person_id, employed_from, former_organisation, from_special, languages, areas, about)
          values (${tenantId}, ${personId}, ${employedFrom}, ${organisation}, ${fromSpecial}, ${languages}, ${areaIds}, ${story})
          on conflict (tenant_id, person_id) do nothing`)
      : await tx.run(sql`update specialist set employed_from = ${employedFrom}, former_organisation = ${organisation},
          from_special = ${fromSpecial}, languages = ${languages}, areas = ${areaIds}, about = ${story}, version = version + 1
          where tenant_id = ${tenantId} and person_id = ${personId} and version = ${version}`);
  if (saved === 0) return false;
  const codes = expertise.map(({ code }) => code);
  const levels = expertise.map(({ level }) => level);
  await tx.run(sql`delete from specialist_expertise
    where tenant_id = ${tenantId} and person_id = ${personId} and expertise <> all (${codes}::text[])`);
  await tx.run(sql`insert into specialist_expertise (tenant_id, person_id, expertise, level)
    select ${tenantId}, ${personId}, code, level from unnest(${codes}::text[], ${levels}::int[]) as k (code, level)
    on conflict (tenant_id, person_id, expertise) do update set level = excluded.level`);
  return true;
}

export async function addContract(
  tx: Transaction,
  who: Identity,
  id: string,
  { from, to, fte, dagdelen }: ContractInput,
): Promise<void> {
  await tx.run(sql`insert into contract (tenant_id, id, person_id, starts_on, ends_on, fte, dagdelen)
    values (${who.tenantId}, ${id}, ${who.personId}, ${from}, ${to ?? null}::date + 1, ${fte}, ${dagdelen})`);
}

/** False when it changed meanwhile. */
export async function changeContract(
  tx: Transaction,
  who: Identity,
  { id, version }: { readonly id: string; readonly version: number },
  { from, to, fte, dagdelen }: ContractInput,
): Promise<boolean> {
  const rows =
    await tx.run(sql`update contract set starts_on = ${from}, ends_on = ${to ?? null}::date + 1, fte = ${fte},
      dagdelen = ${dagdelen}, version = version + 1
    where tenant_id = ${who.tenantId} and person_id = ${who.personId} and id = ${id} and version = ${version}`);
  return rows === 1;
}

export async function addAbsence(
  tx: Transaction,
  who: Identity,
  id: string,
  { from, to }: AbsenceInput,
): Promise<void> {
  await tx.run(sql`insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on)
    values (${who.tenantId}, ${id}, ${who.personId}, ${from}, ${to ?? null}::date + 1)`);
}

/** False when it changed meanwhile. */
export async function changeAbsence(
  tx: Transaction,
  who: Identity,
  { id, version }: { readonly id: string; readonly version: number },
  { from, to }: AbsenceInput,
): Promise<boolean> {
  const rows =
    await tx.run(sql`update specialist_absence set starts_on = ${from}, ends_on = ${to ?? null}::date + 1, version = version + 1
    where tenant_id = ${who.tenantId} and person_id = ${who.personId} and id = ${id} and version = ${version}`);
  return rows === 1;
}

export async function removeAbsence(tx: Transaction, who: Identity, id: string): Promise<boolean> {
  const rows = await tx.run(sql`delete from specialist_absence
    where tenant_id = ${who.tenantId} and person_id = ${who.personId} and id = ${id}`);
  return rows === 1;
}
