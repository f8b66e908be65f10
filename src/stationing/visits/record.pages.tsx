/** Writing a visit down: a form of one screen that begins filled in, and the same form to correct one. */
import type { JSX } from 'preact';
import { z } from 'zod';
import type { ReadDatabase } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { day, type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
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
import { Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import {
  findOwnQuestions,
  findOwnSchools,
  findVisitChoices,
  type OwnQuestion,
  type OwnSchool,
  type VisitChoices,
} from './own-work.store.ts';
import { recorders } from './visit.access.ts';
import { changeVisit, recordVisit } from './visit.actions.ts';
import { type VisitForm, visitForm } from './visit.input.ts';
import { mayChange } from './visit.rules.ts';
import { getVisit, type VisitRow } from './visit.store.ts';
import { VisitFields, visitErrors } from './visit-fields.tsx';
import type { VisitOutcome } from './visit-outcome.ts';
import { presetOf, typedOf, visitOfForm } from './visit-typed.ts';

const list = '/inzet/bezoeken';
export const newPath = `${list}/nieuw`;

/** What the form can be filled in from. */
interface Work extends VisitChoices {
  readonly own: readonly OwnSchool[];
  readonly questions: readonly OwnQuestion[];
}

export const recordPages: readonly Route[] = [
  getPage(
    newPath,
    recorders,
    async ({ actor, database, query, today, csrf }) => {
      const work = await readWork(database, actor);
      const school = work.all.find(({ code }) => code === query.school) ?? work.own[0];
      const last = work.own.find(({ code }) => code === school?.code);
      const preset = {
        schoolCode: school?.code,
        date: query.op ?? today,
        minutes: query.minuten ?? last?.lastMinutes ?? 60,
        kind: query.soort ?? last?.lastKind ?? '',
      };
      const typed = presetOf(preset, work.questions);
      return formPage({ work, typed, errors: [], csrf, today, action: newPath });
    },
    z.object({
      school: z.string().max(6).optional().catch(undefined),
      op: day().optional().catch(undefined),
      minuten: z.coerce.number().int().min(5).max(720).optional().catch(undefined),
      soort: z.string().max(40).optional().catch(undefined),
    }),
  ),
  postPage(newPath, recorders, visitForm, (call) =>
    save(call, undefined, (input) => recordVisit(call.deed, call.actor, input)),
  ),
  getPage(`${list}/:id/wijzigen`, recorders, async ({ actor, database, params, today, csrf }) => {
    const visit = await readOwn(database, actor, params);
    if (visit === undefined) return notFound;
    const work = await readWork(database, actor, visit);
    return formPage({
      work,
      typed: typedOf(visit),
      errors: [],
      csrf,
      today,
      action: changePath(visit),
      visit,
    });
  }),
  postPage(`${list}/:id/wijzigen`, recorders, visitForm, async (call) => {
    const visit = await readOwn(call.database, call.actor, call.params);
    if (visit === undefined) return notFound;
    return save(call, visit, (input) => changeVisit(call.deed, call.actor, visit.id, input));
  }),
];

const changePath = ({ id }: VisitRow) => `${list}/${id}/wijzigen`;

/** Who corrects a visit has its schools before them already. */
async function readWork(database: ReadDatabase, actor: Actor, visit?: VisitRow): Promise<Work> {
  return database.read(actor, async (reader) => {
    const [own, questions, choices] = await Promise.all([
      visit === undefined ? findOwnSchools(reader, actor) : [],
      findOwnQuestions(reader, actor),
      findVisitChoices(reader, actor.tenantId),
    ]);
    return { own, questions, ...choices };
  });
}

/** One's own visit that can still be corrected. */
async function readOwn(
  database: ReadDatabase,
  actor: Actor,
  params: Readonly<Record<string, string>>,
): Promise<VisitRow | undefined> {
  const id = idOf(params);
  if (id === undefined) return undefined;
  const visit = await database.read(actor, (reader) => getVisit(reader, actor.tenantId, id));
  return visit?.specialist.id === actor.personId && mayChange(visit) ? visit : undefined;
}

type Posted = Call<Actor, Record<string, never>, Sent<VisitForm>> & { readonly csrf: string };

async function save(
  call: Posted,
  visit: VisitRow | undefined,
  work: (input: Parameters<typeof recordVisit>[2]) => Promise<VisitOutcome>,
): Promise<PageAnswer> {
  const { parsed, typed } = call.input;
  const again = async (errors: readonly FormError[]): Promise<Html> => ({
    ...formPage({
      work: await readWork(call.database, call.actor, visit),
      typed,
      errors,
      csrf: call.csrf,
      today: call.today,
      action: visit === undefined ? newPath : changePath(visit),
      visit,
    }),
    status: 422,
  });
  if (!parsed.ok) return again(visitErrors(parsed.faults));
  const input = visitOfForm(parsed.value);
  if (!input.ok) return again(visitErrors(input.faults));
  const outcome = await work(input.value);
  if (outcome.outcome === 'notFound' || outcome.outcome === 'forbidden') return notFound;
  if (outcome.outcome === 'taken')
    return {
      kind: 'redirect',
      to: visit === undefined ? list : `${list}/${outcome.id}`,
      flash: { tone: 'good', text: visit === undefined ? recordedWords : changedWords },
    };
  return again(errorsOf(outcome));
}

const recordedWords = 'Het bezoek is vastgelegd. De school kan het nu bevestigen.';
const changedWords = 'Het bezoek is gewijzigd. De school wordt opnieuw gevraagd of het klopt.';

/** Why a visit did not go through, as errors of its form. */
export function errorsOf(outcome: Exclude<VisitOutcome, { outcome: 'taken' }>): readonly FormError[] {
  switch (outcome.outcome) {
    case 'refused':
      return outcome.faults.map(({ field, message }) => ({ field: field || undefined, message }));
    case 'stale':
      return [{ message: 'Dit bezoek is net veranderd. Kijk eerst wat er nu staat.' }];
    case 'keyReused':
      return [{ message: 'Dit formulier was al verstuurd. Kijk in de lijst of het bezoek er staat.' }];
    default:
      return [{ message: 'Dit bezoek is er niet, of het is niet van u.' }];
  }
}

interface FormPageProps {
  readonly work: Work;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
  readonly csrf: string;
  readonly today: string;
  readonly action: string;
  readonly visit?: VisitRow | undefined;
}

/** Schools to tap; more than this would push the rest of the form off a phone. */
const mostToTap = 8;

function formPage(props: FormPageProps): Html {
  const title = props.visit === undefined ? 'Bezoek vastleggen' : 'Bezoek wijzigen';
  return { kind: 'html', title, script: 'visits', body: <VisitPage title={title} {...props} /> };
}

function VisitPage(props: FormPageProps & { readonly title: string }): JSX.Element {
  const { title, work, typed, errors, csrf, today, action, visit } = props;
  const chosen = typed.filter(([name]) => name === 'schools').map(([, code]) => code);
  const toTap = [
    ...work.all.filter(
      ({ code }) => chosen.includes(code) && !work.own.slice(0, mostToTap).some((own) => own.code === code),
    ),
    ...work.own.slice(0, mostToTap),
  ];
  const codes = new Set(toTap.map(({ code }) => code));
  return (
    <>
      <Breadcrumb items={[{ href: list, label: 'Bezoeken' }]} />
      <h1>{title}</h1>
      {visit?.schools.some(({ verdict }) => verdict !== null) && (
        <p class="lead">De school zei al of dit bezoek klopt. Na een wijziging vragen wij het opnieuw.</p>
      )}
      <Form
        action={action}
        csrf={csrf}
        errors={errors}
        idempotencyKey={newId()}
        version={typed.findLast(([name]) => name === '_version')?.[1] ?? visit?.version}
      >
        <VisitFields
          own={toTap}
          others={work.all.filter(({ code }) => !codes.has(code))}
          questions={work.questions}
          ambitions={work.ambitions}
          before={visit?.split ?? []}
          named
          today={today}
          typed={typed}
          errors={errors}
        />
        <SubmitRow
          primary={visit === undefined ? 'Leg vast' : 'Bewaar de wijziging'}
          cancel={visit === undefined ? list : `${list}/${visit.id}`}
        />
      </Form>
    </>
  );
}
