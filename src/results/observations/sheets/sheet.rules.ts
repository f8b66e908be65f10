/** Sheets as their makers write them: the points one a line, and below each domain its items with a dash. */
import type { Domain } from '../observation.rules.ts';

export const fewestPoints = 2;
export const mostPoints = 7;
const mostDomains = 10;
const mostItems = 20;

/** The lines that say something. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Why these are no points of a scale; null: they are. */
export function pointsFault(points: readonly string[]): string | null {
  if (points.length < fewestPoints || points.length > mostPoints)
    return 'Geef twee tot zeven punten, elk op een eigen regel.';
  if (points.some((point) => point.length > 80)) return 'Gebruik per punt hoogstens 80 tekens.';
  return new Set(points).size < points.length ? 'Elk punt heeft eigen woorden nodig.' : null;
}

/** «Uitleg» and below it «- Het doel staat op het bord.» */
export function domainsOf(text: string): readonly Domain[] {
  const domains: { readonly name: string; readonly items: string[] }[] = [];
  for (const line of linesOf(text)) {
    const item = /^[-*•]\s*(.+)$/.exec(line)?.[1];
    if (item === undefined) domains.push({ name: line, items: [] });
    else if (domains.length === 0) domains.push({ name: '', items: [item] });
    else domains.at(-1)?.items.push(item);
  }
  return domains;
}

/** Why these are no domains; null: they are. */
export function domainsFault(domains: readonly Domain[]): string | null {
  const [first] = domains;
  if (first === undefined) return 'Schrijf ten minste één domein, met daaronder wat u bekijkt.';
  if (first.name === '') return 'Begin met de naam van een domein, zonder streepje.';
  if (domains.length > mostDomains) return `Gebruik hoogstens ${mostDomains} domeinen.`;
  const empty = domains.find(({ items }) => items.length === 0);
  if (empty !== undefined)
    return `Onder «${empty.name}» staat nog niets. Zet voor elk punt een streepje: «- Wat u bekijkt».`;
  if (new Set(domains.map(({ name }) => name)).size < domains.length)
    return 'Elk domein heeft een eigen naam nodig.';
  if (domains.some(({ items }) => items.length > mostItems))
    return `Gebruik per domein hoogstens ${mostItems} punten.`;
  const texts = domains.flatMap(({ name, items }) => [name, ...items]);
  return texts.some((one) => one.length > 200) ? 'Gebruik per regel hoogstens 200 tekens.' : null;
}

/** As it is typed. */
export const domainsText = (domains: readonly Domain[]): string =>
  domains.map(({ name, items }) => [name, ...items.map((item) => `- ${item}`)].join('\n')).join('\n');
