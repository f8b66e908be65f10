/** The writing aid on the texts of a question and its steps. */
import type { Transaction } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { type Looked, lookAtTexts, type OpenMark, textsIn, withText } from '../privacy/index.ts';
import { marksInPseudonym } from './pseudonym.rules.ts';
import type { StepRequest } from './question.input.ts';
import type { QuestionRow } from './question.store.ts';

const nothing: Looked = { open: [], kept: [] };

/**
 * What the writing aid finds in what this step would let others read. A draft may hold anything until it is submitted or somebody is
 * asked to think along; who thinks along reads what is revised afterwards. Throws WritingAidDown when it cannot look; Unavailable when
 * the database itself is gone.
 */
export async function findMarks(
  tx: Transaction,
  actor: Actor,
  question: QuestionRow,
  request: StepRequest,
): Promise<Looked> {
  const draft = question.status === 'draft';
  const along = isReadAlong(question);
  if (request.step === 'revise' && !along) return nothing;
  // Of a draft that somebody reads along with, every word was looked at when it was written: whoever answers need not answer for it.
  const shows =
    request.step === 'submit' ||
    request.step === 'revise' ||
    (request.step === 'think_along' && draft && !along);
  const texts = shows ? draftTexts(question) : textsIn(request, idle);
  const accepted = 'acceptedMarks' in request ? (request.acceptedMarks ?? []) : [];
  return sorted(await lookAtTexts(tx, actor, texts, accepted, question.today), texts[pseudonymField] ?? '');
}

const isReadAlong = ({ assignments }: QuestionRow) =>
  assignments.some(({ state }) => state === 'asked' || state === 'active');

const draftTexts = ({ words, pupil, language }: QuestionRow) =>
  withText({
    title: words?.title,
    need: words?.need,
    triedSoFar: words?.triedSoFar,
    language,
    [pseudonymField]: words?.pseudonym,
    'pupil.externalCaseNumber': pupil?.caseNumber,
  });

/**
 * A pseudonym is no name and a case number holds none, so nobody may keep one there; what else is only asked about prose, such as
 * initials, is no matter in a case number.
 */
function sorted({ open, kept }: Looked, pseudonym: string): Looked {
  const isName = (mark: OpenMark) =>
    mark.field === pseudonymField || (isCaseNumber(mark) && mark.kind === 'name');
  const marks = [
    ...open.filter((mark) => mark.blocks || !isCaseNumber(mark) || isName(mark)),
    ...kept.filter(isName),
  ];
  const odd = marksInPseudonym(pseudonym).filter(
    ({ start, end }) =>
      !marks.some((mark) => mark.field === pseudonymField && mark.start < end && start < mark.end),
  );
  return {
    open: [
      ...marks.map((mark) => (isName(mark) ? { ...mark, blocks: true } : mark)),
      ...odd.map((mark) => ({ ...mark, field: pseudonymField, blocks: true })),
    ],
    kept: kept.filter((mark) => !isName(mark)),
  };
}

const pseudonymField = 'pupil.pseudonym';

const isCaseNumber = ({ field }: OpenMark) => field === 'pupil.externalCaseNumber' || field === 'caseNumber';

/** Fields of a request that hold no prose. */
const idle = new Set([
  ...['step', 'acceptedMarks', 'decision', 'kind', 'urgency'],
  ...['expertise', 'from', 'to', 'until', 'on', 'firstContactOn', 'schoolType', 'didItLast'],
]);
