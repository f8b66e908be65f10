/** Finds BSN-like numbers, Dutch telephone numbers and mail addresses in folded text. */

import { findNumericDates } from './date-marks.rules.ts';
import type { Span } from './folded-text.rules.ts';

const BSN_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/** Whether eight or nine digits pass the elfproef of a burgerservicenummer; eight stand for nine with a nought in front. */
export function passesElfproef(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits) || /^0+$/.test(digits)) return false;
  const nine = digits.padStart(9, '0');
  const sum = BSN_WEIGHTS.reduce((total, weight, i) => total + weight * Number(nine[i]), 0);
  return sum % 11 === 0;
}

/** Ten digits from 0 (or the letter O), or +31 and nine; of another country + and ten or more. In groups or not. */
const PHONE =
  /(?<!\d)(?:(?:(?:\+|00) ?31[ .\-_/]{0,3}(?:\(0\)[ .\-/]{0,2}|0)?|\(?(?:0|(?<!\p{L})[Oo](?=[ -]?6)) ?)[1-9](?:[ .\-_/()]{0,3}\d){8}|\+ ?[1-9](?:[ .\-/()]{0,3}\d){9,13})(?!\d)/gu;

/** Dutch telephone numbers. A date followed by an hour and a row of times can look like one and are none. */
export function findPhones(text: string): readonly Span[] {
  const dates = findNumericDates(text);
  let next = 0;
  return [...text.matchAll(PHONE)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => {
      while ((dates[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      const holdsDate = (dates[next]?.start ?? Number.POSITIVE_INFINITY) < end;
      return !holdsDate && !mixesDots(text.slice(start, end));
    });
}

/** «08.30-09.15 12» is a row of times: in telephone numbers points stand only among points. */
function mixesDots(phone: string): boolean {
  const inside = phone.replace(/^\D*(?:31)?[^\d.]*/, '');
  return inside.includes('.') && /[ \-/]/.test(inside);
}

const LOCAL_PART = /[\p{L}\p{N}._%+'-]{1,64}$/u;
const DOMAIN = /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/u;

/** The same with its points said aloud: «school punt nl», «school (dot) nl»; or after «at» with an ending that everybody knows. */
const SPOKEN_DOMAIN =
  /^[\p{L}\p{N}-]{1,63}(?: ?[([]?(?:punt|dot)[)\]]? ?[\p{L}\p{N}-]{1,63}){1,4}|^(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:nl|com|org|net|eu|be|de|edu|info)(?!\p{L})/iu;

/** Mail addresses, also «naam (at) school.nl» and «naam at school punt nl». */
export function findEmails(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { 0: at, index } of text.matchAll(
    / ?[@] ?| ?[([](?:at|apenstaartje)[)\]] ?| (?:at|apenstaart(?:je)?) /gi,
  )) {
    const local = LOCAL_PART.exec(text.slice(index < 64 ? 0 : index - 64, index));
    const after = text.slice(index + at.length, index + at.length + 255);
    const domain = (/^ \p{L}/u.test(at) ? null : DOMAIN.exec(after)) ?? SPOKEN_DOMAIN.exec(after);
    if (local === null || domain === null) continue;
    spans.push({ start: index - local[0].length, end: index + at.length + domain[0].length });
  }
  return spans;
}

interface Group extends Span {
  readonly digits: string;
  /** The sign that links it to the group before, or null. */
  readonly link: string | null;
}

/** Numbers that pass the elfproef: in one piece, or in groups such as 1234.56.782 and 123 456 782. */
export function findBsns(text: string): readonly Span[] {
  const groups = groupsOf(text);
  const dates = findNumericDates(text);
  const spans: Span[] = [];
  let next = 0;
  for (let i = 0; i < groups.length; i += 1) {
    const length = bsnLengthAt(text, groups, i);
    const first = groups[i];
    const last = groups[i + length - 1];
    if (length === 0 || first === undefined || last === undefined) continue;
    while ((dates[next]?.end ?? Number.POSITIVE_INFINITY) <= first.start) next += 1;
    if (length > 1 && (dates[next]?.start ?? Number.POSITIVE_INFINITY) < last.end) continue;
    spans.push({ start: first.start, end: last.end });
    i += length - 1;
  }
  return spans;
}

function groupsOf(text: string): readonly Group[] {
  const groups: Group[] = [];
  let before = -1;
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
    const gap = before < 0 || index - before > 3 ? '' : text.slice(before, index);
    const link = /^[ .\-_/]+$/.test(gap) ? gap.trim().slice(0, 1) || ' ' : null;
    before = index + digits.length;
    groups.push({ start: index, end: before, digits, link });
  }
  return groups;
}

/** How many groups from `i` on make one BSN-like number: 0 when none. */
function bsnLengthAt(text: string, groups: readonly Group[], i: number): number {
  let digits = '';
  for (let n = 1; n <= 9; n += 1) {
    const group = groups[i + n - 1];
    if (group === undefined || (n > 1 && group.link === null)) return 0;
    digits += group.digits;
    if (digits.length > 9) return 0;
    if (!passesElfproef(digits)) continue;
    if (n === 1 || isOneNumber(text, groups, i, n)) return n;
  }
  return 0;
}

function isOneNumber(text: string, groups: readonly Group[], i: number, n: number): boolean {
  const own = groups.slice(i, i + n);
  const links = new Set(own.slice(1).map(({ link }) => link));
  const before = groups[i]?.link ?? null;
  const after = groups[i + n]?.link ?? null;
  const alone = before === null && after === null;
  const lengths = own.map(({ digits }) => digits.length);
  if (lengths.every((length) => length === 1)) return alone;
  if (lengths.includes(1) || lengths.every((length) => length < 3)) return false;
  const nine = lengths.reduce((sum, length) => sum + length, 0) === 9;
  // Beside a number written in groups another may stand after a space; after a point or dash it is part of a longer one.
  if (nine ? sticks(before) || sticks(after) : !alone || links.size > 1) return false;
  return (nine || !own.some(isYear)) && !isAmount(text, own, links);
}

function sticks(link: string | null): boolean {
  return link !== null && link !== ' ';
}

/** Eight digits with a year among them are «2026-2027» or «12 11 2026». */
function isYear({ digits }: Group): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}

/** «€ 12.345.678», «12.345.678,00», «12.345.678 euro» */
function isAmount(text: string, groups: readonly Group[], links: ReadonlySet<string | null>): boolean {
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? 0;
  if (!links.has('.') || links.size > 1 || groups.slice(1).some(({ digits }) => digits.length !== 3))
    return false;
  const before = text.slice(start < 5 ? 0 : start - 5, start);
  return /(?:€|eur|euro) ?$/i.test(before) || /^(?:,[\d-]| ?(?:€|eur))/i.test(text.slice(end, end + 5));
}
