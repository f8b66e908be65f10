/** Writing an ambition, changing one with a reason, and a reading by its owner. */
import { z } from 'zod';
import { type Entries, idOf } from '../../../platform/input.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../../platform/route.ts';
import { type Back, backFrom } from '../../form.ts';
import { getPriority, type PriorityOfPlan } from '../priority.store.ts';
import { isOpen, planWriters } from '../support-plan.rules.ts';
import { ambitionPath, crumbOf, home, planPath, plansPath, priorityPath } from '../support-plan-parts.tsx';
import { takeAmbitionStep, writeAmbition } from './ambition.actions.ts';
import { ambitionFormInput, changeInput } from './ambition.input.ts';
import { type AmbitionOfPlan, findOwners, getAmbition } from './ambition.store.ts';
import { ambitionForm, ambitionLabels, typedFrom } from './ambition-form.tsx';

type Reading = Call<Actor, object, unknown> & Page;

const newPath = `${plansPath}/speerpunten/:id/ambities/nieuw`;
const onePath = `${plansPath}/ambities/:id`;
const fields = {
  nameFree: ['name'],
  pageInPlan: ['page'],
  ownerKnown: ['ownerId'],
  targetAhead: ['targetOn'],
  endsInPlan: ['to'],
  reasonsGiven: ['reasons'],
} as const;

/** Why is asked of what stands alone, by its rules. */
const editInput = changeInput.extend({ reasons: changeInput.shape.reasons.optional() });

export const ambitionEditPages: readonly Route[] = [
  getPage(newPath, planWriters, async (call): Promise<PageAnswer> => {
    const priority = await priorityOf(call);
    return priority === undefined || !isOpen(priority.plan.status) ? notFound : formNew(call, priority, []);
  }),
  postPage(newPath, planWriters, ambitionFormInput, async (call): Promise<PageAnswer> => {
    const priority = await priorityOf(call);
    if (priority === undefined) return notFound;
    const { parsed, typed } = call.input;
    const outcome = parsed.ok
      ? await writeAmbition(call.deed, call.actor, priority.id, parsed.value)
      : undefined;
    if (outcome?.outcome === 'taken')
      return done(planPath(priority.plan.id), 'De ambitie staat in het plan.');
    return formNew(call, priority, typed, backFrom(parsed, outcome, ambitionLabels, fields));
  }),
  getPage(`${onePath}/bewerken`, planWriters, async (call): Promise<PageAnswer> => {
    const one = await ambitionOf(call);
    return one === undefined || !isEditable(one) ? notFound : formOf(call, one, typedFrom(one));
  }),
  postPage(`${onePath}/bewerken`, planWriters, editInput, async (call): Promise<PageAnswer> => {
    const { deed, actor, input } = call;
    const one = await ambitionOf(call);
    if (one === undefined) return notFound;
    const { parsed, typed } = input;
    if (!parsed.ok) return formOf(call, one, typed, backFrom(parsed, undefined, ambitionLabels, fields));
    const { to, reasons = '', ...words } = parsed.value;
    const outcome = await takeAmbitionStep(
      deed,
      actor,
      one.id,
      one.draft ? { step: 'revise', ...words } : { step: 'change', ...words, to, reasons },
    );
    if (outcome.outcome === 'taken') return done(ambitionPath(one.id), 'Bewaard.');
    return formOf(call, one, typed, backFrom(parsed, outcome, ambitionLabels, fields));
  }),
  postPage(`${onePath}/verwijderen`, planWriters, z.object({}), async (call): Promise<PageAnswer> => {
    const one = await ambitionOf(call);
    if (one === undefined) return notFound;
    const outcome = await takeAmbitionStep(call.deed, call.actor, one.id, { step: 'remove' });
    if (outcome.outcome === 'taken') return done(planPath(outcome.id), 'De ambitie is weg.');
    return formOf(call, one, typedFrom(one), backFrom(call.input.parsed, outcome, ambitionLabels));
  }),
];

const isEditable = ({ draft, plan }: AmbitionOfPlan) =>
  plan !== null && (draft ? isOpen(plan.status) : plan.status === 'adopted');

const done = (to: string, text: string): PageAnswer => ({
  kind: 'redirect',
  to,
  flash: { tone: 'good', text },
});

async function formNew(
  call: Reading,
  priority: PriorityOfPlan,
  typed: Entries,
  back?: Back,
): Promise<PageAnswer> {
  const owners = await call.database.read(call.actor, (reader) => findOwners(reader, call.actor));
  return ambitionForm({
    trail: [home, crumbOf(priority.plan)],
    csrf: call.csrf,
    action: `${priorityPath(priority.id)}/ambities/nieuw`,
    cancel: planPath(priority.plan.id),
    ...{ owners, typed, back },
  });
}

async function formOf(call: Reading, one: AmbitionOfPlan, typed: Entries, back?: Back): Promise<PageAnswer> {
  const owners = await call.database.read(call.actor, (reader) => findOwners(reader, call.actor));
  const path = ambitionPath(one.id);
  return ambitionForm({
    trail: [home, ...(one.plan === null ? [] : [crumbOf(one.plan)]), { href: path, label: one.name }],
    csrf: call.csrf,
    action: `${path}/bewerken`,
    cancel: path,
    ...{ owners, typed, one, back },
  });
}

function priorityOf({ actor, params, database }: Reading): Promise<PriorityOfPlan | undefined> {
  const id = idOf(params);
  return id === undefined
    ? Promise.resolve(undefined)
    : database.read(actor, (reader) => getPriority(reader, actor, id));
}

function ambitionOf({ actor, params, database }: Reading): Promise<AmbitionOfPlan | undefined> {
  const id = idOf(params);
  return id === undefined
    ? Promise.resolve(undefined)
    : database.read(actor, (reader) => getAmbition(reader, actor, id));
}
