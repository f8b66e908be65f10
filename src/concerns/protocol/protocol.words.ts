/** The protocol explained to whoever wants to know: what each step asks, in a few words. */
import type { Need } from '../concern.rules.ts';

/** What must be so for a step; null = goes without saying. */
export const needExplained: Record<Need, string | null> = {
  stateAllows: null,
  directorAppointed: 'de school heeft een directeur',
  meaningForChildren: 'er staat wat het voor kinderen betekent',
  goesWell: 'er staat wat er goed gaat',
  factAndImpressionApart: 'feit en indruk staan apart',
  noOpenMarks: null,
  worksAtSchool: 'een IB’er of leerkracht van de school',
  notYetParticipant: null,
  noOpenInvitation: 'er staat geen andere uitnodiging open',
  proposalsAhead: 'momenten die nog komen',
  invitedTakePart: 'alleen mensen die al meedoen',
  openInvitation: 'er staat een uitnodiging open',
  answersTheProposals: null,
  heldAfterSharing: 'het gesprek was na het delen',
  notAhead: null,
  directorPresent: 'de directeur was erbij',
  directorInvited: 'de directeur was ook uitgenodigd',
  agreementsOrReason: 'afspraken, of waarom die er niet zijn',
  reportToConfirm: 'er is een verslag',
  reviewAhead: 'een dag om terug te kijken',
  heldWithPresentDirector: 'er is een gesprek geweest met de directeur van nu',
  boardKnown: 'het schoolbestuur is bekend',
  boardNotOnlyDirector: 'het bestuur is niet alleen de directeur zelf',
  directorHeard: 'de directeur gaf een standpunt, of tien schooldagen zijn voorbij',
  secondPerson: 'een ander dan wie de zorg schreef of het voorstel deed',
  continuesEnded: null,
};

/** What the source says, in four lines. */
export const principles = [
  ['Altijd eerst de directeur', 'Het bestuur komt er pas daarna bij, als dat nodig is en in goed overleg.'],
  [
    'Niet op zoek naar zorgen',
    'Niemand maakt vooraf afspraken om zorgen te vinden. Een gesprek komt voort uit iets wat iemand zag.',
  ],
  ['Ook wat goed gaat', 'Bij elke zorg staat wat er goed gaat. Niemand telt zorgen of vergelijkt scholen.'],
  ['Het gaat om het kind', 'Elke afspraak zegt wie wat doet, wanneer, en wat kinderen ervan merken.'],
] as const;

/** What the system holds everybody to, whoever they are. */
export const promises = [
  'Niemand kan deze werkwijze overslaan. Ook de beheerder niet.',
  'Een notitie is alleen van de schrijver, tot die de zorg deelt met de directeur.',
  'Het bestuur ziet niets van een zorg, ook niet dat die er is, tot de teamleider de zorg met het bestuur deelt.',
  'Na een wisseling van directeur komt er eerst een nieuw gesprek.',
  'In wat anderen lezen hoort geen naam van een kind. De schrijfhulp houdt bij elke stap nummers, adressen en geboortedata tegen en vraagt naar namen die zij kent.',
  'Wat iemand zei, blijft staan. Wie iets wil rechtzetten, voegt iets toe.',
  'Iedereen op school die bij de zorg hoort, kan zien wie de zorg las.',
  'De directeur heeft tien schooldagen om een uitnodiging te beantwoorden, een verslag te bevestigen of een standpunt te geven. Vakanties tellen niet mee.',
  'Antwoordt de directeur twee keer niet op een uitnodiging? Dan belt de teamleider. Er komt geen omweg.',
] as const;

/** Roads that stand outside: nothing of them is stored here. */
export const otherRoads = [
  {
    title: 'Is een kind niet veilig?',
    text: 'Volg de meldcode huiselijk geweld en kindermishandeling van uw organisatie. Bel Veilig Thuis: 0800-2000. Is er nu gevaar? Bel 112.',
  },
  {
    title: 'Vermoedt u een misdrijf door iemand van de school?',
    text: 'Ga meteen naar het schoolbestuur. U kunt ook de vertrouwensinspecteur bellen: 0900-111 3 111.',
  },
  {
    title: 'Hebt u een klacht, of gaat het over het gedrag van één persoon?',
    text: 'Gebruik de klachtenregeling van de school of praat met de vertrouwenspersoon.',
  },
] as const;
