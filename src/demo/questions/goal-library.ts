/** The goal library of the demonstration: what to ask oneself before a goal is written. */
import type { ExpertiseCode } from './expertise.ts';

export interface DemoLibraryGoal {
  readonly key: string;
  readonly expertise: ExpertiseCode;
  readonly title: string;
  /** The question that helps to make it one's own. */
  readonly prompt: string;
  readonly exampleVariable: string;
}

export const demoGoalLibrary: readonly DemoLibraryGoal[] = [
  {
    key: 'library-reading-time',
    expertise: 'taal_lezen',
    title: 'Meer leestijd die echt lezen is',
    prompt:
      'Op welke momenten lezen kinderen nu, en hoeveel minuten daarvan kijken zij ook echt in hun boek?',
    exampleVariable: 'Aantal minuten achter elkaar lezen tijdens de vaste leestijd.',
  },
  {
    key: 'library-word-choice',
    expertise: 'taal_lezen',
    title: 'Woorden die blijven hangen',
    prompt:
      'Welke woorden komen kinderen deze maand bij meerdere vakken tegen, en hoe merkt u dat zij ze gebruiken?',
    exampleVariable: 'Aantal van de acht woorden dat na twee weken in een eigen zin wordt gebruikt.',
  },
  {
    key: 'library-automating',
    expertise: 'rekenen',
    title: 'Sommen zonder tellen',
    prompt: 'Welke sommen kosten nu zoveel tijd dat de rest van de opgave niet lukt?',
    exampleVariable: 'Aantal goede sommen in twee minuten op hetzelfde blad.',
  },
  {
    key: 'library-explaining-maths',
    expertise: 'rekenen',
    title: 'Denkstappen hoorbaar maken',
    prompt: 'Hoe vaak hoort u in een les hoe een kind heeft gedacht, en van wie hoort u het nooit?',
    exampleVariable: 'Aantal kinderen dat in een les de eigen denkstappen vertelt.',
  },
  {
    key: 'library-calm-transition',
    expertise: 'gedrag',
    title: 'Rust bij het wisselen',
    prompt: 'Welke wissel van de dag kost de meeste tijd, en wat ziet u dan precies?',
    exampleVariable: 'Minuten tussen het sein en het moment dat iedereen werkt.',
  },
  {
    key: 'library-repair',
    expertise: 'gedrag',
    title: 'Herstellen na een ruzie',
    prompt: 'Wat gebeurt er nu na een ruzie, en wanneer is het voor beide kinderen klaar?',
    exampleVariable: 'Deel van de ruzies dat dezelfde dag is uitgepraat.',
  },
  {
    key: 'library-asking-for-pause',
    expertise: 'gedrag',
    title: 'Op tijd om een pauze vragen',
    prompt: 'Waaraan ziet u dat de spanning oploopt, en wat zou er dan anders mogen gaan?',
    exampleVariable: 'Aantal keren dat de kaart wordt gegeven bij tien momenten van spanning.',
  },
  {
    key: 'library-deep-play',
    expertise: 'jonge_kind',
    title: 'Spel dat langer duurt',
    prompt: 'In welke hoek wordt het langst gespeeld, en wat maakt dat daar wel lukt?',
    exampleVariable: 'Minuten in dezelfde hoek, gemiddeld over acht kinderen.',
  },
  {
    key: 'library-settling-in',
    expertise: 'jonge_kind',
    title: 'Wennen op school',
    prompt: 'Wat is het eerste moment van de dag waarop dit kind ontspannen is?',
    exampleVariable: 'Minuten tussen het afscheid en het eerste spel.',
  },
  {
    key: 'library-work-that-stretches',
    expertise: 'hoogbegaafdheid',
    title: 'Werk waarvoor je moet zoeken',
    prompt: 'Wanneer was er voor het laatst iets echt moeilijk, en wat gebeurde er toen?',
    exampleVariable: 'Minuten zoeken voordat om hulp wordt gevraagd.',
  },
  {
    key: 'library-less-repetition',
    expertise: 'hoogbegaafdheid',
    title: 'Bekende stof schrappen',
    prompt: 'Welk deel van het volgende blok kan deze groep al, en hoe weet u dat?',
    exampleVariable: 'Aantal blokken waarvoor vooraf is getoetst.',
  },
  {
    key: 'library-speaking-dutch',
    expertise: 'nt2_nieuwkomers',
    title: 'Durven praten in een nieuwe taal',
    prompt: 'Met wie wordt al gepraat, en waarover gaat het dan?',
    exampleVariable: 'Aantal lessen per dag met een eigen antwoord.',
  },
  {
    key: 'library-lesson-core',
    expertise: 'nt2_nieuwkomers',
    title: 'De kern van de les voor iedereen',
    prompt: 'Als een kind van deze les maar één zin onthoudt, welke moet dat zijn?',
    exampleVariable: 'Aantal lessen met de kern in één zin en een beeld.',
  },
  {
    key: 'library-starting',
    expertise: 'executieve_functies',
    title: 'Zelf beginnen',
    prompt: 'Bij welke taak lukt beginnen wel, en wat is daar anders?',
    exampleVariable: 'Minuten tussen het eind van de uitleg en de eerste handeling.',
  },
  {
    key: 'library-finishing',
    expertise: 'executieve_functies',
    title: 'Afmaken en inleveren',
    prompt: 'Op welk punt stopt het werk, en wat is er dan nog nodig?',
    exampleVariable: 'Aantal taken per week dat op het afgesproken moment is ingeleverd.',
  },
  {
    key: 'library-speaking-up',
    expertise: 'sociaal_emotioneel',
    title: 'Van je laten horen',
    prompt: 'Wanneer zegt dit kind of deze groep uit zichzelf iets, en wat gaat eraan vooraf?',
    exampleVariable: 'Aantal keren per week dat er uit zichzelf iets wordt verteld.',
  },
  {
    key: 'library-brave',
    expertise: 'sociaal_emotioneel',
    title: 'Fouten laten zien',
    prompt: 'Wat doen kinderen met een fout die niemand gezien heeft?',
    exampleVariable: 'Gemiddelde spanning bij inleveren op een lijn van één tot tien.',
  },
  {
    key: 'library-working-with-all',
    expertise: 'groepsdynamica',
    title: 'Met iedereen kunnen werken',
    prompt: 'Wie werkt nooit met wie, en hoe is dat zo gekomen?',
    exampleVariable: 'Aantal wisselende tweetallen dat de taak zonder hulp afmaakt.',
  },
  {
    key: 'library-joining-in',
    expertise: 'groepsdynamica',
    title: 'Erbij horen in de pauze',
    prompt: 'Wat is er in de pauze te doen voor een kind dat niet van voetbal houdt?',
    exampleVariable: 'Aantal van de tien pauzes in een week samen met een ander kind.',
  },
  {
    key: 'library-recovering',
    expertise: 'autisme_prikkelverwerking',
    title: 'Rust voordat het te vol is',
    prompt: 'Hoe vol is de dag per half uur, en waar ligt het eerste moment om even te stoppen?',
    exampleVariable: 'Minuten tot weer meedoen na een vol moment.',
  },
  {
    key: 'library-hands',
    expertise: 'motoriek',
    title: 'Handig worden in gewone dingen',
    prompt: 'Welke handeling komt elke dag terug en zou u graag zelfstandig zien?',
    exampleVariable: 'Welk deel van de handeling zonder hulp lukt.',
  },
  {
    key: 'library-being-there',
    expertise: 'schoolaanwezigheid',
    title: 'Vaker aanwezig zijn',
    prompt: 'Welk moment van de schooldag is nu het haalbaarst, en wie staat er dan bij de deur?',
    exampleVariable: 'Aantal ochtenden per week met ten minste twee uur op school.',
  },
  {
    key: 'library-one-step',
    expertise: 'zml_leren',
    title: 'Iets kunnen dat later telt',
    prompt: 'Wat doet een kind hiermee in de winkel, in de bus of thuis?',
    exampleVariable: 'Aantal stappen van de handeling dat zonder hulp wordt gedaan.',
  },
  {
    key: 'library-active-lesson',
    expertise: 'didactiek_coaching',
    title: 'Meer kinderen actief in de uitleg',
    prompt: 'Hoeveel kinderen laten in tien minuten uitleg iets zien of horen?',
    exampleVariable: 'Aantal kinderen dat tijdens tien minuten uitleg een antwoord geeft.',
  },
];
