/** Steps of transitions: row-level security shows them to that person and the team lead alone. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { CorrectInput, RecordInput } from './transition.input.ts';
import type { TransitionStep } from './transition.rules.ts';

export interface TransitionRow {
  readonly id: string;
  readonly version: number;
  readonly person: { readonly id: string; readonly name: string };
  readonly profile: { readonly id: string; readonly name: string };
  readonly step: TransitionStep;
  readonly onDate: CivilDate;
  readonly words: string | null;
  readonly by: string;
}

const columns = sql`t.id, t.version, jsonb_build_object('id', p.id, 'name', p.name) as person,
  jsonb_build_object('id', f.id, 'name', f.name) as profile, t.step, t.on_date as "onDate", t.words, b.name as by`;
const joined = sql`role_transition t join person p on p.tenant_id = t.tenant_id and p.id = t.person_id
  join role_profile f on f.tenant_id = t.tenant_id and f.id = t.profile_id join person b on b.tenant_id = t.tenant_id and b.id = t.by_id`;

/** Of a team lead: everybody's. Of anybody else: their own. */
export function findTransitions(
  reader: Reader,
  { tenantId }: Identity,
  personId?: string,
): Promise<readonly TransitionRow[]> {
  const whose = personId === undefined ? sql`` : sql`and t.person_id = ${personId}`;
  return reader.rows<TransitionRow>(sql`select ${columns} from ${joined} where t.tenant_id = ${tenantId} ${whose}
    order by p.name, p.id, f.name, f.id, t.on_date, array_position(array['talk', 'offer', 'signed', 'started'], t.step), t.id`);
}

export function getTransition(
  reader: Reader,
  { tenantId }: Identity,
  id: string,
): Promise<TransitionRow | undefined> {
  return reader.first<TransitionRow>(
    sql`select ${columns} from ${joined} where t.tenant_id = ${tenantId} and t.id = ${id}`,
  );
}

export interface TransitionChoices {
  /** Specialists of today, and who becomes one. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly profiles: readonly { readonly id: string; readonly name: string }[];
}

export async function findTransitionChoices(
  reader: Reader,
  { tenantId }: Identity,
): Promise<TransitionChoices> {
  const found = await reader.first<TransitionChoices>(sql`select (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]')
      from person p where p.tenant_id = ${tenantId} and exists (select from appointment a where a.tenant_id = p.tenant_id
        and a.person_id = p.id and a.role = 'specialist' and (a.ends_on is null or a.ends_on > (select app_today())))) as people, (
      select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.name, f.id), '[]')
      from role_profile f where f.tenant_id = ${tenantId}) as profiles`);
  return found ?? { people: [], profiles: [] };
}

/** Gives the id; undefined when this step of this person stands there already. */
export async function addTransition(
  tx: Transaction,
  { tenantId }: Identity,
  { personId, profileId, step, onDate, words }: RecordInput,
): Promise<string | undefined> {
  const id = newId();
  const added =
    await tx.run(sql`insert into role_transition (tenant_id, id, person_id, profile_id, step, on_date, words)
    values (${tenantId}, ${id}, ${personId}, ${profileId}, ${step}, ${onDate}, ${words || null})
    on conflict (tenant_id, person_id, profile_id, step) do nothing`);
  return added === 1 ? id : undefined;
}

export function lockTransition(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
): Promise<{ readonly version: number; readonly step: TransitionStep } | undefined> {
  return tx.first(
    sql`select version, step from role_transition where tenant_id = ${tenantId} and id = ${id} for update`,
  );
}

export async function saveTransition(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  { onDate, words }: CorrectInput,
): Promise<void> {
  await tx.run(sql`update role_transition set on_date = ${onDate}, words = ${words || null}
    where tenant_id = ${tenantId} and id = ${id}`);
}

export async function removeTransition(tx: Transaction, { tenantId }: Identity, id: string): Promise<void> {
  await tx.run(sql`delete from role_transition where tenant_id = ${tenantId} and id = ${id}`);
}
