/** Files made by hand: ZIP files with everything wrong that can be, office files, PDF. */
import { crc32, deflateRawSync } from 'node:zlib';

interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the head says instead of the truth. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** The name in the list at the end, when it is another. */
  readonly listed?: string;
}

export function zipOf(parts: readonly ZipPart[], { before = '', between = '', comment = '' } = {}): Buffer {
  const chunks: Buffer[] = [Buffer.from(before)];
  const list: Buffer[] = [];
  let offset = chunks[0]?.length ?? 0;
  for (const part of parts) {
    const { head, packed, entry } = zipPart(part, offset);
    chunks.push(head, packed, Buffer.from(between));
    list.push(entry);
    offset += head.length + packed.length + between.length;
  }
  const size = list.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...chunks, ...list, end, Buffer.from(comment)]);
}

function zipPart(part: ZipPart, offset: number) {
  const content = Buffer.from(part.content as string);
  const { name, size = content.length, crc = crc32(content), flags = 0, method = 8, listed = name } = part;
  const packed = method === 8 ? deflateRawSync(content) : content;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(flags, 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(crc, 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(size, 18);
  const named = (text: string) => {
    const said = Buffer.from(common);
    said.writeUInt16LE(Buffer.byteLength(text), 22);
    return said;
  };
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return {
    packed,
    head: Buffer.concat([Buffer.from('PK\x03\x04'), named(name), Buffer.from(name)]),
    entry: Buffer.concat([
      Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
      named(listed),
      rest.subarray(0, 2 + 2 + 2 + 4 + 4),
      Buffer.from(listed),
    ]),
  };
}

const ooxml = 'application/vnd.openxmlformats-officedocument';
const mains = {
  docx: ['word/document.xml', `${ooxml}.wordprocessingml.document.main+xml`],
  xlsx: ['xl/workbook.xml', `${ooxml}.spreadsheetml.sheet.main+xml`],
  pptx: ['ppt/presentation.xml', `${ooxml}.presentationml.presentation.main+xml`],
} as const;

/** The parts every file of this kind has; `more` replaces or adds. */
export function officeParts(
  kind: keyof typeof mains,
  more: Readonly<Record<string, string | Uint8Array>> = {},
) {
  const [main, type] = mains[kind];
  const parts: Readonly<Record<string, string | Uint8Array>> = {
    '[Content_Types].xml': `<Types><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    '_rels/.rels': '<Relationships/>',
    [main]: '<root/>',
    ...more,
  };
  return Object.entries(parts).map(([name, content]) => ({ name, content }));
}

export const docxOf = (body: string, more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  zipOf(
    officeParts('docx', {
      'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
      ...more,
    }),
  );

/** OpenDocument: the type comes first and is not packed. */
export function openDocumentOf(
  kind: 'text' | 'spreadsheet',
  content: string,
  more: Readonly<Record<string, string>> = {},
): Buffer {
  const parts = { 'META-INF/manifest.xml': '<manifest:manifest/>', 'content.xml': content, ...more };
  return zipOf([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, method: 0 },
    ...Object.entries(parts).map(([name, inside]) => ({ name, content: inside })),
  ]);
}

/** A PDF of these objects, the first one its catalog. */
export function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let at = 9;
  objects.forEach((object, nth) => {
    places.push(at);
    const chunk = Buffer.concat([
      Buffer.from(`${nth + 1} 0 obj\n`),
      Buffer.from(object as string),
      Buffer.from('\nendobj\n'),
    ]);
    chunks.push(chunk);
    at += chunk.length;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  chunks.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}

/** One page that shows these drawing orders. `page` adds to the page, `more` adds objects from number 6 on. */
export function pdfPage(
  orders: Uint8Array,
  { filter = '', page = '', more = [] as readonly (string | Buffer)[] } = {},
): Buffer {
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>${page}>>`,
    Buffer.concat([
      Buffer.from(`<<${filter}/Length ${orders.length}>>\nstream\n`),
      orders,
      Buffer.from('\nendstream'),
    ]),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...more,
  ]);
}
