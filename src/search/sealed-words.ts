/**
 * The words somebody searched for, sealed for the address of the page. An address ends up in histories and in the logs of every
 * machine on the way, and people search for names; so only the session that searched can open it again.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const keyOf = (csrf: string) => createHash('sha256').update(`kortelijn search ${csrf}`).digest();

/** `csrf`: the form token of the session, which never stands in an address. */
export function sealWords(words: string, csrf: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(csrf), nonce);
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Undefined when another session sealed it, or nobody. */
export function openWords(sealed: string, csrf: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 29) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(csrf), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
