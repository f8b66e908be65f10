/** Role profiles through the API. */
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { cursorQuery, limitQuery } from '../../platform/paging.ts';
import { problems } from '../../platform/problem.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import { type ApiAnswer, type ApiRoute, type Deed, getApi, postApi } from '../../platform/route.ts';
import { knownStep, made, rolesOf, stepped, stepView } from '../answers.ts';
import { takeProfileStep, writeProfile } from './profile.actions.ts';
import { editionFacts, openEdition } from './profile.facts.ts';
import { profileInput, profileStepInput } from './profile.input.ts';
import { editionStatuses, mayTakeEditionStep, profileWriters, unmetByEdition } from './profile.rules.ts';
import {
  type EditionText,
  findEditionTexts,
  findProfiles,
  getProfile,
  type Profile,
} from './profile.store.ts';

const person = z.object({ id: z.uuid(), name: z.string() });
const edition = z
  .object({
    nth: z.int(),
    status: z.enum(editionStatuses),
    startsOn: z.iso.date().nullable(),
    madeBy: person,
    adoptedBy: person.nullable(),
    /** Of one profile: Markdown. */
    body: z.string().optional(),
  })
  .loose();
const profile = z
  .object({
    id: z.uuid(),
    name: z.string(),
    role: z.string().nullable(),
    version: z.int(),
    editions: z.array(edition),
  })
  .loose();
const takenByHand = ['write', 'revise', 'adopt'] as const;

export const profileApi: readonly ApiRoute[] = [
  getApi(
    '/role-profiles',
    'member',
    {
      summary: 'Functieprofielen, op naam',
      answer: z.object({ items: z.array(profile), next: z.string().nullable() }),
      query: z.object({ limit: limitQuery, after: cursorQuery }),
    },
    async ({ actor, query, database }) => {
      const found = await database.read(actor, (reader) => findProfiles(reader, actor, query));
      const { items, next } = pageOf(found, query.limit, ({ name }) => name);
      return { status: 200, body: { items, next } };
    },
  ),
  postApi(
    '/role-profiles',
    profileWriters,
    { summary: 'Een functieprofiel beginnen, als concept', answer: profile, input: profileInput },
    async ({ actor, input, deed }) =>
      made(await writeProfile(deed, actor, input), '/role-profiles', (id) => shown(deed, actor, id)),
  ),
  getApi(
    '/role-profiles/:id',
    'member',
    { summary: 'Eén functieprofiel met de tekst van elke versie', answer: profile },
    async ({ actor, params, deed }) => shown(deed, actor, idOf(params)),
  ),
  postApi(
    '/role-profiles/:id/steps',
    'member',
    {
      summary: 'Een stap: een volgende versie schrijven, aanpassen, vaststellen',
      answer: profile,
      input: profileStepInput,
      changes: true,
      known: knownStep(read, takenByHand, mayTakeEditionStep),
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      return stepped(await takeProfileStep(deed, actor, id, input), () => shown(deed, actor, id));
    },
  ),
];

/** A profile as the API shows it, with its texts and what this person can do. */
function viewOf(found: Profile, texts: readonly EditionText[], actor: Actor, today: string) {
  const open = openEdition(found);
  const steps = takenByHand
    .filter((step) => mayTakeEditionStep(step, rolesOf(actor)))
    .map((step) => {
      const facts = editionFacts(found, step === 'write' ? undefined : open, actor, today);
      return stepView(step, unmetByEdition(step, facts));
    });
  const editions = found.editions.map((one) => ({ ...one, ...texts.find(({ nth }) => nth === one.nth) }));
  return { ...found, editions, steps };
}

async function shown({ database, now }: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> {
  if (id === undefined) return problems.notFound();
  return database.read(actor, async (reader) => {
    const found = await getProfile(reader, actor, id);
    if (found === undefined) return problems.notFound();
    const nths = found.editions.map(({ nth }) => nth);
    const texts = await findEditionTexts(reader, actor, id, nths);
    return { status: 200, body: viewOf(found, texts, actor, dayOf(now.getTime())), version: found.version };
  });
}

function read({ database }: Deed, actor: Actor, id: string): Promise<Profile | undefined> {
  return database.read(actor, (reader) => getProfile(reader, actor, id));
}
