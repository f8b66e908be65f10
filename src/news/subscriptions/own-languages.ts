/** The languages we write letters and their pages in ourselves. */
export const ownLanguages = ['nl', 'en', 'ar'] as const;
export type OwnLanguage = (typeof ownLanguages)[number];

/** The language of ours that somebody with this choice reads: Dutch when there is no other. */
export const inOurs = (language: string | undefined): OwnLanguage =>
  ownLanguages.find((one) => one === language) ?? 'nl';

/** A name of another direction within a sentence: signs after it stay where they belong. */
export const apart = (name: string): string => `\u2068${name}\u2069`;
