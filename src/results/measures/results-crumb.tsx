import type { JSX } from 'preact';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { access } from './measure.access.ts';

/** The way back to the results, for whoever finds any there. */
export const ResultsCrumb = ({ actor }: { readonly actor: Actor }): JSX.Element | null =>
  hasRole(actor, ...access.read) ? (
    <Breadcrumb items={[{ href: '/resultaten', label: 'Resultaten' }]} />
  ) : null;
