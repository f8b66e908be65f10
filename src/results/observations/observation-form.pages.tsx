/** Writing a lesson down: first with which sheet and at which school, then what was seen. */
import { z } from 'zod';
import { typedValue } from '../../platform/form/typed.ts';
import { type Entries, idOf, id as idSchema } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
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
import { readObservation, sideOf, takeObservationStep, writeObservation } from './observation.actions.ts';
import { observationForm, observationInput, reviseForm } from './observation.input.ts';
import { canTake } from './observation.rules.ts';
import type { Observation } from './observation.store.ts';
import { observationsPath, observers } from './observation.words.ts';
import { type Back, backFrom, fresh } from './observation-back.ts';
import { findSchoolChoices, findTeachersAt } from './observation-choices.store.ts';
import { ChoosePage, formLabels, LessonFormPage, typedOf } from './observation-form.tsx';
import { lessonPage } from './observation-page.tsx';
import { findOfferedSheets, getSheet } from './sheets/sheet.store.ts';

type Reading = Call<Actor, object, unknown> & Page;
const newPath = `${observationsPath}/nieuw`;
const changePath = `${observationsPath}/:id/aanpassen`;

const newQuery = z.object({
  formulier: idSchema().optional().catch(undefined),
  school: z.string().max(6).optional().catch(undefined),
});

export const observationFormPages: readonly Route[] = [
  getPage(
    newPath,
    observers,
    async (call): Promise<PageAnswer> => {
      const { formulier, school } = call.query;
      if (formulier === undefined || school === undefined) return choose(call);
      return showNew(call, formulier, school, fresh([['onDate', call.today]]));
    },
    newQuery,
  ),
  postPage(newPath, observers, observationForm, async (call): Promise<PageAnswer> => {
    const { parsed, typed } = call.input;
    const outcome = parsed.ok ? await writeObservation(call.deed, call.actor, parsed.value) : undefined;
    if (outcome?.outcome === 'taken') return kept(outcome.id);
    const sheetId = idSchema().safeParse(typedValue(typed, 'sheetId'));
    if (!sheetId.success) return notFound;
    // What is no code is not asked for: the database cannot even be asked about every text.
    const schoolCode = observationInput.shape.schoolCode.safeParse(typedValue(typed, 'schoolCode'));
    if (!schoolCode.success) return notFound;
    return showNew(call, sheetId.data, schoolCode.data, backFrom(call.input, outcome, formLabels));
  }),
  getPage(changePath, observers, (call) => showChange(call)),
  postPage(changePath, observers, reviseForm, async (call): Promise<PageAnswer> => {
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const { parsed } = call.input;
    const outcome = parsed.ok
      ? await takeObservationStep(call.deed, call.actor, id, { step: 'revise', ...parsed.value })
      : undefined;
    if (outcome?.outcome === 'taken') return kept(id);
    return showChange(call, backFrom(call.input, outcome, formLabels));
  }),
];

const kept = (id: string): PageAnswer => ({
  kind: 'redirect',
  to: `${observationsPath}/${id}`,
  flash: { tone: 'good', text: 'Uw concept is bewaard. Alleen u leest het, tot u het deelt.' },
});

async function choose({ actor, database }: Reading): Promise<Html> {
  const [sheets, schools] = await database.read(actor, (reader) =>
    Promise.all([findOfferedSheets(reader, actor.tenantId), findSchoolChoices(reader, actor)]),
  );
  return {
    kind: 'html',
    title: 'Lesobservatie schrijven',
    body: <ChoosePage {...{ sheets, schools }} action={newPath} />,
  };
}

async function showNew(
  { actor, database, csrf, today }: Reading,
  sheetId: string,
  schoolCode: string,
  back: Back,
): Promise<PageAnswer> {
  const [sheet, schools, teachers] = await database.read(actor, (reader) =>
    Promise.all([
      getSheet(reader, actor.tenantId, sheetId),
      findSchoolChoices(reader, actor),
      findTeachersAt(reader, actor, schoolCode),
    ]),
  );
  const school = schools.find(({ code }) => code === schoolCode);
  if (sheet === undefined || school === undefined) return notFound;
  return {
    kind: 'html',
    status: back.status,
    title: 'Lesobservatie schrijven',
    body: <LessonFormPage {...{ sheet, school, teachers, back, csrf, today }} action={newPath} />,
  };
}

/** One's own draft. */
const isDraft = (actor: Actor, lesson: Observation) =>
  canTake('revise', sideOf(actor, lesson), lesson.status);

async function showChange(call: Reading, back?: Back): Promise<PageAnswer> {
  const { actor, deed, params, csrf, today } = call;
  const id = idOf(params);
  const lesson = id === undefined ? undefined : await readObservation(deed, actor, id);
  if (lesson === undefined) return notFound;
  // Shared meanwhile: what was typed stays with it.
  if (!isDraft(actor, lesson))
    return back === undefined ? notFound : lessonPage({ lesson, csrf, back, side: sideOf(actor, lesson) });
  const { sheet, school, version } = lesson;
  const typed: Entries = typedOf(lesson);
  return {
    kind: 'html',
    status: back?.status ?? 200,
    title: 'Lesobservatie aanpassen',
    body: (
      <LessonFormPage
        {...{ sheet, school, csrf, today, version }}
        back={back ?? fresh(typed)}
        teachers={undefined}
        action={`${observationsPath}/${lesson.id}/aanpassen`}
      />
    ),
  };
}
