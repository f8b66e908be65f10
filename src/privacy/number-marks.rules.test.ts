import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesElfproef } from './number-marks.rules.ts';

describe('the elfproef', () => {
  it.each([
    // 9+8+7 + 12+10+8 + 9+6 - 3 = 66
    ['111222333', true],
    // 9+16+21+24+25+24+21+16 - 2 = 154
    ['123456782', true],
    // 0+8+14+18+20+20+18+14 - 2 = 110
    ['012345672', true],
    ['12345672', true],
    ['123456789', false],
    ['111222334', false],
    // 9 x (44 - 1) = 387, no multiple of 11
    ['999999999', false],
    ['000000000', false],
    ['00000000', false],
    ['1234567', false],
    ['1234567820', false],
    ['12345678a', false],
  ])('%s: %s', (digits, passes) => {
    expect(passesElfproef(digits)).toBe(passes);
  });

  it('notices each single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const wrong = [...'123456782']
          .map((digit, i) => (i === place ? (Number(digit) + shift) % 10 : digit))
          .join('');
        expect(passesElfproef(wrong)).toBe(false);
      }),
    );
  });
});
