/** Finds initials in folded text: «J.», «J. de V.», «de jongen M», «leerling m.». */

import type { Span } from './folded-text.rules.ts';

const DOTTED =
  /(?<![\p{L}\p{N}.])\p{Lu}\. ?(?:(?:van|de|der|den|el|al|v\.?d\.?)\s){0,3}(?:\p{Lu}[a-z]?\.? ?(?![\p{L}\p{N}])){0,4}/gu;
const PERSON =
  /(?<!\p{L})(?:leerling|jongen|jongetje|meisje|kind|kleuter|broertje|broer|zusje|zus|zoontje|zoon|dochtertje|dochter|moeder|vader|ouders?|collega|leerkracht|meester|juf|meneer|mevrouw|mw\.?|dhr\.?|moeder van|vader van|ouders van) $/iu;
const BARE = /(?<![\p{L}\p{N}.'])(?:\p{Lu}(?:(?:d|v|vd)?\p{Lu})?|[b-df-hj-np-tv-z])\.?(?![\p{L}\p{N}'])/gu;
/** What stands before a letter that names a thing: «groep A», «plan B.», «lokaal C». */
const THING =
  /(?<!\p{L})(?:groep|klas|lokaal|plan|niveau|gebouw|deel|optie|lijst|bijlage|vitamine|hepatitis|rijbewijs|team|unit|blok|cito|score|scoort|route|variant|vak|ingang|fase|type|punt|stap|spoor|stroom|toets|letter|klank|categorie|kolom|zone|vleugel|keuze|doel|scenario|rang|een) (?:een )?(?:\p{Lu}(?:,| en| of|\/) ?)*$/iu;
const AFTER_LINK = /(?<!\p{L})(?:met|door|bij|tegen|over|dat|omdat|toen|zodat|want|als|aan) $/iu;
/** Letters that are a word, an abbreviation or a thing by themselves. */
const NO_INITIALS = new Set(
  'u o n.b. p.s. b.v. n.v. d.v. s.o. v.o. p.o. a.d. ib vo po so mr or id bo op rt lb lc la hb nt ab ad io oa bs mt'.split(
    ' ',
  ),
);

/** The places of initials, in order. */
export function findInitials(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(DOTTED)) {
    const letters = match[0].trimEnd();
    const before = headOf(text, match.index);
    const single = /^\p{Lu}\.$/u.test(letters);
    if (NO_INITIALS.has(letters.toLowerCase().replaceAll(' ', '')) || THING.test(before)) continue;
    if (single && isListLetter(text, match.index, before)) continue;
    spans.push({ start: match.index, end: match.index + letters.length });
  }
  for (const match of text.matchAll(BARE)) {
    const letters = match[0].replace(/\.$/, '');
    const before = headOf(text, match.index);
    if (NO_INITIALS.has(letters.toLowerCase())) continue;
    const linked = /^\p{Lu}$/u.test(letters) && !/[AZ]/.test(letters) && AFTER_LINK.test(before);
    if (PERSON.test(before) || linked) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** «A. De klas» at the start of a line numbers a list; «groep 4 A.» ends a sentence. */
function isListLetter(text: string, at: number, before: string): boolean {
  const starts = /(?:^|\n)\s*$/.test(before);
  const next = text.slice(at + 2, at + 5);
  if (starts) return !/^ \p{Ll}/u.test(next);
  return /(?:\d ?|[.!?] )$/.test(before) && !/^ \p{Ll}/u.test(next);
}

/** The stretch before a place that tells what a letter means. */
const headOf = (text: string, at: number) => text.slice(at < 40 ? 0 : at - 40, at);
