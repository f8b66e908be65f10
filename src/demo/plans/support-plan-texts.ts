/** An invented ondersteuningsplan: its priorities, and what each ambition is measured by. */
import type { MeasureCode } from '../../results/index.ts';

export interface DemoPlanned {
  /** As in the list of ambitions of the demonstration. */
  readonly name: string;
  readonly page: number;
  readonly text: string;
  readonly indicator: string;
  /** What it is told in, or the figure that tells it. */
  readonly unit?: string;
  readonly measure?: MeasureCode;
  readonly start: number;
  readonly target: number;
  /** To what the target was moved since. */
  readonly raised?: number;
  /** What its owner read, from long ago to last winter, and once more this autumn. */
  readonly read: readonly number[];
}

export interface DemoPriority {
  readonly name: string;
  readonly page: number;
  readonly text: string;
  readonly ambitions: readonly DemoPlanned[];
}

export const demoPriorities: readonly DemoPriority[] = [
  {
    name: 'Goed onderwijs dichtbij huis',
    page: 12,
    text: 'Kinderen gaan zoveel mogelijk naar een gewone school in de buurt. Daarvoor versterken we wat er in de klas gebeurt.',
    ambitions: [
      {
        ...{ name: 'Rust en ritme in iedere groep', page: 14, unit: 'scholen', start: 8, target: 24 },
        text: 'Elke school heeft afspraken over het begin van de dag, wisselen en samenwerken, en houdt zich eraan.',
        indicator: 'Scholen met eigen afspraken die het team een half jaar volhoudt',
        read: [10, 13, 14, 17],
      },
      {
        ...{ name: 'Ieder kind leest mee', page: 16, unit: '%', start: 71, target: 85 },
        text: 'Wie moeite heeft met lezen krijgt snel extra tijd, in de eigen groep.',
        indicator: 'Deel van de scholen dat drie keer per jaar samen naar de leesgroei kijkt',
        read: [72, 74, 74, 77],
      },
      {
        ...{ name: 'Jonge kinderen spelend leren', page: 18, unit: 'teams', start: 3, target: 18 },
        text: 'Kleutergroepen leren door spel, met een rijke omgeving en tijd om te kijken.',
        indicator: 'Onderbouwteams die een jaar meededen aan de leergang spel',
        read: [3, 6, 9, 9],
      },
    ],
  },
  {
    name: 'Iedereen doet mee',
    page: 22,
    text: 'Voor elk kind is er een passende plek, ook als de schoolgang moeilijk is of het Nederlands nog nieuw.',
    ambitions: [
      {
        ...{ name: 'Nieuwkomers vinden hun plek', page: 24, unit: 'scholen', start: 5, target: 18 },
        raised: 22,
        text: 'Scholen weten wat zij doen als een kind nieuw is in Nederland, ook midden in het jaar.',
        indicator: 'Scholen met een eigen route voor kinderen die net in Nederland zijn',
        read: [7, 10, 14, 16],
      },
      {
        ...{ name: 'Samen oplossen wat schoolgang moeilijk maakt', page: 27 },
        ...{ measure: 'first_contact_days', start: 15, target: 8 },
        text: 'Hoe eerder we met school en ouders praten, hoe meer er nog kan.',
        indicator: 'Schooldagen tussen een vraag en het eerste contact, in het midden',
        read: [],
      },
      {
        ...{ name: 'Uitdaging voor wie meer kan', page: 30, unit: 'scholen', start: 6, target: 20 },
        text: 'Kinderen die snel leren krijgen werk dat bij hen past, in hun eigen klas.',
        indicator: 'Scholen met een aanbod in elke groep',
        read: [6, 9, 8, 10],
      },
    ],
  },
  {
    name: 'Organisatieontwikkeling',
    page: 36,
    text: 'Ondersteuningsspecialisten werken voor langere tijd op vaste plekken. Zo verbinden we vragen van scholen met wat we samen willen bereiken.',
    ambitions: [
      {
        ...{ name: 'Teams die van elkaar leren', page: 38, measure: 'practice_reuse', start: 30, target: 60 },
        text: 'Wat op de ene school werkt, gebruikt de andere ook.',
        indicator: 'Deel van de praktijkkaarten dat na een half jaar nog wordt gebruikt',
        read: [],
      },
    ],
  },
];

/** Of the plan that comes next, as far as it is. */
export const nextPriorities = [
  {
    name: 'Inclusiever onderwijs',
    page: 9,
    text: 'Een eerste schets. Wat betekent het voor scholen als in 2035 elk kind in de buurt naar school kan?',
    ambitions: [
      {
        ...{
          name: 'Elke wijk een school die voor elk kind werkt',
          page: 11,
          unit: 'wijken',
          start: 2,
          target: 12,
        },
        indicator: 'Wijken met een school waar regulier en speciaal samen lesgeven',
      },
      { name: 'Ouders denken vanaf het begin mee', page: 13 },
    ],
  },
  { name: 'Vakmanschap', page: 17, text: null, ambitions: [] },
] as const;
