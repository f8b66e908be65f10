/** What the pages of the ondersteuningsplan show alike. */
import type { JSX } from 'preact';
import { StateBadge } from '../../platform/ui/parts.tsx';
import type { Crumb } from '../words.tsx';
import type { PlanStatus } from './support-plan.rules.ts';
import { planTones, planWords } from './support-plan.words.ts';

export const plansPath = '/ondersteuningsplan';
export const planPath = (id: string): string => `${plansPath}/${id}`;
export const coveragePath = (id: string): string => `${planPath(id)}/dekking`;
export const priorityPath = (id: string): string => `${plansPath}/speerpunten/${id}`;
export const ambitionPath = (id: string): string => `${plansPath}/ambities/${id}`;
export const filePath = (id: string): string => `${plansPath}/bestand/${id}`;

export const home: Crumb = { href: plansPath, label: 'Ondersteuningsplan' };
export const crumbOf = ({ id, name }: { readonly id: string; readonly name: string }): Crumb => ({
  href: planPath(id),
  label: name,
});

export const PlanBadge = ({ status }: { readonly status: PlanStatus }): JSX.Element => (
  <StateBadge tone={planTones[status]} label={planWords[status]} />
);

/** «bladzijde 36», as a link into the document when there is one. */
export function PageOf({
  page,
  file,
}: {
  readonly page: number | null;
  readonly file?: string | undefined;
}): JSX.Element | null {
  if (page === null) return null;
  const words = `bladzijde ${page}`;
  return file === undefined ? <span>{words}</span> : <a href={`${filePath(file)}#page=${page}`}>{words}</a>;
}
