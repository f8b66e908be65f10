/** From what was sent to the draft as it is kept. */
import type { AskInput, ReviseInput } from './question.input.ts';
import type { QuestionRow } from './question.store.ts';
import type { Draft } from './question-writes.store.ts';

type Asked = Omit<AskInput, 'schoolCode' | 'continuesId' | 'requestedDagdelen'> & {
  readonly requestedDagdelen?: number | null | undefined;
};

/** A new draft. A pupil stands at level pupil alone; at another level what was sent of one is left out. */
export function draftOf(input: Asked): Draft {
  const pupil = input.level === 'pupil' ? (input.pupil ?? {}) : undefined;
  return {
    level: input.level,
    urgency: input.urgency ?? 'normal',
    expertise: input.expertise ?? [],
    requestedDagdelen: input.requestedDagdelen ?? null,
    language: input.language?.trim() || null,
    signalledOn: input.signalledOn ?? null,
    words: {
      title: input.title,
      need: input.need,
      triedSoFar: input.triedSoFar || null,
      pseudonym: pupil?.pseudonym || null,
      ageBand: pupil?.ageBand ?? null,
    },
    pupil:
      pupil === undefined
        ? null
        : {
            caseNumber: pupil.externalCaseNumber || null,
            parentsSpokenOn: pupil.parentsSpokenOn ?? null,
            parentsConsentOn: pupil.parentsConsentOn ?? null,
            pupilConsentOn: pupil.pupilConsentOn ?? null,
          },
  };
}

/** A draft of which the days of a question are known. */
type Revised = Omit<Draft, 'signalledOn' | 'pupil'> & {
  readonly signalledOn: string;
  readonly pupil: QuestionRow['pupil'];
};

/**
 * The draft with what was sent over it; undefined when nothing was sent. An empty text takes the old one away. A pupil that is revised
 * comes whole; what is sent along with submitting fills up what the draft still lacks.
 */
export function revised(
  before: QuestionRow,
  sent: ReviseInput,
  how: 'revise' | 'submit',
): Revised | undefined {
  const { words } = before;
  if (words === null || draftFields.every((field) => sent[field] === undefined)) return undefined;
  const pupil =
    how === 'revise' ? (sent.pupil ?? pupilOf(before)) : { ...pupilOf(before), ...given(sent.pupil ?? {}) };
  const draft = draftOf({
    level: sent.level ?? before.level,
    title: sent.title ?? words.title,
    need: sent.need ?? words.need,
    triedSoFar: sent.triedSoFar ?? words.triedSoFar ?? undefined,
    expertise: sent.expertise ?? [...before.expertise],
    urgency: sent.urgency ?? before.urgency,
    requestedDagdelen:
      sent.requestedDagdelen === undefined ? before.requestedDagdelen : sent.requestedDagdelen,
    language: sent.language ?? before.language ?? undefined,
    pupil,
  });
  return {
    ...draft,
    signalledOn: sent.signalledOn ?? before.signalledOn,
    pupil: draft.pupil === null ? null : { ...draft.pupil, legalGround: null },
  };
}

const pupilOf = ({ words, pupil }: QuestionRow): Pupil => ({
  pseudonym: words?.pseudonym ?? undefined,
  ageBand: words?.ageBand ?? undefined,
  externalCaseNumber: pupil?.caseNumber ?? undefined,
  parentsSpokenOn: pupil?.parentsSpokenOn ?? undefined,
  parentsConsentOn: pupil?.parentsConsentOn ?? undefined,
  pupilConsentOn: pupil?.pupilConsentOn ?? undefined,
});

type Pupil = NonNullable<ReviseInput['pupil']>;

const given = (pupil: Pupil): Pupil =>
  Object.fromEntries(Object.entries(pupil).filter(([, value]) => value !== undefined));

const draftFields = [
  'level',
  'title',
  'need',
  'triedSoFar',
  'expertise',
  'urgency',
  'requestedDagdelen',
  'language',
  'signalledOn',
  'pupil',
] as const satisfies readonly (keyof ReviseInput)[];
