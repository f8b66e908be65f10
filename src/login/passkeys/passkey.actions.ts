import { openSession, renewSession } from '../../platform/access.store.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Database } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { queueMail } from '../../platform/mail/outbox.store.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Call, Deed } from '../../platform/route.ts';
import { counted, type MustWait } from '../counted.ts';
import { newCodes } from '../second-factor/recovery-code.ts';
import { findMeans, lockMeans, replaceCodes } from '../second-factor/second-factor.store.ts';
import { type Kept, whyKept } from './passkey.rules.ts';
import {
  addPasskey,
  findOwnPasskeys,
  findPasskey,
  type KnownPasskey,
  keepChallenge,
  type Purpose,
  removePasskey,
  renamePasskey,
  useChallenge,
  usePasskey,
} from './passkey.store.ts';
import { askToMake, askToSign, checkMade, checkSignature, readMade, readSigned } from './webauthn.ts';

/** What the browser is to sign; undefined when this visitor has nothing to sign for. */
export async function ask(
  { deed, actor, site }: Pick<Call<Actor | undefined>, 'deed' | 'actor' | 'site'>,
  purpose: Purpose,
): Promise<object | undefined> {
  const { database } = deed;
  if (purpose === 'log-in') {
    const options = await askToSign(site, undefined);
    await keepChallenge(database, options.challenge, purpose, null);
    return options;
  }
  if (actor === undefined) return undefined;
  const own = await database.read(actor, (reader) => findOwnPasskeys(reader, actor));
  const options = purpose === 'register' ? await askToMake(site, actor, own) : await askToSign(site, own);
  await keepChallenge(database, options.challenge, purpose, actor.personId);
  return options;
}

type Entered = { readonly outcome: 'in'; readonly secret: string };
const refused = { outcome: 'refused' } as const;

/** Logs in with a passkey alone: having it and being known to it are two factors. */
export function logInByPasskey(
  { deed, site, device, address }: Pick<Call<unknown>, 'deed' | 'site' | 'device' | 'address'>,
  answer: string,
): Promise<Entered | typeof refused | MustWait> {
  const { database } = deed;
  return counted(database, address, async () => {
    const passkey = await signedWith(database, site, answer, 'log-in', null);
    if (passkey === undefined) return refused;
    const secret = await openSession(database, passkey, { way: 'passkey', secondFactor: true, device });
    return { outcome: 'in', secret };
  });
}

/** Takes the second step of a log-in with one's own passkey. */
export async function stepByPasskey(
  database: Database,
  site: string,
  actor: Actor,
  answer: string,
): Promise<Entered | typeof refused> {
  const passkey = await signedWith(database, site, answer, 'second-step', actor.personId);
  if (passkey?.personId !== actor.personId || passkey.tenantId !== actor.tenantId) return refused;
  const renewed = await renewSession(database, actor, 'secondStep');
  return renewed === undefined ? refused : { outcome: 'in', secret: renewed.secret };
}

/** The passkey that signed this, after its counter went on; undefined when anything about it is not right. */
async function signedWith(
  database: Database,
  site: string,
  answer: string,
  purpose: Purpose,
  personId: string | null,
): Promise<KnownPasskey | undefined> {
  const signed = readSigned(answer);
  if (signed === undefined) return undefined;
  const passkey = await findPasskey(database, Buffer.from(signed.id, 'base64url'));
  if (passkey === undefined) return undefined;
  const counter = await checkSignature(site, signed, passkey, (challenge) =>
    useChallenge(database, challenge, purpose, personId),
  );
  if (counter === undefined || !(await usePasskey(database, passkey, counter))) return undefined;
  return passkey;
}

export type Registered =
  /** With the recovery codes that came along, when there were none yet. */
  | { readonly outcome: 'taken'; readonly codes: readonly string[] | undefined }
  /** `notFirst`: somebody half logged in may only make the first one. */
  | { readonly outcome: 'refused' | 'notFirst' };

/** Makes a passkey of the actor's, and recovery codes when there never were any. Told by mail. */
export async function registerPasskey(
  deed: Deed,
  site: string,
  actor: Actor,
  input: { readonly answer: string; readonly name: string },
): Promise<Registered> {
  const answer = readMade(input.answer);
  const made =
    answer &&
    (await checkMade(site, answer, (challenge) =>
      useChallenge(deed.database, challenge, 'register', actor.personId),
    ));
  if (made === undefined) return refused;
  // Slow on purpose, so not while the lock is held.
  const set = await newCodes();
  return deed.database.write(actor, async (tx) => {
    await lockMeans(tx, actor);
    const means = await findMeans(tx, actor);
    if (actor.session?.secondFactor === 'missing' && means.passkeys + means.codesEver > 0)
      return { outcome: 'notFirst' };
    const id = newId();
    if (!(await addPasskey(tx, actor, { ...made, id, name: input.name }))) return refused;
    await recordAudit(tx, actor, { action: 'add', subject: 'passkey', subjectId: id, via: deed.via });
    const first = means.codesEver === 0;
    if (first) await replaceCodes(tx, actor, set);
    await queueMail(tx, [
      {
        tenantId: actor.tenantId,
        personId: actor.personId,
        kind: 'security',
        key: `passkey ${id}`,
        subject: 'Er is een passkey aan uw account toegevoegd',
        lines: [
          'U kunt daarmee inloggen in Kortelijn.',
          'Was u dit niet? Verwijder de passkey dan meteen en waarschuw de beheerder van uw samenwerkingsverband.',
        ],
        link: '/mijn/passkeys',
      },
    ]);
    return { outcome: 'taken', codes: first ? set.codes : undefined };
  });
}

export function rename(deed: Deed, actor: Actor, id: string, name: string): Promise<boolean> {
  return deed.database.write(actor, async (tx) => {
    const renamed = await renamePasskey(tx, actor, id, name);
    if (renamed)
      await recordAudit(tx, actor, { action: 'change', subject: 'passkey', subjectId: id, via: deed.via });
    return renamed;
  });
}

export type Removed =
  | { readonly outcome: 'taken' | 'notFound' }
  | { readonly outcome: 'kept'; readonly why: Kept };

/** Removes a passkey, unless it is the last way in or the last second step. */
export function remove(deed: Deed, actor: Actor, id: string): Promise<Removed> {
  return deed.database.write(actor, async (tx) => {
    await lockMeans(tx, actor);
    const own = await findOwnPasskeys(tx, actor);
    if (!own.some((passkey) => passkey.id === id)) return { outcome: 'notFound' };
    const means = await findMeans(tx, actor);
    const why = whyKept({ ...means, otherWay: means.linked || actor.session?.way === 'demo' });
    if (why !== undefined) return { outcome: 'kept', why };
    await removePasskey(tx, actor, id);
    await recordAudit(tx, actor, { action: 'remove', subject: 'passkey', subjectId: id, via: deed.via });
    return { outcome: 'taken' };
  });
}
