/** What a step was sent with, as the rules look at it. */
import type { Reader } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Given } from './needs.rules.ts';
import type { StepRequest } from './question.input.ts';
import type { QuestionRow } from './question.store.ts';
import { handsOver, thinksAlong } from './question-entry.ts';
import { fitsContract, getMeeting, isSpecialist } from './question-named.store.ts';

/** The input of a step with what it names looked up. */
export async function lookUp(
  reader: Reader,
  actor: Actor,
  question: QuestionRow,
  request: StepRequest,
  openMarks: number,
): Promise<Given> {
  switch (request.step) {
    case 'think_along': {
      const { choice, specialistId } = thinksAlong(request, question, actor.personId);
      return { openMarks, choice, specialistId, isSpecialist: await isNamed(reader, actor, specialistId) };
    }
    case 'assign': {
      const { specialistId, from, to, plannedDagdelen: dagdelen } = request;
      const work = { specialistId, from, until: to, dagdelen };
      return {
        openMarks,
        specialistId,
        from,
        to,
        isSpecialist: await isNamed(reader, actor, specialistId),
        fitsContract: await fitsContract(reader, work),
      };
    }
    case 'hand_over': {
      const { specialistId } = request;
      const fromSpecialistId = handsOver(request, question, actor.personId);
      const given = { openMarks, specialistId, fromSpecialistId };
      return { ...given, isSpecialist: await isNamed(reader, actor, specialistId) };
    }
    case 'to_committee': {
      const meeting = await getMeeting(reader, actor, request.meetingId);
      return { openMarks, meeting, caseNumber: numberToFill(request, question) };
    }
    case 'hold_over':
      return { openMarks, meeting: await getMeeting(reader, actor, request.meetingId) };
    case 'extend':
      return { openMarks, until: request.until };
    case 'start':
      return { openMarks, firstContactOn: request.firstContactOn };
    case 'evaluate':
      return { openMarks, noGoalBecause: request.noGoalBecause };
    default:
      return { openMarks };
  }
}

const isNamed = async (reader: Reader, actor: Actor, personId: string | undefined): Promise<boolean> =>
  personId !== undefined && isSpecialist(reader, actor, personId);

/** A number of the own case that was still missing; undefined: it stands there, or there is none. */
export function numberToFill(
  { caseNumber }: Pick<Extract<StepRequest, { readonly step: 'to_committee' }>, 'caseNumber'>,
  { level, pupil }: QuestionRow,
): string | undefined {
  return level === 'pupil' && pupil !== null && pupil.caseNumber === null
    ? caseNumber || undefined
    : undefined;
}
