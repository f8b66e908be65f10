/** What was planned and done: «inzet zichtbaar». */
import { type Measure, ofQuestions, places } from './measure-shape.rules.ts';

const ofVisits = [...places, 'kind', 'quarter'] as const;

export const workMeasures: readonly Measure[] = [
  {
    code: 'hours_done',
    name: 'Uren inzet',
    unit: 'hours',
    kind: 'sum',
    definition:
      'De minuten van bezoeken, verdeeld over school, vraag en ambitie zoals de specialist ze opschreef, gedeeld door 60. Reistijd staat apart en is naar verhouding verdeeld. Ingetrokken bezoeken tellen niet mee.',
    source: 'Bezoeken van specialisten en hun verdeling.',
    counts: 'delen van bezoeken',
    kinds: 'soort bezoek',
    dimensions: [...places, 'expertise', 'level', 'kind', 'ambition', 'quarter'],
    releasedPer: 'quarter',
    higherIsBetter: null,
  },
  {
    code: 'hours_planned',
    name: 'Uren gepland',
    unit: 'hours',
    kind: 'sum',
    definition:
      'Van stationeringen: dagdelen per week, maal de weken met school in de periode. Van toewijzingen: de geplande dagdelen, voor het deel van hun schooldagen dat in de periode valt. Samen maal de uren van een dagdeel. Een stationering bij een bestuur is gelijk verdeeld over haar scholen. Een stationering die vóór haar eerste dag eindigde, telt niet mee.',
    source: 'Stationeringen en toewijzingen.',
    counts: 'stationeringen (per school) en toewijzingen',
    kinds: 'stationering of toewijzing',
    dimensions: [...places, 'expertise', 'level', 'kind'],
    releasedPer: 'year',
    higherIsBetter: null,
  },
  {
    code: 'requested_provided',
    name: 'Gevraagd en gedaan',
    unit: 'dagdelen',
    kind: 'sum',
    definition:
      'Van vragen die zijn afgerond of gestopt: de dagdelen die de school vroeg, naast de dagdelen die zijn gedaan (minuten van bezoeken voor die vraag, gedeeld door de uren van een dagdeel). Vragen zonder gevraagde dagdelen tellen niet mee.',
    source: 'Ondersteuningsvragen en de bezoeken die ervoor zijn opgeschreven.',
    counts: 'afgeronde en gestopte vragen',
    kinds: null,
    dimensions: ofQuestions,
    releasedPer: 'quarter',
    higherIsBetter: null,
  },
  {
    code: 'schools_unvisited',
    name: 'Scholen zonder bezoek',
    unit: 'share',
    kind: 'share',
    definition:
      'Scholen waar in de periode geen bezoek van een specialist is opgeschreven, gedeeld door alle scholen van die periode.',
    source: 'Bezoeken van specialisten en het scholenregister.',
    counts: 'scholen',
    kinds: null,
    dimensions: places,
    releasedPer: 'year',
    higherIsBetter: false,
  },
  {
    code: 'recorded_on_time',
    name: 'Bezoek op tijd opgeschreven',
    unit: 'share',
    kind: 'share',
    definition:
      'Bezoeken die binnen vijf schooldagen na de dag van het bezoek zijn opgeschreven, gedeeld door alle bezoeken. Een bezoek aan twee scholen telt voor beide.',
    source: 'Bezoeken van specialisten.',
    counts: 'bezoeken, per school geteld',
    kinds: 'soort bezoek',
    dimensions: ofVisits,
    releasedPer: 'quarter',
    higherIsBetter: true,
  },
  {
    code: 'confirmed_on_time',
    name: 'Bezoek op tijd bevestigd',
    unit: 'share',
    kind: 'share',
    definition:
      'Bezoeken die de school binnen tien schooldagen na het opschrijven bevestigde, gedeeld door alle bezoeken waarvan die tien dagen voorbij zijn of die zijn beantwoord. Een bezoek aan twee scholen telt voor beide.',
    source: 'Bezoeken van specialisten en het antwoord van de school.',
    counts: 'bezoeken, per school geteld',
    kinds: 'soort bezoek',
    dimensions: ofVisits,
    releasedPer: 'quarter',
    higherIsBetter: true,
  },
  {
    code: 'capacity_use',
    name: 'Benutting van de contracten',
    unit: 'share',
    kind: 'ratio',
    definition:
      'Geplande dagdelen van specialisten (stationering en toewijzing) gedeeld door de dagdelen van hun contract, over de weken van een periode van ten hoogste een schooljaar. Wat voor het einde stopte, telt tot die dag. Dagdelen van afwezigheid tellen niet als contract.',
    source: 'Contracten, afwezigheid, stationeringen en toewijzingen.',
    counts: 'specialisten',
    kinds: null,
    dimensions: [],
    releasedPer: 'year',
    higherIsBetter: null,
  },
  {
    code: 'special_reach',
    name: 'Kennis uit het speciaal onderwijs op gewone scholen',
    unit: 'times',
    kind: 'count',
    definition:
      'Hoe vaak een gewone school in de periode met een soort expertise uit het speciaal onderwijs werkte: elke school telt eenmaal voor elke expertise van specialisten die daar op bezoek waren en eerder bij een organisatie voor speciaal onderwijs werkten.',
    source: 'Bezoeken, en de expertise en vorige organisatie in het profiel van specialisten.',
    counts: 'combinaties van school en expertise',
    kinds: null,
    dimensions: [...places, 'expertise'],
    releasedPer: 'year',
    higherIsBetter: null,
  },
];
