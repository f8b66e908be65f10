import { expect, it } from 'vitest';
import { csrfOf, hashOf, isNumber, newId, newNumber, newSecret } from './ids.ts';

it('an id is a UUIDv7 that sorts by the moment it was made', () => {
  const early = newId(1_700_000_000_000);
  const late = newId(1_700_000_000_001);
  expect(early).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(early < late).toBe(true);
});

it('a number for saying aloud has no letters that look alike, and one wrong character shows', () => {
  for (let round = 0; round < 500; round += 1) {
    const number = newNumber();
    expect(number).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/);
    expect(isNumber(number)).toBe(true);
    const at = round % 6;
    const wrong = number[at] === 'A' ? 'B' : 'A';
    expect(isNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false);
  }
});

it('a secret is long, its hash is not the secret, and the form token of a session is its own', () => {
  const secret = newSecret();
  expect(secret).toHaveLength(43);
  expect(hashOf(secret)).toHaveLength(32);
  expect(csrfOf(secret)).not.toBe(csrfOf(newSecret()));
});
