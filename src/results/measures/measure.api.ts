/** Measures for machines: what they are, and their figures: live for who works on the records, of releases for others. */
import { z } from 'zod';
import type { ReadDatabase, Reader } from '../../platform/database.ts';
import { day } from '../../platform/input.ts';
import { problems } from '../../platform/problem.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { type ApiRoute, getApi } from '../../platform/route.ts';
import { type Figure, figuresBy, totalOf } from './figure.rules.ts';
import { findLabels, labelled } from './label.store.ts';
import { access, isInsider } from './measure.access.ts';
import {
  type Dimension,
  dimensions,
  isMeasureCode,
  type Measure,
  measureOf,
  measures,
} from './measure.rules.ts';
import { findFacts } from './measure.store.ts';
import { definitionHref, releasedCounts, unitWords } from './measure.words.ts';
import { type Period, schoolYear, schoolYearOf } from './period.rules.ts';
import { findReleasedFigures } from './released-figures.ts';

const definition = z.object({
  name: z.string(),
  title: z.string(),
  definition: z.string(),
  unit: z.string(),
  source: z.string(),
  counts: z.string(),
  /** What n counts in released figures, which may be more than the figure is of. */
  countsReleased: z.string(),
  by: z.array(z.string()),
  higherIsBetter: z.boolean().nullable(),
  href: z.string(),
});

const shownCount = z.union([z.int(), z.literal('<5')]);
const number = z.number().nullable();
const rows = z.object({
  rows: z.array(
    z
      .object({
        key: z.string(),
        title: z.string(),
        n: shownCount,
        value: number,
        parts: z.array(z.object({ key: z.string(), n: shownCount }).loose()).optional(),
      })
      .loose(),
  ),
  /** Null, as the others: nothing was released of what was asked. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  asOf: z.iso.date().nullable(),
});

/** So many years at once: more is an export of everything. */
const mostYears = 6;

const period = z
  .object({
    from: day().optional(),
    to: day().optional(),
    by: z.enum(dimensions).optional(),
    released: z.enum(['true', 'false']).optional(),
    board: z.string().max(40).optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'De laatste dag ligt voor de eerste.',
  })
  .refine(
    ({ from, to }) => from === undefined || to === undefined || yearsOf(to) - yearsOf(from) <= mostYears,
    {
      path: ['from'],
      message: `Vraag ten hoogste ${mostYears} jaar tegelijk.`,
    },
  );

const yearsOf = (on: CivilDate) => Number(on.slice(0, 4));

export const measureApi: readonly ApiRoute[] = [
  getApi(
    '/measures',
    'public',
    {
      summary: 'Alle maten, met hun definitie',
      answer: z.object({ items: z.array(definition) }),
    },
    async () => ({ status: 200, body: { items: measures.map(showDefinition) } }),
  ),
  getApi(
    '/measures/:name',
    access.read,
    {
      summary:
        'De cijfers van een maat: van nu voor wie aan de vragen werkt (zonder dagen: dit schooljaar), anders van een afgesloten periode',
      answer: rows,
      query: period,
    },
    async ({ actor, params, query, database, today }) => {
      const name = params['name'] ?? '';
      if (!isMeasureCode(name)) return problems.notFound();
      const measure = measureOf(name);
      const { by } = query;
      if (by !== undefined && !measure.dimensions.includes(by)) return problems.badInput([notSplit(measure)]);
      if (!isInsider(actor) || query.released === 'true') return released(database, actor, measure, query);
      const year = schoolYear(schoolYearOf(query.from ?? query.to ?? today));
      const asked = { from: query.from ?? year.from, to: query.to ?? year.to };
      const found = await database.read(actor, (reader) => figuresOf(reader, actor, measure, asked, by));
      return { status: 200, body: { rows: found, ...asked, asOf: today } };
    },
  ),
];

type Query = z.infer<typeof period>;

/** Who only works at schools compares with the partnership on their own pages, where their part of it is minded. */
async function released(
  database: ReadDatabase,
  actor: Actor,
  measure: Measure,
  { from, to, by, board }: Query,
) {
  if (!hasRole(actor, 'team_lead', ...access.outsiders)) return problems.forbidden();
  if (by === 'school') return problems.badInput([notSplit(measure)]);
  const asked = { from, to, by, board };
  const found = await database.read(actor, (reader) =>
    findReleasedFigures(reader, actor, measure.code, asked),
  );
  const body = {
    rows: found.figures.map(({ code, name, ...figure }) => ({ ...figure, key: code, title: name })),
    from: found.period?.from ?? null,
    to: found.period?.to ?? null,
    asOf: found.asOf,
  };
  return { status: 200, body };
}

async function figuresOf(
  reader: Reader,
  actor: Actor,
  measure: Measure,
  asked: Period,
  by: Dimension | undefined,
) {
  if (by === undefined)
    return [showRow(totalOf(measure, await findFacts(reader, actor, measure.code, asked)))];
  const [facts, labels] = await Promise.all([
    findFacts(reader, actor, measure.code, asked),
    findLabels(reader, actor, by),
  ]);
  return labelled(figuresBy(measure, facts, by), labels, by).map(({ code, name, ...figure }) =>
    showRow({ ...figure, key: code }, name),
  );
}

const showRow = ({ key, ...figure }: Figure, title = 'Alles samen') => ({ key, title, ...figure });

const showDefinition = (measure: Measure) => {
  const { code, name, unit, definition: text, source, counts, dimensions: by, higherIsBetter } = measure;
  return {
    name: code,
    title: name,
    definition: text,
    unit: unitWords[unit],
    source,
    counts,
    countsReleased: releasedCounts(measure),
    by,
    higherIsBetter,
    href: definitionHref(code),
  };
};

const notSplit = (measure: Measure) => ({
  in: 'query' as const,
  location: 'by',
  code: 'not_split',
  detail:
    measure.dimensions.length === 0
      ? 'Deze maat is niet te verdelen.'
      : `Deze maat is te verdelen naar: ${measure.dimensions.join(', ')}.`,
});
