import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { docxOf, officeParts, openDocumentOf, pdfPage, zipOf } from '../../../tests/support/files.ts';
import { acceptedFiles, typeOfContent } from './type.ts';

const kindOf = (bytes: Uint8Array | string) =>
  typeOfContent(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)?.extension;

const pdf = pdfPage(Buffer.from('BT /F 12 Tf 10 100 Td (Dag) Tj ET'));
const docx = docxOf('<w:p><w:r><w:t>Dag</w:t></w:r></w:p>');
const odt = openDocumentOf('text', '<office:document-content/>');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.from('ffc0000b080010001001011100', 'hex'),
  Buffer.from('ffda0008010100003f00', 'hex'),
  Buffer.alloc(80, 0x55),
  Buffer.from('ffd9', 'hex'),
]);

describe('a file is known by what stands in it', () => {
  it.each([
    ['pdf', pdf],
    ['docx', docx],
    ['xlsx', zipOf(officeParts('xlsx'))],
    ['pptx', zipOf(officeParts('pptx'))],
    ['odt', odt],
    ['ods', openDocumentOf('spreadsheet', '<office:document-content/>')],
    ['png', png],
    ['jpg', jpeg],
    // The first letter of a ZIP file.
    ['txt', 'Plan van aanpak'],
    ['txt', 'Dag,\n\tÉén regel — «goed» 👍\r\n'],
  ])('%s', (extension, bytes) => {
    expect(kindOf(bytes)).toBe(extension);
  });

  it('gives the media type with it', () => {
    expect(typeOfContent(docx)).toEqual({
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      extension: 'docx',
    });
    expect(acceptedFiles).toBe('.pdf,.docx,.xlsx,.pptx,.odt,.ods,.png,.jpg,.txt,.jpeg');
  });

  it('a JPEG of a telephone with a smaller picture behind it', () => {
    expect(kindOf(Buffer.concat([jpeg, jpeg]))).toBe('jpg');
  });

  it('a chart with its sheet inside a document', () => {
    const sheet = { 'word/embeddings/Blad1.xlsx': zipOf(officeParts('xlsx')) };
    expect(kindOf(docxOf('', sheet))).toBe('docx');
  });
});

describe('what is none of ours is refused', () => {
  it.each([
    ['nothing', ''],
    ['a GIF', 'GIF89a\x01\x00'],
    ['a Windows program', 'MZ\x90\x00\x03'],
    ['a Linux program', '\x7fELF\x02'],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1000000000000000000', 'hex')],
    ['a plain ZIP', zipOf([{ name: 'brief.txt', content: 'Dag' }])],
    ['an empty ZIP', zipOf([])],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['SVG after a remark', '\n <!-- x --><svg/>'],
    ['XML', '<?xml version="1.0"?><a/>'],
    ['HTML', '<!DOCTYPE html><p>Dag'],
    ['HTML further on', 'Dag <script>alert(1)</script>'],
    ['a script', '#!/bin/sh\nls'],
    ['RTF', '{\\rtf1 Dag}'],
    ['PostScript', '%!PS-Adobe'],
    ['text with a NUL', 'Dag\0'],
    ['text with an escape', 'Dag\x1b[31m'],
    ['text that is no UTF-8', Buffer.from('Eén', 'latin1')],
    ['text in UTF-16', Buffer.from('\ufeffDag', 'utf16le')],
  ])('%s', (_, bytes) => {
    expect(kindOf(bytes)).toBeUndefined();
  });
});

describe('office files with more in them than a document', () => {
  it.each([
    ['macros of Word', 'word/vbaProject.bin'],
    ['macros under another name', 'word/macros.bin'],
    ['an embedded program', 'word/embeddings/oleObject1.bin'],
    ['a control', 'word/activeX/activeX1.xml'],
    ['an old macro sheet', 'xl/macrosheets/sheet1.xml'],
    ['a page of HTML', 'word/afchunk.htm'],
    ['a script', 'word/x.vbs'],
    ['a document with macros inside', 'word/embeddings/x.docm'],
    ['an odd document inside', 'word/embeddings/x.docx'],
  ])('%s', (_, name) => {
    expect(kindOf(docxOf('', { [name]: 'x' }))).toBeUndefined();
  });

  const pointing = (type: string, target: string) =>
    kindOf(
      docxOf('', {
        'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="a" Type="http://x/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
      }),
    );
  it.each([
    ['attachedTemplate', 'https://elsewhere.example/a.dotm'],
    ['image', 'http://elsewhere.example/seen.png'],
    ['attachedTemplate', '\\\\elsewhere\\a.dotm'],
    ['attachedTemplate', 'file://elsewhere/a.dotm'],
    ['attachedTemplate', 'file:///\\\\elsewhere\\a.dotm'],
    ['oleObject', 'mhtml:https://elsewhere.example/a'],
  ])('%s fetched from %s', (type, target) => {
    expect(pointing(type, target)).toBeUndefined();
  });
  it.each([
    ['hyperlink', 'https://elsewhere.example/'],
    ['attachedTemplate', 'file:///C:\\Sjablonen\\brief.dotx'],
    ['externalLink', 'Rooster.xlsx'],
  ])('but not %s to %s', (type, target) => {
    expect(pointing(type, target)).toBe('docx');
  });
  it('ways to elsewhere that cannot be read', () => {
    expect(kindOf(docxOf('', { 'word/_rels/settings.xml.rels': '<a' }))).toBeUndefined();
  });

  it.each(['Basic/Standard/x.xml', 'Scripts/python/x.py'])('a macro of OpenDocument: %s', (name) => {
    expect(kindOf(openDocumentOf('text', '<a/>', { [name]: 'x' }))).toBeUndefined();
  });

  const right =
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>';
  const typed = (said: string) =>
    kindOf(docxOf('', { '[Content_Types].xml': `<Types>${said}</Types>`, 'word/a.dat': 'x' }));

  it.each([
    [
      'a document with macros',
      right.replace(
        'openxmlformats-officedocument.wordprocessingml.document',
        'ms-word.document.macroEnabled',
      ),
    ],
    [
      'a part with macros',
      `${right}<Override PartName="/word/x.xml" ContentType="application/vnd.ms-office.vbaProject"/>`,
    ],
    [
      'an extension with macros',
      `${right}<Default Extension="DAT" ContentType="application/vnd.ms-office.vbaProject"/>`,
    ],
    ['nothing', ''],
    ['something in a remark', `<!-- ${right} -->`],
    ['something that is no XML', `${right}<`],
  ])('one that says it is %s', (_, said) => {
    expect(typed(said)).toBeUndefined();
  });

  it('but what some programs say of extensions that are not there, is no matter', () => {
    expect(typed(`${right}<Default Extension="bin" ContentType="application/x.macroEnabled"/>`)).toBe('docx');
  });

  it('a locked one', () => {
    const manifest = { 'META-INF/manifest.xml': '<manifest:encryption-data/>' };
    expect(kindOf(openDocumentOf('text', '<a/>', manifest))).toBeUndefined();
  });

  it('documents in documents in documents', () => {
    const deep = docxOf('', { 'word/embeddings/b.docx': docxOf('', { 'word/embeddings/c.docx': docx }) });
    expect(kindOf(deep)).toBeUndefined();
  });
});

describe('ZIP files that one reader sees otherwise than another', () => {
  const parts = officeParts('docx');
  const tail = { name: 'word/x.xml', content: '<x/>' };

  it('is right without any of it', () => {
    expect(kindOf(zipOf([...parts, tail]))).toBe('docx');
  });

  it.each([
    ['bytes before', zipOf(parts, { before: 'MZ' })],
    ['bytes before that look right', zipOf(parts, { before: 'PK\x03\x04' })],
    ['bytes between', zipOf(parts, { between: 'x'.repeat(25) })],
    ['a comment', zipOf(parts, { comment: 'hoi' })],
    ['bytes behind', Buffer.concat([zipOf(parts), Buffer.from('hoi')])],
    ['a second ZIP behind', Buffer.concat([zipOf(parts), zipOf(parts)])],
    ['the same name twice', zipOf([...parts, tail, { ...tail, name: 'WORD/X.xml' }])],
    ['two names', zipOf([...parts, { ...tail, listed: 'word/y.xml' }])],
    ['a locked file', zipOf([...parts, { ...tail, flags: 1 }])],
    ['another way of packing', zipOf([...parts, { ...tail, method: 12 }])],
    ['less than it says', zipOf([...parts, { ...tail, size: 5 }])],
    ['more than it says', zipOf([...parts, { ...tail, size: 3 }])],
    ['another checksum', zipOf([...parts, { ...tail, crc: 1 }])],
    ['a way out', zipOf([...parts, { ...tail, name: '../../etc/x.xml' }])],
    ['the root', zipOf([...parts, { ...tail, name: '/etc/x.xml' }])],
    ['a drive', zipOf([...parts, { ...tail, name: 'C:\\x.xml' }])],
    ['two kinds', zipOf([...parts, ...officeParts('xlsx').slice(2)])],
    ['a broken end', zipOf(parts).subarray(0, -1)],
    ['a broken start', zipOf(parts).subarray(1)],
  ])('%s', (_, bytes) => {
    expect(kindOf(bytes)).toBeUndefined();
  });

  it('a bomb that says what it is, at once', () => {
    const bomb = docxOf('', { 'word/media/a.png': Buffer.alloc(70_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    const began = performance.now();
    expect(kindOf(bomb)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('a bomb that says it is small, at once', () => {
    const bomb = zipOf([...parts, { name: 'word/a.xml', content: Buffer.alloc(70_000_000), size: 10 }]);
    const began = performance.now();
    expect(kindOf(bomb)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('more files than a document has', () => {
    const many = Array.from({ length: 2_001 }, (_, nth) => ({ name: `word/${nth}.xml`, content: '' }));
    expect(kindOf(zipOf([...parts, ...many]))).toBeUndefined();
  });
});

describe('files that are two things at once', () => {
  const zip = zipOf([{ name: 'a.txt', content: 'hoi' }]);
  it.each([
    ['PDF and ZIP', Buffer.concat([pdf, zip])],
    ['PDF and ZIP with an end of PDF', Buffer.concat([pdf, zip, Buffer.from('%%EOF')])],
    ['ZIP and PDF', Buffer.concat([zip, pdf])],
    ['PNG and ZIP', Buffer.concat([png, zip])],
    ['JPEG and ZIP', Buffer.concat([jpeg, zip])],
    ['JPEG and film', Buffer.concat([jpeg, Buffer.from('\0\0\0\x18ftypmp42')])],
    ['text and PDF', Buffer.concat([Buffer.from('Dag\n'), pdf])],
    ['PNG with more behind it', Buffer.concat([png, Buffer.from('x')])],
    ['PDF with more behind it', Buffer.concat([pdf, Buffer.from('x'.repeat(20))])],
    ['half a PDF', pdf.subarray(0, -10)],
    ['half a PNG', png.subarray(0, -12)],
    ['half a JPEG', jpeg.subarray(0, -2)],
    ['a PNG of a million by a million', hugePng()],
  ])('%s', (_, bytes) => {
    expect(kindOf(bytes)).toBeUndefined();
  });

  it.each([
    '/OpenAction<</S/JavaScript/JS(x)>>',
    '/OpenAction<</S/J#61vaScript/JS(x)>>',
    '/OpenAction<</S/#4a#61#76#61#53#63#72#69#70#74/JS(x)>>',
    '/OpenAction<</S/#4AavaScript/JS(x)>>',
    '/S/Launch',
    '/S/L#61unch',
    '/EmbeddedFiles 9 0 R',
    '/Subtype/RichMedia',
  ])('PDF that does or carries something: %s', (page) => {
    expect(kindOf(pdfPage(deflateSync('x'), { page }))).toBeUndefined();
  });

  it.each([
    ['packed', '<</S/JavaScript/JS(x)>>', '/Type/ObjStm/N 1/First 4/Filter/FlateDecode'],
    ['packed, by another name', '<</S/Java#53cript>>', '/N 1/First 4/Filter[/FlateDecode]'],
    ['packed, its kind hidden', '<</S/JavaScript>>', '/Type/Obj#53tm/#4e 1/Fir#73t 4 /Filter /FlateDecode'],
    ['packed, behind a remark', '<</S/JavaScript>>', '/N 1/First 4 % 7 0 obj<<\n/Filter/FlateDecode'],
    ['packed, behind a string', '<</S/JavaScript>>', '/N 1/First 4/X(\n7 0 obj<<\\()/Filter/FlateDecode'],
    ['packed, behind figures', '<</S/JavaScript>>', '/N 1/First 4/X<\n7 0 obj<<>/Filter/FlateDecode'],
    ['packed in a way we do not know', '<<>>', '/Type/ObjStm/N 1/First 4/Filter/LZWDecode'],
    ['packed twice', '<<>>', '/Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]'],
    [
      'packed with a key of its own',
      '<<>>',
      '/Type/ObjStm/N 1/First 4/Filter/FlateDecode/DecodeParms<</Predictor 12>>',
    ],
  ])('PDF with objects %s', (_, objects, dictionary) => {
    expect(kindOf(withPacked(deflateSync(`9 0 ${objects}`), dictionary))).toBeUndefined();
  });

  it('PDF with packed objects that are locked, cut off, or grow beyond what a document is', () => {
    const dictionary = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode';
    const whole = deflateSync('9 0 <</S/GoTo>>');
    // The control: the same objects, whole.
    expect(kindOf(withPacked(whole, dictionary))).toBe('pdf');
    expect(kindOf(withPacked(Buffer.from('9 0 <</S/GoTo>>'), '/Type/ObjStm/N 1/First 4'))).toBe('pdf');
    for (const bytes of [
      Buffer.from('x'.repeat(40)),
      whole.subarray(0, 8),
      deflateSync(Buffer.alloc(10_000_001)),
    ])
      expect(kindOf(withPacked(bytes, dictionary))).toBeUndefined();
  });
});

function withPacked(bytes: Buffer, dictionary: string): Buffer {
  const object = [`<<${dictionary}/Length ${bytes.length}>>\nstream\r\n`, bytes, '\nendstream'];
  return pdfPage(deflateSync('x'), {
    more: [Buffer.concat(object.map((part) => Buffer.from(part as string)))],
  });
}

function hugePng(): Buffer {
  const huge = Buffer.from(png);
  huge.writeUInt32BE(1_000_000, 16);
  huge.writeUInt32BE(1_000_000, 20);
  return huge;
}
