/** The yearly question. Row-level security shows somebody their own answers; words of others come from `yearly_words` alone. */
import { type Reader, sql, type Transaction } from '../../../platform/database.ts';
import { newId } from '../../../platform/ids.ts';
import type { Identity } from '../../../platform/pure/actor.ts';
import type { YearlyInput } from './yearly.input.ts';
import type { Months } from './yearly.rules.ts';

export interface YearlyAnswer {
  readonly id: string;
  readonly version: number;
  readonly schoolId: string;
  readonly school: { readonly code: string; readonly name: string };
  /** The year in which the school year begins. */
  readonly year: number;
  readonly grade: number | null;
  readonly wentWell: string | null;
  readonly couldBeBetter: string | null;
  readonly nameShown: boolean;
  /** It was given; else it is a draft. */
  readonly given: boolean;
}

const columns = sql`a.id, a.version, a.school_id as "schoolId", jsonb_build_object('code', s.code, 'name', s.name) as school, a.year, a.grade,
  a.went_well as "wentWell", a.could_be_better as "couldBeBetter", a.name_shown as "nameShown", a.given_at is not null as given`;

/** The reader's own answers, the latest school year first. */
export const findAnswers = (
  reader: Reader,
  { tenantId, personId }: Identity,
): Promise<readonly YearlyAnswer[]> =>
  reader.rows(sql`select ${columns} from yearly_answer a join school s on s.tenant_id = a.tenant_id and s.id = a.school_id
    where a.tenant_id = ${tenantId} and a.person_id = ${personId} order by a.year desc, s.name, a.id`);

export const getAnswer = (
  reader: Reader,
  { tenantId, personId }: Identity,
  id: string,
): Promise<YearlyAnswer | undefined> =>
  reader.first(sql`select ${columns} from yearly_answer a join school s on s.tenant_id = a.tenant_id and s.id = a.school_id
    where a.tenant_id = ${tenantId} and a.person_id = ${personId} and a.id = ${id}`);

/** When the question is open, with the version of the partnership. */
export const getMonths = (
  reader: Reader,
  tenantId: string,
): Promise<(Months & { readonly version: number }) | undefined> =>
  reader.first(
    sql`select yearly_from as "from", yearly_to as "to", version from tenant where tenant_id = ${tenantId}`,
  );

/** False when somebody else changed the partnership first. */
export async function saveMonths(
  tx: Transaction,
  tenantId: string,
  { from, to }: Months,
  version: number,
): Promise<boolean> {
  const rows =
    await tx.run(sql`update tenant set yearly_from = ${from}, yearly_to = ${to}, version = version + 1
    where tenant_id = ${tenantId} and version = ${version}`);
  return rows === 1;
}

interface Words {
  readonly wentWell: string | null;
  readonly couldBeBetter: string | null;
}

export interface YearlyWords {
  /** How many people answered: to a team lead as it is, to others as it was released; null: hidden, or not released yet. */
  readonly givers: number | null;
  readonly named: readonly (Words & { readonly school: string; readonly by: string })[];
  /** Null: of fewer than five people. */
  readonly unnamed: readonly Words[] | null;
}

/** What schools wrote in a school year that is over. Throws NotAdmitted for whom it is not. */
export async function getWords(reader: Reader, year: number): Promise<YearlyWords> {
  const row = await reader.first<{ words: YearlyWords }>(sql`select yearly_words(${year}) as words`);
  return row?.words ?? { givers: null, named: [], unnamed: null };
}

/** Keeps an answer of this school year, and with `give` gives it. Throws Stale, LawRefused, NotAdmitted. */
export async function saveAnswer(
  tx: Transaction,
  schoolId: string,
  { grade = null, wentWell, couldBeBetter, nameShown = false }: Nullable,
  give: boolean,
  version: number | undefined,
): Promise<{ readonly id: string; readonly version: number }> {
  const row = await tx.first<{ saved: { readonly id: string; readonly version: number } }>(
    sql`select save_yearly_answer(${newId()}, ${schoolId}, ${version ?? null}, ${grade}, ${wentWell || null}, ${couldBeBetter || null},
      ${nameShown}, ${give}) as saved`,
  );
  if (row === undefined) throw new Error('an answer was not kept');
  return row.saved;
}

type Nullable = Omit<YearlyInput, 'grade'> & { readonly grade?: number | null | undefined };
