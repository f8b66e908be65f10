/** The text of a PDF: of its pages, remarks, filled-in fields and title. Only ever runs in a process of its own. */
import { getDocumentProxy } from 'unpdf';
import { longestText } from './office-text.ts';

const mostPages = 500;

/** @throws {Error} when it cannot be read, is locked, or is longer than anybody reads */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes, {
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    verbosity: 0,
  });
  if (pdf.numPages > mostPages) throw new Error('more pages than anybody reads');
  const parts: string[] = [titleOf(await pdf.getMetadata())];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
    const remarks = (await page.getAnnotations()).flatMap(remarksOf);
    const text = [words.join(''), ...remarks].join('\n');
    length += text.length;
    if (length > longestText) throw new Error('more text than anybody reads');
    parts.push(text);
    page.cleanup();
  }
  return parts.join('\n');
}

function titleOf({ info }: { readonly info: object }): string {
  return ['Title', 'Subject', 'Keywords']
    .map((name) => Object.entries(info).find(([key]) => key === name)?.[1])
    .filter((value) => typeof value === 'string')
    .join('\n');
}

function remarksOf(annotation: {
  readonly contentsObj?: { readonly str?: unknown };
  readonly fieldValue?: unknown;
}): readonly string[] {
  const said = [annotation.contentsObj?.str, annotation.fieldValue].flat();
  return said.filter((value): value is string => typeof value === 'string' && value !== '');
}
