/** A specialist's profile as a form. */
import type { JSX } from 'preact';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { Checkboxes } from '../../platform/ui/choices.tsx';
import { DateField, Select, TextArea, TextField } from '../../platform/ui/fields.tsx';
import { errorOf, Fieldset, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { findOffered } from './expertise.store.ts';
import { refusalErrors } from './period.pages.tsx';
import { keepers, mayKeepProfile } from './specialist.access.ts';
import { saveProfile } from './specialist.actions.ts';
import { profileForm, profileOfForm } from './specialist.input.ts';
import { listLink, pathOf } from './specialist.pages.tsx';
import { findAreas, getSpecialist, type Specialist } from './specialist.store.ts';
import { levels, levelWords } from './specialist.words.ts';

const path = `${listLink.href}/:id/aanpassen`;

export const profilePages: readonly Route[] = [
  getPage(path, keepers, (call) => show(call)),
  postPage(path, keepers, profileForm, async (call) => {
    const { actor, deed, params, input } = call;
    const id = idOf(params);
    if (id === undefined) return notFound;
    const { parsed, typed } = input;
    if (!parsed.ok) {
      const errors = parsed.faults.map(({ location, detail }) => ({
        field: location.replace(/^(areas|expertise)\..*/, '$1'),
        message: detail,
      }));
      return show(call, { typed, errors });
    }
    const outcome = await saveProfile(deed, actor, id, profileOfForm(parsed.value));
    if (outcome.outcome === 'taken')
      return { kind: 'redirect', to: pathOf(id), flash: { tone: 'good', text: 'Het profiel is bewaard.' } };
    if (outcome.outcome === 'notFound' || outcome.outcome === 'forbidden') return notFound;
    return show(call, { typed, errors: refusalErrors(outcome) });
  }),
];

interface Attempt {
  readonly typed: Entries;
  readonly errors: readonly FormError[];
}

async function show(call: Call<Actor, object, unknown> & Page, attempt?: Attempt): Promise<PageAnswer> {
  const { actor, database, params, csrf } = call;
  const id = idOf(params);
  if (id === undefined || !mayKeepProfile(actor, id)) return notFound;
  const [specialist, offered, areas] = await database.read(actor, (reader) =>
    Promise.all([
      getSpecialist(reader, actor.tenantId, id),
      findOffered(reader, actor.tenantId),
      findAreas(reader, actor.tenantId),
    ]),
  );
  if (specialist === undefined) return notFound;
  // What somebody has stays to be kept, also when the list does not offer it any more.
  const codes = new Set(offered.map(({ code }) => code));
  const kinds = [...offered, ...specialist.expertise.filter(({ code }) => !codes.has(code))];
  return {
    kind: 'html',
    status: attempt === undefined ? 200 : 422,
    title: `Profiel van ${specialist.name}`,
    body: (
      <ProfileForm
        {...{ specialist, kinds, areas, csrf }}
        typed={attempt?.typed ?? typedOf(specialist)}
        errors={attempt?.errors ?? []}
        own={actor.personId === id}
      />
    ),
  };
}

function typedOf(specialist: Specialist): Entries {
  const { employedFrom, formerOrganisation, fromSpecial, languages, areas, about, version } = specialist;
  return [
    ['employedFrom', employedFrom ?? ''],
    ['formerOrganisation', formerOrganisation ?? ''],
    ...(fromSpecial ? [['fromSpecial', 'true'] as const] : []),
    ['languages', languages.join(', ')],
    ['about', about ?? ''],
    ['_version', `${version}`],
    ...areas.map(({ code }) => ['areas', code] as const),
    ...specialist.expertise.map(({ code, level }) => [`level:${code}`, `${level}`] as const),
  ];
}

interface ProfileFormProps extends Attempt {
  readonly specialist: Specialist;
  readonly kinds: readonly { readonly code: string; readonly name: string }[];
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly csrf: string;
  readonly own: boolean;
}

function ProfileForm({ specialist, kinds, areas, csrf, typed, errors, own }: ProfileFormProps): JSX.Element {
  const back = pathOf(specialist.id);
  const field = (name: string) => ({
    name,
    value: typedValue(typed, name) ?? '',
    error: errorOf(errors, name),
  });
  return (
    <>
      <Breadcrumb items={[listLink, { href: back, label: specialist.name }]} />
      <h1>{own ? 'Mijn profiel' : `Profiel van ${specialist.name}`}</h1>
      <p class="lead">Iedereen in het samenwerkingsverband kan dit lezen.</p>
      <Form
        action={`${back}/aanpassen`}
        csrf={csrf}
        errors={errors}
        idempotencyKey={newId()}
        version={typedValue(typed, '_version') ?? specialist.version}
      >
        <Fieldset legend="Expertise" hint="Kies een niveau. Leeg: dit hoort er niet bij.">
          <div id="expertise" tabIndex={-1} class="stack">
            {kinds.map(({ code, name }, nth) => (
              <div key={code}>
                <input type="hidden" name={`expertise.${nth}.code`} value={code} />
                <Select
                  name={`expertise.${nth}.level`}
                  label={name}
                  empty="niet"
                  value={typedValue(typed, `expertise.${nth}.level`) ?? typedValue(typed, `level:${code}`)}
                  options={levels.map((level) => ({ value: `${level}`, label: levelWords[level] }))}
                />
              </div>
            ))}
          </div>
        </Fieldset>
        <TextField
          {...field('languages')}
          label="Talen"
          optional
          hint="Met komma’s ertussen, zoals: Turks, Engels."
        />
        {areas.length > 0 && (
          <Checkboxes
            name="areas"
            label="Werkt in"
            optional
            error={errorOf(errors, 'areas')}
            options={areas.map(({ code, name }) => ({ value: code, label: name }))}
            values={typedValues(typed, 'areas')}
          />
        )}
        <TextField {...field('formerOrganisation')} label="Werkte eerder bij" optional />
        <Checkboxes
          name="fromSpecial"
          label="Speciaal onderwijs"
          optional
          error={errorOf(errors, 'fromSpecial')}
          options={[{ value: 'true', label: 'Neemt kennis mee uit het speciaal onderwijs' }]}
          values={typedValues(typed, 'fromSpecial')}
        />
        <DateField {...field('employedFrom')} label="In dienst sinds" optional />
        <TextArea
          {...field('about')}
          label="Over het werk"
          optional
          max={2_000}
          hint="Waarvoor kan een school bij u terecht? Noem geen scholen of kinderen."
        />
        <SubmitRow primary="Bewaar" cancel={back} />
      </Form>
    </>
  );
}
