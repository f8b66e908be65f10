/** The steps of a promise, each a page of its own. */
import type { JSX } from 'preact';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf, type Parsed } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showDate } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
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
import { OwnerFields } from './owner-fields.tsx';
import { movers } from './promise.access.ts';
import { takePromiseStep } from './promise.actions.ts';
import { type PromiseStep, stepInputs } from './promise.input.ts';
import { mayTake, type StepTaken, stepsTaken } from './promise.rules.ts';
import { findOwners, findProofs, getPromise, type Owner, type PromiseRow } from './promise.store.ts';
import { dayWords, stepHints, stepWords, takenWords } from './promise.words.ts';
import { errorsOf } from './promise-outcome.ts';
import { promisesPath } from './promise-parts.tsx';

export const stepSlugs = {
  keep: 'gehouden',
  postpone: 'later',
  hand_over: 'overdragen',
} as const satisfies Record<StepTaken, string>;

export const promiseStepPages: readonly Route[] = stepsTaken.flatMap((step): readonly Route[] => {
  const path = `${promisesPath}/:id/${stepSlugs[step]}`;
  return [
    getPage(path, movers, (call) => show(call, step, { typed: [], errors: [], marks: [] })),
    postPage(path, movers, stepInputs[step], (call) => take(call, step)),
  ];
});

interface Tried {
  readonly typed: Entries;
  readonly errors: readonly FormError[];
  readonly marks: readonly MarkInSentence[];
}

type Asked = Pick<Call<Actor>, 'actor' | 'database' | 'params' | 'today'> & Page;

async function show(
  { actor, database, params, today, csrf }: Asked,
  step: StepTaken,
  tried: Tried,
): Promise<PageAnswer> {
  const id = idOf(params);
  if (id === undefined) return notFound;
  const [promise, proofs, owners] = await database.read(actor, (reader) =>
    Promise.all([
      getPromise(reader, actor, id),
      step === 'keep' ? findProofs(reader, actor) : [],
      step === 'hand_over' ? findOwners(reader, actor) : [],
    ]),
  );
  if (promise === undefined || !mayTake(step, promise.relations)) return notFound;
  const words = actor.tenant.labels;
  const props = { step, promise, proofs, owners, words, today, csrf, ...tried };
  return { kind: 'html', title: stepWords[step], body: <StepView {...props} /> };
}

type Posted = Call<
  Actor,
  Record<string, never>,
  { readonly parsed: Parsed<object>; readonly typed: Entries }
> &
  Page;

async function take(call: Posted, step: StepTaken): Promise<PageAnswer> {
  const { actor, deed, params, input } = call;
  const { parsed, typed } = input;
  const id = idOf(params);
  if (id === undefined) return notFound;
  const again = async (errors: readonly FormError[], marks: readonly OpenMark[] = []) => {
    const told = marksInSentences(marks, parsed.ok ? parsed.value : {}, undefined);
    const page = await show(call, step, { typed, errors, marks: told });
    return page.kind === 'html' ? { ...page, status: 422 } : page;
  };
  if (!parsed.ok)
    return again(parsed.faults.map(({ location, detail }) => ({ field: location, message: detail })));
  const outcome = await takePromiseStep(deed, actor, id, { ...parsed.value, step } as PromiseStep);
  if (outcome.outcome === 'taken')
    return { kind: 'redirect', to: `${promisesPath}/${id}`, flash: { tone: 'good', text: takenWords[step] } };
  if (outcome.outcome === 'notFound' || outcome.outcome === 'forbidden') return notFound;
  const marks = (outcome.outcome === 'refused' && outcome.marks) || [];
  return again([...errorsOf(outcome, marks.length > 0), ...markTrouble(marks, labels).summary], marks);
}

const labels = { words: 'Uw woorden' };

interface StepProps extends Tried {
  readonly step: StepTaken;
  readonly promise: PromiseRow;
  readonly proofs: readonly { readonly id: string; readonly title: string; readonly on: string }[];
  readonly owners: readonly Owner[];
  readonly words: Readonly<Record<string, string>>;
  readonly today: string;
  readonly csrf: string;
}

function StepView(props: StepProps): JSX.Element {
  const { step, promise, csrf, typed, errors, marks, today } = props;
  const back = `${promisesPath}/${promise.id}`;
  const field = (name: string) => ({
    name,
    value: typedValue(typed, name) ?? '',
    error: errorOf(errors, name),
  });
  return (
    <>
      <Breadcrumb
        items={[
          { href: promisesPath, label: 'Toezeggingen' },
          { href: back, label: 'Toezegging' },
        ]}
      />
      <h1>{stepWords[step]}</h1>
      <blockquote class="promise" dir="auto">
        {promise.sentence}
      </blockquote>
      <p>{dayWords(promise)}</p>
      <p>{stepHints[step]}</p>
      <Form
        action={`${back}/${stepSlugs[step]}`}
        csrf={csrf}
        errors={errors}
        idempotencyKey={newId()}
        version={typedValue(typed, '_version') ?? promise.version}
      >
        <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
        {step === 'keep' && (
          <>
            <Select
              {...field('postId')}
              label="Met welk bericht?"
              optional
              empty="Niet met een bericht"
              options={props.proofs.map(({ id, title, on }) => ({
                value: id,
                label: `${title} (${showDate(on)})`,
              }))}
            />
            <TextArea {...field('words')} label="Wat is er gebeurd?" optional max={2_000} />
            <DateField
              {...field('onDate')}
              value={typedValue(typed, 'onDate') ?? today}
              label="Gehouden op"
              max={today}
            />
          </>
        )}
        {step === 'postpone' && (
          <>
            <DateField {...field('onDate')} label="Wanneer lukt het wel? De laatste dag" min={today} />
            <TextArea
              {...field('words')}
              label="Waarom wordt het later?"
              hint="Iedereen voor wie de toezegging is, leest dit."
              max={2_000}
            />
          </>
        )}
        {step === 'hand_over' && (
          <>
            <OwnerFields
              words={props.words}
              owners={props.owners.filter(({ id }) => id !== promise.owner?.id)}
              typed={typed}
              errors={errors}
            />
            <TextArea {...field('words')} label="Toelichting" optional max={2_000} />
          </>
        )}
        <SubmitRow primary={stepWords[step]} cancel={back} />
      </Form>
    </>
  );
}
