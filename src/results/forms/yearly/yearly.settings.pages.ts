/** Settings of the administrator: in which months the yearly question is open. */
import { z } from 'zod';
import { settingsPages } from '../../../registers/index.ts';
import { changeMonths } from './yearly.actions.ts';
import { inOrder, monthsOfYear } from './yearly.rules.ts';
import { getMonths } from './yearly.store.ts';
import { monthNames } from './yearly.words.ts';

const month = z.enum(monthsOfYear.map(String), 'Kies een maand.').transform(Number);
const options = monthsOfYear.map((one) => ({ value: `${one}`, label: monthNames[one - 1] ?? '' }));

export const yearlySettings = settingsPages({
  path: '/beheer/jaarvraag',
  title: 'Jaarvraag',
  saved: 'Opgeslagen. Het geldt meteen.',
  input: z.object({ from: month, to: month }).superRefine((months, context) => {
    if (inOrder(months)) return;
    context.addIssue({
      code: 'custom',
      path: ['to'],
      message: 'Kies een maand in hetzelfde schooljaar, niet voor de eerste.',
    });
  }),
  fields: [
    {
      name: 'from',
      label: 'Eerste maand',
      kind: 'select',
      options,
      hint: 'Vanaf de eerste dag van deze maand kunnen directeuren en intern begeleiders antwoorden.',
    },
    {
      name: 'to',
      label: 'Laatste maand',
      kind: 'select',
      options,
      hint: 'Tot en met de laatste dag van deze maand.',
    },
  ],
  find: getMonths,
  change: changeMonths,
  valuesOf: ({ from, to }) => ({ from: `${from}`, to: `${to}` }),
});
