/** What no text of development may hold. Names and days are normal here: it is about roles, schools and plans. */
import type { Transaction } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { dayOf } from '../platform/pure/dates.ts';
import type { Deed } from '../platform/route.ts';
import { lookAtTexts, WritingAidDown } from '../privacy/index.ts';
import type { NeedCode } from './needs.words.ts';

/** Fields in which people write. */
const written = [
  ...['name', 'title', 'introduction', 'body', 'difference', 'reasons', 'text', 'options', 'summary'],
  ...['words', 'outcomeWords', 'indicator', 'unit', 'note', 'with'],
];

/** Every text in what was sent, by where it stands. */
function textsOf(value: unknown, path = '', key = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return written.includes(key) ? [[path, value]] : [];
  if (Array.isArray(value)) return value.flatMap((one, place) => textsOf(one, `${path}.${place}`, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, one]) =>
    textsOf(one, path === '' ? name : `${path}.${name}`, name),
  );
}

/** A burgerservicenummer stands in no text; a text that could not be looked at is not kept. */
export async function faultsInTexts(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  input: unknown,
): Promise<readonly NeedCode[]> {
  try {
    const texts = Object.fromEntries(textsOf(input));
    const { open } = await lookAtTexts(tx, actor, texts, [], dayOf(deed.now.getTime()));
    return open.some(({ kind }) => kind === 'bsn') ? ['noBsn'] : [];
  } catch (fault) {
    if (fault instanceof WritingAidDown) return ['writingAidLooks'];
    throw fault;
  }
}
