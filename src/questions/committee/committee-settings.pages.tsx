/** Settings of the administrator about the committee. */
import { z } from 'zod';
import { optionalText, text } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { list } from '../../platform/pure/text.ts';
import type { Deed } from '../../platform/route.ts';
import { Notice } from '../../platform/ui/parts.tsx';
import { changeSettings, settingsPages } from '../../registers/index.ts';
import { defaultObjection, placeholders, unknownPlaceholders } from './letter.words.ts';
import { type CommitteeSettings, getSettings, saveSettings } from './settings.store.ts';

const whole = (least: number, most: number, sentence: string) =>
  z
    .string()
    .regex(/^\d{1,2}$/, 'Vul een heel getal in.')
    .transform(Number)
    .refine((n) => n >= least && n <= most, sentence);

const warnDays = z
  .string()
  .transform((typed) => typed.split(/[,;\s]+/).filter((part) => part !== ''))
  .refine(
    (parts) => parts.length >= 1 && parts.length <= 4 && parts.every((part) => /^\d{1,3}$/.test(part)),
    'Vul een tot vier getallen in, met een komma ertussen.',
  )
  .transform((parts) => [...new Set(parts.map(Number))].toSorted((a, b) => b - a))
  .refine((days) => days.every((n) => n >= 1 && n <= 400), 'Kies dagen van 1 tot en met 400.');

const objection = text(4_000).superRefine((typed, context) => {
  const unknown = unknownPlaceholders(typed);
  if (unknown.length === 0) return;
  const names = list(unknown.map((name) => `{${name}}`));
  context.addIssue({ code: 'custom', message: `Dit kan Kortelijn niet invullen: ${names}.` });
});

const settingsInput = z.object({
  cutOffDays: whole(0, 60, 'Kies 0 tot en met 60 dagen.'),
  quorum: whole(1, 9, 'Kies 1 tot en met 9 leden.'),
  warnDays,
  address: optionalText(300),
  signature: optionalText(200),
  objection,
});

const change = (deed: Deed, actor: Actor, typed: z.infer<typeof settingsInput>) => {
  const settings: CommitteeSettings = {
    ...typed,
    address: typed.address || null,
    signature: typed.signature || null,
    // Saved along with something else it was not looked at yet.
    objection: typed.objection === defaultObjection ? null : typed.objection,
  };
  return changeSettings(deed, actor, (tx, version) => saveSettings(tx, actor.tenantId, settings, version));
};

export const committeeSettingsPages = settingsPages({
  path: '/beheer/commissie',
  title: 'Commissie',
  saved: 'Opgeslagen. Vergaderingen die al gepland zijn, veranderen niet mee.',
  input: settingsInput,
  fields: [
    {
      name: 'cutOffDays',
      label: 'Laatste aanmelddag: zoveel dagen voor een vergadering',
      kind: 'text',
      hint: 'Gewoon is 7. De secretaris kan per vergadering een andere dag kiezen.',
    },
    {
      name: 'quorum',
      label: 'Leden die ten minste meedoen aan een advies of besluit',
      kind: 'text',
      hint: 'Wie de school of de vraag in de laatste twee jaar ondersteunde, telt niet mee.',
    },
    {
      name: 'warnDays',
      label: 'Waarschuw voor het einde van een besluit (dagen)',
      kind: 'text',
      hint: 'Bijvoorbeeld 60, 20. De school en de contactpersoon krijgen dan een bericht.',
    },
    {
      name: 'address',
      label: 'Adres op de brief',
      kind: 'lines',
      optional: true,
      hint: 'Daar gaan bezwaren heen. Staat ook boven de brief.',
    },
    {
      name: 'signature',
      label: 'Wie ondertekent de brief',
      kind: 'text',
      optional: true,
      hint: 'Een functie, geen naam. Laat u het leeg, dan staat er: De secretaris van de commissie.',
    },
    {
      name: 'objection',
      label: 'Tekst over bezwaar maken',
      kind: 'lines',
      hint: `Staat in elke brief met een besluit. Kortelijn vult in wat tussen accolades staat: ${list(
        Object.entries(placeholders).map(([name, what]) => `{${name}} (${what})`),
      )}.`,
    },
  ],
  find: getSettings,
  change,
  valuesOf: ({ cutOffDays, quorum, warnDays: days, address, signature, objection: own }) => ({
    cutOffDays: `${cutOffDays}`,
    quorum: `${quorum}`,
    warnDays: days.join(', '),
    address: address ?? '',
    signature: signature ?? '',
    objection: own ?? defaultObjection,
  }),
  above: ({ objection: own }) =>
    own === null && (
      <Notice tone="warning" title="Laat de tekst over bezwaar nakijken">
        <p>
          Onderaan staat de tekst van Kortelijn. Laat een jurist ernaar kijken en maak er uw eigen tekst van.
        </p>
      </Notice>
    ),
});
