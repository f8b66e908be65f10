/** The hard sides of planning, each with what it means. */
import { z } from 'zod';
import type { Route } from '../../platform/route.ts';
import { settingsPages } from '../../registers/index.ts';
import { changePlanningSettings } from './planning.actions.ts';
import { getPlanningSettings, type PlanningSettings, usualSettings } from './planning.store.ts';
import { setters } from './settings.access.ts';
import { dutch, steppedNumber, wholeNumber } from './settings.input.ts';
import { settingsLink } from './settings.trail.ts';

const blocks = ['0.5', '1', '1.5', '2', '3', '4'] as const;

const rulesInput = z
  .object({
    weeks: wholeNumber(4, 45),
    mostPlaces: wholeNumber(1, 20),
    leastBlock: z.enum(blocks, 'Maak een keuze.').transform(Number),
    mostBlock: steppedNumber(0.5, 10, 0.5),
    wholeBlocks: z.enum(['true', 'false'], 'Maak een keuze.').transform((choice) => choice === 'true'),
    mostTravel: wholeNumber(5, 180),
    detour: steppedNumber(1, 3, 0.01),
    speed: wholeNumber(3, 120),
    travelStart: wholeNumber(0, 60),
    fairShare: wholeNumber(0, 100),
    dagdeelHours: steppedNumber(2, 6, 0.1),
  })
  .refine(({ leastBlock, mostBlock }) => leastBlock <= mostBlock, {
    path: ['mostBlock'],
    message: 'Het meeste is niet minder dan het minste.',
  });

const places = {
  title: 'Plekken en dagdelen',
  hint: 'Hier wijkt een plan nooit van af, ook niet als u iets vastzet.',
};
const travel = {
  title: 'Reizen',
  hint: 'Waar geen reistijd is ingelezen, meten we zelf: de afstand over de kaart, keer de omweg, met deze snelheid.',
};
const fair = { title: 'Eerlijk verdelen', hint: 'Dit is geen harde grens: een tekort kost punten.' };
const counting = { title: 'Cijfers', hint: 'Dit verandert geen plan, wel de cijfers over inzet.' };
const usual = (name: keyof PlanningSettings) => {
  const value = usualSettings[name];
  return `Standaard ${typeof value === 'number' ? dutch(value) : value ? 'ja' : 'nee'}.`;
};

export const rulesPages: readonly Route[] = settingsPages({
  path: '/inzet/instellingen/regels',
  access: setters,
  parent: settingsLink,
  title: 'Harde regels',
  saved: 'Opgeslagen. Nieuwe plannen houden zich hieraan.',
  input: rulesInput,
  fields: [
    {
      name: 'weeks',
      label: 'Weken van een plan',
      kind: 'number',
      hint: `Zo lang is een nieuw plan, vanaf een maandag. Vakanties tellen mee. ${usual('weeks')}`,
    },
    {
      group: places,
      name: 'mostPlaces',
      label: 'Meeste plekken per specialist',
      kind: 'number',
      hint: `Op zoveel scholen tegelijk werkt iemand hoogstens. Per specialist kan het anders zijn. ${usual('mostPlaces')}`,
    },
    {
      group: places,
      name: 'leastBlock',
      label: 'Minste dagdelen per week op een school',
      kind: 'radios',
      hint: `Voor minder komt niemand naar een school. ${usual('leastBlock')}`,
      options: blocks.map((value) => ({ value, label: dutch(Number(value)) })),
    },
    {
      group: places,
      name: 'mostBlock',
      label: 'Meeste dagdelen per week op een school',
      kind: 'number',
      hint: `Per specialist, in hele of halve dagdelen. ${usual('mostBlock')}`,
    },
    {
      group: places,
      name: 'wholeBlocks',
      label: 'Alleen hele dagdelen',
      kind: 'radios',
      hint: usual('wholeBlocks'),
      options: [
        { value: 'true', label: 'Ja, nooit een half dagdeel' },
        { value: 'false', label: 'Nee, halve dagdelen mogen' },
      ],
    },
    {
      group: travel,
      name: 'mostTravel',
      label: 'Langste reis (minuten, enkele reis)',
      kind: 'number',
      hint: `Verder weg wordt niemand ingepland. ${usual('mostTravel')}`,
    },
    {
      group: travel,
      name: 'detour',
      label: 'Omweg',
      kind: 'text',
      hint: `Hoeveel langer de weg is dan de rechte lijn. Bij 1,3 is dat drie tiende langer. ${usual('detour')}`,
    },
    {
      group: travel,
      name: 'speed',
      label: 'Snelheid (kilometer per uur)',
      kind: 'number',
      hint: usual('speed'),
    },
    {
      group: travel,
      name: 'travelStart',
      label: 'Tijd om op weg te gaan (minuten)',
      kind: 'number',
      hint: `Komt bij elke reis. ${usual('travelStart')}`,
    },
    {
      group: fair,
      name: 'fairShare',
      label: 'Eerlijk deel (procent)',
      kind: 'number',
      hint: `Krijgt een bestuur of gebied minder dan dit deel van wat het naar leerlingen zou krijgen, dan komt het tekort. ${usual('fairShare')}`,
    },
    {
      group: counting,
      name: 'dagdeelHours',
      label: 'Uren van een dagdeel',
      kind: 'text',
      hint: `Hiermee worden geplande dagdelen uren, en gewerkte uren dagdelen. ${usual('dagdeelHours')}`,
    },
  ],
  find: getPlanningSettings,
  change: changePlanningSettings,
  valuesOf: ({ leastBlock, wholeBlocks, version: _, ...numbers }) => ({
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, dutch(value)])),
    leastBlock: `${leastBlock}`,
    wholeBlocks: `${wholeBlocks}`,
  }),
});
