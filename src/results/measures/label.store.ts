/** What figures are split by, in words and in an order that has nothing to do with size. */
import { join, type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import { showDate } from '../../platform/pure/dates.ts';
import type { Dimension } from './measure.rules.ts';
import { kindWords, levelWords, noneWords } from './measure.words.ts';

/** A value of a dimension. */
export interface Label {
  /** As in `Figure.key`. */
  readonly key: string;
  /** What the API and addresses call it: a code where there is one. */
  readonly code: string;
  readonly name: string;
}

const registers: Readonly<Partial<Record<Dimension, (who: Identity) => Sql>>> = {
  board: ({ tenantId }) =>
    sql`select id as key, code, name from board where tenant_id = ${tenantId} order by name, id`,
  area: ({ tenantId }) =>
    sql`select id as key, code, name from area where tenant_id = ${tenantId} order by name, id`,
  school: ({ tenantId }) =>
    sql`select id as key, code, name from school where tenant_id = ${tenantId} order by name, id`,
  ambition: ({ tenantId }) =>
    sql`select id as key, id::text as code, name from ambition where tenant_id = ${tenantId} order by name, id`,
  expertise: ({ tenantId }) =>
    sql`select code as key, code, name from expertise where tenant_id = ${tenantId} order by position, name`,
  // Criteria of basisondersteuning; other kinds have words.
  kind: ({ tenantId }) =>
    sql`select 'criterion_' || nth as key, 'criterion_' || nth as code, name from basic_criterion where tenant_id = ${tenantId} order by nth`,
};

/** The names of all values of a dimension, in the order in which they are shown; of what no register names none. One query at most. */
export async function findLabels(reader: Reader, who: Identity, by: Dimension): Promise<readonly Label[]> {
  const register = registers[by];
  const named = register === undefined ? [] : await reader.rows<Label>(register(who));
  return [...labelsOfWords(by), ...named];
}

/** The same of several dimensions, in one query. */
export async function findLabelsOf(
  reader: Reader,
  who: Identity,
  dimensions: readonly Dimension[],
): Promise<Readonly<Partial<Record<Dimension, readonly Label[]>>>> {
  const asked = [...new Set(dimensions)];
  const registered = asked.flatMap((by) => {
    const register = registers[by];
    return register === undefined
      ? []
      : [
          sql`select ${by}::text as "by", coalesce(jsonb_agg(to_jsonb(x)), '[]') as labels from (${register(who)}) x`,
        ];
  });
  const found =
    registered.length === 0
      ? []
      : await reader.rows<{ by: Dimension; labels: readonly Label[] }>(
          sql`${join(registered, ' union all ')}`,
        );
  const named = new Map(found.map(({ by, labels }) => [by, labels]));
  return Object.fromEntries(asked.map((by) => [by, [...labelsOfWords(by), ...(named.get(by) ?? [])]]));
}

/** The names that stand in no register. */
function labelsOfWords(by: Dimension): readonly Label[] {
  const words = by === 'level' ? levelWords : by === 'kind' ? kindWords : {};
  return Object.entries(words).map(([key, name]) => ({ key, code: key, name }));
}

/** Puts figures in the order of their labels, and what has none (criteria, quarters, nothing) behind, by key. */
export function labelled<F extends { readonly key: string }>(
  figures: readonly F[],
  labels: readonly Label[],
  by: Dimension,
): readonly (Omit<F, 'key'> & Label)[] {
  const found = new Map(figures.map((figure) => [figure.key, figure]));
  const known = labels.flatMap((label) => {
    const figure = found.get(label.key);
    found.delete(label.key);
    return figure === undefined ? [] : [{ ...figure, ...label }];
  });
  const rest = [...found.values()].map((figure) => ({
    ...figure,
    code: figure.key,
    name: nameOf(figure.key, by),
  }));
  return [...known, ...rest];
}

function nameOf(key: string, by: Dimension): string {
  if (key === 'none') return noneWords[by];
  return by === 'quarter' ? `Vanaf ${showDate(key)}` : key;
}
