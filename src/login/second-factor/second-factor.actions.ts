import { renewSession } from '../../platform/access.store.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import { queueMail } from '../../platform/mail/outbox.store.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { readCode, waitMinutes, wrongAllowed } from './recovery-code.rules.ts';
import { isSame, newCodes, slowHash } from './recovery-code.ts';
import {
  countWrong,
  findCodes,
  findMeans,
  forgetWrong,
  lockMeans,
  replaceCodes,
  useUpCode,
} from './second-factor.store.ts';

export type Stepped =
  | { readonly outcome: 'in'; readonly secret: string }
  /** `blocked`: five wrong ones in a row. `late`: another request took this step already. */
  | { readonly outcome: 'wrong' | 'blocked' | 'late' };

/** Takes the second step with a recovery code, which is then used up; told by mail. */
export async function stepByCode(deed: Deed, actor: Actor, typed: string): Promise<Stepped> {
  const outcome = await deed.database.write(actor, async (tx) => {
    // Guesses sent at once stand in line here: each is looked at and counted before the next.
    await lockMeans(tx, actor);
    if ((await findMeans(tx, actor)).blockedUntil !== null) return 'blocked';
    const used = await matching(tx, actor, typed);
    if (used === undefined) {
      await countWrong(tx, actor, wrongAllowed, waitMinutes);
      return 'wrong';
    }
    await useUpCode(tx, actor, used);
    await forgetWrong(tx, actor);
    await recordAudit(tx, actor, { action: 'use', subject: 'recovery_code', subjectId: used, via: deed.via });
    await tell(tx, actor, `recovery used ${used}`, 'Er is met een herstelcode ingelogd', [
      'Iemand heeft met een van uw herstelcodes ingelogd in Kortelijn. Die code werkt nu niet meer.',
      'Was u dit niet? Maak dan meteen nieuwe codes en waarschuw de beheerder van uw samenwerkingsverband.',
    ]);
    return 'right';
  });
  if (outcome !== 'right') return { outcome };
  const renewed = await renewSession(deed.database, actor, 'secondStep');
  return renewed === undefined ? { outcome: 'late' } : { outcome: 'in', secret: renewed.secret };
}

async function matching(tx: Transaction, actor: Actor, typed: string): Promise<string | undefined> {
  const code = readCode(typed);
  const codes = await findCodes(tx, actor);
  const salt = codes[0]?.salt;
  if (code === undefined || salt === undefined) return undefined;
  const hash = await slowHash(code, salt);
  return codes.find((one) => isSame(one.hash, hash))?.id;
}

/**
 * New recovery codes, to show once; the old ones stop working. Undefined when somebody half logged in has something to take the
 * second step with already.
 */
export async function renewCodes(deed: Deed, actor: Actor): Promise<readonly string[] | undefined> {
  const set = await newCodes();
  return deed.database.write(actor, async (tx) => {
    await lockMeans(tx, actor);
    const means = await findMeans(tx, actor);
    if (actor.session?.secondFactor === 'missing' && means.passkeys + means.codesEver > 0) return undefined;
    await replaceCodes(tx, actor, set);
    const { personId: subjectId } = actor;
    await recordAudit(tx, actor, { action: 'renew', subject: 'recovery_code', subjectId, via: deed.via });
    await tell(
      tx,
      actor,
      `recovery renewed ${set.salt.toString('hex')}`,
      'Er zijn nieuwe herstelcodes gemaakt',
      [
        'Voor uw account in Kortelijn zijn nieuwe herstelcodes gemaakt. De oude werken niet meer.',
        'Was u dit niet? Waarschuw dan meteen de beheerder van uw samenwerkingsverband.',
      ],
    );
    return set.codes;
  });
}

function tell(
  tx: Transaction,
  { tenantId, personId }: Actor,
  key: string,
  subject: string,
  lines: readonly string[],
): Promise<void> {
  return queueMail(tx, [
    { tenantId, personId, kind: 'security', key, subject, lines, link: '/mijn/passkeys' },
  ]);
}
