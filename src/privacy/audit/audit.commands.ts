import { parseArgs } from 'node:util';
import { type Command, ownerOf, withDatabase } from '../../platform/command.ts';
import { type Environment, readConfig } from '../../platform/config.ts';
import { PlainFault } from '../../platform/plain-fault.ts';
import { appendAnchor, readAnchor } from './anchor.ts';
import { acceptedLines } from './restored.ts';
import { type Verdict, verifyAudit } from './verify.ts';
import { verdictLines } from './verify.words.ts';

export const auditCommands: readonly Command[] = [
  {
    name: 'audit verify',
    summary: 'Rekent na of er in het toegangslog iets is gewijzigd of weggehaald',
    help:
      '--json   als JSON: { ok, rows, anchorLines, faults, waiting, agreed }\n' +
      'Vergelijkt ook met het anker buiten de database (AUDIT_ANCHOR). Klopt iets niet, dan is de uitkomst 1.',
    run: async (args, env) => {
      const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
      const { verdict } = await verified(env);
      const lines = verdictLines(verdict);
      if (values.json) console.log(JSON.stringify(verdict, null, 2));
      if (!verdict.ok) throw new PlainFault(...(values.json ? lines.slice(0, 1) : lines));
      if (!values.json) console.log(lines.join('\n'));
    },
  },
  {
    name: 'audit accept-restore',
    summary: 'Legt in het anker vast dat u zelf een oudere back-up hebt teruggezet',
    help:
      'Wat het anker kent van na die back-up telt daarna niet meer mee. Het blijft wel in het bestand staan.\n' +
      'Gaat niet door als er in de keten zelf iets is gewijzigd of weggehaald.',
    run: async (args, env) => {
      parseArgs({ args: [...args], options: {} });
      const { verdict, file } = await verified(env);
      const lines = acceptedLines(verdict, new Date());
      if (lines === undefined)
        throw new PlainFault(
          'Dit komt niet van een back-up: in de keten zelf is iets gewijzigd. Kijk met: audit verify',
        );
      await appendAnchor(file, lines);
      console.log(
        lines.length === 0
          ? 'Er is niets vast te leggen: database en anker passen bij elkaar.'
          : lines
              .map(({ tenant, number }) => `${tenant}: het anker geldt weer tot en met regel ${number}.`)
              .join('\n'),
      );
    },
  },
];

async function verified(env: Environment): Promise<{ readonly verdict: Verdict; readonly file: string }> {
  const config = readConfig(env);
  const anchor = await readAnchor(config.auditAnchor);
  const verdict = await withDatabase(config, (access) => verifyAudit(ownerOf(access), anchor));
  return { verdict, file: config.auditAnchor };
}
