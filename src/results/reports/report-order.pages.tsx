/** Asking for a report. */
import type { JSX } from 'preact';
import { faultErrors } from '../../platform/form/form-errors.ts';
import { typedValue } from '../../platform/form/typed.ts';
import type { Entries } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  type Html,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { DateField, Select } from '../../platform/ui/fields.tsx';
import { errorOf, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { readsEveryBoard } from '../measures/measure.access.ts';
import type { Period } from '../measures/period.rules.ts';
import { access, asksForEverySchool, type Subject, subjectsOf } from './report.access.ts';
import { orderReport } from './report.actions.ts';
import { orderInput } from './report.input.ts';
import { committeePeriods, livePeriods, sourceOf } from './report.rules.ts';
import { findBoardPlaces, findReleasedSpans, findSchoolPlaces } from './report.store.ts';
import { periodWords, sentBeforeWords, titleOf } from './report.words.ts';
import { reportPath, reportsPath } from './report-paths.ts';

const path = `${reportsPath}/nieuw`;
const labels = { subject: 'Welk rapport?', period: 'Over welke periode?', asOf: 'Stand van' };

export const reportOrderPages: readonly Route[] = [
  getPage(path, access.read, (call) => show(call, [], [])),
  postPage(path, access.read, orderInput, async (call): Promise<PageAnswer> => {
    const { actor, deed, input } = call;
    const again = (errors: readonly FormError[]) => show(call, input.typed, errors);
    if (!input.parsed.ok) return again(faultErrors(input.parsed.faults, labels));
    const made = await orderReport(deed, actor, input.parsed.value);
    if (made.outcome === 'refused') return again([{ field: made.field, message: made.message }]);
    if (made.outcome === 'keyReused') return again([{ message: sentBeforeWords }]);
    if (made.outcome === 'notFound')
      return again([{ message: 'Dit rapport kunt u nu niet vragen. Kies een ander.' }]);
    const text = 'Van vandaag is er al zo’n rapport. Morgen kunt u een nieuw vragen.';
    return {
      ...{ kind: 'redirect', to: reportPath(made.id) },
      ...(made.isNew ? {} : { flash: { tone: 'info', text } }),
    };
  }),
];

interface Choices {
  readonly subjects: readonly Subject[];
  readonly periods: readonly Period[];
}

async function show(
  { actor, database, csrf, today }: Call<Actor, object, unknown> & Page,
  typed: Entries,
  errors: readonly FormError[],
): Promise<Html> {
  const choices = await database.read(actor, async (reader): Promise<Choices> => {
    const [schools, boards, spans] = await Promise.all([
      asksForEverySchool(actor) ? findSchoolPlaces(reader, actor) : [],
      readsEveryBoard(actor) ? findBoardPlaces(reader, actor) : [],
      findReleasedSpans(reader, actor),
    ]);
    const subjects = subjectsOf(actor, { schools, boards });
    const has = (source: string) => subjects.some(({ kind }) => sourceOf(kind) === source);
    const ofAgenda = subjects.every(({ kind }) => kind === 'committee');
    const live = !has('live') ? [] : ofAgenda ? committeePeriods(today) : livePeriods(today);
    const released = has('released') ? spans : [];
    return { subjects, periods: uniquely([...live, ...released]) };
  });
  return {
    kind: 'html',
    status: errors.length === 0 ? 200 : 422,
    title: 'Nieuw rapport',
    body: <NewReport {...{ ...choices, csrf, today, typed, errors }} />,
  };
}

const keyOf = ({ from, to }: Period) => `${from}_${to}`;

/** What ended last first; a year before its last quarter. */
function uniquely(periods: readonly Period[]): readonly Period[] {
  const all = [...new Map(periods.map((period) => [keyOf(period), period])).values()];
  return all.toSorted((a, b) => b.to.localeCompare(a.to) || a.from.localeCompare(b.from));
}

const chosenAs = ({ kind, place }: Subject) => (place === null ? kind : `${kind}:${place.code}`);

interface NewReportProps extends Choices {
  readonly csrf: string;
  readonly today: CivilDate;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
}

function NewReport({ subjects, periods, csrf, today, typed, errors }: NewReportProps): JSX.Element {
  const field = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name] },
    ...{ value: typedValue(typed, name), error: errorOf(errors, name) },
  });
  const released = subjects.some(({ kind }) => sourceOf(kind) === 'released');
  const differ = new Set(subjects.map(({ kind }) => (kind === 'committee' ? kind : sourceOf(kind)))).size > 1;
  const [only, ...others] = subjects.map(chosenAs);
  const first = others.length === 0 ? only : undefined;
  return (
    <>
      <Breadcrumb items={[{ href: reportsPath, label: 'Rapporten' }]} />
      <h1>Nieuw rapport</h1>
      <p class="lead">Het rapport wordt meteen gemaakt. U kunt ondertussen verdergaan.</p>
      <Form action={path} csrf={csrf} errors={errors}>
        <Select
          {...field('subject')}
          value={typedValue(typed, 'subject') ?? first}
          empty="Kies een rapport"
          options={subjects.map((subject) => ({
            value: chosenAs(subject),
            label: titleOf(subject.kind, subject.place?.name ?? null),
          }))}
        />
        <Select
          {...field('period')}
          empty="Kies een periode"
          hint={
            differ ? 'Niet elk rapport is er van elke periode. Wij zeggen het als het niet kan.' : undefined
          }
          options={periods.map((period) => ({ value: keyOf(period), label: periodWords(period) }))}
        />
        {released && (
          <DateField
            {...field('asOf')}
            optional
            max={today}
            hint="Leeg: vandaag. Met een eerdere dag maakt u precies het rapport van die dag, als de cijfers toen al waren vastgezet."
          />
        )}
        <SubmitRow primary="Maak het rapport" cancel={reportsPath} />
      </Form>
    </>
  );
}
