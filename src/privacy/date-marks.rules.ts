/** Finds dates in folded text, and among them the ones that are surely somebody's birthday. */

import type { CivilDate } from '../platform/pure/dates.ts';
import type { Span } from './folded-text.rules.ts';

const NUMERIC =
  /(?<!\d|\d[-.])(?:(\d{1,2})([-./])(\d{1,2})\2(\d{4})|(\d{4})([-./])(\d{1,2})\6(\d{1,2}))(?![-.]?\d)/g;
const WRITTEN =
  /(?<!\d)(\d{1,2})(?:ste|de|e)?[ .-]{0,2}(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec)(?!\p{L})(?:\.?[ .,-]{0,3}('?\d{2}|\d{4})(?!\d|[.:]\d| ?uur))?/giu;
/** A year of two figures: only with dashes, for «8.30.15» and «5/6/07» are other things. */
const CLIPPED = /(?<![\d-])(\d{1,2})-(\d{1,2})-'?(\d{2})(?![-\d]| ?(?:jaar|uur|leerlingen|kinderen))/giu;
/** «drie mei», «de eenentwintigste maart»: a day in words. */
const SPELLED =
  /(?<!\p{L})(?:een|eerste|twee|tweede|drie|derde|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)entwintig|dertig|eenendertig)(?:ste|de)? (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?!\p{L})/giu;
/** Dates that say nothing but beside a word such as «geb.»: 12-11, 12/11/18, 12112018. */
const SHORT = /(?<![\d.,-])(?:\d{1,2}([-./])\d{1,2}(?:\1\d{2})?|\d{8})(?![-./]?\d)/g;

const WORD_BEFORE =
  /(?<!\p{L})(?:geb\.?(?: ?datum)?|geboren|geboortedatum|geboortedag|gbdatum|jarig|verjaardag|verjaart|verjaarde)(?!\p{L})[^.!?;\n]{0,20}$/iu;
const WORD_AFTER =
  /^[^.!?;\n\d]{0,20}(?<!\p{L})(?:geboren|geb\.|geboortedatum|jarig|verjaart|zijn verjaardag|haar verjaardag)(?!\p{L})/iu;
const SCHOOL_LIFE_BEFORE =
  /(?<!\p{L})(?:sinds|vanaf|per|tot|tot en met|t\/m|d\.d\.|dd\.?|(?:maan|dins|woens|donder|vrij|zater|zon)dag) $/iu;

/** The years in which pupils were born: from three years ago (voorschool) to twenty-one (the end of vso). */
const YOUNGEST = 3;
const OLDEST = 21;

interface FoundDate extends Span {
  readonly year: number | null;
}

/** Full dates in figures, 12-11-2026 or 2026-11-12, in order of place. */
export function findNumericDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(NUMERIC)].flatMap((match) => {
    const year = Number(match[4] ?? match[5]);
    const month = Number(match[3] ?? match[7]);
    const day = Number(match[1] ?? match[8]);
    const exists = month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1900 && year < 2100;
    return exists ? [{ start: match.index, end: match.index + match[0].length, year }] : [];
  });
}

/**
 * Birthdays: any date beside «geb.», «geboren», «geboortedatum» or «jarig», and a full date on which a pupil may have been
 * born. «Sinds», «vanaf», «per», «tot» or a weekday before a date shows that it is about
 * school life.
 */
export function findBirthDates(text: string, today: CivilDate): readonly Span[] {
  const thisYear = Number(today.slice(0, 4));
  const full = [...findNumericDates(text), ...findClippedDates(text), ...findWrittenDates(text)].filter(
    (date) => {
      if (isBesideWord(text, date)) return true;
      const age = thisYear - (date.year ?? thisYear);
      const before = text.slice(date.start < 16 ? 0 : date.start - 16, date.start);
      return age >= YOUNGEST && age <= OLDEST && !SCHOOL_LIFE_BEFORE.test(before);
    },
  );
  const short = [...text.matchAll(SHORT), ...text.matchAll(SPELLED)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((date) => isBesideWord(text, date));
  return [...full, ...short];
}

function findClippedDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(CLIPPED)].flatMap(({ 0: date, 1: day, 2: month, 3: year, index }) =>
    Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
      ? [{ start: index, end: index + date.length, year: 2000 + Number(year) }]
      : [],
  );
}

function findWrittenDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(WRITTEN)].map((match) => {
    // «3 mei '14» is a year; «3 mei 14» may be anything.
    const figures = match[2] ?? '';
    const year =
      figures.length === 4
        ? Number(figures)
        : figures.startsWith("'")
          ? 2000 + Number(figures.slice(1))
          : null;
    return { start: match.index, end: match.index + match[0].length, year };
  });
}

function isBesideWord(text: string, { start, end }: Span): boolean {
  const before = text.slice(start < 40 ? 0 : start - 40, start);
  return WORD_BEFORE.test(before) || WORD_AFTER.test(text.slice(end, end + 35));
}
