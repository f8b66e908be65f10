/** The form on which a role profile, or its next edition, is written. */

import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import type { Entries } from '../../platform/input.ts';
import { type Actor, roles } from '../../platform/pure/actor.ts';
import { capital } from '../../platform/pure/text.ts';
import type { Html } from '../../platform/route.ts';
import { Select, TextField } from '../../platform/ui/fields.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { roleName } from '../../registers/index.ts';
import { formPage } from '../words.tsx';
import type { Profile } from './profile.store.ts';
import { profileLabels } from './profile.words.ts';
import { profilePath, profilesPath } from './profile-parts.tsx';

interface FormProps {
  readonly csrf: string;
  readonly actor: Actor;
  readonly typed: Entries;
  readonly status?: number;
  readonly trouble?: Trouble;
  /** The profile whose next or open edition is written; none: a new profile. */
  readonly profile?: Profile;
}

export function profileForm(props: FormProps): Html {
  const { csrf, actor, typed, status = 200, trouble = noTrouble, profile } = props;
  const open = profile?.editions.find((one) => one.status !== 'adopted');
  const form = { typed, errors: trouble.fields, labels: profileLabels };
  return formPage({
    list: { href: profilesPath, label: 'Functieprofielen' },
    thing: profile && { path: profilePath(profile.id), name: profile.name, version: profile.version },
    title:
      profile === undefined
        ? 'Nieuw functieprofiel'
        : open === undefined
          ? 'Nieuwe versie'
          : 'Versie aanpassen',
    lead: 'Wat iemand in deze rol doet, en wat daarvoor nodig is. Tot de tekst is voorgelegd, lezen alleen de schrijvers en de directeur-bestuurder mee.',
    ...{ csrf, status, trouble },
    before: open?.status === 'in_consultation' && (
      <Notice tone="info" title="Over deze versie is een consultatie gehouden">
        <p>De tekst zoals die werd voorgelegd, blijft bewaard. Lezers kunnen beide vergelijken.</p>
      </Notice>
    ),
    fields: (
      <>
        {profile === undefined && (
          <>
            <TextField {...fieldOf(form, 'name')} hint="Zoals «Ondersteuningsspecialist»." />
            <Select
              {...fieldOf(form, 'role')}
              optional
              hint="Als het een rol is die in Kortelijn voorkomt."
              empty="Geen"
              options={roles.map((role) => ({
                value: role,
                label: capital(roleName(role, actor.tenant.labels)),
              }))}
            />
          </>
        )}
        <Story
          form={form}
          name="body"
          rows={8}
          max={50_000}
          hint="Een lege regel begint een nieuwe alinea. Met ## ervoor wordt een regel een kop, met een streepje een opsomming."
        />
      </>
    ),
  });
}
