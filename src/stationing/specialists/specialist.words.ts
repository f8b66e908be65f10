/** Dutch for specialists: how good somebody is, and why something is refused. */

export const levels = [1, 2, 3] as const;
export type ExpertiseLevel = (typeof levels)[number];

export const levelWords = { 1: 'basis', 2: 'ervaren', 3: 'expert' } as const satisfies Record<
  ExpertiseLevel,
  string
>;

export const faultWords = {
  isSpecialist: 'Deze persoon is geen specialist. Laat de beheerder eerst een aanstelling maken.',
  areasKnown: 'Dit gebied staat niet in de lijst. Kies een gebied uit de lijst.',
  expertiseKnown: 'Deze expertise staat niet in de lijst. Kies een expertise uit de lijst.',
  languagesShort: 'Noem hoogstens 20 talen, elk met hoogstens 60 tekens.',
  oneContract: 'In deze periode geldt al een contract. Beëindig dat eerst, of kies andere dagen.',
  oneAbsence: 'In deze periode staat er al een afwezigheid. Pas die aan, of kies andere dagen.',
} as const;
export type FaultCode = keyof typeof faultWords;

/** Where a fault belongs, as the API and the forms name it. */
export const faultFields: Readonly<Record<FaultCode, string>> = {
  isSpecialist: '',
  areasKnown: 'areas',
  expertiseKnown: 'expertise',
  languagesShort: 'languages',
  oneContract: 'from',
  oneAbsence: 'from',
};

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 3 });
export const showNumber = (n: number) => number.format(n);

/** «4 dagdelen per week» */
export const dagdelenAWeek = (n: number) => `${showNumber(n)} ${n === 1 ? 'dagdeel' : 'dagdelen'} per week`;
