/** Under which anybody may use released figures again; `tenant.data_licence` knows the same two. */
export const dataLicences = ['CC0-1.0', 'CC-BY-4.0'] as const;
export type DataLicence = (typeof dataLicences)[number];

export interface Licence {
  readonly name: string;
  readonly href: string;
  /** What it allows, in a sentence. */
  readonly means: string;
  /** As a choice. */
  readonly choice: string;
}

export const licenceWords: Readonly<Record<DataLicence, Licence>> = {
  'CC0-1.0': {
    name: 'CC0 1.0',
    href: 'https://creativecommons.org/publicdomain/zero/1.0/',
    means: 'U mag ze voor alles gebruiken, ook zonder ons te noemen.',
    choice: 'CC0 1.0: iedereen mag ze voor alles gebruiken',
  },
  'CC-BY-4.0': {
    name: 'CC BY 4.0',
    href: 'https://creativecommons.org/licenses/by/4.0/',
    means: 'U mag ze voor alles gebruiken, als u ons noemt.',
    choice: 'CC BY 4.0: iedereen mag ze gebruiken en noemt ons als bron',
  },
};
