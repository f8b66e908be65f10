/** The registers from the command line: partnerships and the keys with which people come in. */
import { parseArgs } from 'node:util';
import { type Command, withOperator } from '../platform/command.ts';
import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/database.ts';
import { PlainFault } from '../platform/plain-fault.ts';
import type { Identity } from '../platform/pure/actor.ts';
import { list } from '../platform/pure/text.ts';
import { importCommands } from './imports/import.commands.ts';
import {
  accountsOf,
  createTenant,
  listAccounts,
  listTenants,
  makeLink,
  makeToken,
} from './people/account.actions.ts';
import type { Account } from './people/account.store.ts';
import { startOverByOperator } from './people/way-in.actions.ts';
import { isPresetName, presetNames } from './presets.rules.ts';
import { appointmentName, type OwnWords } from './registers.words.ts';
import type { Tenant } from './tenants/tenant.store.ts';

const longestToken = 366;

export const registerCommands: readonly Command[] = [
  {
    name: 'accounts',
    summary: 'Toont alle mensen met hun aanstellingen van vandaag',
    help: '  --json   als JSON, voor een machine',
    run: async (args, env) => {
      const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
      const [accounts, tenants] = await withOperator(env, (database) =>
        Promise.all([listAccounts(database), listTenants(database)]),
      );
      if (values.json) console.log(JSON.stringify(accounts, null, 2));
      else console.log(accounts.map((account) => accountLine(account, wordsOf(tenants, account))).join('\n'));
    },
  },
  {
    name: 'token',
    summary: 'Maakt een token voor de API en toont alleen dat',
    help: [
      '  --email E       van wie',
      `  --days N        hoe lang het werkt (1 tot ${longestToken}; anders 30)`,
      '  --tenant CODE   van welk samenwerkingsverband, als het e-mailadres in meer dan één staat',
    ].join('\n'),
    run: async (args, env) => {
      const options = {
        email: { type: 'string' },
        days: { type: 'string' },
        tenant: { type: 'string' },
      } as const;
      const { values } = parseArgs({ args: [...args], options });
      const email = required(values.email, '--email');
      const days = Number(values.days ?? 30);
      if (!Number.isInteger(days) || days < 1 || days > longestToken) {
        throw new PlainFault(`--days moet een heel getal zijn van 1 tot ${longestToken}.`);
      }
      const token = await withOperator(env, async (database) =>
        makeToken(database, await onlyAccount(database, email, values.tenant), days, new Date()),
      );
      console.log(token);
    },
  },
  {
    name: 'login-link',
    summary: 'Maakt een link waarmee iemand één keer inlogt',
    help: [
      '  --email E       van wie',
      '  --tenant CODE   van welk samenwerkingsverband, als het e-mailadres in meer dan één staat',
      '  --reset         haalt eerst alle passkeys en herstelcodes van deze persoon weg en stopt alle sessies.',
      '                  Voor wie alles kwijt is: bel deze persoon eerst',
    ].join('\n'),
    run: async (args, env) => {
      const options = {
        email: { type: 'string' },
        tenant: { type: 'string' },
        reset: { type: 'boolean' },
      } as const;
      const { values } = parseArgs({ args: [...args], options });
      const email = required(values.email, '--email');
      const link = await withOperator(env, async (database, config) => {
        const person = await onlyAccount(database, email, values.tenant);
        if (values.reset === true) await startOverByOperator(database, person);
        return linkTo(config, await makeLink(database, person, new Date()));
      });
      console.log(link);
    },
  },
  {
    name: 'tenant create',
    summary: 'Maakt een samenwerkingsverband met zijn eerste beheerder',
    help: [
      `  --preset P      ${presetNames.join(' of ')}: met welke woorden en vakanties het begint`,
      '  --name N        naam van het samenwerkingsverband',
      '  --admin EMAIL   e-mailadres van de eerste beheerder',
      '  --code CODE     korte naam voor commando’s (anders gemaakt van de naam)',
      '  --swv NUMMER    nummer van het samenwerkingsverband, zoals PO0000',
      '',
      'Toont de code en een link waarmee de beheerder binnen zeven dagen één keer inlogt.',
    ].join('\n'),
    run: async (args, env) => {
      const wish = readWish(args);
      await withOperator(env, async (database, config) => {
        const created = await createTenant(database, wish);
        if (created === undefined) throw new PlainFault(`De code ${wish.code} bestaat al. Kies een andere.`);
        const link = linkTo(config, await makeLink(database, created, new Date()));
        console.log(`${created.code}\n${link}`);
      });
    },
  },
  ...importCommands,
];

function readWish(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { preset: text, name: text, admin: text, code: text, swv: text };
  const { values } = parseArgs({ args: [...args], options });
  const preset = required(values.preset, '--preset');
  if (!isPresetName(preset)) throw new PlainFault(`--preset moet ${presetNames.join(' of ')} zijn.`);
  const adminEmail = required(values.admin, '--admin').trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(adminEmail)) throw new PlainFault('--admin moet een e-mailadres zijn.');
  if (values.code !== undefined && !/^[a-z0-9][a-z0-9-]{1,39}$/.test(values.code)) {
    throw new PlainFault('--code mag 2 tot 40 kleine letters, cijfers en streepjes hebben.');
  }
  if (values.swv !== undefined && !/^[PV]O\d{4}$/.test(values.swv)) {
    throw new PlainFault('--swv moet een nummer zijn zoals PO0000.');
  }
  return {
    preset,
    name: required(values.name, '--name').trim(),
    adminEmail,
    code: values.code,
    swvNumber: values.swv,
  };
}

function required(value: string | undefined, option: string): string {
  if (value !== undefined && value.trim() !== '') return value;
  throw new PlainFault(`Geef ook ${option}. Met --help ziet u wat dit commando vraagt.`);
}

async function onlyAccount(database: Database, email: string, tenant: string | undefined): Promise<Identity> {
  const all = await accountsOf(database, email);
  const found = tenant === undefined ? all : all.filter((account) => account.tenant.code === tenant);
  const [account, second] = found;
  if (account === undefined)
    throw new PlainFault(`Niemand heeft het e-mailadres ${email}${tenant ? ` in ${tenant}` : ''}.`);
  if (second !== undefined) {
    const codes = list(found.map((one) => one.tenant.code));
    throw new PlainFault(
      `Dit e-mailadres staat in meer dan één samenwerkingsverband: ${codes}. Kies met --tenant CODE.`,
    );
  }
  if (account.suspended) throw new PlainFault('De toegang van deze persoon is stopgezet door de beheerder.');
  return account;
}

function linkTo(config: Config, secret: string): string {
  return `${config.baseUrl ?? `http://localhost:${config.port}`}/inloggen/eenmalig/${secret}`;
}

/** How the partnership itself calls its people. */
const wordsOf = (tenants: readonly Tenant[], { tenant }: Account): OwnWords =>
  tenants.find(({ code }) => code === tenant)?.labels ?? {};

function accountLine({ name, email, tenant, appointments }: Account, words: OwnWords): string {
  const roles = appointments.map((held) => appointmentName(held, words));
  return `${tenant}  ${email}  ${name}: ${roles.length === 0 ? 'geen aanstelling vandaag' : list(roles)}`;
}
