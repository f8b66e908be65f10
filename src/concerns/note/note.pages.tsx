/** Noting a concern, and going on with the note. It saves itself; without JavaScript there is one button. */
import { z } from 'zod';
import { unfinishedDraft } from '../../platform/form/attempt.tsx';
import { faultTrouble } from '../../platform/form/form-errors.ts';
import { type Entries, id, idOf } from '../../platform/input.ts';
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
import { access } from '../concern.access.ts';
import { type Outcome, readConcern } from '../concern.actions.ts';
import type { NoteInput } from '../concern.input.ts';
import { attemptAfter, closedStep, refusal, sceneOf } from '../steps/concern-steps.pages.tsx';
import { noteForm } from '../steps/form.input.ts';
import type { Scene } from '../steps/step-page.tsx';
import { noteOnce, reviseNote } from './note.actions.ts';
import { directorsDraft, savedDraft, wantedOfDraft } from './note-draft.ts';
import { noteLabels, typedFrom } from './note-fields.tsx';
import { draftPage, NotedBefore, newPage, noSchool, sharesAtOnce } from './note-page.tsx';

type Reading<Query = Record<string, never>> = Call<Actor, Query> & Page;
type Sending = Call<Actor, Record<string, never>, Sent<NoteInput>> & Page;

const begin = z.object({
  /** Code of the school that the reader came from. */
  school: z.string().max(6).optional(),
  /** The ended concern that is taken up again. */
  vervolg: id().optional(),
});

export const notePages: readonly Route[] = [
  getPage('/zorgen/nieuw', access.note, showNew, begin),
  postPage('/zorgen/nieuw', access.note, noteForm, sendNew),
  postPage('/zorgen/nieuw/bewaar', access.note, noteForm, saveNew),
  getPage('/zorgen/:id/aanpassen', access.read, showDraft),
  postPage('/zorgen/:id/aanpassen', access.read, noteForm, sendDraft),
  postPage('/zorgen/:id/aanpassen/bewaar', access.read, noteForm, saveDraft),
];

// A new note -----------------------------------------------------------------------------------------------------------

async function showNew(call: Reading<z.infer<typeof begin>>): Promise<PageAnswer> {
  const { actor, query, today } = call;
  const typed: Entries = [['noticedOn', today]];
  if (query.vervolg === undefined)
    return newPage(call, { status: 200, typed: [...typed, ['schoolCode', query.school ?? '']] });
  const ended = await readConcern(call.deed, actor, query.vervolg);
  if (ended === undefined || (ended.status !== 'resolved' && ended.status !== 'closed')) return notFound;
  const goesOn: Entries = [
    ['continuesId', ended.id],
    ['schoolCode', ended.school.code],
    ['about', ended.about],
    ['theme', ended.theme ?? ''],
  ];
  return newPage(call, { status: 200, typed: [...typed, ...goesOn] });
}

async function sendNew(call: Sending): Promise<PageAnswer> {
  const { parsed, typed } = call.input;
  if (!parsed.ok)
    return newPage(call, { status: 422, typed, trouble: faultTrouble(parsed.faults, noteLabels) });
  const outcome = await noteOnce(call.deed, call.actor, parsed.value);
  switch (outcome.outcome) {
    case 'taken':
      return sharesAtOnce(call.actor, parsed.value) ? shared(outcome.id) : kept(outcome.id);
    case 'notFound':
    case 'forbidden':
      return newPage(call, { status: 422, typed, trouble: noSchool });
    case 'stale': {
      const scene = await sceneOf({ ...call, params: { id: outcome.concern.id } });
      return scene === undefined ? notFound : draftAgain(call, scene, outcome);
    }
    case 'keyReused':
      return newPage(call, { status: 409, typed, notice: <NotedBefore /> });
    case 'refused':
      return newPage(call, { typed, ...refusal('share_with_director', outcome, parsed.value) });
  }
}

/** The draft that saves itself for the first time. */
async function saveNew(call: Sending): Promise<PageAnswer> {
  const { parsed } = call.input;
  if (!parsed.ok) return unfinishedDraft(parsed.faults, wantedOfDraft);
  if (sharesAtOnce(call.actor, parsed.value)) return directorsDraft;
  return savedDraft(await noteOnce(call.deed, call.actor, parsed.value));
}

// A note that exists -----------------------------------------------------------------------------------------------------

async function showDraft(call: Reading): Promise<PageAnswer> {
  const scene = await sceneOf(call);
  if (scene === undefined) return notFound;
  return (
    closedStep('revise', scene) ?? draftPage(call, scene, { status: 200, typed: typedFrom(scene.concern) })
  );
}

async function sendDraft(call: Sending): Promise<PageAnswer> {
  const { parsed, typed } = call.input;
  const scene = await sceneOf(call);
  if (scene === undefined) return notFound;
  if (!parsed.ok) {
    const trouble = faultTrouble(parsed.faults, noteLabels);
    return closedStep('revise', scene) ?? draftPage(call, scene, { status: 422, typed, trouble });
  }
  const outcome = await reviseNote(call.deed, call.actor, scene.concern, parsed.value);
  return outcome.outcome === 'taken' ? kept(outcome.id) : draftAgain(call, scene, outcome);
}

async function saveDraft(call: Sending): Promise<PageAnswer> {
  const { parsed } = call.input;
  const concernId = idOf(call.params);
  const concern = concernId === undefined ? undefined : await readConcern(call.deed, call.actor, concernId);
  if (concern === undefined) return notFound;
  if (!parsed.ok) return unfinishedDraft(parsed.faults, wantedOfDraft);
  if (sharesAtOnce(call.actor, parsed.value)) return directorsDraft;
  return savedDraft(await reviseNote(call.deed, call.actor, concern, parsed.value));
}

/** The form of the draft again, or why there is none any more. */
async function draftAgain(
  call: Sending,
  scene: Scene,
  outcome: Exclude<Outcome, { outcome: 'taken' }>,
): Promise<PageAnswer> {
  const { typed, parsed } = call.input;
  if (outcome.outcome === 'notFound')
    return draftPage(call, scene, { status: 422, typed, trouble: noSchool });
  const closed = closedStep('revise', scene, typed);
  if (closed !== undefined || outcome.outcome === 'forbidden') return closed ?? notFound;
  return draftPage(
    call,
    scene,
    attemptAfter('revise', outcome, scene, typed, parsed.ok ? parsed.value : undefined),
  );
}

const kept = (concernId: string): PageAnswer => ({
  kind: 'redirect',
  to: `/zorgen/${concernId}`,
  flash: { tone: 'good', text: 'Uw notitie is bewaard. Alleen u leest die.' },
});

const shared = (concernId: string): PageAnswer => ({
  kind: 'redirect',
  to: `/zorgen/${concernId}`,
  flash: { tone: 'good', text: 'De zorg is vastgelegd en staat bij u als directeur.' },
});
