/** Sentences with places where a name belongs. The planner knows no names: the page fills them in for a reader who may know them. */

export interface Ref {
  readonly ref: 'specialist' | 'school' | 'board' | 'area' | 'expertise' | 'demand';
  readonly id: string;
}

export type Sentence = readonly (string | Ref)[];

/** «${ref('specialist', id)} komt.» as a sentence; a sentence may stand in a sentence. */
export function sentence(
  texts: TemplateStringsArray,
  ...parts: readonly (string | number | Ref | Sentence)[]
): Sentence {
  const found = texts.flatMap((text, nth): (string | Ref)[] => {
    const part = parts[nth];
    if (part === undefined) return [text];
    if (typeof part === 'number') return [text, showNumber(part)];
    return [text, ...(typeof part === 'string' || 'ref' in part ? [part] : part)];
  });
  return joined(found);
}

export const ref = (kind: Ref['ref'], id: string): Ref => ({ ref: kind, id });

/** The text, with a name for each place. */
export function say(words: Sentence, nameOf: (ref: Ref) => string): string {
  return words.map((part) => (typeof part === 'string' ? part : nameOf(part))).join('');
}

/** «a, b en c» */
export function listed(parts: readonly (Sentence | Ref)[]): Sentence {
  const all = parts.flatMap((part, nth): Sentence => {
    const before = nth === 0 ? '' : nth === parts.length - 1 ? ' en ' : ', ';
    return [before, ...('ref' in part ? [part] : part)];
  });
  return joined(all);
}

const numbers = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });

/** At most one decimal; nothing is never below nothing. */
export const showNumber = (n: number) => numbers.format(Math.abs(n) < 0.05 ? 0 : n).replace('-', '−');

/** «een half dagdeel», «een dagdeel», «2,5 dagdelen» */
export function dagdelen(halves: number): string {
  if (halves === 1) return 'een half dagdeel';
  return halves === 2 ? 'een dagdeel' : `${showNumber(halves / 2)} dagdelen`;
}

export const points = (n: number) => `${showNumber(n)} ${showNumber(n) === '1' ? 'punt' : 'punten'}`;

/** One text where texts meet, none where they are empty. */
function joined(parts: Sentence): Sentence {
  const found: (string | Ref)[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (typeof part === 'string' && typeof last === 'string') found[found.length - 1] = last + part;
    else if (part !== '') found.push(part);
  }
  return found;
}
