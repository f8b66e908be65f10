/** Hard rules and changes in words: for the team lead, who knows everybody's name. */
import { addDays, showDate } from '../../platform/pure/dates.ts';
import type { Hindrance } from './able.rules.ts';
import type { Broken } from './change.ts';
import type { Clash } from './clashes.ts';
import type { PlanFacts } from './facts.ts';
import { dagdelen, listed, type Ref, ref, type Sentence, sentence } from './sentence.ts';
import { nameOfWeight } from './weights.rules.ts';
import type { Change } from './whatif.rules.ts';

/** Why this one cannot. */
export function hindranceWords(specialistId: string, hindrance: Hindrance): Sentence {
  const who = ref('specialist', specialistId);
  switch (hindrance.code) {
    case 'no contract':
      return sentence`${who} heeft in deze periode geen contract.`;
    case 'away':
      return sentence`${who} is de hele periode afwezig.`;
    case 'travel':
      return sentence`${who} moet ${hindrance.minutes} minuten reizen, de grens is ${hindrance.most}.`;
    case 'forbidden':
      return sentence`${who} is hier uitgesloten.`;
    case 'expertise':
      return sentence`${who} heeft deze deskundigheid niet: ${either(hindrance.asked)}.`;
    case 'level':
      return sentence`${who} heeft niveau ${hindrance.has}, gevraagd is ${hindrance.asked}.`;
    case 'language':
      return sentence`${who} spreekt deze taal niet: ${hindrance.asked}.`;
    case 'size':
      return sentence`Dit werk vraagt van ${who} ${dagdelen(hindrance.needs)} per week op één school. Het hoogste is ${dagdelen(hindrance.most)}.`;
    case 'pinned elsewhere':
      return sentence`Dit werk staat vast bij ${ref('specialist', hindrance.mark.specialistId)}.`;
  }
}

/** «taal of rekenen» */
export function either(codes: readonly string[]): Sentence {
  return codes.flatMap((code, nth) =>
    nth === 0 ? [ref('expertise', code)] : [' of ', ref('expertise', code)],
  );
}

/** Why a change by hand cannot be. */
export function brokenWords(broken: Broken): Sentence {
  if (broken.rule === 'unknown') return ['Dit staat niet meer in het plan. Laad de pagina opnieuw.'];
  if (broken.rule === 'hindrance') return hindranceWords(broken.specialistId, broken.hindrance);
  const who = ref('specialist', broken.specialistId ?? '');
  const school = ref('school', broken.schoolId ?? '');
  const work: Sentence = broken.demandId === null ? ['een eigen vraag'] : [ref('demand', broken.demandId)];
  switch (broken.rule) {
    case 'choice':
      return sentence`${who} heeft op ${school} niets te doen.`;
    case 'place twice':
      return sentence`${who} staat twee keer op ${school}.`;
    case 'halves':
      return sentence`Zo veel dagdelen per week mag ${who} op ${school} niet hebben. Kijk bij de harde regels wat het laagste en het hoogste is.`;
    case 'capacity':
      return sentence`${who} krijgt meer dagdelen dan het contract heeft.`;
    case 'places':
      return sentence`${who} krijgt meer scholen dan mag.`;
    case 'time':
      return sentence`Het werk van ${who} op ${school} past niet in deze dagdelen.`;
    case 'demand not here':
      return sentence`${who} kan dit op ${school} niet doen: ${work}.`;
    case 'demand twice':
      return sentence`Twee specialisten hebben dit: ${work}.`;
    case 'pinned place':
      return sentence`${who} staat vast op ${school}. Maak dat eerst los.`;
    case 'pinned demand':
      return broken.demandId === null
        ? sentence`${who} heeft op ${school} al vragen. Draag die eerst over.`
        : sentence`${who} staat vast op ${work}. Maak dat eerst los.`;
  }
}

/** What clashes, and what mends it. */
export function clashWords(clash: Clash, facts: PlanFacts): Sentence {
  const mend = sentence`Dit helpt: ${changesWords(clash.changes, facts)}.`;
  if (clash.rule === 'unknown') {
    const who = ref('specialist', clash.mark.specialistId);
    return sentence`Wat voor ${who} vaststaat, is er niet meer. ${mend}`;
  }
  if (clash.rule === 'hindrance') {
    const held = sentence`${heldWords(clash.mark)} staat vast, maar dat kan niet.`;
    return sentence`${held} ${hindranceWords(clash.mark.specialistId, clash.hindrance)} ${mend}`;
  }
  const who = ref('specialist', clash.specialistId);
  if (clash.rule === 'places') {
    return sentence`Voor ${who} staan ${clash.needs} scholen vast, er mogen er ${clash.has} zijn. ${mend}`;
  }
  const at: Sentence = clash.rule === 'block' ? [' op ', ref('school', clash.schoolId)] : [];
  const needs = sentence`Wat voor ${who}${at} vaststaat, vraagt ${dagdelen(clash.needs)} per week.`;
  return sentence`${needs} Er is ruimte voor ${dagdelen(clash.has)}. ${mend}`;
}

function heldWords({
  specialistId,
  schoolId,
  demandId,
}: {
  readonly specialistId: string;
  readonly schoolId: string;
  readonly demandId: string | null;
}): Sentence {
  const at: Ref = demandId === null ? ref('school', schoolId) : ref('demand', demandId);
  return sentence`${ref('specialist', specialistId)} op ${at}`;
}

/** «een dagdeel per week meer taal in gebied Oost en …», without capital and full stop. */
export function changesWords(changes: readonly Change[], facts: PlanFacts, schoolId?: string): Sentence {
  return listed(changes.map((change) => changeWords(change, facts, schoolId)));
}

/** `schoolId`: where somebody more is asked for. */
export function changeWords(change: Change, facts: PlanFacts, schoolId?: string): Sentence {
  switch (change.kind) {
    case 'add specialist':
      return sentence`${dagdelen(change.capacity)} per week meer${knowledge(change)}${where(facts, schoolId)}`;
    case 'time': {
      const more = change.halves < 0 ? 'minder' : 'meer';
      return sentence`${dagdelen(Math.abs(change.halves))} per week ${more} voor ${ref('specialist', change.specialistId)}`;
    }
    case 'without':
      return sentence`zonder ${ref('specialist', change.specialistId)}`;
    case 'away': {
      const until = change.until === null ? '' : ` tot en met ${showDate(addDays(change.until, -1))}`;
      return sentence`${ref('specialist', change.specialistId)} afwezig vanaf ${showDate(change.from)}${until}`;
    }
    case 'places':
      return sentence`hoogstens ${change.places} scholen voor ${ref('specialist', change.specialistId)}`;
    case 'weight':
      return sentence`${nameOfWeight(facts.weights, change.code)} op ${points(change.weight)}`;
    case 'settings':
      return listed(settingsWords(change, facts));
    case 'mark':
    case 'unmark':
      return markWords(change);
  }
}

const points = (n: number) => `${n} ${n === 1 ? 'punt' : 'punten'}`.replace('.', ',');

function knowledge({ expertise, languages }: Extract<Change, { kind: 'add specialist' }>): Sentence {
  const known = Object.entries(expertise).map(([code, level]) =>
    level > 1 ? sentence`${ref('expertise', code)} op niveau ${level}` : [ref('expertise', code)],
  );
  return sentence`${known.length > 0 ? [' ', ...listed(known)] : ''}${languages.length > 0 ? ` met ${languages.join(' en ')}` : ''}`;
}

function where({ schools }: PlanFacts, schoolId: string | undefined): Sentence {
  const school = schools.find(({ id }) => id === schoolId);
  if (school === undefined) return [];
  return school.areaId === null
    ? [' op ', ref('school', school.id)]
    : [' in gebied ', ref('area', school.areaId)];
}

function settingsWords(
  { settings }: Extract<Change, { kind: 'settings' }>,
  facts: PlanFacts,
): readonly Sentence[] {
  const {
    mostTravel,
    mostBlock,
    leastBlock,
    mostPlaces,
    fairShare,
    wholeBlocks,
    detour,
    speed,
    travelStart,
  } = settings;
  const more = (mostTravel ?? 0) - facts.settings.mostTravel;
  const change = more > 0 ? `${more} meer` : `${-more} minder`;
  return [
    ...(mostTravel === undefined ? [] : [[`een grens van ${mostTravel} minuten reizen, ${change}`]]),
    ...(mostBlock === undefined ? [] : [[`hoogstens ${dagdelen(mostBlock)} per week op één school`]]),
    ...(leastBlock === undefined ? [] : [[`minstens ${dagdelen(leastBlock)} per week op een school`]]),
    ...(mostPlaces === undefined ? [] : [[`hoogstens ${mostPlaces} scholen per specialist`]]),
    ...(fairShare === undefined ? [] : [[`een eerlijk deel van ${fairShare} procent`]]),
    ...(wholeBlocks === undefined ? [] : [[wholeBlocks ? 'alleen hele dagdelen' : 'ook halve dagdelen']]),
    ...([detour, speed, travelStart].every((each) => each === undefined)
      ? []
      : [['andere maten voor reistijd']]),
  ];
}

function markWords({ kind, mark }: Extract<Change, { kind: 'mark' | 'unmark' }>): Sentence {
  const held = heldWords(mark);
  if (mark.kind === 'pin')
    return kind === 'mark' ? sentence`vastzetten van ${held}` : sentence`losmaken van ${held}`;
  return kind === 'mark' ? sentence`uitsluiten van ${held}` : sentence`niet meer uitsluiten van ${held}`;
}
