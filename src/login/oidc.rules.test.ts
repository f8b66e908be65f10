import { expect, test } from 'vitest';
import { isFromTheFuture, showsSecondFactor } from './oidc.rules.ts';

test.each([
  [{ amr: ['pwd', 'mfa'] }, true],
  [{ acr: 'http://schemas.openid.net/pape/policies/2007/06/multi-factor' }, true],
  [{ acr: 'https://refeds.org/profile/mfa' }, true],
  [{ acr: 'possessionorinherence', amr: ['mfa'] }, true],
  [{ amr: ['pwd'] }, false],
  [{ amr: ['pwd', 'otp'] }, false],
  [{ amr: 'mfa' }, false],
  [{ acr: '1' }, false],
  [{ acr: 'nomfatoday' }, false],
  [{}, false],
])('two factors count only when the provider says so: %j is %s', (claims, shown) => {
  expect(showsSecondFactor(claims)).toBe(shown);
});

test('the clock of the provider may be a minute ahead, not more', () => {
  const now = Date.parse('2026-03-20T10:00:00Z');
  const at = (text: string) => Date.parse(text) / 1_000;
  expect(isFromTheFuture(at('2026-03-20T10:01:00Z'), now)).toBe(false);
  expect(isFromTheFuture(at('2026-03-20T10:01:01Z'), now)).toBe(true);
  expect(isFromTheFuture(at('2026-03-20T09:50:00Z'), now)).toBe(false);
});
