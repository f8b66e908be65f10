/** The writing aid on the texts of a step. */
import type { Transaction } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { type OpenMark, openMarks } from '../privacy/index.ts';
import type { StepRequest } from './concern.input.ts';
import { type ConcernRow, findNames } from './concern.store.ts';

/** Marks of the writing aid that nobody accepted, in what this step would let others read. A private note may hold them. */
export async function findMarks(
  tx: Transaction,
  actor: Actor,
  concern: ConcernRow,
  request: StepRequest,
): Promise<readonly OpenMark[]> {
  if (request.step === 'revise' || request.step === 'drop') return [];
  const texts = request.step === 'share_with_director' ? notedTexts(concern) : textsIn(request);
  if (Object.keys(texts).length === 0) return [];
  const accepted = 'acceptedMarks' in request ? (request.acceptedMarks ?? []) : [];
  return openMarks(texts, accepted, { names: await findNames(tx, actor), today: concern.today });
}

function notedTexts(concern: ConcernRow): Readonly<Record<string, string>> {
  const { occasion, observation, impression, meaningForChildren, goesWell, theme } = concern;
  return withText({ occasion, observation, impression, meaningForChildren, goesWell, theme });
}

/** Fields of a request that hold no prose. */
const idle = new Set([
  'step',
  'acceptedMarks',
  'personId',
  'participants',
  'present',
  'proposals',
  'proposal',
  'heldOn',
  'reviewOn',
  'by',
  'directorInvitedOn',
  'verdict',
  'position',
]);

/** Every free text a request carries, however deep, by its field (`agreements.0.what`). */
function textsIn(value: unknown, path = ''): Readonly<Record<string, string>> {
  if (typeof value === 'string') return withText({ [path]: value });
  if (value === null || typeof value !== 'object') return {};
  const members = Object.entries(value)
    .filter(([name]) => !idle.has(name))
    .map(([name, member]) => textsIn(member, path === '' ? name : `${path}.${name}`));
  return Object.assign({}, ...members);
}

function withText(
  texts: Readonly<Record<string, string | null | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
