/** What somebody outside chooses about the letters they get. The same choices stand in migrations/0043 and 0046. */
import { type FrameLanguage, frameLanguages } from '../../platform/pure/languages.ts';

export const letterAudiences = ['public', 'parents'] as const;
export type LetterAudience = (typeof letterAudiences)[number];

/** At once = within some minutes; daily and weekly at seven, a week ends on Monday. */
export const frequencies = ['at_once', 'daily', 'weekly'] as const;
export type Frequency = (typeof frequencies)[number];

/** How a subscription can have ended. */
export const endings = ['stopped', 'refused', 'unconfirmed'] as const;
export type Ending = (typeof endings)[number];

export interface Wishes {
  readonly language: FrameLanguage;
  readonly audiences: readonly LetterAudience[];
  /** Codes; empty: everything. */
  readonly topics: readonly string[];
  readonly frequency: Frequency;
}

/** What somebody gets who chooses nothing. */
export const usualWishes: Wishes = {
  language: frameLanguages[0],
  audiences: ['public'],
  topics: [],
  frequency: 'weekly',
};
