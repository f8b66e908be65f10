/** Goals for a whole group. */
import { type DemoGoal, levelsOf } from './demo-goal.ts';

export const groupGoals: readonly DemoGoal[] = [
  {
    key: 'group-transition',
    expertise: 'gedrag',
    title: 'Snel van kring naar werk',
    variable: 'Gemiddelde tijd tussen het sein en het moment dat iedereen werkt, over tien wisselingen.',
    levels: levelsOf('Een wisseling duurt gemiddeld # minuten.', [14, 11, 8, 5, 4, 2]),
  },
  {
    key: 'group-calling-out',
    expertise: 'gedrag',
    title: 'Minder door elkaar praten',
    variable: 'Aantal keren door de uitleg heen roepen in een kwartier, geteld door een collega.',
    levels: levelsOf('In een kwartier uitleg wordt er # keer geroepen.', [25, 20, 14, 8, 4, 1]),
  },
  {
    key: 'group-compliments',
    expertise: 'groepsdynamica',
    title: 'Elkaar iets aardigs zeggen',
    variable:
      'Aantal verschillende kinderen dat in een week een compliment van een ander krijgt, van de zesentwintig.',
    levels: levelsOf(
      'In een week krijgen # van de zesentwintig kinderen een compliment van een ander.',
      [3, 6, 10, 15, 20, 26],
    ),
  },
  {
    key: 'group-mixed-pairs',
    expertise: 'groepsdynamica',
    title: 'Met iedereen kunnen werken',
    variable: 'Deel van de tweetallen dat zonder hulp de taak afmaakt, bij wisselende tweetallen.',
    levels: levelsOf(
      'Van de dertien wisselende tweetallen maken er # de taak af zonder hulp.',
      [3, 5, 7, 9, 11, 13],
    ),
  },
  {
    key: 'group-independent',
    expertise: 'executieve_functies',
    title: 'Zelfstandig werken',
    variable: 'Aantal minuten dat de hele groep werkt zonder vraag aan de leerkracht.',
    levels: levelsOf('De groep werkt # minuten zonder vraag aan de leerkracht.', [3, 5, 10, 15, 20, 30]),
  },
  {
    key: 'group-ready-list',
    expertise: 'executieve_functies',
    title: 'Weten wat je doet als je klaar bent',
    variable: 'Aantal kinderen dat zonder vragen verdergaat met de afgesproken taak.',
    levels: levelsOf(
      'Van de vierentwintig kinderen gaan er # zonder vragen verder als zij klaar zijn.',
      [4, 7, 11, 16, 20, 24],
    ),
  },
  {
    key: 'group-tables',
    expertise: 'rekenen',
    title: 'Tafels tot en met vijf',
    variable: 'Aantal kinderen dat dertig van de veertig tafelsommen goed heeft.',
    levels: levelsOf(
      'Van de achtentwintig kinderen {heeft|hebben} er # ten minste dertig tafelsommen goed.',
      [8, 11, 16, 21, 24, 28],
    ),
  },
  {
    key: 'group-talking-maths',
    expertise: 'rekenen',
    title: 'Uitleggen hoe je rekent',
    variable: 'Aantal kinderen dat in een les hun denkstappen hardop vertelt.',
    levels: levelsOf(
      'In een rekenles {vertelt|vertellen} # {kind|kinderen} {wat het|wat zij} {heeft|hebben} gedacht.',
      [1, 2, 4, 7, 10, 14],
    ),
  },
  {
    key: 'group-letters',
    expertise: 'taal_lezen',
    title: 'Letters kennen in de eerste helft van groep 3',
    variable: 'Aantal kinderen dat twintig letters direct kan noemen.',
    levels: levelsOf(
      'Van de drieëntwintig kinderen {noemt|noemen} er # twintig letters direct.',
      [9, 12, 15, 18, 20, 23],
    ),
  },
  {
    key: 'group-spelling-check',
    expertise: 'taal_lezen',
    title: 'Eigen tekst verbeteren',
    variable: 'Gemiddeld aantal zelf verbeterde woorden in een tekst van honderd woorden.',
    levels: levelsOf('Kinderen verbeteren zelf gemiddeld # {woord|woorden} per honderd.', [0, 1, 2, 3, 4, 6]),
  },
  {
    key: 'group-long-play',
    expertise: 'jonge_kind',
    title: 'Langer in een hoek spelen',
    variable: 'Gemiddelde speeltijd in minuten in dezelfde hoek, bij acht gevolgde kinderen.',
    levels: levelsOf('De acht kinderen spelen gemiddeld # minuten in dezelfde hoek.', [5, 8, 12, 18, 25, 35]),
  },
  {
    key: 'group-goodbye',
    expertise: 'jonge_kind',
    title: 'Rustig afscheid nemen',
    variable: 'Aantal minuten tussen het opengaan van de deur en een rustige groep.',
    levels: levelsOf(
      'De groep is # minuten na het opengaan van de deur rustig aan het spelen.',
      [35, 30, 22, 15, 10, 6],
    ),
  },
  {
    key: 'group-own-answers',
    expertise: 'nt2_nieuwkomers',
    title: 'Nieuwkomers geven zelf antwoord',
    variable: 'Aantal lessen per dag waarin de vier nieuwkomers zelf iets inleveren of zeggen.',
    levels: levelsOf(
      'De vier nieuwkomers geven in # {les|lessen} per dag een eigen antwoord.',
      [0, 1, 2, 3, 4, 5],
    ),
  },
  {
    key: 'group-rich-work',
    expertise: 'hoogbegaafdheid',
    title: 'Uitdaging die klaar ligt',
    variable:
      'Aantal lessen per week waarin kinderen met een voorsprong ander werk doen in plaats van extra werk.',
    levels: levelsOf(
      'In # {les|lessen} per week is er ander werk in plaats van extra werk.',
      [1, 2, 4, 6, 8, 10],
    ),
  },
  {
    key: 'group-brave-mistakes',
    expertise: 'sociaal_emotioneel',
    title: 'Fouten durven laten zien',
    variable: 'Gemiddelde spanning bij inleveren op een lijn van één tot tien, gevraagd op vrijdag.',
    levels: levelsOf('De gemiddelde spanning bij het inleveren is #.', [8, 7, 6, 5, 4, 2]),
  },
  {
    key: 'group-quiet-half-hour',
    expertise: 'autisme_prikkelverwerking',
    title: 'Stil half uur na de pauze',
    variable: 'Aantal dagen per week dat het stille half uur lukt zonder waarschuwing.',
    levels: levelsOf(
      'Het stille half uur lukt # {dag|dagen} per week zonder waarschuwing.',
      [0, 1, 2, 3, 4, 5],
    ),
  },
  {
    key: 'group-circle-sitting',
    expertise: 'motoriek',
    title: 'Rustig zitten in de kring',
    variable: 'Aantal minuten kring voordat meer dan drie kinderen gaan wiebelen.',
    levels: levelsOf(
      'De kring duurt # minuten voordat meer dan drie kinderen wiebelen.',
      [3, 5, 8, 12, 15, 20],
    ),
  },
  {
    key: 'group-on-time',
    expertise: 'schoolaanwezigheid',
    title: 'Op tijd beginnen',
    variable: 'Gemiddeld aantal kinderen per dag dat na de bel binnenkomt, over twee weken.',
    levels: levelsOf('Per dag komen gemiddeld # kinderen na de bel binnen.', [9, 7, 5, 3, 2, 0]),
  },
  {
    key: 'group-joined-lessons',
    expertise: 'zml_leren',
    title: 'Samen beginnen en eindigen',
    variable: 'Aantal lessen per dag waarin alle kinderen samen beginnen en samen eindigen.',
    levels: levelsOf('In # {les|lessen} per dag begint en eindigt de groep samen.', [0, 1, 2, 3, 4, 5]),
  },
  {
    key: 'group-active-answers',
    expertise: 'didactiek_coaching',
    title: 'Iedereen doet mee bij de uitleg',
    variable: 'Aantal van de dertig kinderen dat tijdens tien minuten uitleg iets laat zien of zegt.',
    levels: levelsOf(
      'Tijdens tien minuten uitleg geven # van de dertig kinderen een antwoord.',
      [3, 5, 10, 16, 22, 30],
    ),
  },
];
