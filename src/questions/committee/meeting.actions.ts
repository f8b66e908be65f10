/** The deeds of the committee's secretary, and a member who keeps out of a question. */
import { recordAudit } from '../../platform/audit.ts';
import { LawRefused, Stale, type Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { lookAtTexts, type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import { cutOffFor } from './committee.rules.ts';
import { explain, type Unmet } from './committee.words.ts';
import type { MeetingChange, MeetingInput, MinutesInput } from './meeting.input.ts';
import {
  changeMeetingRow,
  getTerms,
  lockMeeting,
  type Meeting,
  saveAttendance,
  saveMeeting,
  saveMinutes,
  saveRecusal,
} from './meeting.store.ts';

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type MeetingOutcome =
  | { readonly outcome: 'taken'; readonly id: string; readonly version: number }
  | { readonly outcome: 'refused'; readonly unmet: readonly Unmet[]; readonly marks?: readonly OpenMark[] }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/** Plans a meeting; what is not said follows from the settings of the partnership. */
export function planMeeting(deed: Deed, actor: Actor, input: MeetingInput): Promise<MeetingOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const terms = await getTerms(tx, actor);
    const id = await saveMeeting(tx, actor, {
      startsAt: input.startsAt,
      place: input.place || null,
      cutOffOn: input.cutOffOn ?? cutOffFor(input.startsAt, terms.cutOffDays),
      quorum: input.quorum ?? terms.quorum,
    });
    await audit(tx, actor, 'add', id, deed);
    return { outcome: 'taken', id, version: 1 };
  });
}

/** Changes or cancels a meeting. What is not said stays as it was; an empty place takes the old one away. */
export function changeMeeting(
  deed: Deed,
  actor: Actor,
  id: string,
  input: MeetingChange,
): Promise<MeetingOutcome> {
  return onMeeting(deed, actor, id, async (tx, before) => {
    await changeMeetingRow(tx, actor, {
      ...before,
      startsAt: input.startsAt ?? before.startsAt,
      place: input.place === undefined ? before.place : input.place || null,
      cutOffOn: input.cutOffOn ?? before.cutOffOn,
      quorum: input.quorum ?? before.quorum,
      status: input.cancelled === true ? 'cancelled' : before.status,
    });
    await audit(tx, actor, input.cancelled === true ? 'cancel' : 'change', id, deed);
    return undefined;
  });
}

/** Writes down who was there and what was said about the meeting as a whole; with `held` that it is over. */
export function recordMinutes(
  deed: Deed,
  actor: Actor,
  id: string,
  { present, minutes, held, acceptedMarks = [] }: MinutesInput,
): Promise<MeetingOutcome> {
  return onMeeting(deed, actor, id, async (tx, before) => {
    const texts = minutes === undefined || minutes === '' ? {} : { minutes };
    const today = dayOf(deed.now.toISOString());
    const { open, kept } = await lookAtTexts(tx, actor, texts, acceptedMarks, today);
    if (open.length > 0) return { outcome: 'refused', unmet: explain(['noOpenMarks']), marks: open };
    await saveAttendance(tx, actor, id, present);
    if (minutes !== undefined) await saveMinutes(tx, actor, id, minutes);
    await changeMeetingRow(tx, actor, { ...before, status: held === true ? 'held' : before.status });
    await audit(tx, actor, held === true ? 'hold' : 'record_minutes', id, deed);
    if (kept.length > 0) await audit(tx, actor, 'accept_marks', id, deed);
    return undefined;
  });
}

/** «Ik heb hiermee te maken»: from now on this member does not read the question and takes no part in it. */
export function keepOut(deed: Deed, actor: Actor, questionId: string): Promise<MeetingOutcome> {
  return lawfully(deed, actor, async (tx) => {
    if (!(await saveRecusal(tx, actor, questionId))) return { outcome: 'notFound' };
    await recordAudit(tx, actor, {
      action: 'keep_out',
      subject: 'question',
      subjectId: questionId,
      via: deed.via,
    });
    return { outcome: 'taken', id: questionId, version: 1 };
  });
}

/** Work on a meeting that exists, on the version that its secretary saw. */
function onMeeting(
  deed: Deed,
  actor: Actor,
  id: string,
  work: (tx: Transaction, before: Meeting) => Promise<MeetingOutcome | undefined>,
): Promise<MeetingOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const before = await lockMeeting(tx, actor, id);
    if (before === undefined) return { outcome: 'notFound' };
    if (deed.version !== before.version) return { outcome: 'stale' };
    return (await work(tx, before)) ?? { outcome: 'taken', id, version: before.version + 1 };
  });
}

const audit = (tx: Transaction, actor: Actor, action: string, id: string, deed: Deed) =>
  recordAudit(tx, actor, { action, subject: 'meeting', subjectId: id, via: deed.via });

async function lawfully(
  deed: Deed,
  actor: Actor,
  work: (tx: Transaction) => Promise<MeetingOutcome>,
): Promise<MeetingOutcome> {
  try {
    return await deed.database.write(actor, (tx) => doOnce(tx, actor, deed.once, () => work(tx)));
  } catch (fault) {
    if (fault instanceof LawRefused) return { outcome: 'refused', unmet: explain(fault.codes) };
    if (fault instanceof WritingAidDown) return { outcome: 'refused', unmet: explain(['writingAidLooks']) };
    if (fault instanceof Stale) return { outcome: 'stale' };
    throw fault;
  }
}
