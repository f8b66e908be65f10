/** Why somebody could or could not help with a question, in short: for who assigns. */
import type { Recommendation } from '../../planner/index.ts';

const levelWords = ['', 'basis', 'ervaren', 'expert'];

const hindranceWords: Readonly<Record<Recommendation['hindrances'][number]['code'], string>> = {
  'no contract': 'geen ruimte',
  away: 'afwezig',
  travel: 'te ver weg',
  forbidden: 'uitgesloten',
  expertise: 'andere expertise',
  level: 'nog niet genoeg ervaring hierin',
  language: 'spreekt de gevraagde taal niet',
  size: 'te groot voor één school',
  'pinned elsewhere': 'staat vast bij een ander',
};

/** What speaks for somebody, and what against; short parts of a sentence. */
export function reasonsOf(one: Recommendation): readonly string[] {
  const { hindrances, level, speaksLanguage, stationed, working, minutes, guessed, room, needs } = one;
  const against = hindrances.map(({ code }) => hindranceWords[code]);
  return [
    ...against,
    ...(level > 0 ? [`passende expertise: ${levelWords[level] ?? ''}`] : []),
    ...(speaksLanguage ? ['spreekt de gevraagde taal'] : []),
    ...(stationed ? ['is al op deze school gestationeerd'] : working ? ['werkt al op deze school'] : []),
    ...(against.includes(hindranceWords.travel)
      ? []
      : [guessed ? 'reistijd onbekend' : `${minutes} minuten reizen`]),
    ...(room < needs && against.length === 0 ? ['nu niet genoeg ruimte'] : []),
  ];
}
