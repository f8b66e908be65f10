/** Invented observations about invented schools: how people who work with schools would write them down. */
export interface DemoText {
  readonly theme: string;
  readonly occasion: string;
  readonly observation: string;
  readonly impression: string;
  readonly meaningForChildren: string;
  readonly goesWell: string;
  /** What was agreed when school and contact person talked about it. */
  readonly agreement: { readonly what: string; readonly who: string; readonly childrenNotice: string };
  readonly report: string;
  readonly directorSays: string;
  readonly later: string;
  readonly whyNotAtSchool: string;
}

export const demoTexts: readonly DemoText[] = [
  {
    theme: 'Veiligheid en sfeer',
    occasion: 'Klassenbezoek',
    observation:
      'In de middagpauze stonden drie groepen tegelijk op het plein met één volwassene. In een half uur zag ik vier keer dat kinderen bij elkaar werden weggehaald.',
    impression: 'Het toezicht lijkt krap sinds er een pleinwacht is weggevallen.',
    meaningForChildren:
      'Kinderen die rust nodig hebben, blijven liever binnen. Twee groepen beginnen de middag met ruzies uitpraten.',
    goesWell:
      'De leerkrachten kennen de kinderen goed en blijven vriendelijk. De ochtendpauze verloopt rustig.',
    agreement: {
      what: 'De pauze wordt verdeeld over twee momenten en er staat altijd een tweede volwassene op het plein.',
      who: 'directeur',
      childrenNotice: 'Er is ruimte om te spelen en er is altijd iemand bij wie je terecht kunt.',
    },
    report:
      'De school herkent het beeld. Door ziekte waren er weken met één pleinwacht. We bekeken samen het rooster en kozen voor twee pauzes. Ook wordt een stille hoek gemaakt voor kinderen die even niet willen spelen.',
    directorSays:
      'Dit klopt voor de middag. Voor de ochtend hebben wij het anders geregeld, daar staan twee mensen.',
    later: 'Kinderen zeggen zelf dat het plein rustiger is. De stille hoek wordt elke dag gebruikt.',
    whyNotAtSchool:
      'De school kan een tweede pleinwacht niet zelf betalen. Het gaat om de verdeling van middelen over de scholen.',
  },
  {
    theme: 'Basisondersteuning',
    occasion: 'Overleg met de school',
    observation:
      'In drie van de vijf groepsplannen die wij samen bekeken, stond geen doel voor kinderen die meer uitdaging nodig hebben. De plannen zijn van voor de zomer.',
    impression: 'De plannen lijken meer voor de map dan voor de les.',
    meaningForChildren: 'Kinderen die snel klaar zijn, wachten vaak. Een deel gaat daardoor storen.',
    goesWell: 'Voor kinderen die meer tijd nodig hebben, liggen er goede doelen en materialen klaar.',
    agreement: {
      what: 'Elke bouw kiest twee doelen voor kinderen die meer aankunnen en probeert die zes weken uit.',
      who: 'IB’er',
      childrenNotice: 'Wie klaar is, weet wat de volgende uitdaging is.',
    },
    report:
      'We namen de plannen samen door. Het team wil korter en bruikbaarder schrijven. De IB’er maakt een voorbeeld van één bladzijde.',
    directorSays: 'Klopt. Wij waren hier zelf ook al over in gesprek, dit helpt om het nu te doen.',
    later: 'In de bovenbouw werken kinderen aan eigen opdrachten. In de onderbouw is het begonnen.',
    whyNotAtSchool:
      'Er is extra scholing nodig voor het hele team. Dat vraagt een besluit over het scholingsbudget.',
  },
  {
    theme: 'Aanwezigheid',
    occasion: 'Telefoon of e-mail',
    observation:
      'Sinds de herfst belden wij vier keer over kinderen die langer dan twee weken thuis waren. Bij drie van hen was er nog geen plan voor terugkeer.',
    impression: 'De school wacht misschien te lang met om hulp vragen.',
    meaningForChildren: 'Kinderen missen hun groep en de drempel om terug te komen wordt hoger.',
    goesWell: 'De leerkrachten houden zelf contact met de kinderen thuis, met kaartjes en belletjes.',
    agreement: {
      what: 'Bij twee weken thuis belt de school de schoolcontactpersoon en maken wij binnen vijf schooldagen een plan.',
      who: 'IB’er en schoolcontactpersoon',
      childrenNotice: 'Je hoort van school wanneer je terugkomt en wie op je wacht.',
    },
    report:
      'We liepen de vier situaties langs zonder namen. De school wil eerder bellen. Wij spreken af hoe en wanneer.',
    directorSays: 'Bij één situatie lag het plan er wel, dat was ons niet gevraagd. Verder klopt het.',
    later: 'Er zijn sindsdien geen kinderen langer dan twee weken thuis zonder plan.',
    whyNotAtSchool: 'Twee kinderen wachten op een plek bij een andere school van hetzelfde bestuur.',
  },
  {
    theme: 'Team en bezetting',
    occasion: 'Teamoverleg',
    observation:
      'Een groep heeft sinds de zomer vijf verschillende leerkrachten gehad. De overdracht stond op losse briefjes.',
    impression: 'Het team is moe en vangt elkaar steeds op.',
    meaningForChildren:
      'Kinderen vragen elke ochtend wie er vandaag is. Afspraken van gisteren gelden vandaag niet meer.',
    goesWell: 'De onderwijsassistent is er elke dag en is voor de kinderen het vaste gezicht.',
    agreement: {
      what: 'Er komt één overdrachtsschrift en de onderwijsassistent opent elke dag met de groep.',
      who: 'directeur',
      childrenNotice: 'De dag begint altijd hetzelfde, wie er ook voor de groep staat.',
    },
    report:
      'De directeur legde uit wat al geprobeerd is. We zochten naar wat morgen al kan. De vaste start van de dag is er daar een van.',
    directorSays: 'Het klopt dat het er vijf waren. Wij hebben er alles aan gedaan, dat mag er ook staan.',
    later: 'De groep start rustig. Sinds drie weken staan er twee vaste leerkrachten.',
    whyNotAtSchool:
      'De vacature is al drie keer zonder reactie gebleven. Misschien kan het bestuur tussen scholen schuiven.',
  },
  {
    theme: 'Leren en ontwikkelen',
    occasion: 'Klassenbezoek',
    observation:
      'In twee groepen zag ik bij lezen alleen stilwerken. Acht kinderen bladerden zonder te lezen.',
    impression: 'Er is weinig uitleg over hoe je een moeilijke tekst aanpakt.',
    meaningForChildren: 'Zwakke lezers oefenen minder dan de anderen, terwijl zij het meest nodig hebben.',
    goesWell: 'Er is een mooie bibliotheek en kinderen kiezen graag een boek.',
    agreement: {
      what: 'Drie keer per week lezen kinderen in tweetallen hardop, met een korte uitleg vooraf.',
      who: 'leerkrachten groep 4 tot en met 6',
      childrenNotice: 'Je leest samen en iemand luistert naar je.',
    },
    report: 'De leescoördinator schoof aan. Het team wil de aanpak van groep 3 doortrekken.',
    directorSays: 'Klopt, en dank voor wat u over de bibliotheek schrijft.',
    later: 'Kinderen lezen merkbaar meer minuten. Drie kinderen gingen een niveau omhoog.',
    whyNotAtSchool:
      'Het lukt op deze locatie niet zonder leescoördinator, en die is er voor drie scholen samen.',
  },
  {
    theme: 'Samenwerking met ouders',
    occasion: 'Gesprek met ouders',
    observation:
      'In twee gesprekken vertelden ouders dat zij pas bij het rapport hoorden dat hun kind extra begeleiding kreeg.',
    impression: 'De afspraak wie ouders belt, is niet duidelijk.',
    meaningForChildren: 'Kinderen krijgen thuis en op school een ander verhaal te horen.',
    goesWell: 'De inloop op vrijdag wordt goed bezocht en ouders voelen zich welkom.',
    agreement: {
      what: 'De leerkracht belt ouders voordat de begeleiding begint. De IB’er kijkt het na.',
      who: 'leerkrachten en IB’er',
      childrenNotice: 'Thuis en op school weten ze allebei wat je oefent en waarom.',
    },
    report:
      'De school schrok van dit beeld. Vorig jaar belde de IB’er. Nu leest iedereen het eerst bij de leerkracht.',
    directorSays: 'Aanvulling: bij één van de twee gezinnen hebben wij drie keer geprobeerd te bellen.',
    later: 'Bij alle nieuwe begeleiding staat een datum van het gesprek met ouders.',
    whyNotAtSchool: 'De school vraagt om een tolk en daar is op schoolniveau geen regeling voor.',
  },
  {
    theme: 'Overgang naar een andere school',
    occasion: 'Overleg met de school',
    observation:
      'Van zes kinderen die na de zomer instroomden, was bij vier het dossier na drie weken nog niet binnen.',
    impression: 'Beide scholen lijken op elkaar te wachten.',
    meaningForChildren: 'Kinderen doen toetsen opnieuw en krijgen pas laat de hulp die zij al hadden.',
    goesWell: 'Elk kind had op de eerste dag een maatje.',
    agreement: {
      what: 'De IB’er belt binnen een week met de vorige school, ook als het dossier er nog niet is.',
      who: 'IB’er',
      childrenNotice: 'Je juf of meester weet de eerste week al wat jou helpt.',
    },
    report: 'We maakten samen een korte belijst. De school wil die ook aan de andere scholen laten zien.',
    directorSays: 'Klopt. Het ligt niet alleen aan ons, maar bellen kunnen wij zelf.',
    later: 'De twee kinderen die in de winter kwamen, hadden de eerste dag hun hulp.',
    whyNotAtSchool: 'De afspraken over overdracht tussen de scholen zijn een zaak van de besturen samen.',
  },
  {
    theme: 'Veiligheid en sfeer',
    occasion: 'Telefoon of e-mail',
    observation:
      'In een maand kreeg ik drie vragen van leerkrachten over dezelfde groep. Zij vroegen steeds hoe ze de les rustig konden beginnen.',
    impression: 'De groep is in de zomer opnieuw samengesteld en moet elkaar nog vinden.',
    meaningForChildren: 'De eerste les gaat op aan wachten. Stille kinderen zeggen niets meer.',
    goesWell: 'De leerkrachten vragen zelf om hulp en delen met elkaar wat werkt.',
    agreement: {
      what: 'Vier weken lang begint de dag met dezelfde kringactiviteit. Een specialist kijkt in week twee mee.',
      who: 'leerkrachten en directeur',
      childrenNotice: 'Iedereen komt elke ochtend even aan het woord.',
    },
    report: 'De leerkrachten vertelden wat al lukt. We kozen één ding en houden dat vier weken vol.',
    directorSays: 'Klopt. Fijn dat er ook staat wat de leerkrachten zelf doen.',
    later: 'De start duurt nog vijf minuten in plaats van twintig. Stille kinderen vertellen mee.',
    whyNotAtSchool: 'Er is een tweede lokaal nodig en het gebouw is van de gemeente en het bestuur samen.',
  },
];

/** What a school may think of the partnership: one observation, told in full. */
export const mirrorText: DemoText = {
  theme: 'Iets anders',
  occasion: 'Overleg met de school',
  observation:
    'Op drie vragen om mee te denken kreeg onze school dit najaar pas na vijf weken een eerste reactie. De afspraak was twee weken.',
  impression: 'Het lijkt alsof vragen blijven liggen als iemand ziek is.',
  meaningForChildren:
    'Twee groepen wachten op advies over de start van de dag. Kinderen verliezen elke ochtend lestijd.',
  goesWell: 'Als er iemand komt, is de hulp goed en merken leerkrachten meteen verschil.',
  agreement: {
    what: 'Elke vraag krijgt binnen een week een naam en een datum terug, ook bij ziekte.',
    who: 'teamleider',
    childrenNotice: 'De hulp komt als zij nodig is en niet weken later.',
  },
  report:
    'De teamleider herkent de wachttijd. Twee specialisten waren lang ziek en niemand keek hun vragen na. Wij spraken af wie dat voortaan doet.',
  directorSays: 'Dit klopt. De wachttijd is in onze eigen lijst ook te zien.',
  later: 'De laatste twee vragen kregen binnen drie dagen antwoord. De ochtenden beginnen rustiger.',
  whyNotAtSchool: 'Er is vaste vervanging nodig. Daarover kan de teamleider niet alleen beslissen.',
};
