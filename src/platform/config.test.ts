import { describe, expect, test } from 'vitest';
import { type Environment, readConfig, settings } from './config.ts';
import { PlainFault } from './plain-fault.ts';

const faultsOf = (env: Environment): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof PlainFault) return error.lines;
    throw error;
  }
};

describe('the settings', () => {
  test('are all optional', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: 'localhost',
      port: 3000,
      rateLimit: true,
      trustedProxies: 0,
      demo: false,
      production: false,
    });
    expect(config.databaseUrl).toBeUndefined();
    expect(config.dataDir).toBe(`${process.cwd()}/data`);
  });

  test('count as not set when they are empty', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', KORTELIJN_DEMO: '' }).port).toBe(3000);
  });

  test('are read', () => {
    const config = readConfig({
      PORT: '8080',
      BASE_URL: 'https://zorg.example/',
      DATA_DIR: '/srv/kortelijn',
      DATABASE_URL: 'postgres://app@db/k',
      DATABASE_OWNER_URL: 'postgres://owner@db/k',
      RATE_LIMIT: 'off',
      TRUSTED_PROXIES: '1',
      OIDC_ISSUER: 'https://login.example',
      OIDC_CLIENT_ID: 'kortelijn',
      OIDC_CLIENT_SECRET: 'geheim',
    });
    expect(config).toMatchObject({
      port: 8080,
      baseUrl: 'https://zorg.example',
      dataDir: '/srv/kortelijn',
      databaseUrl: 'postgres://app@db/k',
      rateLimit: false,
      trustedProxies: 1,
    });
  });

  test('name every fault at once, one line each, and never a secret value', () => {
    const faults = faultsOf({
      PORT: '70000',
      RATE_LIMIT: 'maybe',
      SESSION_SECRET: 'short-secret',
      DATABASE_URL: 'mysql://app:hush@db/k',
      KORTELIJN_DEMO: 'yes',
    });
    expect(faults).toEqual([
      'PORT moet een getal van 0 tot en met 65535 zijn.',
      'DATABASE_URL moet een adres zijn dat begint met postgres: of postgresql:.',
      'RATE_LIMIT moet on of off zijn.',
      'SESSION_SECRET moet minstens 32 tekens hebben.',
      'KORTELIJN_DEMO moet 0 of 1 zijn.',
    ]);
    expect(faults.join()).not.toMatch(/hush|short-secret/);
  });

  test.each([
    [
      { KORTELIJN_DEMO: '1', NODE_ENV: 'production' },
      'KORTELIJN_DEMO=1 kan niet samen met NODE_ENV=production.',
    ],
    [
      {
        KORTELIJN_DEMO: '1',
        OIDC_ISSUER: 'https://login.example',
        OIDC_CLIENT_ID: 'k',
        OIDC_CLIENT_SECRET: 's',
      },
      'KORTELIJN_DEMO=1 kan niet samen met OIDC_ISSUER.',
    ],
    [{ RATE_LIMIT: 'off', NODE_ENV: 'production' }, 'RATE_LIMIT=off kan niet samen met NODE_ENV=production.'],
    [{ DATABASE_OWNER_URL: 'postgres://o@db/k' }, 'DATABASE_OWNER_URL vraagt ook om DATABASE_URL.'],
    [
      { DATABASE_URL: 'postgres://a@db/k', DATABASE_OWNER_URL: 'postgres://a@db/k' },
      'DATABASE_URL en DATABASE_OWNER_URL moeten twee verschillende rollen zijn.',
    ],
    [
      { OIDC_ISSUER: 'https://login.example' },
      'OIDC_ISSUER vraagt ook om OIDC_CLIENT_ID en OIDC_CLIENT_SECRET.',
    ],
  ])('that endanger each other are refused together: %o', (env, line) => {
    expect(faultsOf(env)).toEqual([line]);
  });

  test('have a meaning each, and those that hold a password are secret', () => {
    expect(settings.every((setting) => setting.meaning !== '')).toBe(true);
    expect(settings.filter((setting) => setting.secret).map((setting) => setting.name)).toEqual([
      'DATABASE_URL',
      'DATABASE_OWNER_URL',
      'SESSION_SECRET',
      'OIDC_CLIENT_SECRET',
      'SMTP_URL',
    ]);
  });
});
