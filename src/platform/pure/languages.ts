/** The languages that we write ourselves around a text, which may be in another. */
export const frameLanguages = ['nl', 'en', 'ar'] as const;
export type FrameLanguage = (typeof frameLanguages)[number];

/** The language of what stands around a text in this one: Dutch where we have no words of our own. */
export const frameOf = (language: string | undefined): FrameLanguage =>
  frameLanguages.find((one) => one === language) ?? 'nl';

export const directionOf = (language: string): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

/** A name of another direction within a sentence: signs after it stay where they belong. */
export const apart = (name: string): string => `\u2068${name}\u2069`;
