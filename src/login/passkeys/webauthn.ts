/** Speaking with passkeys (WebAuthn): what the browser has to sign, and whether it did. The owner is always verified: two factors in one. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Actor } from '../../platform/pure/actor.ts';
import type { KnownPasskey, NewPasskey, OwnPasskey } from './passkey.store.ts';

/** Milliseconds that the browser gives somebody to touch or look. */
const patience = 120_000;

/** A passkey belongs to one site: its host. */
const hostOf = (site: string) => new URL(site).hostname;

/** Behind a proxy of which nobody told us the address, the browser knows the same host by https. */
const originsOf = (site: string) => [site, site.replace(/^http:/, 'https:')];

const known = (passkeys: readonly OwnPasskey[]) =>
  passkeys.map(({ credentialId, transports }) => ({
    id: credentialId.toString('base64url'),
    transports: [...transports],
  }));

/** What to sign to log in: with any passkey of this site, or with one of these. */
export function askToSign(
  site: string,
  among: readonly OwnPasskey[] | undefined,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: hostOf(site),
    userVerification: 'required',
    timeout: patience,
    ...(among && { allowCredentials: known(among) }),
  });
}

/** What to sign to make a passkey for this person; not on a device that has one of them. */
export function askToMake(
  site: string,
  actor: Actor,
  there: readonly OwnPasskey[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: 'Kortelijn',
    rpID: hostOf(site),
    userID: new Uint8Array(Buffer.from(actor.personId.replaceAll('-', ''), 'hex')),
    userName: actor.email,
    userDisplayName: actor.name,
    timeout: patience,
    attestationType: 'none',
    excludeCredentials: known(there),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** Whether a challenge is ours and unused; uses it up. */
export type Challenged = (challenge: string) => Promise<boolean>;

/** The counter after this signature, or undefined when the signature is not good. */
export async function checkSignature(
  site: string,
  answer: AuthenticationResponseJSON,
  passkey: KnownPasskey,
  challenged: Challenged,
): Promise<number | undefined> {
  const checked = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenged,
    expectedOrigin: originsOf(site),
    expectedRPID: hostOf(site),
    requireUserVerification: true,
    credential: { id: answer.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
  }).catch(() => undefined);
  return checked?.verified === true ? checked.authenticationInfo.newCounter : undefined;
}

/** The passkey that was made, or undefined when it is not to be trusted. */
export async function checkMade(
  site: string,
  answer: RegistrationResponseJSON,
  challenged: Challenged,
): Promise<Omit<NewPasskey, 'id' | 'name'> | undefined> {
  const checked = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenged,
    expectedOrigin: originsOf(site),
    expectedRPID: hostOf(site),
    requireUserVerification: true,
  }).catch(() => undefined);
  if (checked?.verified !== true) return undefined;
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  return {
    credentialId: Buffer.from(id, 'base64url'),
    publicKey: Buffer.from(publicKey),
    counter,
    transports: transports.filter((transport) => /^[a-z-]{1,20}$/.test(transport)).slice(0, 8),
  };
}

const base64url = z.string().regex(/^[\w-]{1,8000}$/);
const answerOf = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).catch({}),
});
const signed = answerOf.extend({
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});
const made = answerOf.extend({
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string()).catch([]),
  }),
});

/** What the browser put in the form after signing; undefined when it is nothing of the kind. */
export function readSigned(text: string): AuthenticationResponseJSON | undefined {
  return signed.safeParse(jsonOf(text)).data as AuthenticationResponseJSON | undefined;
}

/** The same after making a passkey. */
export function readMade(text: string): RegistrationResponseJSON | undefined {
  return made.safeParse(jsonOf(text)).data as RegistrationResponseJSON | undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
