/** The deeds on lessons: pages, API and demonstration all come through here. Whoever is neither teacher nor observer finds nothing. */
import { recordAudits } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { doLawfully, lookAtTexts, type NotTaken, type OpenMark, recordDeed } from '../../privacy/index.ts';
import type { ObservationInput, StepInput } from './observation.input.ts';
import {
  canTake,
  goalNeeds,
  isOf,
  itemsOf,
  lessonNeeds,
  type Need,
  type Side,
  type Step,
  shareNeeds,
} from './observation.rules.ts';
import {
  addCoachingGoal,
  addObservation,
  findObservations,
  findTaught,
  getObservation,
  lockObservation,
  type Observation,
  removeObservation,
  saveAnswer,
  saveLesson,
  saveOutcome,
  saveStatus,
} from './observation.store.ts';
import { explain, type Unmet } from './observation.words.ts';
import { getSheet } from './sheets/sheet.store.ts';

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type Outcome = { readonly outcome: 'taken'; readonly id: string } | NotTaken<Unmet>;

const taken = (id: string): Outcome => ({ outcome: 'taken', id });

/** Whose side the reader is on. */
export const sideOf = ({ personId }: Actor, { teacher }: Observation): Side =>
  teacher.id === personId ? 'teacher' : 'observer';

/** Writes a lesson down, as a draft that its observer alone reads. */
export function writeObservation(deed: Deed, actor: Actor, input: ObservationInput): Promise<Outcome> {
  return lawfully(deed, actor, async (tx) => {
    const sheet = await getSheet(tx, actor.tenantId, input.sheetId);
    const today = dayOf(deed.now.getTime());
    if (sheet === undefined || (sheet.endedOn !== null && sheet.endedOn <= today))
      return refused(['sheetOffered']);
    const ground = { today, items: itemsOf(sheet.domains), points: sheet.points.length };
    const looked = await look(tx, actor, deed, { words: input.words }, input.acceptedMarks);
    const no = refusal(lessonNeeds(input, ground), looked.open);
    if (no !== undefined) return no;
    const id = await addObservation(tx, actor, { ...input, words: input.words || null });
    if (id === undefined) return refused(['teacherThere']);
    await audit(tx, actor, deed, 'note', id, looked.kept);
    return taken(id);
  });
}

/** Takes a step on a lesson. */
export function takeObservationStep(
  deed: Deed,
  actor: Actor,
  id: string,
  input: StepInput,
): Promise<Outcome> {
  return onObservation(deed, actor, id, input.step, (tx, held) => doStep(tx, deed, actor, held, input));
}

/** Takes a lesson away for good: its observer a draft, the teacher what was shared. */
export function eraseObservation(deed: Deed, actor: Actor, id: string): Promise<Outcome> {
  return onObservation(deed, actor, id, 'erase', async (tx, { version }) => {
    await removeObservation(tx, id, version);
    await audit(tx, actor, deed, 'remove', id);
    return taken(id);
  });
}

/** Reads a lesson; that goes into the access log. */
export function readObservation(deed: Deed, actor: Actor, id: string): Promise<Observation | undefined> {
  return deed.database.write(actor, async (tx) => {
    const found = await getObservation(tx, actor, id);
    if (found !== undefined) await audit(tx, actor, deed, 'read', id);
    return found;
  });
}

/** Reads a page of one's own lessons, and of those one taught all that shows what grew; the access log tells which. */
export function readObservations(
  deed: Deed,
  actor: Actor,
  listing: Parameters<typeof findObservations>[2],
): Promise<{ readonly items: readonly Observation[]; readonly taught: readonly Observation[] }> {
  return deed.database.write(actor, async (tx) => {
    const [items, taught] = await Promise.all([findObservations(tx, actor, listing), findTaught(tx, actor)]);
    const ids = [...new Set([...items.slice(0, listing.limit), ...taught].map(({ id }) => id))];
    if (ids.length > 0)
      await recordAudits(tx, actor, { action: 'read', subject: 'observation', via: deed.via }, ids);
    return { items, taught };
  });
}

/** A deed on a lesson that is there, by whose turn it is, in the version they saw. */
function onObservation(
  deed: Deed,
  actor: Actor,
  id: string,
  step: Step,
  work: (tx: Transaction, held: Observation) => Promise<Outcome>,
): Promise<Outcome> {
  return lawfully(deed, actor, async (tx) => {
    const held = await lockObservation(tx, actor, id);
    if (held === undefined) return { outcome: 'notFound' };
    const side = sideOf(actor, held);
    if (!isOf(step, side)) return { outcome: 'forbidden' };
    if (deed.version !== undefined && deed.version !== held.version) return { outcome: 'stale' };
    return canTake(step, side, held.status) ? work(tx, held) : refused(['stateAllows']);
  });
}

/** What each step says, keeps and needs. */
async function doStep(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  held: Observation,
  input: StepInput,
): Promise<Outcome> {
  const { id, today, sheet } = held;
  const accepted = 'acceptedMarks' in input ? input.acceptedMarks : undefined;
  const looked = await look(tx, actor, deed, textsOf(input), accepted);
  const no = refusal(needsOf(held, input), looked.open);
  if (no !== undefined) return no;
  switch (input.step) {
    case 'revise':
      await saveLesson(tx, actor, id, { ...input, words: input.words || null });
      break;
    case 'share':
    case 'give_back':
      await saveStatus(tx, actor, id, 'shared');
      break;
    case 'take_back':
      await saveStatus(tx, actor, id, 'taken_back');
      break;
    case 'answer':
      await saveAnswer(tx, actor, id, input.text);
      break;
    case 'set_goal':
      await addCoachingGoal(tx, actor, id, input);
      break;
    case 'conclude_goal':
      await saveOutcome(tx, actor, input.goalId, input.outcome);
      break;
  }
  await audit(tx, actor, deed, input.step, id, looked.kept);
  return taken(id);

  function needsOf(lesson: Observation, given: StepInput): readonly Need[] {
    if (given.step === 'revise') {
      const ground = { today, items: itemsOf(sheet.domains), points: sheet.points.length };
      return lessonNeeds(given, ground, lesson.onDate);
    }
    if (given.step === 'share') return shareNeeds(lesson);
    if (given.step === 'set_goal') return goalNeeds(given.targetDate, today);
    if (given.step !== 'conclude_goal') return [];
    const goal = lesson.goals.find((one) => one.id === given.goalId);
    if (goal === undefined) return ['goalKnown'];
    return goal.outcome === null ? [] : ['goalOpen'];
  }
}

/** By the field they were written in. */
function textsOf(input: StepInput): Readonly<Record<string, string | undefined>> {
  if (input.step === 'revise') return { words: input.words };
  if (input.step === 'answer') return { text: input.text };
  if (input.step === 'set_goal') return { aim: input.aim };
  return input.step === 'conclude_goal' ? { outcome: input.outcome } : {};
}

function look(
  tx: Transaction,
  actor: Actor,
  { now }: Deed,
  texts: Readonly<Record<string, string | undefined>>,
  accepted: readonly string[] = [],
) {
  const written = Object.entries(texts).flatMap(([name, text]) => (text ? [[name, text] as const] : []));
  return lookAtTexts(tx, actor, Object.fromEntries(written), accepted, dayOf(now.getTime()));
}

const refused = (needs: readonly Need[]): NotTaken<Unmet> => ({ outcome: 'refused', unmet: explain(needs) });

function refusal(needs: readonly Need[], marks: readonly OpenMark[]): Outcome | undefined {
  const all = [...needs, ...(marks.length === 0 ? [] : (['noOpenMarks'] as const))];
  return all.length === 0 ? undefined : { outcome: 'refused', unmet: explain(all), marks };
}

const audit = (
  tx: Transaction,
  actor: Actor,
  deed: Deed,
  action: string,
  subjectId: string,
  kept: readonly unknown[] = [],
): Promise<void> =>
  recordDeed(tx, deed, actor, { action, subject: 'observation', subjectId }, kept.length > 0);

const foreignKeyMissing = '23503';

const lawfully = (deed: Deed, actor: Actor, work: (tx: Transaction) => Promise<Outcome>): Promise<Outcome> =>
  doLawfully(deed, actor, explain, work, ({ code }) =>
    code === foreignKeyMissing ? refused(['teacherThere']) : undefined,
  );
