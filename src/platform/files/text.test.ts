import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { docxOf, officeParts, openDocumentOf, pdfOf, pdfPage, zipOf } from '../../../tests/support/files.ts';
import { textOfContent } from './text.ts';
import { type MediaType, typeOfContent } from './type.ts';

/** As pages do it: the type first. */
async function textOf(bytes: Uint8Array | string): Promise<string | undefined> {
  const file = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const kind = typeOfContent(file);
  if (kind === undefined) throw new Error('none of ours');
  return textOfContent(file, kind.mediaType);
}

const docxType: MediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const drawn = (text: string) => Buffer.from(`BT /F 12 Tf 10 100 Td (${text}) Tj ET`);

describe('the text of a file', () => {
  it('docx: paragraphs, heads, feet, notes, remarks, what was taken out, what a picture shows, the title', async () => {
    const body =
      paragraph('Jan &amp; Piet &#233;&#x1F44D;') +
      '<w:p><w:r><w:t>Een</w:t><w:tab/><w:t>twee</w:t><w:br/><w:t>drie</w:t></w:r></w:p>' +
      '<w:p><w:del><w:r><w:delText>Geschrapt</w:delText></w:r></w:del></w:p>' +
      '<w:drawing><wp:docPr descr="Foto van Kees"/></w:drawing><w:instrText>HYPERLINK</w:instrText>';
    const part = (text: string) => `<w:x>${paragraph(text)}</w:x>`;
    const more = {
      'word/header1.xml': part('Kopregel'),
      'word/footer1.xml': part('Voetregel'),
      'word/footnotes.xml': part('Voetnoot'),
      'word/comments.xml': part('Opmerking'),
      'word/styles.xml': part('Stijl'),
      'docProps/core.xml': '<x><dc:title>Verslag</dc:title><dc:creator>Iemand</dc:creator></x>',
    };
    const text = await textOf(docxOf(body, more));
    expect(text?.split('\n').filter((line) => line !== '')).toEqual([
      'Verslag',
      'Opmerking',
      'Jan & Piet é👍',
      'Een\ttwee',
      'drie',
      'Geschrapt',
      'Foto van Kees',
      'Voetregel',
      'Voetnoot',
      'Kopregel',
    ]);
  });

  it('xlsx: a row is a line, with shared texts, numbers, names of sheets and remarks', async () => {
    const file = zipOf(
      officeParts('xlsx', {
        'xl/workbook.xml': '<workbook><sheet name="Groep 5"/></workbook>',
        'xl/sharedStrings.xml':
          '<sst><si><t>Naam</t></si><si><r><t>Jan </t></r><r><t>Jansen</t></r></si></sst>',
        'xl/worksheets/sheet1.xml':
          '<s><row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>BSN</t></is></c></row>' +
          '<row><c t="s"><v>1</v></c><c><f>A1</f><v>123456782</v></c></row></s>',
        'xl/comments1.xml': '<x><comment><text><r><t>let op</t></r></text></comment></x>',
      }),
    );
    expect(await textOf(file)).toBe('let op\nGroep 5\nNaam\tBSN\t\nJan Jansen\t123456782\t\n');
  });

  it('pptx: slides in order and what the speaker reads, without the words of the program', async () => {
    const slide = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
    const file = zipOf(
      officeParts('pptx', {
        'ppt/slides/slide10.xml': slide('Tien'),
        'ppt/slides/slide2.xml': slide('Twee'),
        'ppt/notesSlides/notesSlide1.xml': slide('Aantekening'),
        'ppt/slideMasters/slideMaster1.xml': slide('Klik om te bewerken'),
      }),
    );
    expect(await textOf(file)).toBe('Aantekening\nTwee\nTien\n');
  });

  it('odt: text, heads and feet', async () => {
    const content =
      '<x><office:scripts>nee</office:scripts><text:h>Kop</text:h>' +
      '<text:p>Jan<text:s text:c="2"/>Jansen<text:tab/>8<text:line-break/>jaar</text:p></x>';
    const styles = {
      'styles.xml': '<x><text:p>Voetregel</text:p></x>',
      'meta.xml': '<x><dc:title>T</dc:title></x>',
    };
    expect(await textOf(openDocumentOf('text', content, styles))).toBe(
      'Kop\nJan  Jansen\t8\njaar\nT\nVoetregel\n',
    );
  });

  it('ods: a row is a line', async () => {
    const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const content = `<x><table:table table:name="Blad"><table:table-row>${cell('Jan')}${cell('8')}</table:table-row></table:table></x>`;
    expect(await textOf(openDocumentOf('spreadsheet', content))).toBe('Blad\nJan \t8 \t\n');
  });

  it('pdf: pages, remarks, filled-in fields, the title', async () => {
    const page = '/Annots[6 0 R 7 0 R]';
    const more = [
      '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Plakbriefje)>>',
      '<</Type/Annot/Subtype/Widget/FT/Tx/T(naam)/Rect[0 0 9 9]/V(Ingevuld)>>',
    ];
    expect(await textOf(pdfPage(drawn('Jan Jansen'), { page, more }))).toBe(
      '\nJan Jansen\nPlakbriefje\nIngevuld',
    );
  });

  it('pdf whose page is packed twice', async () => {
    const twice = deflateSync(deflateSync(drawn('Ingepakt')));
    expect(await textOf(pdfPage(twice, { filter: '/Filter[/FlateDecode/FlateDecode]' }))).toBe('\nIngepakt');
  });

  it('txt', async () => {
    expect(await textOf('\ufeffDag\nJan')).toBe('Dag\nJan');
  });

  it('a sheet behind a chart', async () => {
    const strings = { 'xl/sharedStrings.xml': '<sst><si><t>Verborgen</t></si></sst>' };
    const rows = { 'xl/worksheets/sheet1.xml': '<s><row><c t="s"><v>0</v></c></row></s>' };
    const sheet = zipOf(officeParts('xlsx', { ...strings, ...rows }));
    expect(await textOf(docxOf(paragraph('Zie'), { 'word/embeddings/a.xlsx': sheet }))).toContain(
      'Verborgen',
    );
  });
});

describe('no text, and no harm', () => {
  const none = async (bytes: Uint8Array, type: MediaType = docxType) =>
    expect(await textOfContent(bytes, type)).toBeUndefined();

  it('a picture', () => none(Buffer.from('x'), 'image/png'));
  it('an empty document', () => none(docxOf(paragraph(' '))));
  it('a scan', () => none(pdfPage(Buffer.from('')), 'application/pdf'));
  it('what is no PDF', () => none(Buffer.from('%PDF-1.4 x'), 'application/pdf'));
  it('what is no ZIP', () => none(Buffer.from('PK')));
  it('XML that names itself a billion times', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x><w:t>&b;</w:t></x>';
    return none(docxOf('', { 'word/document.xml': bomb }));
  });
  it('XML that asks for a file of the machine', async () => {
    const asks = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x><w:t>&a;</w:t></x>';
    await none(docxOf('', { 'word/document.xml': asks }));
    expect(await textOf(docxOf(paragraph('&a;')))).toBe('&a;\n');
  });
  it('elements in elements, a million deep', () => none(docxOf('<w:p>'.repeat(1_000_000))));
  it('a tag without an end', () => none(docxOf(`<w:p ${'a="b" '.repeat(1_000_000)}`)));
  it('XML in another alphabet than UTF-8', () =>
    none(docxOf('', { 'word/document.xml': Buffer.from(paragraph('Eén'), 'latin1') })));
  it('more text than a document has', () => none(docxOf(paragraph('x'.repeat(2_000_001)))));
  it('a million cells of one long text', () => {
    const rows = `<s><row>${'<c t="s"><v>0</v></c>'.repeat(1_000_000)}</row></s>`;
    const long = `<sst><si><t>${'x'.repeat(10_000)}</t></si></sst>`;
    return none(
      zipOf(officeParts('xlsx', { 'xl/worksheets/sheet1.xml': rows, 'xl/sharedStrings.xml': long })),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
  });
  it('a PDF of a few thousand bytes that unpacks to half a gigabyte', () => {
    const bomb = deflateSync(deflateSync(Buffer.alloc(500_000_000, ' ')));
    expect(bomb.length).toBeLessThan(10_000);
    return none(pdfPage(bomb, { filter: '/Filter[/FlateDecode/FlateDecode]' }), 'application/pdf');
  });
  it('a PDF of ten thousand pages', () => {
    const kids = Array.from({ length: 10_000 }, (_, nth) => `${nth + 3} 0 R`).join(' ');
    const pages = Array<string>(10_000).fill('<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>');
    const file = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${kids}]/Count 10000>>`,
      ...pages,
    ]);
    return none(file, 'application/pdf');
  });
  it('a PDF with lists in lists, a million deep', () => {
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
    return none(pdfOf([`<</Type/Catalog/Pages 2 0 R/X ${deep}>>`, '<</Kids[]/Count 0>>']), 'application/pdf');
  });
  it('a PDF whose pages hold themselves', () => {
    const loop = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 400>>'];
    return none(pdfOf(loop), 'application/pdf');
  });
});
