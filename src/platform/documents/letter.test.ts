import { describe, expect, it } from 'vitest';
import { textOfContent } from '../files/text.ts';
import { typeOfContent } from '../files/type.ts';
import { PartFailed } from '../part.ts';
import { type Letter, renderLetter } from './letter.ts';
import { renderPdf } from './pdf.ts';

const madeAt = new Date('2026-11-22T09:30:00Z');
const letter: Letter = {
  sender: { name: 'Samenwerkingsverband De Linde', rows: ['Kerkplein 1, 1234 AB Lindenstad'] },
  references: [
    { label: 'Datum', value: '22 november 2026' },
    { label: 'Zaaknummer', value: 'LIN-2026-0042' },
  ],
  subject: 'Besluit over de ondersteuning',
  opening: ['Beste ouder of verzorger,', 'U leest hier wat de commissie besloot.\nEn waarom.'],
  sections: [
    {
      heading: 'Het besluit',
      paragraphs: ['De school krijgt hulp.'],
      facts: [{ label: 'Periode', value: '1 januari tot en met 31 juli 2027' }],
    },
    { heading: 'Bezwaar', items: ['Binnen zes weken', 'Bij het bestuur'] },
  ],
  closing: ['Met vriendelijke groet,'],
};
const odd =
  '#panic() #strong[x] $x^2$ *vet* _schuin_ \\ @noot <label> `code` // weg /* weg */ = kop ~ -- "recht"';

async function wordsOf(pdf: Uint8Array): Promise<string> {
  expect(typeOfContent(pdf)?.extension).toBe('pdf');
  return (await textOfContent(pdf, 'application/pdf'))?.replace(/\s+/g, ' ') ?? '';
}

describe('a letter', () => {
  it('is a tagged PDF in Dutch with a title, for whoever hears it read', async () => {
    const pdf = Buffer.from(await renderLetter(letter, { madeAt })).toString('latin1');
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Lang (nl-NL)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toMatch(/\/Title \(Besluit over de ondersteuning\)/);
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf).toContain('D:20261122093000Z');
  });

  it('says everything it was given, in order', async () => {
    expect(await wordsOf(await renderLetter(letter, { madeAt }))).toBe(
      'Besluit over de ondersteuning ' +
        'Samenwerkingsverband De Linde Kerkplein 1, 1234 AB Lindenstad Naam en adres (vult de school in) ' +
        'Datum 22 november 2026 Zaaknummer LIN-2026-0042 Besluit over de ondersteuning ' +
        'Beste ouder of verzorger, U leest hier wat de commissie besloot. En waarom. ' +
        '1. Het besluit De school krijgt hulp. Periode 1 januari tot en met 31 juli 2027 ' +
        '2. Bezwaar • Binnen zes weken • Bij het bestuur Met vriendelijke groet, ' +
        'Samenwerkingsverband De Linde Pagina 1 van 1',
    );
  });

  it('is the same to the byte a second time, and another a second later', async () => {
    const [once, twice, later] = await Promise.all([
      renderLetter(letter, { madeAt }),
      renderLetter(letter, { madeAt }),
      renderLetter(letter, { madeAt: new Date(madeAt.getTime() + 1_000) }),
    ]);
    expect(Buffer.compare(once, twice)).toBe(0);
    expect(Buffer.compare(once, later)).not.toBe(0);
  });

  it('shows what was typed and never obeys it, in every place', async () => {
    const everywhere: Letter = {
      sender: { name: odd, rows: [odd] },
      references: [{ label: odd, value: odd }],
      subject: odd,
      opening: [odd],
      sections: [{ heading: odd, paragraphs: [odd], facts: [{ label: odd, value: odd }], items: [odd] }],
      closing: [odd],
    };
    const words = await wordsOf(await renderLetter(everywhere, { madeAt }));
    const bare = (text: string) => text.replace(/[\s-]/g, '');
    // The title, sender (also its row), foot, two texts of a fact twice, subject, and one each of the other five.
    expect(bare(words).split(bare(odd)).length - 1).toBe(14);
  });

  it('goes on over the page, with the subject above and the number below', async () => {
    const long = Array.from(
      { length: 60 },
      (_, nth) => `Alinea ${nth + 1}. ${'Hier staat een zin. '.repeat(8)}`,
    );
    const pdf = await renderLetter(
      { ...letter, sections: [{ heading: 'Lang', paragraphs: long }] },
      { madeAt },
    );
    const words = await wordsOf(pdf);
    expect(words).toContain('Alinea 60.');
    expect(words).toMatch(/Pagina 4 van 4/);
  });

  it('still comes with letters that no font may have, only without the promise of PDF/UA', async () => {
    const pdf = await renderLetter({ ...letter, opening: ['Dag 👋🏽 مرحبا \u{10ffff}'] }, { madeAt });
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(await wordsOf(pdf)).toContain('Dag');
  });

  it('takes a text of a hundred thousand characters without a space', async () => {
    const pdf = await renderLetter({ ...letter, opening: ['x'.repeat(100_000)] }, { madeAt });
    expect(typeOfContent(pdf)?.extension).toBe('pdf');
  });

  it('fails at a template that is not there or data that is not whole, and hangs nothing', async () => {
    await expect(renderPdf('platform/documents/none.typ', letter, { madeAt })).rejects.toThrow(PartFailed);
    await expect(renderPdf('platform/documents/letter.typ', {}, { madeAt })).rejects.toThrow(PartFailed);
    await expect(renderPdf('../package.json', {}, { madeAt })).rejects.toThrow(PartFailed);
  });
});
