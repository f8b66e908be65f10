/** The deeds on reports: ask for one, have it sent again and again, stop that. */
import { recordAudit } from '../../platform/audit.ts';
import { LawRefused, NotAdmitted, type Transaction } from '../../platform/database.ts';
import { knock } from '../../platform/jobs.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { readsEveryBoard } from '../measures/measure.access.ts';
import type { Period } from '../measures/period.rules.ts';
import {
  asksForEverySchool,
  isAsLead,
  maySchedule,
  ownerOf,
  type Subject,
  subjectsOf,
} from './report.access.ts';
import type { OrderInput, ScheduleInput } from './report.input.ts';
import { committeePeriods, everyFor, livePeriods, sending, sourceOf } from './report.rules.ts';
import {
  addReport,
  countWaiting,
  findBoardPlaces,
  findReleasedSpans,
  findSchoolPlaces,
  getReport,
  type Order,
} from './report.store.ts';
import { otherPeriodsWords } from './report.words.ts';
import { addSchedule, stopSchedule } from './schedule.store.ts';

/** What became of it; `refused` changed nothing and says at which field. */
export type ReportOutcome =
  | { readonly outcome: 'taken'; readonly id: string; readonly isNew: boolean }
  | { readonly outcome: 'refused'; readonly field: string; readonly message: string }
  | { readonly outcome: 'notFound' }
  | KeyReused;

const refused = (field: string, message: string): ReportOutcome => ({ outcome: 'refused', field, message });

/** A day as of which can be any of a year: without a limit one person keeps everybody's reports waiting. */
const mostWaiting = 20;
const waitWords = `Er worden nog ${mostWaiting} rapporten voor u gemaakt. Wacht tot er een klaar is.`;

/** Asks for a report. Of the same day there is one: whoever asks for it again gets that one. */
export function orderReport(deed: Deed, actor: Actor, input: OrderInput): Promise<ReportOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const order = await orderOf(tx, actor, input, dayOf(deed.now.getTime()));
    if ('outcome' in order) return order;
    if ((await countWaiting(tx, actor)) >= mostWaiting) return refused('period', waitWords);
    const made = await addReport(tx, actor, order);
    if (made === undefined) return { outcome: 'notFound' };
    if (made.isNew) await begin(tx, deed, actor, made.id);
    return { outcome: 'taken', ...made };
  });
}

/** What is asked for, or why there is no such report. */
async function orderOf(
  tx: Transaction,
  actor: Actor,
  input: OrderInput,
  today: CivilDate,
): Promise<Order | ReportOutcome> {
  const subject = await subjectIn(tx, actor, input.subject);
  if (subject === undefined) return refused('subject', 'Kies een rapport uit de lijst.');
  const periods = await periodsOf(tx, actor, subject, today);
  const period = periods.find(({ from, to }) => `${from}_${to}` === input.period);
  if (period === undefined) return refused('period', otherPeriodsWords(subject.kind, periods));
  const { from, to, since } = period;
  const asOf = input.asOf ?? today;
  const fault = faultInDay(asOf, since, today);
  if (fault !== undefined) return refused('asOf', fault);
  return {
    ...subject,
    byLead: isAsLead(actor, subject),
    ownerId: ownerOf(actor, subject.kind),
    from,
    to,
    asOf,
  };
}

async function begin(tx: Transaction, deed: Deed, actor: Actor, id: string): Promise<void> {
  await knock(tx, 'reports');
  await audit(tx, deed, actor, 'order', 'report', id);
}

/** What was released stands as it was on any day since (`since`); what is counted now (null) is counted today. */
function faultInDay(asOf: CivilDate, since: CivilDate | null, today: CivilDate): string | undefined {
  if (asOf > today) return 'Kies vandaag of een eerdere dag.';
  if (since === null)
    return asOf === today ? undefined : 'Dit rapport telt wat er nu is opgeschreven. Laat de dag leeg.';
  return asOf < since
    ? 'Op die dag waren de cijfers van deze periode nog niet vastgezet. Kies een latere dag.'
    : undefined;
}

async function subjectIn(tx: Transaction, actor: Actor, wanted: string): Promise<Subject | undefined> {
  const [kind, code] = wanted.split(':');
  const schools = kind === 'school' && asksForEverySchool(actor) ? await findSchoolPlaces(tx, actor) : [];
  const boards = kind === 'board' && readsEveryBoard(actor) ? await findBoardPlaces(tx, actor) : [];
  return subjectsOf(actor, { schools, boards }).find((one) => one.kind === kind && one.place?.code === code);
}

/** The periods of which there is such a report, and since when their figures are there; null: they are counted now. */
async function periodsOf(
  tx: Transaction,
  actor: Actor,
  { kind }: Subject,
  today: CivilDate,
): Promise<readonly (Period & { readonly since: CivilDate | null })[]> {
  if (sourceOf(kind) === 'released') return findReleasedSpans(tx, actor);
  return (kind === 'committee' ? committeePeriods : livePeriods)(today).map((one) => ({
    ...one,
    since: null,
  }));
}

/** Has a report like this one sent again and again. */
export function scheduleReport(
  deed: Deed,
  actor: Actor,
  id: string,
  { every, to }: ScheduleInput,
): Promise<ReportOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const report = await getReport(tx, actor, id);
    if (report === undefined || !maySchedule(actor, report.kind)) return { outcome: 'notFound' };
    if (!everyFor(report.kind).includes(every)) return refused('every', 'Kies hoe vaak uit de lijst.');
    const { nextOn } = sending(every, dayOf(deed.now.getTime()));
    const { kind, place, byLead } = report;
    const made = await addSchedule(tx, actor, { kind, place, byLead, every, nextOn, to });
    await audit(tx, deed, actor, 'schedule', 'report_schedule', made);
    return { outcome: 'taken', id: made, isNew: true };
  });
}

/** Stops what somebody has sent. */
export function stopSending(deed: Deed, actor: Actor, id: string): Promise<ReportOutcome> {
  return deed.database.write(actor, async (tx) => {
    if (!(await stopSchedule(tx, actor, id))) return { outcome: 'notFound' };
    await audit(tx, deed, actor, 'stop', 'report_schedule', id);
    return { outcome: 'taken', id, isNew: false };
  });
}

const audit = (
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  action: string,
  subject: 'report' | 'report_schedule',
  subjectId: string,
) => recordAudit(tx, actor, { action, subject, subjectId, via: deed.via });

/** A right that ended between the form and its sending is no right. */
async function lawfully(
  deed: Deed,
  actor: Actor,
  work: (tx: Transaction) => Promise<ReportOutcome>,
): Promise<ReportOutcome> {
  try {
    return await deed.database.write(actor, (tx) => doOnce(tx, actor, deed.once, () => work(tx)));
  } catch (fault) {
    if (fault instanceof NotAdmitted) return { outcome: 'notFound' };
    if (fault instanceof LawRefused)
      return refused('to', 'Een van de gekozen mensen mag dit rapport niet meer lezen. Kies opnieuw.');
    throw fault;
  }
}
