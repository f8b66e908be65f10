import type { JSX } from 'preact';
import { z } from 'zod';
import { day, type Entries, id as personId } from '../../platform/input.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
import { capital, list } from '../../platform/pure/text.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
} from '../../platform/route.ts';
import { ConfirmBox, type FormError } from '../../platform/ui/form.tsx';
import { Filter, Search } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty, type Link } from '../../platform/ui/parts.tsx';
import { home, isId, kept, page, problemsOf } from '../admin/admin-page.tsx';
import { findPersonRows } from '../people/person.store.ts';
import { appointmentName, roleName } from '../registers.words.ts';
import { handOver, takeBack } from './absence.actions.ts';
import { type Absence, findAbsences, findCandidates, getAbsentPerson } from './absence.store.ts';
import { AbsenceForm } from './absence-form.tsx';

/** Who hands over the work of others. */
const arrangers = ['administrator', 'team_lead'] as const;
/** Whose work can be handed over, also by themselves. */
const handers = ['contact_person', 'school_director', 'team_lead'] as const;
const path = '/beheer/afwezigheid';
const ownPath = '/mijn/afwezigheid';

export const mayHandOver = (actor: Actor) => hasRole(actor, ...handers);

const absenceInput = z.object({
  standIn: personId(),
  from: day(),
  to: day().optional(),
  appointments: z
    .array(z.uuid(), 'Kies ten minste één aanstelling.')
    .min(1, 'Kies ten minste één aanstelling.'),
});
type AbsenceInput = z.infer<typeof absenceInput>;
type Posted = Call<Actor, Record<string, never>, Sent<AbsenceInput>> & Page;

export const absencePages: readonly Route[] = [
  getPage(
    path,
    arrangers,
    showAll,
    z.object({ zoek: z.string().trim().max(200).optional().catch(undefined) }),
  ),
  getPage(`${path}/:id`, arrangers, (call) => showForm(call, call.params['id'] ?? '', path)),
  postPage(`${path}/:id`, arrangers, absenceInput, (call) => arrange(call, call.params['id'] ?? '', path)),
  postPage(`${path}/:id/beeindigen`, arrangers, z.object({}), (call) => end(call, path)),
  getPage(ownPath, handers, (call) => showForm(call, call.actor.personId, ownPath)),
  postPage(ownPath, handers, absenceInput, (call) => arrange(call, call.actor.personId, ownPath)),
  postPage(`${ownPath}/:id/beeindigen`, handers, z.object({}), (call) => end(call, ownPath)),
];

async function end(
  { actor, deed, params }: Posted | Call<Actor, object, unknown>,
  back: string,
): Promise<PageAnswer> {
  const id = params['id'] ?? '';
  if (!isId(id) || !(await takeBack(deed, actor, id))) return notFound;
  return kept(back, 'De overdracht is beëindigd.');
}

async function arrange(call: Posted, id: string, back: string): Promise<PageAnswer> {
  const { parsed, typed } = call.input;
  if (!isId(id)) return notFound;
  if (!parsed.ok) {
    const errors = parsed.faults.map(({ location, detail }) => ({
      field: location.split('.')[0] ?? '',
      message: detail,
    }));
    return showForm(call, id, back, typed, errors);
  }
  const saved = await handOver(call.deed, call.actor, id, parsed.value);
  if (saved.outcome === 'taken') return kept(back, 'Het werk is overgedragen.');
  return showForm(call, id, back, typed, problemsOf(saved));
}

const trailOf = (back: string, actor: Actor): readonly Link[] => {
  if (back === ownPath) return [{ href: '/mijn', label: 'Mijn gegevens' }];
  const all = { href: path, label: 'Afwezigheid' };
  return hasRole(actor, 'administrator') ? [home, all] : [all];
};

async function showAll({
  actor,
  database,
  query,
  csrf,
}: Call<Actor, { readonly zoek?: string | undefined }> & Page): Promise<Html> {
  const { zoek } = query;
  return database.read(actor, async (reader) => {
    const [absences, people] = await Promise.all([
      findAbsences(reader, actor.tenantId, null),
      zoek === undefined ? undefined : findPersonRows(reader, actor.tenantId, { limit: 20, q: zoek }),
    ]);
    const found = people?.slice(0, 20);
    return page('Afwezigheid', hasRole(actor, 'administrator') ? [home] : [], [
      <p key="lead" class="lead">
        Is iemand langer weg? Draag het werk dan over aan een ander. Die krijgt dezelfde rol, voor een eigen
        periode.
      </p>,
      <Filter key="filter" action={path} label="Iemand zoeken" clear={zoek === undefined ? undefined : path}>
        <Search name="zoek" label="Wie is er weg? Zoek op naam" value={zoek} />
      </Filter>,
      found?.length === 0 && (
        <Empty key="none" title="Niemand gevonden" text="Probeer een deel van de naam." />
      ),
      found !== undefined && found.length > 0 && (
        <CardList key="people">
          {found.map((one) => (
            <Card key={one.id} href={`${path}/${one.id}`} title={one.name}>
              <p>
                {list(one.roles.map((role) => roleName(role, actor.tenant.labels))) || 'geen rol vandaag'}
              </p>
            </Card>
          ))}
        </CardList>
      ),
      <h2 key="now">Nu en straks</h2>,
      <Absences key="absences" absences={absences} actor={actor} csrf={csrf} back={path} />,
      hasRole(actor, 'team_lead') && (
        <p key="questions">
          Gaat het om vragen van een specialist? <a href="/inzet/overdragen">Draag die vragen over</a>.
        </p>
      ),
    ]);
  });
}

interface AbsencesProps {
  readonly absences: readonly Absence[];
  readonly actor: Actor;
  readonly csrf: string;
  readonly back: string;
}

function Absences({ absences, actor, csrf, back }: AbsencesProps): JSX.Element {
  if (absences.length === 0)
    return <Empty title="Niets overgedragen" text="Iedereen doet nu het eigen werk." />;
  return (
    <CardList>
      {absences.map((one) => (
        <Card
          key={one.id}
          title={`${one.standIn.name} vervangt ${one.person.name}`}
          meta={showPeriod(one.from, one.to)}
        >
          <p>{capital(list(one.held.map((held) => appointmentName(held, actor.tenant.labels))))}</p>
          <ConfirmBox
            label="Beëindig vandaag"
            action={`${back}/${one.id}/beeindigen`}
            csrf={csrf}
            confirm="Beëindig de overdracht"
          >
            <p>De vervanger kan dan meteen niet meer bij dit werk.</p>
          </ConfirmBox>
        </Card>
      ))}
    </CardList>
  );
}

async function showForm(
  { actor, database, csrf, today }: Call<Actor, object, unknown> & Page,
  id: string,
  back: string,
  typed: Entries = [],
  errors: readonly FormError[] = [],
): Promise<PageAnswer> {
  if (!isId(id)) return notFound;
  return database.read(actor, async (reader) => {
    const person = await getAbsentPerson(reader, actor.tenantId, id);
    if (person === undefined) return notFound;
    const [candidates, absences] = await Promise.all([
      findCandidates(reader, actor.tenantId, person),
      findAbsences(reader, actor.tenantId, id),
    ]);
    const own = back === ownPath;
    const title = own ? 'Mijn werk overdragen' : `Werk overdragen van ${person.name}`;
    const action = own ? ownPath : `${path}/${id}`;
    const form = {
      action,
      cancel: own ? '/mijn' : path,
      person,
      candidates,
      actor,
      csrf,
      today,
      typed,
      errors,
    };
    const html = page(title, trailOf(back, actor), [
      absences.length > 0 && <h2 key="now">Nu en straks</h2>,
      absences.length > 0 && (
        <Absences key="absences" absences={absences} actor={actor} csrf={csrf} back={back} />
      ),
      <AbsenceForm key="form" {...form} />,
    ]);
    return { ...html, status: errors.length > 0 ? 422 : 200 };
  });
}
