/**
 * The settings: environment variables, all optional. One table is what the program reads, what `doctor` lists and
 * what the faults are named after; nothing else in the product looks at the environment.
 */
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { PlainFault } from './plain-fault.ts';
import { isIssuer } from './pure/issuer.ts';

export interface Config {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** Where visitors find the product, without a slash at the end; undefined = the address it listens on. */
  readonly baseUrl: string | undefined;
  /** Absolute path of the folder with the embedded database. */
  readonly dataDir: string;
  /** The application role's own PostgreSQL; undefined = the embedded one. */
  readonly databaseUrl: string | undefined;
  /** The role that owns the tables: migrations, backup, restore. */
  readonly databaseOwnerUrl: string | undefined;
  /** File outside the database with the heads of the audit's chains. */
  readonly auditAnchor: string;
  readonly rateLimit: boolean;
  /** How many proxies of ours stand before the website: so many addresses of X-Forwarded-For are believed. */
  readonly trustedProxies: number;
  /** The mail server with its name and password; undefined = letters wait. */
  readonly smtpUrl: string | undefined;
  /** Who mail is from, as in a From header. */
  readonly mailFrom: string | undefined;
  /** The provider of log-in for every partnership without its own. */
  readonly oidc: OidcSettings | undefined;
  /** Seals what the database may not show; undefined = partnerships can keep no provider of their own. */
  readonly sessionSecret: string | undefined;
  readonly demo: boolean;
  readonly production: boolean;
}

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Setting {
  readonly name: string;
  /** For the one who runs the program, in Dutch. */
  readonly meaning: string;
  /** What holds when it is not set, as text. */
  readonly fallback: string;
  /** Its value is never shown. */
  readonly secret: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const url = (...protocols: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => protocols.includes(protocolOf(text)),
      `moet een adres zijn dat begint met ${protocols.join(' of ')}`,
    );
const postgres = url('postgres:', 'postgresql:').optional();
const text = z.string().optional();

const table = {
  PORT: {
    meaning: 'Poort van de website (0 = kies zelf een vrije)',
    fallback: '3000',
    secret: false,
    schema: z
      .string()
      .refine(
        (port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535,
        'moet een getal van 0 tot en met 65535 zijn',
      )
      .optional(),
  },
  HOST: { meaning: 'Adres waarop de website luistert', fallback: 'localhost', secret: false, schema: text },
  BASE_URL: {
    meaning: 'Adres waarop bezoekers de website vinden',
    fallback: 'http://localhost en de poort',
    secret: false,
    schema: url('http:', 'https:').optional(),
  },
  DATA_DIR: { meaning: 'Map met de ingebouwde database', fallback: './data', secret: false, schema: text },
  DATABASE_URL: {
    meaning: 'Eigen PostgreSQL: rol van het programma',
    fallback: 'de ingebouwde database',
    secret: true,
    schema: postgres,
  },
  DATABASE_OWNER_URL: {
    meaning: 'Eigen PostgreSQL: rol die de tabellen bezit (migrate, backup, restore)',
    fallback: 'de ingebouwde database',
    secret: true,
    schema: postgres,
  },
  AUDIT_ANCHOR: {
    meaning: 'Bestand buiten de database waaraan audit verify het toegangslog toetst',
    fallback: 'audit-anchor.jsonl in DATA_DIR',
    secret: false,
    schema: text,
  },
  RATE_LIMIT: {
    meaning: 'Grens aan het aantal verzoeken; off alleen voor tests',
    fallback: 'on',
    secret: false,
    schema: z.enum(['on', 'off'], 'moet on of off zijn').optional(),
  },
  TRUSTED_PROXIES: {
    meaning: 'Aantal eigen proxy’s voor de website; alleen hun X-Forwarded-For telt',
    fallback: '0',
    secret: false,
    schema: z.string().regex(/^\d$/, 'moet een getal van 0 tot en met 9 zijn').optional(),
  },
  SESSION_SECRET: {
    meaning:
      'Geheim waarmee de database inlogsleutels versleuteld bewaart; na wijzigen opnieuw invullen bij Beheer',
    fallback: 'geen; een samenwerkingsverband kan dan geen eigen inlogdienst instellen',
    secret: true,
    schema: z.string().min(32, 'moet minstens 32 tekens hebben').optional(),
  },
  OIDC_ISSUER: {
    meaning: 'Adres van de inlogdienst (OpenID Connect), voor wie bij Beheer geen eigen dienst instelde',
    fallback: 'geen',
    secret: false,
    schema: z
      .string()
      .refine(isIssuer, 'moet een adres zijn dat begint met https: (http: alleen op deze machine)')
      .optional(),
  },
  OIDC_CLIENT_ID: {
    meaning: 'Naam van Kortelijn bij de inlogdienst',
    fallback: 'geen',
    secret: false,
    schema: text,
  },
  OIDC_CLIENT_SECRET: { meaning: 'Geheim bij die naam', fallback: 'geen', secret: true, schema: text },
  SMTP_URL: {
    meaning: 'Mailserver, als smtp://naam:wachtwoord@host:587 of smtps://…:465',
    fallback: 'geen; brieven wachten, in de demonstratie liggen ze op /demo/post',
    secret: true,
    schema: url('smtp:', 'smtps:').optional(),
  },
  MAIL_FROM: {
    meaning: 'Afzender van mail: een adres, of een naam met <adres>',
    fallback: 'Kortelijn <kortelijn@host van BASE_URL>',
    secret: false,
    schema: z
      .string()
      .regex(
        /^(?:[\w.+-]+@[\w.-]+|[^\p{Cc}<>"@]{1,80} <[\w.+-]+@[\w.-]+>)$/u,
        'moet een mailadres zijn, of een naam met het adres tussen < en >',
      )
      .optional(),
  },
  KORTELIJN_DEMO: {
    meaning: 'Demonstratie met verzonnen namen (1 = aan); npm start zet dit aan',
    fallback: '0',
    secret: false,
    schema: z.enum(['0', '1'], 'moet 0 of 1 zijn').optional(),
  },
  NODE_ENV: { meaning: 'production = echt gebruik', fallback: 'geen', secret: false, schema: text },
} as const satisfies Record<string, Omit<Setting, 'name'> & { readonly schema: z.ZodType }>;

type Name = keyof typeof table;
type Values = { readonly [K in Name]: z.output<(typeof table)[K]['schema']> };

const names = Object.keys(table) as Name[];
const schema = z.object(Object.fromEntries(names.map((name) => [name, table[name].schema])));

export const settings: readonly Setting[] = names.map((name) => {
  const { meaning, fallback, secret } = table[name];
  return { name, meaning, fallback, secret };
});

/**
 * Reads the settings; an empty variable counts as not set.
 * @throws {PlainFault} with one line for every fault there is
 */
export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(names.map((name) => [name, env[name] || undefined]));
  const parsed = schema.safeParse(given);
  const values = given as Values;
  const faults = [
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`) ?? []),
    ...refusedTogether(values),
  ];
  if (faults.length > 0) throw new PlainFault(...faults);
  return configOf(values);
}

function refusedTogether(values: Values): readonly string[] {
  const production = values.NODE_ENV === 'production';
  const demo = values.KORTELIJN_DEMO === '1';
  const rules: readonly (readonly [boolean, string])[] = [
    [demo && production, 'KORTELIJN_DEMO=1 kan niet samen met NODE_ENV=production.'],
    [demo && !!values.OIDC_ISSUER, 'KORTELIJN_DEMO=1 kan niet samen met OIDC_ISSUER.'],
    [production && values.RATE_LIMIT === 'off', 'RATE_LIMIT=off kan niet samen met NODE_ENV=production.'],
    [!!values.DATABASE_OWNER_URL && !values.DATABASE_URL, 'DATABASE_OWNER_URL vraagt ook om DATABASE_URL.'],
    [
      !!values.DATABASE_URL && values.DATABASE_URL === values.DATABASE_OWNER_URL,
      'DATABASE_URL en DATABASE_OWNER_URL moeten twee verschillende rollen zijn.',
    ],
    [
      production && !!values.SMTP_URL && !values.BASE_URL,
      'SMTP_URL vraagt ook om BASE_URL, voor de links in mail.',
    ],
    [
      !!values.OIDC_ISSUER && !(values.OIDC_CLIENT_ID && values.OIDC_CLIENT_SECRET),
      'OIDC_ISSUER vraagt ook om OIDC_CLIENT_ID en OIDC_CLIENT_SECRET.',
    ],
  ];
  return rules.filter(([refused]) => refused).map(([, line]) => line);
}

function configOf(values: Values): Config {
  return {
    host: values.HOST ?? 'localhost',
    port: Number(values.PORT ?? 3000),
    baseUrl: values.BASE_URL?.replace(/\/+$/, ''),
    dataDir: resolve(values.DATA_DIR ?? 'data'),
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    auditAnchor: resolve(values.AUDIT_ANCHOR ?? join(values.DATA_DIR ?? 'data', 'audit-anchor.jsonl')),
    rateLimit: values.RATE_LIMIT !== 'off',
    trustedProxies: Number(values.TRUSTED_PROXIES ?? 0),
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    oidc: oidcOf(values),
    sessionSecret: values.SESSION_SECRET,
    demo: values.KORTELIJN_DEMO === '1',
    production: values.NODE_ENV === 'production',
  };
}

function oidcOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Values): OidcSettings | undefined {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return undefined;
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET };
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}
