/** The ways from results to the forms that some of them come from. */
import type { JSX } from 'preact';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { basicPath, criteriaPath } from './basic/basic.words.ts';
import { access } from './form.access.ts';
import { yearlyPath } from './yearly/yearly.words.ts';

export function FormDoors({ actor }: { readonly actor: Actor }): JSX.Element | null {
  const doors = [
    ...(hasRole(actor, ...access.yearly) ? [[yearlyPath, 'Jaarvraag aan scholen'] as const] : []),
    ...(hasRole(actor, ...access.readBasic)
      ? [[basicPath, 'Basisondersteuning per school'] as const]
      : hasRole(actor, ...access.readCriteria)
        ? [[criteriaPath, 'Criteria van basisondersteuning'] as const]
        : []),
  ];
  if (doors.length === 0) return null;
  return (
    <p class="row">
      {doors.map(([href, label]) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </p>
  );
}
