/** What came of the work, and what schools say of it: «na de inzet», never «door de inzet». */
import { type Measure, ofQuestions, places } from './measure-shape.rules.ts';

const ofGoals = [...places, 'expertise', 'level', 'kind', 'quarter'] as const;

export const resultMeasures: readonly Measure[] = [
  {
    code: 'goal_levels',
    name: 'Behaalde niveaus van doelen',
    unit: 'levels',
    kind: 'levels',
    definition:
      'De eindscores van doelen, na de inzet: hoeveel doelen op elk niveau van de schaal (0 is wat was verwacht). School en specialist staan apart en worden nooit gemiddeld. Vervallen doelen tellen niet mee.',
    source: 'Eindscores van doelen.',
    counts: 'eindscores',
    kinds: 'wie de score gaf',
    dimensions: ofGoals,
    releasedPer: 'quarter',
    higherIsBetter: true,
  },
  {
    code: 'goal_t',
    name: 'T-score van doelen',
    unit: 't',
    kind: 't',
    definition:
      'Eén cijfer voor meer doelen, na de inzet, alleen van doelen op de schaal met vijf punten: T = 50 + 10 × som van de scores ÷ √(0,7 × n + 0,3 × n²), met n doelen van gelijk gewicht (Kiresuk en Sherman, 1968). 50 is wat was verwacht. School en specialist staan apart.',
    source: 'Eindscores van doelen op de schaal met vijf punten.',
    counts: 'eindscores op vijf punten',
    kinds: 'wie de score gaf',
    dimensions: ofGoals,
    releasedPer: 'quarter',
    higherIsBetter: true,
  },
  {
    code: 'lasted',
    name: 'Houdt het stand?',
    unit: 'levels',
    kind: 'levels',
    definition:
      'De score bij navolging min de eindscore van hetzelfde doel door dezelfde beoordelaar: 0 is gelijk gebleven, hoger is verder gekomen. School en specialist staan apart.',
    source: 'Eindscores en scores bij navolging van doelen.',
    counts: 'doelen met beide scores, per beoordelaar',
    kinds: 'wie de scores gaf',
    dimensions: ofGoals,
    releasedPer: 'quarter',
    higherIsBetter: true,
  },
  {
    code: 'scorer_agreement',
    name: 'Eens over het doel',
    unit: 'share',
    kind: 'agreement',
    definition:
      'Doelen waar school en specialist dezelfde eindscore gaven, gedeeld door de doelen met beide eindscores. Daarbij staat hoeveel doelen één niveau verschillen, en hoeveel meer.',
    source: 'Eindscores van doelen.',
    counts: 'doelen met twee eindscores',
    kinds: null,
    dimensions: ofQuestions,
    releasedPer: 'quarter',
    higherIsBetter: true,
  },
  {
    code: 'satisfaction',
    name: 'Cijfer van scholen',
    unit: 'grade',
    kind: 'mean',
    definition:
      'Het cijfer van 1 tot en met 10 dat directeuren en intern begeleiders per schooljaar geven voor het werk van het samenwerkingsverband: eerst de verdeling, dan het gemiddelde. Wie voor meer scholen antwoordde, telt eenmaal, met het gemiddelde van die cijfers; in de verdeling is dat afgerond op een heel cijfer, een half naar boven.',
    source: 'De jaarvraag aan directeuren en intern begeleiders.',
    counts: 'mensen die een cijfer gaven',
    kinds: null,
    dimensions: places,
    releasedPer: 'year',
    higherIsBetter: true,
  },
  {
    code: 'basic_support',
    name: 'Basisondersteuning op orde',
    unit: 'levels',
    kind: 'levels',
    definition:
      'Per criterium: hoeveel scholen het halen (2), deels (1) of nog niet (0), volgens het laatste gezamenlijke oordeel van school en contactpersoon in de periode.',
    source: 'Het formulier basisondersteuning van school en contactpersoon samen.',
    counts: 'oordelen per school en criterium',
    kinds: 'criterium',
    levels: [0, 1, 2],
    dimensions: [...places, 'kind'],
    releasedPer: 'year',
    higherIsBetter: true,
  },
  {
    code: 'practice_reuse',
    name: 'Praktijkkaarten die blijven helpen',
    unit: 'share',
    kind: 'share',
    definition:
      'Praktijkkaarten die ten minste een half jaar (182 dagen) na publicatie nog zijn gebruikt, gedeeld door de kaarten die ten minste een half jaar geleden zijn gepubliceerd.',
    source: 'Publicatie en gebruik van praktijkkaarten.',
    counts: 'praktijkkaarten',
    kinds: null,
    dimensions: ['expertise', 'quarter'],
    releasedPer: 'quarter',
    higherIsBetter: true,
  },
];
