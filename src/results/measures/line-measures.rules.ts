/** How short the line is from a school to a specialist: «snellere inzet». */
import { type Measure, ofQuestions, places } from './measure-shape.rules.ts';

const kaplanMeier =
  'De mediaan is het aantal schooldagen waarna de helft van de vragen zover was; p85 hetzelfde voor 85 van de 100. ' +
  'Wat nog open is, telt mee als nog wachtend (Kaplan-Meier).';
const endedWithout =
  'Vragen die eerder eindigden, tellen daarin niet mee; in het aantal bij vastgezette cijfers wel.';
/** A lead time has no value for a question that ended before it came so far. */
const notEnded = 'ingediende vragen die niet eerder eindigden';
const allDays = 'Alle schooldagen tellen, ook als de school nog gegevens zocht.';

export const lineMeasures: readonly Measure[] = [
  {
    code: 'first_contact_days',
    name: 'Van indienen tot eerste contact',
    unit: 'schoolDays',
    kind: 'leadTime',
    definition: `Schooldagen na de dag van indienen tot en met de dag van het eerste contact met een specialist. ${kaplanMeier} ${endedWithout} ${allDays}`,
    source: 'De dagen van indienen en van eerste contact van ondersteuningsvragen.',
    counts: notEnded,
    kinds: null,
    dimensions: ofQuestions,
    releasedPer: 'quarter',
    higherIsBetter: false,
  },
  {
    code: 'start_days',
    name: 'Van indienen tot start',
    unit: 'schoolDays',
    kind: 'leadTime',
    definition: `Schooldagen na de dag van indienen tot en met de dag waarop de ondersteuning startte. ${kaplanMeier} ${endedWithout} ${allDays}`,
    source: 'De dagen van indienen en van start van ondersteuningsvragen.',
    counts: notEnded,
    kinds: null,
    dimensions: ofQuestions,
    releasedPer: 'quarter',
    higherIsBetter: false,
  },
  {
    code: 'hand_offs',
    name: 'Overdrachten tot het eerste contact',
    unit: 'handOffs',
    kind: 'mean',
    definition:
      'Hoe vaak een vraag van de ene persoon naar de andere ging, tot het eerste contact. Eerst de verdeling (hoeveel vragen met 0, 1, 2 overdrachten), dan het gemiddelde: overdrachten samen gedeeld door vragen. Een vraag zonder contact telt mee met haar overdrachten tot nu toe.',
    source: 'De stappen van ondersteuningsvragen.',
    counts: 'ingediende vragen',
    kinds: null,
    dimensions: ofQuestions,
    releasedPer: 'quarter',
    higherIsBetter: false,
  },
  {
    code: 'earliness_days',
    name: 'Van signaal tot meedenken',
    unit: 'schoolDays',
    kind: 'leadTime',
    definition: `Schooldagen na het eerste signaal op school tot en met de dag waarop een specialist meedacht of was toegewezen. ${kaplanMeier} ${endedWithout}`,
    source: 'De dag van het signaal en van het eerste meedenken of toewijzen bij ingediende vragen.',
    counts: notEnded,
    kinds: null,
    dimensions: ofQuestions,
    releasedPer: 'quarter',
    higherIsBetter: false,
  },
  {
    code: 'light_route_share',
    name: 'Aandeel van de lichte route',
    unit: 'share',
    kind: 'share',
    definition:
      'Vragen over een school, team of groep, gedeeld door alle ingediende vragen. Zo’n vraag heeft geen gegevens van een leerling nodig. Bij het aandeel staat een interval van 95% (Wilson).',
    source: 'Het niveau van ingediende ondersteuningsvragen.',
    counts: 'ingediende vragen',
    kinds: null,
    dimensions: [...places, 'expertise', 'quarter'],
    releasedPer: 'quarter',
    higherIsBetter: null,
  },
];
