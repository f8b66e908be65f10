import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { type Step, Steps } from '../../platform/ui/timeline.tsx';
import { protocol, type Status, type StepName } from '../concern.rules.ts';
import type { ConcernRow } from '../concern.store.ts';
import { type StepView, stepsFor } from '../concern.view.ts';
import { stepSlugs, wordsAbout } from '../concern.words.ts';

/** What is most likely wanted stands first; what ends something stands last. */
const order: readonly StepName[] = [
  'share_with_director',
  'take_position',
  'share_with_board',
  'answer_invitation',
  'confirm_report',
  'reply',
  'plan_conversation',
  'hold_conversation',
  'review',
  'add_view',
  'resolve',
  'add_participant',
  'revise',
  'propose_board',
  'not_to_board',
  'withdraw_proposal',
  'close',
  'drop',
];

/** What the form of this step asks for itself, so that a note that lacks it is no reason to stay away. */
export const askedByForm: Partial<Record<StepName, readonly string[]>> = {
  share_with_director: ['meaningForChildren', 'goesWell', 'factAndImpressionApart', 'noOpenMarks'],
};

/** The road to the board is shown from the start, with all that it needs, so that nobody wonders how it goes. */
const roadToBoard: readonly StepName[] = ['propose_board', 'share_with_board'];
const beforeBoard: readonly Status[] = ['noted', 'with_director', 'working', 'board_proposed'];

/** The steps that make sense in this state for this person: those they can take, and those they cannot take yet. */
function stepsToShow(concern: ConcernRow, actor: Actor): readonly StepView[] {
  return stepsFor(concern, actor)
    .filter(
      ({ step, allowed, unmet }) =>
        allowed ||
        (leaves(step, concern.status) && !unmet.some(({ code }) => nothingThere.includes(code))) ||
        isAhead(step, concern.status),
    )
    .toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
}

/** Nobody wonders why they cannot answer what does not wait for an answer. */
const nothingThere: readonly string[] = ['openInvitation', 'reportToConfirm'];

const leaves = (step: StepName, status: Status) =>
  protocol[step].moves.some((move: { readonly from: Status }) => move.from === status);

const isAhead = (step: StepName, status: Status) =>
  roadToBoard.includes(step) && beforeBoard.includes(status);

interface NextStepsProps {
  readonly concern: ConcernRow;
  readonly actor: Actor;
}

/** What this reader can do now, and of the rest why not yet and what comes first. */
export function NextSteps({ concern, actor }: NextStepsProps): JSX.Element | null {
  const steps = stepsToShow(concern, actor);
  if (steps.length === 0) return null;
  const open = steps.filter((view) => isOpen(view)).map((view) => view.step);
  const shown = steps.map((view): Step => {
    const label = wordsAbout[concern.about].step[view.step];
    if (isOpen(view)) return { label, allowed: true, href: addressOf(concern, view.step) };
    return {
      label,
      allowed: false,
      reasons: view.unmet.map((need) => need.detail),
      nextStep: nextOf(concern, view, open),
    };
  });
  return (
    <section class="stack next-steps" aria-labelledby="wat-nu">
      <h2 id="wat-nu">Wat kunt u nu doen?</h2>
      <Steps steps={shown} />
    </section>
  );
}

const addressOf = (concern: ConcernRow, step: StepName) => `/zorgen/${concern.id}/${stepSlugs[step]}`;

function isOpen({ step, allowed, unmet }: StepView): boolean {
  const asked = askedByForm[step];
  return allowed || (asked !== undefined && unmet.every((need) => asked.includes(need.code)));
}

/** Which step meets a need, tried in this order. */
const meets: readonly (readonly [string, StepName])[] = [
  ['heldWithPresentDirector', 'hold_conversation'],
  ['noOpenInvitation', 'answer_invitation'],
  ['noOpenInvitation', 'hold_conversation'],
  ['directorHeard', 'take_position'],
];

function nextOf(concern: ConcernRow, { unmet }: StepView, open: readonly StepName[]) {
  const step = meets.find(
    ([code, first]) => unmet.some((need) => need.code === code) && open.includes(first),
  )?.[1];
  return step === undefined
    ? { href: '/zorgen/werkwijze', label: 'Bekijk de werkwijze' }
    : { href: addressOf(concern, step), label: wordsAbout[concern.about].step[step] };
}
