/** Working rules in Dutch. */
import { explainBy, type Sentences, type Unmet } from '../refusal.words.ts';
import type { Need, Subject } from './rule.rules.ts';

export const subjectWords: Readonly<Record<Subject, { readonly label: string; readonly path: string }>> = {
  concerns: { label: 'Zorgen delen', path: '/zorgen/werkwijze' },
  questions: { label: 'Ondersteuningsvragen', path: '/vragen/werkwijze' },
  committee: { label: 'Commissie', path: '/vragen/werkwijze' },
  stationing: { label: 'Stationeren', path: '/inzet/werkwijze' },
};

export type Trouble = Need | 'writingAidLooks';

const troubles: Sentences<Trouble> = {
  postStands: { field: '', detail: 'Dit bericht is ingetrokken. Een werkafspraak kan er niet meer bij.' },
  startsAhead: {
    field: 'startsOn',
    detail: 'Een werkafspraak begint niet voordat het bericht bekend is. Kies die dag of een latere.',
  },
  dayFree: {
    field: 'startsOn',
    detail: 'Op deze dag begint al een werkafspraak over dit onderwerp. Kies een andere dag.',
  },
  bodyGiven: { field: 'body', detail: 'Schrijf op hoe er vanaf die dag wordt gewerkt.' },
  noOpenMarks: { field: '', detail: 'De schrijfhulp ziet iets dat er misschien niet hoort. Kijk het na.' },
  writingAidLooks: {
    field: '',
    detail: 'De schrijfhulp kan nu niet kijken. Uw tekst is niet bewaard. Probeer het zo nog eens.',
  },
};

export const explain = (codes: readonly string[]): readonly Unmet[] => explainBy(troubles, codes);
