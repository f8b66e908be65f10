/** The steps of a stationing, each a page of its own. */
import type { JSX } from 'preact';
import { faultErrors } from '../../platform/form/form-errors.ts';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
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
import { errorOf, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import {
  type MarkInSentence,
  marksInSentences,
  markTrouble,
  type OpenMark,
  WritingAid,
} from '../../privacy/index.ts';
import { dagdelenAWeek } from '../specialists/specialist.words.ts';
import { readers } from './stationing.access.ts';
import { type StationingOutcome, takeStationingStep } from './stationing.actions.ts';
import { stepInputs } from './stationing.input.ts';
import { endReasons, mayTake, type StepTaken, stepsTaken } from './stationing.rules.ts';
import { getStationing, type Stationing } from './stationing.store.ts';
import { reasonWords, stepHints, stepWords, takenWords } from './stationing.words.ts';
import { listPath, titleOf } from './stationing-parts.tsx';

export const stepSlugs = {
  answer: 'antwoord',
  agree: 'akkoord',
  withdraw: 'intrekken',
  start: 'beginnen',
  evaluate: 'evalueren',
  shorten: 'inkorten',
  end: 'beeindigen',
} as const satisfies Record<StepTaken, string>;

export const stationingStepPages: readonly Route[] = stepsTaken.flatMap((step): readonly Route[] => {
  const path = `${listPath}/:id/${stepSlugs[step]}`;
  return [
    getPage(path, readers, async (call) => {
      const { today, csrf } = call;
      const stationing = await readAsked(call);
      if (stationing === undefined || !mayTake(step, stationing)) return notFound;
      return stepPage({ step, stationing, today, csrf, typed: [], errors: [], marks: [] });
    }),
    postPage(path, readers, stepInputs[step], (call) => take(call, step)),
  ];
});

/** The stationing that the address names; undefined when it is not there for this reader. */
export async function readAsked({
  actor,
  database,
  params,
}: Pick<Call<Actor>, 'actor' | 'database' | 'params'>): Promise<Stationing | undefined> {
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
  const { actor, deed, params, input, today, csrf } = call;
  const { parsed, typed } = input;
  const id = idOf(params);
  if (id === undefined) return notFound;
  const again = async (
    errors: readonly FormError[],
    marks: readonly OpenMark[] = [],
  ): Promise<PageAnswer> => {
    const stationing = await readAsked(call);
    if (stationing === undefined || !mayTake(step, stationing)) return notFound;
    const told = marksInSentences(marks, parsed.ok ? parsed.value : {}, undefined);
    return { ...stepPage({ step, stationing, today, csrf, typed, errors, marks: told }), status: 422 };
  };
  if (!parsed.ok) return again(faultErrors(parsed.faults, { ...endLabels, words: stepHints[step].label }));
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

const labels = { words: 'Uw woorden' };

const endLabels = { because: 'Waarom?', lastDay: 'Laatste dag' };

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
        action={`${back}/${stepSlugs[step]}`}
        csrf={csrf}
        errors={errors}
        idempotencyKey={newId()}
        version={typedValue(typed, '_version') ?? version}
      >
        <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
        {ends && (
          <Select
            {...field('because')}
            label={endLabels.because}
            empty="Kies een reden"
            options={endReasons.map((reason) => ({ value: reason, label: reasonWords[reason] }))}
          />
        )}
        {ends && (step === 'shorten' || from <= today) && (
          <DateField {...field('lastDay')} label={endLabels.lastDay} />
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
