/** The languages a post can be in, with their own names. */
export const languages = ['nl', 'en', 'ar', 'tr', 'pl', 'uk'] as const;
export type Language = (typeof languages)[number];

export const languageNames: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  en: 'English',
  ar: 'العربية',
  tr: 'Türkçe',
  pl: 'Polski',
  uk: 'Українська',
};

/** The same in Dutch, for writers. */
export const languagesInDutch: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  en: 'Engels',
  ar: 'Arabisch',
  tr: 'Turks',
  pl: 'Pools',
  uk: 'Oekraïens',
};
