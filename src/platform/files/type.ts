/** What a file is, by what stands in it. Its name and what the browser says about it are not asked. */
import { isPdf } from './pdf.ts';
import { isJpeg, isPng } from './picture.ts';
import { readXml } from './xml.ts';
import { endsAsZip, type Unzipped, unzip } from './zip.ts';

/** The kinds of files that may come in. */
const kinds = [
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['text/plain', 'txt'],
] as const;

export type MediaType = (typeof kinds)[number][0];

export interface FileKind {
  readonly mediaType: MediaType;
  readonly extension: (typeof kinds)[number][1];
}

/** For `accept` of a file field: «.pdf,.docx,…» */
export const acceptedFiles = `${kinds.map(([, extension]) => `.${extension}`).join(',')},.jpeg`;

/**
 * The kind of file these bytes are, or undefined when they are none of ours: office files with macros, programs or locked parts,
 * SVG, HTML, ZIP bombs, broken files, files that are two things at once, PDF that runs or carries something. Takes at most
 * a quarter of a second, and 60 MB.
 */
export function typeOfContent(bytes: Uint8Array): FileKind | undefined {
  const isZip = latin1(bytes.subarray(0, 4)) === 'PK\x03\x04';
  const mediaType = isZip ? officeType(unzip(bytes), 0) : otherType(bytes);
  const kind = kinds.find(([type]) => type === mediaType);
  return kind === undefined ? undefined : { mediaType: kind[0], extension: kind[1] };
}

function otherType(bytes: Uint8Array): MediaType | undefined {
  if (endsAsZip(bytes)) return undefined;
  if (isPdf(bytes)) return 'application/pdf';
  // Readers of PDF are content when it begins within the first kilobyte.
  if (latin1(bytes.subarray(0, 1_100)).includes('%PDF-')) return undefined;
  if (isPng(bytes)) return 'image/png';
  if (isJpeg(bytes)) return 'image/jpeg';
  return isText(bytes) ? 'text/plain' : undefined;
}

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** UTF-8 that a person can read: no control characters, and no browser or program would take it for its own. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what we look for
    if (/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text)) return false;
    return !/^\s*(?:<[a-z!?/]|#!|@echo|\{\\rtf|%!PS)|<(?:script|svg|iframe|html|body|object)\b/i.test(text);
  } catch {
    return false;
  }
}

const openXmlMain: Readonly<Record<string, MediaType>> = {
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'ppt/presentation.xml': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** A chart brings its sheet along; a sheet inside that sheet is no document any more. */
const deepest = 1;

function officeType(files: Unzipped | undefined, depth: number): MediaType | undefined {
  if (files === undefined || depth > deepest) return undefined;
  const names = [...files.keys()];
  if (names.some(isForbidden)) return undefined;
  const nested = names.filter((name) => /\.(docx|xlsx|pptx|od[tspgf])$/i.test(name));
  if (
    nested.some((name) => officeType(unzip(files.get(name) ?? new Uint8Array()), depth + 1) === undefined)
  ) {
    return undefined;
  }
  const [openXml, openDocument] = [openXmlType(files), openDocumentType(files)];
  return openXml === undefined || openDocument === undefined ? (openXml ?? openDocument) : undefined;
}

/** Macros, controls, embedded programs, and what has no business in a document. */
const isForbidden = (name: string) =>
  /(^|\/)(vba|basic|scripts|macrosheets|activex|ctrlprops|dialogs)[^/]*\//i.test(name) ||
  /(^|\/)(vba|oleobject)[^/]*$/i.test(name) ||
  /\.(exe|dll|com|scr|msi|lnk|jar|class|jse?|vbs?|vbe|wsf|hta|ps1|bat|cmd|sh|py|swf|html?|xhtml|mht|mhtml|zip|rar|7z|pdf|mp4|doc[mt]?|dotm|xls[mb]?|xlt[mx]|ppt[m]?|pps[mx]|pot[mx])$/i.test(
    name,
  ) ||
  (/\.bin$/i.test(name) && !/\/printerSettings\//i.test(name));

function openXmlType(files: Unzipped): MediaType | undefined {
  const mains = Object.keys(openXmlMain).filter((name) => files.has(name));
  const [main = ''] = mains;
  const type = openXmlMain[main];
  if (mains.length !== 1 || type === undefined || !files.has('_rels/.rels') || reachesOut(files))
    return undefined;
  const said = saidTypes(files);
  if (said === undefined || said.get(`/${main}`) !== `${type}.main+xml`) return undefined;
  return [...said.values()].some((one) => /macro|vba|activex|oleobject/i.test(one)) ? undefined : type;
}

/** An address on another machine; a template on the writer's own disk is only one that the reader does not have. */
const elsewhere = /^\s*(?:(?!file:)[a-z][a-z\d+.-]+:|[\\/]{2}|file:(?:[\\/]{2}[^\\/]|[\\/]{4}))/i;

/** Whether opening it fetches something from elsewhere: a template, a picture, another document. A link waits for somebody's click. */
function reachesOut(files: Unzipped): boolean {
  let out = false;
  try {
    for (const [name, part] of files) {
      if (!name.endsWith('.rels')) continue;
      readXml(new TextDecoder('utf-8', { fatal: true }).decode(part), {
        open(_element, attribute) {
          if (attribute('TargetMode') !== 'External' || /\/hyperlink$/.test(attribute('Type') ?? '')) return;
          out ||= elsewhere.test(attribute('Target') ?? '');
        },
        close() {},
        text() {},
      });
    }
    return out;
  } catch {
    return true;
  }
}

/** What the file says its parts are: by name, and by those extensions that it has. */
function saidTypes(files: Unzipped): ReadonlyMap<string, string> | undefined {
  const extensions = new Set([...files.keys()].map((name) => extensionOf(name)));
  const said = new Map<string, string>();
  try {
    readXml(new TextDecoder('utf-8', { fatal: true }).decode(files.get('[Content_Types].xml')), {
      open(element, attribute) {
        const extension = attribute('Extension')?.toLowerCase() ?? '';
        const type = attribute('ContentType') ?? '';
        if (element === 'Override') said.set(attribute('PartName') ?? '', type);
        if (element === 'Default' && extensions.has(extension)) said.set(extension, type);
      },
      close() {},
      text() {},
    });
    return said;
  } catch {
    return undefined;
  }
}

const extensionOf = (name: string) => /\.([^./]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';

function openDocumentType(files: Unzipped): MediaType | undefined {
  const said = files.get('mimetype');
  const manifest = files.get('META-INF/manifest.xml');
  if (said === undefined || manifest === undefined || !files.has('content.xml')) return undefined;
  // What is locked can be read by nobody here.
  if (/encryption-data/i.test(latin1(manifest))) return undefined;
  const type = latin1(said);
  return type === 'application/vnd.oasis.opendocument.text' ||
    type === 'application/vnd.oasis.opendocument.spreadsheet'
    ? type
    : undefined;
}
