/** Everything that can stand in the way of development, in Dutch and with what to do. */

export interface Unmet {
  readonly code: string;
  readonly detail: string;
}

export const needWords = {
  stateAllows: 'Dit past niet bij hoe het er nu voor staat. Laad de pagina opnieuw.',
  nameFree: 'Deze naam bestaat al. Kies een andere naam.',
  noBsn: 'Hier staat een burgerservicenummer, of iets dat erop lijkt. Haal dat weg.',
  writingAidLooks:
    'De schrijfhulp werkt nu niet. Er is niets bewaard. Probeer het over een paar minuten opnieuw.',
  // Role profiles.
  noOpenEdition: 'Er is al een versie in bewerking. Ga daarmee verder.',
  bodyGiven: 'Schrijf eerst de tekst van het functieprofiel.',
  noRoundRuns: 'Er loopt een consultatie over deze tekst. Tot die voorbij is, blijft de tekst zoals die is.',
  wasAsked: 'Leg deze versie eerst voor in een consultatie.',
  roundsSummarised:
    'Over deze versie is een consultatie nog niet afgerond. Maak eerst de samenvatting voor wie meedeed.',
  notOwn: 'U begon deze versie zelf. Laat een ander die vaststellen, zoals de directeur-bestuurder.',
  bodyStays: 'Stel vast wat er staat. Wilt u de tekst nog wijzigen, doe dat dan eerst.',
  startsInReach: 'Kies een eerste dag binnen een jaar voor of na vandaag.',
  startsAfterBefore: 'Kies een eerste dag na de eerste dag van de versie die nu geldt.',
  // Transitions.
  isSpecialist: 'Kies een specialist van nu, of iemand die het wordt.',
  dayInReach: 'Kies een dag tot en met vandaag. Alleen de eerste werkdag mag later zijn, tot een jaar.',
  profileKnown: 'Kies een functieprofiel uit de lijst.',
  stepOnce: 'Deze stap staat er al. Wijzig die, als de dag niet klopt.',
  // Consultations.
  questionsGiven: 'Stel ten minste één vraag.',
  periodAhead: 'Kies een eerste dag vanaf vandaag.',
  endsAfterStart: 'De laatste dag ligt niet voor de eerste dag.',
  subjectOpen:
    'Waar deze ronde over gaat, staat niet meer open: het is al vastgesteld, besloten of gepubliceerd.',
  subjectKnown: 'Kies uit de lijst waar deze ronde over gaat.',
  placesKnown: 'Kies gebieden en besturen uit de lijst.',
  roundStays: 'Zodra een ronde open is, verandert alleen de laatste dag nog.',
  notBegun: 'De ronde is al begonnen. Wie gevraagd is, kan al hebben geantwoord.',
  stillRuns: 'De ronde is voorbij. Kies een dag vanaf vandaag zolang de ronde loopt.',
  roundRuns: 'De ronde loopt nu niet. Antwoorden kan van de eerste tot en met de laatste dag.',
  somethingSaid: 'Beantwoord ten minste één vraag.',
  answeredBefore: 'U deed al mee. Omdat antwoorden geen naam dragen, kunt u ze niet meer wijzigen.',
  answersFit: 'Een antwoord past niet bij de vraag. Laad de pagina opnieuw.',
  hasEnded: 'De ronde loopt nog. Dit kan vanaf de dag na de laatste dag.',
  enoughTookPart: 'Minder dan vijf mensen deden mee. Antwoorden zonder naam blijven dan dicht.',
  answersKnown: 'Kies antwoorden uit deze ronde.',
  answersSettled: 'Niet bij elk antwoord staat nog wat ermee is gedaan. Vul dat eerst in.',
  summaryGiven: 'Schrijf eerst de samenvatting.',
  staysAmongAsked: 'Deze ronde gaat over een conceptbericht. De samenvatting is alleen voor wie gevraagd is.',
  // Pilots.
  measuresGiven: 'Kies ten minste één maat waarmee u vergelijkt.',
  schoolsGiven: 'Kies ten minste één school die meedoet.',
  schoolsKnown: 'Kies scholen uit de lijst, elke school één keer.',
  ambitionKnown: 'Kies een ambitie uit de lijst.',
  pilotStays: 'De pilot loopt al. Alleen de scholen en de laatste dag veranderen nog.',
  hasBegun: 'De pilot is nog niet begonnen.',
  reasonsGiven: 'Schrijf op waarom.',
  // The ondersteuningsplan.
  planStands: 'Dit plan verandert niet meer. Zolang het niet is vastgesteld, kan het terug naar concept.',
  dayPassed: 'Kies een dag tot en met vandaag.',
  daysInOrder: 'Kies een dag vanaf de dag van de stap hiervoor.',
  withGiven: 'Schrijf op met welke gemeenten u sprak.',
  ambitionsGiven: 'Zet eerst ten minste één speerpunt met een ambitie in het plan.',
  ambitionsWhole:
    'Niet elke ambitie is af. Zeg van elke ambitie wat u meet, de beginwaarde, de streefwaarde, de streefdatum en wie de eigenaar is.',
  documentGiven: 'Voeg eerst het ondersteuningsplan toe, als PDF.',
  periodFree: 'In een deel van deze periode geldt al een ander vastgesteld plan.',
  neverDiscussed: 'Over dit plan is al met de gemeenten gesproken. Wat toen is vastgelegd, blijft staan.',
  noPriorities: 'Er staan nog speerpunten in dit plan. Haal die eerst weg.',
  pageInPlan: 'Deze bladzijde staat niet in het plan. Kijk naar het aantal bladzijden.',
  noAmbitions: 'Er staan nog ambities in dit speerpunt. Haal die eerst weg.',
  ambitionWhole:
    'Een ambitie van een vastgesteld plan zegt wat u meet, de beginwaarde, de streefwaarde, de streefdatum en wie de eigenaar is.',
  ambitionStands: 'Deze ambitie is vastgesteld. Wijzig haar met een reden.',
  somethingChanged: 'U heeft niets gewijzigd.',
  targetAhead: 'Kies een streefdatum na de eerste dag van het plan.',
  endsInPlan: 'Kies een laatste dag binnen de periode van het plan.',
  planAdopted: 'Dit kan zodra het plan is vastgesteld.',
  noMeasureTells: 'Kortelijn meet dit zelf. Een eigen meting is niet nodig.',
  dayReadable: 'Kies een dag tot en met vandaag, en hoogstens een jaar voor het plan begon.',
  ownerKnown: 'Kies iemand uit de lijst.',
  planKnown: 'Kies een plan dat nog niet is vastgesteld.',
  pdfGiven: 'Kies een PDF van hoogstens 10 MB. Een PDF met een wachtwoord of met programma’s erin kan niet.',
} as const;

export type NeedCode = keyof typeof needWords;

export const explain = (codes: readonly string[]): readonly Unmet[] =>
  codes.map((code) => ({
    code,
    detail: code in needWords ? needWords[code as NeedCode] : 'Dit kan nu niet.',
  }));
