/** Somebody before a question, with what they can choose from. */
import type { ReadDatabase, Reader } from '../../platform/database.ts';
import type { Filled } from '../../platform/form/filled.tsx';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Expertise } from '../asking/asking.store.ts';
import { findComingMeetings, type ListedMeeting } from '../committee/meeting.store.ts';
import type { StepName } from '../question.rules.ts';
import type { QuestionRow } from '../question.store.ts';
import type { Proposal } from '../reading/around.store.ts';
import { findSimilar, nothingSimilar, type Similar } from '../similar/similar.store.ts';
import {
  findProposal,
  findSpecialistChoices,
  findTriageChoices,
  type SpecialistChoice,
} from './choices.store.ts';

export interface Choices {
  readonly specialists: readonly SpecialistChoice[];
  readonly meetings: readonly ListedMeeting[];
  readonly expertise: readonly Expertise[];
  /** What specialists speak. */
  readonly languages: readonly string[];
  readonly ambitions: readonly { readonly id: string; readonly name: string }[];
  /** Answered questions and practice notes that look like this question. */
  readonly similar: Similar;
  /** Whom a published plan proposes. */
  readonly proposal: Proposal | null;
}

export interface Scene {
  readonly question: QuestionRow;
  readonly actor: Actor;
  readonly csrf: string;
  readonly choices: Choices;
}

/** What the form of a step is drawn from. */
export interface StepFields extends Filled, Omit<Scene, 'csrf'> {}

const none: Choices = {
  specialists: [],
  meetings: [],
  expertise: [],
  languages: [],
  ambitions: [],
  similar: nothingSimilar,
  proposal: null,
};

/** What somebody can choose in the form of this step: one question to the database, or none. */
export async function choicesFor(
  step: StepName,
  question: QuestionRow,
  actor: Actor,
  database: ReadDatabase,
): Promise<Choices> {
  switch (step) {
    case 'think_along':
      if (question.relations.includes('asked_along')) return none;
      return { ...none, specialists: await specialists() };
    case 'assign':
    case 'hand_over':
      return database.read(actor, async (reader) => {
        const [people, proposal] = await Promise.all([
          findSpecialistChoices(reader, actor, question),
          findProposal(reader, actor, question.id),
        ]);
        return { ...none, specialists: people, proposal };
      });
    case 'to_committee':
    case 'hold_over':
      return { ...none, meetings: await database.read(actor, (reader) => findComingMeetings(reader, actor)) };
    case 'triage':
      return database.read(actor, async (reader) => {
        const [known, similar] = await Promise.all([findTriageChoices(reader, actor), alike(reader)]);
        return { ...none, ...known, similar };
      });
    case 'answer':
      return { ...none, similar: await database.read(actor, alike) };
    default:
      return none;
  }

  async function alike(reader: Reader): Promise<Similar> {
    const { id: questionId, words, level, expertise } = question;
    if (words === null) return nothingSimilar;
    const text = [words.title, words.need, words.triedSoFar].join('\n');
    return findSimilar(reader, actor, { text, level, expertise, questionId });
  }

  function specialists() {
    return database.read(actor, (reader) => findSpecialistChoices(reader, actor, question));
  }
}
