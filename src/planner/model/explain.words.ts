/** The explanation in plain Dutch: for the team lead, who may know everybody's name. What a school reads stands in school.words.ts. */
import type { Hindrance } from './able.rules.ts';
import type { Alternative } from './alternatives.ts';
import { changesWords, either } from './change.words.ts';
import type { Comparing } from './compare.ts';
import type { ExplainedAssignment, ExplainedStationing } from './explain.ts';
import type { PlanFacts } from './facts.ts';
import type { Freeing } from './freeing.ts';
import type { Difference, Measures } from './measure.ts';
import {
  dagdelen,
  listed,
  ref,
  type Sentence,
  sentence,
  showNumber,
  points as showPoints,
} from './sentence.ts';
import type { Reason } from './unplanned.ts';
import { type Points, sumOf } from './value.rules.ts';
import { nameOfWeight, type WeightCode, type WeightFacts } from './weights.rules.ts';

/** «Vraag met spoed 100, Passende deskundigheid 2,7 en Nieuwe school -3», the largest first. */
export function pointsWords(parts: Points, weights: readonly WeightFacts[]): Sentence {
  const shown = (Object.entries(parts) as [WeightCode, number][])
    .filter(([, each]) => showNumber(each) !== '0')
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return listed(shown.map(([code, each]) => sentence`${nameOfWeight(weights, code)} ${each}`));
}

/** Why this specialist for this demand, and who came next. */
export function assignmentWords(
  each: ExplainedAssignment,
  weights: readonly WeightFacts[],
): readonly Sentence[] {
  const [who, work] = [ref('specialist', each.specialistId), ref('demand', each.demandId)];
  const first = sentence`${who} neemt ${work}. Dat is ${showPoints(sumOf(each.points))}: ${pointsWords(each.points, weights)}.`;
  if (each.pinned) return [first, ['Dit staat vast.']];
  return [first, ...nextWords(each.alternatives)];
}

export function stationingWords(
  each: ExplainedStationing,
  weights: readonly WeightFacts[],
): readonly Sentence[] {
  const [who, school] = [ref('specialist', each.specialistId), ref('school', each.schoolId)];
  const way = each.guessed
    ? `De reistijd is niet bekend, gerekend is met ${each.minutes} minuten.`
    : `De reis duurt ${each.minutes} minuten.`;
  const parts = pointsWords(each.points, weights);
  const worth =
    parts.length === 0 ? [] : [sentence`De plek zelf telt voor ${showPoints(sumOf(each.points))}: ${parts}.`];
  return [sentence`${who} is gestationeerd op ${school}. ${way}`, ...worth, ...nextWords(each.alternatives)];
}

function nextWords(alternatives: readonly Alternative[]): readonly Sentence[] {
  if (alternatives.every(({ specialistId }) => specialistId === null)) {
    return [['Niemand anders kan dit overnemen.'], ...alternatives.map(alternativeWords)];
  }
  return alternatives.map(alternativeWords);
}

/** «Met Sanne zou het 3 punten kosten: 20 uur werk wacht langer.» */
export function alternativeWords(each: Alternative): Sentence {
  const instead: Sentence =
    each.specialistId === null
      ? ['Gaat niemand in deze plaats']
      : sentence`Neemt ${ref('specialist', each.specialistId)} dit over`;
  const cost =
    showNumber(each.cost) === '0'
      ? 'dan is het plan even goed'
      : each.cost > 0
        ? `dan kost dat ${showPoints(each.cost)}`
        : `dan is het plan ${showPoints(-each.cost)} beter: de planner had meer tijd nodig`;
  const effects = effectsOf(each);
  const gone = listed(each.gaveWay.map((id) => ref('demand', id)));
  const waits: Sentence = each.gaveWay.length === 0 ? [] : sentence` Dit blijft dan liggen: ${gone}.`;
  const split: Sentence = effects.length === 0 ? [] : [`: ${listed(effects.map((text) => [text])).join('')}`];
  return sentence`${instead}, ${cost}${split}.${waits}`;
}

function effectsOf({ hours, travel, ambition, continuity }: Effects): readonly string[] {
  return [
    ...effect(hours, 'uur werk', 'uur werk', 'wacht langer', 'wacht korter'),
    ...effect(travel, 'minuut', 'minuten', 'per week meer reizen', 'per week minder reizen'),
    ...effect(ambition, 'punt', 'punten', 'minder voor ambities', 'meer voor ambities'),
    ...effect(continuity, 'bestaande stationering', 'bestaande stationeringen', 'minder', 'meer'),
  ];
}

type Effects = Pick<Alternative, 'hours' | 'travel' | 'ambition' | 'continuity'>;

/** What a change by hand costs: «Dit kost 3,2 punten: Nieuwe school 3 en Reistijd 0,2.» and what follows from it. */
export function costWords(difference: Difference, weights: readonly WeightFacts[]): readonly Sentence[] {
  const { cost, points, measures } = difference;
  const effects = effectsOf({ ...measures, travel: -measures.travel, continuity: measures.kept });
  const follows: readonly Sentence[] =
    effects.length === 0 ? [] : [[`Gevolg: ${listed(effects.map((text) => [text])).join('')}.`]];
  if (showNumber(cost) === '0') return [['Dit kost geen punten.'], ...follows];
  if (cost > 0) return [sentence`Dit kost ${showPoints(cost)}: ${pointsWords(points, weights)}.`, ...follows];
  return [
    sentence`Dit levert ${showPoints(-cost)} op: ${pointsWords(negated(points), weights)}.`,
    ...follows,
  ];
}

/** «2 stationeringen minder die doorgaan»; nothing when it makes no difference. */
function effect(n: number, one: string, many: string, more: string, less: string): readonly string[] {
  const shown = showNumber(Math.abs(n));
  return shown === '0' ? [] : [`${shown} ${shown === '1' ? one : many} ${n > 0 ? more : less}`];
}

/** Why nobody takes it. */
export function reasonWords(reason: Reason, weights: readonly WeightFacts[]): Sentence {
  switch (reason.code) {
    case 'nobody':
      return ['Er is in deze periode geen specialist.'];
    case 'hindrance':
      return nearestWords(reason.hindrance);
    case 'full': {
      const who = listed(reason.specialistIds.slice(0, 5).map((id) => ref('specialist', id)));
      const more = reason.specialistIds.length > 5 ? ` en ${reason.specialistIds.length - 5} anderen` : '';
      const time = reason.halves > 0 ? ` Er is ${dagdelen(reason.halves)} per week te weinig.` : '';
      const places = reason.places > 0 ? ' Het hoogste aantal scholen is bereikt.' : '';
      return sentence`Wie dit kan, zit vol: ${who}${more}.${time}${places}`;
    }
    case 'beside': {
      const gone = listed(reason.gaveWay.map((id) => ref('demand', id)));
      const instead: Sentence = reason.gaveWay.length === 0 ? [] : sentence` in plaats van ${gone}`;
      return sentence`Bij ${ref('specialist', reason.specialistId)} past het alleen${instead}. Dat ${reason.cost > 0.05 ? `kost ${showPoints(reason.cost)}` : 'is niet slechter: de planner had meer tijd nodig'}.`;
    }
    case 'not worth':
      return sentence`${ref('specialist', reason.specialistId)} heeft ruimte, maar het kost meer dan het oplevert: ${pointsWords(negated(reason.points), weights)}.`;
    case 'room':
      return sentence`${ref('specialist', reason.specialistId)} heeft nog ruimte. De planner had te weinig tijd.`;
  }
}

function negated(points: Points): Points {
  return Object.fromEntries(Object.entries(points).map(([code, each]) => [code, -each]));
}

/** What keeps those who come nearest from it. */
function nearestWords(hindrance: Hindrance): Sentence {
  switch (hindrance.code) {
    case 'no contract':
      return ['Wie dit kan, heeft in deze periode geen contract.'];
    case 'away':
      return ['Wie dit kan, is de hele periode afwezig.'];
    case 'travel':
      return sentence`Wie dit kan, moet te lang reizen: de kortste reis is ${hindrance.minutes} minuten, de grens is ${hindrance.most}.`;
    case 'forbidden':
      return ['Wie dit kan, is hier uitgesloten.'];
    case 'expertise':
      return sentence`Niemand die kan komen, heeft deze deskundigheid: ${either(hindrance.asked)}.`;
    case 'level':
      return sentence`Niemand die kan komen, heeft niveau ${hindrance.asked}. Het hoogste is ${hindrance.has}.`;
    case 'language':
      return sentence`Niemand die dit kan, spreekt deze taal: ${hindrance.asked}.`;
    case 'size':
      return sentence`Dit is te veel voor één school in deze periode: ${dagdelen(hindrance.needs)} per week. Het hoogste is ${dagdelen(hindrance.most)}.`;
    case 'pinned elsewhere':
      return ['Dit staat vast bij iemand die het niet kan doen.'];
  }
}

/** «Dit lukt wel met een half dagdeel per week meer taal in gebied Oost.» The pin is said only where nothing else would do it. */
export function freeingWords({ changes, gain }: Freeing, facts: PlanFacts, schoolId: string): Sentence {
  const others = changes.filter(({ kind }) => kind !== 'mark');
  const said = gain > 1e-9 && others.length > 0 ? others : changes;
  return sentence`Dit lukt wel met ${changesWords(said, facts, schoolId)}.`;
}

/** Only what differs; empty when nothing does. */
export function comparingWords({
  stationings,
  assignments,
  value,
  measures,
}: Comparing): readonly Sentence[] {
  const places = stationings.map(({ kind, specialistId, schoolId, from, to }) => {
    const [who, school] = [ref('specialist', specialistId), ref('school', schoolId)];
    if (kind === 'started') return sentence`${who} begint op ${school} met ${dagdelen(to)} per week.`;
    if (kind === 'stopped') return sentence`${who} stopt op ${school}, nu ${dagdelen(from)} per week.`;
    return sentence`${who} gaat op ${school} van ${dagdelen(from)} naar ${dagdelen(to)} per week.`;
  });
  const work = assignments.map(({ kind, demandId, from, to }) => {
    const demand = ref('demand', demandId);
    if (kind === 'planned') return sentence`${ref('specialist', to ?? '')} krijgt ${demand}.`;
    if (kind === 'moved') {
      return sentence`Van ${ref('specialist', from ?? '')} naar ${ref('specialist', to ?? '')}: ${demand}.`;
    }
    return kind === 'gone' ? sentence`Niet meer gevraagd: ${demand}.` : sentence`Blijft liggen: ${demand}.`;
  });
  return [...places, ...work, ...totalsWords(value, measures)];
}

function totalsWords(
  value: number,
  { served, hours, travel, ambition, kept }: Measures,
): readonly Sentence[] {
  const parts = [
    ...effect(value, 'punt', 'punten', 'meer', 'minder'),
    ...effect(served, 'vraag', 'vragen', 'meer', 'minder'),
    ...effect(hours, 'uur werk', 'uur werk', 'meer', 'minder'),
    ...effect(travel, 'minuut', 'minuten', 'per week meer reizen', 'per week minder reizen'),
    ...effect(ambition, 'punt', 'punten', 'meer voor ambities', 'minder voor ambities'),
    ...effect(kept, 'bestaande stationering', 'bestaande stationeringen', 'meer', 'minder'),
  ];
  return parts.length === 0 ? [] : [[`In totaal: ${listed(parts.map((text) => [text])).join('')}.`]];
}
