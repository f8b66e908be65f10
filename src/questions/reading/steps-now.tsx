import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { type Step, Steps } from '../../platform/ui/timeline.tsx';
import type { Need } from '../need.rules.ts';
import { moveOf, type StepName } from '../question.rules.ts';
import type { QuestionRow } from '../question.store.ts';
import { type StepView, stepsFor } from '../question.view.ts';
import { stepWordsIn } from '../question.words.ts';
import { stepSlugs } from '../steps/step.slugs.ts';

/** What is most likely wanted stands first; what ends something stands last. */
const order: readonly StepName[] = [
  'submit',
  'revise',
  'triage',
  'give_information',
  'start',
  'answer',
  'assign',
  'advise',
  'decide',
  'complete_file',
  'evaluate',
  'complete',
  'extend',
  'follow_up',
  'think_along',
  'to_committee',
  'hold_over',
  'ask_information',
  'add_note',
  'hand_over',
  'decline',
  'stop',
  'withdraw',
];

/** What the form of this step asks for itself, so that a draft that lacks it is no reason to stay away. */
export const askedByForm: Partial<Record<StepName, readonly Need[]>> = {
  submit: ['pseudonym', 'ageBand', 'parentsSpoken', 'consent', 'noOpenMarks'],
};

interface NextStepsProps {
  readonly question: QuestionRow;
  readonly actor: Actor;
}

/** What this reader can do now, and of the rest why not yet and what comes first. */
export function NextSteps({ question, actor }: NextStepsProps): JSX.Element | null {
  const steps = stepsFor(question, actor)
    .filter(({ step }) => moveOf(step, question.status) !== undefined)
    // Nobody wonders why they cannot complete what lacks nothing, or advise where a decision was asked.
    .filter(({ unmet }) => !unmet.some(({ code }) => code === 'somethingMissing' || code === 'adviceAsked'))
    .toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
  if (steps.length === 0) return null;
  const words = stepWordsIn(actor.tenant.labels);
  const shown = steps.map((view): Step => {
    const label = labelOf(view.step, question) ?? words[view.step].button;
    if (isOpen(view)) return { label, allowed: true, href: addressOf(question, view.step) };
    return {
      label,
      allowed: false,
      reasons: view.unmet.map((need) => need.detail),
      nextStep: nextOf(question, view, steps),
    };
  });
  return (
    <section class="stack next-steps" aria-labelledby="wat-nu">
      <h2 id="wat-nu">Wat kunt u nu doen?</h2>
      <Steps steps={shown} />
    </section>
  );
}

/** Whoever was asked to think along answers. */
const labelOf = (step: StepName, { relations }: QuestionRow) =>
  step === 'think_along' && relations.includes('asked_along') ? 'Antwoorden: denkt u mee?' : undefined;

const addressOf = (question: QuestionRow, step: StepName) => `/vragen/${question.id}/${stepSlugs[step]}`;

function isOpen({ step, allowed, unmet }: StepView): boolean {
  const asked: readonly string[] | undefined = askedByForm[step];
  return allowed || (asked !== undefined && unmet.every((need) => asked.includes(need.code)));
}

/** Where a need is met. */
function nextOf(question: QuestionRow, { unmet }: StepView, steps: readonly StepView[]) {
  const lacks = (code: Need) => unmet.some((need) => need.code === code);
  const open = (step: StepName) => steps.some((view) => view.step === step && isOpen(view));
  if (lacks('fileComplete') && open('complete_file'))
    return { href: addressOf(question, 'complete_file'), label: 'Meld dat het dossier compleet is' };
  if (lacks('endScores')) return { href: '#doelen', label: 'Bekijk de doelen' };
  if (lacks('visitsConfirmed')) return { href: '#bezoeken', label: 'Bekijk de bezoeken' };
  return { href: '/vragen/werkwijze', label: 'Bekijk de werkwijze' };
}
