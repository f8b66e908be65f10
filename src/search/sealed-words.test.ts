import { expect, test } from 'vitest';
import { openWords, sealWords } from './sealed-words.ts';

test('the session that searched reads its words again, nobody else does', () => {
  const sealed = sealWords('Yıldız اسم 😀', 'mine');
  expect(openWords(sealed, 'mine')).toBe('Yıldız اسم 😀');
  expect(openWords(sealed, 'yours')).toBeUndefined();
});

test('what was changed on the way, or never was one, opens to nothing', () => {
  const sealed = sealWords('rust', 'mine');
  const last = sealed.at(-2) === 'A' ? 'B' : 'A';
  expect(openWords(sealed.slice(0, -2) + last + sealed.slice(-1), 'mine')).toBeUndefined();
  expect(openWords('', 'mine')).toBeUndefined();
  expect(openWords('ruzie op het plein', 'mine')).toBeUndefined();
});

test('the words cannot be read from the address, and the same words look different each time', () => {
  const [one, other] = [sealWords('ruzie', 'mine'), sealWords('ruzie', 'mine')];
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('ruzie');
  expect(one).not.toBe(other);
});
