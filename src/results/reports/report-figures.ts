/** The figures of a report, read in the name of who asked for it: live from the rows they read, or of what was released. */
import type { ReadDatabase, Reader } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import { saidOf } from '../dashboards/finding.rules.ts';
import { type Fact, figuresBy, type ShownFigure, totalOf } from '../measures/figure.rules.ts';
import { findLabels, type Label, labelled } from '../measures/label.store.ts';
import { type Dimension, isAmount, type Measure } from '../measures/measure.rules.ts';
import { type Facts, findFactsOf } from '../measures/measure.store.ts';
import { releasedCounts } from '../measures/measure.words.ts';
import { isOthers } from '../measures/others.rules.ts';
import { type Period, schoolYear, schoolYearOf, yearBefore } from '../measures/period.rules.ts';
import { headOf } from '../releases/kin.rules.ts';
import { findRelease, type Release } from '../releases/release.store.ts';
import { measuresIn, sourceOf, splitsIn } from './report.rules.ts';
import { findOnAgenda, findReadersOf, type Report } from './report.store.ts';
import {
  type MeasureRows,
  partRows,
  type ReportContent,
  type ReportFigure,
  type ReportRow,
} from './report.view.ts';

/** Questions that came to the committee in a period were submitted at most so long before. */
const agendaYears = 2;

/**
 * All figures of a report; undefined: nothing was released of it, or nobody waits for it any more. The facts come first, for they share
 * their passes; each measure then has a transaction of its own.
 * @param say is told which share of the work is done; false: nobody waits
 */
export async function readReport(
  database: ReadDatabase,
  who: Identity,
  report: Report,
  say: (share: number) => Promise<boolean>,
): Promise<ReportContent | undefined> {
  const all = measuresIn(report.kind);
  const facts =
    sourceOf(report.kind) === 'live'
      ? await database.read(who, (reader) => findLiveFacts(reader, who, report))
      : undefined;
  const known = await findKnown(database, who, report);
  const names = namesFor(who);
  const measures: MeasureRows[] = [];
  for (const [nth, measure] of all.entries()) {
    if (!(await say((nth + 1) / (all.length + 1)))) return undefined;
    const found = await database.read(who, (reader) => {
      const asked = { reader, who, report, measure, names, known };
      return facts === undefined ? findReleased(asked) : countLive(asked, facts);
    });
    const { code, name, unit, kind, definition, source } = measure;
    // A release counts what shares its cases as one: whatever the measure leaves out is told nowhere.
    const counts = facts === undefined ? releasedCounts(measure) : measure.counts;
    if (found !== undefined) measures.push({ code, name, unit, kind, definition, source, counts, ...found });
  }
  if (measures.length === 0) return undefined;
  const { kind, byLead, partnership, place, from, to, asOf } = report;
  return { kind, byLead, partnership, place: place?.name ?? null, from, to, asOf, measures };
}

interface Asked {
  readonly reader: Reader;
  readonly who: Identity;
  readonly report: Report;
  readonly measure: Measure;
  readonly names: Names;
  /** What those who read the report know of the partnership, each by themselves; undefined: it is not compared with. */
  readonly known: readonly Facts[] | undefined;
}

type Found = Pick<MeasureRows, 'said' | 'rows'>;

type Names = (reader: Reader, by: Dimension) => Promise<readonly Label[]>;

/** The names of what figures are split by, each looked up once a report. */
function namesFor(who: Identity): Names {
  const known = new Map<Dimension, readonly Label[]>();
  return async (reader, by) => {
    const found = known.get(by) ?? (await findLabels(reader, who, by));
    known.set(by, found);
    return found;
  };
}

interface LiveFacts {
  readonly now: Facts;
  /** A year before. */
  readonly before: Facts;
}

/**
 * A school is compared with the partnership over a closed school year alone: years do not overlap, and quarters would make out each other. Who
 * reads the report may know more than who asked for it: a contact person has other schools.
 */
async function findKnown(
  database: ReadDatabase,
  who: Identity,
  { kind, place, byLead, from, to }: Report,
): Promise<readonly Facts[] | undefined> {
  const year = schoolYear(schoolYearOf(from));
  if (kind !== 'school' || place === null || year.from !== from || year.to !== to) return undefined;
  // A team lead reads all of the partnership.
  if (byLead) return [];
  const codes = measuresIn(kind).flatMap(({ code }) => [code, headOf(code)]);
  const readers = await database.read(who, (reader) => findReadersOf(reader, who, place.id));
  const known: Facts[] = [];
  for (const one of readers)
    known.push(
      await database.read(one, (reader) => findFactsOf(reader, one, [...new Set(codes)], { from, to })),
    );
  return known;
}

/** The facts of a school, or of what stood on the committee's agenda. */
async function findLiveFacts(reader: Reader, who: Identity, report: Report): Promise<LiveFacts> {
  const codes = measuresIn(report.kind).map(({ code }) => code);
  const factsIn = async (period: Period): Promise<Facts> => {
    if (report.kind !== 'committee') {
      const found = await findFactsOf(reader, who, codes, period);
      return only(found, ({ schoolId }) => schoolId === report.place?.id);
    }
    const asked = new Set(await findOnAgenda(reader, who, period));
    const year = Number(period.from.slice(0, 4)) - agendaYears;
    const found = await findFactsOf(reader, who, codes, { from: `${year}-08-01`, to: period.to });
    return only(found, ({ id }) => asked.has(id));
  };
  return { now: await factsIn(report), before: await factsIn(yearBefore(report)) };
}

const only = (facts: Facts, wanted: (fact: Fact) => boolean): Facts =>
  Object.fromEntries(Object.entries(facts).map(([code, all]) => [code, all.filter(wanted)]));

async function countLive(asked: Asked, all: LiveFacts): Promise<Found> {
  const { reader, measure, report, names } = asked;
  const [facts = [], before = []] = [all.now[measure.code], all.before[measure.code]];
  const total = totalOf(measure, facts);
  const was = before.length === 0 ? undefined : totalOf(measure, before);
  const split: ReportRow[] = [];
  for (const by of splitsIn(report.kind, measure, report))
    split.push(...splitRows(by, labelled(figuresBy(measure, facts, by), await names(reader, by), by)));
  const others = report.kind === 'school' ? await partnershipRow(asked) : [];
  const compare = was === undefined ? [] : [compared('before', was)];
  const rows = [...(await wholeRows(asked, total)), ...compare, ...others, ...split];
  return { said: saidOf(measure, total, was), rows };
}

/** What was released of the whole partnership, where that tells no reader of a few others. */
async function partnershipRow({ reader, who, measure, report, known }: Asked): Promise<readonly ReportRow[]> {
  if (known === undefined || isAmount(measure.kind)) return [];
  const whole = (await findRelease(reader, who, measure.code, report))?.total;
  if (whole === undefined) return [];
  const few = known.some((facts) => {
    const counted = facts[headOf(measure.code)]?.length ?? 0;
    return !isOthers(whole, totalOf(measure, facts[measure.code] ?? []), counted);
  });
  return few ? [] : [compared('partnership', whole)];
}

/** Undefined: nothing was released of it. */
async function findReleased(asked: Asked): Promise<Found | undefined> {
  const { reader, measure, report, names } = asked;
  const release = await releaseOf(asked, report, null);
  if (release === undefined) return undefined;
  const before = await releaseOf(asked, yearBefore(report), null);
  const split: ReportRow[] = [];
  for (const by of splitsIn(report.kind, measure, report)) {
    const figures = (await releaseOf(asked, report, by))?.figures ?? [];
    split.push(...splitRows(by, labelled(figures, await names(reader, by), by)));
  }
  const compare = before === undefined ? [] : [compared('before', before.total)];
  const rows = [...(await wholeRows(asked, release.total)), ...compare, ...split];
  return { said: saidOf(measure, release.total, before?.total), rows };
}

/** What had been released on the day of the report. */
async function releaseOf(
  { reader, who, measure, report }: Asked,
  period: Period,
  by: Dimension | null,
): Promise<Release | undefined> {
  const found = await findRelease(reader, who, measure.code, period, by, report.place?.id ?? null);
  return found === undefined || dayOf(found.madeAt) > report.asOf ? undefined : found;
}

async function wholeRows(
  { reader, measure, names }: Asked,
  total: ShownFigure,
): Promise<readonly ReportRow[]> {
  const { parts = [] } = total;
  const kinds = parts.length === 0 ? [] : await names(reader, 'kind');
  const nameOf = (kind: string) => kinds.find(({ key }) => key === kind)?.name ?? kind;
  return [{ by: 'all', name: 'Alles samen', figure: figureIn(total) }, ...partRows(measure, parts, nameOf)];
}

const compared = (by: 'before' | 'partnership', total: ShownFigure): ReportRow => ({
  by,
  name: by === 'before' ? 'Een jaar eerder' : 'Heel het samenwerkingsverband',
  figure: figureIn(total),
});

/** One group alone is all there is: it says nothing more. */
const splitRows = (
  by: Dimension,
  figures: readonly (Omit<ShownFigure, 'key'> & Label)[],
): readonly ReportRow[] =>
  figures.length < 2 ? [] : figures.map((figure) => ({ by, name: figure.name, figure: figureIn(figure) }));

function figureIn({ n, value, low, high, p85, open, of }: Omit<ShownFigure, 'key'>): ReportFigure {
  return { n, value, low, high, p85, open, of };
}
