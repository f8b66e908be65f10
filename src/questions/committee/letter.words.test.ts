import { describe, expect, it } from 'vitest';
import type { LetterFacts } from './letter.store.ts';
import { decidedSentence, decisionLetter, defaultObjection, unknownPlaceholders } from './letter.words.ts';

const facts: LetterFacts = {
  questionId: '0190a000-0000-7000-8000-000000000001',
  relations: ['committee_secretary'],
  tenantName: 'Samenwerkingsverband Proef',
  number: 'AB12CD',
  level: 'pupil',
  pseudonym: 'Zeester',
  caseNumber: 'OT 2026 14',
  kind: 'arrangement',
  granted: true,
  dagdelen: 12,
  budget: null,
  from: '2026-04-01',
  to: '2026-07-10',
  tlv: null,
  decidedOn: '2026-03-16',
  reasons: 'De leerling leert in een kleine groep.\n\nDe school heeft al veel gedaan.',
  settings: { address: null, signature: null, objection: null },
};
const tlv: LetterFacts = {
  ...facts,
  kind: 'tlv',
  dagdelen: null,
  tlv: { schoolType: 'SO', category: 3, caseNumber: 'TLV 88' },
};
const letter = (more: Partial<LetterFacts> = {}, base = facts) =>
  decisionLetter({ ...base, ...more }, 'ACTA', '2026-03-18');
const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? `${value}\n`
    : Object.values(value as object)
        .map(textOf)
        .join('');

describe('the decision letter', () => {
  it('says what was decided, in one sentence', () => {
    expect(decidedSentence(facts)).toBe('Wij kennen extra ondersteuning toe: 12 dagdelen.');
    expect(decidedSentence({ ...facts, dagdelen: 1 })).toBe('Wij kennen extra ondersteuning toe: 1 dagdeel.');
    expect(decidedSentence({ ...facts, dagdelen: null, budget: 1250 }).replace(/\s/g, ' ')).toBe(
      'Wij kennen extra ondersteuning toe: een budget van € 1.250,00.',
    );
    expect(decidedSentence({ ...facts, granted: false })).toBe('Wij kennen geen extra ondersteuning toe.');
    expect(decidedSentence(tlv)).toContain('voor speciaal onderwijs (SO), categorie hoog.');
    expect(
      decidedSentence({ ...tlv, tlv: { schoolType: 'SBO', category: null, caseNumber: 'x' } }),
    ).toContain('voor speciaal basisonderwijs (SBO).');
    expect(decidedSentence({ ...tlv, granted: false, tlv: null })).toContain(
      'geen toelaatbaarheidsverklaring',
    );
  });

  it('names the case by its own number, and by ours', () => {
    const values = ({ references }: ReturnType<typeof letter>) => references.map(({ value }) => value);
    expect(values(letter())).toEqual(['18 maart 2026', 'OT 2026 14', 'AB12CD', 'Zeester', '16 maart 2026']);
    expect(values(letter({}, tlv))).toContain('TLV 88');
    expect(values(letter({ level: 'group', pseudonym: null, caseNumber: null }))).toEqual([
      '18 maart 2026',
      'AB12CD',
      '16 maart 2026',
    ]);
  });

  it('gives the reasons in paragraphs, and the period', () => {
    const { sections } = letter();
    expect(sections[1]?.paragraphs).toEqual([
      'De leerling leert in een kleine groep.',
      'De school heeft al veel gedaan.',
    ]);
    expect(sections[2]?.paragraphs).toEqual(['Dit besluit geldt van 1 april tot en met 10 juli 2026.']);
  });

  it('of a refusal holds no period and no next step, and still tells how to object', () => {
    const headings = letter({ granted: false, from: null, to: null }).sections.map(({ heading }) => heading);
    expect(headings).toEqual([
      'Wat is het besluit?',
      'Waarom is dat zo besloten?',
      'Wat kunt u doen als u het niet eens bent met dit besluit?',
      'Hebt u een vraag?',
    ]);
  });

  it('fills in the text of the partnership about objecting', () => {
    const settings = {
      address: 'Postbus 1\n1234 AB Kadewijk',
      signature: 'De voorzitter',
      objection:
        'Schrijf {samenwerkingsverband}, {adres}, over {zaaknummer} van de {commissie} voor {laatsteDag}.',
    };
    const written = letter({ settings });
    expect(written.sections.at(-2)?.paragraphs).toEqual([
      'Schrijf Samenwerkingsverband Proef, Postbus 1\n1234 AB Kadewijk, over OT 2026 14 van de ACTA voor 29 april 2026.',
    ]);
    expect(written.sender.rows).toEqual(['Postbus 1', '1234 AB Kadewijk']);
    expect(written.closing).toContain('De voorzitter');
  });

  it('leaves no placeholder open with the text that a partnership begins with', () => {
    expect(textOf(letter())).not.toMatch(/[{}]/);
    expect(textOf(letter())).toContain('uiterlijk op 29 april 2026');
    expect(letter().closing).toContain('De secretaris van de ACTA');
  });

  it('knows a placeholder that nobody can fill in', () => {
    expect(unknownPlaceholders(defaultObjection)).toEqual([]);
    expect(unknownPlaceholders('Aan {naam ouder}, over {zaaknummer} {}.')).toEqual(['naam ouder', '']);
  });

  it('is short and plain: sentences of at most 25 words', () => {
    const sentences = textOf(letter()).split(/[.!?:;]\s|\n/);
    const long = sentences.filter((sentence) => sentence.split(/\s+/).length > 25);
    expect(long).toEqual([]);
  });
});
