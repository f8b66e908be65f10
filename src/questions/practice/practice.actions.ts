/** The deeds on practice notes: pages, API and demonstration all come through here. */
import { recordAudit } from '../../platform/audit.ts';
import { LawRefused, type Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { type Looked, lookAtTexts, type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import { knowsExpertise } from '../question-named.store.ts';
import type { NoteInput, PracticeStepRequest } from './practice.input.ts';
import { fitsState, mayTakeStep, type NoteFacts } from './practice.rules.ts';
import {
  addEdition,
  changeEdition,
  getLearntFrom,
  getNote,
  type NoteWords,
  type PracticeNote,
  saveNote,
  takeNoteStep,
} from './practice.store.ts';
import { explainNote, type Unmet } from './practice.words.ts';

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type NoteOutcome =
  | { readonly outcome: 'taken'; readonly id: string }
  | { readonly outcome: 'refused'; readonly unmet: readonly Unmet[]; readonly marks?: readonly OpenMark[] }
  | { readonly outcome: 'stale'; readonly note: PracticeNote }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/** Begins a note: a draft that its author alone reads. */
export function writeNote(deed: Deed, actor: Actor, input: NoteInput): Promise<NoteOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const { questionId, ...words } = input;
    const from = questionId === undefined ? undefined : await getLearntFrom(tx, actor, questionId);
    if (questionId !== undefined && from === undefined) return refused(['questionYours']);
    if (!(await knowsExpertise(tx, actor, input.expertise ?? []))) return refused(['expertiseKnown']);
    const id = await saveNote(tx, actor, questionId ?? null, wordsOf(words));
    await audit(tx, actor, deed, 'note', id);
    return { outcome: 'taken', id };
  });
}

/** Takes a step with a note that the actor may see. */
export function takePracticeStep(
  deed: Deed,
  actor: Actor,
  id: string,
  request: PracticeStepRequest,
): Promise<NoteOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const note = await getNote(tx, actor, id);
    if (note === undefined) return { outcome: 'notFound' };
    const { step } = request;
    if (!mayTakeStep(step, note, actor)) return { outcome: 'forbidden' };
    if (deed.version !== undefined && step !== 'use' && deed.version !== note.version)
      return { outcome: 'stale', note };
    if (!fitsState(step, noteFacts(note))) return refused(['stateAllows']);
    return step === 'revise' ? revise(tx, actor, deed, note, request) : move(tx, actor, deed, note, request);
  });
}

/** A step that changes where the note stands, or how often it helped. */
async function move(
  tx: Transaction,
  actor: Actor,
  deed: Deed,
  note: PracticeNote,
  request: Exclude<PracticeStepRequest, { step: 'revise' }>,
): Promise<NoteOutcome> {
  const { id } = note;
  const { open, kept } = await look(tx, actor, note, request);
  if (open.length > 0) return { ...refused(['noOpenMarks']), marks: open };
  if (!(await takeNoteStep(tx, id, request.step, said(request)))) return { outcome: 'notFound' };
  await audit(tx, actor, deed, request.step === 'use' ? 'use_again' : request.step, id);
  if (kept.length > 0) await audit(tx, actor, deed, 'accept_marks', id);
  return { outcome: 'taken', id };
}

async function revise(
  tx: Transaction,
  actor: Actor,
  deed: Deed,
  note: PracticeNote,
  input: Extract<PracticeStepRequest, { step: 'revise' }>,
): Promise<NoteOutcome> {
  if (!(await knowsExpertise(tx, actor, input.expertise ?? []))) return refused(['expertiseKnown']);
  // What was published stays as it is until the next edition was read as well.
  if (note.open === null) await addEdition(tx, actor, note.id, wordsOf(input));
  else await changeEdition(tx, actor, note.id, note.open.edition, wordsOf(input));
  await audit(tx, actor, deed, 'revise', note.id);
  return { outcome: 'taken', id: note.id };
}

export const noteFacts = ({ mine, published, withdrawnAt, openState }: PracticeNote): NoteFacts => ({
  mine,
  published: published !== null,
  withdrawn: withdrawnAt !== null,
  openState,
});

function wordsOf({
  title,
  situation,
  approach,
  result,
  expertise,
}: Omit<NoteInput, 'questionId'>): NoteWords {
  return { title, situation, approach, result: result || null, expertise: expertise ?? [] };
}

function said(request: PracticeStepRequest) {
  switch (request.step) {
    case 'send_back':
      return { words: request.text };
    case 'withdraw':
      return { words: request.reason };
    case 'use':
      return { questionId: request.questionId ?? null };
    default:
      return {};
  }
}

const anonymous = ['name', 'initials'];

/** A note is about nobody: a name may be confirmed in no text of it, in a reason to a colleague it may. */
async function look(
  tx: Transaction,
  actor: Actor,
  { open, today }: PracticeNote,
  request: PracticeStepRequest,
): Promise<Looked> {
  if (request.step === 'hand_in' && open !== null) {
    const { title, situation, approach, result } = open;
    const texts = { title, situation, approach, ...(result !== null && { result }) };
    const looked = await lookAtTexts(tx, actor, texts, request.acceptedMarks ?? [], today);
    const named = looked.kept.filter(({ kind }) => anonymous.includes(kind));
    return {
      open: [...looked.open, ...named].map((mark) => ({
        ...mark,
        blocks: mark.blocks || anonymous.includes(mark.kind),
      })),
      kept: looked.kept.filter((mark) => !named.includes(mark)),
    };
  }
  if (request.step === 'send_back')
    return lookAtTexts(tx, actor, { text: request.text }, request.acceptedMarks ?? [], today);
  if (request.step === 'withdraw')
    return lookAtTexts(tx, actor, { reason: request.reason }, request.acceptedMarks ?? [], today);
  return { open: [], kept: [] };
}

const refused = (codes: readonly string[]) => ({ outcome: 'refused', unmet: explainNote(codes) }) as const;

const audit = (tx: Transaction, actor: Actor, deed: Deed, action: string, subjectId: string) =>
  recordAudit(tx, actor, { action, subject: 'practice_note', subjectId, via: deed.via });

/** One transaction, once per key; what the database refuses although the rules let it pass is told like any refusal. */
async function lawfully(
  deed: Deed,
  actor: Actor,
  work: (tx: Transaction) => Promise<NoteOutcome>,
): Promise<NoteOutcome> {
  try {
    return await deed.database.write(actor, (tx) => doOnce(tx, actor, deed.once, () => work(tx)));
  } catch (fault) {
    if (fault instanceof WritingAidDown) return refused(['writingAidLooks']);
    if (!(fault instanceof LawRefused)) throw fault;
    return fault.codes.includes('roleAllows') ? { outcome: 'forbidden' } : refused(fault.codes);
  }
}
