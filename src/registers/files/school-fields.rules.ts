/** How one field of a list of schools is read: into the one form that is kept, or with the fault said in Dutch. */

export type SchoolKind = 'BO' | 'SBO' | 'SO' | 'VSO' | 'SO/VSO' | 'VO';

/** What was read, with the fault when it cannot be right. */
export interface Reading<T> {
  readonly value: T;
  readonly fault: string | null;
}

const KINDS: Readonly<Record<string, SchoolKind>> = {
  BO: 'BO',
  BASISONDERWIJS: 'BO',
  BASISSCHOOL: 'BO',
  SBO: 'SBO',
  SBAO: 'SBO',
  SPECIAALBASISONDERWIJS: 'SBO',
  SO: 'SO',
  SPECIAALONDERWIJS: 'SO',
  VSO: 'VSO',
  VOORTGEZETSPECIAALONDERWIJS: 'VSO',
  SOVSO: 'SO/VSO',
  VO: 'VO',
  VOORTGEZETONDERWIJS: 'VO',
};

const LONGEST_NAME = 200;

/** One space where the file has any run of white space, none at the ends, composed letters. */
export function tidy(field: string): string {
  return field.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/** Whether a field holds control characters or the sign for an unreadable one. */
export function isGarbled(field: string): boolean {
  return /[^\P{Cc}\t\n\r]|\ufffd|\p{Surrogate}/u.test(field);
}

/** The vestigingscode in capitals. Some files give only its last two digits, beside the BRIN of four. */
export function readCode(text: string, brinText: string): Reading<string> {
  const short = text.toUpperCase().replace(/ /g, '');
  const brin = brinText.toUpperCase();
  const code = /^\d\d$/.test(short) && brin !== '' ? brin + short : short;
  if (code === '') return { value: '', fault: 'De vestigingscode ontbreekt.' };
  if (!/^[0-9A-Z]{4}\d\d$/.test(code)) {
    return { value: code, fault: `De vestigingscode “${text}” klopt niet: hij heeft een vorm als 01AB00.` };
  }
  if (brin !== '' && !code.startsWith(brin)) {
    return { value: code, fault: `De vestigingscode ${code} hoort niet bij BRIN ${brin}.` };
  }
  return { value: code, fault: null };
}

export function readName(text: string): Reading<string> {
  if (text === '') return { value: '', fault: 'De naam van de school ontbreekt.' };
  const fault = text.length > LONGEST_NAME ? `De naam is langer dan ${LONGEST_NAME} tekens.` : null;
  return { value: text, fault };
}

/** `1234 AB`. Blank is allowed: the Caribbean Netherlands has no postcodes. */
export function readPostcode(text: string): Reading<string> {
  if (text === '') return { value: '', fault: null };
  const [, digits, letters] = /^([1-9]\d{3}) ?([A-Z]{2})$/.exec(text.toUpperCase()) ?? [];
  if (digits === undefined || letters === undefined) {
    return { value: '', fault: `De postcode “${text}” klopt niet: hij heeft een vorm als 1234 AB.` };
  }
  return { value: `${digits} ${letters}`, fault: null };
}

/** A number of pupils; DUO hides small ones as `<5`, which is not known. */
export function readPupils(text: string): Reading<number | null> {
  if (text === '' || /^< ?\d+$/.test(text)) return { value: null, fault: null };
  if (!/^\d{1,5}$/.test(text))
    return { value: null, fault: `Het aantal leerlingen “${text}” is geen getal.` };
  return { value: Number(text), fault: null };
}

/** Degrees, with a decimal point or comma, between -limit and limit. */
export function readCoordinate(text: string, name: string, limit: number): Reading<number | null> {
  if (text === '') return { value: null, fault: null };
  const degrees = /^-?\d{1,3}(?:[.,]\d{1,20})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (degrees >= -limit && degrees <= limit) return { value: degrees, fault: null };
  return { value: null, fault: `De ${name} “${text}” klopt niet.` };
}

/** The number of a samenwerkingsverband, `PO2806` or `VO2810`. */
export function readPartnership(text: string): Reading<string | null> {
  if (text === '') return { value: null, fault: null };
  const number = text.toUpperCase().replace(/ /g, '');
  if (/^[PV]O\d{4}$/.test(number)) return { value: number, fault: null };
  return {
    value: null,
    fault: `Het samenwerkingsverband “${text}” klopt niet: het heeft een vorm als PO0000.`,
  };
}

/** The kind of school however a file spells it; null when it is none that is known. */
export function readKind(text: string): SchoolKind | null {
  const plain = text.toUpperCase();
  return plain.includes('(V)') ? 'SO/VSO' : (KINDS[plain.replace(/[^A-Z]/g, '')] ?? null);
}

/** A telephone number as it stands, when it is one. */
export function readPhone(text: string): string | null {
  return /^[+(]?\d[\d ()-]{5,18}$/.test(text) ? text : null;
}

/** A full web address; files mostly leave out https://. Null for anything a link on a page should not hold. */
export function readWebsite(text: string): string | null {
  const [, scheme = 'https://', rest] =
    /^(https?:\/\/)?((?:[a-z\d-]+\.)+[a-z]{2,}(?:[/?#]\S*)?)$/i.exec(text) ?? [];
  return rest === undefined ? null : scheme.toLowerCase() + rest;
}

const SMALL_WORDS: ReadonlySet<string> = new Set([
  'aan',
  'bij',
  'de',
  'den',
  'der',
  'en',
  'het',
  'in',
  'op',
  'ten',
  'ter',
  'van',
]);

/** DUO writes places in capitals: «CAPELLE AAN DEN IJSSEL» becomes «Capelle aan den IJssel». Others stay as they are. */
export function placeName(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text.replace(/\([^)]*\)|['’]?\p{L}+/gu, (word, at: number) => {
    if (word.startsWith('(')) return word;
    const lower = word.toLowerCase();
    if (/^['’]/.test(word) || (at > 0 && SMALL_WORDS.has(lower))) return lower;
    return lower.startsWith('ij') ? `IJ${lower.slice(2)}` : word.slice(0, 1) + lower.slice(1);
  });
}
