/** The text of office files: of OOXML (docx, xlsx, pptx) and of OpenDocument (odt, ods). */
import { readXml } from './xml.ts';
import { type Unzipped, unzip } from './zip.ts';

/** @throws {Error} when a part of the file cannot be read, or the text is longer than anybody reads */
export function officeText(files: Unzipped): string {
  const parts: string[] = [];
  addText(files, linesInto(parts), 0);
  return parts.join('');
}

/** Far more than a person writes: a thousand pages. */
export const longestText = 2_000_000;

/** Text that grows, up to a bound. */
interface Lines {
  add(part: string): void;
}

function linesInto(parts: string[]): Lines {
  let length = 0;
  return {
    add(part) {
      length += part.length;
      if (length > longestText) throw new Error('more text than a document has');
      if (part !== '') parts.push(part);
    },
  };
}

function addText(files: Unzipped, text: Lines, depth: number): void {
  const names = [...files.keys()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const strings = sharedStrings(files);
  for (const name of names) {
    if (/\.xml$/.test(name)) addPart(files, name, strings, text);
    else if (/\.(docx|xlsx|pptx|od[ts])$/i.test(name)) {
      const inner = unzip(files.get(name) ?? new Uint8Array());
      if (inner === undefined || depth > 0) throw new Error('an embedded file cannot be read');
      addText(inner, text, depth + 1);
    }
  }
}

function addPart(files: Unzipped, name: string, strings: readonly string[], text: Lines): void {
  if (/^(docProps\/core|meta)\.xml$/.test(name)) titles(files, name, text);
  else if (files.has('mimetype')) {
    if (/(^|\/)(content|styles)\.xml$/.test(name)) openDocumentText(files, name, text);
  } else if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) sheetText(files, name, strings, text);
  else if (/^(word|xl|ppt)\//.test(name) && !wordless.test(name)) openXmlText(files, name, text);
}

/** Parts that hold the words of the program («Klik om de stijl te bewerken») and not of a person. */
const wordless =
  /^(xl\/sharedStrings|\w+\/(styles\w*|numbering|settings|fontTable|webSettings)|ppt\/(slideMasters|slideLayouts|notesMasters|handoutMasters)\/.*|.*\/theme\/.*)\.xml$/;

function sourceOf(files: Unzipped, name: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(files.get(name));
}

/** `t` holds text in all three; `delText` what was taken out and is still there; `text` a remark; `v` a value of a chart. */
const speaking = new Set(['t', 'delText', 'text', 'v']);
const breaks: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };
const ends: Readonly<Record<string, string>> = {
  p: '\n',
  si: '\n',
  comment: '\n',
  cm: '\n',
  pt: '\n',
  sheet: '\n',
};

function openXmlText(files: Unzipped, name: string, text: Lines): void {
  let speaks = 0;
  readXml(sourceOf(files, name), {
    open(element, attribute) {
      if (speaking.has(element)) speaks += 1;
      text.add(breaks[element] ?? '');
      // Names of sheets, and what a picture is said to show.
      if (element === 'sheet') text.add(attribute('name') ?? '');
      if (element === 'docPr' || element === 'cNvPr') {
        const shown = attribute('descr') ?? '';
        if (shown !== '') text.add(`${shown}\n`);
      }
    },
    close(element) {
      if (speaking.has(element)) speaks -= 1;
      text.add(ends[element] ?? '');
    },
    text(value) {
      if (speaks > 0) text.add(value);
    },
  });
}

/** Texts that cells point at by number. */
function sharedStrings(files: Unzipped): readonly string[] {
  if (!files.has('xl/sharedStrings.xml')) return [];
  const strings: string[] = [];
  let now = '';
  let speaks = 0;
  readXml(sourceOf(files, 'xl/sharedStrings.xml'), {
    open(element) {
      if (element === 't') speaks += 1;
    },
    close(element) {
      if (element === 't') speaks -= 1;
      if (element !== 'si') return;
      strings.push(now);
      now = '';
    },
    text(value) {
      if (speaks > 0) now += value;
    },
  });
  return strings;
}

/** A row is a line, so that a first name and a last name stand side by side. */
function sheetText(files: Unzipped, name: string, strings: readonly string[], text: Lines): void {
  let isShared = false;
  let inside = '';
  readXml(sourceOf(files, name), {
    open(element, attribute) {
      inside = element;
      if (element === 'c') isShared = attribute('t') === 's';
    },
    close(element) {
      inside = '';
      if (element === 'c') text.add('\t');
      if (element === 'row' || element.startsWith('odd') || element.startsWith('even')) text.add('\n');
    },
    text(value) {
      if (inside === 'v') text.add(isShared ? (strings[Number(value)] ?? '') : value);
      else if (inside === 't' || /^(odd|even|first)(Header|Footer)$/.test(inside)) text.add(value);
    },
  });
}

function openDocumentText(files: Unzipped, name: string, text: Lines): void {
  let paragraphs = 0;
  let cells = 0;
  readXml(sourceOf(files, name), {
    open(element, attribute) {
      if (element === 'p' || element === 'h') paragraphs += 1;
      if (element === 'table-cell') cells += 1;
      text.add(openDocumentMark(element, attribute));
    },
    close(element) {
      if (element === 'p' || element === 'h') {
        paragraphs -= 1;
        text.add(cells > 0 ? ' ' : '\n');
      } else if (element === 'table-cell') {
        cells -= 1;
        text.add('\t');
      } else if (element === 'table-row') text.add('\n');
    },
    text(value) {
      if (paragraphs > 0) text.add(value);
    },
  });
}

function openDocumentMark(element: string, attribute: (name: string) => string | undefined): string {
  if (element === 's') return ' '.repeat(Math.min(Number(attribute('c') ?? 1) || 1, 100));
  if (element === 'table') return `${attribute('name') ?? ''}\n`;
  return element === 'tab' ? '\t' : element === 'line-break' ? '\n' : '';
}

const titleElements = new Set(['title', 'subject', 'description', 'keywords', 'keyword']);

/** What stands in the properties of a file, without who made it. */
function titles(files: Unzipped, name: string, text: Lines): void {
  let speaks = false;
  readXml(sourceOf(files, name), {
    open(element) {
      speaks = titleElements.has(element);
    },
    close(element) {
      if (titleElements.has(element)) text.add('\n');
      speaks = false;
    },
    text(value) {
      if (speaks) text.add(value);
    },
  });
}
