/** Practice notes: the list, one note with what can be done with it, and the form on which it is written. */
import { z } from 'zod';
import { faultTrouble, noTrouble } from '../../platform/form/form-errors.ts';
import { type Entries, idOf, id as idSchema } from '../../platform/input.ts';
import { momentCursorQuery } from '../../platform/paging.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
} from '../../platform/route.ts';
import { refusedForm } from '../../privacy/index.ts';
import { findExpertise } from '../steps/choices.store.ts';
import { type NoteOutcome, noteFacts, takePracticeStep, writeNote } from './practice.actions.ts';
import {
  handInInput,
  noteInput,
  type PracticeStepRequest,
  reviseInput,
  sendBackInput,
  useInput,
  withdrawInput,
} from './practice.input.ts';
import { fitsState, mayTakeStep, type PracticeStep, practiceAccess } from './practice.rules.ts';
import { findNotes, getLearntFrom, getNote, type PracticeNote, type View } from './practice.store.ts';
import { noteLabels } from './practice.words.ts';
import { type WriteForm, writePage } from './practice-form.tsx';
import { NoteList } from './practice-list.tsx';
import { notePage } from './practice-page.tsx';
import type { Back } from './practice-steps.tsx';

const perPage = 50;
const viewNames = { mijn: 'mine', lezen: 'to_read' } as const satisfies Record<string, View>;

const listQuery = z.object({
  lijst: z.enum(['mijn', 'lezen']).optional().catch(undefined),
  expertise: z
    .string()
    .regex(/^[a-z0-9_]{2,40}$/)
    .optional()
    .catch(undefined),
  na: momentCursorQuery.catch(undefined),
});
const questionQuery = z.object({ vraag: idSchema().optional().catch(undefined) });

type Reading<Query = Record<string, never>> = Call<Actor, Query> & Page;
type Sending<T> = Call<Actor, Record<string, never>, Sent<T>> & Page;

export const practicePages: readonly Route[] = [
  getPage('/praktijkkaarten', 'member', showList, listQuery),
  getPage('/praktijkkaarten/nieuw', practiceAccess.write, showNew, questionQuery),
  postPage('/praktijkkaarten/nieuw', practiceAccess.write, noteInput, sendNew),
  getPage('/praktijkkaarten/:id', 'member', showNote, questionQuery),
  getPage('/praktijkkaarten/:id/aanpassen', practiceAccess.write, showDraft),
  postPage('/praktijkkaarten/:id/aanpassen', practiceAccess.write, reviseInput, sendDraft),
  stepDoor('aanbieden', handInInput, (input) => ({ step: 'hand_in', ...input })),
  stepDoor('goedkeuren', z.object({}), () => ({ step: 'approve' })),
  stepDoor('terugsturen', sendBackInput, (input) => ({ step: 'send_back', ...input })),
  stepDoor('intrekken', withdrawInput, (input) => ({ step: 'withdraw', ...input })),
  stepDoor('gebruikt', useInput, (input) => ({ step: 'use', ...input })),
];

const done: Record<Exclude<PracticeStep, 'revise'>, string> = {
  hand_in: 'Uw praktijkkaart wacht op een tweede lezer.',
  approve: 'De praktijkkaart staat er nu voor iedereen.',
  send_back: 'De praktijkkaart is terug bij wie hem schreef.',
  withdraw: 'De praktijkkaart is ingetrokken.',
  use: 'Fijn dat het hielp. Het is meegeteld.',
};

// The list ----------------------------------------------------------------------------------------------------------------

async function showList(call: Reading<z.infer<typeof listQuery>>): Promise<PageAnswer> {
  const { actor, query, database, csrf } = call;
  const { lijst, expertise, na } = query;
  const view = lijst === undefined ? 'published' : viewNames[lijst];
  const [found, choices] = await database.read(actor, (reader) =>
    Promise.all([
      findNotes(reader, actor, { view, expertise, limit: perPage, after: na }),
      findExpertise(reader, actor),
    ]),
  );
  const { items: notes, next } = pageOf(found, perPage, ({ key }) => key);
  const shown = { actor, csrf, view: lijst, expertise, choices, notes, next, first: na === undefined };
  return { kind: 'html', title: 'Praktijkkaarten', body: <NoteList {...shown} /> };
}

// Writing -------------------------------------------------------------------------------------------------------------------

async function showNew({ actor, query, database, csrf }: Reading<z.infer<typeof questionQuery>>) {
  const { vraag } = query;
  const [choices, question] = await database.read(actor, (reader) =>
    Promise.all([
      findExpertise(reader, actor),
      vraag === undefined ? undefined : getLearntFrom(reader, actor, vraag),
    ]),
  );
  if (vraag !== undefined && question === undefined) return notFound;
  const typed: Entries = (question?.expertise ?? []).map((code) => ['expertise', code] as const);
  return writePage({ csrf, choices, typed, question, trouble: noTrouble });
}

async function sendNew(call: Sending<z.infer<typeof noteInput>>): Promise<PageAnswer> {
  const { parsed, typed } = call.input;
  const outcome = parsed.ok ? await writeNote(call.deed, call.actor, parsed.value) : undefined;
  if (outcome?.outcome === 'taken') return saved(outcome.id);
  const asked = idSchema().safeParse(typed.findLast(([name]) => name === 'questionId')?.[1]);
  const [choices, question] = await call.database.read(call.actor, (reader) =>
    Promise.all([
      findExpertise(reader, call.actor),
      asked.success ? getLearntFrom(reader, call.actor, asked.data) : undefined,
    ]),
  );
  return writePage({ csrf: call.csrf, choices, typed, question, ...unwritten(call, outcome) });
}

async function showDraft(call: Reading): Promise<PageAnswer> {
  const note = await noteOf(call);
  if (note === undefined || !mayWriteOn(note, call.actor)) return notFound;
  const choices = await call.database.read(call.actor, (reader) => findExpertise(reader, call.actor));
  const words = note.open ?? note.published;
  const typed: Entries = [
    ['title', words?.title ?? ''],
    ['situation', words?.situation ?? ''],
    ['approach', words?.approach ?? ''],
    ['result', words?.result ?? ''],
    ...(words?.expertise ?? []).map((code) => ['expertise', code] as const),
  ];
  return writePage({ csrf: call.csrf, choices, typed, note, trouble: noTrouble });
}

async function sendDraft(call: Sending<z.infer<typeof reviseInput>>): Promise<PageAnswer> {
  const { parsed, typed } = call.input;
  const id = idOf(call.params);
  if (id === undefined) return notFound;
  const outcome = parsed.ok
    ? await takePracticeStep(call.deed, call.actor, id, { step: 'revise', ...parsed.value })
    : undefined;
  if (outcome?.outcome === 'taken') return saved(id);
  const note = await noteOf(call);
  if (note === undefined || !mayWriteOn(note, call.actor)) return notFound;
  const choices = await call.database.read(call.actor, (reader) => findExpertise(reader, call.actor));
  return writePage({ csrf: call.csrf, choices, typed, note, ...unwritten(call, outcome) });
}

const mayWriteOn = (note: PracticeNote, actor: Actor) =>
  mayTakeStep('revise', note, actor) && fitsState('revise', noteFacts(note));

const saved = (id: string): PageAnswer => ({
  kind: 'redirect',
  to: `/praktijkkaarten/${id}`,
  flash: { tone: 'good', text: 'Bewaard. Bied de kaart aan als hij klaar is.' },
});

/** What the form says of words that were not saved. */
function unwritten(
  { input: { parsed } }: Sending<object>,
  outcome: NoteOutcome | undefined,
): Pick<WriteForm, 'status' | 'trouble'> {
  if (!parsed.ok) return { status: 422, trouble: faultTrouble(parsed.faults, noteLabels) };
  const { status, trouble } = backFrom(outcome, parsed.value);
  return { status, trouble };
}

// One note, and the steps with it -----------------------------------------------------------------------------------------------

async function showNote(call: Reading<z.infer<typeof questionQuery>>): Promise<PageAnswer> {
  const note = await noteOf(call);
  const { actor, csrf, query } = call;
  return note === undefined ? notFound : notePage({ note, actor, csrf, questionId: query.vraag });
}

function stepDoor<T>(
  slug: string,
  schema: z.ZodType<T>,
  requestOf: (input: T) => PracticeStepRequest,
): Route {
  return postPage(`/praktijkkaarten/:id/${slug}`, 'member', schema, async (call): Promise<PageAnswer> => {
    const { actor, deed, csrf, input } = call;
    const { parsed, typed } = input;
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const request = parsed.ok ? requestOf(parsed.value) : undefined;
    const outcome = request && (await takePracticeStep(deed, actor, id, request));
    if (request && outcome?.outcome === 'taken') return stepped(call, request, id);
    const note = await noteOf(call);
    if (note === undefined) return notFound;
    const back: Back = parsed.ok
      ? backFrom(outcome, { ...note.open, ...parsed.value })
      : { status: 422, trouble: faultTrouble(parsed.faults, noteLabels), marks: [] };
    return notePage({ note, actor, csrf, typed, ...back });
  });
}

/** Who withdrew or sent back a note of somebody else may not read it any more. */
async function stepped(
  call: Sending<unknown>,
  { step }: PracticeStepRequest,
  id: string,
): Promise<PageAnswer> {
  const still = await noteOf(call);
  const text = step === 'revise' ? '' : done[step];
  const to = still === undefined ? '/praktijkkaarten' : `/praktijkkaarten/${id}`;
  return { kind: 'redirect', to, flash: { tone: 'good', text } };
}

function backFrom(outcome: NoteOutcome | undefined, value: object): Back {
  const saying = (status: number, message: string): Back => ({
    status,
    trouble: { summary: [{ message }], fields: [] },
    marks: [],
  });
  switch (outcome?.outcome) {
    case 'refused':
      return refusedForm(outcome, noteLabels, { expertiseKnown: ['expertise'] }, value, undefined);
    case 'stale':
      return saying(412, 'Deze praktijkkaart is net gewijzigd. Lees hem opnieuw en doe het dan nog eens.');
    case 'forbidden':
      return saying(403, 'Dit hoort niet bij u en deze praktijkkaart.');
    default:
      return saying(409, 'U verstuurde dit formulier al eerder.');
  }
}

function noteOf({ actor, params, database }: Reading<unknown> | Sending<unknown>) {
  const id = idOf(params);
  return id === undefined ? undefined : database.read(actor, (reader) => getNote(reader, actor, id));
}
