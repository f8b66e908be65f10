import type { JSX } from 'preact';
import { whyComesWords } from '../../planner/index.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { mayTake } from '../question.rules.ts';
import { stepsFor } from '../question.view.ts';
import type { QuestionAround } from '../reading/around.store.ts';
import { dagdelen } from '../reading/asked.tsx';
import { stepSlugs } from '../steps/step.slugs.ts';

/** Whom a plan proposes: shown to who may assign or hand over, and taken with that step. */
export function Proposed({
  question,
  actor,
}: {
  readonly question: QuestionAround;
  readonly actor: Actor;
}): JSX.Element | null {
  const { proposal } = question.around;
  const way = question.assignments.some(({ state, kind }) => state === 'active' && kind === 'assigned')
    ? 'hand_over'
    : 'assign';
  if (proposal === null || !mayTake(way, question)) return null;
  const { specialist, from, to, because } = proposal;
  const open = stepsFor(question, actor).some(({ step, allowed }) => step === way && allowed);
  return (
    <Notice tone="info" title="Voorstel uit de planning">
      <p>
        <bdi>{specialist.name}</bdi>, {dagdelen(proposal.dagdelen)}, {showPeriod(from, to)}.
        {because !== null && ` ${whyComesWords[because]}`}
      </p>
      <p>
        {open ? (
          <LinkButton href={`/vragen/${question.id}/${stepSlugs[way]}`}>
            {way === 'assign' ? 'Bekijk en wijs toe' : 'Bekijk en draag over'}
          </LinkButton>
        ) : (
          'Neem de vraag in behandeling. Daarna kunt u dit voorstel volgen, of iemand anders kiezen.'
        )}
      </p>
    </Notice>
  );
}
