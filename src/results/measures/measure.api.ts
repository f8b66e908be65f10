/** Measures for machines: what they are, and the figures of who works on the records. */
import { z } from 'zod';
import type { Reader } from '../../platform/database.ts';
import { day } from '../../platform/input.ts';
import { problems } from '../../platform/problem.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { type ApiRoute, getApi } from '../../platform/route.ts';
import { type Figure, figuresBy, totalOf } from './figure.rules.ts';
import { findLabels, labelled } from './label.store.ts';
import { access } from './measure.access.ts';
import {
  type Dimension,
  dimensions,
  isMeasureCode,
  type Measure,
  measureOf,
  measures,
} from './measure.rules.ts';
import { findFacts } from './measure.store.ts';
import { unitWords } from './measure.words.ts';
import { type Period, schoolYear, schoolYearOf } from './period.rules.ts';

const definition = z.object({
  name: z.string(),
  title: z.string(),
  definition: z.string(),
  unit: z.string(),
  source: z.string(),
  counts: z.string(),
  by: z.array(z.string()),
  higherIsBetter: z.boolean().nullable(),
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
  from: z.iso.date(),
  to: z.iso.date(),
  asOf: z.iso.date(),
});

/** So many years at once: more is an export of everything. */
const mostYears = 6;

const period = z
  .object({ from: day().optional(), to: day().optional(), by: z.enum(dimensions).optional() })
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
    access.insiders,
    {
      summary:
        'De cijfers van een maat over een periode, van wat u zelf mag lezen; zonder dagen: dit schooljaar',
      answer: rows,
      query: period,
    },
    async ({ actor, params, query, database, today }) => {
      const name = params['name'] ?? '';
      if (!isMeasureCode(name)) return problems.notFound();
      const measure = measureOf(name);
      const { by } = query;
      if (by !== undefined && !measure.dimensions.includes(by)) return problems.badInput([notSplit(measure)]);
      const year = schoolYear(schoolYearOf(query.from ?? query.to ?? today));
      const asked = { from: query.from ?? year.from, to: query.to ?? year.to };
      const found = await database.read(actor, (reader) => figuresOf(reader, actor, measure, asked, by));
      return { status: 200, body: { rows: found, ...asked, asOf: today } };
    },
  ),
];

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

const showDefinition = ({
  code,
  name,
  unit,
  definition: text,
  source,
  counts,
  dimensions: by,
  higherIsBetter,
}: Measure) => ({
  name: code,
  title: name,
  definition: text,
  unit: unitWords[unit],
  source,
  counts,
  by,
  higherIsBetter,
});

const notSplit = (measure: Measure) => ({
  in: 'query' as const,
  location: 'by',
  code: 'not_split',
  detail:
    measure.dimensions.length === 0
      ? 'Deze maat is niet te verdelen.'
      : `Deze maat is te verdelen naar: ${measure.dimensions.join(', ')}.`,
});
