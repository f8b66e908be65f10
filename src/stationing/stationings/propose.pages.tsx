/** Proposing a stationing: a new one, or one that goes on from another with other dagdelen, another place or a longer time. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, id } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { addDays, showPeriod } from '../../platform/pure/dates.ts';
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
import { Notice } from '../../platform/ui/parts.tsx';
import {
  type MarkInSentence,
  marksInSentences,
  markTrouble,
  type OpenMark,
  WritingAid,
} from '../../privacy/index.ts';
import { proposers } from './stationing.access.ts';
import { proposeStationing } from './stationing.actions.ts';
import type { RoomOfWeek } from './stationing.rules.ts';
import { findRoom, getStationing, type Stationing } from './stationing.store.ts';
import { roomPeriods, roomWords } from './stationing.words.ts';
import { type Choices, findChoices } from './stationing-choices.store.ts';
import { inputOfForm, proposalForm, typedFrom, typedPeriod, typedShare } from './stationing-form.ts';

export const path = '/inzet/stationeringen';
const newPath = `${path}/nieuw`;
const labels = { note: 'Overdracht', words: 'Waarom verandert het?' };

export const proposePages: readonly Route[] = [
  getPage(
    newPath,
    proposers,
    (call) => {
      const { query, today } = call;
      const typed: Entries = [
        ['specialistId', query.specialist ?? ''],
        ['place', query.school === undefined ? '' : `s:${query.school}`],
        ['from', query.van ?? ''],
        ['to', query.tot ?? ''],
      ];
      return show(call, query.verder, (before) => {
        if (before === undefined) return { typed, errors: [] };
        const from = before.to < today ? today : addDays(before.to, 1);
        return { typed: typedFrom(before, from), errors: [] };
      });
    },
    z.object({
      specialist: z.uuid().optional().catch(undefined),
      school: z.string().max(6).optional().catch(undefined),
      van: z.iso.date().optional().catch(undefined),
      tot: z.iso.date().optional().catch(undefined),
      verder: z.uuid().optional().catch(undefined),
    }),
  ),
  postPage(newPath, proposers, proposalForm, async (call): Promise<PageAnswer> => {
    const { actor, deed, database, input } = call;
    const { parsed, typed } = input;
    const again = (errors: readonly FormError[], marks: readonly OpenMark[] = []) =>
      show(call, knownId(typedValue(typed, 'continuesId')), () => ({
        typed,
        errors,
        marks: marksInSentences(marks, parsed.ok ? parsed.value : {}, undefined),
      }));
    if (!parsed.ok) return again(parsed.faults.map(atField));
    const choices = await database.read(actor, (reader) => findChoices(reader, actor));
    const proposal = inputOfForm(parsed.value, choices);
    if (!proposal.ok) return again(proposal.faults.map(atField));
    const outcome = await proposeStationing(deed, actor, proposal.value);
    if (outcome.outcome === 'taken')
      return {
        kind: 'redirect',
        to: `${path}/${outcome.id}`,
        flash: {
          tone: 'good',
          text: 'De stationering is voorgesteld. De plek hoort het en kan akkoord gaan.',
        },
      };
    if (outcome.outcome === 'keyReused')
      return again([
        { message: 'Dit formulier was al verstuurd. Kijk in de lijst of het voorstel er staat.' },
      ]);
    if (outcome.outcome !== 'refused') return notFound;
    const told = outcome.unmet.filter(({ code }) => code !== 'noOpenMarks' || !outcome.marks?.length);
    return again(
      [
        ...told.map(({ field, detail }) => ({ field: field || undefined, message: detail })),
        ...markTrouble(outcome.marks ?? [], labels).summary,
      ],
      outcome.marks,
    );
  }),
];

const knownId = (value: string | undefined) => {
  const parsed = id().safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

/** Fields of the API that are one field here. */
const atField = ({
  location,
  detail,
}: {
  readonly location: string;
  readonly detail: string;
}): FormError => ({
  field: /^(schoolCode|boardCode)/.test(location)
    ? 'place'
    : location.replace(/^(schools|ambitions).*/, '$1'),
  message: detail,
});

interface Attempt {
  readonly typed: Entries;
  readonly errors: readonly FormError[];
  readonly marks?: readonly MarkInSentence[];
}

async function show(
  call: Call<Actor, object, unknown> & Page,
  continuesId: string | undefined,
  begin: (before: Stationing | undefined) => Attempt,
): Promise<PageAnswer> {
  const { actor, database, csrf } = call;
  const [choices, before] = await database.read(actor, (reader) =>
    Promise.all([
      findChoices(reader, actor),
      continuesId === undefined ? undefined : getStationing(reader, actor, continuesId),
    ]),
  );
  if (continuesId !== undefined && before === undefined) return notFound;
  const attempt = begin(before);
  const specialistId = knownId(typedValue(attempt.typed, 'specialistId'));
  const period = typedPeriod(attempt.typed);
  // Who may do more somewhere else, and when, is worth a look once something did not fit.
  const room =
    attempt.errors.length === 0 || specialistId === undefined || period === undefined
      ? []
      : await database.read(actor, (reader) => findRoom(reader, specialistId, period, before?.id ?? null));
  const title = before === undefined ? 'Stationering voorstellen' : 'Verder na deze stationering';
  return {
    kind: 'html',
    status: attempt.errors.length === 0 ? 200 : 422,
    title,
    body: <ProposalForm {...{ title, choices, before, room, csrf }} {...attempt} />,
  };
}

interface ProposalFormProps extends Attempt {
  readonly title: string;
  readonly choices: Choices;
  readonly before: Stationing | undefined;
  readonly room: readonly RoomOfWeek[];
  readonly csrf: string;
}

function ProposalForm(props: ProposalFormProps): JSX.Element {
  const { title, choices, before, room, csrf, typed, errors, marks = [] } = props;
  const field = (name: string) => ({
    name,
    value: typedValue(typed, name) ?? '',
    error: errorOf(errors, name),
  });
  return (
    <>
      <Breadcrumb items={[{ href: path, label: 'Stationeringen' }]} />
      <h1>{title}</h1>
      <p class="lead">
        {before === undefined
          ? 'Wie komt waar, hoeveel en hoe lang? De directeur of het bestuur gaat daarna akkoord.'
          : `${before.specialist.name} is bij ${before.place.name}, ${showPeriod(before.from, before.to)}. Is dit voorstel akkoord, dan eindigt dat op de dag ervoor.`}
      </p>
      <Form action={newPath} csrf={csrf} errors={errors} idempotencyKey={newId()}>
        {before !== undefined && <input type="hidden" name="continuesId" value={before.id} />}
        <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
        {before === undefined ? (
          <Select
            {...field('specialistId')}
            label="Wie?"
            empty="Kies een specialist"
            options={choices.specialists.map((one) => ({ value: one.id, label: one.name }))}
          />
        ) : (
          <input type="hidden" name="specialistId" value={before.specialist.id} />
        )}
        <Place choices={choices} typed={typed} errors={errors} />
        <TextField
          {...field('dagdelen')}
          label="Dagdelen per week"
          hint="Hele of halve, zoals 4 of 2,5."
          inputMode="decimal"
          short
        />
        {room.length > 0 && <Room room={room} />}
        <DateField {...field('from')} label="Eerste dag" />
        <DateField {...field('to')} label="Laatste dag" />
        {choices.ambitions.length > 0 && <Ambitions choices={choices} typed={typed} errors={errors} />}
        <TextArea
          {...field('note')}
          label={labels.note}
          optional
          max={4_000}
          hint="Wat moet wie komt weten, en wat is er al gedaan? Noem nooit een kind."
        />
        {before !== undefined && (
          <TextArea {...field('words')} label={labels.words} optional max={4_000} rows={2} />
        )}
        <SubmitRow primary="Stel voor" cancel={before === undefined ? path : `${path}/${before.id}`} />
      </Form>
    </>
  );
}

interface PartProps {
  readonly choices: Choices;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
}

function Place({ choices, typed, errors }: PartProps): JSX.Element {
  const chosen = typedValues(typed, 'schools');
  const fault = errorOf(errors, 'schools');
  return (
    <>
      <Select
        name="place"
        label="Waar?"
        empty="Kies een school of een bestuur"
        value={typedValue(typed, 'place')}
        error={errorOf(errors, 'place')}
        options={[
          ...choices.schools.map(({ code, name }) => ({ value: `s:${code}`, label: name })),
          ...choices.boards.map(({ code, name }) => ({ value: `b:${code}`, label: `Bestuur: ${name}` })),
        ]}
      />
      <details class="fold" open={chosen.length > 0 || fault !== undefined}>
        <summary class="fold__summary">Bij een bestuur: niet alle scholen</summary>
        <div class="fold__body">
          <Checkboxes
            name="schools"
            label="Welke scholen van het bestuur?"
            optional
            hint="Kiest u er geen, dan zijn het alle scholen van het bestuur."
            options={choices.schools.map(({ code, name }) => ({ value: code, label: name }))}
            values={chosen}
            error={fault}
          />
        </div>
      </details>
    </>
  );
}

function Ambitions({ choices, typed, errors }: PartProps): JSX.Element {
  const fault = errorOf(errors, 'ambitions') ?? errorOf(errors, 'questionsShare');
  return (
    <Fieldset
      legend="Waarvoor?"
      hint="Hoeveel procent is voor een ambitie? De rest is voor vragen van scholen."
    >
      <div id="ambitions" tabIndex={-1} class="stack">
        <div id="questionsShare" tabIndex={-1} />
        {choices.ambitions.map(({ id: ambition, name }, nth) => (
          <div key={ambition}>
            <input type="hidden" name={`ambitions.${nth}.id`} value={ambition} />
            <TextField
              name={`ambitions.${nth}.share`}
              label={`${name} (procent)`}
              optional
              inputMode="numeric"
              short
              value={typedShare(typed, nth, ambition) ?? ''}
              error={nth === 0 ? fault : undefined}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}

/** Where there is room and where not, weeks that are alike together. */
function Room({ room }: { readonly room: readonly RoomOfWeek[] }): JSX.Element {
  return (
    <Notice tone="info" title="De ruimte in deze periode">
      <ul>
        {roomPeriods(room).map(({ from, to, ...week }) => (
          <li key={from}>
            {showPeriod(from, to)}: {roomWords(week)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
