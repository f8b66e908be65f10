import { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import { moment, text } from '../../platform/input.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { lookAtTexts, type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import { coversAllSchools, schoolsToPlanAt } from '../concern.access.ts';
import { acceptedMarks } from '../concern.input.ts';
import { getSchoolByCode } from '../concern.store.ts';
import { explain, type Unmet } from '../concern.words.ts';
import { plannedKinds, saveConversation } from './conversation.store.ts';

/**
 * An ordinary conversation with a school, one at a time. A concern cannot stand in it: «Er zullen dus niet op voorhand afspraken
 * worden ingepland op scholen met als doel het bespreken van zorgen.»
 */
export const conversationInput = z.strictObject({
  schoolCode: z
    .string('Kies een school.')
    .regex(/^[0-9A-Za-z]{6}$/, 'Kies een school.')
    .overwrite((code) => code.toUpperCase()),
  kind: z.enum(plannedKinds, 'Kies een soort gesprek. Een gesprek over een zorg begint bij die zorg.'),
  title: text(200),
  startsAt: moment(),
  acceptedMarks,
});
export type ConversationInput = z.infer<typeof conversationInput>;

export type PlanOutcome =
  | { readonly outcome: 'taken'; readonly id: string }
  | {
      readonly outcome: 'refused';
      readonly unmet: readonly Unmet[];
      readonly marks?: readonly OpenMark[];
    }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/** Plans one conversation that still comes. */
export async function planConversation(
  deed: Deed,
  actor: Actor,
  input: ConversationInput,
): Promise<PlanOutcome> {
  if (input.startsAt <= deed.now.toISOString()) {
    return {
      outcome: 'refused',
      unmet: [{ code: 'startsAhead', detail: 'Kies een moment dat nog komt.' }],
    };
  }
  const plan = deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async (): Promise<PlanOutcome> => {
      const school = await getSchoolByCode(tx, actor, input.schoolCode);
      const theirs =
        coversAllSchools(actor) || schoolsToPlanAt(actor).some((place) => place.id === school?.id);
      if (school === undefined || !theirs) return { outcome: 'notFound' };
      const { kind, title, startsAt } = input;
      const today = dayOf(deed.now.toISOString());
      const { open, kept } = await lookAtTexts(tx, actor, { title }, input.acceptedMarks ?? [], today);
      if (open.length > 0) return { outcome: 'refused', unmet: explain(['noOpenMarks']), marks: open };
      const id = await saveConversation(tx, actor, { kind, title, startsAt, schoolId: school.id });
      const audit = (action: string) =>
        recordAudit(tx, actor, { action, subject: 'conversation', subjectId: id, via: deed.via });
      await audit('plan');
      if (kept.length > 0) await audit('accept_marks');
      return { outcome: 'taken', id };
    }),
  );
  return plan.catch((fault: unknown): PlanOutcome => {
    if (fault instanceof WritingAidDown) return { outcome: 'refused', unmet: explain(['writingAidLooks']) };
    throw fault;
  });
}
