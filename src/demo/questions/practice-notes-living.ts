/** Practice notes about being at school together. */
import type { DemoPracticeNote } from './practice-note.ts';

export const livingPracticeNotes: readonly DemoPracticeNote[] = [
  {
    key: 'note-shared-pauses',
    expertise: 'gedrag',
    question: 'school-playground-rules',
    title: 'Drie woorden voor het plein',
    situation: 'Elke volwassene reageerde anders op ruzies in de pauze.',
    whatWorked:
      'Drie woorden in plaats van twaalf regels, voorgedaan op de plek zelf, en een vaste volgorde voor volwassenen.',
    tips: [
      'Oefen twee weken lang vijf minuten.',
      'Geef overblijfkrachten dezelfde kaart.',
      'Laat kinderen de cijfers zien.',
    ],
  },
  {
    key: 'note-second-adult',
    expertise: 'gedrag',
    question: 'team-anger',
    title: 'Een rooster voor de tweede volwassene',
    situation: 'Bij een uitbarsting stond een leerkracht alleen met een volle groep.',
    whatWorked:
      'Per dagdeel stond vast wie komt. Er werd geoefend zonder kinderen en na afloop kreeg de collega tien minuten.',
    tips: [
      'Denk ook aan woensdag en invaldagen.',
      'Gebruik bij spanning minder woorden.',
      'Praat pas als het een half uur rustig is.',
    ],
  },
  {
    key: 'note-fresh-start',
    expertise: 'gedrag',
    question: 'group-many-teachers',
    title: 'Twee weken voor begin, wissel en einde',
    situation: 'Een groep had vier leerkrachten gehad en vertrouwde niemand meer.',
    whatWorked:
      'De nieuwe leerkracht deed twee weken lang drie dingen steeds hetzelfde en liet al het andere rusten.',
    tips: [
      'Begroet ieder kind bij de deur.',
      'Geef geen straf aan de hele groep.',
      'Schrijf ouders in vijf zinnen wat er verandert.',
    ],
  },
  {
    key: 'note-song-signal',
    expertise: 'gedrag',
    question: 'group-transitions',
    title: 'Een lied als klok',
    situation: 'Wisselen tussen kring en werken kostte een jonge groep een uur per dag.',
    whatWorked:
      'Een vast lied gaf aan hoeveel tijd er was. Kinderen gingen in kleine groepjes, met voeten van tape bij de kapstok.',
    tips: [
      'Begin met de ergste wissel.',
      'Oefen op een rustig moment.',
      'Noem twee dingen die sneller gingen.',
    ],
  },
  {
    key: 'note-half-the-toys',
    expertise: 'jonge_kind',
    question: 'team-watching-play',
    title: 'Minder spullen, langer spel',
    situation: 'Kleuters wisselden om de vijf minuten van hoek.',
    whatWorked:
      'De helft van het materiaal ging in de kast en de speeltijd werd drie kwartier. De leerkracht speelde tien minuten mee in een rol.',
    tips: [
      'Kijk eerst drie minuten zonder woorden.',
      'Breng één probleem in het spel.',
      'Schrijf per kind één zin op.',
    ],
  },
  {
    key: 'note-own-chat-rules',
    expertise: 'groepsdynamica',
    question: 'group-online-quarrels',
    title: 'Afspraken voor de appgroep die kinderen zelf maken',
    situation: 'Ruzies van de avond bepaalden de ochtend in een bovenbouwgroep.',
    whatWorked:
      'Kaartjes zonder namen, vijf eigen afspraken en twee beheerders die elke maand wisselen. Ouders lazen één keer per week mee.',
    tips: [
      'Verbied de app niet.',
      'Plan tien minuten op maandag.',
      'Ken de route naar de vertrouwenspersoon.',
    ],
  },
  {
    key: 'note-two-halves-task',
    expertise: 'groepsdynamica',
    question: 'group-cliques',
    title: 'Samenwerken met twee helften van een opdracht',
    situation: 'Clubjes in groep 7 weigerden met elkaar te werken.',
    whatWorked:
      'Elk kind kreeg de helft van de informatie, dus de ander was nodig. Tien minuten, elke week andere tweetallen.',
    tips: [
      'Begin met een onderwerp zonder niveau.',
      'Vraag na afloop wat de ander deed dat hielp.',
      'Stel een kringgesprek uit.',
    ],
  },
  {
    key: 'note-beautiful-mistake',
    expertise: 'sociaal_emotioneel',
    question: 'group-fear-of-mistakes',
    title: 'De mooie fout van de dag',
    situation: 'Kinderen gumden zoveel dat er niets meer werd ingeleverd.',
    whatWorked:
      'Elke dag één fout zonder naam op het bord, met de vraag wat er slim aan is. De gum werd een groene pen.',
    tips: [
      'Maak zelf ook fouten, hardop.',
      'Geef drie keer per week alleen een vraag terug.',
      'Laat de spanning op een lijn aangeven.',
    ],
  },
  {
    key: 'note-calm-before-noon',
    expertise: 'autisme_prikkelverwerking',
    question: 'pupil-afternoons-too-much',
    title: 'Rust plannen in een goede ochtend',
    situation: 'Het ging in de middag mis en daarom werd daar gezocht.',
    whatWorked:
      'Vier keer vijf minuten rust op vaste tijden, ook als alles goed ging, en het zware werk voor elf uur.',
    tips: [
      'Maak een dagkaart per half uur.',
      'Laat de pauze een keuze zijn.',
      'Bespreek het de volgende dag.',
    ],
  },
  {
    key: 'note-moving-slow',
    expertise: 'motoriek',
    question: 'group-moving-while-learning',
    title: 'Zwaar en langzaam bewegen geeft rust',
    situation: 'Een drukke kleutergroep werd van springen alleen maar drukker.',
    whatWorked:
      'Duwen, tillen en kruipen in plaats van springen, drie keer drie minuten, met een rustig einde op de grond.',
    tips: [
      'Kies vaste momenten.',
      'Laat oefeningen een week hetzelfde.',
      'Leg kussens klaar voor wie dat prettig vindt.',
    ],
  },
  {
    key: 'note-tiny-first-step',
    expertise: 'schoolaanwezigheid',
    question: 'pupil-back-to-school',
    title: 'De eerste stap kleiner dan logisch lijkt',
    situation: 'Een plan met halve dagen mislukte op de eerste ochtend.',
    whatWorked:
      'Beginnen op de minst moeilijke plek, na schooltijd, tien minuten. Pas verlengen als iets drie keer goed ging.',
    tips: ['Spreek af wie bij de deur staat.', 'Zwijg over achterstand.', 'Houd één vaste persoon.'],
  },
  {
    key: 'note-conditioning',
    expertise: 'executieve_functies',
    question: 'group-independent-work',
    title: 'Zelfstandig werken opbouwen als een training',
    situation: 'De groep kon nog geen vijf minuten zonder hulp van de leerkracht.',
    whatWorked:
      'Begin met zeven minuten kijken en tel er om de dag één bij. Een vaste ronde na afloop maakte wachten de moeite waard.',
    tips: [
      'Laat kinderen de minuten bijhouden.',
      'Antwoord alleen met een gebaar.',
      'Start de instructietafel pas bij een kwartier.',
    ],
  },
];
