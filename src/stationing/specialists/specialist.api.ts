import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { cursorQuery, limitQuery } from '../../platform/paging.ts';
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
import {
  absenceWriters,
  contractWriters,
  keepers,
  mayKeepProfile,
  mayWriteAbsence,
  mayWriteContract,
} from './specialist.access.ts';
import { addAbsence, addContract, type SpecialistOutcome, saveProfile } from './specialist.actions.ts';
import { absenceInput, contractInput, newProfileInput, profileInput } from './specialist.input.ts';
import { findSpecialists, getSpecialist } from './specialist.store.ts';

const named = z.object({ code: z.string(), name: z.string() });
const days = { from: z.iso.date(), to: z.iso.date().nullable() } as const;
const listed = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int(),
  employedFrom: z.iso.date().nullable(),
  formerOrganisation: z.string().nullable(),
  fromSpecial: z.boolean(),
  languages: z.array(z.string()),
  areas: z.array(named),
  about: z.string().nullable(),
  expertise: z.array(named.extend({ level: z.int() })),
  /** Dagdelen a week that are free today; null: not for this reader, or without a contract. */
  free: z.number().nullable(),
  away: z.object(days).nullable(),
});
const whole = listed.extend({
  contracts: z.array(
    z.object({ id: z.uuid(), version: z.int(), ...days, fte: z.number(), dagdelen: z.number() }),
  ),
  absences: z.array(z.object({ id: z.uuid(), version: z.int(), ...days })),
  schools: z.array(named),
});

export const specialistApi: readonly ApiRoute[] = [
  getApi(
    '/specialists',
    'member',
    {
      summary: 'Specialisten van nu en straks, op naam',
      answer: z.object({ items: z.array(listed), next: z.string().nullable() }),
      query: z.object({
        limit: limitQuery,
        after: cursorQuery,
        q: z.string().max(200).optional(),
        expertise: z.string().max(40).optional(),
      }),
    },
    async ({ actor, query, database }) =>
      database.read(actor, async (reader): Promise<ApiAnswer> => {
        const found = await findSpecialists(reader, actor.tenantId, query);
        const { items, next } = pageOf(found, query.limit, ({ name }) => name);
        return { status: 200, body: { items, next } };
      }),
  ),
  postApi(
    '/specialists',
    keepers,
    {
      summary: 'Het eerste profiel van een specialist; daarna wijzigt u dat met If-Match',
      answer: whole,
      input: newProfileInput,
    },
    async ({ actor, input: { personId, ...profile }, deed }) => {
      const outcome = await saveProfile({ ...deed, version: 0 }, actor, personId, profile);
      return outcome.outcome === 'stale' ? exists : told(outcome, deed, actor, personId, 201);
    },
  ),
  getApi(
    '/specialists/:id',
    'member',
    { summary: 'Eén specialist; contracten en afwezigheid alleen voor wie ze mag lezen', answer: whole },
    async ({ actor, params, deed }) => shown(deed, actor, idOf(params), 200),
  ),
  postApi(
    '/specialists/:id',
    keepers,
    {
      summary: 'Het hele profiel wijzigen; zonder profiel is de versie 0',
      answer: whole,
      input: profileInput,
      changes: true,
      known: (call) => known(call, mayKeepProfile),
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      return id === undefined
        ? problems.notFound()
        : told(await saveProfile(deed, actor, id, input), deed, actor, id, 200);
    },
  ),
  postApi(
    '/specialists/:id/contracts',
    contractWriters,
    {
      summary: 'Een contract vastleggen: werktijdfactor en dagdelen per week',
      answer: whole,
      input: contractInput,
      known: (call) => known(call, mayWriteContract),
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      return id === undefined
        ? problems.notFound()
        : told(await addContract(deed, actor, id, input), deed, actor, id, 201);
    },
  ),
  postApi(
    '/specialists/:id/absences',
    absenceWriters,
    {
      summary: 'Vastleggen wanneer een specialist er niet is, zonder reden',
      answer: whole,
      input: absenceInput,
      known: (call) => known(call, mayWriteAbsence),
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      return id === undefined
        ? problems.notFound()
        : told(await addAbsence(deed, actor, id, input), deed, actor, id, 201);
    },
  ),
];

async function known(
  { actor, params, database }: Call<Actor>,
  may: (actor: Actor, id: string) => boolean,
): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const found =
    id === undefined
      ? undefined
      : await database.read(actor, (reader) => getSpecialist(reader, actor.tenantId, id));
  if (id === undefined || found === undefined) return problems.notFound();
  return may(actor, id) ? undefined : problems.forbidden();
}

async function shown(
  deed: Deed,
  actor: Actor,
  id: string | undefined,
  status: 200 | 201 | 412,
): Promise<ApiAnswer> {
  const found =
    id === undefined
      ? undefined
      : await deed.database.read(actor, (reader) => getSpecialist(reader, actor.tenantId, id));
  if (found === undefined) return problems.notFound();
  return {
    status,
    body: found,
    version: found.version,
    ...(status === 201 && { location: `/api/v1/specialists/${id}` }),
  };
}

const exists = problem(
  409,
  'exists',
  'Bestaat al',
  'Deze specialist heeft al een profiel. Lees het, en wijzig het met If-Match.',
);

async function told(
  outcome: SpecialistOutcome,
  deed: Deed,
  actor: Actor,
  id: string,
  status: 200 | 201,
): Promise<ApiAnswer> {
  switch (outcome.outcome) {
    case 'taken':
      return shown(deed, actor, id, status);
    case 'stale':
      return shown(deed, actor, id, 412);
    case 'forbidden':
      return problems.forbidden();
    case 'notFound':
      return problems.notFound();
    case 'keyReused':
      return problems.keyReused();
    case 'refused':
      return refusal(outcome);
  }
}

/** Days that are taken are a 409; what is not in a list is wrong input. */
function refusal({ faults }: Extract<SpecialistOutcome, { outcome: 'refused' }>): ApiAnswer {
  const conflicts = faults.filter(({ code }) => code === 'oneContract' || code === 'oneAbsence');
  if (conflicts.length > 0)
    return problems.refused(conflicts.map(({ code, message }) => ({ code, detail: message })));
  return problems.badInput(
    faults.map(({ field, code, message }) => ({ in: 'body', location: field, code, detail: message })),
  );
}
