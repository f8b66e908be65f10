/** What the link between an agreement and its question tells, and when another may be made. */
import type { Agreement, ConcernRow } from '../concern.store.ts';
import type { AskedQuestion } from './asked.store.ts';

/** The longest title of a question. */
const titleLength = 200;

/** The agreement with this id, of any conversation about the concern. */
export const agreementOf = (concern: Pick<ConcernRow, 'entries'>, id: string): Agreement | undefined =>
  concern.entries.flatMap((entry) => entry.agreements).find((one) => one.id === id);

/** An agreement of a concern that is over is not worked on any more. */
export const isWorkedOn = ({ status }: Pick<ConcernRow, 'status'>): boolean =>
  status !== 'resolved' && status !== 'closed';

/** The question that was made of it and not withdrawn: there is one at a time. */
export const standing = (asked: readonly AskedQuestion[], agreementId: string) =>
  asked.find((one) => one.agreementId === agreementId && one.question?.status !== 'withdrawn');

/** What a reader is told: of questions that are not theirs, of each agreement once that one was made. */
export const toldOf = (asked: readonly AskedQuestion[]): readonly AskedQuestion[] =>
  asked.filter(
    (one, nth) =>
      one.question !== null ||
      asked.findIndex(({ agreementId, question }) => agreementId === one.agreementId && question === null) ===
        nth,
  );

/** How a question starts: from what was agreed and what children will notice, and nothing else of the concern. */
export const startOf = ({ what, childrenNotice }: Agreement) => ({
  title: oneLine(what),
  need: childrenNotice,
});

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= titleLength) return line;
  // Half a character cannot be kept.
  return `${line.slice(0, titleLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
