import { z } from 'zod';
import { text } from '../../platform/input.ts';
import type { RegisterField } from '../admin/register-form.tsx';
import { settingsPages } from '../admin/settings-pages.tsx';
import { changeRetention } from './retention.actions.ts';
import { getRetention } from './retention.store.ts';

const whole = (least: number, most: number, unit: string) =>
  z
    .string()
    .regex(/^\d{1,3}$/, 'Vul een heel getal in.')
    .transform(Number)
    .refine((n) => n >= least && n <= most, `Kies ${least} tot en met ${most} ${unit}.`);

const retentionInput = z.object({
  noteDays: whole(7, 90, 'dagen'),
  fadeMonths: whole(6, 36, 'maanden'),
  reason: text(1_000),
});

const fields: readonly RegisterField[] = [
  {
    name: 'noteDays',
    label: 'Notities die niemand deelt, verdwijnen na (dagen)',
    kind: 'number',
    hint: 'Vanaf de laatste aanpassing, 7 tot en met 90. De schrijver hoort het een week van tevoren, niemand anders.',
  },
  {
    name: 'fadeMonths',
    label: 'Zorgen vervagen na hun einde na (maanden)',
    kind: 'number',
    hint: '6 tot en met 36; een schooljaar is 12. Namen en teksten gaan weg; thema, wat hielp en hoe lang het duurde blijven. Wie erbij hoort, hoort het een maand van tevoren.',
  },
  {
    name: 'reason',
    label: 'Waarom deze termijnen',
    kind: 'lines',
    hint: 'Voor uw register van verwerkingen.',
  },
];

export const retentionPages = settingsPages({
  path: '/beheer/bewaartermijnen',
  title: 'Bewaartermijnen',
  saved: 'Opgeslagen. Het geldt vanaf vannacht.',
  input: retentionInput,
  fields,
  find: getRetention,
  change: changeRetention,
  valuesOf: ({ noteDays, fadeMonths, reason }) => ({
    noteDays: String(noteDays),
    fadeMonths: String(fadeMonths),
    reason,
  }),
});
