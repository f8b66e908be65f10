/** `import schools` and `import holidays`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Command, withOperator } from '../../platform/command.ts';
import type { Database } from '../../platform/database.ts';
import { PlainFault } from '../../platform/plain-fault.ts';
import { count } from '../../platform/pure/text.ts';
import type { HolidayRegion } from '../files/holiday-file.rules.ts';
import type { RejectedRow } from '../files/school-file.rules.ts';
import { listTenants, tenantByCode } from '../people/account.actions.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { importHolidays } from './holiday-import.actions.ts';
import { importSchools } from './school-import.actions.ts';

interface Report {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly ended?: number;
  readonly rejected: readonly RejectedRow[];
}

const yes = { type: 'boolean' } as const;
const text = { type: 'string' } as const;

export const importCommands: readonly Command[] = [
  {
    name: 'import schools',
    summary: 'Leest een lijst met scholen: van DUO, of een eigen CSV-bestand',
    help: [
      '  FILE            het bestand',
      '  --tenant CODE   neem de scholen van dit samenwerkingsverband in gebruik (anders: vul de landelijke lijst)',
      '  --complete      de lijst is volledig: beëindig scholen uit dezelfde bron die er niet meer in staan',
      '  --preview       laat zien wat er zou gebeuren en verander niets',
      '  --json          toon { added, changed, unchanged, ended, rejected }',
    ].join('\n'),
    run: async (args, env) => {
      const options = { tenant: text, complete: yes, preview: yes, json: yes };
      const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
      const bytes = readInput(positionals);
      const done = await withOperator(env, async (database) => {
        const operatorFor =
          values.tenant === undefined ? null : (await oneTenant(database, values.tenant)).id;
        const { complete = false, preview = false } = values;
        return importSchools(database, { operatorFor }, 'command', bytes, { complete, preview });
      });
      if (done.fault !== null) throw new PlainFault(done.fault);
      if (values.json) console.log(JSON.stringify(done.report));
      else {
        tell(done.report, values.preview);
        if (done.passedOver > 0) {
          console.log(
            `${count(done.passedOver, 'school', 'scholen')} van andere samenwerkingsverbanden overgeslagen`,
          );
        }
      }
    },
  },
  {
    name: 'import holidays',
    summary: 'Leest schoolvakanties: het bestand van de Rijksoverheid, of een eigen CSV-bestand',
    help: [
      '  FILE            het bestand',
      '  --tenant CODE   voor dit samenwerkingsverband (anders: voor alle)',
      '  --region R      alleen voor samenwerkingsverbanden in regio noord, midden of zuid',
      '  --preview       laat zien wat er zou gebeuren en verander niets',
      '  --json          toon { tenant, added, changed, unchanged, rejected }; zonder --tenant een lijst daarvan',
    ].join('\n'),
    run: async (args, env) => {
      const options = { tenant: text, region: text, preview: yes, json: yes };
      const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
      const region = readRegion(values.region);
      const bytes = readInput(positionals);
      await withOperator(env, async (database) => {
        const tenants = await tenantsFor(database, values.tenant, region);
        const reports: (Report & { readonly tenant: string })[] = [];
        for (const { id, code, holidayRegion } of tenants) {
          const how = { region: region ?? holidayRegion, preview: values.preview ?? false };
          const done = await importHolidays(database, { operatorFor: id }, 'command', bytes, how);
          if (done.fault !== null) throw new PlainFault(done.fault);
          reports.push({ tenant: code, ...done.report });
          if (!values.json) tell(done.report, values.preview, `${code} (regio ${how.region})`);
        }
        if (values.json) console.log(JSON.stringify(values.tenant === undefined ? reports : reports[0]));
      });
    },
  },
];

function readInput(positionals: readonly string[]): Uint8Array {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new PlainFault('Geef één bestand op. Met --help ziet u hoe.');
  try {
    return readFileSync(file);
  } catch {
    throw new PlainFault(`Het bestand ${file} is niet te lezen.`);
  }
}

function readRegion(given: string | undefined): HolidayRegion | undefined {
  if (given === undefined || given === 'noord' || given === 'midden' || given === 'zuid') return given;
  throw new PlainFault('--region moet noord, midden of zuid zijn.');
}

async function oneTenant(database: Database, code: string): Promise<Tenant> {
  const tenant = await tenantByCode(database, code);
  if (tenant === undefined) throw new PlainFault(`Het samenwerkingsverband ${code} bestaat niet.`);
  return tenant;
}

async function tenantsFor(
  database: Database,
  code: string | undefined,
  region: HolidayRegion | undefined,
): Promise<readonly Tenant[]> {
  if (code !== undefined) return [await oneTenant(database, code)];
  const tenants = (await listTenants(database)).filter(
    (one) => region === undefined || one.holidayRegion === region,
  );
  if (tenants.length === 0)
    throw new PlainFault('Er is geen samenwerkingsverband om deze vakanties aan te geven.');
  return tenants;
}

function tell(report: Report, preview = false, about?: string): void {
  const { added, changed, unchanged, ended = 0, rejected } = report;
  const said = `${added} toegevoegd, ${changed} gewijzigd, ${unchanged} hetzelfde, ${ended} beëindigd, ${rejected.length} afgekeurd`;
  console.log(
    `${about === undefined ? '' : `${about}: `}${preview ? 'Voorbeeld, er is niets veranderd: ' : ''}${said}`,
  );
  for (const { line, reason } of rejected) process.stderr.write(`regel ${line}: ${reason}\n`);
}
