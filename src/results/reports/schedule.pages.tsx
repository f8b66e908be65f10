/** Having a report sent again and again. */
import type { JSX } from 'preact';
import { faultErrors } from '../../platform/form/form-errors.ts';
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
import { Checkboxes, Radios } from '../../platform/ui/choices.tsx';
import { errorOf, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { roleName } from '../../registers/index.ts';
import { access, maySchedule } from './report.access.ts';
import { scheduleReport } from './report.actions.ts';
import { scheduleInput } from './report.input.ts';
import { everyFor } from './report.rules.ts';
import { getReport, type Report } from './report.store.ts';
import { everyWords, sentBeforeWords, titleOf } from './report.words.ts';
import { reportPath, reportsPath } from './report-paths.ts';
import { findRecipients, type Recipient } from './schedule.store.ts';

const pathOf = (id: string) => `${reportPath(id)}/toesturen/nieuw`;
const labels = { every: 'Hoe vaak?', to: 'Aan wie?' };

export const schedulePages: readonly Route[] = [
  getPage(pathOf(':id'), access.read, (call) => show(call, [], [])),
  postPage(pathOf(':id'), access.read, scheduleInput, async (call): Promise<PageAnswer> => {
    const { actor, deed, input, params } = call;
    const id = idOf(params);
    if (id === undefined) return notFound;
    if (!input.parsed.ok) return show(call, input.typed, faultErrors(input.parsed.faults, labels));
    const made = await scheduleReport(deed, actor, id, input.parsed.value);
    if (made.outcome === 'notFound') return notFound;
    if (made.outcome === 'refused')
      return show(call, input.typed, [{ field: made.field, message: made.message }]);
    if (made.outcome === 'keyReused') return show(call, input.typed, [{ message: sentBeforeWords }]);
    const text = 'Dit rapport wordt voortaan toegestuurd. Hieronder ziet u wanneer en aan wie.';
    return { kind: 'redirect', to: reportsPath, flash: { tone: 'good', text } };
  }),
];

async function show(
  { actor, database, params, csrf }: Call<Actor, object, unknown> & Page,
  typed: Entries,
  errors: readonly FormError[],
): Promise<PageAnswer> {
  const id = idOf(params);
  const found =
    id === undefined
      ? undefined
      : await database.read(actor, async (reader) => {
          const report = await getReport(reader, actor, id);
          return report && { report, recipients: await findRecipients(reader, actor, report) };
        });
  if (found === undefined || !maySchedule(actor, found.report.kind)) return notFound;
  return {
    kind: 'html',
    status: errors.length === 0 ? 200 : 422,
    title: 'Rapport laten toesturen',
    body: <NewSchedule {...{ ...found, actor, csrf, typed, errors }} />,
  };
}

interface NewScheduleProps {
  readonly report: Report;
  readonly recipients: readonly Recipient[];
  readonly actor: Actor;
  readonly csrf: string;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
}

function NewSchedule({ report, recipients, actor, csrf, typed, errors }: NewScheduleProps): JSX.Element {
  const title = titleOf(report.kind, report.place?.name ?? null);
  return (
    <>
      <Breadcrumb
        items={[
          { href: reportsPath, label: 'Rapporten' },
          { href: reportPath(report.id), label: title },
        ]}
      />
      <h1>Rapport laten toesturen</h1>
      <p class="lead">
        Wie u kiest, krijgt een e-mail met de weg naar het nieuwe rapport. Het rapport zelf gaat niet mee:
        lezen doet iemand na het inloggen, zolang die dat mag. Wie het niet meer mag, krijgt niets meer, en
        dat hoort u.
      </p>
      <Form action={pathOf(report.id)} csrf={csrf} errors={errors} idempotencyKey={newId()}>
        <Radios
          name="every"
          label={labels.every}
          value={typedValue(typed, 'every')}
          error={errorOf(errors, 'every')}
          options={everyFor(report.kind).map((how) => ({ value: how, label: everyWords[how] }))}
        />
        <Checkboxes
          name="to"
          label={labels.to}
          values={typedValues(typed, 'to')}
          error={errorOf(errors, 'to')}
          options={recipients.map(({ id, name, role }) => ({
            value: id,
            label: `${name}, ${roleName(role, actor.tenant.labels)}`,
          }))}
        />
        <SubmitRow primary="Laat toesturen" cancel={reportPath(report.id)} />
      </Form>
    </>
  );
}
