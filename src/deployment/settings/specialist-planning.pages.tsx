/** Where a specialist sets out from and at how many schools they are at most: a form of its own below their page. */
import { z } from 'zod';
import { idOf, id as idText } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
} from '../../platform/route.ts';
import type { FormError } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { errorsOf, type RegisterField, RegisterForm } from '../../registers/index.ts';
import { getSpecialist } from '../../stationing/index.ts';
import { setters } from './settings.access.ts';
import { wholeNumber } from './settings.input.ts';
import { changeSpecialistPlanning } from './specialist-planning.actions.ts';
import { getSpecialistPlanning, type HeldPlanning } from './specialist-planning.store.ts';

const list = '/inzet/specialisten';
const path = `${list}/:id/planning`;

const planningInput = z.object({
  base: idText('Kies een vertrekpunt uit de lijst.').optional(),
  mostPlaces: wholeNumber(1, 20).optional(),
});
type Input = z.infer<typeof planningInput>;

export const specialistPlanningPages: readonly Route[] = [
  getPage(path, setters, (call) => show(call)),
  postPage(path, setters, planningInput, async (call): Promise<PageAnswer> => {
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const { parsed, typed } = call.input;
    if (!parsed.ok) return show(call, { typed, errors: errorsOf(parsed.faults, fieldsWith([])) });
    const { base = null, mostPlaces = null } = parsed.value;
    const saved = await changeSpecialistPlanning(call.deed, call.actor, id, { baseId: base, mostPlaces });
    switch (saved.outcome) {
      case 'taken':
        return { kind: 'redirect', to: `${list}/${id}`, flash: { tone: 'good', text: 'Opgeslagen.' } };
      case 'notFound':
        return notFound;
      case 'refused':
        return show(call, { typed, errors: saved.faults });
      case 'stale':
        return show(call, { typed, errors: [{ message: staleWords }], stale: true });
      default:
        return show(call, { typed, errors: [{ message: 'Dit formulier was al verstuurd.' }] });
    }
  }),
];

const staleWords = 'Iemand anders heeft dit net gewijzigd. Kijk eerst wat er nu staat.';

interface Attempt {
  readonly typed: Sent<Input>['typed'];
  readonly errors: readonly FormError[];
  readonly stale?: boolean;
}

async function show(
  { actor, database, params, csrf }: Call<Actor, object, unknown> & Page,
  attempt?: Attempt,
): Promise<PageAnswer> {
  const id = idOf(params);
  if (id === undefined) return notFound;
  const [specialist, held] = await database.read(actor, (reader) =>
    Promise.all([
      getSpecialist(reader, actor.tenantId, id),
      getSpecialistPlanning(reader, { tenantId: actor.tenantId, personId: id }),
    ]),
  );
  if (specialist === undefined) return notFound;
  const current = valuesOf(held);
  const title = `Planning van ${specialist.name}`;
  return {
    kind: 'html',
    title,
    status: attempt === undefined ? 200 : attempt.stale === true ? 412 : 422,
    body: (
      <>
        <Breadcrumb
          items={[
            { href: list, label: 'Specialisten' },
            { href: `${list}/${id}`, label: specialist.name },
          ]}
        />
        <h1 dir="auto">{title}</h1>
        <RegisterForm
          action={`${list}/${id}/planning`}
          csrf={csrf}
          fields={fieldsWith(held.bases)}
          values={attempt === undefined ? current : Object.fromEntries(attempt.typed)}
          errors={attempt?.errors ?? []}
          version={held.version}
          current={attempt?.stale === true ? current : undefined}
          submit="Sla op"
          cancel={`${list}/${id}`}
        />
      </>
    ),
  };
}

const valuesOf = ({ baseId, mostPlaces }: HeldPlanning) => ({
  base: baseId ?? '',
  mostPlaces: mostPlaces === null ? '' : `${mostPlaces}`,
});

const fieldsWith = (bases: HeldPlanning['bases']): readonly RegisterField[] => [
  {
    name: 'base',
    label: 'Vertrekpunt',
    kind: 'select',
    hint: 'Een kantoor of een school, nooit iemands huis. Hiermee rekent een plan de reistijd uit.',
    options: bases.map(({ id, name }) => ({ value: id, label: name })),
    optional: true,
  },
  {
    name: 'mostPlaces',
    label: 'Meeste scholen tegelijk',
    kind: 'number',
    hint: 'Laat u dit leeg, dan geldt wat voor iedereen geldt.',
    optional: true,
  },
];
