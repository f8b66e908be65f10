/** The decision letter in plain Dutch. Nobody is named in it: the school writes in the window for whom it is. */
import type { Letter } from '../../platform/documents/letter.ts';
import { showDate, showPeriod } from '../../platform/pure/dates.ts';
import { lastDayToObject } from './committee.rules.ts';
import type { LetterFacts } from './letter.store.ts';

/** What stands between braces in the text of a partnership is filled in. */
export const placeholders = {
  samenwerkingsverband: 'de naam van uw samenwerkingsverband',
  commissie: 'de naam van de commissie',
  adres: 'het adres van de commissie',
  zaaknummer: 'het zaaknummer',
  laatsteDag: 'de laatste dag om bezwaar te maken, zes weken na de brief',
} as const;

type Filling = Readonly<Record<keyof typeof placeholders, string>>;

/** The product's own text: a partnership has it looked at by a lawyer, and then makes it its own. */
export const defaultObjection = `Bent u het niet eens met dit besluit? Bel of mail ons dan eerst. Vaak komen we er samen uit.

U kunt ook bezwaar maken. Dat kost niets. Stuur een brief naar {samenwerkingsverband}. Uw brief moet uiterlijk op {laatsteDag} bij ons zijn.

Zet in uw brief:
- uw naam en adres;
- de datum;
- het zaaknummer: {zaaknummer};
- met welk besluit u het niet eens bent, en waarom;
- uw handtekening.

Ons adres: {adres}`;

/** «De secretaris van de ACTA», unless the partnership chose another line. */
const defaultSignature = (committee: string) => `De secretaris van de ${committee}`;

const noAddress = 'dat vindt u op onze website';

/** Words between braces that are no placeholder: a slip of the keyboard would end up in a letter. */
export function unknownPlaceholders(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !Object.hasOwn(placeholders, name));
}

const fill = (text: string, filling: Filling) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(filling, name) ? filling[name as keyof Filling] : whole,
  );

const categories: Readonly<Record<number, string>> = { 1: 'laag', 2: 'midden', 3: 'hoog' };
const schoolTypes = { SBO: 'speciaal basisonderwijs (SBO)', SO: 'speciaal onderwijs (SO)' } as const;
const numbers = new Intl.NumberFormat('nl-NL');
const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });

/** What was decided, in one sentence. */
export function decidedSentence({ kind, granted, dagdelen, budget, tlv }: LetterFacts): string {
  if (kind === 'tlv') {
    if (!granted)
      return 'Wij geven geen toelaatbaarheidsverklaring (TLV) af. De leerling kan dus niet naar een speciale school op grond van dit besluit.';
    const where = tlv === null ? 'een speciale school' : schoolTypes[tlv.schoolType];
    const category = tlv?.category ? `, categorie ${categories[tlv.category]}` : '';
    return `Wij geven een toelaatbaarheidsverklaring (TLV) af voor ${where}${category}. De leerling mag dan naar zo’n school.`;
  }
  if (!granted) return 'Wij kennen geen extra ondersteuning toe.';
  const much =
    dagdelen !== null
      ? `${numbers.format(dagdelen)} ${dagdelen === 1 ? 'dagdeel' : 'dagdelen'}`
      : `een budget van ${euros.format(budget ?? 0)}`;
  return `Wij kennen extra ondersteuning toe: ${much}.`;
}

const subject = ({ kind }: LetterFacts) =>
  kind === 'tlv'
    ? 'Besluit over een toelaatbaarheidsverklaring'
    : 'Besluit over extra ondersteuning op school';

/** @param sentOn the day of the letter, from which the six weeks run */
export function decisionLetter(facts: LetterFacts, committee: string, sentOn: string): Letter {
  const { settings, tenantName, number, pseudonym, tlv, from, to } = facts;
  const caseNumber = tlv?.caseNumber ?? facts.caseNumber;
  const filling: Filling = {
    samenwerkingsverband: tenantName,
    commissie: committee,
    adres: settings.address ?? noAddress,
    zaaknummer: caseNumber ?? number,
    laatsteDag: showDate(lastDayToObject(sentOn)),
  };
  const about = facts.level === 'pupil' ? 'de leerling' : 'de vraag van de school';
  return {
    sender: { name: tenantName, rows: settings.address === null ? [] : settings.address.split('\n') },
    references: [
      { label: 'Datum', value: showDate(sentOn) },
      ...(caseNumber === null ? [] : [{ label: 'Zaaknummer', value: caseNumber }]),
      { label: 'Ons kenmerk', value: number },
      ...(pseudonym === null ? [] : [{ label: 'Gaat over', value: pseudonym }]),
      { label: 'Besluit van', value: showDate(facts.decidedOn) },
    ],
    subject: subject(facts),
    opening: [
      'Beste ouder of verzorger, beste school,',
      `De ${committee} van ${tenantName} heeft een besluit genomen over ${about}. In deze brief leest u wat het besluit is, waarom, en wat u kunt doen als u het er niet mee eens bent.`,
    ],
    sections: [
      { heading: 'Wat is het besluit?', paragraphs: [decidedSentence(facts)] },
      { heading: 'Waarom is dat zo besloten?', paragraphs: paragraphsOf(facts.reasons) },
      ...(facts.granted && from !== null && to !== null
        ? [{ heading: 'Hoe lang geldt het?', paragraphs: [`Dit besluit geldt van ${showPeriod(from, to)}.`] }]
        : []),
      ...(facts.granted ? [{ heading: 'Wat gebeurt er nu?', paragraphs: [next(facts)] }] : []),
      {
        heading: 'Wat kunt u doen als u het niet eens bent met dit besluit?',
        paragraphs: paragraphsOf(fill(settings.objection ?? defaultObjection, filling)),
      },
      {
        heading: 'Hebt u een vraag?',
        paragraphs: ['Stel uw vraag aan de school. De school weet wie bij ons uw contactpersoon is.'],
      },
    ],
    closing: ['Met vriendelijke groet,', settings.signature ?? defaultSignature(committee), tenantName],
  };
}

const next = ({ kind }: LetterFacts) =>
  kind === 'tlv'
    ? 'De school bespreekt met u welke speciale school past bij de leerling. U meldt de leerling daar zelf aan. De school helpt u daarbij.'
    : 'De school bespreekt met u wanneer de ondersteuning begint en wie er komt helpen.';

const paragraphsOf = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
