/** Everything that can stand in the way of a form, in Dutch and with what to do. */
export interface Unmet {
  readonly code: string;
  readonly detail: string;
}

const needWords: Readonly<Record<string, string>> = {
  noOpenMarks: 'De schrijfhulp vond iets dat hier niet mag staan. Kijk het na.',
  writingAidLooks:
    'De schrijfhulp werkt nu niet. Er is niets verstuurd. Probeer het over een paar minuten opnieuw.',
  // The yearly question.
  yearlyOpen: 'De jaarvraag is nu niet open.',
  givenBefore: 'U hebt al geantwoord. Verstuur uw antwoord opnieuw om het te wijzigen.',
  gradeGiven: 'Kies een cijfer.',
  // Basisondersteuning.
  answerFirst: 'Er ligt een beoordeling van de ander. Geef daar eerst antwoord op.',
  judgedInReach: 'Kies een dag tot en met vandaag, niet langer dan een jaar geleden.',
  everyCriterion: 'Geef bij elk criterium van nu aan hoe het ervoor staat.',
  stillWaits: 'Op deze beoordeling is al geantwoord, of er is een nieuwe.',
  wordsGiven: 'Schrijf op hoe u het ziet.',
  oneCriterionStays: 'Dit is het enige criterium. Maak eerst een ander.',
  fewCriteria: 'Er zijn al twaalf criteria. Laat er eerst een vervallen.',
};

export const explain = (codes: readonly string[]): readonly Unmet[] =>
  codes.map((code) => ({ code, detail: needWords[code] ?? 'Dit kan nu niet.' }));
