import { expect, test } from 'vitest';
import { isIssuer } from './issuer.ts';

test.each([
  ['https://login.example/tenant/v2.0', true],
  ['http://127.0.0.1:4000', true],
  ['http://localhost:4000', true],
  ['http://login.example', false],
  ['http://127.0.0.1.login.example', false],
  ['https://name:hush@login.example', false],
  ['https://login.example/?a=b', false],
  ['ftp://login.example', false],
  ['login.example', false],
])('a provider of log-in speaks TLS, or stands on this machine: %s is %s', (issuer, fits) => {
  expect(isIssuer(issuer)).toBe(fits);
});
