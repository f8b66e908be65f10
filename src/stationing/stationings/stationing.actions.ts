/** The deeds of stationings: pages, API, plans and demonstration all come through here. */
import { recordAudit, recordAudits } from '../../platform/audit.ts';
import { LawRefused, NotAdmitted, Stale, type Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { lookAtTexts, type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import { mayPropose } from './stationing.access.ts';
import type { StationingInput, StationingStep } from './stationing.input.ts';
import { type Facts, type Given, mayTake, moveOf, unmetNeeds } from './stationing.rules.ts';
import { getStationing, type Stationing } from './stationing.store.ts';
import { explain, type Trouble, type Unmet } from './stationing.words.ts';
import type { Place, Proposal } from './stationing-writes.store.ts';
import * as writes from './stationing-writes.store.ts';

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type StationingOutcome =
  | { readonly outcome: 'taken'; readonly id: string; readonly version: number }
  | { readonly outcome: 'refused'; readonly unmet: readonly Unmet[]; readonly marks?: readonly OpenMark[] }
  | { readonly outcome: 'stale'; readonly stationing: Stationing }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

const refused = (...codes: readonly Trouble[]) => ({ outcome: 'refused', unmet: explain(codes) }) as const;

/** Proposes a stationing; the place then agrees or answers. */
export function proposeStationing(
  deed: Deed,
  actor: Actor,
  input: StationingInput,
): Promise<StationingOutcome> {
  return lawfully(() =>
    deed.database.write(actor, (tx) =>
      doOnce(tx, actor, deed.once, async () => {
        const place = await placeOf(tx, actor, input);
        if (place === undefined) return refused('placeKnown');
        return proposeIn(tx, deed, actor, proposalOf(input, place), input.acceptedMarks);
      }),
    ),
  );
}

async function proposeIn(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  proposal: Proposal,
  acceptedMarks: readonly string[] = [],
): Promise<StationingOutcome> {
  if (!mayPropose(actor)) return { outcome: 'forbidden' };
  const today = dayOf(deed.now.getTime());
  const { note, words, ambitions } = proposal;
  const texts = { ...(note !== null && { note }), ...(words !== null && { words }) };
  // One after the other: both write nothing, but the aid must know that the database itself is well.
  const looked = await writes.lookAtProposal(tx, actor, proposal);
  const { open, kept } = await lookAtTexts(tx, actor, texts, acceptedMarks, today);
  if (!ambitions.every(({ id }) => looked.known.includes(id))) return refused('ambitionKnown');
  const unmet = unmetNeeds(
    'propose',
    { status: 'new', today, from: proposal.from, to: proposal.to, clashes: looked.clashes },
    {
      openMarks: open.length,
      questionsShare: proposal.questionsShare,
      ambitions: ambitions.map(({ id, share }) => ({ share, runs: looked.running.includes(id) })),
      schoolsFit: looked.schoolsFit,
      continuesFits: looked.continuesFits,
    },
  );
  if (unmet.length > 0) return { outcome: 'refused', unmet: explain(unmet), marks: open };
  const id = await writes.saveProposal(tx, proposal);
  await audit(tx, deed, actor, 'propose', id);
  if (kept.length > 0) await audit(tx, deed, actor, 'accept_marks', id);
  return { outcome: 'taken', id, version: 1 };
}

/**
 * Proposes many at schools, as part of a larger deed whose transaction it is, such as publishing a plan: in this order, each
 * taking room from the next. Gives what the law has against each, nothing for those that are proposed.
 */
export async function proposeStationingsIn(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  proposals: readonly writes.PlannedProposal[],
): Promise<readonly (readonly Unmet[])[]> {
  if (proposals.length === 0) return [];
  const saved = await writes.saveProposals(tx, proposals);
  const taken = saved.filter(({ codes }) => codes.length === 0).map(({ id }) => id);
  await recordAudits(tx, actor, { action: 'propose', subject: 'stationing', via: deed.via }, taken);
  return saved.map(({ codes }) => explain(codes));
}

/** Takes a step with a stationing, or says why it cannot be taken: all reasons at once. */
export function takeStationingStep(
  deed: Deed,
  actor: Actor,
  id: string,
  request: StationingStep,
): Promise<StationingOutcome> {
  return lawfully(
    () =>
      deed.database.write(actor, (tx) =>
        doOnce(tx, actor, deed.once, () => takeStationingStepIn(tx, deed, actor, id, request)),
      ),
    () => deed.database.read(actor, (reader) => getStationing(reader, actor, id)),
  );
}

/** The same within a larger deed, which answers itself for what the law throws. */
export async function takeStationingStepIn(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  id: string,
  request: StationingStep,
): Promise<StationingOutcome> {
  const stationing = await getStationing(tx, actor, id);
  if (stationing === undefined) return { outcome: 'notFound' };
  const { step } = request;
  if (!mayTake(step, stationing)) return { outcome: 'forbidden' };
  if (deed.version !== undefined && deed.version !== stationing.version)
    return { outcome: 'stale', stationing };
  const today = dayOf(deed.now.getTime());
  const { words, acceptedMarks = [], ...given } = saidWith(request);
  const texts = words === undefined ? {} : { words };
  const { open, kept } = await lookAtTexts(tx, actor, texts, acceptedMarks, today);
  const unmet = unmetNeeds(step, factsOf(stationing, today), { ...given, words, openMarks: open.length });
  if (unmet.length > 0) return { outcome: 'refused', unmet: explain(unmet), marks: open };
  const toStatus = moveOf(step, stationing.status)?.to ?? stationing.status;
  await writes.recordEntry(tx, actor, stationing, { step, toStatus, words, ...given });
  await audit(tx, deed, actor, step, id);
  if (kept.length > 0) await audit(tx, deed, actor, 'accept_marks', id);
  return { outcome: 'taken', id, version: stationing.version + 1 };
}

export const factsOf = ({ status, from, to, clashes }: Stationing, today: string): Facts => ({
  status,
  today,
  from,
  to,
  clashes,
});

type Said = Pick<Given, 'words' | 'because' | 'lastDay'> & {
  readonly acceptedMarks?: readonly string[] | undefined;
};
const saidWith = ({ step: _step, ...said }: StationingStep): Said => said;

async function placeOf(
  tx: Transaction,
  actor: Actor,
  { schoolCode, boardCode, schools = [] }: StationingInput,
): Promise<Place | undefined> {
  const codes = schoolCode === undefined ? [...new Set(schools)] : [schoolCode];
  const found = await writes.findPlaces(tx, actor, { schools: codes, board: boardCode });
  const ids = codes.flatMap((code) => found.schools.get(code) ?? []);
  if (ids.length < codes.length) return undefined;
  if (boardCode !== undefined)
    return found.boardId === undefined ? undefined : { kind: 'board', id: found.boardId, schoolIds: ids };
  return ids[0] === undefined ? undefined : { kind: 'school', id: ids[0] };
}

function proposalOf(input: StationingInput, place: Place): Proposal {
  const { specialistId, dagdelen, from, to, note, words, continuesId } = input;
  const ambitions = (input.ambitions ?? []).filter(({ share }) => share > 0);
  const left = ambitions.reduce((sum, { share }) => sum - share, 100);
  return {
    specialistId,
    place,
    dagdelen,
    from,
    to,
    questionsShare: input.questionsShare ?? Math.max(0, left),
    ambitions,
    note: note || null,
    words: words || null,
    continuesId: continuesId ?? null,
    planId: null,
  };
}

const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string, subjectId: string) =>
  recordAudit(tx, actor, { action, subject: 'stationing', subjectId, via: deed.via });

/** By constraint: what two at once run into. */
const constraintTroubles: Readonly<Record<string, Trouble>> = {
  'one stationing at a place at a time': 'placeFree',
  'one proposal for a place at a time': 'placeFree',
};

/** What the database refuses although the rules let it pass (somebody was just first) is told like any refusal. */
async function lawfully(
  work: () => Promise<StationingOutcome>,
  reread: () => Promise<Stationing | undefined> = async () => undefined,
): Promise<StationingOutcome> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Stale) {
      const stationing = await reread();
      return stationing === undefined ? { outcome: 'notFound' } : { outcome: 'stale', stationing };
    }
    const answer = answerTo(fault);
    if (answer === undefined) throw fault;
    return answer;
  }
}

function answerTo(fault: unknown): StationingOutcome | undefined {
  if (fault instanceof WritingAidDown) return refused('writingAidLooks');
  if (fault instanceof NotAdmitted) return { outcome: 'notFound' };
  if (fault instanceof LawRefused)
    return fault.codes.includes('roleAllows')
      ? { outcome: 'forbidden' }
      : { outcome: 'refused', unmet: explain(fault.codes) };
  const known =
    fault instanceof Error && 'constraint' in fault
      ? constraintTroubles[String(fault.constraint)]
      : undefined;
  return known === undefined ? undefined : refused(known);
}
