import { expect, test } from 'vitest';
import { codeFrom, readCode, showCode } from './recovery-code.rules.ts';

test('a code is twelve characters that nobody misreads, shown in fours', () => {
  let nth = 0;
  const code = codeFrom((below) => (nth++ * 7) % below);
  expect(code).toBe('29GQY7ENW5CK');
  expect(showCode(code)).toBe('29GQ-Y7EN-W5CK');
});

test.each([
  ['29GQ-Y5CK-TW38', '29GQY5CKTW38'],
  [' 29gq y5ck tw38\n', '29GQY5CKTW38'],
  ['29GQ\u2013Y5CK\u2014TW38', '29GQY5CKTW38'],
  ['29GQ-Y5CK-TW3', undefined],
  ['29GQ-Y5CK-TW389', undefined],
  ['O9GQ-Y5CK-TW38', undefined],
  ['', undefined],
])('what is typed is read without minding case, spaces and dashes: %j', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});
