/** Stationings in Dutch. A new need, step or state without words here does not compile. */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import type { StateTone } from '../../platform/ui/parts.tsx';
import { dagdelenAWeek, showNumber } from '../specialists/specialist.words.ts';
import type {
  EndReason,
  Need,
  Relation,
  RoomOfWeek,
  Status,
  StepName,
  StepTaken,
} from './stationing.rules.ts';

export const statusWords: Readonly<Record<Status, { readonly label: string; readonly tone: StateTone }>> = {
  proposed: { label: 'Voorgesteld', tone: 'waiting' },
  agreed: { label: 'Akkoord', tone: 'new' },
  active: { label: 'Loopt', tone: 'busy' },
  evaluated: { label: 'Geëvalueerd', tone: 'done' },
  ended: { label: 'Beëindigd', tone: 'quiet' },
  withdrawn: { label: 'Ingetrokken', tone: 'quiet' },
};

export const statusExplained: Readonly<Record<Status, string>> = {
  proposed:
    'De teamleider stelt voor wie er komt, hoeveel dagdelen per week en hoe lang. De plek zegt of dat goed is.',
  agreed: 'De plek is akkoord. Op de eerste dag begint de stationering vanzelf.',
  active: 'De specialist werkt er. Voor het einde schrijft iemand op wat het opleverde.',
  evaluated: 'Wat het opleverde staat er. Na de laatste dag eindigt de stationering vanzelf.',
  ended: 'De stationering is voorbij. De reden en wat het opleverde blijven te lezen.',
  withdrawn: 'De teamleider trok het voorstel in, met een reden.',
};

export const stepWords: Readonly<Record<StepName, string>> = {
  propose: 'Stel voor',
  answer: 'Antwoord op het voorstel',
  agree: 'Ga akkoord',
  withdraw: 'Trek het voorstel in',
  start: 'Laat beginnen',
  evaluate: 'Evalueer',
  shorten: 'Laat eerder eindigen',
  end: 'Beëindig',
  make_way: 'Maak plaats',
  run_out: 'Loop af',
};

/** Behind somebody's name: «Ada ging akkoord met een stationering». */
export const entryWords: Readonly<Record<StepName, string>> = {
  propose: 'stelde een stationering voor',
  answer: 'antwoordde op een voorstel voor een stationering',
  agree: 'ging akkoord met een stationering',
  withdraw: 'trok een voorstel voor een stationering in',
  start: 'liet een stationering beginnen',
  evaluate: 'evalueerde een stationering',
  shorten: 'liet een stationering eerder eindigen',
  end: 'beëindigde een stationering',
  make_way: 'maakte plaats voor wat daarna komt',
  run_out: 'rondde een stationering af',
};

/** The same on the stationing's own timeline; of what happened by itself. */
export const byItself: Readonly<Partial<Record<StepName, string>>> = {
  start: 'De stationering begon',
  make_way: 'De stationering maakte plaats voor wat daarna komt',
  run_out: 'De laatste dag was geweest',
};

/** What is asked in words with a step. */
export const stepHints: Readonly<Record<StepTaken, { readonly label: string; readonly hint: string }>> = {
  answer: { label: 'Uw antwoord', hint: 'Wat kan er anders of beter? De teamleider leest het.' },
  agree: { label: 'Iets dat de specialist moet weten', hint: 'Zoals met wie die begint, en waar.' },
  withdraw: { label: 'Waarom?', hint: 'De specialist leest dit.' },
  start: { label: '', hint: 'Op de eerste dag gaat dit vanzelf. U kunt het ook nu doen.' },
  evaluate: {
    label: 'Wat bracht het?',
    hint: 'Wat veranderde er op school, en wat is er nog nodig? Noem nooit een kind.',
  },
  shorten: { label: 'Toelichting', hint: 'De plek en de specialist lezen dit.' },
  end: { label: 'Toelichting', hint: 'De plek en de specialist lezen dit.' },
};

/** Each need in a few words, for the table of all steps; null: the same as another. */
export const needsExplained: Readonly<Record<Need, string | null>> = {
  stateAllows: null,
  periodAhead: 'een periode die nog loopt of komt',
  isSpecialist: 'een aanstelling als specialist, de hele periode',
  placeFree: 'nog niet op deze plek in die tijd',
  withinContract: 'ruimte in het contract, in iedere week',
  notAway: 'aanwezig op de eerste dag en ten minste de helft van de tijd',
  schoolsOfBoard: 'bij een bestuur: scholen van dat bestuur',
  sharesAddUp: 'samen honderd procent',
  ambitionsRun: 'ambities die dan lopen',
  continuesLive: 'als het verdergaat: een stationering die nog loopt',
  begun: 'de eerste dag',
  reasonGiven: 'een reden',
  wordsGiven: 'een toelichting',
  lastDayEarlier: 'een eerdere laatste dag',
  lastDayBeen: 'een laatste dag die geweest is',
  periodOver: 'de laatste dag is geweest',
  evaluated: 'een evaluatie, of een vervolg',
  noOpenMarks: null,
};

/** What was done with a step, to who did it. */
export const takenWords: Readonly<Record<StepTaken, string>> = {
  answer: 'Uw antwoord staat erbij. De teamleider leest het.',
  agree: 'U ging akkoord. De stationering begint vanzelf op de eerste dag.',
  withdraw: 'Het voorstel is ingetrokken.',
  start: 'De stationering loopt.',
  evaluate: 'Uw evaluatie staat erbij.',
  shorten: 'De stationering eindigt eerder.',
  end: 'De stationering is beëindigd.',
};

export const relationWords: Readonly<Record<Relation | 'day' | 'successor', string>> = {
  team_lead: 'teamleider',
  specialist: 'de specialist zelf',
  host: 'wie over de plek gaat (directeur, of het bestuur)',
  school_director: 'directeur van een school',
  support_coordinator: 'IB’er van een school',
  board_member: 'bestuur',
  day: 'vanzelf',
  successor: 'vanzelf, als een volgende stationering akkoord is',
};

export const reasonWords: Readonly<Record<EndReason, string>> = {
  done: 'Het werk is klaar',
  moved: 'Het gaat anders verder',
  absence: 'De specialist is er niet meer, of lang niet',
  left: 'De specialist gaat weg bij het samenwerkingsverband',
  school: 'De school vraagt het',
  other: 'Iets anders',
};

/** The writing aid cannot look, or what is named is not there: not of the table. */
export type Trouble = Need | 'onlyWhatBelongs' | 'writingAidLooks' | 'placeKnown' | 'ambitionKnown';

const needWords: Readonly<Record<Trouble, string>> = {
  stateAllows: 'Deze stap past niet bij hoe het nu staat. Kijk op de werkwijze wat er eerst komt.',
  periodAhead: 'De laatste dag is al geweest. Kies een periode die nog loopt of nog komt.',
  isSpecialist:
    'Deze persoon is niet de hele periode specialist. Kies iemand anders, of een kortere periode.',
  placeFree:
    'Deze specialist is in die periode al op deze plek, of daarvoor al voorgesteld. Ga verder op die stationering, of kies andere dagen.',
  withinContract:
    'Dit past niet in iedere week in de uren van deze specialist. Kies minder dagdelen, andere weken of iemand anders.',
  notAway:
    'Deze specialist is er op de eerste dag niet, of meer dan de helft van de periode niet. Kies een latere eerste dag of iemand anders.',
  schoolsOfBoard:
    'Kies bij een bestuur ten minste één school van dat bestuur, die er dan nog is. Kies bij een school alleen die school.',
  sharesAddUp: 'De delen moeten samen precies 100 procent zijn.',
  ambitionsRun: 'Een ambitie loopt niet in deze periode. Kies een andere ambitie of andere dagen.',
  continuesLive:
    'Hierop kunt u niet verdergaan: die stationering is voorbij, begint later, of er is al een vervolg. Kijk bij die stationering.',
  begun: 'De eerste dag moet nog komen. Op die dag begint de stationering vanzelf.',
  reasonGiven: 'Kies waarom.',
  wordsGiven: 'Schrijf erbij wat de ander moet weten.',
  lastDayEarlier:
    'Kies een laatste dag vanaf vandaag, na de eerste dag en eerder dan de dag die er nu staat.',
  lastDayBeen:
    'Kies een laatste dag die al geweest is, of vandaag. Laat de dag leeg als de stationering nog niet begon.',
  periodOver: 'De laatste dag is nog niet geweest.',
  evaluated: 'Er is nog niet geëvalueerd. Schrijf eerst op wat het opleverde.',
  noOpenMarks:
    'De schrijfhulp vond een naam of iets anders dat hier niet hoort. Een stationering gaat nooit over een leerling. Haal het weg, of bevestig wat moet blijven staan.',
  onlyWhatBelongs: 'Dit hoort niet bij deze stap. Laat het weg.',
  writingAidLooks: 'De schrijfhulp werkt nu niet. Er is niets verstuurd. Probeer het zo nog eens.',
  placeKnown: 'Deze school of dit bestuur kennen wij niet. Kies uit de lijst.',
  ambitionKnown: 'Deze ambitie staat niet in de lijst. Kies uit de lijst.',
};

/** Where a refusal belongs, as the API and the forms name it; '' = the whole. */
const needFields: Partial<Record<Trouble, string>> = {
  periodAhead: 'to',
  isSpecialist: 'specialistId',
  placeFree: 'from',
  withinContract: 'dagdelen',
  notAway: 'from',
  schoolsOfBoard: 'schools',
  sharesAddUp: 'questionsShare',
  ambitionsRun: 'ambitions',
  ambitionKnown: 'ambitions',
  placeKnown: 'place',
  reasonGiven: 'because',
  wordsGiven: 'words',
  lastDayEarlier: 'lastDay',
  lastDayBeen: 'lastDay',
};

export interface Unmet {
  readonly code: Trouble;
  readonly detail: string;
  readonly field: string;
}

const isTrouble = (code: string): code is Trouble => code in needWords;

/** Refusals in sentences, each at its field. */
export const explain = (codes: readonly string[]): readonly Unmet[] =>
  codes.filter(isTrouble).map((code) => ({ code, detail: needWords[code], field: needFields[code] ?? '' }));

type Room = Pick<RoomOfWeek, 'contract' | 'taken'>;

/** «3,5 van 6 dagdelen per week vrij» */
export function roomWords({ contract, taken }: Room): string {
  if (contract === 0) return 'geen contract';
  return `${showNumber(Math.max(0, contract - taken))} van ${dagdelenAWeek(contract)} vrij`;
}

/** Weeks one after the other with the same room as one period, from its Monday to its Sunday. */
export function roomPeriods(
  weeks: readonly RoomOfWeek[],
): readonly (Room & { readonly from: CivilDate; readonly to: CivilDate })[] {
  const periods: (Room & { readonly from: CivilDate; readonly to: CivilDate })[] = [];
  for (const { monday, contract, taken } of weeks) {
    const last = periods.at(-1);
    const to = addDays(monday, 6);
    if (last !== undefined && last.contract === contract && last.taken === taken)
      periods[periods.length - 1] = { ...last, to };
    else periods.push({ from: monday, to, contract, taken });
  }
  return periods;
}
