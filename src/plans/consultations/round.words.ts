import type { StateTone } from '../../platform/ui/parts.tsx';
import type { AnswerOutcome, RoundStatus } from './round.rules.ts';

export const outcomeWords: Record<AnswerOutcome, string> = {
  taken_over: 'Overgenomen',
  partly: 'Deels overgenomen',
  not_taken_over: 'Niet overgenomen',
  later: 'Komt later terug',
};

/** What a round is, by its state and its days. */
export type RoundMoment = 'draft' | 'coming' | 'running' | 'ended' | 'summarised';

export const momentWords: Record<RoundMoment, string> = {
  draft: 'Concept',
  coming: 'Begint straks',
  running: 'Loopt',
  ended: 'Voorbij, nog geen samenvatting',
  summarised: 'Samengevat',
};

export const momentTones: Record<RoundMoment, StateTone> = {
  draft: 'quiet',
  coming: 'new',
  running: 'busy',
  ended: 'waiting',
  summarised: 'done',
};

export const momentOf = (
  {
    status,
    startsOn,
    endsOn,
  }: { readonly status: RoundStatus; readonly startsOn: string; readonly endsOn: string },
  today: string,
): RoundMoment => {
  if (status !== 'open') return status;
  if (startsOn > today) return 'coming';
  return endsOn < today ? 'ended' : 'running';
};

export const roundLabels = {
  title: 'Titel',
  introduction: 'Inleiding',
  about: 'Waarover gaat deze ronde?',
  roles: 'Wie vraagt u?',
  areas: 'Alleen in deze gebieden',
  boards: 'Alleen bij deze besturen',
  anonymous: 'Met of zonder naam?',
  startsOn: 'Eerste dag',
  endsOn: 'Laatste dag',
  questions: 'Vragen',
  'questions.row': 'Vraag',
  'questions.text': 'Vraag',
  'questions.options': 'Antwoorden om uit te kiezen',
  answers: 'Uw antwoorden',
  'answers.row': 'Vraag',
  'answers.option': 'Uw keuze',
  'answers.text': 'Uw antwoord',
  answerIds: 'Welke antwoorden?',
  outcome: 'Wat is ermee gedaan?',
  outcomeWords: 'In een paar woorden',
  summary: 'Samenvatting',
  summaryFor: 'Voor wie is de samenvatting?',
} as const;

/** Said before somebody takes part, and once more at the form. */
export const secrecyWords = {
  named:
    'Uw naam staat bij uw antwoorden. Wie deze ronde houdt, leest ze. U kunt ze wijzigen tot en met de laatste dag.',
  anonymous:
    'Uw antwoorden dragen geen naam. We bewaren alleen dat u meedeed, niet wat u schreef of wanneer. Niemand leest de antwoorden voordat de ronde voorbij is, en alleen als ten minste vijf mensen meedoen. U kunt ze daarna niet meer wijzigen. Schrijf er zelf ook geen naam in.',
} as const;

export const roundNeedFields = {
  questionsGiven: ['questions'],
  periodAhead: ['startsOn'],
  endsAfterStart: ['endsOn'],
  subjectKnown: ['about'],
  subjectOpen: ['about'],
  placesKnown: ['areas', 'boards'],
  stillRuns: ['endsOn'],
  answersKnown: ['answerIds'],
  summaryGiven: ['summary'],
  staysAmongAsked: ['summaryFor'],
  somethingSaid: ['answers.0.text', 'answers.0.option'],
} as const;
