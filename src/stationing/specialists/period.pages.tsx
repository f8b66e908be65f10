/** Contracts and absences as forms: both are days of one specialist, so both have the same doors. */
import { z } from 'zod';
import { typedValue } from '../../platform/form/typed.ts';
import { idOf } from '../../platform/input.ts';
import type { Actor, Role } from '../../platform/pure/actor.ts';
import {
  type Call,
  type Deed,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
} from '../../platform/route.ts';
import { ConfirmBox, type FormError } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { errorsOf, type RegisterField, RegisterForm } from '../../registers/index.ts';
import { absenceWriters, contractWriters, mayWriteAbsence, mayWriteContract } from './specialist.access.ts';
import {
  addAbsence,
  addContract,
  changeAbsence,
  changeContract,
  dropAbsence,
  type SpecialistOutcome,
} from './specialist.actions.ts';
import { type AbsenceInput, absenceInput, type ContractInput, contractInput } from './specialist.input.ts';
import { listLink, pathOf } from './specialist.pages.tsx';
import { type Absence, type Contract, getSpecialist, type Specialist } from './specialist.store.ts';

interface Kind<Input, Row extends { readonly id: string; readonly version: number }> {
  /** Below the page of the specialist. */
  readonly path: string;
  readonly access: readonly [Role, ...Role[]];
  readonly input: z.ZodType<Input>;
  readonly may: (actor: Actor, personId: string) => boolean;
  readonly titles: readonly [fresh: string, change: string];
  readonly fields: readonly RegisterField[];
  readonly rows: (specialist: Specialist) => readonly Row[];
  readonly valuesOf: (row: Row) => Readonly<Record<string, string>>;
  readonly add: (deed: Deed, actor: Actor, personId: string, input: Input) => Promise<SpecialistOutcome>;
  readonly change: (
    deed: Deed,
    actor: Actor,
    personId: string,
    id: string,
    input: Input,
  ) => Promise<SpecialistOutcome>;
  /** Where to go on, and what to say. */
  readonly done: (personId: string, actor: Actor) => PageAnswer;
  readonly drop?: (deed: Deed, actor: Actor, personId: string, id: string) => Promise<SpecialistOutcome>;
}

function periodPages<Input, Row extends { readonly id: string; readonly version: number }>(
  kind: Kind<Input, Row>,
): readonly Route[] {
  const base = `${listLink.href}/:id/${kind.path}`;
  const { access, input, drop } = kind;
  return [
    getPage(base, access, (call) => show(kind, call)),
    postPage(base, access, input, (call) => save(kind, call)),
    getPage(`${base}/:row`, access, (call) => show(kind, call)),
    postPage(`${base}/:row`, access, input, (call) => save(kind, call)),
    ...(drop === undefined
      ? []
      : [
          postPage(`${base}/:row/verwijderen`, access, z.object({}), async ({ actor, deed, params }) => {
            const [id, row] = [idOf(params), rowOf(params)];
            if (id === undefined || row === undefined) return notFound;
            const { outcome } = await drop(deed, actor, id, row);
            return outcome === 'taken' ? kept(id, 'Verwijderd.') : notFound;
          }),
        ]),
  ];
}

const rowOf = (params: Readonly<Record<string, string>>) => idOf(params, 'row');

const kept = (id: string, text: string): PageAnswer => ({
  kind: 'redirect',
  to: pathOf(id),
  flash: { tone: 'good', text },
});

async function show<Input, Row extends { readonly id: string; readonly version: number }>(
  kind: Kind<Input, Row>,
  call: Call<Actor, object, unknown> & Page,
  attempt?: { readonly typed: Sent<Input>['typed']; readonly errors: readonly FormError[] },
): Promise<PageAnswer> {
  const { actor, database, params, csrf } = call;
  const [id, rowId] = [idOf(params), rowOf(params)];
  if (id === undefined || !kind.may(actor, id)) return notFound;
  const specialist = await database.read(actor, (reader) => getSpecialist(reader, actor.tenantId, id));
  const row = specialist === undefined ? undefined : kind.rows(specialist).find((one) => one.id === rowId);
  if (specialist === undefined || ('row' in params && row === undefined)) return notFound;
  const values =
    attempt === undefined
      ? row === undefined
        ? {}
        : kind.valuesOf(row)
      : Object.fromEntries(kind.fields.map(({ name }) => [name, typedValue(attempt.typed, name) ?? '']));
  return page({ kind, specialist, row, values, errors: attempt?.errors ?? [], csrf });
}

function page<Input, Row extends { readonly id: string; readonly version: number }>({
  kind,
  specialist,
  row,
  values,
  errors,
  csrf,
}: {
  readonly kind: Kind<Input, Row>;
  readonly specialist: Specialist;
  readonly row: Row | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
  readonly csrf: string;
}): Html {
  const own = pathOf(specialist.id);
  const title = kind.titles[row === undefined ? 0 : 1];
  const action = `${own}/${kind.path}${row === undefined ? '' : `/${row.id}`}`;
  return {
    kind: 'html',
    status: errors.length > 0 ? 422 : 200,
    title: `${title}, ${specialist.name}`,
    body: (
      <>
        <Breadcrumb items={[listLink, { href: own, label: specialist.name }]} />
        <h1>{title}</h1>
        <RegisterForm
          action={action}
          csrf={csrf}
          fields={kind.fields}
          values={values}
          errors={errors}
          version={row?.version}
          submit="Bewaar"
          cancel={own}
        />
        {kind.drop !== undefined && row !== undefined && (
          <ConfirmBox
            label="Verwijderen"
            action={`${action}/verwijderen`}
            csrf={csrf}
            confirm="Ja, verwijder"
          >
            <p>Gaat dit niet door? Dan verdwijnt het.</p>
          </ConfirmBox>
        )}
      </>
    ),
  };
}

async function save<Input, Row extends { readonly id: string; readonly version: number }>(
  kind: Kind<Input, Row>,
  call: Call<Actor, object, Sent<Input>> & Page,
): Promise<PageAnswer> {
  const { actor, deed, params, input } = call;
  const { parsed, typed } = input;
  const [id, row] = [idOf(params), rowOf(params)];
  if (id === undefined || ('row' in params && row === undefined)) return notFound;
  if (!parsed.ok) return show(kind, call, { typed, errors: errorsOf(parsed.faults, kind.fields) });
  const outcome =
    row === undefined
      ? await kind.add(deed, actor, id, parsed.value)
      : await kind.change(deed, actor, id, row, parsed.value);
  if (outcome.outcome === 'taken') return kind.done(id, actor);
  if (outcome.outcome === 'notFound' || outcome.outcome === 'forbidden') return notFound;
  return show(kind, call, { typed, errors: refusalErrors(outcome) });
}

/** Why a deed did not go through, as errors of its form. */
export function refusalErrors(outcome: SpecialistOutcome): readonly FormError[] {
  if (outcome.outcome === 'refused')
    return outcome.faults.map(({ field, message }) => ({ ...(field !== '' && { field }), message }));
  if (outcome.outcome === 'keyReused')
    return [{ message: 'Dit formulier was al verstuurd. Controleer het en verstuur het opnieuw.' }];
  return [
    { message: 'Iemand anders heeft dit net gewijzigd. Open de pagina opnieuw en kijk wat er nu staat.' },
  ];
}

const days: readonly RegisterField[] = [
  { name: 'from', label: 'Eerste dag', kind: 'date' },
  {
    name: 'to',
    label: 'Laatste dag',
    kind: 'date',
    optional: true,
    hint: 'Leeg: tot nader bericht.',
  },
];

const comma = (n: number) => `${n}`.replace('.', ',');

export const contractPages = periodPages<ContractInput, Contract>({
  path: 'contract',
  access: contractWriters,
  input: contractInput,
  may: mayWriteContract,
  titles: ['Contract toevoegen', 'Contract wijzigen'],
  fields: [
    ...days,
    { name: 'fte', label: 'Werktijdfactor', kind: 'text', hint: 'Bijvoorbeeld 0,8.' },
    {
      name: 'dagdelen',
      label: 'Dagdelen per week voor scholen',
      kind: 'text',
      hint: 'Hele of halve, zoals 6 of 6,5. Hierbinnen kan iemand vragen toewijzen.',
    },
  ],
  rows: ({ contracts }) => contracts,
  valuesOf: ({ from, to, fte, dagdelen }) => ({
    from,
    to: to ?? '',
    fte: comma(fte),
    dagdelen: comma(dagdelen),
  }),
  add: addContract,
  change: changeContract,
  done: (id) => kept(id, 'Het contract is bewaard.'),
});

export const absencePages = periodPages<AbsenceInput, Absence>({
  path: 'afwezig',
  access: absenceWriters,
  input: absenceInput,
  may: mayWriteAbsence,
  titles: ['Afwezigheid toevoegen', 'Afwezigheid wijzigen'],
  fields: days,
  rows: ({ absences }) => absences,
  valuesOf: ({ from, to }) => ({ from, to: to ?? '' }),
  add: addAbsence,
  change: changeAbsence,
  drop: dropAbsence,
  // What lies there meanwhile is the next thing to think of.
  done: (id, actor) => ({
    kind: 'redirect',
    to: actor.personId === id ? '/inzet/overdragen' : `/inzet/overdragen?van=${id}`,
    flash: { tone: 'good', text: 'De afwezigheid is bewaard. Hieronder kunt u de vragen overdragen.' },
  }),
});
