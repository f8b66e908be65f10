import type { StateTone } from '../../platform/ui/parts.tsx';
import type { EditionStatus } from './profile.rules.ts';

export const editionWords: Record<EditionStatus, string> = {
  draft: 'Concept',
  in_consultation: 'In consultatie',
  adopted: 'Vastgesteld',
};

export const editionTones: Record<EditionStatus, StateTone> = {
  draft: 'quiet',
  in_consultation: 'waiting',
  adopted: 'done',
};

export const profileLabels = {
  name: 'Naam van het functieprofiel',
  role: 'Rol in Kortelijn',
  body: 'Tekst',
  startsOn: 'Geldt vanaf',
} as const;
