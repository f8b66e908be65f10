/** One goal, two jobs: an agreement of a concern of the demonstration becomes a question of the school, and is answered. */
import { askAbout, readConcern } from '../concerns/index.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { addDays, type CivilDate } from '../platform/pure/dates.ts';
import type { Deed } from '../platform/route.ts';
import { type StepRequest as QuestionStep, takeStep as takeQuestionStep } from '../questions/index.ts';
import { type IsOpen, nextOpen } from './days.ts';

const road: readonly { readonly after: number; readonly request: QuestionStep }[] = [
  { after: 1, request: { step: 'submit' } },
  { after: 2, request: { step: 'triage', urgency: 'normal', plannedDagdelen: 1, expertise: ['gedrag'] } },
  {
    after: 5,
    request: {
      step: 'answer',
      text: 'Houd het overdrachtsschrift kort: wat stond er vandaag, wat ging goed, waarmee begint morgen. Laat de onderwijsassistent elke ochtend op dezelfde manier beginnen, ook als een ander voor de groep staat. Bespreek na drie weken tien minuten met het team wat de kinderen ervan merken.',
    },
  },
];

/** The first agreement of the concern, by its contact person, from that day on. `at` gives the deed of a day. */
export async function askOfAgreement(
  at: (day: CivilDate) => Deed,
  contact: Actor,
  concernId: string,
  day: CivilDate,
  isOpen: IsOpen,
): Promise<void> {
  const concern = await readConcern(at(day), contact, concernId);
  const [agreement] = concern?.entries.flatMap((entry) => entry.agreements) ?? [];
  if (agreement === undefined) throw new Error('the demonstration has no agreement to ask about');
  const place = { concernId, agreementId: agreement.id };
  const asked = await askAbout(at(day), contact, place, { level: 'team' });
  if (asked.outcome !== 'taken') throw new Error(`the demonstration cannot ask: ${JSON.stringify(asked)}`);
  for (const { after, request } of road) {
    const deed = at(nextOpen(addDays(day, after), isOpen));
    const { outcome } = await takeQuestionStep(deed, contact, asked.id, request);
    if (outcome !== 'taken') throw new Error(`the demonstration cannot ${request.step}: ${outcome}`);
  }
}
