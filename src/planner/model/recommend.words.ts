/** What speaks for a specialist, and against, in short Dutch parts: for whoever may assign. */
import { hindranceWords } from './change.words.ts';
import type { Recommendation } from './recommend.ts';
import { dagdelen, type Sentence, showNumber } from './sentence.ts';

export interface RecommendationWords {
  readonly forIt: readonly string[];
  readonly against: readonly Sentence[];
}

export function recommendationWords(each: Recommendation): RecommendationWords {
  const { stationed, working, level, speaksLanguage, minutes, guessed, room, needs, hindrances } = each;
  const full: readonly Sentence[] =
    room >= needs
      ? []
      : [[`Nodig per week: ${dagdelen(needs)}. Vrij: ${room > 0 ? dagdelen(room) : 'niets'}.`]];
  return {
    forIt: [
      ...(stationed ? ['staat al op deze school'] : []),
      ...(working ? ['heeft al vragen op deze school'] : []),
      ...(level > 0 ? [`niveau ${level} in wat gevraagd is`] : []),
      ...(speaksLanguage ? ['spreekt de gevraagde taal'] : []),
      ...(room >= needs ? [`${dagdelen(room)} per week vrij`] : []),
      guessed ? 'reistijd niet bekend' : `${showNumber(minutes)} minuten reizen`,
    ],
    against: [...hindrances.map((hindrance) => hindranceWords(each.specialistId, hindrance)), ...full],
  };
}
