/**
 * The road of a post, as data. Buttons, API, docs and tests read this table; migrations/0044 repeats it in the database, which refuses
 * every other way. «Een bericht dat eruit is, wordt nooit overschreven»: what is new is an update with its day and reason.
 */

export const states = ['draft', 'planned', 'published', 'withdrawn'] as const;
export type State = (typeof states)[number];

/** Everything that can stand in the way. Each has its Dutch sentence in post.words.ts. */
export type Need =
  | 'stateAllows'
  | 'audienceGiven'
  | 'bodyGiven'
  | 'translationWhole'
  | 'picturesFit'
  | 'timeAhead'
  | 'reasonGiven'
  | 'originalGiven'
  | 'languageKnown'
  | 'languageFree'
  | 'spellingOnly'
  | 'ownOrEditor'
  | 'noRoundAsks'
  | 'noOpenMarks';

interface Step {
  readonly from: readonly (State | 'new')[];
  /** Where it leads; `same` leaves it where it is, after `gone` there is no post. */
  readonly to: State | 'same' | 'gone';
  readonly needs: readonly Exclude<Need, 'stateAllows'>[];
}

/** What every text needs before readers see it. */
const whole = ['audienceGiven', 'bodyGiven', 'translationWhole', 'picturesFit', 'noOpenMarks'] as const;

export const protocol = {
  /** Its words, for whom it is, its topics and files; a new one becomes a draft. */
  write: { from: ['new', 'draft', 'planned'], to: 'same', needs: [] },
  publish: { from: ['draft', 'planned'], to: 'published', needs: whole },
  plan: { from: ['draft', 'planned'], to: 'planned', needs: [...whole, 'timeAhead'] },
  unplan: { from: ['planned'], to: 'draft', needs: [] },
  update: {
    from: ['published'],
    to: 'same',
    needs: ['originalGiven', 'languageKnown', 'reasonGiven', 'bodyGiven', 'picturesFit', 'noOpenMarks'],
  },
  fix: { from: ['published'], to: 'same', needs: ['spellingOnly'] },
  translate: {
    from: ['draft', 'planned', 'published'],
    to: 'same',
    needs: ['languageFree', 'translationWhole', 'picturesFit', 'noOpenMarks'],
  },
  discard: { from: ['draft'], to: 'gone', needs: ['ownOrEditor', 'noRoundAsks'] },
  withdraw: { from: ['published'], to: 'withdrawn', needs: ['reasonGiven', 'noOpenMarks'] },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof protocol;
export const stepNames = Object.keys(protocol) as readonly StepName[];

/** Whether a step leaves this state. */
export const leaves = (step: StepName, state: State | 'new'): boolean =>
  (protocol[step].from as readonly string[]).includes(state);

/** The steps that can be taken from here. */
export const stepsFrom = (state: State): readonly StepName[] =>
  stepNames.filter((step) => leaves(step, state));

/** Where a step leads; undefined when it does not leave this state. */
export function stateAfter(step: StepName, state: State | 'new'): State | 'gone' | undefined {
  if (!leaves(step, state)) return undefined;
  const { to } = protocol[step];
  return to === 'same' ? (state === 'new' ? 'draft' : state) : to;
}

/** Days: whoever plans further ahead has forgotten it by then. */
const furthest = 365;

/** Whether a plan lies ahead, and near enough. Both in milliseconds since 1970. */
export const isAhead = (at: number, now: number): boolean => at > now && at - now <= furthest * 86_400_000;

/** What a post lacks to go out, without what the writing aid says. */
export function lacks(post: {
  readonly audiences: readonly string[];
  readonly texts: readonly { readonly original: boolean; readonly body: string }[];
  readonly pictureFaults: number;
}): readonly Need[] {
  const empty = post.texts.filter(({ body }) => body.trim() === '');
  return [
    ...(post.audiences.length === 0 ? (['audienceGiven'] as const) : []),
    ...(empty.some(({ original }) => original) ? (['bodyGiven'] as const) : []),
    ...(empty.some(({ original }) => !original) ? (['translationWhole'] as const) : []),
    ...(post.pictureFaults > 0 ? (['picturesFit'] as const) : []),
  ];
}
