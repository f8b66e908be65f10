/** What a step was sent with, as the rules look at it. */
import type { Reader } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { type Given, handedOverFrom, workLeft } from './needs.rules.ts';
import { factsOf } from './question.facts.ts';
import type { StepRequest } from './question.input.ts';
import type { QuestionRow } from './question.store.ts';
import { handsOver, opinionsOf, thinksAlong } from './question-entry.ts';
import { fitsContract, fitsExtended, getMeeting, isSpecialist } from './question-named.store.ts';

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
      const work = { specialistId, schoolId: question.school.id, from, until: to, dagdelen };
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
      return {
        ...given,
        isSpecialist: await isNamed(reader, actor, specialistId),
        fitsContract: await fitsTaker(reader, actor, question, given),
      };
    }
    case 'to_committee': {
      const meeting = await getMeeting(reader, actor, request.meetingId);
      return { openMarks, meeting, caseNumber: numberToFill(request, question) };
    }
    case 'hold_over':
      return { openMarks, meeting: await getMeeting(reader, actor, request.meetingId) };
    case 'extend':
      return {
        openMarks,
        until: request.until,
        fitsContract: await fitsExtended(reader, question.id, request.until),
      };
    case 'decide':
      return { openMarks, decides: request.kind, opinions: opinionsOf(request) };
    case 'start':
      return { openMarks, firstContactOn: request.firstContactOn };
    case 'evaluate':
      return { openMarks, noGoalBecause: request.noGoalBecause };
    default:
      return { openMarks };
  }
}

/** Whether who takes the work over has room for what is left of it. Of work that is nobody's another need tells. */
async function fitsTaker(
  reader: Reader,
  actor: Actor,
  question: QuestionRow,
  given: Given & { readonly specialistId: string },
): Promise<boolean> {
  const source = handedOverFrom(factsOf(question, actor.personId), given);
  const work = question.assignments.find(
    ({ specialist, kind, state }) => specialist.id === source && kind === 'assigned' && state === 'active',
  );
  if (!work?.from || !work.until || !work.plannedDagdelen) return true;
  const { from, until, plannedDagdelen: dagdelen } = work;
  const left = workLeft({ from, until, dagdelen }, question.today);
  return fitsContract(reader, { specialistId: given.specialistId, schoolId: question.school.id, ...left });
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
