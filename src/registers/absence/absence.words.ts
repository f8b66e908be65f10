/** Why work cannot be handed over, at the field where it can be mended. The codes are those of `arrange_absence` (0016). */
import type { FormError } from '../../platform/ui/form.tsx';

const words: Readonly<Record<string, { readonly field: string; readonly message: string }>> = {
  personKnown: { field: 'standIn', message: 'Kies iemand die kan inloggen.' },
  otherPerson: { field: 'standIn', message: 'Kies iemand anders: niemand vervangt zichzelf.' },
  startsNow: { field: 'from', message: 'Kies vandaag of een dag in het komende jaar.' },
  endsLater: { field: 'to', message: 'De laatste dag ligt vóór de eerste dag.' },
  theirAppointments: { field: 'appointments', message: 'Kies een of meer aanstellingen die dan gelden.' },
  notYetHandedOver: {
    field: 'appointments',
    message: 'Dit werk is in deze periode al overgedragen. Beëindig die overdracht eerst.',
  },
  handsOverThisRole: { field: 'appointments', message: 'Het werk in deze rol wordt hier niet overgedragen.' },
  worksOnThatSide: {
    field: 'standIn',
    message:
      'Een directeur wordt vervangen door iemand van die school of door een andere directeur. Ander werk gaat naar iemand van het samenwerkingsverband. Is het een nieuwe waarnemer, voeg dan eerst een aanstelling toe.',
  },
  bothSides: {
    field: 'standIn',
    message: 'Deze persoon zit hier al aan de andere kant van de tafel. Kies iemand anders.',
  },
};

export function faultsFor(codes: readonly string[]): readonly FormError[] {
  return codes.map((code) => words[code] ?? { message: 'Dit kan nu niet.' });
}
