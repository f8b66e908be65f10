/** Making recovery codes and the slow hashes that are kept of them. */
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { codeFrom, codesInSet } from './recovery-code.rules.ts';

const slowly = promisify(scrypt);

/** A salted hash that takes about 50 ms (scrypt, N = 2^14). One salt for a set: a guess costs one of them, not ten. */
export async function slowHash(code: string, salt: Buffer): Promise<Buffer> {
  return (await slowly(code, salt, 32)) as Buffer;
}

export interface CodeSet {
  /** To show once. */
  readonly codes: readonly string[];
  readonly salt: Buffer;
  readonly hashes: readonly Buffer[];
}

export async function newCodes(): Promise<CodeSet> {
  const codes = Array.from({ length: codesInSet }, () => codeFrom(randomInt));
  const salt = randomBytes(16);
  return { codes, salt, hashes: await Promise.all(codes.map((code) => slowHash(code, salt))) };
}

export const isSame = (one: Buffer, other: Buffer) =>
  one.length === other.length && timingSafeEqual(one, other);
