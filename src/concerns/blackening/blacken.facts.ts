/** Which texts of a concern somebody may blacken words in: the ones they wrote themselves, once the concern was shared. */
import type { ConcernRow, Entry } from '../concern.store.ts';
import { noteTexts } from '../concern-writes.store.ts';

/** Why words go; no more is ever said of them. */
export const reasons = ['name', 'child', 'health', 'contact', 'other'] as const;
export type Reason = (typeof reasons)[number];

/** A text by its place: a field of the note (entry null) or of an entry, as the API names it: `text`, `agreements.0.what`. */
export interface Place {
  readonly entry: number | null;
  readonly field: string;
}

export interface Passage extends Place {
  readonly text: string;
}

export const entryFields = ['text', 'goesWell', 'reason', 'outcome'] as const;
export const agreementFields = ['what', 'who', 'childrenNotice'] as const;

/** Everything that this person wrote in the concern, the note first. */
export function passagesOf(concern: ConcernRow, personId: string): readonly Passage[] {
  if (concern.status === 'noted') return [];
  const own = (entry: Entry) => entry.person?.id === personId;
  const written: readonly Written[] = [
    ...(concern.author.id === personId
      ? noteTexts.map((field) => ({ entry: null, field, text: concern[field] }))
      : []),
    ...concern.entries
      .filter(own)
      .flatMap((entry) => textsOf(entry).map((one) => ({ ...one, entry: entry.version }))),
  ];
  return written.flatMap(({ text, ...place }) =>
    text !== null && /\S/.test(text) ? [{ ...place, text }] : [],
  );
}

interface Written extends Place {
  readonly text: string | null;
}

function textsOf(entry: Entry): readonly { readonly field: string; readonly text: string | null }[] {
  return [
    { field: 'text', text: entry.text },
    { field: 'goesWell', text: entry.goesWell },
    { field: 'reason', text: entry.reason },
    { field: 'outcome', text: entry.step === 'close' ? entry.choice : null },
    ...entry.agreements.flatMap((agreement, position) =>
      agreementFields.map((field) => ({ field: `agreements.${position}.${field}`, text: agreement[field] })),
    ),
  ];
}

/** The column and, of an agreement, its position; undefined when no text is called so. */
export function columnOf({
  entry,
  field,
}: Place): { readonly field: string; readonly position: number | null } | undefined {
  const fields: readonly string[] = entry === null ? noteTexts : entryFields;
  if (fields.includes(field)) return { field, position: null };
  const [, position, of] = /^agreements\.(\d{1,3})\.(\w+)$/.exec(field) ?? [];
  if (entry === null || position === undefined || of === undefined) return undefined;
  return agreementFields.some((one) => one === of) ? { field: of, position: Number(position) } : undefined;
}

/** A place as one word in a form or an address: `v0.observation` (the note), `v5.text`. */
export const placeKey = ({ entry, field }: Place) => `v${entry ?? 0}.${field}`;

/** Undefined when the word names no place. */
export function placeOf(key: string): Place | undefined {
  const [, version, field] = /^v(\d{1,9})\.([\w.]{1,60})$/.exec(key) ?? [];
  if (version === undefined || field === undefined) return undefined;
  return { entry: version === '0' ? null : Number(version), field };
}
