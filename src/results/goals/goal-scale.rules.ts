/**
 * A goal attainment scale: each level described before the start, one variable. Five points (Kiresuk & Sherman): -2 to +2 with 0 for
 * what is expected; six points (usual in the Netherlands): -3 to +2, so that going back from -2 can be told.
 */

export const goalLevels = ['pupil', 'group', 'teacher', 'team', 'school'] as const;
export type GoalLevel = (typeof goalLevels)[number];

export type Scale = 5 | 6;

/** The scores of a scale, from the lowest. */
export const scoresOn = (scale: Scale): readonly number[] =>
  scale === 5 ? [-2, -1, 0, 1, 2] : [-3, -2, -1, 0, 1, 2];

export interface Level {
  readonly score: number;
  readonly description: string;
}

/** The scores of the scale that nobody described yet. */
export function undescribed(scale: Scale, levels: readonly Level[]): readonly number[] {
  const described = levels.map(({ score }) => score);
  return scoresOn(scale).filter((score) => !described.includes(score));
}

/** What is counted, in the forms it is written in: the first names it. */
const units: readonly (readonly [name: string, ...forms: string[]])[] = [
  ['keer', 'keren', 'maal', 'x', 'times'],
  ['minuten', 'minuut', 'min'],
  ['seconden', 'seconde', 'sec'],
  ['uur', 'uren'],
  ['procent', '%'],
  ['dagen', 'dag', 'schooldagen', 'schooldag'],
  ['dagdelen', 'dagdeel'],
  ['weken', 'week'],
  ['lessen', 'les'],
  ['woorden', 'woord'],
  ['zinnen', 'zin'],
  ['taken', 'taak', 'opdrachten', 'opdracht'],
  ['fouten', 'fout'],
  ['conflicten', 'conflict', 'ruzies', 'ruzie', 'incidenten', 'incident'],
  ['leerlingen', 'leerling', 'kinderen', 'kind'],
  ['leerkrachten', 'leerkracht', 'collega’s', "collega's", 'collega'],
  ['groepen', 'groep'],
];

const nameOf = (form: string): string | undefined => units.find((names) => names.includes(form))?.[0];

/**
 * What a level counts: a known word right after a number. «3 keer per 2 dagen» counts keren, not dagen; «4 van de 5 lessen» counts
 * lessen; a number before any other word counts nothing we can tell.
 */
export function unitsIn(description: string): readonly string[] {
  const tokens = description.toLowerCase().match(/\d+|%|[\p{L}’']+/gu) ?? [];
  const counted = tokens.filter((_, nth) => /^\d/.test(tokens[nth - 1] ?? '') && tokens[nth - 2] !== 'per');
  return [...new Set(counted.map(nameOf).filter((name) => name !== undefined))];
}

/**
 * The levels that bring in something else than most levels count: then the scale measures two things, and nobody can say what
 * somebody reached. A warning, never a refusal: words can fool it.
 */
export function secondVariables(
  levels: readonly Level[],
): readonly { readonly score: number; readonly units: readonly string[] }[] {
  const counted = levels.map(({ score, description }) => ({ score, units: unitsIn(description) }));
  const all = counted.flatMap((level) => level.units);
  const times = (unit: string) => all.filter((one) => one === unit).length;
  const main = all.toSorted((a, b) => times(b) - times(a))[0];
  return counted
    .map(({ score, units: found }) => ({ score, units: found.filter((unit) => unit !== main) }))
    .filter((level) => level.units.length > 0);
}
