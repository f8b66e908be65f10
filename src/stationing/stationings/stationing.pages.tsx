/** One stationing, and its steps, each a page of its own. */
import type { ComponentChildren, JSX } from 'preact';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showDate, showMoment, showPeriod } from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { DateField, Select, TextArea } from '../../platform/ui/fields.tsx';
import { errorOf, Form, type FormError, LinkButton, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Prose } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { Steps, Timeline } from '../../platform/ui/timeline.tsx';
import {
  type MarkInSentence,
  marksInSentences,
  markTrouble,
  type OpenMark,
  WritingAid,
} from '../../privacy/index.ts';
import { dagdelenAWeek } from '../specialists/specialist.words.ts';
import { mayPropose, readers } from './stationing.access.ts';
import { type StationingOutcome, takeStationingStep } from './stationing.actions.ts';
import { stepInputs } from './stationing.input.ts';
import { endReasons, mayTake, moveOf, type StepTaken, stepsTaken } from './stationing.rules.ts';
import { getStationing, type Stationing, type StationingEntry } from './stationing.store.ts';
import { stepsFor } from './stationing.view.ts';
import { byItself, entryWords, reasonWords, stepHints, stepWords, takenWords } from './stationing.words.ts';
import { listPath, StationingBadge } from './stationing-parts.tsx';

const slugs = {
  answer: 'antwoord',
  agree: 'akkoord',
  withdraw: 'intrekken',
  start: 'beginnen',
  evaluate: 'evalueren',
  shorten: 'inkorten',
  end: 'beeindigen',
} as const satisfies Record<StepTaken, string>;

export const stationingPages: readonly Route[] = [
  getPage(`${listPath}/:id`, readers, async ({ actor, database, params, today }) => {
    const stationing = await read(database, actor, params);
    if (stationing === undefined) return notFound;
    const title = titleOf(stationing);
    return { kind: 'html', title, body: <StationingView {...{ title, stationing, actor, today }} /> };
  }),
  ...stepsTaken.flatMap((step): readonly Route[] => [
    getPage(`${listPath}/:id/${slugs[step]}`, readers, async ({ actor, database, params, today, csrf }) => {
      const stationing = await read(database, actor, params);
      if (stationing === undefined || !mayTake(step, stationing)) return notFound;
      return stepPage({ step, stationing, today, csrf, typed: [], errors: [], marks: [] });
    }),
    postPage(`${listPath}/:id/${slugs[step]}`, readers, stepInputs[step], (call) => take(call, step)),
  ]),
];

const titleOf = ({ specialist, place }: Stationing) => `${specialist.name} bij ${place.name}`;

async function read(
  database: Call<Actor>['database'],
  actor: Actor,
  params: Readonly<Record<string, string>>,
): Promise<Stationing | undefined> {
  const id = idOf(params);
  return id === undefined ? undefined : database.read(actor, (reader) => getStationing(reader, actor, id));
}

type Posted = Call<Actor, Record<string, never>, { readonly parsed: ParsedStep; readonly typed: Entries }> &
  Page;
type ParsedStep =
  | { readonly ok: true; readonly value: object }
  | {
      readonly ok: false;
      readonly faults: readonly { readonly location: string; readonly detail: string }[];
    };

async function take(call: Posted, step: StepTaken): Promise<PageAnswer> {
  const { actor, deed, params, input, database, today, csrf } = call;
  const { parsed, typed } = input;
  const id = idOf(params);
  if (id === undefined) return notFound;
  const again = async (
    errors: readonly FormError[],
    marks: readonly OpenMark[] = [],
  ): Promise<PageAnswer> => {
    const stationing = await read(database, actor, params);
    if (stationing === undefined || !mayTake(step, stationing)) return notFound;
    const told = marksInSentences(marks, parsed.ok ? parsed.value : {}, undefined);
    return { ...stepPage({ step, stationing, today, csrf, typed, errors, marks: told }), status: 422 };
  };
  if (!parsed.ok)
    return again(parsed.faults.map(({ location, detail }) => ({ field: location, message: detail })));
  const request = { ...parsed.value, step } as Parameters<typeof takeStationingStep>[3];
  const outcome = await takeStationingStep(deed, actor, id, request);
  if (outcome.outcome === 'taken')
    return {
      kind: 'redirect',
      to: `${listPath}/${id}`,
      flash: { tone: 'good', text: takenWords[step] },
    };
  if (outcome.outcome === 'notFound' || outcome.outcome === 'forbidden') return notFound;
  const marks = (outcome.outcome === 'refused' && outcome.marks) || [];
  return again([...errorsOf(outcome, marks.length > 0), ...markTrouble(marks, labels).summary], marks);
}

type Refusal = Extract<StationingOutcome, { outcome: 'refused' | 'stale' | 'keyReused' }>;

function errorsOf(outcome: Refusal, marked: boolean): readonly FormError[] {
  switch (outcome.outcome) {
    case 'refused':
      return outcome.unmet
        .filter(({ code }) => code !== 'noOpenMarks' || !marked)
        .map(({ field, detail }) => ({ field: field || undefined, message: detail }));
    case 'stale':
      return [{ message: 'Deze stationering is net veranderd. Kijk eerst wat er nu staat.' }];
    case 'keyReused':
      return [{ message: 'Dit formulier was al verstuurd. Kijk bij de stationering of de stap er staat.' }];
  }
}

interface ViewProps {
  readonly title: string;
  readonly stationing: Stationing;
  readonly actor: Actor;
  readonly today: string;
}

function StationingView({ title, stationing, actor, today }: ViewProps): JSX.Element {
  const { id, status, timeline, note } = stationing;
  const path = `${listPath}/${id}`;
  // What this state does not know is not shown as something that cannot be done yet.
  const steps = stepsFor(stationing, today).filter(({ step }) => moveOf(step, status) !== undefined);
  const goesOn = mayPropose(actor) && ['agreed', 'active', 'evaluated'].includes(status);
  return (
    <>
      <Breadcrumb items={[{ href: listPath, label: 'Stationeringen' }]} />
      <div class="title-row">
        <h1>{title}</h1>
        <StationingBadge stationing={stationing} />
      </div>
      <Facts items={factsOf(stationing)} />
      {(steps.length > 0 || goesOn) && <h2>Wat u kunt doen</h2>}
      <Steps
        steps={steps.map(({ step, allowed, unmet }) =>
          allowed
            ? { label: stepWords[step], allowed, href: `${path}/${slugs[step]}` }
            : { label: stepWords[step], allowed, reasons: unmet.map(({ detail }) => detail) },
        )}
      />
      {goesOn && (
        <p>
          <LinkButton href={`${listPath}/nieuw?verder=${id}`} kind="secondary">
            Verleng of verander
          </LinkButton>
        </p>
      )}
      {note !== null && (
        <section class="stack" aria-labelledby="overdracht">
          <h2 id="overdracht">Overdracht</h2>
          <Prose text={note} />
        </section>
      )}
      <h2>Wat er gebeurde</h2>
      <Timeline items={timeline.map(itemOf)} />
    </>
  );
}

function factsOf(stationing: Stationing) {
  const { specialist, place, schools, dagdelen, from, to, questionsShare, ambitions } = stationing;
  const { endedBecause, continues, successors } = stationing;
  const line = (label: string, value: ComponentChildren) => ({ label, value });
  return [
    line('Wie', <a href={`/inzet/specialisten/${specialist.id}`}>{specialist.name}</a>),
    line(
      'Waar',
      place.kind === 'school' ? <a href={`/scholen/${place.code}`}>{place.name}</a> : `Bestuur ${place.name}`,
    ),
    ...(place.kind === 'board' ? [line('Scholen', list(schools.map(({ name }) => name)))] : []),
    line('Hoeveel', dagdelenAWeek(dagdelen)),
    line('Wanneer', showPeriod(from, to)),
    line(
      'Waarvoor',
      list([
        ...(questionsShare > 0 ? [`${questionsShare} procent vragen van scholen`] : []),
        ...ambitions.map(({ name, share }) => `${share} procent ${name}`),
      ]),
    ),
    ...(endedBecause === null ? [] : [line('Beëindigd', reasonWords[endedBecause])]),
    ...(continues === null
      ? []
      : [
          line(
            'Gaat verder op',
            <a href={`${listPath}/${continues.id}`}>
              {`${continues.place}, ${showPeriod(continues.from, continues.to)}`}
            </a>,
          ),
        ]),
    ...successors
      .filter(({ status }) => status !== 'withdrawn')
      .slice(0, 1)
      .map((next) =>
        line(
          'Gaat daarna verder',
          <a href={`${listPath}/${next.id}`}>{`${next.place}, ${showPeriod(next.from, next.to)}`}</a>,
        ),
      ),
  ];
}

function itemOf({ id, at, by, step, words, because, lastDay }: StationingEntry) {
  const alone = byItself[step];
  return {
    id,
    at,
    when: showMoment(at),
    who: by ?? 'vanzelf',
    title: by === null || step === 'make_way' ? (alone ?? stepWords[step]) : capital(entryWords[step]),
    body: (words !== null || because !== null || lastDay !== null) && (
      <>
        {because !== null && <p>{reasonWords[because]}</p>}
        {lastDay !== null && <p>Laatste dag: {showDate(lastDay)}</p>}
        {words !== null && <Prose text={words} />}
      </>
    ),
  };
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

const labels = { words: 'Uw woorden' };

interface StepProps {
  readonly step: StepTaken;
  readonly stationing: Stationing;
  readonly today: string;
  readonly csrf: string;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
  readonly marks: readonly MarkInSentence[];
}

function stepPage(props: StepProps): Html {
  return { kind: 'html', title: stepWords[props.step], body: <StepView {...props} /> };
}

function StepView({ step, stationing, today, csrf, typed, errors, marks }: StepProps): JSX.Element {
  const { id, version, from, to } = stationing;
  const back = `${listPath}/${id}`;
  const field = (name: string) => ({
    name,
    value: typedValue(typed, name) ?? '',
    error: errorOf(errors, name),
  });
  const hint = stepHints[step];
  const ends = step === 'shorten' || step === 'end';
  return (
    <>
      <Breadcrumb
        items={[
          { href: listPath, label: 'Stationeringen' },
          { href: back, label: titleOf(stationing) },
        ]}
      />
      <h1>{stepWords[step]}</h1>
      <p class="lead">
        {`${titleOf(stationing)}, ${dagdelenAWeek(stationing.dagdelen)}, ${showPeriod(from, to)}.`}
      </p>
      <Form
        action={`${back}/${slugs[step]}`}
        csrf={csrf}
        errors={errors}
        idempotencyKey={newId()}
        version={typedValue(typed, '_version') ?? version}
      >
        <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
        {ends && (
          <Select
            {...field('because')}
            label="Waarom?"
            empty="Kies een reden"
            options={endReasons.map((reason) => ({ value: reason, label: reasonWords[reason] }))}
          />
        )}
        {ends && (step === 'shorten' || from <= today) && (
          <DateField {...field('lastDay')} label="Laatste dag" />
        )}
        {step !== 'start' && (
          <TextArea
            {...field('words')}
            label={hint.label}
            hint={hint.hint}
            optional={step === 'agree'}
            max={4_000}
          />
        )}
        {step === 'start' && <p>{hint.hint}</p>}
        <SubmitRow primary={stepWords[step]} cancel={back} />
      </Form>
    </>
  );
}
