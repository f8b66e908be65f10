import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { limitQuery, momentCursorQuery } from '../../platform/paging.ts';
import { problem, problems } from '../../platform/problem.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import {
  type ApiAnswer,
  type ApiRoute,
  type Call,
  type Deed,
  getApi,
  postApi,
} from '../../platform/route.ts';
import { tellMark } from '../../privacy/index.ts';
import { type NoteOutcome, noteFacts, takePracticeStep, writeNote } from './practice.actions.ts';
import { noteInput, practiceStepInput } from './practice.input.ts';
import { fitsState, mayTakeStep, practiceAccess, practiceSteps } from './practice.rules.ts';
import { findNotes, getNote, type PracticeNote, views } from './practice.store.ts';

const person = z.object({ id: z.uuid(), name: z.string() });
const edition = z
  .object({
    edition: z.int(),
    title: z.string(),
    situation: z.string(),
    approach: z.string(),
    result: z.string().nullable(),
    expertise: z.array(z.string()),
    reader: person.nullable(),
  })
  .loose();
const note = z
  .object({
    id: z.uuid(),
    version: z.int(),
    author: person,
    used: z.int(),
    published: edition.nullable(),
    open: edition.nullable(),
    steps: z.array(z.object({ step: z.enum(practiceSteps), allowed: z.boolean() })),
  })
  .loose();

export const practiceApi: readonly ApiRoute[] = [
  getApi(
    '/practice-notes',
    'member',
    {
      summary: 'Praktijkkaarten: gepubliceerd, van uzelf, of die op een tweede lezer wachten',
      answer: z.object({ items: z.array(note), next: z.string().nullable() }),
      query: z.object({
        limit: limitQuery,
        after: momentCursorQuery,
        view: z.enum(views).default('published'),
        expertise: z.string().max(40).optional(),
      }),
    },
    async ({ actor, query, database }) => {
      const { limit } = query;
      const found = await database.read(actor, (reader) => findNotes(reader, actor, query));
      const { items, next } = pageOf(found, limit, ({ key }) => key);
      return { status: 200, body: { items: items.map((one) => noteView(one, actor)), next } };
    },
  ),
  postApi(
    '/practice-notes',
    practiceAccess.write,
    { summary: 'Een praktijkkaart beginnen, een concept voor uzelf', answer: note, input: noteInput },
    async ({ actor, input, deed }) => {
      const outcome = await writeNote(deed, actor, input);
      if (outcome.outcome !== 'taken') return refusal(outcome, actor);
      const answer = await answerWith(deed, actor, outcome.id);
      return answer.status === 200
        ? { ...answer, status: 201, location: `/api/v1/practice-notes/${outcome.id}` }
        : answer;
    },
  ),
  getApi(
    '/practice-notes/:id',
    'member',
    { summary: 'Eén praktijkkaart', answer: note },
    async ({ actor, params, deed }) => answerWith(deed, actor, idOf(params)),
  ),
  postApi(
    '/practice-notes/:id/steps',
    'member',
    {
      summary:
        'Een stap met een praktijkkaart: schrijven, aanbieden, goedkeuren, terugsturen, intrekken, ook gebruikt',
      answer: note,
      input: practiceStepInput,
      changes: true,
      known: mayEverTake,
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const outcome = await takePracticeStep(deed, actor, id, input);
      if (outcome.outcome !== 'taken') return refusal(outcome, actor);
      // Who withdraws or sends back a note of somebody else may read it no longer.
      const after = await answerWith(deed, actor, id);
      return after.status === 404 ? { status: 200, body: { id, steps: [] } } : after;
    },
  ),
];

/** A note as the API shows it, with what this person can do. */
function noteView({ today: _today, ...one }: PracticeNote, actor: Actor) {
  const facts = noteFacts({ ...one, today: _today });
  const steps = practiceSteps
    .filter((step) => mayTakeStep(step, facts, actor))
    .map((step) => ({ step, allowed: fitsState(step, facts) }));
  return { ...one, steps };
}

async function answerWith(deed: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> {
  const found =
    id === undefined ? undefined : await deed.database.read(actor, (reader) => getNote(reader, actor, id));
  return found === undefined
    ? problems.notFound()
    : { status: 200, body: noteView(found, actor), version: found.version };
}

/** Before the input is looked at: is there such a note, and is this step for this person? */
async function mayEverTake(
  { actor, params, database }: Call<Actor>,
  body: unknown,
): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const found =
    id === undefined ? undefined : await database.read(actor, (reader) => getNote(reader, actor, id));
  if (found === undefined) return problems.notFound();
  const named = practiceSteps.find((step) => step === (body as { readonly step?: unknown } | null)?.step);
  return named === undefined || mayTakeStep(named, found, actor) ? undefined : notYours;
}

const notYours = problem(
  403,
  'forbidden',
  'Niet toegestaan',
  'Deze stap hoort niet bij u en deze praktijkkaart.',
);

function refusal(outcome: Exclude<NoteOutcome, { outcome: 'taken' }>, actor: Actor): ApiAnswer {
  switch (outcome.outcome) {
    case 'refused':
      return problems.refused(outcome.unmet, outcome.marks?.map(tellMark));
    case 'stale':
      return { status: 412, body: noteView(outcome.note, actor), version: outcome.note.version };
    case 'forbidden':
      return notYours;
    case 'keyReused':
      return problems.keyReused();
    case 'notFound':
      return problems.notFound();
  }
}
