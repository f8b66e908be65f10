/**
 * Facts: the cases that figures are made of (`figure.rules.ts`). The SQL stands in functions of migrations/0057 (forms: 0059), so that who
 * works on records and the job that makes releases ask the very same; which rows there are, row-level security decides.
 */
import { type Database, type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { Fact } from './figure.rules.ts';
import type { MeasureCode } from './measure.rules.ts';
import type { Period } from './period.rules.ts';

type Found = Fact & { readonly measure: MeasureCode };

const columns = sql`f.measure, f.id, f.school_id as "schoolId", f.board_id as "boardId", f.area_id as "areaId", f.expertise, f.level, f.kind,
  f.ambition_id as "ambitionId", f.on_date as "on", f.value, f.against as "of", f.open`;

/** The facts of each measure that was asked for; a measure without facts has an empty list. */
export type Facts = Readonly<Record<string, readonly Fact[]>>;

/**
 * The facts of some measures as the reader may see them, in one query: at most one pass over each subject's tables. Both days of the
 * period belong to it. Who is not part of the work on any record finds none.
 */
export async function findFactsOf(
  reader: Reader,
  who: Identity,
  measures: readonly MeasureCode[],
  { from, to }: Period,
): Promise<Facts> {
  return byMeasure(
    measures,
    await reader.rows(
      sql`select ${columns} from measure_facts(${who.tenantId}::uuid, ${measures}::text[], ${from}::date, ${to}::date) f`,
    ),
  );
}

/** The same of one measure. */
export async function findFacts(
  reader: Reader,
  who: Identity,
  measure: MeasureCode,
  period: Period,
): Promise<readonly Fact[]> {
  return (await findFactsOf(reader, who, [measure], period))[measure] ?? [];
}

/** The facts of a whole partnership, for the job that makes releases: within somebody's request the database refuses it. */
export async function findFactsForRelease(
  database: Database,
  tenantId: string,
  measures: readonly MeasureCode[],
  { from, to }: Period,
): Promise<Facts> {
  // Nobody's transaction, rows, and a query for each: a year of a large partnership is too much for one value or one statement's time.
  return database.read('visitor', async (reader) => {
    const found: (readonly Found[])[] = [];
    for (const measure of measures)
      found.push(
        await reader.rows(sql`select ${columns} from job_facts(${tenantId}::uuid, ${[measure]}::text[], ${from}::date, ${to}::date,
          ${database.movedClock()}::timestamptz) f`),
      );
    return byMeasure(measures, found.flat());
  });
}

function byMeasure(measures: readonly MeasureCode[], found: readonly Found[]): Facts {
  const facts = new Map<string, Fact[]>(measures.map((measure) => [measure, []]));
  for (const one of found) facts.get(one.measure)?.push(one);
  return Object.fromEntries(facts);
}
