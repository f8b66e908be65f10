/** Priorities of a plan that is being written. */
import { z } from 'zod';
import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { noTrouble } from '../../platform/form/form-errors.ts';
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
import { TextField } from '../../platform/ui/fields.tsx';
import { ConfirmBox } from '../../platform/ui/form.tsx';
import { type Back, backFrom } from '../form.ts';
import { writingPage } from '../words.tsx';
import { getPriority, type PriorityOfPlan } from './priority.store.ts';
import { takePriorityStep, writePriority } from './support-plan.actions.ts';
import { priorityFormInput } from './support-plan.input.ts';
import { isOpen, planWriters } from './support-plan.rules.ts';
import { getPlan, type Plan } from './support-plan.store.ts';
import { priorityLabels } from './support-plan.words.ts';
import { crumbOf, home, planPath, plansPath, priorityPath } from './support-plan-parts.tsx';

type Reading = Call<Actor, object, unknown> & Page;
type Of = Pick<Plan, 'id' | 'name'>;

const onePath = `${plansPath}/speerpunten/:id`;
const newPath = `${plansPath}/:id/speerpunten/nieuw`;
const fields = { nameFree: ['name'], pageInPlan: ['page'] } as const;

export const priorityPages: readonly Route[] = [
  getPage(newPath, planWriters, async (call): Promise<PageAnswer> => {
    const plan = await planOf(call);
    return plan === undefined || !isOpen(plan.status) ? notFound : form(call, plan, undefined, []);
  }),
  postPage(newPath, planWriters, priorityFormInput, async (call): Promise<PageAnswer> => {
    const plan = await planOf(call);
    if (plan === undefined) return notFound;
    const { parsed, typed } = call.input;
    const outcome = parsed.ok ? await writePriority(call.deed, call.actor, plan.id, parsed.value) : undefined;
    if (outcome?.outcome === 'taken') return done(plan.id, 'Het speerpunt staat in het plan.');
    return form(call, plan, undefined, typed, backFrom(parsed, outcome, priorityLabels, fields));
  }),
  getPage(onePath, planWriters, async (call): Promise<PageAnswer> => {
    const one = await priorityOf(call);
    return one === undefined || !isOpen(one.plan.status)
      ? notFound
      : form(call, one.plan, one, typedFrom(one));
  }),
  postPage(onePath, planWriters, priorityFormInput, async (call): Promise<PageAnswer> => {
    const one = await priorityOf(call);
    if (one === undefined) return notFound;
    const { parsed, typed } = call.input;
    const outcome = parsed.ok
      ? await takePriorityStep(call.deed, call.actor, one.id, { step: 'revise', ...parsed.value })
      : undefined;
    if (outcome?.outcome === 'taken') return done(one.plan.id, 'Bewaard.');
    return form(call, one.plan, one, typed, backFrom(parsed, outcome, priorityLabels, fields));
  }),
  postPage(`${onePath}/verwijderen`, planWriters, z.object({}), async (call): Promise<PageAnswer> => {
    const one = await priorityOf(call);
    if (one === undefined) return notFound;
    const { parsed } = call.input;
    const outcome = await takePriorityStep(call.deed, call.actor, one.id, { step: 'remove' });
    if (outcome.outcome === 'taken') return done(one.plan.id, 'Het speerpunt is weg.');
    return form(call, one.plan, one, typedFrom(one), backFrom(parsed, outcome, priorityLabels));
  }),
];

const done = (id: string, text: string): PageAnswer => ({
  kind: 'redirect',
  to: planPath(id),
  flash: { tone: 'good', text },
});

const typedFrom = ({ name, position, page, text }: PriorityOfPlan): Entries => [
  ['name', name],
  ['position', `${position}`],
  ['page', page === null ? '' : `${page}`],
  ['text', text ?? ''],
];

function form(
  { csrf }: Reading,
  plan: Of,
  one: PriorityOfPlan | undefined,
  typed: Entries,
  back?: Back,
): PageAnswer {
  const { status = 200, trouble = noTrouble } = back ?? {};
  const filled = { typed, errors: trouble.fields, labels: priorityLabels };
  return writingPage({
    trail: [home, crumbOf(plan)],
    title: one === undefined ? 'Nieuw speerpunt' : 'Speerpunt aanpassen',
    lead: 'Waar legt het plan de nadruk op?',
    action: one === undefined ? `${planPath(plan.id)}/speerpunten/nieuw` : priorityPath(one.id),
    cancel: planPath(plan.id),
    ...{ csrf, status, trouble },
    version: one?.version,
    fields: (
      <>
        <TextField {...fieldOf(filled, 'name')} hint="Zoals «Organisatieontwikkeling»." />
        <TextField
          {...fieldOf(filled, 'position')}
          optional
          short
          inputMode="numeric"
          hint="1 staat bovenaan. Leeg: onderaan."
        />
        <TextField
          {...fieldOf(filled, 'page')}
          optional
          short
          inputMode="numeric"
          hint="Waar het in het document staat."
        />
        <Story form={filled} name="text" rows={8} max={10_000} optional />
      </>
    ),
    after: one !== undefined && one.ambitions === 0 && (
      <ConfirmBox
        label="Speerpunt weghalen"
        action={`${priorityPath(one.id)}/verwijderen`}
        csrf={csrf}
        confirm="Haal dit speerpunt weg"
        version={one.version}
      >
        <p>Het speerpunt verdwijnt uit het concept.</p>
      </ConfirmBox>
    ),
  });
}

function planOf({ actor, params, database }: Reading): Promise<Plan | undefined> {
  const id = idOf(params);
  return id === undefined
    ? Promise.resolve(undefined)
    : database.read(actor, (reader) => getPlan(reader, actor, id));
}

function priorityOf({ actor, params, database }: Reading): Promise<PriorityOfPlan | undefined> {
  const id = idOf(params);
  return id === undefined
    ? Promise.resolve(undefined)
    : database.read(actor, (reader) => getPriority(reader, actor, id));
}
