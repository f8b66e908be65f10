/** The protocol explained to whoever wants to know: what each step asks, in a few words. */
import type { About, Need } from '../concern.rules.ts';
import { parties } from '../concern-parties.words.ts';

/** What must be so for a step; null = goes without saying. */
export const needsExplained: Record<About, Record<Need, string | null>> = {
  school: needsWith('school'),
  partnership: needsWith('partnership'),
};

function needsWith(about: About): Record<Need, string | null> {
  const { first } = parties[about];
  const mirrored = about === 'partnership';
  return {
    stateAllows: null,
    directorAppointed: mirrored ? 'er is een teamleider' : 'de school heeft een directeur',
    meaningForChildren: 'er staat wat het voor kinderen betekent',
    goesWell: 'er staat wat er goed gaat',
    factAndImpressionApart: 'feit en indruk staan apart',
    noOpenMarks: null,
    worksAtSchool: mirrored
      ? 'een IB’er, leerkracht of schoolcontactpersoon van de school'
      : 'een IB’er of leerkracht van de school',
    notYetParticipant: null,
    noOpenInvitation: 'er staat geen andere uitnodiging open',
    proposalsAhead: 'momenten die nog komen',
    invitedTakePart: 'alleen mensen die al meedoen',
    openInvitation: 'er staat een uitnodiging open',
    answersTheProposals: null,
    heldAfterSharing: 'het gesprek was na het delen',
    notAhead: null,
    directorPresent: `de ${first} was erbij`,
    directorInvited: `de ${first} was ook uitgenodigd`,
    agreementsOrReason: 'afspraken, of waarom die er niet zijn',
    reportToConfirm: 'er is een verslag',
    reviewAhead: 'een dag om terug te kijken',
    heldWithPresentDirector: `er is een gesprek geweest met de ${first} van nu`,
    boardKnown: mirrored ? 'er is een directeur-bestuurder' : 'het schoolbestuur is bekend',
    boardNotOnlyDirector: mirrored
      ? 'de directeur-bestuurder is een ander dan de teamleider'
      : 'het bestuur is niet alleen de directeur zelf',
    directorHeard: `de ${first} gaf een standpunt, of tien schooldagen zijn voorbij`,
    secondPerson: 'een ander dan wie de zorg schreef of het voorstel deed',
    continuesEnded: null,
  };
}

/** Who takes whose place when a school raises a concern about the partnership. */
export const mirrored = [
  ['Wie schrijft op', 'Een directeur, IB’er of leerkracht van de school.'],
  ['Wie het eerst hoort', 'De teamleider van het samenwerkingsverband, en niet de directeur-bestuurder.'],
  [
    'Wie meeleest',
    'De directeur van de school, en wie schrijver of teamleider laat meedoen: een collega van de school of de schoolcontactpersoon.',
  ],
  [
    'Wie beslist of het verder gaat',
    'Een directeur van de school die de zorg niet zelf schreef of voorstelde.',
  ],
  ['Wie er daarna bij komt', 'De directeur-bestuurder, na een gesprek met de teamleider van nu.'],
  [
    'Wie er niets van ziet',
    'Het schoolbestuur, andere scholen en andere mensen van het samenwerkingsverband.',
  ],
] as const;

/** What the source says, in four lines. */
export const principles = [
  ['Altijd eerst de directeur', 'Het bestuur komt er pas daarna bij, als dat nodig is en in goed overleg.'],
  [
    'Niet op zoek naar zorgen',
    'Niemand maakt vooraf afspraken om zorgen te vinden. Een gesprek komt voort uit iets wat iemand zag.',
  ],
  [
    'Ook wat goed gaat',
    'Bij elke zorg staat wat er goed gaat. Niemand vergelijkt scholen of telt zorgen per school.',
  ],
  ['Het gaat om het kind', 'Elke afspraak zegt wie wat doet, wanneer, en wat kinderen ervan merken.'],
] as const;

/** What the system holds everybody to, whoever they are. */
export const promises = [
  'Niemand kan deze werkwijze overslaan. Ook de beheerder niet.',
  'Een notitie is alleen van de schrijver, tot die de zorg deelt met de directeur.',
  'Het bestuur ziet niets van een zorg, ook niet dat die er is, tot de teamleider de zorg met het bestuur deelt.',
  'Na een wisseling van directeur komt er eerst een nieuw gesprek.',
  'In wat anderen lezen hoort geen naam van een kind. De schrijfhulp houdt bij elke stap nummers, adressen en geboortedata tegen en vraagt naar namen, voorletters en diagnoses die zij herkent. Werkt zij niet, dan wordt er niets gedeeld.',
  'Wat iemand zei, blijft staan. Wie iets wil rechtzetten, voegt iets toe. Alleen wat er niet hoort, zoals een naam van een kind, kan worden weggelakt. De tijdlijn zegt dan wie dat deed en waarom.',
  'Iedereen op school die bij de zorg hoort, kan zien wie de zorg las.',
  'In een mail of agenda staat nooit een naam of tekst uit een zorg: alleen dat er iets is.',
  'Een zorg die klaar is, vervaagt, meestal na een schooljaar. Namen en teksten gaan weg; wat hielp, blijft.',
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
