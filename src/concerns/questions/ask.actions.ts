/** One goal, two jobs: an agreement of a concern becomes a draft of a support question, and nothing of the concern goes with it. */
import { LawRefused, type Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { lookAtTexts, type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import { askWithin } from '../../questions/index.ts';
import { type ConcernRow, lockConcern } from '../concern.store.ts';
import { explain, type Unmet } from '../concern.words.ts';
import type { AskAbout } from './ask.input.ts';
import { mayAskAbout } from './asked.access.ts';
import { agreementOf, isWorkedOn, standing, startOf } from './asked.facts.ts';
import { findAsked, linkQuestion } from './asked.store.ts';

/** Whatever became of it. Everything but `taken` changed nothing. */
export type AskedAbout =
  /** `made`: now; else the question that was there already. */
  | { readonly outcome: 'taken'; readonly id: string; readonly made: boolean }
  | { readonly outcome: 'refused'; readonly unmet: readonly Unmet[]; readonly marks?: readonly OpenMark[] }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/** Makes a question of an agreement, once: whoever comes second gets the same one, until it was withdrawn. */
export async function askAbout(
  deed: Deed,
  actor: Actor,
  place: { readonly concernId: string; readonly agreementId: string },
  input: AskAbout,
): Promise<AskedAbout> {
  const work = deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async (): Promise<AskedAbout> => {
      const concern = await lockConcern(tx, actor, place.concernId);
      if (concern === undefined || agreementOf(concern, place.agreementId) === undefined)
        return { outcome: 'notFound' };
      if (!mayAskAbout(actor, concern.school.id)) return { outcome: 'forbidden' };
      return make(tx, actor, concern, place.agreementId, input, deed);
    }),
  );
  return work.catch((fault: unknown): AskedAbout => {
    if (fault instanceof WritingAidDown) return { outcome: 'refused', unmet: explain(['writingAidLooks']) };
    if (fault instanceof LawRefused) return { outcome: 'refused', unmet: explain(fault.codes) };
    throw fault;
  });
}

async function make(
  tx: Transaction,
  actor: Actor,
  concern: ConcernRow,
  agreementId: string,
  { level, acceptedMarks = [], ...texts }: AskAbout,
  { via }: Deed,
): Promise<AskedAbout> {
  const before = standing(await findAsked(tx, actor, concern.id), agreementId)?.question;
  if (before) return { outcome: 'taken', id: before.id, made: false };
  const agreement = agreementOf(concern, agreementId);
  if (agreement === undefined) return { outcome: 'notFound' };
  if (!isWorkedOn(concern)) return { outcome: 'refused', unmet: explain(['stateAllows']) };
  const start = startOf(agreement);
  const words = { title: texts.title ?? start.title, need: texts.need ?? start.need };
  // The draft of any question may hold anything. These words come from a conversation that others do not know of, so they are looked
  // at before the school reads them. Which mark was kept is not logged: no other draft has such a line.
  const { open } = await lookAtTexts(tx, actor, words, acceptedMarks, concern.today);
  if (open.length > 0) return { outcome: 'refused', unmet: explain(['noOpenMarks']), marks: open };
  const asked = await askWithin(tx, actor, { schoolCode: concern.school.code, level, ...words }, via);
  if (asked.outcome !== 'taken') return asked;
  await linkQuestion(tx, actor, agreementId, asked.id);
  return { outcome: 'taken', id: asked.id, made: true };
}
