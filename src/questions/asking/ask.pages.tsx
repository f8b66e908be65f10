/** Asking a question, and going on with the draft. It saves itself; without JavaScript there are two buttons. */
import { z } from 'zod';
import { unfinishedDraft, unsaved } from '../../platform/form/attempt.tsx';
import { faultTrouble } from '../../platform/form/form-errors.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, id, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  type JsonAnswer,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
} from '../../platform/route.ts';
import { access } from '../question.access.ts';
import { type Outcome, readQuestion } from '../question.actions.ts';
import { levels } from '../question.rules.ts';
import type { QuestionRow } from '../question.store.ts';
import { attemptAfter, closedStep, refusal } from '../steps/step-answers.tsx';
import { askOnce, keepDraft, submitDraft } from './ask.actions.ts';
import { type AskForm, askForm } from './ask.input.ts';
import { wantedOfDraft } from './ask.words.ts';
import { askLabels, typedFrom } from './ask-fields.tsx';
import { keepButton } from './ask-form.tsx';
import { AskedBefore, draftPage, maySubmit, newPage, noSchool, otherSchool } from './ask-page.tsx';
import { similarButton } from './similar-ones.tsx';

type Reading<Query = Record<string, never>> = Call<Actor, Query> & Page;
type Sending = Call<Actor, Record<string, never>, Sent<AskForm>> & Page;

const begin = z.object({
  /** Code of the school that the reader came from. */
  school: z.string().max(6).optional(),
  niveau: z.enum(levels).optional().catch(undefined),
  /** The ended question that is taken up again. */
  vervolg: id().optional(),
});

export const askPages: readonly Route[] = [
  getPage('/vragen/nieuw', access.ask, showNew, begin),
  postPage('/vragen/nieuw', access.ask, askForm, sendNew),
  postPage('/vragen/nieuw/bewaar', access.ask, askForm, saveNew),
  getPage('/vragen/:id/aanpassen', access.read, showDraft),
  postPage('/vragen/:id/aanpassen', access.read, askForm, sendDraft),
  getPage('/vragen/:id/indienen', access.read, showDraft),
  postPage('/vragen/:id/indienen', access.read, askForm, sendDraft),
  postPage('/vragen/:id/aanpassen/bewaar', access.read, askForm, saveDraft),
];

// A new question -------------------------------------------------------------------------------------------------------

async function showNew(call: Reading<z.infer<typeof begin>>): Promise<PageAnswer> {
  const { actor, query, today } = call;
  const typed: Entries = [['signalledOn', today]];
  const level: Entries = query.niveau === undefined ? [] : [['level', query.niveau]];
  if (query.vervolg === undefined)
    return newPage(call, { status: 200, typed: [...typed, ...level, ['schoolCode', query.school ?? '']] });
  const ended = await readQuestion(call.deed, actor, query.vervolg);
  if (ended === undefined || ended.endedOn === null) return notFound;
  const goesOn = typedFrom(ended).filter(([name]) => taken.has(name));
  return newPage(call, { status: 200, typed: [...typed, ...goesOn, ['continuesId', ended.id]] });
}

/** What a question that is taken up again brings along; what is needed now is written anew, and consent is asked again. */
const taken = new Set([
  ...['level', 'schoolCode', 'title', 'expertise'],
  ...['pupil.pseudonym', 'pupil.ageBand', 'pupil.externalCaseNumber'],
]);

async function sendNew(call: Sending): Promise<PageAnswer> {
  const { parsed, typed, button } = call.input;
  if (button === similarButton) return newPage(call, { status: 200, typed, looks: true });
  if (!parsed.ok)
    return newPage(call, { status: 422, typed, trouble: faultTrouble(parsed.faults, askLabels) });
  const outcome = await askOnce(call.deed, call.actor, parsed.value);
  switch (outcome.outcome) {
    case 'taken': {
      const asked = await readQuestion(call.deed, call.actor, outcome.id);
      if (asked === undefined) return notFound;
      if (button === keepButton || !maySubmit(call.actor, asked)) return kept(call.actor, asked);
      return submit({ ...call, deed: { ...call.deed, version: outcome.version } }, asked);
    }
    case 'notFound':
    case 'forbidden':
      return newPage(call, { status: 422, typed, trouble: noSchool });
    case 'stale':
      return draftAgain(call, outcome.question, outcome);
    case 'keyReused':
      return newPage(call, { status: 409, typed, notice: <AskedBefore /> });
    case 'refused':
      return newPage(call, { typed, ...refusal('submit', outcome, parsed.value) });
  }
}

/** The draft that saves itself for the first time. */
async function saveNew(call: Sending): Promise<PageAnswer> {
  const { parsed } = call.input;
  if (!parsed.ok) return unfinishedDraft(parsed.faults, wantedOfDraft);
  return savedDraft(await askOnce(call.deed, call.actor, parsed.value));
}

// A draft ----------------------------------------------------------------------------------------------------------------

async function showDraft(call: Reading): Promise<PageAnswer> {
  const question = await questionOf(call);
  if (question === undefined) return notFound;
  const closed = closedStep('revise', question, call.actor);
  return closed ?? draftPage(call, question, { status: 200, typed: typedFrom(question) });
}

async function sendDraft(call: Sending): Promise<PageAnswer> {
  const { parsed, typed, button } = call.input;
  const question = await questionOf(call);
  if (question === undefined) return notFound;
  if (button === similarButton)
    return (
      closedStep('revise', question, call.actor, typed) ??
      draftPage(call, question, { status: 200, typed, looks: true })
    );
  if (!parsed.ok) {
    const trouble = faultTrouble(parsed.faults, askLabels);
    const closed = closedStep('revise', question, call.actor, typed);
    return closed ?? draftPage(call, question, { status: 422, typed, trouble });
  }
  if (parsed.value.schoolCode !== question.school.code)
    return draftPage(call, question, { status: 422, typed, trouble: otherSchool });
  if (button !== keepButton && maySubmit(call.actor, question)) return submit(call, question);
  const outcome = await keepDraft(call.deed, call.actor, question.id, parsed.value);
  return outcome.outcome === 'taken' ? kept(call.actor, question) : draftAgain(call, question, outcome);
}

async function submit(call: Sending, question: QuestionRow): Promise<PageAnswer> {
  const { parsed } = call.input;
  if (!parsed.ok) return notFound;
  const outcome = await submitDraft(call.deed, call.actor, question.id, parsed.value);
  return outcome.outcome === 'taken' ? submitted(question) : draftAgain(call, question, outcome);
}

async function saveDraft(call: Sending): Promise<PageAnswer> {
  const { parsed } = call.input;
  const question = await questionOf(call);
  if (question === undefined) return notFound;
  if (!parsed.ok) return unfinishedDraft(parsed.faults, wantedOfDraft);
  if (parsed.value.schoolCode !== question.school.code)
    return unsaved('Nog niet bewaard: een concept blijft bij zijn school. Begin daar een nieuwe vraag.');
  return savedDraft(await keepDraft(call.deed, call.actor, question.id, parsed.value));
}

/** The form of the draft again, or why there is none any more. */
async function draftAgain(
  call: Sending,
  question: QuestionRow,
  outcome: Exclude<Outcome, { outcome: 'taken' }>,
): Promise<PageAnswer> {
  const { typed, parsed } = call.input;
  if (outcome.outcome === 'notFound') return notFound;
  const now = outcome.outcome === 'stale' ? outcome.question : question;
  const closed = closedStep('revise', now, call.actor, typed);
  if (closed !== undefined || outcome.outcome === 'forbidden') return closed ?? notFound;
  const value = parsed.ok ? parsed.value : undefined;
  return draftPage(call, now, attemptAfter('submit', outcome, now, typed, value));
}

async function questionOf({ params, deed, actor }: Reading | Sending): Promise<QuestionRow | undefined> {
  const questionId = idOf(params);
  return questionId === undefined ? undefined : readQuestion(deed, actor, questionId);
}

function savedDraft(outcome: Outcome): JsonAnswer {
  switch (outcome.outcome) {
    case 'taken': {
      const url = `/vragen/${outcome.id}/aanpassen`;
      const body = { version: outcome.version, url, autosave: `${url}/bewaar`, key: newId() };
      return { kind: 'json', status: 200, body };
    }
    case 'refused':
      return unsaved(`Nog niet bewaard. ${outcome.unmet.map((need) => need.detail).join(' ')}`);
    case 'stale':
    case 'keyReused':
      return unsaved(
        'Nog niet bewaard: iemand wijzigde dit concept ook ergens anders. Kies «Bewaar als concept».',
      );
    case 'notFound':
    case 'forbidden':
      return unsaved(
        'Nog niet bewaard: bij deze school kunt u geen vraag stellen, of de vraag is al ingediend.',
      );
  }
}

const kept = (actor: Actor, question: QuestionRow): PageAnswer => ({
  kind: 'redirect',
  to: `/vragen/${question.id}`,
  flash: {
    tone: 'good',
    text: maySubmit(actor, question)
      ? 'Uw concept is bewaard. Nog niet ingediend.'
      : 'Uw vraag is bewaard. Uw IB’er leest die en dient hem in.',
  },
});

const submitted = (question: QuestionRow): PageAnswer => ({
  kind: 'redirect',
  to: `/vragen/${question.id}`,
  flash: { tone: 'good', text: 'Uw vraag is ingediend.' },
});
