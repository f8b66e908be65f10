/** The registers in Dutch. */
import { type Appointment, type Place, type Role, roles } from '../platform/pure/actor.ts';
import { capital } from '../platform/pure/text.ts';
import type { HolidayRegion } from './files/holiday-file.rules.ts';
import type { SchoolKind } from './files/school-fields.rules.ts';
import { type LabelName, presets } from './presets.rules.ts';

/** The words a partnership chose; what it did not choose has its usual name. */
export type OwnWords = Readonly<Record<string, string>>;

/** What a role is called in this partnership, in lower case. */
export function roleName(role: Role, words: OwnWords): string {
  const labels = { ...presets.rotterdam.labels, ...words };
  const own: Readonly<Record<Role, string>> = {
    contact_person: labels.contact_person,
    specialist: labels.specialist,
    team_lead: 'teamleider',
    committee_member: `lid ${labels.committee}`,
    committee_secretary: `secretaris ${labels.committee}`,
    school_director: 'directeur',
    support_coordinator: 'intern begeleider',
    teacher: 'leerkracht',
    board_member: 'lid schoolbestuur',
    partnership_director: 'directeur-bestuurder',
    policy_adviser: 'beleidsadviseur',
    editor: 'redacteur',
    privacy_officer: 'functionaris gegevensbescherming',
    administrator: 'functioneel beheerder',
  };
  return own[role];
}

/** «schoolcontactpersoon van De Zonnewijzer», «waarnemend directeur van …», «teamleider». */
export function appointmentName(
  appointment: Pick<Appointment, 'role'> & {
    readonly place: Pick<Place, 'kind' | 'name'>;
    readonly acting?: boolean;
  },
  words: OwnWords,
): string {
  const { role, place, acting = false } = appointment;
  const name = `${acting ? 'waarnemend ' : ''}${roleName(role, words)}`;
  return place.kind === 'tenant' ? name : `${name} van ${place.name}`;
}

/** All roles as choices of a form, by name. */
export function roleOptions(words: OwnWords): readonly { readonly value: Role; readonly label: string }[] {
  return roles
    .map((role) => ({ value: role, label: capital(roleName(role, words)) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'));
}

export const labelExplanations = {
  contact_person: 'Het gezicht van het samenwerkingsverband op een school',
  specialist: 'Wie scholen komt ondersteunen',
  area: 'Groep van scholen in het samenwerkingsverband',
  committee: 'De commissie die adviseert en beslist',
} as const satisfies Record<LabelName, string>;

export const regionNames = {
  noord: 'Noord',
  midden: 'Midden',
  zuid: 'Zuid',
} as const satisfies Record<HolidayRegion, string>;

export const schoolKindNames = {
  BO: 'basisschool',
  SBO: 'speciaal basisonderwijs',
  SO: 'speciaal onderwijs',
  VSO: 'voortgezet speciaal onderwijs',
  'SO/VSO': 'speciaal en voortgezet speciaal onderwijs',
  VO: 'voortgezet onderwijs',
} as const satisfies Record<SchoolKind, string>;

/** «Basisschool»; nothing when the kind is not known. */
export function schoolKindName(kind: string | null): string | undefined {
  const known = Object.entries(schoolKindNames).find(([code]) => code === kind);
  return known && capital(known[1]);
}

/** «Kiezelweg 11, 1234 AB Kadewijk», as far as it is known. */
export function addressLine(address: {
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
}): string {
  const parts = [
    [address.street, address.houseNumber],
    [address.postcode, address.city],
  ].map((words) => words.filter(Boolean).join(' '));
  return parts.filter((part) => part !== '').join(', ');
}

/** The name of a place in a list of choices: schools carry their code, for two can have one name. */
export function placeName(place: Pick<Place, 'kind' | 'code' | 'name'>): string {
  return place.kind === 'school' ? `${place.name} (${place.code})` : place.name;
}

/** What a constraint of the database refuses, said at the field where it can be mended. */
export const constraintWords: Readonly<
  Record<string, { readonly field?: string; readonly message: string }>
> = {
  'a sheet has a name of its own': { field: 'name', message: 'Er is al een formulier met deze naam.' },
  board_tenant_id_code_key: { field: 'code', message: 'Er is al een schoolbestuur met dit nummer.' },
  area_tenant_id_code_key: { field: 'code', message: 'Er is al een gebied met deze code.' },
  school_tenant_id_code_key: { field: 'code', message: 'Er is al een school met deze vestigingscode.' },
  person_tenant_id_email_key: { field: 'email', message: 'Er is al iemand met dit e-mailadres.' },
  school_tenant_id_board_id_fkey: { field: 'board', message: 'Kies een schoolbestuur uit de lijst.' },
  school_tenant_id_area_id_fkey: { field: 'area', message: 'Kies een gebied uit de lijst.' },
  appointment_tenant_id_board_id_fkey: { field: 'place', message: 'Kies een plaats uit de lijst.' },
  appointment_tenant_id_school_id_fkey: { field: 'place', message: 'Kies een plaats uit de lijst.' },
  holiday_tenant_id_board_id_fkey: { field: 'place', message: 'Kies een plaats uit de lijst.' },
  holiday_tenant_id_school_id_fkey: { field: 'place', message: 'Kies een plaats uit de lijst.' },
  tenant_host_name_key: {
    field: 'hostName',
    message: 'Een ander samenwerkingsverband gebruikt dit adres al.',
  },
  'an expertise stands in the list once': { field: 'name', message: 'Deze expertise staat al in de lijst.' },
  expertise_pkey: { field: 'name', message: 'Deze expertise staat al in de lijst.' },
  'an ambition stands in the list once': { field: 'name', message: 'Deze ambitie staat al in de lijst.' },
  'an ambition ends after it begins': { field: 'to', message: 'De laatste dag ligt vóór de eerste dag.' },
  'an expected need ends after it begins': {
    field: 'to',
    message: 'De laatste dag ligt vóór de eerste dag.',
  },
  travel_base_tenant_id_code_key: { field: 'code', message: 'Er is al een vertrekpunt met deze code.' },
  expected_need_tenant_id_school_id_fkey: { field: 'school', message: 'Kies een school uit de lijst.' },
  expected_need_tenant_id_expertise_fkey: {
    field: 'expertise',
    message: 'Kies een expertise uit de lijst.',
  },
  expected_need_tenant_id_ambition_id_fkey: { field: 'ambition', message: 'Kies een ambitie uit de lijst.' },
  'a goal stands in the library once': {
    field: 'title',
    message: 'Dit doel staat al in de bibliotheek.',
  },
  'one appointment of a kind at a time': {
    field: 'from',
    message:
      'Deze persoon heeft deze rol hier al in (een deel van) deze periode. Beëindig die aanstelling eerst.',
  },
  'an appointment ends after it begins': { field: 'to', message: 'De laatste dag ligt vóór de eerste dag.' },
  'a role belongs to its kind of place': { field: 'place', message: 'Deze rol past niet bij deze plaats.' },
  'holidays of one place do not overlap': {
    field: 'from',
    message: 'Op deze dagen staat hier al een vakantie of open dag. Wijzig die eerst.',
  },
  'a holiday ends after it begins': { field: 'to', message: 'De laatste dag ligt vóór de eerste dag.' },
};
