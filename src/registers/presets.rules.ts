/** Names differ between partnerships: these are the words a new one begins with; its administrator may change them. */
import type { HolidayRegion } from './files/holiday-file.rules.ts';

export const presetNames = ['rotterdam', 'oss-uden'] as const;
export type PresetName = (typeof presetNames)[number];

/** The words that a partnership chooses itself. */
export const labelNames = ['contact_person', 'specialist', 'area', 'committee'] as const;
export type LabelName = (typeof labelNames)[number];
type Labels = Readonly<Record<LabelName, string>>;

export interface Preset {
  readonly labels: Labels;
  readonly holidayRegion: HolidayRegion;
}

export const presets: Readonly<Record<PresetName, Preset>> = {
  rotterdam: {
    labels: {
      contact_person: 'schoolcontactpersoon',
      specialist: 'ondersteuningsspecialist',
      area: 'OAT-gebied',
      committee: 'toelaatbaarheidscommissie',
    },
    holidayRegion: 'midden',
  },
  'oss-uden': {
    labels: {
      contact_person: 'trajectbegeleider',
      specialist: 'ondersteuningsspecialist',
      area: 'gebied',
      committee: 'ACTA',
    },
    holidayRegion: 'zuid',
  },
};

export function isPresetName(text: string): text is PresetName {
  return presetNames.some((name) => name === text);
}

/** A code for an address or command, from a name: «SWV De Maasbrug (Noord)» becomes `swv-de-maasbrug-noord`. At most 40 characters. */
export function codeFromName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return plain.length < 2 ? 'swv' : plain;
}
