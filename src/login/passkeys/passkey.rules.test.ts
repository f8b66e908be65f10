import { expect, test } from 'vitest';
import { whyKept } from './passkey.rules.ts';

const one = { passkeys: 1, otherWay: true, asked: false, codesLeft: 0 };

test.each([
  ['the last one with another way to log in may go', one, undefined],
  ['one of two may always go', { passkeys: 2, otherWay: false, asked: true, codesLeft: 0 }, undefined],
  ['the only way to log in stays', { ...one, otherWay: false }, 'lastWayIn'],
  ['recovery codes are no way to log in', { ...one, otherWay: false, codesLeft: 10 }, 'lastWayIn'],
  ['the only second step stays when one is asked', { ...one, asked: true }, 'lastSecondStep'],
  ['with recovery codes there is another second step', { ...one, asked: true, codesLeft: 1 }, undefined],
] as const)('%s', (_, standing, kept) => {
  expect(whyKept(standing)).toBe(kept);
});
