/** Fixed days of a specialist: a weekday at a school, from when until when, and what a visit there usually is. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { faultErrors } from '../../platform/form/form-errors.ts';
import { typedValue } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { day, type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
} from '../../platform/route.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { DateField, Select, TextField } from '../../platform/ui/fields.tsx';
import { ConfirmBox, errorOf, Form, type FormError, LinkButton, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty, type Link } from '../../platform/ui/parts.tsx';
import { recorders } from '../visits/visit.access.ts';
import { visitKinds } from '../visits/visit.rules.ts';
import { findSchoolNames, type SchoolName } from '../visits/visit.store.ts';
import { kindWords, showMinutes } from '../visits/visit.words.ts';
import {
  dropSeries,
  makeSeries,
  recordExpected,
  reviseSeries,
  type SeriesOutcome,
} from './series.actions.ts';
import { type SeriesInput, seriesInput } from './series.input.ts';
import { findSeries, getSeries, type Series } from './series.store.ts';

const path = '/inzet/reeksen';
const visits: Link = { href: '/inzet/bezoeken', label: 'Bezoeken' };
const home: Link = { href: path, label: 'Vaste bezoekdagen' };
const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag'] as const;

export const seriesPages: readonly Route[] = [
  getPage(path, recorders, async ({ actor, database }): Promise<Html> => {
    const series = await database.read(actor, (reader) => findSeries(reader, actor));
    return { kind: 'html', title: home.label, body: <SeriesList series={series} /> };
  }),
  getPage(`${path}/nieuw`, recorders, async (call) => {
    const schools = await call.database.read(call.actor, (reader) =>
      findSchoolNames(reader, call.actor.tenantId),
    );
    return formPage({ schools, csrf: call.csrf, typed: [['from', call.today]], errors: [] });
  }),
  postPage(`${path}/nieuw`, recorders, seriesInput, (call) => save(call, undefined)),
  getPage(`${path}/:id`, recorders, async ({ actor, database, params, csrf }) => {
    const id = idOf(params);
    const [series, schools] = await database.read(actor, (reader) =>
      Promise.all([
        id === undefined ? undefined : getSeries(reader, actor, id),
        findSchoolNames(reader, actor.tenantId),
      ]),
    );
    return series === undefined
      ? notFound
      : formPage({ schools, csrf, typed: typedOf(series), errors: [], series });
  }),
  postPage(`${path}/:id`, recorders, seriesInput, async (call) => {
    const id = idOf(call.params);
    const series =
      id === undefined
        ? undefined
        : await call.database.read(call.actor, (reader) => getSeries(reader, call.actor, id));
    return series === undefined ? notFound : save(call, series);
  }),
  postPage(`${path}/:id/verwijderen`, recorders, z.object({}), async ({ actor, deed, params }) => {
    const id = idOf(params);
    if (id === undefined || !(await dropSeries(deed, actor, id))) return notFound;
    return kept('De vaste dag is verwijderd. Bezoeken die u vastlegde, blijven staan.');
  }),
  postPage(
    '/inzet/bezoeken/verwacht',
    recorders,
    z.object({ series: z.uuid(), date: day() }),
    async ({ actor, deed, input }): Promise<PageAnswer> => {
      if (!input.parsed.ok) return notFound;
      const outcome = await recordExpected(deed, actor, input.parsed.value);
      const flash =
        outcome.outcome === 'taken'
          ? { tone: 'good' as const, text: 'Het bezoek is vastgelegd. De school kan het nu bevestigen.' }
          : { tone: 'warning' as const, text: 'Dit bezoek staat er al, of het wordt niet meer verwacht.' };
      return { kind: 'redirect', to: visits.href, flash };
    },
  ),
];

const kept = (text: string): PageAnswer => ({ kind: 'redirect', to: path, flash: { tone: 'good', text } });

async function save(
  call: Call<Actor, Record<string, never>, Sent<SeriesInput>> & { readonly csrf: string },
  series: Series | undefined,
): Promise<PageAnswer> {
  const { parsed, typed } = call.input;
  const outcome = parsed.ok
    ? series === undefined
      ? await makeSeries(call.deed, call.actor, parsed.value)
      : await reviseSeries(call.deed, call.actor, series.id, parsed.value)
    : undefined;
  if (outcome?.outcome === 'taken') return kept('De vaste dag is bewaard.');
  const errors = parsed.ok ? [wordsFor(outcome)] : faultErrors(parsed.faults, labels);
  const schools = await call.database.read(call.actor, (reader) =>
    findSchoolNames(reader, call.actor.tenantId),
  );
  return { ...formPage({ schools, csrf: call.csrf, typed, errors, series }), status: 422 };
}

function wordsFor(outcome: SeriesOutcome | undefined): FormError {
  if (outcome?.outcome === 'schoolUnknown') return { field: 'schoolCode', message: 'Kies een school.' };
  if (outcome?.outcome === 'keyReused')
    return { message: 'Dit formulier was al verstuurd. Controleer het en verstuur het opnieuw.' };
  return { message: 'Deze vaste dag is net veranderd. Kijk eerst wat er nu staat.' };
}

function typedOf(series: Series): Entries {
  const { schoolCode, weekday, from, to, minutes, kind } = series;
  return [
    ['schoolCode', schoolCode],
    ['weekday', `${weekday}`],
    ['from', from],
    ['to', to ?? ''],
    ['minutes', `${minutes}`],
    ['kind', kind],
  ];
}

function SeriesList({ series }: { readonly series: readonly Series[] }): JSX.Element {
  return (
    <>
      <Breadcrumb items={[visits]} />
      <div class="title-row">
        <h1>{home.label}</h1>
        <LinkButton href={`${path}/nieuw`}>Vaste dag toevoegen</LinkButton>
      </div>
      <p class="lead">Komt u elke week op dezelfde school? Dan legt u dat bezoek met een tik vast.</p>
      {series.length === 0 ? (
        <Empty
          title="U hebt geen vaste bezoekdagen"
          text="Voeg er een toe. In vakanties en op vrije dagen van de school verwachten wij geen bezoek."
        />
      ) : (
        <>
          <h2 class="visually-hidden">Uw dagen</h2>
          <CardList>
            {series.map((one) => (
              <Card
                key={one.id}
                title={`${weekdays[one.weekday - 1] ?? ''}: ${one.schoolName}`}
                href={`${path}/${one.id}`}
                meta={`${showMinutes(one.minutes)} · ${kindWords[one.kind]}`}
              >
                {showPeriod(one.from, one.to)}
              </Card>
            ))}
          </CardList>
        </>
      )}
    </>
  );
}

interface FormPageProps {
  readonly schools: readonly SchoolName[];
  readonly csrf: string;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
  readonly series?: Series | undefined;
}

/** In the order of the page. */
const labels = {
  schoolCode: 'School',
  weekday: 'Dag',
  minutes: 'Hoe lang meestal, in minuten',
  kind: 'Wat doet u er meestal?',
  from: 'Vanaf',
  to: 'Laatste dag',
};

function formPage(props: FormPageProps): Html {
  const title = props.series === undefined ? 'Vaste dag toevoegen' : 'Vaste dag wijzigen';
  return { kind: 'html', title, body: <SeriesForm title={title} {...props} /> };
}

function SeriesForm(props: FormPageProps & { readonly title: string }): JSX.Element {
  const { title, schools, csrf, typed, errors, series } = props;
  const field = (name: string) => ({
    name,
    value: typedValue(typed, name) ?? '',
    error: errorOf(errors, name),
  });
  const own = `${path}/${series?.id ?? 'nieuw'}`;
  return (
    <>
      <Breadcrumb items={[visits, home]} />
      <h1>{title}</h1>
      <Form
        action={own}
        csrf={csrf}
        errors={errors}
        idempotencyKey={newId()}
        version={typedValue(typed, '_version') ?? series?.version}
      >
        <Select
          {...field('schoolCode')}
          label={labels.schoolCode}
          empty="Kies een school"
          options={schools.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <div class="chips">
          <Radios
            {...field('weekday')}
            label={labels.weekday}
            options={weekdays.map((name, nth) => ({ value: `${nth + 1}`, label: name }))}
          />
        </div>
        <TextField {...field('minutes')} label={labels.minutes} inputMode="numeric" />
        <div class="chips">
          <Radios
            {...field('kind')}
            label={labels.kind}
            options={visitKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
          />
        </div>
        <DateField {...field('from')} label={labels.from} />
        <DateField {...field('to')} label={labels.to} optional hint="Laat leeg als u dat nog niet weet." />
        <SubmitRow primary="Bewaar" cancel={path} />
      </Form>
      {series !== undefined && (
        <ConfirmBox
          label="Verwijderen"
          action={`${own}/verwijderen`}
          csrf={csrf}
          confirm="Verwijder deze vaste dag"
        >
          <p>Wij verwachten dan geen bezoek meer op deze dag. Bezoeken die u vastlegde, blijven staan.</p>
        </ConfirmBox>
      )}
    </>
  );
}
