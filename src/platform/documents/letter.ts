/** The letter of a partnership: the data that `letter.typ` lays out. */
import { renderPdf } from './pdf.ts';

export interface Letter {
  /** Whose letter it is, with the rows of its address under the name. */
  readonly sender: { readonly name: string; readonly rows: readonly string[] };
  /** Date, case number and the like: all but the subject. */
  readonly references: readonly Fact[];
  /** Also the title of the document. */
  readonly subject: string;
  /** Salutation and what comes before the first part. Everywhere: one text is one paragraph, its newlines stay. */
  readonly opening?: readonly string[];
  /** Numbered from 1. */
  readonly sections: readonly LetterSection[];
  /** Stays together on one page: greeting and who signs. */
  readonly closing?: readonly string[];
}

export interface LetterSection {
  readonly heading: string;
  readonly paragraphs?: readonly string[];
  readonly facts?: readonly Fact[];
  readonly items?: readonly string[];
}

interface Fact {
  readonly label: string;
  readonly value: string;
}

/**
 * The letter as PDF, with an empty window for an address that somebody writes by hand.
 * @throws as `renderPdf`
 */
export function renderLetter(letter: Letter, when: { readonly madeAt: Date }): Promise<Uint8Array> {
  return renderPdf('platform/documents/letter.typ', letter, when);
}
