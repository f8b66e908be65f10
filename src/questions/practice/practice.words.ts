/** Dutch for practice notes. */

export interface Unmet {
  readonly code: string;
  readonly detail: string;
}

const words: Readonly<Record<string, string>> = {
  stateAllows: 'Dit past niet bij hoe de praktijkkaart nu staat.',
  questionAnswered: 'Van een vraag komt een praktijkkaart als die beantwoord of afgerond is.',
  questionYours: 'Kies een vraag die u mag lezen, of tel zonder vraag.',
  notTwice: 'U telde deze praktijkkaart hier al mee.',
  reasonGiven: 'Schrijf op waarom.',
  expertiseKnown: 'Deze expertise staat niet in de lijst van uw samenwerkingsverband.',
  noOpenMarks:
    'De schrijfhulp vond iets dat er niet in hoort. In een praktijkkaart staat nooit een naam of voorletter: schrijf de zin anders.',
  writingAidLooks:
    'De schrijfhulp werkt nu niet. Er is niets verstuurd. Probeer het over een paar minuten opnieuw.',
};

export const explainNote = (codes: readonly string[]): readonly Unmet[] =>
  codes.map((code) => ({ code, detail: words[code] ?? 'Dit kan nu niet.' }));

export const noteLabels = {
  title: 'Titel',
  situation: 'Wat speelde er?',
  approach: 'Wat hielp?',
  result: 'Wat leverde het op?',
  expertise: 'Expertise',
  text: 'Wat moet er anders?',
  reason: 'Waarom trekt u de kaart in?',
} as const;
