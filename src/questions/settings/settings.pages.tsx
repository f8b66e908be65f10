/** Settings of the administrator about questions. */
import { z } from 'zod';
import { text } from '../../platform/input.ts';
import { settingsPages } from '../../registers/index.ts';
import { type ClockName, clockNames, type Term } from '../clocks/clock.rules.ts';
import { clockWords } from '../clocks/clock.words.ts';
import { changeHouse, changeTerms } from './settings.actions.ts';
import { getHouse, getTerms } from './settings.store.ts';

const whole = (least: number, most: number, unit: string) =>
  z
    .string()
    .regex(/^\d{1,3}$/, 'Vul een heel getal in.')
    .transform(Number)
    .refine((n) => n >= least && n <= most, `Kies ${least} tot en met ${most} ${unit}.`);

/** The three fields of a clock, such as `triageDays`. */
const fieldsOf = (clock: ClockName) =>
  ({ days: `${clock}Days`, warn: `${clock}Warn`, source: `${clock}Source` }) as const;

const termsInput = z
  .object(
    Object.fromEntries(
      clockNames.flatMap((clock): readonly (readonly [string, z.ZodType])[] => {
        const { days, warn, source } = fieldsOf(clock);
        return [
          [days, whole(1, 400, 'schooldagen')],
          [warn, whole(0, 399, 'schooldagen')],
          [source, text(500)],
        ];
      }),
    ),
  )
  .superRefine((typed, context) => {
    for (const { clock, days, warnDays } of termsFrom(typed)) {
      if (warnDays < days) continue;
      context.addIssue({
        code: 'custom',
        path: [fieldsOf(clock).warn],
        message: 'De waarschuwing komt voor het einde van de termijn.',
      });
    }
  });

const termsFrom = (typed: Readonly<Record<string, unknown>>): readonly Term[] =>
  clockNames.map((clock) => {
    const { days, warn, source } = fieldsOf(clock);
    return { clock, days: Number(typed[days]), warnDays: Number(typed[warn]), source: String(typed[source]) };
  });

const termPages = settingsPages({
  path: '/beheer/termijnen',
  title: 'Termijnen van vragen',
  saved: 'Opgeslagen. Het geldt ook voor vragen die al lopen.',
  input: termsInput,
  fields: clockNames.flatMap((clock) => {
    const { name, meaning } = clockWords[clock];
    const { days, warn, source } = fieldsOf(clock);
    const group = { title: name, hint: meaning };
    return [
      { group, name: days, label: 'Schooldagen', kind: 'number' } as const,
      { group, name: warn, label: 'Waarschuw zoveel schooldagen vooraf', kind: 'number' } as const,
      { group, name: source, label: 'Waar deze termijn vandaan komt', kind: 'text' } as const,
    ];
  }),
  above: () => (
    <p class="lead">
      Hoe lang elke stap mag duren, in schooldagen. Wie aan zet is, krijgt voor het einde een bericht.
    </p>
  ),
  find: getTerms,
  change: (deed, actor, typed) => changeTerms(deed, actor, termsFrom(typed)),
  valuesOf: ({ terms }) =>
    Object.fromEntries(
      clockNames.flatMap((clock) => {
        const { days, warn, source } = fieldsOf(clock);
        const term = terms[clock];
        return [
          [days, String(term.days)],
          [warn, String(term.warnDays)],
          [source, term.source],
        ];
      }),
    ),
});

const housePages = settingsPages({
  path: '/beheer/vragen',
  title: 'Afspraken over vragen',
  saved: 'Opgeslagen.',
  input: z.object({
    consentParentsBelow: whole(0, 23, 'jaar'),
    consentPupilFrom: whole(0, 23, 'jaar'),
    consentSource: text(500),
    legalGround: text(500),
    legalGroundSource: text(500),
    goalPoints: z.enum(['5', '6'], 'Kies 5 of 6 punten.').transform(Number),
    followUpMonths: whole(1, 24, 'maanden'),
    // Who helped a school keeps out of its decisions for two years; what has faded nobody remembers.
    questionFadeMonths: whole(24, 120, 'maanden'),
  }),
  fields: [
    {
      name: 'consentParentsBelow',
      label: 'Toestemming van ouders onder (jaar)',
      kind: 'number',
      hint: 'Bij 16 geven ouders toestemming voor een leerling tot en met 15 jaar.',
    },
    {
      name: 'consentPupilFrom',
      label: 'Toestemming van de leerling vanaf (jaar)',
      kind: 'number',
      hint: 'Bij 12 geven ouders en leerling van 12 tot en met 15 jaar allebei toestemming.',
    },
    { name: 'consentSource', label: 'Waar deze regel vandaan komt', kind: 'lines' },
    {
      name: 'legalGround',
      label: 'Grondslag voor het verwerken van gegevens',
      kind: 'lines',
      hint: 'Staat los van de toestemming. Een ingediende vraag houdt de grondslag van die dag.',
    },
    { name: 'legalGroundSource', label: 'Bron van die grondslag', kind: 'lines' },
    {
      name: 'goalPoints',
      label: 'Punten op de schaal van een doel',
      kind: 'radios',
      options: [
        { value: '6', label: '6 punten, van −3 (slechter dan bij de start) tot +2' },
        { value: '5', label: '5 punten, van −2 tot +2' },
      ],
      hint: 'Voor nieuwe doelen. De T-score kan alleen bij 5 punten.',
    },
    {
      name: 'followUpMonths',
      label: 'Terugkijken of het stand houdt, na (maanden)',
      kind: 'number',
      hint: '1 tot en met 24, na de afronding. Wie erbij betrokken was krijgt dan een bericht.',
    },
    {
      name: 'questionFadeMonths',
      label: 'Vragen vervagen na hun einde na (maanden)',
      kind: 'number',
      hint: 'Ten minste 24: wie een school hielp, beslist twee jaar niet over haar mee. Namen, teksten en bijlagen gaan weg; dagen, uren en scores blijven.',
    },
  ],
  find: getHouse,
  change: changeHouse,
  valuesOf: (house) =>
    Object.fromEntries(Object.entries(house).map(([name, value]) => [name, String(value)])),
});

export const settingPages = [...termPages, ...housePages];
