/** Practice notes about learning and teaching. */
import type { DemoPracticeNote } from './practice-note.ts';

export const learningPracticeNotes: readonly DemoPracticeNote[] = [
  {
    key: 'note-reading-pairs',
    expertise: 'taal_lezen',
    question: 'school-reading-approach',
    title: 'Voor, koor, door: lezen in tweetallen zonder voorbereiding',
    situation:
      'Op een school bleef het leestempo in de bovenbouw achter. Er was leestijd, maar zwakke lezers bladerden.',
    whatWorked:
      'De sterkste lezer las een stuk voor, daarna lazen beiden samen en dan de ander alleen. Tien minuten, vier keer per week, zelfde tweetallen voor drie weken.',
    tips: [
      'Zet de tweetallen op het bord, dan begint het vanzelf.',
      'Laat de luisteraar meewijzen.',
      'Wissel na drie weken en niet eerder.',
    ],
  },
  {
    key: 'note-three-block-reading',
    expertise: 'taal_lezen',
    question: 'group-first-reading',
    title: 'De leesles in drie blokken van twintig minuten',
    situation: 'In groep 3 liepen de verschillen zo ver uiteen dat één uitleg voor niemand paste.',
    whatWorked:
      'Eerst allemaal de nieuwe letter, dan extra instructie aan een kleine groep terwijl anderen lezen, en tot slot lezen in tweetallen.',
    tips: [
      'Houd de klok zichtbaar.',
      'Laat extra oefening nooit een andere les kosten.',
      'Meet om de drie weken met tien letters.',
    ],
  },
  {
    key: 'note-spelling-round',
    expertise: 'taal_lezen',
    question: 'group-spelling',
    title: 'Een tweede ronde bij elk verhaal',
    situation: 'Kinderen maakten het dictee goed en schreven dezelfde woorden in een verhaal fout.',
    whatWorked:
      'Na het schrijven zochten kinderen met een groene pen naar één soort woord, van achter naar voor. Drie verbeteringen was genoeg.',
    tips: ['Kies per dag één soort.', 'Laat de regel erbij zeggen.', 'Geef de ronde een eigen kleur.'],
  },
  {
    key: 'note-words-in-subjects',
    expertise: 'taal_lezen',
    question: 'team-vocabulary',
    title: 'Acht woorden per les in plaats van een woordenboek',
    situation: 'Een losse les woordenschat gaf weinig effect bij aardrijkskunde en natuur.',
    whatWorked:
      'Per les acht woorden: vijf die overal terugkomen en drie van het onderwerp, met zeven herhalingen in twee weken.',
    tips: [
      'Laat het woord eerst zien en dan pas horen.',
      'Haal bekende woorden feestelijk van de muur.',
      'Bereid één thema samen met de parallelgroep voor.',
    ],
  },
  {
    key: 'note-anchor-tables',
    expertise: 'rekenen',
    question: 'group-times-tables',
    title: 'Tafels leren vanuit vier ankers',
    situation: 'Meer dan de helft van een groep kende de tafels niet en oefende door rijtjes op te zeggen.',
    whatWorked:
      'Met keer een, keer twee, keer vijf en keer tien leidden kinderen de rest af. Drie stapels kaartjes maakten vooruitgang zichtbaar.',
    tips: [
      'Oefen drie keer vijf minuten per dag.',
      'Doe de deelsom er direct bij.',
      'Laat de druk van de klok weg.',
    ],
  },
  {
    key: 'note-two-minute-sheet',
    expertise: 'rekenen',
    question: 'school-automating',
    title: 'Eén blad dat elke zes weken terugkomt',
    situation: 'Leerkrachten hadden verschillende beelden van wat kinderen uit het hoofd kunnen.',
    whatWorked:
      'Hetzelfde blad met veertig sommen, elke zes weken, zonder cijfer. Kinderen tekenden hun eigen lijn en wilden vooruit.',
    tips: [
      'Bespreek alleen de groepslijn in het team.',
      'Geef het blad nooit mee naar huis.',
      'Oefen hardop en pas daarna op papier.',
    ],
  },
  {
    key: 'note-maths-talk',
    expertise: 'rekenen',
    question: 'team-maths-talks',
    title: 'Rekengesprek van tien minuten',
    situation: 'Extra uitleg hielp niet, want niemand wist hoe het kind dacht.',
    whatWorked:
      'Een som die net lukt, vijf tellen wachten, en alleen zeggen: vertel eens. Het streepje bij de plek waar het stopt, wees de weg.',
    tips: [
      'Geef geen antwoord voor, ook niet met een knik.',
      'Leg materiaal neer zonder uitleg.',
      'Deel uw notitie met een collega.',
    ],
  },
  {
    key: 'note-plate-cards',
    expertise: 'nt2_nieuwkomers',
    question: 'school-newcomers',
    title: 'Twaalf plaatjes voor de eerste dag',
    situation: 'Nieuwe kinderen konden niet zeggen wat zij nodig hadden en trokken zich terug.',
    whatWorked:
      'Een kaart aan een koord met twaalf foto’s uit de eigen school. Het maatje droeg dezelfde kaart.',
    tips: [
      'Gebruik echte foto’s.',
      'Laat ouders de kaart thuis zien.',
      'Vervang na een maand de helft door woorden.',
    ],
  },
  {
    key: 'note-one-sentence',
    expertise: 'nt2_nieuwkomers',
    question: 'group-newcomers-six',
    title: 'De kern van de les in één zin',
    situation: 'Vier kinderen met weinig Nederlands tekenden tijdens zaakvakken.',
    whatWorked:
      'Eén zin bleef het hele uur staan. Alle hulp ging over die zin: een filmpje, een begin van een antwoord, overleg in de eigen taal.',
    tips: [
      'Schrijf de zin voordat u de les voorbereidt.',
      'Vraag de groep om te laten zien en niet voor te doen.',
      'Hergebruik een beeldbank.',
    ],
  },
  {
    key: 'note-less-first',
    expertise: 'hoogbegaafdheid',
    question: 'group-plus-work',
    title: 'Eerst werk weghalen, dan pas verrijken',
    situation: 'Snelle kinderen kregen extra bladen en raakten verveeld of storend.',
    whatWorked:
      'Vooraf toetsen, de helft schrappen en de tijd geven aan één opdracht van twee weken met een vaste bespreking.',
    tips: [
      'Bespreek het zoekwerk en niet het antwoord.',
      'Houd een einddatum aan.',
      'Laat kinderen opschrijven wat lastig was.',
    ],
  },
  {
    key: 'note-visits-in-twenties',
    expertise: 'didactiek_coaching',
    question: 'school-lesson-quality',
    title: 'Twintig minuten kijken, tien minuten praten',
    situation: 'Een team wilde bij elkaar kijken, maar wist niet wat het mocht zeggen.',
    whatWorked:
      'De bezochte collega bepaalde waarop werd gelet. De bezoeker telde, en zei twee zinnen: dit zag ik, en hierover denk ik door.',
    tips: [
      'Laat de directeur als eerste bezoek ontvangen.',
      'Schrijf niets op dat bewaard blijft.',
      'Kies daarna als team één ding.',
    ],
  },
  {
    key: 'note-combined-start',
    expertise: 'didactiek_coaching',
    question: 'group-combined-instruction',
    title: 'Twee jaargroepen, één begin van de les',
    situation: 'Een combinatiegroep had te veel losse uitleg en te weinig instructietafel.',
    whatWorked:
      'De zaakvakken werden samen gegeven, rekenen begon om en om met herhaling, en de instructietafel kreeg een vast tijdstip.',
    tips: [
      'Gebruik een timer voor uzelf.',
      'Sla lessen over die niets toevoegen.',
      'Kijk elke vrijdag wat uitliep.',
    ],
  },
  {
    key: 'note-small-goals-card',
    expertise: 'zml_leren',
    question: 'school-small-steps',
    title: 'Drie doelen op één kaart',
    situation: 'Plannen van vier bladzijden lagen in een map en niet op tafel.',
    whatWorked:
      'Op de kaart: één doel om zelf te kunnen, één om mee te doen, één om te leren, met een voorbeeld van goed.',
    tips: [
      'Vraag bij elk doel waar het later voor is.',
      'Bespreek de kaart om de zes weken.',
      'Laat zien wat lukte met een foto.',
    ],
  },
];
