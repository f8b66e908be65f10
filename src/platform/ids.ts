import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A UUIDv7: sorts by the moment it was made. Made here because PostgreSQL 15-17 cannot (RFC 9562 §5.7). */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A secret for a cookie, token or link: 256 bits, safe in a URL. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** The form token that goes with a session: only who has the cookie can have had this page. */
export function csrfOf(sessionSecret: string): string {
  return createHmac('sha256', sessionSecret).update('kortelijn form').digest('base64url');
}

// Without I, L, O, U, 0 and 1: nothing that is misread aloud or spells a word.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number people can say aloud: five random characters and a check character. Random, so that it tells nobody how many there are. */
export function newNumber(): string {
  const digits = [...randomBytes(5)].map((byte) => byte % alphabet.length);
  return [...digits, checkDigit(digits)].map((digit) => alphabet[digit]).join('');
}

/** Whether a number someone typed can exist: finds every single wrong character. */
export function isNumber(text: string): boolean {
  const digits = [...text.toUpperCase()].map((character) => alphabet.indexOf(character));
  return digits.length === 6 && !digits.includes(-1) && checkDigit(digits.slice(0, 5)) === digits[5];
}

function checkDigit(digits: readonly number[]): number {
  // Weights without a common factor with 30: any one wrong character changes the sum.
  const weights = [1, 7, 11, 13, 17];
  return digits.reduce((sum, digit, index) => sum + digit * (weights[index] ?? 0), 0) % alphabet.length;
}
