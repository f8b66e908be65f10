/** The pages of a note as they are drawn: a new one, or one that goes on. */
import type { ComponentChildren, JSX } from 'preact';
import { noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { typedValue } from '../../platform/form/typed.ts';
import { type Actor, schoolsOf } from '../../platform/pure/actor.ts';
import type { Call, Html, Page } from '../../platform/route.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Empty, Notice } from '../../platform/ui/parts.tsx';
import { coversAllSchools, mayNoteAt, schoolsToMirrorAt } from '../concern.access.ts';
import type { NoteInput } from '../concern.input.ts';
import { parties } from '../concern-parties.words.ts';
import type { Attempt, Scene } from '../steps/step-page.tsx';
import { findAllSchools, type SchoolChoice } from './note.store.ts';
import { noteLabels } from './note-fields.tsx';
import { NoteForm, OtherRoads } from './note-form.tsx';

/** What a page of a note needs of the request. */
type Visit = Pick<Call<Actor> & Page, 'csrf' | 'actor' | 'today' | 'database'>;

export async function newPage(call: Visit, attempt: Attempt): Promise<Html> {
  const continuesId = typedValue(attempt.typed, 'continuesId');
  const all = await schoolsFor(call);
  const chosen = typedValue(attempt.typed, 'schoolCode');
  const schools = continuesId === undefined ? all : all.filter((school) => school.code === chosen);
  if (schools.length === 0) return page('Zorg noteren', 403, <NoSchool />);
  const school = schools.length === 1 ? schools[0]?.code : chosen;
  const asDirector = school !== undefined && isDirectorAt(call.actor, school);
  return page(
    continuesId === undefined ? 'Zorg noteren' : 'Zorg opnieuw oppakken',
    attempt.status,
    <>
      <p class="lead">
        {asDirector
          ? 'U schrijft op wat u zag. Een zorg over uw school staat meteen bij u als directeur.'
          : 'U schrijft op wat u zag. Alleen u leest het, tot u het deelt.'}
      </p>
      <OtherRoads />
      {attempt.notice}
      <NoteForm
        {...drawn(call, attempt)}
        action="/zorgen/nieuw"
        autosave={asDirector ? undefined : '/zorgen/nieuw/bewaar'}
        schools={schools}
        asDirector={asDirector}
        choosesAbout={mirrors(call.actor)}
        continuesId={continuesId}
        cancel="/zorgen"
      />
    </>,
  );
}

export async function draftPage(call: Visit, scene: Scene, attempt: Attempt): Promise<Html> {
  const { concern } = scene;
  return page(
    'Notitie aanpassen',
    attempt.status,
    <>
      <p class="lead">
        Uw notitie bewaart zichzelf. Alleen u leest die, tot u de notitie deelt met de{' '}
        {parties[concern.about].first}.
      </p>
      {attempt.notice}
      <NoteForm
        {...drawn(call, attempt)}
        action={`/zorgen/${concern.id}/aanpassen`}
        autosave={`/zorgen/${concern.id}/aanpassen/bewaar`}
        schools={concern.continuesId === null ? await schoolsFor(call) : [concern.school]}
        asDirector={false}
        choosesAbout={mirrors(call.actor)}
        version={attempt.version ?? (typedValue(attempt.typed, '_version') || concern.version)}
        continuesId={concern.continuesId ?? undefined}
        cancel={`/zorgen/${concern.id}`}
      />
    </>,
  );
}

function drawn(call: Visit, { typed, trouble = noTrouble, marks = [] }: Attempt) {
  const { csrf, today } = call;
  return {
    csrf,
    today,
    marks,
    summary: trouble.summary,
    form: { typed, errors: trouble.fields, labels: noteLabels },
  };
}

function page(title: string, status: number, children: ComponentChildren): Html {
  return {
    kind: 'html',
    status,
    title,
    body: (
      <>
        <Breadcrumb items={[{ href: '/zorgen', label: 'Zorgen' }]} />
        <h1>{title}</h1>
        {children}
      </>
    ),
  };
}

function NoSchool(): JSX.Element {
  return (
    <Empty
      title="U kunt nu bij geen school een zorg noteren"
      text="Dat kan bij de scholen waar u werkt of waarvan u contactpersoon bent. Klopt dat niet? Vraag het de beheerder."
    />
  );
}

export function NotedBefore(): JSX.Element {
  return (
    <Notice tone="warning" title="U verstuurde dit formulier al eerder">
      <p>
        Wat u toen schreef, is bewaard of al gedeeld. Verstuur opnieuw om dit als nieuwe notitie te bewaren.
      </p>
    </Notice>
  );
}

export const noSchool: Trouble = {
  summary: [{ field: 'schoolCode', message: 'School: kies een school uit de lijst.' }],
  fields: [{ field: 'schoolCode', message: 'Kies een school uit de lijst.' }],
};

/** The schools somebody may note a concern about. */
async function schoolsFor(call: Visit): Promise<readonly SchoolChoice[]> {
  const { actor, database } = call;
  if (coversAllSchools(actor)) return database.read(actor, (reader) => findAllSchools(reader, actor));
  const places = actor.appointments.map(({ place }) => place);
  const own = places.filter(({ kind, id: school }) => kind === 'school' && mayNoteAt(actor, school));
  return [...new Map(own.map((place) => [place.id, place])).values()];
}

const isDirectorAt = (actor: Actor, code: string) =>
  schoolsOf(actor, 'school_director').some((school) => school.code === code);

/** About the own school a director keeps no note: it is shared at once. */
export const sharesAtOnce = (actor: Actor, { schoolCode, about }: NoteInput) =>
  about !== 'partnership' && isDirectorAt(actor, schoolCode);

const mirrors = (actor: Actor) => schoolsToMirrorAt(actor).length > 0;
