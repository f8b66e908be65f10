/** Reports in Dutch. What goes by mail says only that there is one. */
import { type CivilDate, showPeriod } from '../../platform/pure/dates.ts';
import { hiddenMeans, hiddenWord } from '../../platform/pure/suppression.ts';
import type { Dimension, Kind, MeasureCode } from '../measures/measure.rules.ts';
import { type Period, schoolYear, schoolYearOf } from '../measures/period.rules.ts';
import type { Every, ReportKind } from './report.rules.ts';

export const kindWords: Readonly<Record<ReportKind, string>> = {
  school: 'Schoolrapport',
  board: 'Bestuursrapport',
  partnership: 'Rapport van het samenwerkingsverband',
  committee: 'Rapport van de commissie',
};

/** «Schoolrapport De Linde» */
export const titleOf = (kind: ReportKind, place: string | null): string =>
  place === null ? kindWords[kind] : `${kindWords[kind]} ${place}`;

/** «Schooljaar 2025-2026», or its days. */
export function periodWords(period: Period): string {
  const year = schoolYearOf(period.from);
  const whole = schoolYear(year);
  return whole.from === period.from && whole.to === period.to
    ? `Schooljaar ${year}-${year + 1}`
    : showPeriod(period.from, period.to);
}

/** «schoolrapport-2025-2026-stand-2026-11-23»: without the name of a place, as files lie about in folders and windows. */
export function fileNameOf({
  kind,
  from,
  to,
  asOf,
}: Period & { readonly kind: ReportKind; readonly asOf: CivilDate }): string {
  const year = schoolYearOf(from);
  const whole = schoolYear(year);
  const period = whole.from === from && whole.to === to ? `${year}-${year + 1}` : `${from}-tm-${to}`;
  return `${titleOf(kind, null).toLowerCase().replaceAll(' ', '-')}-${period}-stand-${asOf}`;
}

/** More is a list to search through. */
const mostNamed = 6;

/** Of which periods there is a report of this kind, for who asked for another. */
export function otherPeriodsWords(kind: ReportKind, periods: readonly Period[]): string {
  const what = `Van deze periode is er geen ${kindWords[kind].toLowerCase()}.`;
  if (periods.length === 0) return `${what} Er zijn nog geen cijfers vastgezet.`;
  const named = periods.slice(0, mostNamed).map((one) => lowerFirst(periodWords(one)));
  const more = periods.length > mostNamed ? ', en eerder' : '';
  return `${what} Wel van: ${named.join('; ')}${more}.`;
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

export const everyWords: Readonly<Record<Every, string>> = {
  month: 'Elke maand, over de maand ervoor',
  quarter: 'Elk kwartaal, over het kwartaal ervoor',
  year: 'Elk schooljaar, over het schooljaar ervoor',
};

/** What its readers must know of how a report was counted. */
export const groundWords: Readonly<Record<ReportKind, string>> = {
  school:
    'Deze cijfers zijn geteld uit wat op de dag van het rapport was opgeschreven. Wie op deze school aan de vragen werkt, ziet ook kleine aantallen. Geef dit rapport niet zomaar door.',
  committee:
    'Geteld zijn de vragen die in deze periode op de agenda van de commissie stonden, zoals ze op de dag van het rapport waren. Er staan kleine aantallen in. Geef dit rapport niet zomaar door.',
  board: 'Deze cijfers zijn na afloop van de periode vastgezet en veranderen niet meer.',
  partnership: 'Deze cijfers zijn na afloop van de periode vastgezet en veranderen niet meer.',
};

export const leadWords =
  'Dit is het rapport zoals een teamleider het leest: doelen van vragen over één leerling zijn niet geteld.';

/** What holds for every report. */
export const readingWords: readonly string[] = [
  hiddenMeans,
  'Bij elk cijfer staat hoeveel gevallen zijn geteld. Een percentage staat er pas vanaf tien gevallen.',
  '«Niet te zeggen» betekent: te weinig gevallen, er wachten er nog te veel, of uit het cijfer is een klein aantal te berekenen.',
  'Wat u leest, gebeurde na de inzet. Dat zegt nog niet dat het door de inzet komt.',
  'Scholen, besturen en mensen staan op naam, nooit op volgorde van een cijfer.',
];

/** Of the drawings, which only the PDF has: they have no axis. */
export const barWords =
  'De balken van één tabel hebben dezelfde schaal. Het geheel van een optelling is niet getekend waar de verdeling dat wel is.';

/** What stands beside the first column of a row. */
export const rowWords: Readonly<Record<Dimension | 'all' | 'part' | 'before' | 'partnership', string>> = {
  all: 'Geheel',
  part: 'Verdeling',
  before: 'Vergelijking',
  partnership: 'Vergelijking',
  board: 'Per bestuur',
  area: 'Per gebied',
  school: 'Per school',
  expertise: 'Per expertise',
  level: 'Per soort vraag',
  kind: 'Per soort',
  ambition: 'Per ambitie',
  quarter: 'Per kwartaal',
};

/** What the kinds of a measure are, where «soort» would not say. */
const kindSplits: Readonly<Partial<Record<MeasureCode, string>>> = {
  goal_levels: 'Per beoordelaar',
  goal_t: 'Per beoordelaar',
  lasted: 'Per beoordelaar',
  basic_support: 'Per criterium',
};

export const rowWord = (measure: MeasureCode, by: keyof typeof rowWords): string =>
  (by === 'kind' ? kindSplits[measure] : undefined) ?? rowWords[by];

/** «Per expertise verborgen: Rekenen, Motoriek.» Without names: all of it. */
export const hiddenWords = (by: string, names: readonly string[]): string =>
  `${by} ${hiddenWord}: ${names.length === 0 ? 'alles' : names.join(', ')}.`;

const parts: Readonly<Partial<Record<MeasureCode, Readonly<Record<string, string>>>>> = {
  light_route_share: { 1: 'Lichte route', 0: 'Over een leerling' },
  schools_unvisited: { 1: 'Geen bezoek', 0: 'Wel bezoek' },
  recorded_on_time: { 1: 'Op tijd', 0: 'Later' },
  confirmed_on_time: { 1: 'Op tijd', 0: 'Later of niet' },
  practice_reuse: { 1: 'Nog gebruikt', 0: 'Niet meer gebruikt' },
};
const agreement: Readonly<Record<string, string>> = {
  same: 'Dezelfde score',
  other: 'Een andere score',
  0: 'Dezelfde score',
  1: 'Eén niveau verschil',
};

const basicSupport: Readonly<Record<string, string>> = { 0: 'nog niet', 1: 'deels', 2: 'op orde' };

/**
 * A part of a figure, by its key.
 * @param nameOf what the kind in it is called: who scored, which criterion
 */
export function partWords(
  measure: MeasureCode,
  kind: Kind,
  key: string,
  nameOf: (kind: string) => string,
): string {
  if (kind === 'agreement') return agreement[key] ?? `${key} niveaus verschil`;
  const named = parts[measure]?.[key];
  if (named !== undefined) return named;
  const [of = '', level] = key.split(':');
  if (measure === 'basic_support') return `${nameOf(of)}: ${basicSupport[level ?? ''] ?? level}`;
  if (level !== undefined) return `${nameOf(of)}: niveau ${Number(level) > 0 ? '+' : ''}${level}`;
  if (measure === 'hand_offs') return key === '1' ? '1 overdracht' : `${key} overdrachten`;
  if (measure === 'satisfaction') return `Cijfer ${key}`;
  return nameOf(key);
}

export const sentBeforeWords = 'U verstuurde dit formulier al eerder.';

export const failureWords: Readonly<Record<string, string>> = {
  noRight: 'Wie dit rapport vroeg, mag het niet meer lezen.',
  nothing: 'Van deze periode zijn op die dag nog geen cijfers vastgezet.',
  broken: 'Er ging bij ons iets mis. Vraag het rapport opnieuw; gaat het weer mis, vertel het de beheerder.',
  keepsEnding: 'Het maken stopte steeds. Vraag het rapport later opnieuw.',
};

export const endedWords: Readonly<Record<string, string>> = {
  stopped: 'Gestopt door u.',
  right_ended: 'Gestopt: u mag dit rapport zelf niet meer lezen.',
  nobody_left: 'Gestopt: geen van de ontvangers mag dit rapport nog lezen.',
};

/** That a report is there: no school, no board, no figure. */
export const readyLetter = {
  subject: 'Er staat een rapport voor u klaar',
  lines: [
    'In Kortelijn staat een nieuw rapport voor u klaar. In deze e-mail staat alleen de weg ernaartoe.',
    'U leest het na het inloggen.',
  ],
};

/** To who arranged the sending. */
export const changedLetter = (lost: number, ended: string | null) => ({
  subject: ended === null ? 'Een rapport gaat naar minder mensen' : 'Een rapport wordt niet meer toegestuurd',
  lines: [
    ended === null
      ? `${lost === 1 ? 'Eén ontvanger' : `${lost} ontvangers`} van een rapport dat u laat toesturen, mag het niet meer lezen en krijgt geen bericht meer.`
      : (endedWords[ended] ?? 'Gestopt.'),
    'Bij de rapporten ziet u wat u laat toesturen.',
  ],
});
