/** Fixed days: make, change, take away; and writing down the visit that one of them promised. */
import { recordAudit } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { findOwnQuestions } from '../visits/own-work.store.ts';
import { writeVisit } from '../visits/visit.actions.ts';
import { divide } from '../visits/visit.rules.ts';
import { lawfully, type VisitOutcome } from '../visits/visit-outcome.ts';
import type { SeriesInput } from './series.input.ts';
import { addSeries, changeSeries, findExpected, getSeries, removeSeries } from './series.store.ts';

export type SeriesOutcome =
  | { readonly outcome: 'taken'; readonly id: string }
  | { readonly outcome: 'schoolUnknown' }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/** Makes a fixed day. */
export function makeSeries(deed: Deed, actor: Actor, input: SeriesInput): Promise<SeriesOutcome> {
  return once(deed, actor, async (tx) => {
    const series = { ...input, to: input.to ?? null, id: newId(deed.now.getTime()) };
    if (!(await addSeries(tx, actor, series))) return { outcome: 'schoolUnknown' };
    await audit(tx, deed, actor, 'add', series.id);
    return { outcome: 'taken', id: series.id };
  });
}

/** Changes one, on the version that was seen. */
export function reviseSeries(
  deed: Deed,
  actor: Actor,
  id: string,
  input: SeriesInput,
): Promise<SeriesOutcome> {
  return once(deed, actor, async (tx) => {
    const before = await getSeries(tx, actor, id);
    if (before === undefined) return { outcome: 'notFound' };
    if (before.version !== deed.version) return { outcome: 'stale' };
    const series = { ...input, to: input.to ?? null, id, version: before.version };
    if (!(await changeSeries(tx, actor, series))) return { outcome: 'schoolUnknown' };
    await audit(tx, deed, actor, 'change', id);
    return { outcome: 'taken', id };
  });
}

const once = (deed: Deed, actor: Actor, work: (tx: Transaction) => Promise<SeriesOutcome>) =>
  deed.database.write(actor, (tx) => doOnce(tx, actor, deed.once, () => work(tx)));

const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string, subjectId: string) =>
  recordAudit(tx, actor, { action, subject: 'visit_series', subjectId, via: deed.via });

/** False when there is nothing (any more) to take away. */
export function dropSeries(deed: Deed, actor: Actor, id: string): Promise<boolean> {
  return deed.database.write(actor, async (tx) => {
    const gone = await removeSeries(tx, actor, id);
    if (gone) await audit(tx, deed, actor, 'remove', id);
    return gone;
  });
}

/** Writes the visit down that a fixed day promised: evenly over the questions worked on there, or preventive when there are none. */
export function recordExpected(
  deed: Deed,
  actor: Actor,
  { series, date }: { readonly series: string; readonly date: string },
): Promise<VisitOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const [expected, questions] = await Promise.all([findExpected(tx, actor), findOwnQuestions(tx, actor)]);
    const visit = expected.find((one) => one.seriesId === series && one.date === date);
    if (visit === undefined) return { outcome: 'notFound' };
    const { schoolCode, minutes, kind } = visit;
    const there = questions.filter((question) => question.schoolCode === schoolCode);
    const shares = divide(
      minutes,
      there.map(({ id }) => ({ supportQuestionId: id, minutes: undefined })),
    );
    const split = shares ?? [{ minutes, preventive: true as const }];
    return writeVisit(tx, deed, actor, { schools: [schoolCode], date, minutes, kind, split: [...split] });
  });
}
