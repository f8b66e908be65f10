import { expect, test } from 'vitest';
import { sealWith } from './seal.ts';

const secret = 'a secret of at least 32 characters';

test('what is sealed opens with the same secret for the same purpose, and with nothing else', () => {
  const sealed = sealWith(secret).close('één geheim', 'provider 1');
  expect(sealWith(secret).open(sealed, 'provider 1')).toBe('één geheim');
  expect(sealWith(secret).open(sealed, 'provider 2')).toBeUndefined();
  expect(sealWith(`${secret}!`).open(sealed, 'provider 1')).toBeUndefined();
});

test('a seal that was broken anywhere stays shut', () => {
  const sealed = sealWith(secret).close('geheim', 'x');
  for (let at = 0; at < sealed.length; at += 1) {
    const broken = Buffer.from(sealed);
    broken[at] = (broken[at] ?? 0) ^ 1;
    expect(sealWith(secret).open(broken, 'x')).toBeUndefined();
  }
  for (const length of [0, 11, 27])
    expect(sealWith(secret).open(sealed.subarray(0, length), 'x')).toBeUndefined();
});

test('the same text never looks the same twice', () => {
  const { close } = sealWith(secret);
  expect(close('geheim', 'x').equals(close('geheim', 'x'))).toBe(false);
});
