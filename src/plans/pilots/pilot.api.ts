/** Pilots through the API. */
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { dayCursorQuery, limitQuery } from '../../platform/paging.ts';
import { problems } from '../../platform/problem.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import { type ApiAnswer, type ApiRoute, type Deed, getApi, postApi } from '../../platform/route.ts';
import { knownStep, made, rolesOf, stepped, stepView } from '../answers.ts';
import { pilotFacts, takePilotStep, writePilot } from './pilot.actions.ts';
import { pilotInput, pilotStepInput } from './pilot.input.ts';
import { decisions, mayTakePilotStep, pilotStatuses, pilotWriters, unmetByPilot } from './pilot.rules.ts';
import { findPilots, getPilot, type Pilot } from './pilot.store.ts';

const pilot = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    difference: z.string(),
    measures: z.array(z.string()),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().nullable(),
    status: z.enum(pilotStatuses),
    decision: z.enum(decisions).nullable(),
    reasons: z.string().nullable(),
    schools: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        startsOn: z.iso.date(),
        endsOn: z.iso.date().nullable(),
      }),
    ),
  })
  .loose();
const takenByHand = ['revise', 'start', 'change', 'decide'] as const;

export const pilotApi: readonly ApiRoute[] = [
  getApi(
    '/pilots',
    'member',
    {
      summary: 'Pilots, die het laatst begonnen eerst',
      answer: z.object({ items: z.array(pilot), next: z.string().nullable() }),
      query: z.object({
        limit: limitQuery,
        after: dayCursorQuery,
        status: z.enum(pilotStatuses).optional(),
        school: z
          .string()
          .regex(/^[0-9A-Za-z]{6}$/)
          .optional(),
      }),
    },
    async ({ actor, query, database }) => {
      const found = await database.read(actor, (reader) => findPilots(reader, actor, query));
      const { items, next } = pageOf(found, query.limit, ({ startsOn }) => startsOn);
      return { status: 200, body: { items, next } };
    },
  ),
  postApi(
    '/pilots',
    pilotWriters,
    { summary: 'Een pilot opschrijven, als concept', answer: pilot, input: pilotInput },
    async ({ actor, input, deed }) =>
      made(await writePilot(deed, actor, input), '/pilots', (id) => shown(deed, actor, id)),
  ),
  getApi('/pilots/:id', 'member', { summary: 'Eén pilot', answer: pilot }, async ({ actor, params, deed }) =>
    shown(deed, actor, idOf(params)),
  ),
  postApi(
    '/pilots/:id/steps',
    'member',
    {
      summary: 'Een stap: aanpassen, beginnen, scholen of laatste dag wijzigen, besluiten',
      answer: pilot,
      input: pilotStepInput,
      changes: true,
      known: knownStep(read, takenByHand, mayTakePilotStep),
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      return stepped(await takePilotStep(deed, actor, id, input), () => shown(deed, actor, id));
    },
  ),
];

/** A pilot as the API shows it, with what this person can do. */
function viewOf(found: Pilot, actor: Actor, today: string) {
  const steps = takenByHand
    .filter((step) => mayTakePilotStep(step, rolesOf(actor)))
    .map((step) => stepView(step, unmetByPilot(step, pilotFacts(found, today))));
  return { ...found, steps };
}

function read({ database }: Pick<Deed, 'database'>, actor: Actor, id: string): Promise<Pilot | undefined> {
  return database.read(actor, (reader) => getPilot(reader, actor, id));
}

async function shown(deed: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> {
  const found = id === undefined ? undefined : await read(deed, actor, id);
  return found === undefined
    ? problems.notFound()
    : { status: 200, body: viewOf(found, actor, dayOf(deed.now.getTime())), version: found.version };
}
