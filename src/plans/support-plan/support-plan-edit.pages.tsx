/** Beginning a plan, its name and period, and its documents. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { fieldOf } from '../../platform/form/filled.tsx';
import { noTrouble } from '../../platform/form/form-errors.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
  uploadPage,
} from '../../platform/route.ts';
import { DateField, TextField } from '../../platform/ui/fields.tsx';
import { ConfirmBox } from '../../platform/ui/form.tsx';
import { type Back, backFrom } from '../form.ts';
import { needWords } from '../needs.words.ts';
import type { Outcome } from '../outcome.ts';
import { writingPage } from '../words.tsx';
import { documentPage } from './document-form.tsx';
import { addPlanFile, largestPlanFile } from './file.actions.ts';
import { getPlanFile } from './file.store.ts';
import { planFacts, takePlanStep, writePlan } from './support-plan.actions.ts';
import { planInput } from './support-plan.input.ts';
import { isOpen, planWriters, unmetByPlan } from './support-plan.rules.ts';
import { getPlan, type Plan } from './support-plan.store.ts';
import { fileKinds, planLabels } from './support-plan.words.ts';
import { crumbOf, home, planPath, plansPath } from './support-plan-parts.tsx';

type Reading = Call<Actor, object, unknown> & Page;
const fileInput = z.object({ kind: z.enum(fileKinds, 'Kies wat het is.') });

export const supportPlanEditPages: readonly Route[] = [
  getPage(`${plansPath}/nieuw`, planWriters, async (call) => form(call, undefined, [])),
  postPage(`${plansPath}/nieuw`, planWriters, planInput, async (call): Promise<PageAnswer> => {
    const { parsed } = call.input;
    const outcome = parsed.ok ? await writePlan(call.deed, call.actor, parsed.value) : undefined;
    return answer(call, undefined, outcome, 'Het concept staat er. Zet er nu speerpunten en ambities in.');
  }),
  getPage(`${plansPath}/:id/bewerken`, planWriters, async (call): Promise<PageAnswer> => {
    const plan = await planOf(call);
    return plan === undefined || !isOpen(plan.status) ? notFound : form(call, plan, typedFrom(plan));
  }),
  postPage(`${plansPath}/:id/bewerken`, planWriters, planInput, async (call): Promise<PageAnswer> => {
    const plan = await planOf(call);
    if (plan === undefined) return notFound;
    const { parsed } = call.input;
    const outcome = parsed.ok
      ? await takePlanStep(call.deed, call.actor, plan.id, { step: 'revise', ...parsed.value })
      : undefined;
    return answer(call, plan, outcome, 'Bewaard.');
  }),
  postPage(`${plansPath}/:id/verwijderen`, planWriters, z.object({}), async (call): Promise<PageAnswer> => {
    const plan = await planOf(call);
    if (plan === undefined) return notFound;
    const outcome = await takePlanStep(call.deed, call.actor, plan.id, { step: 'remove' });
    if (outcome.outcome !== 'taken')
      return form(call, plan, typedFrom(plan), backFrom(call.input.parsed, outcome, planLabels));
    return { kind: 'redirect', to: plansPath, flash: { tone: 'good', text: 'Het concept is weg.' } };
  }),
  getPage(`${plansPath}/:id/document`, planWriters, async (call): Promise<PageAnswer> => {
    const plan = await planOf(call);
    return plan === undefined || plan.status === 'adopted'
      ? notFound
      : documentPage({ plan, csrf: call.csrf, typed: [], status: 200, trouble: noTrouble });
  }),
  uploadPage(
    `${plansPath}/:id/document`,
    planWriters,
    largestPlanFile + 200_000,
    fileInput,
    async (call): Promise<PageAnswer> => {
      const plan = await planOf(call);
      if (plan === undefined) return notFound;
      const { parsed, typed, file = { name: '', bytes: new Uint8Array() } } = call.input;
      const outcome = parsed.ok
        ? await addPlanFile(call.deed, call.actor, plan.id, parsed.value.kind, file)
        : undefined;
      if (outcome?.outcome === 'taken') return done(plan.id, 'Het document staat bij het plan.');
      const back = backFrom(parsed, outcome, planLabels, { pdfGiven: ['file'], planStands: ['kind'] });
      return documentPage({ plan, csrf: call.csrf, typed, ...back });
    },
  ),
  // Never shown in our pages: whatever it is, it is somebody's file.
  getPage(`${plansPath}/bestand/:id`, 'member', async ({ actor, params, database }): Promise<PageAnswer> => {
    const id = idOf(params);
    const file =
      id === undefined ? undefined : await database.read(actor, (reader) => getPlanFile(reader, actor, id));
    return file === undefined
      ? notFound
      : { kind: 'file', name: file.name, type: 'application/pdf', body: file.bytes };
  }),
];

const typedFrom = ({ name, from, to, pages }: Plan): Entries => [
  ['name', name],
  ['from', from],
  ['to', to],
  ['pages', pages === null ? '' : `${pages}`],
];

function answer(
  call: Reading & Call<Actor, object, Sent<unknown>>,
  plan: Plan | undefined,
  outcome: Outcome | undefined,
  text: string,
): PageAnswer {
  if (outcome?.outcome === 'taken') return done(outcome.id, text);
  const { parsed, typed } = call.input;
  const back = backFrom(parsed, outcome, planLabels, { nameFree: ['name'], pageInPlan: ['pages'] });
  return form(call, plan, typed, back);
}

const done = (id: string, text: string): PageAnswer => ({
  kind: 'redirect',
  to: planPath(id),
  flash: { tone: 'good', text },
});

function form({ csrf, today }: Reading, plan: Plan | undefined, typed: Entries, back?: Back): PageAnswer {
  const { status = 200, trouble = noTrouble } = back ?? {};
  const filled = { typed, errors: trouble.fields, labels: planLabels };
  const cancel = plan === undefined ? plansPath : planPath(plan.id);
  return writingPage({
    trail: plan === undefined ? [home] : [home, crumbOf(plan)],
    title: plan === undefined ? 'Nieuw ondersteuningsplan' : 'Naam en periode',
    lead: 'Begin met naam en periode. Speerpunten, ambities en het document komen daarna.',
    action: plan === undefined ? `${plansPath}/nieuw` : `${cancel}/bewerken`,
    ...{ cancel, csrf, status, trouble },
    version: plan?.version,
    fields: (
      <>
        <TextField {...fieldOf(filled, 'name')} hint="Zoals «Ondersteuningsplan 2027-2031»." />
        <DateField {...fieldOf(filled, 'from')} hint="Meestal 1 augustus." />
        <DateField {...fieldOf(filled, 'to')} hint="Meestal 31 juli, vier jaar later." />
        <TextField
          {...fieldOf(filled, 'pages')}
          optional
          short
          inputMode="numeric"
          hint="Zo kloppen verwijzingen naar bladzijden."
        />
      </>
    ),
    after: plan?.status === 'draft' && <Removing {...{ plan, csrf, today }} />,
  });
}

interface RemovingProps {
  readonly plan: Plan;
  readonly csrf: string;
  readonly today: CivilDate;
}

/** Throws a concept away, or says what keeps it. */
function Removing({ plan, csrf, today }: RemovingProps): JSX.Element {
  const lacks = unmetByPlan('remove', planFacts(plan, today)).map((need) => needWords[need]);
  if (lacks.length > 0) return <p>Dit concept weghalen kan nu niet. {lacks.join(' ')}</p>;
  return (
    <ConfirmBox
      label="Concept weghalen"
      action={`${planPath(plan.id)}/verwijderen`}
      csrf={csrf}
      confirm="Haal dit concept weg"
      version={plan.version}
    >
      <p>Het concept en zijn documenten verdwijnen. Dat kan niet ongedaan worden gemaakt.</p>
    </ConfirmBox>
  );
}

function planOf({ actor, params, database }: Reading): Promise<Plan | undefined> {
  const id = idOf(params);
  return id === undefined
    ? Promise.resolve(undefined)
    : database.read(actor, (reader) => getPlan(reader, actor, id));
}
