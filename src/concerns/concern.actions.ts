/** The deeds of this subject: pages, API, demonstration and command line all come through here. */
import { recordAudit, type Via } from '../platform/audit.ts';
import { LawRefused, NotAdmitted, Stale, type Transaction } from '../platform/database.ts';
import { doOnce, type KeyReused } from '../platform/once.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Deed } from '../platform/route.ts';
import { type OpenMark, WritingAidDown } from '../privacy/index.ts';
import { mayNoteAt } from './concern.access.ts';
import { factsOf } from './concern.facts.ts';
import type { NoteInput, ReviseInput, StepRequest } from './concern.input.ts';
import { type About, mayTake, statusAfter } from './concern.rules.ts';
import { type ConcernRow, getConcern, getSchoolByCode, lockConcern } from './concern.store.ts';
import { explain, type Unmet } from './concern.words.ts';
import { entryOf } from './concern-entry.ts';
import { findMarks } from './concern-marks.ts';
import { dropNote, type Note, noteTexts, recordEntry, reviseNote, saveNote } from './concern-writes.store.ts';
import { tellInvited } from './conversations/invitation.jobs.ts';
import { markNoticesSeen, recordSeen } from './disclosure.store.ts';
import { type Given, unmetNeeds } from './needs.rules.ts';

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type Outcome =
  | {
      readonly outcome: 'taken';
      readonly id: string;
      readonly version: number;
      readonly about: About;
      readonly dropped?: boolean;
    }
  | { readonly outcome: 'refused'; readonly unmet: readonly Unmet[]; readonly marks?: readonly OpenMark[] }
  | { readonly outcome: 'stale'; readonly concern: ConcernRow }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/** Notes a concern: private to its author. A director's note about the own school is with the director at once. */
export async function noteConcern(deed: Deed, actor: Actor, input: NoteInput): Promise<Outcome> {
  return lawfully(() =>
    deed.database.write(actor, (tx) => doOnce(tx, actor, deed.once, () => note(tx, actor, input, deed))),
  );
}

async function note(tx: Transaction, actor: Actor, input: NoteInput, deed: Deed): Promise<Outcome> {
  const school = await getSchoolByCode(tx, actor, input.schoolCode);
  const about = input.about ?? 'school';
  if (school === undefined || !mayNoteAt(actor, school.id, about)) return { outcome: 'notFound' };
  const id = await saveNote(
    tx,
    actor,
    { schoolId: school.id, about },
    noteOf(input),
    input.continuesId ?? null,
  );
  await audit(tx, actor, 'note', id, deed.via);
  const concern = await getConcern(tx, actor, id);
  if (concern === undefined) return { outcome: 'notFound' };
  if (!concern.relations.includes('school_director'))
    return { outcome: 'taken', id, version: concern.version, about };
  const share = { step: 'share_with_director', acceptedMarks: input.acceptedMarks } as const;
  const shared = await take(tx, actor, concern, share, deed);
  // A director keeps no note from themselves: what cannot be shared yet is not noted either.
  if (shared.outcome === 'refused') throw new RefusedWhole(shared);
  return shared;
}

/** Takes a refusal out of its transaction, so that nothing of it stays. */
class RefusedWhole extends Error {
  readonly refusal: Outcome;
  constructor(refusal: Outcome) {
    super('refused');
    this.refusal = refusal;
  }
}

/** Takes a step of the protocol, or says why it cannot be taken: all reasons at once. */
export async function takeStep(deed: Deed, actor: Actor, id: string, request: StepRequest): Promise<Outcome> {
  return lawfully(
    () =>
      deed.database.write(actor, (tx) =>
        doOnce(tx, actor, deed.once, async (): Promise<Outcome> => {
          const concern = await lockConcern(tx, actor, id);
          if (concern === undefined) return { outcome: 'notFound' };
          if (!mayTake(request.step, concern)) return { outcome: 'forbidden' };
          if (deed.version !== undefined && deed.version !== concern.version)
            return { outcome: 'stale', concern };
          return take(tx, actor, concern, request, deed);
        }),
      ),
    () => deed.database.read(actor, (reader) => getConcern(reader, actor, id)),
  );
}

/** Reads a concern; that it was read goes into the access log and the ledger, in the same transaction. */
export async function readConcern(deed: Deed, actor: Actor, id: string): Promise<ConcernRow | undefined> {
  const read = () =>
    deed.database.write(actor, async (tx) => {
      const concern = await getConcern(tx, actor, id);
      if (concern === undefined) return undefined;
      const logged = [audit(tx, actor, 'read', id, deed.via), markNoticesSeen(tx, actor, concern)];
      if (concern.status !== 'noted')
        logged.push(recordSeen(tx, actor, concern, concern.relations[0] ?? 'author'));
      await Promise.all(logged);
      return concern;
    });
  // The ledger takes no version but the present one: when somebody's step fell in between, the newer one is read.
  return read().catch((fault: unknown) => {
    if (fault instanceof NotAdmitted) return read();
    throw fault;
  });
}

async function take(
  tx: Transaction,
  actor: Actor,
  before: ConcernRow,
  request: StepRequest,
  deed: Deed,
): Promise<Outcome> {
  const { id } = before;
  let concern = before;
  if (request.step === 'revise' || request.step === 'share_with_director') {
    const note = revised(before, request);
    if (note !== undefined) {
      // Not saved before the step is allowed: the rules look at the text as it would be.
      concern = { ...before, ...note };
    }
  }
  const { open: marks, kept } = await findMarks(tx, actor, concern, request);
  const facts = { ...factsOf(concern, actor.personId), openMarks: marks.length };
  const given = givenBy(request, deed.now, marks.length);
  const needs = unmetNeeds(request.step, facts, given);
  if (needs.length > 0) return { outcome: 'refused', unmet: explain(needs, facts), marks };

  if (request.step === 'drop') {
    await audit(tx, actor, 'drop', id, deed.via);
    await dropNote(tx, actor, id);
    return { outcome: 'taken', id, version: before.version, about: before.about, dropped: true };
  }
  if (concern !== before) {
    await reviseNote(tx, actor, id, concern);
    concern = { ...concern, version: concern.version + 1 };
  }
  if (request.step !== 'revise') {
    const resolved = request.step === 'review' && request.resolved;
    const toStatus = statusAfter(request.step, concern.status, resolved) ?? concern.status;
    await recordEntry(tx, actor, concern, { ...entryOf(request, concern), toStatus });
    await tellInvited(tx, id);
    concern = { ...concern, version: concern.version + 1 };
  }
  await audit(tx, actor, request.step, id, deed.via);
  // That somebody let a mark stand is logged; which one stands in the text itself.
  if (kept.length > 0) await audit(tx, actor, 'accept_marks', id, deed.via);
  return { outcome: 'taken', id, version: concern.version, about: concern.about };
}

function givenBy(request: StepRequest, now: Date, openMarks: number): Given {
  const { step: _, ...input } = request;
  return { ...(input as Given), now: now.toISOString(), openMarks };
}

function noteOf(input: Omit<NoteInput, 'schoolCode' | 'about'>): Note {
  return {
    noticedOn: input.noticedOn,
    occasion: input.occasion,
    observation: input.observation,
    impression: input.impression || null,
    meaningForChildren: input.meaningForChildren || null,
    goesWell: input.goesWell || null,
    theme: input.theme || null,
  };
}

/** The note with what was sent over it; undefined when nothing was sent. An empty text takes the old one away. */
function revised(before: ConcernRow, input: ReviseInput): Note | undefined {
  const fields = ['noticedOn', ...noteTexts] as const;
  if (fields.every((field) => input[field] === undefined)) return undefined;
  const sent = Object.fromEntries(
    fields.filter((field) => input[field] !== undefined).map((field) => [field, input[field]]),
  );
  return noteOf({ ...nullsAsEmpty(before), ...sent });
}

function nullsAsEmpty(note: Note) {
  return {
    ...note,
    impression: note.impression ?? undefined,
    meaningForChildren: note.meaningForChildren ?? undefined,
    goesWell: note.goesWell ?? undefined,
    theme: note.theme ?? undefined,
  };
}

const audit = (tx: Transaction, actor: Actor, action: string, id: string, via: Via) =>
  recordAudit(tx, actor, { action, subject: 'concern', subjectId: id, via });

/** What the database refuses although the rules let it pass (somebody was just first, an appointment just ended) is told like any refusal. */
async function lawfully(
  work: () => Promise<Outcome>,
  reread: () => Promise<ConcernRow | undefined> = async () => undefined,
): Promise<Outcome> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof RefusedWhole) return fault.refusal;
    if (fault instanceof WritingAidDown) return { outcome: 'refused', unmet: explain(['writingAidLooks']) };
    if (fault instanceof LawRefused) {
      return fault.codes.includes('roleAllows')
        ? { outcome: 'forbidden' }
        : { outcome: 'refused', unmet: explain(fault.codes) };
    }
    if (fault instanceof Stale) {
      const concern = await reread();
      return concern === undefined ? { outcome: 'notFound' } : { outcome: 'stale', concern };
    }
    throw fault;
  }
}
