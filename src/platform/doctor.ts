/** Looks whether everything that Kortelijn needs is there, and says which settings hold. */
import { withServer } from './command.ts';
import { type Config, type Environment, readConfig, settings } from './config.ts';
import { examineServer } from './mail/smtp.ts';
import { missingMigrations } from './migrate.ts';
import { PlainFault } from './plain-fault.ts';
import { migrationsFolder } from './project.ts';
import { findMight } from './role.ts';

export interface Examination {
  readonly ok: boolean;
  readonly checks: readonly Check[];
  readonly settings: readonly ShownSetting[];
}

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

interface ShownSetting {
  readonly name: string;
  readonly meaning: string;
  /** As given, or what holds without; a secret shows only that it is there. */
  readonly value: string;
  readonly given: boolean;
}

/** Never throws: what fails is a check that is not ok. */
export async function examine(env: Environment): Promise<Examination> {
  const checks: Check[] = [{ name: 'Node', ok: true, detail: process.versions.node }];
  try {
    const config = readConfig(env);
    checks.push({ name: 'Instellingen', ok: true, detail: 'kloppen' });
    checks.push(...(await examineDatabase(config)), await examineMail(config), await examineLogIn(config));
  } catch (error) {
    const lines = error instanceof PlainFault ? error.lines : [faultIn(error)];
    const name = checks.length === 1 ? 'Instellingen' : 'Database';
    checks.push(...lines.map((detail) => ({ name, ok: false, detail })));
  }
  return {
    ok: checks.every((check) => check.ok),
    checks,
    settings: settings.map((setting) => shown(setting, env)),
  };
}

async function examineDatabase(config: Config): Promise<readonly Check[]> {
  return withServer(config, async ({ appUrl }) => {
    const might = await findMight(appUrl);
    const missing = await missingMigrations(appUrl, migrationsFolder);
    const where = config.databaseUrl === undefined ? `ingebouwd, in ${config.dataDir}` : 'eigen PostgreSQL';
    return [
      { name: 'Database', ok: true, detail: `${where}; bereikbaar` },
      { name: 'Rol', ok: might.length === 0, detail: might.join(' en ') || 'mag niet meer dan nodig' },
      {
        name: 'Schema',
        ok: missing.length === 0,
        detail:
          missing.length === 0 ? 'bij' : `mist ${missing.join(', ')}; doe: npm run kortelijn -- migrate`,
      },
    ];
  });
}

async function examineMail({ smtpUrl, demo }: Config): Promise<Check> {
  if (smtpUrl === undefined) {
    const detail = demo
      ? 'geen mailserver; post ligt op /demo/post'
      : 'geen mailserver (SMTP_URL); mail blijft wachten';
    return { name: 'Mail', ok: true, detail };
  }
  const fault = await examineServer(smtpUrl);
  return { name: 'Mail', ok: fault === undefined, detail: fault ?? 'mailserver bereikbaar' };
}

const providerMs = 3_000;

/** Whether the provider of log-in tells about itself, as itself (OpenID Connect Discovery 1.0 §4). */
async function examineLogIn({ oidc }: Config): Promise<Check> {
  const name = 'Inloggen';
  if (oidc === undefined) return { name, ok: true, detail: 'geen inlogdienst (OIDC_ISSUER)' };
  const fault = await faultAt(oidc.issuer);
  return { name, ok: fault === undefined, detail: fault ?? 'inlogdienst bereikbaar' };
}

async function faultAt(issuer: string): Promise<string | undefined> {
  try {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(providerMs), redirect: 'error' });
    if (!answer.ok) return `inlogdienst antwoordt met ${answer.status}`;
    const told: unknown = await answer.json();
    const own = typeof told === 'object' && told !== null && 'issuer' in told ? told.issuer : undefined;
    return own === issuer ? undefined : 'op dit adres staat een andere inlogdienst, of geen';
  } catch {
    return 'inlogdienst niet bereikbaar, of antwoordt niet binnen 3 seconden';
  }
}

function shown(
  { name, meaning, fallback, secret }: (typeof settings)[number],
  env: Environment,
): ShownSetting {
  const value = env[name];
  if (!value) return { name, meaning, value: fallback, given: false };
  return { name, meaning, value: secret ? '(geheim, gezet)' : value, given: true };
}

function faultIn(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
  return `niet bereikbaar${code}`;
}
