import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { mayTake } from '../question.rules.ts';
import { stepsFor } from '../question.view.ts';
import type { QuestionAround } from '../reading/around.store.ts';
import { dagdelen } from '../reading/asked.tsx';
import { stepSlugs } from '../steps/step.slugs.ts';

/** Whom a plan proposes: shown to who may assign, and taken with that step. */
export function Proposed({
  question,
  actor,
}: {
  readonly question: QuestionAround;
  readonly actor: Actor;
}): JSX.Element | null {
  const { proposal } = question.around;
  if (proposal === null || !mayTake('assign', question)) return null;
  const { specialist, from, to } = proposal;
  const open = stepsFor(question, actor).some(({ step, allowed }) => step === 'assign' && allowed);
  return (
    <Notice tone="info" title="Voorstel uit de planning">
      <p>
        <bdi>{specialist.name}</bdi>, {dagdelen(proposal.dagdelen)}, {showPeriod(from, to)}.
      </p>
      <p>
        {open ? (
          <LinkButton href={`/vragen/${question.id}/${stepSlugs.assign}`}>Bekijk en wijs toe</LinkButton>
        ) : (
          'Neem de vraag in behandeling. Daarna kunt u dit voorstel volgen, of iemand anders kiezen.'
        )}
      </p>
    </Notice>
  );
}
