/** PDF by its structure, as far as is needed to say that opening one does nothing but show pages. */
import { inflateSync } from 'node:zlib';

/** Names that make a PDF do something or carry another file. Long enough never to be met in packed bytes by chance. */
const active = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia'];
/** Objects of a document of a hundred pages take less than a million bytes. */
const mostPacked = 10_000_000;
const longestDictionary = 100_000;

/** A whole PDF that runs nothing and carries nothing, also not behind names written as «/J#61vaScript» or in packed objects. */
export function isPdf(bytes: Uint8Array): boolean {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!/^%PDF-[12]\.\d/.test(pdf.toString('latin1', 0, 8))) return false;
  const end = pdf.lastIndexOf('%%EOF');
  if (end < 0 || /[^\s\0]/.test(pdf.toString('latin1', end + 5, end + 5_000))) return false;
  if (end + 5_000 <= pdf.length || isActive(pdf.toString('latin1'))) return false;
  try {
    return !packedObjects(pdf).some(isActive);
  } catch {
    // What we cannot unpack we cannot answer for: locked, broken, larger than a document is.
    return false;
  }
}

/** Any character of a name may stand there as «#» and two digits (ISO 32000-1, 7.3.5). */
const activeNames = new RegExp(
  active
    .map((name) => name.replace(/\w/g, (letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`))
    .join('|')
    // A digit of such a code may be a capital.
    .replace(/#(\d)([a-f])/g, (_, first: string, last: string) => `#${first}[${last}${last.toUpperCase()}]`),
);

const isActive = (text: string) => activeNames.test(text);

/** What stands in streams of objects, unpacked. Throws when one cannot be read. */
function packedObjects(pdf: Buffer): readonly string[] {
  const found: string[] = [];
  let left = mostPacked;
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue;
    const dictionary = dictionaryBefore(pdf, at);
    const packing = packingOf(dictionary.replace(/#([\da-f]{2})/gi, (_, code: string) => charOf(code)));
    if (packing === undefined) continue;
    const end = pdf.indexOf('endstream', at);
    const content = pdf.subarray(dataStart(pdf, at + 6), end < 0 ? pdf.length : end);
    const objects = packing === 'none' ? content : inflateSync(content, { maxOutputLength: left });
    left -= objects.length;
    found.push(objects.toString('latin1'));
  }
  return found;
}

/** From the head of the object («9 0 obj») on; a head that stands in a remark or a string is none. */
function dictionaryBefore(pdf: Buffer, at: number): string {
  for (let from = at; from > 0; ) {
    from = pdf.lastIndexOf('obj', from - 1);
    if (from < 0) break;
    const text = pdf.toString('latin1', from + 3, at);
    if (
      /(?:^|[\r\n])\s*\d+\s+\d+\s+$/.test(pdf.toString('latin1', Math.max(0, from - 40), from)) &&
      isWhole(text)
    )
      return text;
    if (at - from > longestDictionary) break;
  }
  throw new Error('a stream without an object');
}

/** Whether no string or dictionary ends in it that began before it. */
function isWhole(text: string): boolean {
  const plain = text.replace(/\\./gs, '').replace(/<[\da-f\s]*>/gi, '');
  const count = (part: string) => plain.split(part).length;
  return (
    count('(') === count(')') && count('<<') === count('>>') && !/[<>]/.test(plain.replace(/<<|>>/g, ''))
  );
}

const charOf = (code: string) => String.fromCharCode(Number.parseInt(code, 16));

/** How a stream of objects is packed; undefined for a stream of something else. */
function packingOf(dictionary: string): 'none' | 'flate' | undefined {
  const holdsObjects =
    /\/ObjStm\b/.test(dictionary) || (/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary));
  if (!holdsObjects) return undefined;
  if (!/\/(?:Filter|F|DecodeParms|DP)\b/.test(dictionary)) return 'none';
  const [, filter] = /\/Filter\s*\[?\s*\/FlateDecode\s*(?:\]|(?=[/>]))(.*)/s.exec(dictionary) ?? [];
  if (filter === undefined || /\/DecodeParms\b|\/DP\b/.test(dictionary))
    throw new Error('packed in a way we do not know');
  return 'flate';
}

/** Behind the end of the line on which «stream» stands. */
function dataStart(pdf: Buffer, at: number): number {
  const line = pdf[at] === 0x0d ? at + 1 : at;
  return pdf[line] === 0x0a ? line + 1 : line;
}
