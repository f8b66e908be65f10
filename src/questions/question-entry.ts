/** What each step writes on the timeline. */
import type { StepRequest } from './question.input.ts';
import type { Decision, QuestionRow, TlvOutcome } from './question.store.ts';
import type { NewEntry } from './question-writes.store.ts';

type Request<Name extends StepRequest['step']> = Extract<StepRequest, { readonly step: Name }>;

/** What the step writes on the timeline. */
export function entryOf(
  request: Exclude<StepRequest, { readonly step: 'revise' }>,
  question: QuestionRow,
  actorId: string,
): Omit<NewEntry, 'toStatus'> {
  const { step } = request;
  switch (step) {
    case 'submit':
    case 'complete':
    case 'complete_file':
      return { step };
    case 'withdraw':
      return { step, text: request.reason };
    case 'think_along':
      return { step, ...thinksAlong(request, question, actorId) };
    case 'add_note':
    case 'answer':
    case 'give_information':
    case 'advise':
      return { step, text: request.text };
    case 'triage':
      return {
        step,
        urgency: request.urgency,
        dagdelen: request.plannedDagdelen,
        expertise: request.expertise,
        ambitionId: request.ambitionId,
        language: (request.language ?? question.language)?.trim() || undefined,
      };
    case 'ask_information':
      return { step, text: request.missing };
    case 'decline':
    case 'stop':
      return { step, text: request.reason, nextStep: request.nextStep };
    case 'to_committee':
      return { step, choice: request.kind, meetingId: request.meetingId };
    case 'decide':
      return { step, choice: request.kind, text: request.text, decision: decisionOf(request) };
    case 'hold_over':
      return { step, meetingId: request.meetingId, text: request.missing };
    case 'assign':
      return {
        step,
        specialistId: request.specialistId,
        role: request.role,
        dagdelen: request.plannedDagdelen,
        onDate: request.from,
        untilDate: request.to,
      };
    case 'start':
      return { step, onDate: request.firstContactOn };
    case 'evaluate':
      return { step, text: request.noGoalBecause || undefined };
    case 'extend':
      return { step, untilDate: request.until, text: request.reason };
    case 'hand_over':
      return {
        step,
        specialistId: request.specialistId,
        fromId: handsOver(request, question, actorId),
        text: request.reason,
      };
    case 'follow_up':
      return { step, choice: request.didItLast, text: request.text || undefined };
  }
}

/** Whoever was asked and names nobody else answers; everybody else asks. */
export function thinksAlong(
  { specialistId, decision }: Request<'think_along'>,
  question: QuestionRow,
  actorId: string,
): { readonly choice: 'asked' | 'accepted' | 'declined'; readonly specialistId: string | undefined } {
  const answers = question.relations.includes('asked_along') && (specialistId ?? actorId) === actorId;
  if (!answers) return { choice: 'asked', specialistId };
  return { choice: decision === 'decline' ? 'declined' : 'accepted', specialistId: actorId };
}

/** Whose work is handed over: as said, else the sender's own. Nobody: the database fills in the only one there is. */
export function handsOver(
  { fromSpecialistId }: Request<'hand_over'>,
  question: QuestionRow,
  actorId: string,
): string | undefined {
  const own = question.assignments.some(
    ({ specialist, kind, state }) =>
      specialist.id === actorId && kind === 'assigned' && (state === 'active' || state === 'asked'),
  );
  return fromSpecialistId ?? (own ? actorId : undefined);
}

function decisionOf(request: Request<'decide'>): Omit<Decision, 'id'> {
  const { kind, granted, from = null, to = null } = request;
  const isArrangement = kind === 'arrangement';
  return {
    kind,
    granted,
    dagdelen: (isArrangement ? request.dagdelen : undefined) ?? null,
    budget: (isArrangement ? request.budget : undefined) ?? null,
    from,
    to,
    tlv: isArrangement ? null : tlvOf(request),
  };
}

/** The experts of a TLV, as far as they are kept: of one that was refused there may be none. */
export function opinionsOf(
  request: Request<'decide'>,
): readonly { readonly on: string; readonly by: string }[] {
  const tlv = decisionOf(request).tlv;
  if (tlv === null) return [];
  return [
    { on: tlv.firstOpinionOn, by: tlv.firstOpinionBy },
    { on: tlv.secondOpinionOn, by: tlv.secondOpinionBy },
  ];
}

/** Of a TLV that was refused there may be nothing to point at. */
function tlvOf(request: Request<'decide'>): TlvOutcome | null {
  const { schoolType, category, caseNumber, firstOpinion, secondOpinion } = request;
  if (!schoolType || !caseNumber || !firstOpinion || !secondOpinion) return null;
  return {
    schoolType,
    category: category ?? null,
    caseNumber,
    firstOpinionOn: firstOpinion.on,
    firstOpinionBy: firstOpinion.by,
    secondOpinionOn: secondOpinion.on,
    secondOpinionBy: secondOpinion.by,
  };
}
