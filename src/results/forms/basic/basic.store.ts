/** Basisondersteuning of schools. Row-level security shows forms to the school, its contact person and team leads. */
import { type Reader, sql, type Transaction } from '../../../platform/database.ts';
import { newId } from '../../../platform/ids.ts';
import type { Identity } from '../../../platform/pure/actor.ts';
import type { Cursor } from '../../../platform/pure/cursor.ts';
import type { CivilDate } from '../../../platform/pure/dates.ts';
import type { CriterionInput, JudgeInput } from './basic.input.ts';
import { type FormState, type Level, levels, type Side } from './basic.rules.ts';

export interface Criterion {
  readonly nth: number;
  readonly version: number;
  readonly name: string;
  readonly explanation: string | null;
  readonly source: string;
  /** From this day on it is not judged any more. */
  readonly endedOn: CivilDate | null;
}

/** In the order in which they were made. */
export const findCriteria = (reader: Reader, { tenantId }: Identity): Promise<readonly Criterion[]> =>
  reader.rows(sql`select nth, version, name, explanation, source, ended_on as "endedOn" from basic_criterion
    where tenant_id = ${tenantId} order by nth`);

export interface Judgement {
  readonly criterion: number;
  /** The criterion as it read on that day. */
  readonly asked: string;
  readonly level: Level;
  readonly words: string | null;
}

export interface BasicForm {
  readonly id: string;
  readonly version: number;
  readonly school: { readonly id: string; readonly code: string; readonly name: string };
  readonly judgedOn: CivilDate;
  readonly side: Side;
  readonly state: FormState;
  readonly writerId: string;
  readonly writtenBy: string | null;
  /** With `agreed` or `answered`. */
  readonly answeredBy: string | null;
  readonly answeredOn: CivilDate | null;
  /** How the other side sees it. */
  readonly words: string | null;
  readonly judgements: readonly Judgement[];
}

const columns = sql`f.id, f.version, jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name) as school, f.on_date as "judgedOn", f.side,
  case when f.replaced_at is not null then 'replaced' else coalesce(f.verdict, 'waiting') end as state, f.written_by as "writerId",
  w.name as "writtenBy", a.name as "answeredBy", day_of(f.answered_at) as "answeredOn", f.words,
  (select coalesce(jsonb_agg(jsonb_build_object('criterion', j.nth, 'asked', j.asked, 'level', (${levels}::text[])[j.level + 1], 'words', j.words)
    order by j.nth), '[]') from basic_judgement j where j.tenant_id = f.tenant_id and j.form_id = f.id) as judgements`;
const joined = sql`basic_form f join school s on s.tenant_id = f.tenant_id and s.id = f.school_id
  left join person w on w.tenant_id = f.tenant_id and w.id = f.written_by
  left join person a on a.tenant_id = f.tenant_id and a.id = f.answered_by`;

interface FormFilter {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly code?: string | undefined;
}

/** The latest day first; one more than asked when there are more. */
export function findForms(
  reader: Reader,
  { tenantId }: Identity,
  { limit, after, code }: FormFilter,
): Promise<readonly BasicForm[]> {
  const beyond =
    after === undefined ? sql`` : sql`and (f.on_date, f.id) < (${after.key}::date, ${after.id}::uuid)`;
  const at =
    code === undefined
      ? sql``
      : sql`and f.school_id = (select id from school where tenant_id = ${tenantId} and code = ${code})`;
  return reader.rows(sql`select ${columns} from ${joined} where f.tenant_id = ${tenantId} ${at} ${beyond}
    order by f.on_date desc, f.id desc limit ${limit + 1}`);
}

/** The form of a school that waits for an answer. */
export const findWaiting = (
  reader: Reader,
  { tenantId }: Identity,
  code: string,
): Promise<BasicForm | undefined> =>
  reader.first(sql`select ${columns} from ${joined} where f.tenant_id = ${tenantId} and s.code = ${code}
    and f.verdict is null and f.replaced_at is null`);

export const getForm = (reader: Reader, { tenantId }: Identity, id: string): Promise<BasicForm | undefined> =>
  reader.first(sql`select ${columns} from ${joined} where f.tenant_id = ${tenantId} and f.id = ${id}`);

export interface SchoolAtGlance {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Of the last form both sides agreed on. */
  readonly agreedOn: CivilDate | null;
  /** Of that form: how many criteria have each level. */
  readonly met: number;
  readonly judged: number;
  /** Which side wrote the form that waits. */
  readonly waitingFrom: Side | null;
}

/** Schools by name, those with these ids or all. One more than asked when there are more. */
export function findSchools(
  reader: Reader,
  { tenantId }: Identity,
  {
    ids,
    limit,
    after,
  }: { readonly ids: readonly string[] | null; readonly limit: number; readonly after?: Cursor | undefined },
): Promise<readonly SchoolAtGlance[]> {
  const of =
    ids === null
      ? sql`and (s.ended_on is null or s.ended_on > (select app_today()))`
      : sql`and s.id = any (${ids}::uuid[])`;
  const beyond = after === undefined ? sql`` : sql`and (s.name, s.id) > (${after.key}, ${after.id}::uuid)`;
  return reader.rows(sql`select s.id, s.code, s.name, l.on_date as "agreedOn", coalesce(j.met, 0) as met, coalesce(j.judged, 0) as judged, w.side as "waitingFrom"
    from (select s.tenant_id, s.id, s.code, s.name from school s where s.tenant_id = ${tenantId} ${of} ${beyond} order by s.name, s.id limit ${limit + 1}) s
    left join lateral (select f.id, f.on_date from basic_form f where f.tenant_id = s.tenant_id and f.school_id = s.id and f.verdict = 'agreed'
      order by f.on_date desc, f.written_at desc, f.id desc limit 1) l on true
    left join lateral (select count(*) filter (where x.level = 2)::int as met, count(*)::int as judged from basic_judgement x
      where x.tenant_id = s.tenant_id and x.form_id = l.id) j on true
    left join basic_form w on w.tenant_id = s.tenant_id and w.school_id = s.id and w.verdict is null and w.replaced_at is null
    order by s.name, s.id`);
}

/** A school that is there, by its code. */
export const getSchool = (
  reader: Reader,
  { tenantId }: Identity,
  code: string,
): Promise<{ readonly id: string; readonly code: string; readonly name: string } | undefined> =>
  reader.first(sql`select id, code, name from school where tenant_id = ${tenantId} and code = ${code}`);

/** Gives the id. Throws LawRefused, NotAdmitted. */
export async function addForm(
  tx: Transaction,
  schoolId: string,
  { judgedOn, judgements }: JudgeInput,
): Promise<string> {
  const id = newId();
  const rows = judgements.map(({ criterion, level, words }) => ({
    nth: criterion,
    level: levels.indexOf(level),
    words,
  }));
  await tx.run(sql`select write_basic_form(${id}, ${schoolId}, ${judgedOn}, ${JSON.stringify(rows)}::jsonb)`);
  return id;
}

/** Without words it is agreed. Throws Stale, LawRefused, NotAdmitted. */
export async function answerForm(
  tx: Transaction,
  id: string,
  version: number | undefined,
  words: string | null,
): Promise<void> {
  await tx.run(sql`select answer_basic_form(${id}, ${version ?? null}, ${words})`);
}

/** Adds a criterion, or changes the one with this number. Gives its number. */
export async function saveCriterion(
  tx: Transaction,
  nth: number | null,
  version: number | undefined,
  { name, explanation, source, ended = false }: CriterionInput,
): Promise<number> {
  const row = await tx.first<{ nth: number }>(
    sql`select save_criterion(${nth}, ${version ?? null}, ${name}, ${explanation || null}, ${source}, ${ended}) as nth`,
  );
  if (row === undefined) throw new Error('a criterion was not kept');
  return row.nth;
}
