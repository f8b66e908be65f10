/** Writing a pilot down, and changing what may still change. */
import { afterButton, withoutEmptyRows } from '../../platform/form/typed.ts';
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
  type Sent,
} from '../../platform/route.ts';
import { type Back, backFrom } from '../form.ts';
import type { Outcome } from '../outcome.ts';
import { takePilotStep, writePilot } from './pilot.actions.ts';
import { changeInput, pilotInput } from './pilot.input.ts';
import { pilotWriters } from './pilot.rules.ts';
import { findPilotChoices, getPilot, type Pilot } from './pilot.store.ts';
import { pilotLabels } from './pilot.words.ts';
import { pilotForm, typedFrom } from './pilot-form.tsx';
import { pilotPath, pilotsPath } from './pilot-parts.tsx';

type Reading = Call<Actor, object, unknown> & Page;

export const pilotEditPages: readonly Route[] = [
  getPage(`${pilotsPath}/nieuw`, pilotWriters, (call) => show(call, undefined, [])),
  postPage(`${pilotsPath}/nieuw`, pilotWriters, pilotInput, async (call): Promise<PageAnswer> => {
    const { actor, deed, input } = call;
    if (input.button !== '') return show(call, undefined, afterButton(input.typed, input.button));
    const { parsed } = input;
    const outcome = parsed.ok ? await writePilot(deed, actor, parsed.value) : undefined;
    return answer(call, undefined, outcome, 'Bewaard als concept. Begin de pilot als alles klopt.');
  }),
  getPage(`${pilotsPath}/:id/bewerken`, pilotWriters, (call) => edit(call, 'draft')),
  postPage(`${pilotsPath}/:id/bewerken`, pilotWriters, pilotInput, (call) =>
    save(call, (id, input) => takePilotStep(call.deed, call.actor, id, { step: 'revise', ...input })),
  ),
  getPage(`${pilotsPath}/:id/scholen`, pilotWriters, (call) => edit(call, 'running')),
  postPage(`${pilotsPath}/:id/scholen`, pilotWriters, changeInput, (call) =>
    save(call, (id, input) => takePilotStep(call.deed, call.actor, id, { step: 'change', ...input })),
  ),
];

async function edit(call: Reading, status: Pilot['status']): Promise<PageAnswer> {
  const pilot = await pilotOf(call);
  return pilot?.status === status ? show(call, pilot, typedFrom(pilot)) : notFound;
}

async function save<T>(
  call: Reading & Call<Actor, object, Sent<T>>,
  act: (id: string, input: T) => Promise<Outcome>,
): Promise<PageAnswer> {
  const { input } = call;
  const pilot = await pilotOf(call);
  if (pilot === undefined) return notFound;
  if (input.button !== '') return show(call, pilot, afterButton(input.typed, input.button));
  const outcome = input.parsed.ok ? await act(pilot.id, input.parsed.value) : undefined;
  return answer(call, pilot, outcome, 'Bewaard.');
}

async function answer(
  call: Reading & Call<Actor, object, Sent<unknown>>,
  pilot: Pilot | undefined,
  outcome: Outcome | undefined,
  text: string,
): Promise<PageAnswer> {
  const { parsed, typed } = call.input;
  if (outcome?.outcome === 'taken')
    return { kind: 'redirect', to: pilotPath(outcome.id), flash: { tone: 'good', text } };
  const back = backFrom(parsed, outcome, pilotLabels, {
    nameFree: ['name'],
    ambitionKnown: ['ambitionId'],
    schoolsKnown: ['schools'],
    schoolsGiven: ['schools'],
    endsAfterStart: ['endsOn'],
  });
  return show(call, pilot, withoutEmptyRows(typed, 'schools'), back);
}

async function show(
  { actor, csrf, database }: Reading,
  pilot: Pilot | undefined,
  typed: Entries,
  back?: Back,
): Promise<PageAnswer> {
  const choices = await database.read(actor, (reader) => findPilotChoices(reader, actor));
  return pilotForm({ csrf, choices, typed, ...back, ...(pilot && { pilot }) });
}

function pilotOf({ actor, params, database }: Reading): Promise<Pilot | undefined> {
  const id = idOf(params);
  return id === undefined
    ? Promise.resolve(undefined)
    : database.read(actor, (reader) => getPilot(reader, actor, id));
}
